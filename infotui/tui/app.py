"""The program on the screen: it answers routes, owns the keys that work everywhere, and ends cleanly."""

import gc
import re
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from infotui.domain.errors import InfotuiError
from infotui.services.desks import Desks
from infotui.tui import crash, guards
from infotui.tui.dialogs.go_to import GoTo
from infotui.tui.dialogs.keys import AllKeys
from infotui.tui.following import WriterWatch
from infotui.tui.frame import Frame
from infotui.tui.going_on import offer_to_go_on
from infotui.tui.key_queue import TakesKeysInTurn
from infotui.tui.palette import Palette
from infotui.tui.routes import (
    MODES,
    OpenAnybody,
    OpenContact,
    OpenConversation,
    OpenHistory,
    OpenLive,
    OpenLoop,
    OpenPlan,
    OpenRehearsal,
    OpenResearch,
    OpenScreen,
    OpenTypingUp,
    Route,
)
from infotui.tui.screens import make_screen
from infotui.tui.signals import end_on_signals
from infotui.tui.telling import TellsErrors
from infotui.tui.themes import DARK, LIGHT
from infotui.tui.watch import TalkWatch

_NAMED_KEYS = {"tab", "space", "enter", "escape", "home", "end"}
_FUNCTION_KEY = re.compile(r"f[0-9]+")


class InfotuiApp(TakesKeysInTurn, TellsErrors, App[None]):
    """infotui in a terminal.

    Args:
        desks: The services of the open notebook; closed by whoever opened them.
        start: The mode to begin with.
        warnings: Sentences to show first, such as a broken settings file.
    """

    TITLE = "infotui"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"), (76, "-middle"), (110, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [
        (0, "-short"), (22, "-low"), (34, "-tall"),
    ]  # fmt: skip

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+g", "go_to", "Go to", show=False, priority=True, id="go_to",
            tooltip="Then 1-8: to that screen, from wherever one types",
        ),
        Binding(
            "ctrl+f", "search_all", "Search everything", show=False, priority=True, id="search_all",
            tooltip="Search everything, from wherever one types",
        ),
        Binding("f1,question_mark", "show_keys", "keys", key_display="?", id="keys",
                tooltip="All keys that work here"),
        Binding("escape", "way_back", "back", priority=True, id="way_back",
                tooltip="Back to where I came from, with its cursor"),
    ]  # fmt: skip

    def __init__(self, desks: Desks, start: str = "today", warnings: Iterable[str] = ()) -> None:
        guards.put_up()
        # Each start may begin on another screen; Textual reads this as its own __init__ begins.
        self.DEFAULT_MODE = start  # type: ignore[misc]
        # Read with the app's own, the first screen's styles cost no second pass over everything.
        super().__init__(css_path=["base.tcss", f"screens/{start}.tcss"])
        self.desks = desks
        self._warnings = tuple(warnings)
        self._sought: list[str] = []  # the queries of this sitting, the latest first
        self.places: dict[str, Any] = {}  # where views were left in this sitting
        self._start = start
        self._first: OpenRehearsal | None = None
        self._watch = TalkWatch(self, desks)
        self._follower = WriterWatch(self, desks, self.read_anew, self._write_now)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Before anything is drawn: a change of theme later would style the first screen twice.
        theme = desks.settings.theme
        self.theme = theme if theme in self.available_themes else DARK.name
        for _, mode, _ in MODES:
            self.add_mode(mode, _maker(mode, desks))
        desks.scribe.call_back_with(self._later)
        desks.scribe.tell_trouble_to(self._show_trouble)
        self.set_keymap(desks.settings.keys)

    def rehearse_first(self, interview_id: int, speed: int) -> None:
        """Begin with a rehearsal, over the screen one starts on."""
        self._first = OpenRehearsal(interview_id, speed)

    def _later(self, seconds: float, back: Callable[[], None]) -> object:
        return self.set_timer(seconds, back)

    def on_mount(self) -> None:
        """Take the signals that end the program, and prepare what is slow once there is a picture."""
        end_on_signals(self, self.desks)
        self._warn(self._warnings)
        self.call_after_refresh(self._warm_up)
        if self._first is not None:
            self.post_message(self._first)
        if self.desks.store.read_only:
            self._follower.begin()
        elif self._start != "live" and (live := self.desks.plans.live_now()) is not None:
            self.call_after_refresh(offer_to_go_on, self, self.desks, live)
            self._watch.begin()

    def _warm_up(self) -> None:
        """Load what writing needs while the person looks at the first screen."""

        def load() -> None:
            self.desks.warm_up()
            gc.enable()
            gc.freeze()
            self.call_from_thread(self._once_warm)

        threading.Thread(target=load, name="warm-up", daemon=True).start()

    def _once_warm(self) -> None:
        """Do what can wait until the first screen stands, and needs what was loaded."""
        self._warn(self.desks.bank.trouble)
        if self.desks.live.catch_up():
            self.read_anew()

    def _warn(self, sentences: Iterable[str]) -> None:
        for sentence in sentences:
            self.notify(sentence, severity="warning", timeout=12, markup=False)

    def _write_now(self) -> None:
        """Do what waited until this program may write, and keep an eye on a talk that is on."""
        self.desks.scribe.take_over()
        self.desks.live.catch_up()
        if self.current_mode != "live":
            self._watch.begin()

    def read_anew(self) -> None:
        """Let the screen in sight read again what it shows."""
        for screen in self.screen_stack:
            if isinstance(screen, Frame) and screen.is_mounted:
                screen.read_anew()

    def notify(self, message: str, **how: Any) -> None:
        """Say something in passing: one thing at a time, so that nothing piles up over the work."""
        if how.get("severity", "information") == "information":
            self.clear_notifications()
        super().notify(message, **how)

    async def _go(self, mode: str) -> Frame | None:
        """Show a screen as things are now; gives it, or None when the one in sight must end first."""
        if any(isinstance(screen, Frame) and screen.keeps_here() for screen in self.screen_stack):
            return None
        self.clear_notifications()
        self._forget_ways_back()
        again = mode == self.current_mode
        here = self.screen_stack[0]
        if isinstance(here, Frame) and not again:
            here.put_down()
        if mode == "live":
            self._watch.end()
        await self.switch_mode(mode)
        screen = self.screen_stack[0]
        if not isinstance(screen, Frame):
            return None
        screen.show_trouble(self.desks.scribe.trouble)
        if again:
            screen.read_anew()
        return screen

    def _forget_ways_back(self) -> None:
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, Frame):
                    screen.way_back = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lead back where a view led here, unless Escape means something nearer to what has the focus."""
        if action != "way_back":
            return super().check_action(action, parameters)
        screen = self.screen
        if not isinstance(screen, Frame) or screen.way_back is None:
            return False
        return self.focused is None or "escape" not in self.focused._bindings.key_to_bindings

    async def action_way_back(self) -> None:
        """Go back to the view that led here."""
        screen = self.screen
        back = screen.way_back if isinstance(screen, Frame) else None
        if back is not None and await self._go(back.mode) is not None:
            back.show()

    async def on_open_screen(self, route: OpenScreen) -> None:
        """Go to a screen."""
        await self._go(route.mode)

    async def on_open_plan(self, route: OpenPlan) -> None:
        """Go to an interview's plan; to look at one of the past takes nothing out of focus."""
        if not self.desks.plans.is_past(route.interview_id):
            self.desks.plans.focus(route.interview_id)
        await self._show(route, route, route.line)

    async def on_open_live(self, route: OpenLive) -> None:
        """Go live with an interview."""
        self.desks.plans.focus(route.interview_id)
        await self._show(route, route)

    async def on_open_anybody(self, route: OpenAnybody) -> None:
        """Go live by chance."""
        await self._show(route, route)

    async def on_open_conversation(self, route: OpenConversation) -> None:
        """Go to a held talk, and to its debrief if that is asked for."""
        await self._show(route, route)

    async def on_open_typing_up(self, route: OpenTypingUp) -> None:
        """Go to a held talk, and to where its notes are typed up."""
        await self._show(route, route)

    def on_open_rehearsal(self, route: OpenRehearsal) -> None:
        """Rehearse a talk, over whatever is in sight."""
        from infotui.tui.rehearsal import rehearse

        rehearse(self, self.desks, route.interview_id, route.speed)

    async def on_open_contact(self, route: OpenContact) -> None:
        """Go to a contact."""
        await self._show(route, route.contact_id, route.line)

    async def on_open_research(self, route: OpenResearch) -> None:
        """Go to the research on a person or an organization."""
        await self._show(route, (route.kind, route.subject_id), route.line)

    async def on_open_loop(self, route: OpenLoop) -> None:
        """Go to a loop in the ledger."""
        await self._show(route, route)

    def on_open_history(self, route: OpenHistory) -> None:
        """Show the history of a person or an organization, over whatever is in sight."""
        from infotui.tui.reviewing.history import show_history

        screen = self.screen_stack[0]
        if isinstance(screen, Frame):
            show_history(screen, self.desks, route.kind, route.subject_id)

    async def _show(self, route: Route, what: Any, line: object = None) -> None:
        screen = await self._go(route.mode)
        if screen is not None:
            screen.way_back = route.way_back
            screen.refresh_bindings()
            screen.go_to(what)
            if line is not None:
                screen.go_to_line(line)

    def action_search_all(self) -> None:
        """Search everything, over whatever is in sight."""
        from infotui.tui.seeking import seek

        seek(self, self.desks, self._sought)

    async def action_go_to(self) -> None:
        """Wait for one digit and go to that screen."""
        if isinstance(self.screen, GoTo):
            return

        async def go(mode: str | None) -> None:
            if mode:
                await self._go(mode)

        await self.push_screen(GoTo(MODES), go)

    def get_key_display(self, binding: Binding) -> str:
        """Say a key as it stands on the keyboard: F2, Tab."""
        said = super().get_key_display(binding)
        return said.capitalize() if said in _NAMED_KEYS or _FUNCTION_KEY.fullmatch(said) else said

    def action_command_palette(self) -> None:
        """Find any action by its name."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_show_keys(self) -> None:
        """Show every key that works here, infotui's own first."""
        bindings = [
            active.binding
            for active in self.screen.active_bindings.values()
            if active.binding.description and active.enabled
        ]
        bindings.sort(key=_rank)
        keys = [(self.get_key_display(b), b.tooltip or b.description) for b in bindings]
        own = sum(_rank(binding) == 0 for binding in bindings)
        also = self.screen.ALSO if isinstance(self.screen, Frame) else ()
        self.push_screen(AllKeys([*keys[:own], *also, *keys[own:]]))

    def action_take_back(self) -> None:
        """Take back the last change."""
        what = self.desks.undo.take_back()
        self.notify(
            f"Taken back: {what}." if what else "There is nothing to take back.", markup=False
        )
        self.read_anew()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Give the palette the eight screens, every key of this screen, and Textual's own."""
        for _, mode, name in MODES:
            yield SystemCommand(name, f"Go to {name}", lambda mode=mode: self._go(mode))
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.tooltip and active.enabled and not binding.action.startswith("go("):
                yield SystemCommand(
                    binding.description,
                    f"{binding.tooltip}  ({self.get_key_display(binding)})",
                    lambda active=active: self.run_action(
                        active.binding.action, default_namespace=active.node
                    ),
                )
        for command in super().get_system_commands(screen):
            if command.title not in {"Keys", "Screenshot", "Maximize", "Minimize"}:
                yield command

    async def run_action(self, *args: Any, **kwargs: Any) -> bool:
        """Do what a key stands for; an expected error becomes its sentence."""
        try:
            return await super().run_action(*args, **kwargs)
        except InfotuiError as bad:
            self.notify(bad.sentence, severity="error", timeout=10, markup=False)
            return True

    def _show_trouble(self, sentence: str) -> None:
        """Say on the screen in sight that words are not stored yet, or no longer."""
        for screen in self.screen_stack:
            if isinstance(screen, Frame) and screen.is_mounted:
                screen.show_trouble(sentence)

    def _fatal_error(self) -> None:
        """End with a report that names places in the code and never a value."""
        self.bell()
        self._exit_renderables.append(crash.report(sys.exc_info()[1] or self._exception))
        self._close_messages_no_wait()


def _rank(binding: Binding) -> int:
    """Put what this screen is about first, moving about next, Textual's own last."""
    if binding.id is None:
        return 2
    return 1 if binding.id.startswith(("list.", "text.", "go.")) else 0


def _maker(mode: str, desks: Desks) -> Callable[[], Screen[None]]:
    return lambda: make_screen(mode, desks)

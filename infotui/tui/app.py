"""The program on the screen: it answers routes, owns the keys that work everywhere, and ends cleanly."""

import contextlib
import gc
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from infotui.domain.errors import InfotuiError, NotebookError
from infotui.domain.interview import InterviewRow
from infotui.domain.moment import say_when
from infotui.services.desks import Desks
from infotui.tui import crash, guards
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.go_to import GoTo
from infotui.tui.dialogs.keys import AllKeys
from infotui.tui.frame import Frame
from infotui.tui.key_queue import TakesKeysInTurn
from infotui.tui.palette import Palette
from infotui.tui.routes import (
    MODES,
    OpenAnybody,
    OpenContact,
    OpenConversation,
    OpenLive,
    OpenPlan,
    OpenRehearsal,
    OpenResearch,
    OpenScreen,
    OpenTypingUp,
)
from infotui.tui.screens import make_screen
from infotui.tui.telling import TellsErrors
from infotui.tui.themes import DARK, LIGHT
from infotui.tui.watch import TalkWatch

_NAMED_KEYS = {"tab", "space", "enter", "escape", "home", "end"}
_FUNCTION_KEY = re.compile(r"f[0-9]+")
_END_WITHIN = 3.0  # seconds after a signal
_CLOSE_WITHIN = 1.0  # seconds after that
_FOLLOW_EVERY = 1.0  # seconds; only while another program writes the notebook


def _after(seconds: float, back: Callable[..., object], *arguments: object) -> None:
    """Call back in a thread that keeps nothing from ending."""
    timer = threading.Timer(seconds, back, arguments)
    timer.daemon = True
    timer.start()


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
        Binding("f1,question_mark", "show_keys", "keys", key_display="?", id="keys",
                tooltip="All keys that work here"),
    ]  # fmt: skip

    def __init__(self, desks: Desks, start: str = "today", warnings: Iterable[str] = ()) -> None:
        guards.put_up()
        # Each start may begin on another screen; Textual reads this as its own __init__ begins.
        self.DEFAULT_MODE = start  # type: ignore[misc]
        # Read with the app's own, the first screen's styles cost no second pass over everything.
        super().__init__(css_path=["base.tcss", f"screens/{start}.tcss"])
        self.desks = desks
        self._warnings = tuple(warnings)
        self._start = start
        self._first: OpenRehearsal | None = None
        self._seen_version = 0
        self._watch = TalkWatch(self, desks)
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
        self._end_on_signals()
        self._warn(self._warnings)
        self.call_after_refresh(self._warm_up)
        if self._first is not None:
            self.post_message(self._first)
        if self.desks.store.read_only:
            self._follow_writer()
        elif self._start != "live" and (live := self.desks.plans.live_now()) is not None:
            self.call_after_refresh(self._offer_to_go_on, live)
            self._watch.begin()

    def _end_on_signals(self) -> None:
        if sys.platform == "win32":
            return
        import asyncio

        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            if threading.current_thread() is threading.main_thread():
                loop.add_signal_handler(number, self._end_now)

    def _end_now(self) -> None:
        """End because the system says so: everything onto the disk, then out, whatever the terminal does."""
        self.desks.scribe.settle()
        # A terminal that is gone can hold the driver for ever; the notebook must not be held with it.
        _after(_END_WITHIN, self._end_regardless)
        self.keys.hand_on_all()
        self.exit()

    def _end_regardless(self) -> None:
        """Close the notebook and end, while the screen's thread still waits for its terminal."""
        _after(_CLOSE_WITHIN, os._exit, 0)
        with contextlib.suppress(Exception):  # all words are stored: what fails here takes none
            self.desks.close()
        os._exit(0)

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

    def _offer_to_go_on(self, live: InterviewRow) -> None:
        """Ask what shall become of an interview that was live when the program last ended."""
        desk, zone = self.desks.live, self.desks.zone
        last = desk.last_sign_of_life(live.id)
        said = say_when(last, zone, self.desks.clock.now().astimezone(zone).date())

        def back(choice: str | None) -> None:
            if choice == "go on":
                self.post_message(OpenLive(live.id))
            elif choice == "end":
                desk.end_when_last_alive(live.id)
                self.post_message(OpenConversation(live.id, debrief=True))
            elif choice == "at":
                self._ask_when_it_ended(live)

        options = [
            ("go on", "Go on: clock and words are as they were"),
            ("end", f"It is over: end it when you last wrote, {said}"),
            ("at", "It is over: it ended at another time …"),
            ("later", "Not now: the Live screen leads back to it"),
        ]
        words = f"The interview with {live.title} is still live. Nothing of it is lost."
        self.ask(Choice("You were in an interview", options, words=words), back)

    def _ask_when_it_ended(self, live: InterviewRow) -> None:
        def hand_in(values: Mapping[str, str]) -> bool:
            self.desks.live.end_at(live.id, values["end"])
            return True

        def back(ended: bool | None) -> None:
            if ended:
                self.post_message(OpenConversation(live.id, debrief=True))

        began = live.started_at or self.desks.clock.now()
        said = say_when(began, self.desks.zone)
        field = Field("end", "It ended at", "", "15:40")
        self.ask(Form("When did it end?", [field], hand_in, note=f"It began {said}."), back)

    def _follow_writer(self) -> None:
        self.notify(
            "Another infotui is writing this notebook. This one shows it, follows its changes, and "
            "takes over when the other is closed.",
            title="For reading only", severity="warning", timeout=15, markup=False,
        )  # fmt: skip
        self._seen_version = self.desks.store.version()
        self._follower = self.set_interval(_FOLLOW_EVERY, self._look_at_writer)

    def _look_at_writer(self) -> None:
        try:
            taken = self.desks.store.take_over()
        except NotebookError:
            self._follower.stop()  # it stays for reading; the sentence is told by who catches it
            raise
        if taken:
            self._follower.stop()
            self.notify("The other infotui is closed: this one writes now.", markup=False)
            self.desks.scribe.take_over()
            self.desks.live.catch_up()
            if self.current_mode != "live":
                self._watch.begin()
        elif self.desks.store.version() == self._seen_version:
            return
        self._seen_version = self.desks.store.version()
        self.read_anew()

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

    async def on_open_screen(self, route: OpenScreen) -> None:
        """Go to a screen."""
        await self._go(route.mode)

    async def on_open_plan(self, route: OpenPlan) -> None:
        """Go to an interview's plan."""
        self.desks.plans.focus(route.interview_id)
        await self._go(route.mode)

    async def on_open_live(self, route: OpenLive) -> None:
        """Go live with an interview."""
        self.desks.plans.focus(route.interview_id)
        await self._go(route.mode)

    async def on_open_anybody(self, route: OpenAnybody) -> None:
        """Go live by chance."""
        await self._show(route.mode, route)

    async def on_open_conversation(self, route: OpenConversation) -> None:
        """Go to a held talk, and to its debrief if that is asked for."""
        await self._show(route.mode, route)

    async def on_open_typing_up(self, route: OpenTypingUp) -> None:
        """Go to a held talk, and to where its notes are typed up."""
        await self._show(route.mode, route)

    def on_open_rehearsal(self, route: OpenRehearsal) -> None:
        """Rehearse a talk, over whatever is in sight."""
        from infotui.tui.rehearsal import rehearse

        rehearse(self, self.desks, route.interview_id, route.speed)

    async def on_open_contact(self, route: OpenContact) -> None:
        """Go to a contact."""
        await self._show(route.mode, route.contact_id)

    async def on_open_research(self, route: OpenResearch) -> None:
        """Go to the research on a person or an organization."""
        await self._show(route.mode, (route.kind, route.subject_id))

    async def _show(self, mode: str, what: Any) -> None:
        screen = await self._go(mode)
        if screen is not None:
            screen.go_to(what)

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

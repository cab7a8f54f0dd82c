"""The keys that work here and now, in one line; it derives them from the bindings and does them when clicked."""

from string import ascii_letters, digits
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, TextArea

from infotui.tui.widgets.lines import Line, Word, paint
from infotui.tui.widgets.looks import LooksOf

# Keys that are words while one types.
_TYPED = {*ascii_letters, *digits, "slash", "space", "left_square_bracket", "right_square_bracket"}


class KeyBar(Widget):
    """`key label` pairs in the order of their declaration; the last one, help, always fits."""

    def __init__(self) -> None:
        super().__init__()
        self._looks = LooksOf(self)

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_unmount(self) -> None:
        """Follow them no longer."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _follow(self, _screen: Screen[Any]) -> None:
        self.refresh()

    def _entries(self) -> list[tuple[str, str, str]]:
        """Give (key, label, action) of every binding that is shown, the last one being help."""
        entries: dict[str, tuple[str, str, str]] = {}
        typing = isinstance(self.screen.focused, Input | TextArea)
        for active in self.screen.active_bindings.values():
            binding = active.binding
            types = typing and binding.key in _TYPED
            if binding.show and active.enabled and not types and binding.action not in entries:
                key = self.app.get_key_display(binding)
                if typing and binding.action.endswith("show_keys"):
                    key = "F1"
                entries[binding.action] = (key, binding.description, binding.action)
        declared = [getattr(b, "action", "") for b in type(self.screen).BINDINGS]

        def rank(entry: tuple[str, str, str]) -> int:
            if entry[2].endswith("show_keys"):
                return len(declared)
            return declared.index(entry[2]) if entry[2] in declared else -1

        # What the focused widget answers comes first, then the screen's own in their order, help last.
        return sorted(entries.values(), key=rank)

    def _fitting(self) -> list[tuple[str, str, str]]:
        entries = self._entries()
        if not entries:
            return []
        *others, last = entries
        room = self.size.width - self._cells(last)
        kept = []
        for entry in others:
            room -= self._cells(entry)
            if room < 0:
                break
            kept.append(entry)
        return [*kept, last]

    @staticmethod
    def _cells(entry: tuple[str, str, str]) -> int:
        return cell_len(entry[0]) + cell_len(entry[1]) + 3

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        looks = self._looks()
        words: list[Word] = []
        for key, label, _ in self._fitting():
            words += [(f" {key} ", "key"), (f"{label} ", "")]
        return paint(Line(tuple(words)), self.size.width, looks, self.rich_style)

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        start = 0
        for entry in self._fitting():
            start += self._cells(entry)
            if event.x < start:
                await self._do(entry[2])
                return

    async def _do(self, action: str) -> None:
        for active in self.screen.active_bindings.values():
            if active.binding.action == action:
                await self.app.run_action(action, default_namespace=active.node)
                return

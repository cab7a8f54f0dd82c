"""The names of the eight screens in one line, the present one marked; it says which was clicked."""

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from infotui.tui.widgets.lines import Line, Word, paint
from infotui.tui.widgets.looks import LooksOf


class NavBar(Widget):
    """`infotui 1 Today 2 Contacts …`, shortened to what fits."""

    class Chosen(Message):
        """The name of a screen was clicked."""

        def __init__(self, mode: str) -> None:
            super().__init__()
            self.mode = mode

    def __init__(self, modes: tuple[tuple[str, str, str], ...], here: str) -> None:
        super().__init__()
        self._modes = modes
        self._here = here
        self._looks = LooksOf(self)

    def _entries(self, width: int) -> list[tuple[str, str, str]]:
        """Give (mode, digit, name) as far as names fit."""
        full = [(mode, digit, name) for digit, mode, name in self._modes]
        if sum(len(d) + len(n) + 2 for _, d, n in full) <= width:
            return full
        return [(m, d, n if m == self._here else "") for m, d, n in full]

    def _words(self, width: int) -> list[tuple[str, Word]]:
        """Give the words of the line, each with the mode it leads to."""
        words: list[tuple[str, Word]] = []
        entries = self._entries(width)
        roomy = sum(len(d) + len(n) + 3 for _, d, n in entries) <= width
        before = " " if roomy else ""
        for mode, digit, name in entries:
            shown = f" {name} " if name else " "
            if mode == self._here:
                words.append((mode, (f"{before}{digit}{shown}", "here")))
            else:
                words += [(mode, (f"{before}{digit}", "key")), (mode, (shown, "muted"))]
        used = sum(cell_len(text) for _, (text, _) in words)
        title: tuple[str, Word] = ("", (" infotui ", "accent"))
        return [title, *words] if used + 10 <= width else words

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        looks = self._looks()
        words = tuple(word for _, word in self._words(self.size.width))
        return paint(Line(words), self.size.width, looks, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Say which name was clicked."""
        start = 0
        for mode, (text, _) in self._words(self.size.width):
            start += cell_len(text)
            if event.x < start:
                if mode:
                    self.post_message(self.Chosen(mode))
                return

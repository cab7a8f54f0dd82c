"""A row of numbered names of which one is in sight: in brackets, whatever the colours; a click chooses."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from infotui.tui.widgets.lines import Line, Word, paint
from infotui.tui.widgets.looks import LooksOf


class Numbered(Widget):
    """One line: ` 1 Talks [2 Time] 3 Confidence `."""

    DEFAULT_CSS = "Numbered { height: 1; background: $panel; color: $foreground; }"

    class Chosen(Message):
        """A name was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._here = 0
        self._looks = LooksOf(self)

    def show(self, here: int) -> None:
        """Put another one in sight."""
        self._here = here
        self.refresh()

    def _words(self) -> list[tuple[Word, ...]]:
        """Give the words of each name; where there is no room the number alone, but for the one in sight."""
        width = self.size.width
        whole = sum(len(name) + 4 for name in self._names)
        full = whole <= width + len(self._names)  # neighbours share a space then
        roomy = whole <= width
        entries: list[tuple[Word, ...]] = []
        for place, name in enumerate(self._names):
            here = place == self._here
            said = f" {name}" if full or here else ""
            opens = "[" if here else " " if roomy or place == 0 or place != self._here + 1 else ""
            closes = "]" if here else " " if roomy else ""
            number = str(place + 1)
            if here:
                entries.append(((f"{opens}{number}{said}{closes}", "accent"),))
            else:
                entries.append(((f"{opens}{number}", "key"), (f"{said}{closes}", "muted")))
        return entries

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        words = [word for entry in self._words() for word in entry]
        return paint(Line(tuple(words)), self.size.width, self._looks(), self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Say which name was clicked."""
        start = 0
        for place, entry in enumerate(self._words()):
            start += sum(cell_len(text) for text, _ in entry)
            if event.x < start:
                self.post_message(self.Chosen(place))
                return

"""A picture of lines that fills the room it has: drawn anew for each width and height; values from outside."""

from collections.abc import Callable, Sequence

from textual.strip import Strip
from textual.widget import Widget

from infotui.tui.widgets.lines import Line, paint
from infotui.tui.widgets.looks import LooksOf

DrawChart = Callable[[int, int], Sequence[Line]]


def _nothing(_width: int, _height: int) -> Sequence[Line]:
    return ()


class Chart(Widget, can_focus=True):
    """Draws lines for the width and the height it gets; nothing in it can be chosen."""

    DEFAULT_CSS = "Chart { height: 1fr; background: $background; color: $foreground; }"

    def __init__(
        self,
        draw: DrawChart = _nothing,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._drawn: tuple[tuple[int, int], tuple[Line, ...]] = ((-1, -1), ())
        self._looks = LooksOf(self)

    def show(self, draw: DrawChart) -> None:
        """Show another picture."""
        self._draw = draw
        self._drawn = ((-1, -1), ())
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        size = (self.size.width, self.size.height)
        if self._drawn[0] != size:
            self._drawn = (size, tuple(self._draw(*size)))
        lines = self._drawn[1]
        if y >= len(lines):
            return Strip.blank(size[0], self.rich_style)
        return paint(lines[y], size[0], self._looks(), self.rich_style)

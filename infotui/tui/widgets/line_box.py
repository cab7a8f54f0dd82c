"""Some lines to look at, drawn for the width they get; nothing in it can be chosen."""

from collections.abc import Callable, Sequence

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from infotui.tui.widgets.lines import Line, paint
from infotui.tui.widgets.looks import LooksOf

DrawLines = Callable[[int], Sequence[Line]]


def _nothing(_width: int) -> Sequence[Line]:
    return ()


class LineBox(Widget):
    """Lines that are drawn anew for each width; with `height: auto` it is as tall as they are."""

    def __init__(
        self,
        draw: DrawLines = _nothing,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._drawn: tuple[int, tuple[Line, ...]] = (-1, ())
        self._looks = LooksOf(self)

    def show(self, draw: DrawLines) -> None:
        """Show other lines; draws those that changed, lays out anew only when their number did."""
        width, before = self._drawn
        self._draw = draw
        self._drawn = (-1, ())
        now = self._lines(self.size.width)
        if self.styles.is_auto_height and len(now) != len(before):
            self.refresh(layout=True)
            self.call_after_refresh(self._fit)
        elif width != self.size.width or len(now) != len(before):
            self.refresh()
        else:
            changed = (y for y in range(len(now)) if now[y] != before[y])
            if regions := [Region(0, y, width, 1) for y in changed]:
                self.refresh(*regions)

    def _fit(self) -> None:
        """Ask for room once more: what is asked for while a screen comes up is sometimes not heard."""
        if self.size.height < len(self._lines(self.size.width)):
            self.refresh(layout=True)

    def _lines(self, width: int) -> tuple[Line, ...]:
        if self._drawn[0] != width:
            self._drawn = (width, tuple(self._draw(max(1, width))))
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As tall as its lines."""
        return max(1, len(self._lines(width)))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        lines = self._lines(self.size.width)
        if y >= len(lines):
            return Strip.blank(self.size.width, self.rich_style)
        return paint(lines[y], self.size.width, self._looks(), self.rich_style)

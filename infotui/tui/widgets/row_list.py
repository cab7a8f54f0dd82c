"""A list to move in: draws only the rows in sight, whatever their number; rows are values from outside."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from infotui.tui.widgets.lines import BLANK, Line, line, paint, wrap
from infotui.tui.widgets.looks import LooksOf

T = TypeVar("T")
Draw = Callable[[T, int], Sequence[Line]]


class RowList(ScrollView, Generic[T], can_focus=True):
    """Rows of one or more lines, one of them under the cursor.

    Args:
        draw: Gives the lines of a row at a width.
        height: Lines of each row; None lets each row have its own, which draws all of them once.
        empty: What to say when there are no rows.
        pickable: Whether a row can be the cursor's; those that cannot are passed over.
        steady: Equal rows are always drawn alike, so that a row shown again is not drawn again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Up", show=False, id="list.up"),
        Binding("down,j", "step(1)", "Down", show=False, id="list.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page_up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page_down"),
        Binding("home", "edge(0)", "First", show=False, id="list.first"),
        Binding("end", "edge(1)", "Last", show=False, id="list.last"),
        Binding("enter", "choose", "open", id="list.open", tooltip="Open what the cursor is on"),
    ]

    cursor: reactive[int] = reactive(0)

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: "RowList[Any]", index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> "RowList[Any]":
            """The list."""
            return self.rows

    class Chosen(Message):
        """A row was chosen, by Enter or with the mouse."""

        def __init__(self, rows: "RowList[Any]", index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> "RowList[Any]":
            """The list."""
            return self.rows

    def __init__(
        self,
        draw: Draw[T],
        *,
        height: int | None = 1,
        empty: Sequence[str] = (),
        pickable: Callable[[T], bool] | None = None,
        steady: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._height = height
        self._empty: tuple[str, ...] = tuple(empty)
        self._empty_lines: list[str] = []
        self._pickable = pickable
        self._steady = steady
        self._rows: Sequence[T] = ()
        self._ends: list[int] = []
        self._width = 0
        self._drawn: dict[int, tuple[Line, ...]] = {}
        self._looks = LooksOf(self)

    @property
    def rows(self) -> Sequence[T]:
        """The rows."""
        return self._rows

    @property
    def row(self) -> T | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def say_when_empty(self, *words: str) -> None:
        """Set what stands there when there are no rows."""
        self._empty = words

    def show(self, rows: Sequence[T], cursor: int | None = None) -> None:
        """Show other rows; the cursor stays where it was unless a place for it is given."""
        before = self._drawn_by_row() if self._steady else {}
        self._rows = rows
        self._measure(before)
        wanted = self.cursor if cursor is None else cursor
        self.set_reactive(RowList.cursor, self._nearest(wanted, 1))
        self._reveal()
        self.refresh()

    def _nearest(self, index: int, step: int) -> int:
        """The place at or after (before) `index` where the cursor may stand."""
        last = len(self._rows) - 1
        index = max(0, min(last, index))
        if self._pickable is None or last < 0:
            return index
        for places in (range(index, last + 1), range(index, -1, -1))[:: 1 if step > 0 else -1]:
            for place in places:
                if self._pickable(self._rows[place]):
                    return place
        return index

    def draw_anew(self) -> None:
        """Draw the same rows again, because what they say depends on something else that changed."""
        self._drawn.clear()
        self.refresh()

    def _drawn_by_row(self) -> dict[T, tuple[Line, ...]]:
        """What was drawn at the present width, to be used again by equal rows."""
        if self.scrollable_content_region.width != self._width:
            return {}
        last = len(self._rows)
        return {self._rows[i]: lines for i, lines in self._drawn.items() if i < last}

    def _measure(self, before: Mapping[T, tuple[Line, ...]] | None = None) -> None:
        self._drawn.clear()
        self._width = self.scrollable_content_region.width
        if before:
            known = ((i, before.get(row)) for i, row in enumerate(self._rows))
            self._drawn = {i: lines for i, lines in known if lines is not None}
        if self._height is not None:
            total = len(self._rows) * self._height
        else:
            heights = (len(self._lines_of(i)) for i in range(len(self._rows)))
            self._ends = list(accumulate(heights))
            total = self._ends[-1] if self._ends else 0
        self._empty_lines = [part for text in self._empty for part in wrap(text, self._width - 1)]
        self.virtual_size = Size(self._width, total if self._rows else len(self._empty_lines))

    def on_resize(self, event: events.Resize) -> None:
        """Measure again when the width changed; keep the cursor's row in sight."""
        if self.scrollable_content_region.width != self._width:
            self._measure()
        self._reveal()

    def _lines_of(self, index: int) -> tuple[Line, ...]:
        if index not in self._drawn:
            if len(self._drawn) > 2_000 and self._height is not None:
                self._drawn.clear()
            room = max(1, self._width - 1)
            self._drawn[index] = tuple(self._draw(self._rows[index], room))
        return self._drawn[index]

    def _place_of_line(self, y: int) -> tuple[int, int]:
        """Which row a line belongs to, and which of its lines it is."""
        if self._height is not None:
            return divmod(y, self._height)
        index = bisect_right(self._ends, y)
        return index, y - (self._ends[index - 1] if index else 0)

    def _span_of(self, index: int) -> tuple[int, int]:
        """First line of a row and how many it has."""
        if self._height is not None:
            return index * self._height, self._height
        if not 0 <= index < len(self._ends):
            return 0, 1
        start = self._ends[index - 1] if index else 0
        return start, self._ends[index] - start

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width = self.scrollable_content_region.width
        looks = self._looks()
        base = self.rich_style
        at = y + self.scroll_offset.y
        if not self._rows:
            text = self._empty_lines[at] if at < len(self._empty_lines) else ""
            return paint(line((f" {text}", "muted")), width, looks, base)
        index, part = self._place_of_line(at)
        if index >= len(self._rows):
            return Strip.blank(width, base)
        lines = self._lines_of(index)
        shown = lines[part] if part < len(lines) else BLANK
        here = index == self.cursor and (
            self._pickable is None or self._pickable(self._rows[index])
        )
        if here:
            base += looks["cursor" if self.has_focus else "cursor-blurred"]
        marker = ("▌" if self.has_focus else "▏", "accent") if here else (" ", "")
        return paint(Line((marker, *shown.left), shown.right), width, looks, base)

    def watch_cursor(self, old: int, new: int) -> None:
        """Bring the row under the cursor into sight and say that it moved."""
        self._reveal()
        self.refresh()
        if old != new:
            self.post_message(self.Moved(self, new))

    def _reveal(self) -> None:
        start, count = self._span_of(self.cursor)
        height = self.scrollable_content_region.height
        if self._pickable and start + count <= height and self.cursor == self._nearest(0, 1):
            start, count = 0, start + count  # what stands above the first one is its heading
        self.scroll_to_region(
            Region(0, start, max(1, self._width), count), animate=False, force=True
        )

    def action_step(self, by: int) -> None:
        """Move the cursor by rows."""
        if self._rows:
            self.cursor = self._nearest(self.cursor + by, by)

    def action_page(self, by: int) -> None:
        """Move the cursor by as much as is in sight."""
        if not self._rows:
            return
        lines = max(1, self.scrollable_content_region.height - 1)
        start, count = self._span_of(self.cursor)
        last = self._span_of(len(self._rows) - 1)[0]
        index, _ = self._place_of_line(max(0, min(last, start + by * max(lines - count + 1, 1))))
        self.cursor = self._nearest(index if index != self.cursor else self.cursor + by, by)

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first (0) or last (1) row."""
        if self._rows:
            self.cursor = self._nearest(len(self._rows) - 1 if end else 0, -1 if end else 1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._rows:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to what was clicked; a second click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None or not self._rows:
            return
        index, _ = self._place_of_line(offset.y + self.scroll_offset.y)
        if index >= len(self._rows) or self._nearest(index, 1) != index:
            return
        again = index == self.cursor and event.chain > 1
        self.cursor = index
        if again:
            self.action_choose()

"""A list to move in: draws only the rows in sight, whatever their number; rows are values from outside."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any, ClassVar, Final, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from infotui.tui.widgets.dragging import Drag
from infotui.tui.widgets.lines import BLANK, Line, line, paint, wrap
from infotui.tui.widgets.looks import LooksOf

T = TypeVar("T")
Draw = Callable[[T, int], Sequence[Line]]
_DRIFT_EVERY: Final = 0.08  # seconds a line, while a row is held at an edge


class RowList(ScrollView, Generic[T], can_focus=True):
    """Rows of one or more lines, one of them under the cursor.

    Args:
        draw: Gives the lines of a row at a width.
        height: Lines of each row; None lets each row have its own, which draws all of them once.
        empty: What to say when there are no rows.
        pickable: Whether a row can be the cursor's; those that cannot are passed over.
        steady: Equal rows are always drawn alike, so that a row shown again is not drawn again.
        movable: Whether a row can be dragged to another place with the mouse; whoever shows the
            list stores the order.
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

    cursor: reactive[int] = reactive(0, repaint=False)

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

    class Dragged(Message):
        """A row was dragged to the place of another; nothing is stored yet."""

        def __init__(self, rows: "RowList[Any]", index: int, to: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index
            self.to = to  # its place when it has been taken out and put in again

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
        movable: bool = False,
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
        self._movable = movable
        self._drag: Drag | None = None
        self._was_dragged = False  # so that the click which follows is none
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
        self._let_go()
        width, seen = self._width, self._seen(drawn_only=True)
        self._rows = rows
        self._measure(before)
        wanted = self.cursor if cursor is None else cursor
        self.set_reactive(RowList.cursor, self._nearest(wanted, 1))
        self._reveal()
        self._refresh_changed(seen if width == self._width else [])

    def _seen(self, *, drawn_only: bool = False) -> list[tuple[Line | None, bool]]:
        """Give each line in sight, None where it was not drawn, and whether the cursor is on it."""
        seen: list[tuple[Line | None, bool]] = []
        for y in range(self.scrollable_content_region.height if self._rows else 0):
            index, part = self._place_of_line(y + self.scroll_offset.y)
            lines: Sequence[Line] | None = ()
            if index < len(self._rows):
                lines = self._drawn.get(index) if drawn_only else self._lines_of(index)
            shown = None if lines is None else lines[part] if part < len(lines) else BLANK
            seen.append((shown, index == self.cursor))
        return seen

    def _refresh_changed(self, before: Sequence[tuple[Line | None, bool]]) -> None:
        """Draw the lines anew that are not as they were; to draw all of them is what takes long."""
        now = self._seen()
        if not now or len(now) != len(before):
            self.refresh()
            return
        for y, (line_now, line_before) in enumerate(zip(now, before, strict=True)):
            if line_now != line_before:
                self.refresh(Region(0, y, self._width, 1))

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
        here = index == self.cursor and self._can_be(index)
        mark = ("▌" if self.has_focus else "▏") if here else " "
        if self._drag is not None and self._drag.under_way:
            here, mark = index == self._drag.to, self._drag.mark(index)
        if here:
            base += looks["cursor" if self.has_focus else "cursor-blurred"]
        marker = (mark, "" if mark == " " else "accent")
        return paint(Line((marker, *shown.left), shown.right), width, looks, base)

    def _can_be(self, index: int) -> bool:
        return self._pickable is None or self._pickable(self._rows[index])

    def watch_cursor(self, old: int, new: int) -> None:
        """Bring the row under the cursor into sight and say that it moved."""
        self._reveal()
        for index in (old, new):  # if the list has scrolled, all of it is drawn anyway
            start, count = self._span_of(index)
            region = Region(0, start - self.scroll_offset.y, self._width, count)
            if region.bottom > 0:
                self.refresh(region)
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
        index = self._under(event)
        if index is None or self._was_dragged:
            return
        again = index == self.cursor and event.chain > 1
        self.cursor = index
        if again:
            self.action_choose()

    def _under(self, event: events.MouseEvent) -> int | None:
        """Which row the mouse is on, if it is on one where the cursor may stand."""
        offset = event.get_content_offset(self)
        if offset is None or not self._rows:
            return None
        index, _ = self._place_of_line(offset.y + self.scroll_offset.y)
        return index if index < len(self._rows) and self._nearest(index, 1) == index else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a row, if rows can be dragged; it is a click until the mouse moves."""
        self._was_dragged = False
        index = self._under(event) if self._movable and event.button == 1 else None
        if index is not None and self._can_be(index):
            self._drag = Drag(index, index)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show where the row would land; at an edge the list moves on, beside the list all ends."""
        if self._drag is None:
            return
        offset = event.get_content_offset(self)
        if offset is None:
            self._let_go()
            return
        self._drag.y = offset.y
        self._aim()
        last = self.scrollable_content_region.height - 1
        drift = (offset.y >= last) - (offset.y <= 0)
        if not self._drag.under_way or drift != self._drag.drift:
            self._drag.stop()
        if drift and self._drag.under_way and self._drag.timer is None:
            self._drag.drift = drift
            self._drag.timer = self.set_interval(_DRIFT_EVERY, self._go_on)

    def _aim(self) -> None:
        """Find the place that the row is held over; below the last row that is the last place."""
        drag = self._drag
        if drag is None:
            return
        index = min(self._place_of_line(drag.y + self.scroll_offset.y)[0], len(self._rows) - 1)
        drag.to = index if self._can_be(index) else None
        if drag.to != drag.index and not drag.under_way:
            drag.under_way = self._was_dragged = True
            self.cursor = drag.index
        self.refresh()

    def _go_on(self) -> None:
        """Move the list by a line under a row that is held at an edge."""
        if self._drag is not None:
            self.scroll_relative(y=self._drag.drift, animate=False)
            self._aim()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let the row land."""
        drag = self._drag
        self._let_go()
        if drag is not None and drag.under_way and drag.to not in {None, drag.index}:
            self.post_message(self.Dragged(self, drag.index, int(drag.to or 0)))

    def on_mouse_release(self, event: events.MouseRelease) -> None:
        """End a drag when something else took the mouse."""
        self._let_go()

    def on_key(self, event: events.Key) -> None:
        """End a drag with Escape, which then means nothing else."""
        if self._drag is not None and event.key == "escape":
            self._let_go()
            event.stop()
            event.prevent_default()

    def _let_go(self) -> None:
        """End a drag; nothing has changed."""
        if self._drag is not None:
            self._drag.stop()
            self._drag = None
            self.release_mouse()
            self.refresh()

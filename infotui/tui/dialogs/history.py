"""One history over the whole screen: a person's, or that of an organization's people (K6)."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input

from infotui.domain.history import HistoryKey, HistoryRow, Said
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.history_rows import HistoryItem, draw_history_item, history_lines
from infotui.tui.reviewing.leading import Spot, lead_to, settled_here, spot_of
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line
from infotui.tui.widgets.paged import Paged
from infotui.tui.widgets.row_list import RowList

_BESIDE: Final = 110  # cells, from which on a line is told whole beside the list
_FOOT: Final = 5
_NONE: Final = (
    "Nothing yet.",
    "",
    "Talks, touches, promises, drafts, research: all of it comes to stand here.",
)
_NOT_FOUND: Final = (
    "No line of this history has these words.",
    "",
    "Escape in the filter empties it.",
)


class HistoryList(RowList[HistoryItem]):
    """The lines of a history; left and right fold and unfold what was said in a talk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "screen.turn", "what was said", id="history.turn",
                tooltip="Show the findings and notes of this talk below it, or fold them again"),
        Binding("right", "screen.turn(1)", "unfold", show=False, id="history.unfold",
                tooltip="Show the findings and notes of this talk below it"),
        Binding("left", "screen.turn(0)", "fold", show=False, id="history.fold",
                tooltip="Fold the findings and notes of this talk"),
    ]  # fmt: skip


class HistoryDialog(Dialog[Spot | None]):
    """A whole history; gives the record that the person wants to go to, or None.

    Args:
        desks: The open notebook.
        kind: `contact` or `organization`.
        subject_id: Whose history.

    Raises:
        NotFoundError: They are not in the notebook any more.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", key_display="/", id="history.filter",
                tooltip="Find as you type: words, a name, a kind (promise, draft, finding …)"),
        Binding("o", "order", "oldest first", id="history.order",
                tooltip="The oldest first, or the newest first again"),
        Binding("u", "take_back", "undo", show=False, id="history.undo", tooltip="Take back the last change"),
        Binding("f1,question_mark", "app.show_keys", "keys", key_display="?", id="history.keys",
                tooltip="All keys that work here"),
        Binding("escape", "leave", "leave", id="history.leave", tooltip="Leave the history"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    HistoryDialog { background: $background; }
    HistoryDialog #history-body { height: 1fr; layout: vertical; }
    HistoryDialog #history-box { height: 1fr; }
    HistoryDialog #history-line { height: 7; }
    HistoryDialog #history-body.beside { layout: horizontal; }
    HistoryDialog .beside #history-box { width: 3fr; height: 100%; }
    HistoryDialog .beside #history-line { width: 2fr; height: 100%; max-width: 70; }
    HistoryDialog FilterLine { margin: 0 0 1 0; }
    """

    def __init__(self, desks: Desks, kind: str, subject_id: int) -> None:
        super().__init__()
        self._desks = desks
        self._history = desks.histories.open(kind, subject_id)
        self._oldest_first = False
        self._open: dict[int, list[Said]] = {}  # what was said in the talks that are unfolded
        self._items: list[HistoryKey | Said] = []

    def compose(self) -> ComposeResult:
        """Lay out the filter, the lines, and the one under the cursor told whole."""
        subject = self._history.subject
        with Container(id="history-body"):
            with Vertical(id="history-box", classes="panel") as box:
                box.border_title = Content(f"History · {subject.name}")
                yield FilterLine(
                    "filter: words, a name, a kind such as promise or finding", id="history-filter"
                )
                yield HistoryList(self._draw, height=1, id="history-rows", empty=_NONE)
            whole = LineBox(id="history-line", classes="panel")
            whole.border_title = Content("This line")
            yield whole
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin where it was left, else with the newest."""
        needle, self._oldest_first, unfolded, place = self.begins_at or ("", False, (), 0)
        with self.prevent(Input.Changed):
            self.query_one(FilterLine).value = needle
        self._open = {number: self._history.said_in(number) for number in unfolded}
        self._fill(place)
        self._list.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Tell the line beside the list where there is room, else below it."""
        self.query_one("#history-body").set_class(event.size.width >= _BESIDE, "beside")
        self.call_after_refresh(self._show_line)

    def whereabouts(self) -> tuple[str, bool, tuple[int, ...], int]:
        """Tell what is typed, the order, which talks are unfolded, and which line is under the cursor."""
        unfolded = tuple(self._open)
        return self.query_one(FilterLine).value, self._oldest_first, unfolded, self._list.cursor

    @property
    def _list(self) -> RowList[HistoryItem]:
        return self.query_one("#history-rows", RowList)

    def _fill(self, cursor: int | None = None) -> None:
        needle = self.query_one(FilterLine).value
        keys = self._history.keys(needle, oldest_first=self._oldest_first)
        self._items = []
        for key in keys:
            self._items += [key, *self._under(key)]
        self._list.say_when_empty(*(_NOT_FOUND if needle.strip() else _NONE))
        self._list.show(Paged(len(self._items), self._fetch), cursor)
        order = "the oldest first" if self._oldest_first else "the newest first"
        self.query_one("#history-box").border_subtitle = Content(
            f"{self._told(len(keys))} · {order}"
        )
        self._show_line()

    def _told(self, found: int) -> str:
        subject = self._history.subject
        people = f"{count_of(subject.people, 'person')}, " if subject.kind == "organization" else ""
        return f"{people}{count_of(subject.talks, 'talk')}, {count_of(found, 'line')}"

    def _under(self, key: HistoryKey) -> Sequence[Said]:
        return self._open.get(key.id, ()) if key.source == "talk" else ()

    def _fetch(self, offset: int, limit: int) -> Sequence[HistoryItem]:
        items = self._items[offset : offset + limit]
        keys = [item for item in items if isinstance(item, HistoryKey)]
        rows = dict(zip(keys, self._history.rows(keys), strict=True))
        return [rows[item] if isinstance(item, HistoryKey) else item for item in items]

    def _draw(self, item: HistoryItem, width: int) -> Sequence[Line]:
        unfolded = isinstance(item, HistoryRow) and item.kind == "talk" and item.id in self._open
        named = self._history.subject.kind == "organization"
        today = self._desks.followups.today()
        return draw_history_item(
            item, width, self._desks.zone, today, named=named, unfolded=unfolded
        )

    def _show_line(self) -> None:
        box, today = self.query_one("#history-line", LineBox), self._desks.followups.today()
        item = self._list.row
        most = box.size.height if self.query_one("#history-body").has_class("beside") else _FOOT
        box.show(
            lambda width: history_lines(item, width, self._desks.zone, today, max(most, _FOOT))
        )

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._show_line()

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._fill(0)

    @on(FilterLine.Done)
    def _filter_done(self, event: FilterLine.Done) -> None:
        event.stop()
        self._list.focus()

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────

    def action_turn(self, way: int = -1) -> None:
        """Show what was said in the talk under the cursor, or fold it; from below, fold its talk."""
        at = self._list.cursor
        while 0 <= at < len(self._items) and isinstance(self._items[at], Said):
            at -= 1
        key = self._items[at] if 0 <= at < len(self._items) else None
        if not isinstance(key, HistoryKey) or key.source != "talk":
            return
        if key.id in self._open and way != 1:
            del self._open[key.id]
        elif key.id not in self._open and way != 0:
            self._open[key.id] = self._history.said_in(key.id)
            if not self._open[key.id]:
                self.app.notify("Nothing was noted in this talk.", markup=False)
        self._fill(at)

    def action_order(self) -> None:
        """Turn the history round."""
        self._oldest_first = not self._oldest_first
        self._fill(0)

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one(FilterLine).focus()

    def action_take_back(self) -> None:
        """Take back the last change."""
        self.app.action_take_back()  # type: ignore[attr-defined]
        self._read_anew()

    def action_leave(self) -> None:
        """Empty the filter first, then leave."""
        entry = self.query_one(FilterLine)
        if entry.value:
            entry.value = ""
            self._list.focus()
        else:
            self.answer(None)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        item = self._list.row
        if item is None:
            return
        if isinstance(item, Said):
            spot = Spot(item.noun, item.id, item.interview_id)
        else:
            subject = self._history.subject
            spot = spot_of(item, subject.id if subject.kind == "organization" else None)
        if settled_here(spot):
            lead_to(self, self._desks, spot, self._read_anew)
        else:
            self.answer(spot)

    def _read_anew(self) -> None:
        subject = self._history.subject
        self._history = self._desks.histories.open(subject.kind, subject.id)
        self._fill()

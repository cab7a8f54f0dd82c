"""One question, everyone's answers: chosen as one types, read beside it, gaps put onto plans (M3)."""

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input

from infotui.domain.answers import GapRow, Sheet, Topic, finds
from infotui.domain.findings import Odds
from infotui.domain.text import shorten
from infotui.services.desks import Desks
from infotui.tui.answer_rows import (
    WHATS,
    SheetRow,
    draw_sheet_row,
    draw_topic,
    in_groups,
    is_long,
    is_pickable,
    sheet_rows,
    title_of,
)
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.guessing import GuessesOdds
from infotui.tui.dialogs.putting import PutsOnPlans
from infotui.tui.dialogs.sheet_file import ask_for_sheet_file
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.lines import Line
from infotui.tui.widgets.row_list import RowList

_BESIDE: Final = 100  # cells, from which on the sheet stands beside what it can be over
_HINT: Final = "words; goal, kind, field, #tag"
_OFFERED: Final = 60  # questions that one in own words may mean


class SaidAt(NamedTuple):
    """Where a chosen row leads: to a line of a talk, or to a person."""

    interview_id: int | None = None
    note_id: int | None = None
    contact_id: int | None = None


class Answers(PutsOnPlans[SaidAt | None], GuessesOdds[SaidAt | None]):
    """What a sheet can be over, and the sheet; gives where a chosen row leads, or None.

    Args:
        desks: The open notebook.
        key: Over what the sheet is at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_list", "other list", id="answers.other",
                tooltip="From what it is over to the answers, and back"),
        Binding("p", "put", "put on plan", id="answers.put",
                tooltip="Put it onto the next plan with whoever is under the cursor, or ask whose"),
        Binding("P", "put_all", "on all plans", id="answers.put_all",
                tooltip="Put it onto every plan there is with those who gave no answer"),
        Binding("escape", "leave", "leave", id="answers.leave",
                tooltip="Back to the list, then leave"),
        Binding("m", "join", "means", id="answers.join",
                tooltip="Join a question in your own words to the one it means"),
        Binding("x", "take_apart", "take apart", show=False, id="answers.apart",
                tooltip="Take a question that was joined off this sheet again"),
        Binding("y", "copy", "copy", show=False, id="answers.copy",
                tooltip="Copy the whole sheet to the clipboard, as Markdown"),
        Binding("w", "write", "to a file", show=False, id="answers.write",
                tooltip="Write the whole sheet to a file, as Markdown"),
        Binding("slash", "filter", "find", key_display="/", id="answers.filter",
                tooltip="Find what a sheet can be over, as you type"),
        Binding("u", "take_back", "undo", show=False, id="answers.undo",
                tooltip="Take back the last change"),
        Binding("f1,question_mark", "app.show_keys", "keys", key_display="?", id="answers.keys",
                tooltip="All keys that work here"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Answers { background: $background; }
    Answers #answers-body { height: 1fr; layout: horizontal; }
    Answers #answers-left { width: 1fr; height: 1fr; }
    Answers #answers-sheet { width: 1fr; height: 1fr; display: none; }
    Answers .reading #answers-left { display: none; }
    Answers .reading #answers-sheet { display: block; }
    Answers .beside #answers-left { display: block; width: 2fr; }
    Answers .beside #answers-sheet { display: block; width: 3fr; }
    Answers #answers-topics { height: 1fr; }
    """

    def __init__(self, desks: Desks, key: str = "") -> None:
        super().__init__()
        self._desks = desks
        self._key = key
        self._sheets = desks.answers.sheets()
        self._topics: Sequence[Topic] = ()
        self._sheet: Sheet | None = None
        self._at_odds: frozenset[int] = frozenset()  # the notes with which something is at odds

    def compose(self) -> ComposeResult:
        """Lay out what a sheet can be over, and the sheet."""
        with Container(id="answers-body"):
            with Vertical(id="answers-left", classes="panel") as left:
                left.border_title = Content("Everyone's answers to")
                yield FilterLine(_HINT, id="answers-filter")
                yield RowList[Topic | str](
                    draw_topic, height=2, id="answers-topics",
                    pickable=lambda row: isinstance(row, Topic),
                )  # fmt: skip
            sheet = RowList[SheetRow](
                self._draw, height=None, id="answers-sheet", classes="panel", pickable=is_pickable
            )
            sheet.border_subtitle = Content("Enter: that line of the talk")
            yield sheet
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin where it was left; else with the filter or, when it is known over what, with the sheet."""
        needle, key, reads, place = self.begins_at or ("", "", bool(self._key), 0)
        with self.prevent(Input.Changed):
            self.query_one(FilterLine).value = needle
        self._read(self._key or key)
        if reads:
            self._go_reading()
        elif self.begins_at:
            self._list.focus()
        else:
            self.query_one(FilterLine).focus()
        self._show_rows(place, whole=reads)
        self.guess(self._sheets.findings, self._desks.findings.enough())

    def whereabouts(self) -> tuple[str, str, bool, int]:
        """Tell what is typed, over what the sheet is, whether one reads in it, and where."""
        topic = self._topic
        reads = self.query_one("#answers-body").has_class("reading")
        key = topic.key if topic is not None else ""
        return self.query_one(FilterLine).value, key, reads, self._rows.cursor

    def guessed(self, odds: Sequence[Odds]) -> None:
        """Mark what may be at odds."""
        both = self._desks.findings.open_odds(self._sheets.findings, odds)
        notes = (found.note_id for pair in both for found in (pair.older, pair.newer))
        self._at_odds = frozenset(note for note in notes if note is not None)
        if self._at_odds:
            self._show_rows(None, whole=self._rows.has_focus)

    def on_resize(self, event: events.Resize) -> None:
        """Put the two beside each other where there is room."""
        self.query_one("#answers-body").set_class(event.size.width >= _BESIDE, "beside")

    @property
    def _list(self) -> RowList[Topic | str]:
        return self.query_one("#answers-topics", RowList)

    @property
    def _topic(self) -> Topic | None:
        row = self._list.row
        return row if isinstance(row, Topic) else None

    @property
    def _rows(self) -> RowList[SheetRow]:
        return self.query_one("#answers-sheet", RowList)

    def _draw(self, row: SheetRow, width: int) -> Sequence[Line]:
        today = self._desks.followups.today()
        return draw_sheet_row(row, width, self._desks.zone, today, self._at_odds)

    # ── what is shown ────────────────────────────────────────────────────────────────────────────

    def _read(self, key: str = "") -> None:
        """Read the notebook anew; the cursor stays on what it is over."""
        here = key or (self._topic.key if self._topic is not None else "")
        self._sheets = self._desks.answers.sheets()
        self._topics = self._sheets.topics()
        self._show(here)

    def _show(self, key: str = "") -> None:
        needle = self.query_one(FilterLine).value
        found = [topic for topic in self._topics if finds(topic, needle)]
        self._list.say_when_empty("Nothing is found by that.", "", "Escape empties the line.")
        rows = in_groups(found)
        keys = [row.key if isinstance(row, Topic) else "" for row in rows]
        self._list.show(rows, keys.index(key) if key in keys else 0)
        told = f"{len(found)} of {len(self._topics)}" if needle.strip() else str(len(found))
        self.query_one("#answers-left").border_subtitle = Content(told)
        self._show_sheet()

    def _show_sheet(self, cursor: int | None = 0) -> None:
        """Show the sheet over what is under the cursor, all of it once one reads in it."""
        topic = self._topic
        self._sheet = self._sheets.over(topic) if topic is not None else None
        self._rows.border_title = Content(
            WHATS[topic.what].capitalize() if topic is not None else "Answers"
        )
        self._show_rows(cursor, whole=self._rows.has_focus)

    def _show_rows(self, cursor: int | None, *, whole: bool) -> None:
        sheet = self._sheet
        self._rows.show(sheet_rows(sheet, whole=whole) if sheet is not None else [], cursor)

    @on(RowList.Moved, "#answers-topics")
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._show_sheet()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._list.focus()

    def _go_reading(self) -> None:
        self.query_one("#answers-body").add_class("reading")
        if self._sheet is not None and is_long(self._sheet):
            self._show_rows(None, whole=True)
        self._rows.focus()

    def _go_back(self) -> None:
        self.query_one("#answers-body").remove_class("reading")
        self._list.focus()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.rows is self._list:
            self._go_reading()
            return
        row = self._rows.row
        if row is None:
            return
        if row.gap is not None:
            self.answer(SaidAt(contact_id=row.gap.contact_id))
        elif row.answer is not None and row.answer.interview_id is None:
            self.answer(SaidAt(contact_id=row.answer.people[0].id))
        elif row.answer is not None:
            notes = [said.note_id for said in row.answer.lines if said.note_id is not None]
            self.answer(SaidAt(row.answer.interview_id, notes[0] if notes else None))

    def action_other_list(self) -> None:
        """Go to the other list."""
        if self._rows.has_focus:
            self._go_back()
        else:
            self._go_reading()

    def action_filter(self) -> None:
        """Go to the line in which one types."""
        self._go_back()
        self.query_one(FilterLine).focus()

    def action_leave(self) -> None:
        """Go back to the list first, then empty the filter, then leave."""
        entry = self.query_one(FilterLine)
        if self._rows.has_focus and not self._key:  # asked about one question, it was never chosen
            self._go_back()
        elif entry.value:
            entry.value = ""
        else:
            self.answer(None)

    # ── gaps ─────────────────────────────────────────────────────────────────────────────────────

    def sheet_here(self) -> Sheet | None:
        """Give the sheet in sight."""
        return self._sheet

    def gap_here(self) -> GapRow | None:
        """Give who is under the cursor, of those who gave no answer."""
        row = self._rows.row
        return row.gap if row is not None else None

    def read_on(self) -> None:
        """Read anew after a change; the cursor of the sheet stays where it is."""
        place = self._rows.cursor
        self._read()
        self._show_sheet(place)

    # ── joining ──────────────────────────────────────────────────────────────────────────────────

    def action_join(self) -> None:
        """Join the question that the sheet is over to the one it means."""
        topic = self._topic
        if topic is None:
            return
        others = self._desks.answers.may_mean(topic.key)[:_OFFERED]

        def back(into: str | None) -> None:
            if into is not None:
                self._desks.answers.join(topic.key, into)
                self._say(f"“{shorten(topic.title, 40)}” stands on that sheet now.")
                self._read(into)

        options = [(other.key, shorten(title_of(other), 66)) for other in others]
        self.ask(Choice("Which question does it mean?", options, words=topic.title), back)

    def action_take_apart(self) -> None:
        """Take a question that was joined off this sheet again."""
        topic = self._topic
        if topic is None:
            return
        if not topic.joined:
            self.app.notify("No question is joined to this one by hand.", markup=False)
            return

        def back(base: str | None) -> None:
            if base is not None:
                self._desks.answers.take_apart(topic.key, base)
                self._say("It stands on a sheet of its own again.")
                self._read(topic.key)

        if len(topic.joined) == 1:
            back(topic.joined[0])
            return
        options = [(base, shorten(base.partition(":")[2], 66)) for base in topic.joined]
        self.ask(Choice("Which one does not belong here?", options), back)

    def action_copy(self) -> None:
        """Copy the whole sheet to the clipboard."""
        if self._sheet is not None:
            today = self._desks.followups.today()
            self.app.copy_to_clipboard(self._desks.answers.as_markdown(self._sheet, today))
            self.app.notify("The sheet is copied, as Markdown.", markup=False)

    def action_write(self) -> None:
        """Write the whole sheet to a file."""
        if self._sheet is not None:
            ask_for_sheet_file(self, self._desks, self._sheet)

    def action_take_back(self) -> None:
        """Take back the last change."""
        what = self._desks.undo.take_back()
        said = f"Taken back: {what}." if what else "There is nothing to take back."
        self.app.notify(said, markup=False)
        self.read_on()

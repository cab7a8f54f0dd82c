"""Research: all notes by person, organization and field, found as one types (S2, S5, S27, S28)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.contact import ResearchRow, SubjectRow
from infotui.domain.interview import InterviewRow
from infotui.domain.kept import Kept
from infotui.domain.research import ResearchFound
from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.preparing.lists import ResearchList, SubjectList
from infotui.tui.preparing.research import DoesHomework
from infotui.tui.preparing.rows import draw_note
from infotui.tui.preparing.writing import Shown
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList

_MOST = 500  # notes of a gathering; whoever seeks an older one types a word of it


class Gathering(NamedTuple):
    """Notes on many: all of them, those of a field, or those with the words that were typed."""

    kind: str
    name: str
    detail: str
    notes: int


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return ResearchScreen(desks)


class ResearchScreen(DoesHomework):
    """Subjects, their notes, and the note being written."""

    MODE = "research"
    CSS_PATH = "research.tcss"
    FIRST_FOCUS = "#subjects"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", key_display="/", id="research.filter",
                tooltip="Find a person or an organization"),
        Binding("escape", "back", "back", show=False, id="research.back"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__(desks)
        self._found: tuple[ResearchFound, ...] = ()  # with the words in the filter
        self._about: dict[int, tuple[str, int]] = {}  # of the notes of a gathering
        self._whom: dict[int, str] = {}
        self._asked_for: int | None = None  # a contact that another screen named

    def body(self) -> Iterable[Widget]:
        """Lay out subjects, notes and the text."""
        subjects = SubjectList(
            self._draw_subject, height=2, id="subjects",
            empty=("Nobody to write about yet.", "", "2 leads to Contacts, n adds one there."),
        )  # fmt: skip
        left = Vertical(FilterLine("filter: words of a note, person, field", id="filter"),
                        subjects, id="left", classes="panel")  # fmt: skip
        left.border_title = Content("About whom")
        notes = ResearchList(
            self._draw_note, height=1, id="notes", classes="panel",
            empty=("No research here yet.", "n writes the first note."),
        )  # fmt: skip
        notes.border_title = Content("Notes")
        right = Vertical(notes, *self.writing_box(source=True), id="right")
        yield Horizontal(left, right)

    @property
    def _subjects(self) -> SubjectList:
        return self.query_one(SubjectList)

    def _draw_subject(self, row: SubjectRow | Gathering, width: int) -> Sequence[Line]:
        if isinstance(row, Gathering):
            count = (f"{row.notes} ✎", "good")
            return (line((row.name, "accent"), right=(count,)), line("  ", (row.detail, "muted")))
        kind = "person" if row.kind == "contact" else "organization"
        count = (f"{row.notes} ✎", "good") if row.notes else ("none", "faint")
        name = (row.name, "accent" if row.in_focus else "strong")
        return (line(name, right=(count,)), line("  ", (row.detail or kind, "muted")))

    def _draw_note(self, row: ResearchRow, width: int) -> Sequence[Line]:
        whom = self._whom.get(row.id)
        return draw_note(
            row if whom is None else row._replace(source=whom), width, self._desks.zone
        )

    def shown(self) -> Shown:
        """The note under the cursor, whichever list has the focus."""
        return self.note_shown()

    def drop_empty(self) -> None:
        """Remove notes without words."""
        self.drop_empty_notes()

    def read_anew(self) -> None:
        """Read subjects and notes."""
        focus = self._desks.plans.in_focus()
        told = f"   in focus: {focus.title}" if focus else "   no interview in focus"
        self.headline(("Research", "strong"), (told, "muted"))
        self.read_lists()
        self.show_text()

    def read_lists(self) -> None:
        """Read subjects and notes; the cursors stay where they were."""
        here = self._subjects.row
        rows = self._rows()
        keys = [_key_of(row) for row in rows]
        there = _key_of(here) if here is not None else None
        self._subjects.show(rows, keys.index(there) if there in keys else _first_subject(rows))
        self._fill_notes()

    def read_written(self, place: Kept) -> None:
        """Read the notes while one is being written; who can be written about stays the same."""
        if self._needle().strip():
            self.read_lists()
        else:
            self._fill_notes()

    def _rows(self) -> list[SubjectRow | Gathering]:
        """Give those one can write about, and the notes gathered over all of them and by field."""
        needle, desk = self._needle(), self._desks.research
        subjects = desk.subjects(needle, self._asked_for)
        if needle.strip():
            self._found = tuple(desk.search(needle, _MOST))
            said = f"with “{needle.strip()}”"
            words = Gathering("words", f"Notes {said}", "over all people and organizations",
                              len(self._found))  # fmt: skip
            return [*subjects, words]
        fields, count = [row for row in desk.fields() if row.field], desk.count()
        everything = [Gathering("all", "All notes", "the newest first", count)] if count else []
        focused = [row for row in subjects if row.in_focus]
        return [
            *focused,
            *everything,
            *(Gathering("field", row.field, "field of work", row.notes) for row in fields),
            *(row for row in subjects if not row.in_focus),
        ]

    def _needle(self) -> str:
        return self.query_one("#filter", FilterLine).value

    def _fill_notes(self, cursor: int | None = None) -> None:
        subject, here = self._subjects.row, self.note
        rows = self._notes_of(subject)
        ids = [row.id for row in rows]
        if cursor is None and here is not None and here.id in ids:
            cursor = ids.index(here.id)
        self.notes.show(rows, cursor or 0)
        self.notes.border_title = Content(f"Notes on {subject.name}" if subject else "Notes")
        if isinstance(subject, Gathering):
            self.notes.border_title = Content(subject.name)

    def _notes_of(self, subject: SubjectRow | Gathering | None) -> list[ResearchRow]:
        """Give the notes of a subject; of a gathering those of many, each with whom it is about."""
        self._about, self._whom = {}, {}
        if subject is None:
            return []
        if not isinstance(subject, Gathering):
            return self._desks.research.notes_on(subject.kind, subject.id)
        found = self._found if subject.kind == "words" else ()
        if subject.kind == "all":
            found = tuple(self._desks.research.search("", _MOST))
        elif subject.kind == "field":
            found = tuple(self._desks.research.in_field(subject.name, _MOST))
        self._about = {row.id: (row.kind, row.subject_id) for row in found}
        self._whom = {row.id: row.subject for row in found}
        return [ResearchRow(row.id, "", row.body, row.source, row.noted_at) for row in found]

    @on(RowList.Moved, "#subjects")
    def _subject_moved(self) -> None:
        self._fill_notes(0)
        self.show_text()

    @on(RowList.Chosen, "#subjects")
    def _subject_chosen(self) -> None:
        if self.notes.rows:
            self.notes.focus()
        else:
            self.action_new_note()

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._subjects.show(self._rows(), 0)
        self._fill_notes(0)
        self.show_text()

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._subjects.focus()

    def leave_text(self) -> None:
        """Go back to the notes, or to the subjects where no note is left."""
        super().leave_text()
        (self.notes if self.notes.rows else self._subjects).focus()

    def go_to(self, what: object) -> None:
        """Put the cursor on a person or an organization."""
        with self.prevent(Input.Changed):
            self.query_one("#filter", FilterLine).value = ""
        kind, number = what if isinstance(what, tuple) else ("", None)
        self._asked_for = number if kind == "contact" else None
        rows = self._rows()
        places = [i for i, row in enumerate(rows) if _key_of(row) == what]
        self._subjects.show(rows, places[0] if places else 0)
        self._fill_notes(0)
        self.show_text()
        self._subjects.focus()

    def go_to_line(self, line: object) -> None:
        """Put the cursor on a note (K6)."""
        if isinstance(line, int):
            self.to_note(line)
            self.notes.focus()

    def action_back(self) -> None:
        """Go back to the list before."""
        if isinstance(self.focused, Input) and self.focused.id == "source":
            self.leave_text()
        else:
            self._subjects.focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#filter").focus()

    def _subject(self) -> tuple[str, int] | None:
        row, note = self._subjects.row, self.note
        if isinstance(row, SubjectRow):
            return (row.kind, row.id)
        return self._about.get(note.id) if note is not None else None

    def subject(self) -> tuple[str, int] | None:
        """Whoever the cursor is on; in a gathering whom the note is about."""
        return self._subject()

    def talk_about(self) -> InterviewRow | None:
        """Find the talk to come in which one can ask about a person or an organization."""
        subject, focus = self._subject(), self._desks.plans.in_focus()
        if subject is None:
            return None
        rows = [ahead.interview for ahead in self._desks.plans.ahead()]
        rows.sort(key=lambda row: focus is None or row.id != focus.id)
        kind, number = subject
        for row in rows:
            if kind == "contact" and row.contact_id == number:
                return row
            if kind == "organization" and self._desks.plans.sheet(row.id).organization_id == number:
                return row
        return None


def _first_subject(rows: Sequence[SubjectRow | Gathering]) -> int:
    """Where the cursor begins: on somebody one can write about, if there is anybody."""
    return next((at for at, row in enumerate(rows) if isinstance(row, SubjectRow)), 0)


def _key_of(row: SubjectRow | Gathering) -> tuple[str, object]:
    """By what a subject or a gathering is known again."""
    return (row.kind, row.name) if isinstance(row, Gathering) else (row.kind, row.id)

"""Research: what I found out about a person or an organization, dated, with its source (S5, S27, S28)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.contact import SubjectRow
from infotui.domain.interview import InterviewRow
from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.preparing.lists import ResearchList, SubjectList
from infotui.tui.preparing.research import DoesHomework
from infotui.tui.preparing.rows import draw_note
from infotui.tui.preparing.writing import Shown
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList


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

    def body(self) -> Iterable[Widget]:
        """Lay out subjects, notes and the text."""
        subjects = SubjectList(
            self._draw_subject, height=2, id="subjects",
            empty=("Nobody to write about yet.", "", "2 leads to Contacts, n adds one there."),
        )  # fmt: skip
        left = Vertical(FilterLine("filter: person or organization", id="filter"), subjects,
                        id="left", classes="panel")  # fmt: skip
        left.border_title = Content("About whom")
        notes = ResearchList(
            lambda row, width: draw_note(row, width, self._desks.zone),
            height=1, id="notes", classes="panel",
            empty=("No research here yet.", "n writes the first note."),
        )  # fmt: skip
        notes.border_title = Content("Notes")
        right = Vertical(notes, *self.writing_box(source=True), id="right")
        yield Horizontal(left, right)

    @property
    def _subjects(self) -> SubjectList:
        return self.query_one(SubjectList)

    def _draw_subject(self, row: SubjectRow, width: int) -> Sequence[Line]:
        kind = "person" if row.kind == "contact" else "organization"
        count = (f"{row.notes} ✎", "good") if row.notes else ("none", "faint")
        name = (row.name, "accent" if row.in_focus else "strong")
        return (line(name, right=(count,)), line("  ", (row.detail or kind, "muted")))

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
        self._subjects.show(self._desks.research.subjects(self._needle()))
        self._fill_notes()

    def _needle(self) -> str:
        return self.query_one("#filter", FilterLine).value

    def _fill_notes(self, cursor: int | None = None) -> None:
        subject, here = self._subjects.row, self.note
        rows = self._desks.research.notes_on(subject.kind, subject.id) if subject else []
        ids = [row.id for row in rows]
        if cursor is None and here is not None and here.id in ids:
            cursor = ids.index(here.id)
        self.notes.show(rows, cursor or 0)
        self.notes.border_title = Content(f"Notes on {subject.name}" if subject else "Notes")

    def _start_at(self, place: int) -> None:
        """Put the cursor on a subject, and on the first of its notes."""
        self._subjects.cursor = place
        self._fill_notes(0)
        self.show_text()

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
        self._subjects.show(self._desks.research.subjects(self._needle()), 0)
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
        rows = self._desks.research.subjects()
        places = [i for i, row in enumerate(rows) if (row.kind, row.id) == what]
        self._subjects.show(rows, places[0] if places else 0)
        self._fill_notes(0)
        self.show_text()
        self._subjects.focus()

    def action_back(self) -> None:
        """Go back to the list before."""
        if isinstance(self.focused, Input) and self.focused.id == "source":
            self.leave_text()
        else:
            self._subjects.focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#filter").focus()

    def subject(self) -> tuple[str, int] | None:
        """Whoever the cursor is on."""
        row: SubjectRow | None = self._subjects.row
        return (row.kind, row.id) if row is not None else None

    def talk_about(self) -> InterviewRow | None:
        """Find the talk to come in which one can ask about a person or an organization."""
        subject: SubjectRow | None = self._subjects.row
        focus = self._desks.plans.in_focus()
        rows = [ahead.interview for ahead in self._desks.plans.ahead()]
        rows.sort(key=lambda row: focus is None or row.id != focus.id)
        if subject is None:
            return None
        for row in rows:
            if subject.kind == "contact" and row.contact_id == subject.id:
                return row
            if subject.kind == "organization" and row.organization == subject.name:
                return row
        return None

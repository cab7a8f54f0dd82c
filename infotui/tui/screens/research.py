"""Research: what I found out about a person or an organization, dated, with its source (S5, S27, S28)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.contact import ResearchRow, SubjectRow
from infotui.domain.interview import InterviewRow
from infotui.domain.kept import Kept
from infotui.domain.moment import say_day
from infotui.domain.text import clean_line
from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.kept_area import KeptArea
from infotui.tui.widgets.lines import Line, cut, line
from infotui.tui.widgets.row_list import RowList


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return ResearchScreen(desks)


class ResearchScreen(Frame):
    """Subjects, their notes, and the note being written."""

    MODE = "research"
    CSS_PATH = "research.tcss"
    FIRST_FOCUS = "#subjects"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new note", id="research.new", tooltip="Write a note on this subject"),
        Binding("e", "edit", "edit", id="research.edit", tooltip="Change this note"),
        Binding("s", "source", "source", id="research.source", tooltip="Where it is from"),
        Binding("a", "ask", "ask about it", id="research.ask",
                tooltip="Make a question of this note for the talk with them"),
        Binding("d", "delete", "delete", id="research.delete", tooltip="Delete this note; u undoes it"),
        Binding("slash", "filter", "filter", key_display="/", id="research.filter",
                tooltip="Find a person or an organization"),
        Binding("escape", "back", "back", show=False, id="research.back"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._note: ResearchRow | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out subjects, notes and the text."""
        subjects = RowList[SubjectRow](
            self._draw_subject, height=2, id="subjects",
            empty=("Nobody to write about yet.", "", "2 leads to Contacts, n adds one there."),
        )  # fmt: skip
        left = Vertical(FilterLine("filter: person or organization", id="filter"), subjects,
                        id="left", classes="panel")  # fmt: skip
        left.border_title = Content("About whom")
        notes = RowList[ResearchRow](
            self._draw_note, height=1, id="notes", classes="panel",
            empty=("No research here yet.", "n writes the first note."),
        )  # fmt: skip
        notes.border_title = Content("Notes")
        area = KeptArea(self._desks.scribe.keep, placeholder="What did you find out?", id="text")
        source = Input(placeholder="source: a page, a talk, a person", id="source")
        source.cursor_blink = False
        writing = Vertical(area, source, id="writing", classes="panel")
        writing.border_title = Content("Text")
        writing.border_subtitle = Content("saved as you type · Escape goes back")
        yield Horizontal(left, Vertical(notes, writing, id="right"))

    @property
    def _subjects(self) -> RowList[SubjectRow]:
        return self.query_one("#subjects", RowList)

    @property
    def _notes(self) -> RowList[ResearchRow]:
        return self.query_one("#notes", RowList)

    @property
    def _area(self) -> KeptArea:
        return self.query_one("#text", KeptArea)

    def _draw_subject(self, row: SubjectRow, width: int) -> Sequence[Line]:
        kind = "person" if row.kind == "contact" else "organization"
        count = (f"{row.notes} ✎", "good") if row.notes else ("none", "faint")
        name = (row.name, "accent" if row.in_focus else "strong")
        return (line(name, right=(count,)), line("  ", (row.detail or kind, "muted")))

    def _draw_note(self, row: ResearchRow, width: int) -> Sequence[Line]:
        day = say_day(row.noted_at.astimezone(self._desks.zone).date())
        title = clean_line(row.body) or "(no words yet)"
        source = ((cut(row.source, width // 3), "faint"),) if width > 50 else ()
        return (line((f"{day:<11}", "muted"), title, right=source),)

    def read_anew(self) -> None:
        """Read subjects and notes."""
        focus = self._desks.plans.in_focus()
        told = f"   in focus: {focus.title}" if focus else "   no interview in focus"
        self.headline(("Research", "strong"), (told, "muted"))
        self._fill_subjects()

    def _fill_subjects(self, cursor: int | None = None) -> None:
        self._subjects.show(self._desks.research.subjects(self._needle()), cursor)
        self._fill_notes()

    def _needle(self) -> str:
        return self.query_one("#filter", FilterLine).value

    def _fill_notes(self, note_id: int | None = None) -> None:
        subject = self._subjects.row
        rows = self._desks.research.notes_on(subject.kind, subject.id) if subject else []
        ids = [row.id for row in rows]
        wanted = note_id if note_id is not None else (self._note.id if self._note else None)
        self._notes.show(rows, ids.index(wanted) if wanted in ids else 0)
        self._notes.border_title = Content(f"Notes on {subject.name}" if subject else "Notes")
        self._show_note()

    def _show_note(self) -> None:
        self._note = note = self._notes.row
        source = self.query_one("#source", Input)
        with self.prevent(Input.Changed):
            source.value = note.source if note else ""
        source.disabled = note is None
        if note is None:
            self._area.put(None, "")
        else:
            place = Kept("research_note", "body", note.id)
            self._area.put(place, self._desks.scribe.latest(place, note.body))

    @on(RowList.Moved, "#subjects")
    def _subject_moved(self) -> None:
        self._note = None
        self._fill_notes()

    @on(RowList.Chosen, "#subjects")
    def _subject_chosen(self) -> None:
        if self._notes.rows:
            self._notes.focus()
        else:
            self.action_new()

    @on(RowList.Moved, "#notes")
    def _note_moved(self) -> None:
        self._show_note()

    @on(RowList.Chosen, "#notes")
    def _note_chosen(self) -> None:
        self.action_edit()

    @on(KeptArea.Left)
    def _text_left(self) -> None:
        self._leave()

    @on(KeptArea.Rested)
    def _text_rested(self) -> None:
        self._fill_subjects()

    @on(Input.Changed, "#source")
    def _source_typed(self, event: Input.Changed) -> None:
        if self._note is not None:
            self._desks.scribe.keep(Kept("research_note", "source", self._note.id), event.value)

    @on(Input.Submitted, "#source")
    def _source_done(self) -> None:
        self._leave()

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._note = None
        self._fill_subjects(0)

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._subjects.focus()

    def _leave(self) -> None:
        """Go back to the notes; one without any words is not kept."""
        if self._note is not None and self._desks.research.drop_if_empty(self._note.id):
            self._note = None
        self._fill_subjects()
        (self._notes if self._notes.rows else self._subjects).focus()

    def go_to(self, what: object) -> None:
        """Put the cursor on a person or an organization."""
        with self.prevent(Input.Changed):
            self.query_one("#filter", FilterLine).value = ""
        rows = self._desks.research.subjects()
        places = [i for i, row in enumerate(rows) if (row.kind, row.id) == what]
        self._note = None
        self._subjects.show(rows, places[0] if places else 0)
        self._fill_notes()
        self._subjects.focus()

    def action_back(self) -> None:
        """Go back to the list before."""
        if isinstance(self.focused, Input) and self.focused.id == "source":
            self._leave()
        else:
            self._subjects.focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#filter").focus()

    def action_new(self) -> None:
        """Begin a note on the subject under the cursor."""
        subject = self._subjects.row
        if subject is None:
            return
        note_id = self._desks.research.begin(subject.kind, subject.id)
        self._fill_notes(note_id)
        self._area.focus()

    def action_edit(self) -> None:
        """Go into the text."""
        if self._note is not None:
            self._area.focus()

    def action_source(self) -> None:
        """Go to the source."""
        if self._note is not None:
            self.query_one("#source").focus()

    def action_delete(self) -> None:
        """Delete the note under the cursor."""
        if self._note is not None:
            self._desks.research.remove(self._note.id)
            self._note = None
            self.notify("The note is gone. u takes that back.", markup=False)
            self._fill_subjects()

    def _talk_about(self, subject: SubjectRow) -> InterviewRow | None:
        """Find the talk to come in which one can ask about a person or an organization."""
        focus = self._desks.plans.in_focus()
        rows = [ahead.interview for ahead in self._desks.plans.ahead()]
        rows.sort(key=lambda row: focus is None or row.id != focus.id)
        for row in rows:
            if subject.kind == "contact" and row.contact_id == subject.id:
                return row
            if subject.kind == "organization" and row.organization == subject.name:
                return row
        return None

    def action_ask(self) -> None:
        """Make a question of the note, for the talk with the person it is about."""
        subject = self._subjects.row
        if self._note is None or subject is None:
            self.notify("There is no note to ask about yet: n writes one.", markup=False)
            return
        talk = self._talk_about(subject)
        if talk is None:
            self.notify(f"No talk is planned with {subject.name}: 2, then p.", markup=False)
            return
        words = clean_line(self._note.body)
        self._desks.questions.from_research(talk.id, self._note.id, f"About this: {words}")
        self.notify(f"A question for {talk.contact}. 5 shows it; give it your words.", markup=False)

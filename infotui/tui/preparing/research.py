"""Working on research notes: begin, change, source, delete, and make a question of one (S27, S28)."""

from textual import on
from textual.widgets import Input

from infotui.domain.contact import ResearchRow
from infotui.domain.interview import InterviewRow
from infotui.domain.kept import Kept
from infotui.tui.preparing.lists import ResearchList
from infotui.tui.preparing.writing import NOTHING, Shown, Writes
from infotui.tui.widgets.row_list import RowList


class DoesHomework(Writes):
    """A screen with research notes."""

    @property
    def notes(self) -> ResearchList:
        """The list of notes."""
        return self.query_one(ResearchList)

    @property
    def note(self) -> ResearchRow | None:
        """The note under the cursor."""
        row = self.notes.row
        return row if isinstance(row, ResearchRow) else None

    def note_shown(self) -> Shown:
        """Give the words of the note under the cursor."""
        note = self.note
        if note is None:
            return NOTHING
        place = Kept("research_note", "body", note.id)
        return Shown("Research note", place, note.body, "What did you find out?", note.source)

    def subject(self) -> tuple[str, int] | None:
        """Tell whom a new note would be about: (`contact` or `organization`, id)."""
        return None

    def talk_about(self) -> InterviewRow | None:
        """Tell in which talk to come one can ask about the note under the cursor."""
        return None

    def to_note(self, note_id: int) -> None:
        """Read anew, with the cursor on a note."""
        self.read_anew()
        places = [
            at for at, row in enumerate(self.notes.rows)
            if isinstance(row, ResearchRow) and row.id == note_id
        ]  # fmt: skip
        if places:
            self.notes.cursor = places[0]
            self.show_text()

    def begin_note(self, kind: str, subject_id: int) -> None:
        """Begin a note and go into its text."""
        note_id = self._desks.research.begin(kind, subject_id)
        self._list = self.notes
        self.to_note(note_id)
        self.write()

    def drop_empty_notes(self) -> None:
        """Remove notes that were left without words."""
        for row in self.notes.rows:
            if isinstance(row, ResearchRow) and not row.body.strip() and not row.source.strip():
                self._desks.research.drop_if_empty(row.id)

    @on(RowList.Moved, "ResearchList")
    def _note_moved(self) -> None:
        self.show_text()

    @on(RowList.Chosen, "ResearchList")
    def _note_chosen(self) -> None:
        if self.note is not None:
            self.action_edit_note()
        else:
            self.action_ask_about()

    def action_new_note(self) -> None:
        """Begin a note on the subject under the cursor."""
        subject = self.subject()
        if subject is not None:
            self.begin_note(*subject)
        elif self._list is not None and self._list.rows:
            self.notify("Choose a person or an organization first.", markup=False)

    def action_edit_note(self) -> None:
        """Go into the text."""
        if self.note is not None:
            self.write()

    def action_source(self) -> None:
        """Go to the source."""
        if self.note is not None:
            self.show_text()
            self.add_class("writing")
            self.query_one("#source", Input).focus()

    def action_delete_note(self) -> None:
        """Delete the note under the cursor."""
        if self.note is not None:
            self._desks.research.remove(self.note.id)
            self.notify("The note is gone. u takes that back.", markup=False)
            self.read_anew()

    def action_ask_about(self) -> None:
        """Make a question of the note, for the talk with the person it is about (S28)."""
        note = self.note
        if note is None:
            self.notify("There is no note to ask about yet: n writes one.", markup=False)
            return
        talk = self.talk_about()
        if talk is None:
            self.notify("No talk with them is planned: 2, then p.", markup=False)
            return
        made = self._desks.questions.from_research(talk.id, note.id)
        self.asked_about(talk, int(made), is_new=made.is_new)

    def asked_about(self, talk: InterviewRow, question_id: int, *, is_new: bool) -> None:
        """Say that a question was made, or that there is one already."""
        self.read_anew()
        said = "A question" if is_new else "This is a question already"
        self.notify(f"{said} for {talk.contact}. 5 shows it; give it your words.", markup=False)

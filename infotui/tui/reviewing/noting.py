"""Changing the notes of a talk that is read: their words, and which of them are findings (S1, S12)."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from infotui.domain.capture import read_line
from infotui.domain.kept import Kept
from infotui.domain.note import NoteRow
from infotui.services.desks import Desks
from infotui.tui.dialogs.edit_text import EditText
from infotui.tui.frame import Frame


class ChangesNotes(Frame):
    """A screen on which a talk is read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "edit note", show=False, id="review.edit",
                tooltip="Change the note under the cursor"),
        Binding("f", "finding", "finding", id="review.finding",
                tooltip="Make a finding of this note, or a plain note of it again"),
        Binding("c", "next_kind", "kind", show=False, id="review.kind",
                tooltip="Give this finding the next kind: employer, person, market …"),
    ]  # fmt: skip

    _desks: Desks

    def note_here(self) -> NoteRow | None:
        """Give the note under the cursor."""
        return None

    def show_changed(self) -> None:
        """Read the talk again after a note was changed."""

    def action_edit(self) -> None:
        """Change the note under the cursor; what was caught in it follows."""
        note = self.note_here()
        if note is None:
            return

        def in_step(text: str) -> None:
            self._desks.live.rewrite(note.id, text)

        def back(text: str | None) -> None:
            if text is not None:
                in_step(text)
            self.show_changed()

        place = Kept("note", "text", note.id)
        words = self._desks.scribe.latest(place, note.text)
        self.ask(EditText("Note", place, words, self._desks.scribe.keep, in_step), back)

    def action_finding(self) -> None:
        """Make a finding of the note under the cursor, or a plain note of it again."""
        note = self.note_here()
        if note is None:
            self.notify("The cursor is on no note: f makes a finding of one.", markup=False)
            return
        kind = self.turn(note)
        said = (
            f"A finding of the kind “{kind}”: c changes the kind" if kind else "A plain note again"
        )
        self.notify(f"{said}. u takes it back.", markup=False)
        self.read_anew()

    def action_next_kind(self) -> None:
        """Give the finding under the cursor the next kind."""
        note = self.note_here()
        if note is not None:
            kind = self._desks.debriefs.next_kind(note.id)
            self.notify(f"A finding of the kind “{kind}”. u takes it back.", markup=False)
            self.read_anew()

    def turn(self, note: NoteRow) -> str:
        """Make a finding of a note and give its kind, or a plain note of a finding and give nothing."""
        if read_line(note.text).kind == "finding":
            self._desks.debriefs.unmake_finding(note.id)
            return ""
        return self._desks.debriefs.make_finding(note.id)

"""What is written of a talk after it: its debrief, and notes that are typed up (S10, M11)."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from infotui.domain.note import NoteRow
from infotui.domain.text import count_of
from infotui.tui.dialogs.debrief import DebriefDialog, Deeds
from infotui.tui.dialogs.type_up import TypeUp
from infotui.tui.reviewing.noting import ChangesNotes
from infotui.tui.routes import Sought


class WritesAfterwards(ChangesNotes):
    """A screen on which a talk is read, and written of."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "debrief", "debrief", id="review.debrief",
                tooltip="What I learned, what went well, what to do differently"),
        Binding("w", "type_up", "type up", id="review.type_up",
                tooltip="Type up notes of this talk: “4 text” lands on question 4"),
    ]  # fmt: skip

    def talk_here(self) -> int | None:
        """Tell which talk is read."""
        return None

    def action_debrief(self) -> None:
        """Open the debrief of the talk in sight (S10)."""
        if (talk := self.talk_here()) is not None:
            self.open_debrief(talk)

    def open_debrief(self, interview_id: int, sought: Sought | None = None) -> None:
        """Open the debrief of a talk over this screen, at the words that were sought in it."""
        desk, above = self._desks.debriefs, self.app.screen
        if isinstance(above, DebriefDialog):
            if above.debrief.interview_id == interview_id:
                above.to_words(*(sought or ()))
                return
            above.answer("later")
        waited = desk.of(interview_id) is not None
        debrief = desk.open_for(interview_id)
        talk = self._desks.review.conversation(interview_id)

        def back(answer: str | None) -> None:
            if answer == "written":
                self.notify("The debrief is written and stands with the talk.", markup=False)
            elif not waited and desk.drop_if_empty(interview_id):
                self.read_anew()
            elif (left := desk.of(interview_id)) is not None and left.state == "due":
                self.notify("The debrief waits on Today.", markup=False)

        dialog = DebriefDialog(
            talk.interview.title,
            debrief,
            talk.notes,
            self._deeds_for(interview_id),
            *(sought or ()),
        )
        self.ask(dialog, back)

    def _deeds_for(self, interview_id: int) -> Deeds:
        desk, scribe = self._desks.debriefs, self._desks.scribe

        def notes_after(
            deed: Callable[[NoteRow], object],
        ) -> Callable[[NoteRow], Sequence[NoteRow]]:
            def do(note: NoteRow) -> Sequence[NoteRow]:
                deed(note)
                return self._desks.review.conversation(interview_id).notes

            return do

        return Deeds(
            keep=scribe.keep,
            latest=scribe.latest,
            set_confidence=lambda step: desk.set_confidence(interview_id, step),
            turn=notes_after(self.turn),
            next_kind=notes_after(lambda note: desk.next_kind(note.id)),
            finish=lambda: desk.finish(interview_id),
        )

    def action_type_up(self) -> None:
        """Type up notes of the talk in sight; each line lands under its question (M11)."""
        if (talk := self.talk_here()) is not None:
            self.open_typing_up(talk)

    def open_typing_up(self, interview_id: int) -> None:
        """Open the place where the notes of a talk are typed up."""
        above, desk = self.app.screen, self._desks.typing_up
        sheet = desk.sheet(interview_id)
        if isinstance(above, TypeUp):
            if above.place == sheet.place:
                return
            above.answer(None)

        def back(count: int | None) -> None:
            if count:
                told = count_of(count, "note")
                self.notify(f"{told} kept with this talk. u takes that back.", markup=False)
            elif self._desks.scribe.unfinished(sheet.place):
                self.notify("What you typed waits here: w goes on with it.", markup=False)
            self.read_anew()

        dialog = TypeUp(
            sheet.interview.title, sheet.questions, sheet.place, sheet.text,
            self._desks.scribe.keep, lambda text: desk.keep(interview_id, text),
        )  # fmt: skip
        self.ask(dialog, back)

"""The words of the talk: lines become notes with what was caught in them, and can be changed and taken away (M2, K3)."""

from typing import TYPE_CHECKING

from infotui.domain.capture import read_line
from infotui.domain.errors import IllegalMoveError
from infotui.domain.kept import live_line
from infotui.domain.lead import lead_words, next_consent, with_consent
from infotui.domain.text import clean, clean_line, shorten
from infotui.services.catching import bring_in_step, catch
from infotui.services.live.asking import SAID
from infotui.services.live.timing import Timing
from infotui.services.loosening import take_away
from infotui.services.undo import Undo
from infotui.storage.views import notes

if TYPE_CHECKING:
    from datetime import datetime

    from infotui.domain.records.interview import Interview
    from infotui.storage.shelves import Shelves
    from infotui.storage.shelves.notes import Whole


GONE = "the note is there again"


class Noting(Timing):
    """The notes of the talk."""

    def jot(self, interview_id: int, text: str) -> int | None:
        """Keep a line as a note under the question being asked, with what was caught in it.

        The first line starts the clock if nothing did. Several lines become several notes.

        Returns:
            The id of the last note; None when there were no words.
        """
        return self._jot(interview_id, text, parked=False)

    def _jot(self, interview_id: int, text: str, *, parked: bool) -> int | None:
        lines = [line.strip() for line in clean(text).split("\n") if line.strip()]
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            shelves.forget_unfinished(live_line(interview.uuid).place)
            if not lines:
                return None
            if interview.state != "live":
                self._start(shelves, interview)
                shelves.flush()
            now = self._clock.now()
            loose = shelves.notes.loose_values(interview_id)
            made = [self._jot_line(shelves, interview_id, line, now) for line in lines]
            bound = shelves.notes.values_now(loose)
            place = live_line(interview.uuid)
            if parked:
                self._park_arisen(shelves, made)

        def take_back() -> None:
            with self._store.writing() as shelves:
                for note_id in made:
                    self._take_away(shelves, note_id)
                shelves.notes.restore(loose, bound)
            half_typed = self._store.unfinished(place)
            self._store.keep(place, "\n".join([*lines, *([half_typed] if half_typed else [])]))

        self._deeds.remember("the note; its words are in the line again", take_back)
        return made[-1]

    def _jot_line(self, shelves: "Shelves", interview_id: int, line: str, now: "datetime") -> int:
        from infotui.domain.records.note import Note

        asking = shelves.questions.asking(interview_id)
        note = shelves.notes.add(
            Note(
                interview_id=interview_id,
                question_id=asking.id if asking else None,
                at=now,
                text=line,
            )
        )
        catch(shelves, note, now.astimezone(self._zone).date(), is_off=self._is_off)
        shelves.flush()
        return note.row_id

    def _keep_half_typed(self, shelves: "Shelves", interview: "Interview", at: "datetime") -> None:
        """Make notes of the line that was being typed: words are never given up with the talk."""
        half_typed = self._store.unfinished(live_line(interview.uuid))
        for line in filter(None, map(str.strip, half_typed.split("\n"))):
            self._jot_line(shelves, interview.row_id, line, at)

    def park(self, interview_id: int, text: str = "") -> str:
        """Put a thread aside to come back to: the words given, else the question being asked (S32).

        Returns:
            What is parked now, in a few words.

        Raises:
            IllegalMoveError: There are no words and no question is being asked.
        """
        lines = [line for line in map(clean_line, text.split("\n")) if line]
        if not lines:
            return self._park_asking(interview_id)
        caught = [read_line(line) for line in lines]
        asked = [
            f"? {said.words}" if said.kind == "note" else line
            for said, line in zip(caught, lines, strict=True)
        ]
        self._jot(interview_id, "\n".join(asked), parked=True)
        return shorten(" · ".join(said.words for said in caught), SAID)

    def _park_arisen(self, shelves: "Shelves", note_ids: list[int]) -> None:
        for note_id in note_ids:
            arisen = shelves.questions.arisen_in(note_id)
            if arisen is not None:
                arisen.parked_at = self._clock.now()

    def rewrite(self, note_id: int, text: str) -> None:
        """Bring what was caught in a note in step with its changed text; an emptied note goes.

        Args:
            note_id: Which note.
            text: What it says now; kept as it is typed, this is called when the editing ends.
        """
        with self._store.writing() as shelves:
            note = shelves.notes.note(note_id)
            live = shelves.interviews.interview(note.interview_id).state == "live"
            said = shelves.notes.uncaught(note_id)
            if said is None and note.text == clean(text):
                return  # it is in step
            said = note.text if said is None else said
            note.text = said
            shelves.flush()
            was = shelves.notes.whole(note_id)
            if clean(text).strip():
                note.text, what = clean(text), "the change of a note"
                bring_in_step(shelves, note, self._zone, said, self._is_off)
            else:
                what = GONE
                self._take_away(shelves, note_id)
            became = shelves.notes.whole_after(note_id, was)
        if was != became:
            # What is changed in Review is no matter of the talk that is on.
            self._remember_change(self._deeds if live else self._undo, what, note_id, was, became)

    def delete_note(self, note_id: int) -> None:
        """Take a note away, with what was caught in it; it can be taken back (K3)."""
        with self._store.writing() as shelves:
            said = shelves.notes.uncaught(note_id)
            if said is not None:  # its editing has not ended yet
                bring_in_step(shelves, shelves.notes.note(note_id), self._zone, said, self._is_off)
            was = shelves.notes.whole(note_id)
            self._take_away(shelves, note_id)
            became = shelves.notes.whole_after(note_id, was)
        self._remember_change(self._deeds, GONE, note_id, was, became)

    def _take_away(self, shelves: "Shelves", note_id: int) -> None:
        note = shelves.notes.note(note_id)
        talk = note.interview_id
        said = shelves.notes.uncaught(note_id)
        take_away(shelves, note_id, note.text if said is None else said)
        shelves.questions.reorder(talk, [q.row_id for q in shelves.questions.of(talk)])

    def _remember_change(
        self, undo: Undo, what: str, note_id: int, was: "Whole", became: "Whole"
    ) -> None:
        def take_back() -> None:
            with self._store.writing() as shelves:
                shelves.notes.turn_back(note_id, was, became)
                shelves.flush()
                _stand_as_before(shelves, shelves.notes.note(note_id).interview_id, was)

        undo.remember(what, take_back)

    def change_consent(self, interview_id: int, note_id: int | None = None) -> str:
        """Turn the answer to "may I mention you" of a lead: not asked, yes, no (S45, M4).

        Args:
            interview_id: Which talk.
            note_id: Which lead's line; the latest lead of the talk if not given.

        Returns:
            A few words: who, and what holds now.

        Raises:
            IllegalMoveError: There is no lead.
        """
        rows = [note for note in self.sheet(interview_id).notes if note.kind == "lead"]
        rows = [note for note in rows if note_id in {None, note.id}]
        if not rows:
            raise IllegalMoveError("There is no lead yet. A line that begins with > is one.")
        note = rows[-1]
        said = lead_words(read_line(note.text).words)
        consent = next_consent(said.consent or "not asked")
        self.rewrite(note.id, with_consent(note.text, consent))
        return f"{shorten(said.name, SAID)} · may mention: {consent}"

    def catch_up(self) -> int:
        """Bring what was caught in step with notes whose editing was cut off, as by a crash (M2).

        Returns:
            How many notes were caught anew.
        """
        if self._store.read_only:
            return 0
        # A note that was emptied and then cut off stays: nobody said that it may go.
        behind = [row for row in notes.behind(self._store.reading()) if row[1].strip()]
        for note_id, text in behind:
            self.rewrite(note_id, text)
        return len(behind)


def _stand_as_before(shelves: "Shelves", talk: int, was: "Whole") -> None:
    """Close the gaps in the plan's order, a question that came back standing where it stood."""
    order = [q.row_id for q in shelves.questions.of(talk)]
    for (_, number), values in was.items():
        if "position" in values and number in order:
            order.remove(number)
            order.insert(values["position"] - 1, number)
    shelves.questions.reorder(talk, order)

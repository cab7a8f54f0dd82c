"""The desk of the debrief: what I think of a talk afterwards, and the findings I make of its notes (S1, S10)."""

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from infotui.domain.capture import finding_kind, read_line
from infotui.domain.clock import Clock
from infotui.domain.debrief import CONFIDENCE, DebriefRow, due_on
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.finding import as_finding, as_plain, kind_after
from infotui.domain.interview import HAS_BEEN
from infotui.domain.loop import DONE_WORD
from infotui.domain.note import FINDING_KINDS
from infotui.domain.text import shorten
from infotui.services.catching import bring_in_step
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import debriefs, interviews, notes

if TYPE_CHECKING:
    from infotui.domain.records.interview import Debrief
    from infotui.domain.records.note import Note
    from infotui.storage.shelves import Shelves

_NOT_WRITTEN = "Nothing is written in this debrief yet. Escape leaves it for later."
_CHANGED = "That note says something else by now, so it was left as it is."


class DebriefDesk:
    """Debriefs, and findings made of notes."""

    def __init__(self, store: Store, clock: Clock, zone: ZoneInfo, undo: Undo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._undo = undo

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()

    def of(self, interview_id: int) -> DebriefRow | None:
        """Give the debrief of a talk; None when there is none."""
        return debriefs.of(self._store.reading(), interview_id)

    def open_for(self, interview_id: int) -> DebriefRow:
        """Give the debrief of a talk, making it for a talk that was held without one (S10).

        Raises:
            IllegalMoveError: The talk is not over.
            NotFoundError: There is no such talk.
        """
        found = self.of(interview_id)
        if found is not None:
            return found
        self._make(interview_id)
        made = self.of(interview_id)
        if made is None:
            raise NotFoundError("That debrief is no longer in the notebook. Nothing changed.")
        return made

    def _make(self, interview_id: int) -> None:
        from infotui.domain.records.interview import Debrief

        interview = interviews.one(self._store.reading(), interview_id)
        if interview is None:
            raise NotFoundError("That talk is no longer in the notebook. Nothing changed.")
        if interview.state not in HAS_BEEN:
            raise IllegalMoveError("A debrief comes after the talk, and this one is not over yet.")
        ended = (interview.ended_at or self._clock.now()).astimezone(self._zone).date()
        with self._store.writing() as shelves:
            due = due_on(ended, self._today())
            shelves.followups.add(Debrief(interview_id=interview_id, due=due))

    def drop_if_empty(self, interview_id: int) -> bool:
        """Remove a debrief that says nothing, as when one was begun by mistake; tells whether it did."""
        from infotui.domain.records.interview import Debrief

        found = self.of(interview_id)
        if found is None or found.begun or found.state == "written":
            return False
        with self._store.writing() as shelves:
            shelves.followups.remove(Debrief, found.id)
        return True

    def set_confidence(self, interview_id: int, confidence: int | None) -> None:
        """Keep how sure I was, from 1 to 5, or None for nothing said; it can be taken back.

        Raises:
            BadInputError: It is no number from 1 to 5.
        """
        if confidence is not None and confidence not in CONFIDENCE:
            raise BadInputError("confidence", "Confidence is a number from 1 to 5.")
        with self._store.writing() as shelves:
            debrief = _debrief(shelves, interview_id)
            before, debrief.confidence = debrief.confidence, confidence
        if before != confidence:
            said = f"confidence {confidence}" if confidence else "no confidence"
            self._undo.remember(said, lambda: self.set_confidence(interview_id, before))

    def finish(self, interview_id: int) -> None:
        """Settle a debrief as written; it can be taken back.

        Raises:
            IllegalMoveError: It says nothing yet.
        """
        found = self.of(interview_id)
        if found is not None and not found.begun:
            raise IllegalMoveError(_NOT_WRITTEN)
        self._settle(interview_id, "the debrief written")

    def let_rest(self, interview_id: int) -> None:
        """Settle a debrief as it is, even without a word; it can be taken back (M5).

        Raises:
            NotFoundError: The talk has none.
        """
        self._settle(interview_id, "the debrief let rest")

    def _settle(self, interview_id: int, what: str) -> None:
        with self._store.writing() as shelves:
            debrief = _debrief(shelves, interview_id)
            if debrief.state == DONE_WORD["debrief"]:
                return
            was, settled = debrief.state, debrief.settled_at
            debrief.state, debrief.settled_at = DONE_WORD["debrief"], shelves.now

        def open_again() -> None:
            with self._store.writing() as shelves:
                debrief = _debrief(shelves, interview_id)
                debrief.state, debrief.settled_at = was, settled

        self._undo.remember(what, open_again)

    # ── findings made of notes ───────────────────────────────────────────────────────────────────

    def make_finding(self, note_id: int, kind: str = "") -> str:
        """Make a finding of a plain note, or give a finding another kind; it can be taken back.

        The note's text is the source (M2): it gets the sign and the tag, the finding follows.

        Args:
            note_id: Which note.
            kind: Which kind of finding; the one that the note's own tags tell if not given.

        Returns:
            The kind of finding it now is.

        Raises:
            BadInputError: There is no such kind.
            IllegalMoveError: The note is something else already, or has no words.
        """
        if kind and kind not in FINDING_KINDS:
            raise BadInputError("kind", f"There is no kind of finding called {kind}.")
        with self._store.writing() as shelves:
            note = shelves.notes.note(note_id)
            if (stands := read_line(note.text).kind) not in {"note", "finding"}:
                raise IllegalMoveError(_other_item(stands))
            before, line = note.text, as_finding(note.text, kind)
            if not line:
                raise IllegalMoveError("There are no words in this note to make a finding of.")
            self._say(shelves, note, line)
        self._remember_text(f"“{shorten(before, 40)}” a finding", note_id, before, line)
        return finding_kind(read_line(line).tags)

    def next_kind(self, note_id: int) -> str:
        """Give a finding the next of the nine kinds; it can be taken back.

        Returns:
            The kind it now is.

        Raises:
            IllegalMoveError: The note is no finding.
        """
        caught = read_line(notes.one(self._store.reading(), note_id) or "")
        if caught.kind != "finding":
            raise IllegalMoveError("This note is no finding yet: f makes it one.")
        return self.make_finding(note_id, kind_after(finding_kind(caught.tags)))

    def unmake_finding(self, note_id: int) -> None:
        """Make a finding's note a plain one again, its words as they are; it can be taken back.

        Raises:
            IllegalMoveError: The note is no finding.
        """
        from infotui.domain.records.note import Finding

        with self._store.writing() as shelves:
            note = shelves.notes.note(note_id)
            if read_line(note.text).kind != "finding":
                raise IllegalMoveError("This note is no finding, so there is nothing to take away.")
            before, line = note.text, as_plain(note.text)
            found = shelves.notes.caught_in(note_id)
            values = found.model_dump() if isinstance(found, Finding) else None
            self._say(shelves, note, line)

        def put_back() -> None:
            with self._store.writing() as shelves:
                note = shelves.notes.note(note_id)
                if note.text != line:
                    raise IllegalMoveError(_CHANGED)
                if values is not None and shelves.notes.caught_in(note_id) is None:
                    shelves.notes.put_back(Finding, values)
                self._say(shelves, note, before)

        self._undo.remember(f"“{shorten(line, 40)}” no finding", put_back)

    def _remember_text(self, what: str, note_id: int, before: str, after: str) -> None:
        def put_back() -> None:
            with self._store.writing() as shelves:
                note = shelves.notes.note(note_id)
                if note.text != after:
                    raise IllegalMoveError(_CHANGED)
                self._say(shelves, note, before)

        self._undo.remember(what, put_back)

    def _say(self, shelves: "Shelves", note: "Note", text: str) -> None:
        """Change a note's text; what was caught in it follows."""
        before, note.text = note.text, text
        bring_in_step(shelves, note, self._zone, before)


def _debrief(shelves: "Shelves", interview_id: int) -> "Debrief":
    """Give a debrief's record.

    Raises:
        NotFoundError: The talk has none.
    """
    found = shelves.followups.debrief(interview_id)
    if found is None:
        raise NotFoundError("That debrief is no longer in the notebook. Nothing changed.")
    return found


def _other_item(kind: str) -> str:
    """Say why a note that is something else already cannot become a finding."""
    names = {
        "arisen": "a question that arose",
        "asked of me": "a question asked of you",
        "opening": "an opening",
    }
    said = names.get(kind, f"a {kind.removeprefix('my ').removeprefix('their ')}")
    return f"This note is {said} already. Only a plain note becomes a finding; e changes its sign."

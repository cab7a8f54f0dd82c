"""The desk of questions: picked from the bank, tailored, written, put in order (S29-S33, S43-S45)."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.bank import Bank, BankQuestion
from infotui.domain.blanks import blanks_in, fill
from infotui.domain.clock import Clock
from infotui.domain.contact import optional_line
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.first_question import first_hint
from infotui.domain.question import IMPORTANCES, PLANNED, QuestionRow
from infotui.domain.question_list import ListedQuestion, QuestionList
from infotui.domain.research_question import question_of
from infotui.domain.sameness import OtherList, Sameness, Wording, same_list
from infotui.domain.text import clean, clean_line, fold, shorten
from infotui.services.picking import copied_for, copy_of, values_for
from infotui.services.plans import REFERRAL
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import interviews, question_lists, questions

if TYPE_CHECKING:
    from infotui.domain.records.question import Question
    from infotui.storage.shelves import Shelves


_LOOKED_THROUGH: Final = 300  # lists, the newest, in which one looks for the same one


class QuestionDesk:
    """The questions of one plan at a time, and the bank."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        bank: Callable[[], Bank],
        undo: Undo,
        clock: Clock,
        zone: ZoneInfo,
    ) -> None:
        self._store = store
        self._settings = settings
        self._bank = bank
        self._undo = undo
        self._clock = clock
        self._zone = zone

    def of(self, interview_id: int) -> list[QuestionRow]:
        """Give the questions of an interview, in order."""
        return questions.of(self._store.reading(), interview_id)

    def one(self, question_id: int) -> QuestionRow:
        """Give one question.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = questions.one(self._store.reading(), question_id)
        if row is None:
            raise NotFoundError("That question is no longer in the notebook.")
        return row

    def bank(self, interview_id: int | None, needle: str = "") -> list[BankQuestion]:
        """Give the bank, those that fit the interview's goals first, filtered by words."""
        goals: list[str] = []
        if interview_id is not None:
            sheet = interviews.plan(self._store.reading(), interview_id)
            goals = [goal.kind for goal in sheet.goals] if sheet else []
        words = fold(needle).split()
        return [q for q in self._bank().fitting(goals) if _holds(q, words)]

    def pick(self, interview_id: int, bank_id: str, wording: str = "") -> int:
        """Copy a bank question into a plan, before its close; the bank stays as it was.

        Args:
            interview_id: Whose plan.
            bank_id: Which entry.
            wording: One of its alternates or parts; its own text when empty.

        Returns:
            The question's id.

        Raises:
            NotFoundError: There is no such entry.
        """
        entry = self._bank().find(bank_id)
        if entry is None:
            raise NotFoundError("That question is no longer in the bank.")
        values = values_for(self._store, interview_id, self._settings)
        return self.add_undoably(copy_of(entry, interview_id, values, wording))

    def take_over(self, interview_id: int, question_id: int) -> "MadeOf":
        """Copy a question of another plan into this one, worded for this person.

        Returns:
            The question's id: of the one that stands there already, if it does; its `is_new` tells.

        Raises:
            NotFoundError: It is not there any more.
        """
        was = self.one(question_id)
        values = values_for(self._store, interview_id, self._settings)
        copy = copied_for(was, interview_id, values)
        for row in self.of(interview_id):
            if fold(row.text) == fold(copy.text) or (was.bank_id and row.bank_id == was.bank_id):
                return MadeOf(row.id, is_new=False)
        return MadeOf(self.add_undoably(copy), is_new=True)

    def add_undoably(self, question: "Question") -> int:
        """Put a question that was made elsewhere into its plan; it can be taken back.

        Once its words were changed it is not, so that nothing written goes by that.

        Returns:
            The question's id.
        """
        question_id, words = self.add(question), question.text

        def take_back() -> None:
            if self.one(question_id).text != words:
                raise IllegalMoveError("That question has words of yours by now; d takes it off.")
            self.remove(question_id)

        self._undo.remember(f"“{shorten(words, 40)}”", take_back)
        return question_id

    def add(self, question: "Question") -> int:
        """Put a question that was made elsewhere into its plan, where its phase belongs.

        Returns:
            The question's id.
        """
        with self._store.writing() as shelves:
            question.position = shelves.questions.next_position(question.interview_id)
            shelves.questions.add(question)
            self._place(shelves, question)
            return question.row_id

    def lists(self, needle: str = "", limit: int = 100) -> list[QuestionList]:
        """Give the question lists of all plans, the newest first, filtered by words."""
        return question_lists.newest(self._store.reading(), needle, limit)

    def sameness(self, interview_id: int) -> Sameness | None:
        """Find another interview whose list is the same, or nearly, and say so (S30)."""
        db = self._store.reading()
        interview = interviews.one(db, interview_id)
        if interview is None:
            return None
        others = [
            OtherList(
                found.interview_id,
                found.contact,
                found.contact_id == interview.contact_id,
                found.when.astimezone(self._zone).date(),
                _wordings(found.questions),
            )
            for found in question_lists.newest(db, limit=_LOOKED_THROUGH)
            if found.interview_id != interview_id
        ]
        mine = _wordings([q for q in self.of(interview_id) if q.origin in PLANNED])
        today = self._clock.now().astimezone(self._zone).date()
        return same_list(mine, others, interview.contact.split()[0], today)

    def first_hint(self, interview_id: int) -> str:
        """Say that the first question is not about the person, unless that was meant so (S15)."""
        as_is = questions.first_as_is(self._store.reading(), interview_id)
        return first_hint(self.of(interview_id), as_is=as_is)

    def keep_first_as_is(self, interview_id: int, keep: bool = True) -> None:
        """Let a plan begin as it does, without a hint; or not any more. It can be taken back (S15)."""
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            was, interview.first_as_is = bool(interview.first_as_is), int(keep)
        if was != keep:
            words = "the first question as it is" if keep else "the hint on the first question"
            self._undo.remember(words, lambda: self.keep_first_as_is(interview_id, was))

    def write_own(self, interview_id: int, text: str = "", importance: str = "should") -> int:
        """Begin a question of one's own; its words follow as they are typed.

        Returns:
            The question's id.
        """
        return self._begin(interview_id, text, importance, None)

    def from_research(self, interview_id: int, note_id: int, text: str = "") -> "MadeOf":
        """Make a question of a research note and keep them linked, once in each plan (S28).

        Args:
            interview_id: Whose plan.
            note_id: Which note.
            text: The words; a beginning of ours with the note's words when empty.

        Returns:
            The question's id; its `is_new` tells whether the note was no question of this plan yet.

        Raises:
            NotFoundError: The note is not there any more.
        """
        with self._store.writing() as shelves:
            note = shelves.contacts.research(note_id)
            known = shelves.questions.made_of(interview_id, note_id)
            if known is not None:
                return MadeOf(known.row_id, is_new=False)
            words = text or question_of(note.body, note.source)
        return MadeOf(self._begin(interview_id, words, "should", note_id), is_new=True)

    def _begin(self, interview_id: int, text: str, importance: str, note_id: int | None) -> int:
        from infotui.domain.records.question import Question

        question = Question(
            interview_id=interview_id,
            position=0,
            text=clean(text),
            origin="own" if note_id is None else "research",
            importance=importance,  # type: ignore[arg-type]
            research_note_id=note_id,
        )
        # One without words yet goes by itself when it stays so; there is nothing to take back.
        return self.add_undoably(question) if question.text else self.add(question)

    def _place(self, shelves: "Shelves", new: "Question") -> None:
        """Put a new question where its phase belongs: a start first, the close last."""
        others = [q for q in shelves.questions.of(new.interview_id) if q.row_id != new.row_id]
        rank = {"start": 0, "middle": 1, "close": 2}
        before = [q for q in others if rank[q.phase] <= rank[new.phase]]
        spot = others.index(before[-1]) + 1 if before else 0
        order = [q.row_id for q in others]
        order.insert(spot, new.row_id)
        shelves.questions.reorder(new.interview_id, order)

    def drop_if_empty(self, question_id: int) -> bool:
        """Remove a question without words; tells whether it did."""
        from infotui.domain.records.question import Question

        with self._store.writing() as shelves:
            question = shelves.questions.question(question_id)
            if clean_line(question.text) or shelves.questions.notes_on(question_id):
                return False
            shelves.questions.remove(Question, question_id)
            left = [q.row_id for q in shelves.questions.of(question.interview_id)]
            shelves.questions.reorder(question.interview_id, left)
            return True

    def blanks(self, question_id: int) -> list[tuple[str, str]]:
        """Give the blanks that are still open, each with what the record suggests."""
        question = self.one(question_id)
        known = values_for(self._store, question.interview_id, self._settings)
        return [(b, known.get(b, "")) for b in dict.fromkeys(blanks_in(question.text))]

    def fill_blanks(self, question_id: int, values: Mapping[str, str]) -> None:
        """Put words into the blanks of a question; blanks without words stay.

        Raises:
            BadInputError: The words for a blank are longer than a line can be; nothing was changed.
        """
        question = self.one(question_id)
        words = {blank: optional_line(blank, value) for blank, value in values.items()}
        self.set_text(question_id, fill(question.text, words))

    def set_text(self, question_id: int, text: str) -> None:
        """Set the words of a question; it can be taken back."""
        with self._store.writing() as shelves:
            question = shelves.questions.question(question_id)
            was, question.text = question.text, clean_line(text)
        if was != question.text:
            self._undo.remember("a wording", lambda: self.set_text(question_id, was))

    def set_importance(self, question_id: int, importance: str) -> None:
        """Set must, should or could (S31).

        Raises:
            BadInputError: It is none of them.
        """
        if importance not in IMPORTANCES:
            raise BadInputError("importance", "A question is a must, a should or a could.")
        with self._store.writing() as shelves:
            question = shelves.questions.question(question_id)
            was, question.importance = question.importance, importance  # type: ignore[assignment]
        if was != importance:
            self._undo.remember(f"“{importance}”", lambda: self.set_importance(question_id, was))

    def move(self, question_id: int, steps: int) -> int:
        """Move a question up (negative) or down the strict order (S31).

        Returns:
            Its new place, from 0.
        """
        with self._store.writing() as shelves:
            question = shelves.questions.question(question_id)
            before = [q.row_id for q in shelves.questions.of(question.interview_id)]
            order = [i for i in before if i != question_id]
            place = max(0, min(len(order), before.index(question_id) + steps))
            order.insert(place, question_id)
            if order == before:
                return place
            shelves.questions.reorder(question.interview_id, order)
            interview_id = question.interview_id
        self._undo.remember("the order", lambda: self._reorder(interview_id, before))
        return place

    def _reorder(self, interview_id: int, ids: Sequence[int]) -> None:
        with self._store.writing() as shelves:
            shelves.questions.reorder(interview_id, ids)

    def remove(self, question_id: int) -> None:
        """Take a question off its plan; it can be taken back.

        Raises:
            IllegalMoveError: Notes were taken under it.
        """
        from infotui.domain.records.question import Question

        with self._store.writing() as shelves:
            count = shelves.questions.notes_on(question_id)
            if count:
                raise IllegalMoveError(
                    f"{count} note{'s hang' if count > 1 else ' hangs'} on this question, so it stays. "
                    "Skip it instead."
                )
            values = shelves.questions.remove(Question, question_id)
            order = [q.row_id for q in shelves.questions.of(values["interview_id"])]
            shelves.questions.reorder(values["interview_id"], order)

        def put_back() -> None:
            place = values["position"] - 1
            with self._store.writing() as shelves:
                talk = values["interview_id"]
                again = {**values, "position": shelves.questions.next_position(talk)}
                if again["state"] == "asking" and shelves.questions.asking(talk) is not None:
                    again |= {"state": "planned", "asked_at": None}
                shelves.questions.put_back(Question, shelves.questions.without_lost_links(again))
                ids = list(order)
                ids.insert(place, question_id)
                shelves.questions.reorder(values["interview_id"], ids)

        self._undo.remember(f"the removal of “{shorten(values['text'], 40)}”", put_back)


class MadeOf(int):
    """The id of a question that was made of something else, and whether it was made just now."""

    is_new: bool

    def __new__(cls, question_id: int, *, is_new: bool) -> "MadeOf":
        """Make one of a question's id."""
        made = super().__new__(cls, question_id)
        made.is_new = is_new
        return made


def _wordings(listed: Sequence[ListedQuestion | QuestionRow]) -> tuple[Wording, ...]:
    """Give the words of a list without the question for further people, which stands in every plan."""
    return tuple(
        Wording(q.text, q.bank_id, q.template, q.tailoring) for q in listed if q.bank_id != REFERRAL
    )


def _holds(question: BankQuestion, words: Sequence[str]) -> bool:
    text = fold(" ".join((question.text, question.short, question.set_id, *question.goals)))
    return all(word in text for word in words)

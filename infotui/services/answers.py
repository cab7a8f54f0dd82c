"""The desk of answers: everyone's answers on one sheet, gaps put onto plans, questions joined by hand (M3)."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.answers import (
    BANK,
    OWN,
    Asked,
    GapRow,
    Sheet,
    Topic,
    as_markdown,
    likely_first,
    what_of,
)
from infotui.domain.bank import Bank, BankQuestion
from infotui.domain.blanks import fill
from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.domain.moment import say_day
from infotui.domain.question import QuestionRow
from infotui.domain.text import count_of, shorten
from infotui.services.exports import file_at_home, file_meant, write_out
from infotui.services.picking import copied_for, values_for, values_of
from infotui.services.plans import PlanDesk
from infotui.services.questions import QuestionDesk
from infotui.services.sheets import Sheets
from infotui.services.undo import Undo
from infotui.services.unnamed import worded_for_others
from infotui.storage.store import Store
from infotui.storage.views import interviews

_NO_QUESTION = (
    "No question of the bank asks for this. On Questions, n writes one of your own onto the plan."
)
_WRITE = " On Questions, n writes one of your own onto the plan."


class Put(NamedTuple):
    """A question that was put onto a plan; `begun` when the plan was begun for it."""

    question_id: int
    interview_id: int
    text: str
    begun: bool = False
    named: tuple[str, ...] = ()  # whom its own words named, and it does not any more
    own: bool = False  # it is in one's own words rather than the bank's


class Offered(NamedTuple):
    """A question of the bank, as it would be worded for somebody."""

    bank_id: str
    text: str


class AnswerDesk:
    """What they all said."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        bank: Callable[[], Bank],
        zone: ZoneInfo,
        undo: Undo,
        questions: QuestionDesk,
        plans: PlanDesk,
    ) -> None:
        self._store = store
        self._settings = settings
        self._bank = bank
        self._zone = zone
        self._undo = undo
        self._questions = questions
        self._plans = plans

    def sheets(self) -> Sheets:
        """Give all sheets as the notebook is now; one look at it serves for many of them."""
        return Sheets(self._store, self._bank)

    def topics(self) -> list[Topic]:
        """Give everything a sheet can be over: questions, goals, kinds, fields, tags."""
        return self.sheets().topics()

    def sheet(self, key: str) -> Sheet:
        """Give everyone's answers to one thing, the newest first, and who gave none."""
        return self.sheets().sheet(key)

    def key_of(self, question_id: int) -> str:
        """Give the key of the sheet that a question of a plan stands on.

        Raises:
            NotFoundError: It is not there any more.
            IllegalMoveError: It has no words yet, or they asked it and not I.
        """
        row = self._questions.one(question_id)
        if row.origin == "asked of me":
            raise IllegalMoveError("They asked you this one; a sheet is over what you ask.")
        if not row.text.strip():
            raise IllegalMoveError("This question has no words yet, so nobody was asked it.")
        return Asked(row.id, row.interview_id, row.text, row.template, row.bank_id, row.joined,
                     row.state, noted=False).key  # fmt: skip

    # ── onto plans ───────────────────────────────────────────────────────────────────────────────

    def offers(self, key: str, gap: GapRow) -> list[Offered]:
        """Give the questions of the bank that ask for what a sheet is over, worded for somebody.

        What stands in the plan with them is left out, and what they were asked already.

        Raises:
            IllegalMoveError: No question of the bank asks for it, or all of them were asked; the
                sentence says what to do.
        """
        sheets = self.sheets()
        left = self._left(sheets, key, [gap.contact_id], gap.ahead.id if gap.ahead else None)
        if not left:
            asked = f"{gap.name} was asked all that the bank has for this." + _WRITE
            raise IllegalMoveError(asked if sheets.fitting(key) else _NO_QUESTION)
        if gap.ahead is not None:
            values = values_for(self._store, gap.ahead.id, self._settings)
        else:
            values = values_of(self._store, gap.contact_id, self._settings)
        return [Offered(entry.id, fill(entry.text, values)) for entry in left]

    @staticmethod
    def _left(
        sheets: Sheets, key: str, people: Collection[int], interview_id: int | None
    ) -> list[BankQuestion]:
        """Give the questions that fit and neither stand in a plan nor were asked of its people."""
        known = {row.key for rows in sheets.asked.values() for row in rows
                 if row.interview_id == interview_id}  # fmt: skip
        known |= sheets.asked_of(people)
        return [entry for entry in sheets.fitting(key) if f"{BANK}{entry.id}" not in known]

    def still_named(self, key: str, gaps: Sequence[GapRow]) -> tuple[str, ...]:
        """Tell whom a question in one's own words would name to others, however it is turned (M8)."""
        sheets = self.sheets()
        was = None if sheets.fitting(key) else self._latest(sheets, key)
        if was is None:
            return ()
        people = [set(g.ahead.people) if g.ahead else {g.contact_id} for g in gaps]
        return tuple(dict.fromkeys(
            name for each in people
            for name in worded_for_others(self._store, was.text, each).left
        ))  # fmt: skip

    def whose(self, sheet: Sheet) -> list[GapRow]:
        """Give onto whose plan a sheet's question can be put: who gave no answer first, then talks ahead."""
        gaps = [gap for gap in sheet.gaps if not gap.planned]
        there = {gap.contact_id for gap in sheet.gaps}
        return [*gaps, *(row for row in self.sheets().ahead_of(sheet.topic.key)
                         if row.contact_id not in there and not row.planned)]  # fmt: skip

    def put(self, key: str, gap: GapRow, bank_id: str = "") -> Put:
        """Put what a sheet is over onto the next plan with somebody; it can be taken back.

        A question is worded for them, as any that is picked; over a goal, a kind, a tag or a field
        it is a question of the bank that asks for it, the first one that is not in the plan if none
        is named. Where no talk with them is planned, a plan is begun, with the goal that the sheet is
        over, and going back on it takes the plan away as well. Own words that name somebody are
        turned so that nobody is named (M8).

        Args:
            key: Of the sheet.
            gap: Who gave no answer.
            bank_id: Which question of the bank, over anything but a question.

        Raises:
            IllegalMoveError: It stands in their plan already, or no question asks for this.
            NotFoundError: They are not in the notebook any more.
        """
        if gap.planned:
            raise IllegalMoveError(f"It stands in the plan with {gap.name} already.")
        if what_of(key) != "question" and not self.sheets().fitting(key):
            raise IllegalMoveError(_NO_QUESTION)
        if gap.ahead is not None:
            return self._put(key, gap.ahead.id, bank_id)
        interview_id = self._plans.plan_with(gap.contact_id)
        with self._undo.as_one(f"the plan with {gap.name}, and its question"):
            if what_of(key) == "goal":
                kind = key.split(":")[1]
                title = self.sheets().topic(key).title if kind == "own" else ""
                self._plans.add_goal(interview_id, kind, title)
            return self._put(key, interview_id, bank_id)._replace(begun=True)

    def put_all(self, key: str, gaps: Sequence[GapRow]) -> list[Put]:
        """Put it onto every plan there is with those who gave no answer; taken back in one step.

        Returns:
            What was put where; empty when none of them has a plan that lacks it.
        """
        # One talk with two of them is one plan.
        ahead = {g.ahead.id: g.ahead for g in gaps if g.ahead is not None and not g.planned}
        sheets = self.sheets()
        worded = what_of(key) == "question"
        plans = [talk.id for talk in ahead.values()
                 if worded or self._left(sheets, key, talk.people, talk.id)]  # fmt: skip
        if not plans:
            return []
        first, *rest = plans
        made = [self._put(key, first)]
        with self._undo.as_one(f"a question on {count_of(len(plans), 'plan')}"):
            made += [self._put(key, interview_id) for interview_id in rest]
        return made

    def _put(self, key: str, interview_id: int, bank_id: str = "") -> Put:
        sheets = self.sheets()
        if not bank_id:
            people = interviews.people(self._store.reading(), interview_id)
            whom = [] if what_of(key) == "question" else [person.id for person in people]
            left = self._left(sheets, key, whom, interview_id)
            bank_id = left[0].id if left else ""
        if not bank_id:
            return self._own(sheets, key, interview_id)
        question_id = self._questions.pick(interview_id, bank_id)
        return Put(question_id, interview_id, self._questions.one(question_id).text)

    def _own(self, sheets: Sheets, key: str, interview_id: int) -> Put:
        """Put a question in one's own words; whoever is named in them is not named to others (M8)."""
        if what_of(key) != "question":
            raise IllegalMoveError(_NO_QUESTION)
        if any(row.interview_id == interview_id for row in sheets.asked.get(key, ())):
            raise IllegalMoveError("It stands in that plan already.")
        was = self._latest(sheets, key)
        if was is None:
            raise NotFoundError("That question is no longer in the notebook. Nothing was put.")
        copy = copied_for(was, interview_id, values_for(self._store, interview_id, self._settings))
        people = {p.id for p in interviews.people(self._store.reading(), interview_id)}
        worded = worded_for_others(self._store, copy.text, people)
        if worded.text != copy.text:
            copy.text, copy.template, copy.origin = worded.text, "", "own"
            copy.joined = key  # in other words it still is the question of this sheet
        question_id = self._questions.add_undoably(copy)
        return Put(question_id, interview_id, copy.text, named=worded.named, own=True)

    def _latest(self, sheets: Sheets, key: str) -> QuestionRow | None:
        """Give the question that a sheet is over, as it was last worded."""
        rows = sheets.asked.get(key, [])
        # In its own words rather than in those of one that was joined to it.
        best = [row for row in rows if row.base == key] or rows
        return self._questions.one(best[-1].id) if best else None

    # ── joined by hand ───────────────────────────────────────────────────────────────────────────

    def may_mean(self, key: str) -> list[Topic]:
        """Give the questions that one in own words may be joined to, the likeliest first.

        Raises:
            IllegalMoveError: It is no question in own words.
        """
        if not key.startswith(OWN):
            raise IllegalMoveError(
                "Only a question in your own words can be joined to another one; go to that and join it."
            )
        topics = self.topics()
        mine = next((topic for topic in topics if topic.key == key), None)
        others = [t for t in topics if t.what == "question" and t.key != key]
        return likely_first(others, mine.title) if mine is not None else []

    def join(self, key: str, into: str) -> None:
        """Join a question in own words to another one's sheet, in all plans; it can be taken back.

        What was joined to it before goes along.

        Raises:
            IllegalMoveError: It is no question in own words, or both are one.
            NotFoundError: One of them is not there any more; nothing was changed.
        """
        rows = self.sheets().asked
        if not key.startswith(OWN) or key == into or what_of(into) != "question":
            raise IllegalMoveError(
                "Only a question in your own words can be joined to another one."
            )
        if not rows.get(key) or not (rows.get(into) or into.startswith(BANK)):
            raise NotFoundError("That question is no longer in the notebook. Nothing changed.")
        self._set_joined(rows[key], into, "the joining of two questions")

    def take_apart(self, key: str, base: str) -> None:
        """Let a question that was joined to another one's sheet stand by itself again; can be taken back.

        Args:
            key: Of the sheet.
            base: The own key of the question that was joined to it.

        Raises:
            IllegalMoveError: It is not joined to it.
        """
        rows = [q for q in self.sheets().asked.get(key, []) if q.joined and q.base == base]
        if not rows:
            raise IllegalMoveError("No question is joined to this one by hand.")
        self._set_joined(rows, "", "the taking apart of two questions")

    def _set_joined(self, rows: Sequence[Asked], key: str, words: str) -> None:
        with self._store.recorded() as (shelves, done):
            for row in rows:
                shelves.questions.question(row.id).joined = key
        self._undo.remember(words, lambda: self._store.turn_back(done))

    # ── out of the program ───────────────────────────────────────────────────────────────────────

    def as_markdown(self, sheet: Sheet, today: date) -> str:
        """Give a sheet as Markdown, to be copied."""
        days = [
            say_day(row.at.astimezone(self._zone).date(), today) if row.at is not None else ""
            for row in sheet.rows
        ]
        return as_markdown(sheet, days)

    def file_for(self, sheet: Sheet) -> str:
        """Give a place for a sheet: a file in the home folder, named after what it is over."""
        return file_at_home("answers", sheet.topic.title, "sheet").removesuffix("txt") + "md"

    def write(self, sheet: Sheet, target: str, today: date, *, replace: bool = False) -> Path:
        """Write a sheet to a file as Markdown, whole or not at all.

        Returns:
            Where it is.

        Raises:
            BadInputError: No file is named; `field` is `file`.
            ExportError: It stands already and `replace` is off, or it cannot be written.
        """
        path = file_meant(target)
        write_out([self.as_markdown(sheet, today)], str(path), force=replace)
        return path


def say_put(put: Put, name: str) -> str:
    """Say what was put onto whose plan."""
    words = f"“{shorten(put.text, 60)}”"
    unnamed = f" It does not name {_listed(put.named)}." if put.named else ""
    if put.begun:
        return f"A plan with {name} is begun, with {words}.{unnamed}"
    return f"{words} stands in the plan with {name}.{unnamed}"


def say_put_all(made: Sequence[Put]) -> str:
    """Say how a question was put onto several plans: worded for each, in one's own words, or naming nobody."""
    plans = count_of(len(made), "plan")
    if named := tuple(dict.fromkeys(name for put in made for name in put.named)):
        return f"Put onto {plans} as “{shorten(made[0].text, 60)}”, which does not name {_listed(named)}."
    how = "in your own words" if any(put.own for put in made) else "worded for each"
    return f"Put onto {plans}, {how}."


def _listed(names: Sequence[str]) -> str:
    return " or ".join(names)

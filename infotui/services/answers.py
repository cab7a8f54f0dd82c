"""The desk of answers: everyone's answers on one sheet, gaps put onto plans, questions joined by hand (M3)."""

from collections.abc import Callable, Sequence
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
from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.domain.moment import say_day
from infotui.domain.text import count_of, shorten
from infotui.services.exports import file_at_home, file_meant, stands, write_out
from infotui.services.picking import copied_for, values_for
from infotui.services.plans import PlanDesk
from infotui.services.questions import QuestionDesk
from infotui.services.sheets import Sheets
from infotui.services.undo import Undo
from infotui.storage.store import Store

_NO_QUESTION = (
    "No question of the bank asks for this. On Questions, n writes one of your own onto the plan."
)


class Put(NamedTuple):
    """A question that was put onto a plan; `begun` when the plan was begun for it."""

    question_id: int
    interview_id: int
    text: str
    begun: bool = False


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
        """Give everything a sheet can be over, what most people spoke to first."""
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

    def offers(self, key: str, gap: GapRow) -> list[BankQuestion]:
        """Give the questions of the bank that ask for what a sheet is over and are not in the plan yet.

        Raises:
            IllegalMoveError: No question of the bank asks for it; the sentence says what to do.
        """
        fits = self.sheets().fitting(key)
        there = set()
        if gap.ahead is not None:
            there = {q.bank_id for q in self._questions.of(gap.ahead.id)}
        left = [q for q in fits if q.id not in there]
        if not left:
            raise IllegalMoveError(_NO_QUESTION)
        return left

    def put(self, key: str, gap: GapRow, bank_id: str = "") -> Put:
        """Put what a sheet is over onto the next plan with somebody; it can be taken back.

        A question is worded for them, as any that is picked; over a goal, a kind, a tag or a field
        it is a question of the bank that asks for it, the first one that is not in the plan if none
        is named. Where no talk with them is planned, a plan is begun, and going back on it takes the
        plan away as well.

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
            return self._put(key, interview_id, bank_id)._replace(begun=True)

    def put_all(self, key: str, gaps: Sequence[GapRow]) -> list[Put]:
        """Put it onto every plan there is with those who gave no answer; taken back in one step.

        Returns:
            What was put where; empty when none of them has a plan that lacks it.
        """
        # One talk with two of them is one plan.
        plans = dict.fromkeys(g.ahead.id for g in gaps if g.ahead is not None and not g.planned)
        if not plans:
            return []
        first, *rest = plans
        made = [self._put(key, first)]
        with self._undo.as_one(f"a question on {count_of(len(plans), 'plan')}"):
            made += [self._put(key, interview_id) for interview_id in rest]
        return made

    def _put(self, key: str, interview_id: int, bank_id: str = "") -> Put:
        if bank_id:
            question_id = self._questions.pick(interview_id, bank_id)
        else:
            question_id = self._made(key, interview_id)
        return Put(question_id, interview_id, self._questions.one(question_id).text)

    def _made(self, key: str, interview_id: int) -> int:
        sheets = self.sheets()
        there = {q.key for rows in sheets.asked.values() for q in rows
                 if q.interview_id == interview_id}  # fmt: skip
        fits = [q for q in sheets.fitting(key) if f"{BANK}{q.id}" not in there]
        if fits:
            return self._questions.pick(interview_id, fits[0].id)
        if what_of(key) != "question":
            raise IllegalMoveError(_NO_QUESTION)
        rows = sheets.asked.get(key, [])
        if key in there:
            raise IllegalMoveError("It stands in that plan already.")
        if not rows:
            raise NotFoundError("That question is no longer in the notebook. Nothing was put.")
        # In its own words rather than in those of one that was joined to it.
        best = [row for row in rows if row.base == key] or rows
        was = self._questions.one(best[-1].id)
        values = values_for(self._store, interview_id, self._settings)
        return self._questions.add_undoably(copied_for(was, interview_id, values))

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

    def stands(self, target: str) -> bool:
        """Whether a file stands at a path already."""
        return stands(target)

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
    if put.begun:
        return f"A plan with {name} is begun, with {words}."
    return f"{words} stands in the plan with {name}."

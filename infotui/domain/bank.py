"""The question bank: its entries, what is allowed in one, and how a user's bank joins it (S43, S44)."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from infotui.domain.goal import GOAL_KINDS
from infotui.domain.question import PHASES
from infotui.domain.text import clean_line, shorten

FORMAT: Final = 1
_SHORT_LIMIT: Final = 30
_TEXT_LIMIT: Final = 500


class BankEntryError(Exception):
    """An entry cannot be used: the how-manieth of which table (from 0; -1 for the file), and why."""

    def __init__(self, table: str, index: int, reason: str) -> None:
        super().__init__(reason)
        self.table, self.index, self.reason = table, index, reason


class BankQuestion(NamedTuple):
    """A question of the bank; picking copies it and leaves the bank as it was."""

    id: str
    set_id: str
    text: str
    short: str
    goals: tuple[str, ...]
    phase: str
    guide: int | None = None
    alternates: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class BankSet(NamedTuple):
    """A named set of the bank."""

    id: str
    title: str
    about: str


class Bank(NamedTuple):
    """All sets and questions, in the order of their files."""

    sets: tuple[BankSet, ...] = ()
    questions: tuple[BankQuestion, ...] = ()
    trouble: tuple[str, ...] = ()

    def joined_by(self, other: "Bank") -> "Bank":
        """Give this bank with another's entries added, or in place of those of the same id."""
        sets = {s.id: s for s in (*self.sets, *other.sets)}
        questions = {q.id: q for q in (*self.questions, *other.questions)}
        trouble = (*self.trouble, *other.trouble)
        return Bank(tuple(sets.values()), tuple(questions.values()), trouble)

    def find(self, bank_id: str) -> BankQuestion | None:
        """Give the entry of that id, if there is one."""
        return next((q for q in self.questions if q.id == bank_id), None)

    def fitting(self, goals: Sequence[str]) -> tuple[BankQuestion, ...]:
        """Give all questions, those that fit the goals first, else in the bank's order (S43)."""
        wanted = set(goals)
        return tuple(sorted(self.questions, key=lambda q: -len(wanted.intersection(q.goals))))


def read_bank(document: Mapping[str, Any]) -> Bank:
    """Make a bank of a parsed TOML document.

    Raises:
        BankEntryError: The first entry that cannot be used.
    """
    if document.get("format") != FORMAT:
        raise BankEntryError("", -1, f"it must say `format = {FORMAT}`")
    sets = [_read_set(i, entry) for i, entry in enumerate(_tables(document, "set"))]
    questions: dict[str, BankQuestion] = {}
    for index, entry in enumerate(_tables(document, "question")):
        question = _read_question(index, entry)
        if question.id in questions:
            raise BankEntryError("question", index, f"the id `{question.id}` is there twice")
        questions[question.id] = question
    return Bank(tuple(sets), tuple(questions.values()))


def _tables(document: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    tables = document.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise BankEntryError(name, -1, f"`{name}` must be written as [[{name}]]")
    return tables


def _read_set(index: int, entry: Mapping[str, Any]) -> BankSet:
    words = [_words("set", index, entry, key) for key in ("id", "title")]
    return BankSet(words[0], words[1], clean_line(str(entry.get("about", ""))))


def _read_question(index: int, entry: Mapping[str, Any]) -> BankQuestion:
    text = _words("question", index, entry, "text")
    goals = _list(index, entry, "goals")
    phase = str(entry.get("phase", "middle"))
    guide = entry.get("guide")
    if unknown := [goal for goal in goals if goal not in GOAL_KINDS]:
        raise BankEntryError("question", index, f"`{unknown[0]}` is no kind of goal")
    if phase not in PHASES:
        raise BankEntryError("question", index, f"phase must be one of {', '.join(PHASES)}")
    if guide is not None and not isinstance(guide, int):
        raise BankEntryError("question", index, "`guide` must be a number")
    return BankQuestion(
        id=_words("question", index, entry, "id"),
        set_id=str(entry.get("set", "mine")),
        text=text,
        short=shorten(str(entry.get("short", "")), _SHORT_LIMIT),
        goals=goals,
        phase=phase,
        guide=guide,
        alternates=_list(index, entry, "alternates"),
        parts=_list(index, entry, "parts"),
    )


def _words(table: str, index: int, entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not clean_line(value):
        raise BankEntryError(table, index, f"`{key}` is missing or no text")
    if len(value) > _TEXT_LIMIT:
        raise BankEntryError(table, index, f"`{key}` is longer than {_TEXT_LIMIT} characters")
    return clean_line(value)


def _list(index: int, entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BankEntryError("question", index, f"`{key}` must be a list of texts")
    return tuple(clean_line(item) for item in value)

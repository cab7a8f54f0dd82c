"""A question of the plan is found by its number or by a part of its words, as one types (S33)."""

import pytest

from infotui.domain.finding_question import find_questions
from infotui.domain.question import QuestionRow

PLAN = (
    ("typical day", "What does a typical day look like?"),
    ("", "How did you begin in übersetzung?"),
    ("hiring", "What do you look for when you hire?"),
    ("", "Which days are hard?"),
    *(("", f"Filler {letter}?") for letter in "abcdef"),
    ("who else", "Whom else should I talk to?"),
    ("", "What changed in 2019?"),
)


def row(position: int, short: str, text: str) -> QuestionRow:
    return QuestionRow(
        id=100 + position, uuid="", interview_id=1, position=position, text=text, template="",
        short=short, bank_id="", origin="own", phase="middle", importance="should",
        state="planned", research_note_id=None, research="", asked_at=None,
    )  # fmt: skip


ROWS = [row(position, *words) for position, words in enumerate(PLAN, 1)]


@pytest.mark.parametrize(
    ("typed", "positions"),
    [
        ("", []),
        ("   ", []),
        ("3", [3]),
        ("1", [1, 10, 11, 12]),  # the very one first
        ("11", [11]),
        ("0", []),
        ("13", []),
        ("2019", []),  # digits are a number of the plan
        ("day", [1, 4]),
        ("hir", [3]),
        ("HIR", [3]),
        ("Über", [2]),
        ("uber", [2]),
        ("who", [11]),
        ("you", [2, 3]),
        ("ard", [4]),  # inside a word
        ("in", [2, 12, 3]),  # beginnings of words go before the inside of words
        ("what do", [1, 3]),
        ("nothing like it", []),
    ],
)
def test_questions_are_found_as_one_types(typed: str, positions: list[int]) -> None:
    assert [q.position for q in find_questions(ROWS, typed)] == positions


def test_nothing_is_found_in_an_empty_plan() -> None:
    assert find_questions([], "1") == find_questions([], "day") == []

"""The plan on paper: one page of 80 columns, every word on it, the marks by the clock on the wall."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.domain.interview import GoalRow, InterviewRow, Marks, PlanSheet
from infotui.domain.question import QuestionRow
from infotui.domain.text import clean
from infotui.formats.paper import LINES, WIDTH, page
from tests.builders import BERLIN
from tests.domain.builders import steady

AT = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
OPENING = "I am Robin. Thank you for the half hour."


def a_sheet(
    at: datetime | None = AT,
    name: str = "Amina Patel",
    goals: tuple[str, ...] = ("learn how teams like hers hire",),
    **texts: str,
) -> PlanSheet:
    interview = InterviewRow(
        1, "u", 1, name, "Northwind", "energy", "scheduled", at, "Europe/Berlin", "coffee shop",
        "Roos, Main St 4", goals[0] if goals else "", None, None,
    )  # fmt: skip
    said = {
        "why": "",
        "opening": OPENING,
        "close": "Thank you.",
        "if_asked": "Three years",
        **texts,
    }
    rows = tuple(GoalRow(i, "own", text) for i, text in enumerate(goals, 1))
    return PlanSheet(
        interview, rows, said["why"], said["opening"], said["close"], said["if_asked"],
        None, None, None, "them", 0, 0, None, (),
    )  # fmt: skip


def a_question(position: int, text: str, importance: str = "should", note: str = "") -> QuestionRow:
    return QuestionRow(
        position, "u", 1, position, text, "", "", "", "own", "middle", importance, "planned",
        None, note, None,
    )  # fmt: skip


QUESTIONS = (
    a_question(1, "How did you begin?"),
    a_question(2, "What do you look for when you hire?", "must", "two analyst roles in October"),
    a_question(3, "Who else should I talk to?", "must"),
)


def printed(sheet: PlanSheet | None = None, questions: tuple[QuestionRow, ...] = QUESTIONS,
            marks: Marks | None = None) -> str:  # fmt: skip
    return page(sheet or a_sheet(), questions, marks or Marks(), BERLIN)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_it_says_who_when_where_and_what_for() -> None:
    lines = printed().split("\n")
    assert lines[0] == "Amina Patel · Northwind"
    assert lines[1] == (
        "Thursday 26 Nov 2026, 15:00 (Europe/Berlin) · coffee shop: Roos, Main St 4"
    )
    assert "GOAL      learn how teams like hers hire" in lines
    assert f"FIRST     {OPENING}" in lines
    assert "LAST      Thank you." in lines
    assert "IF THEY ASK  Three years" in lines


def test_questions_keep_their_numbers_and_a_must_says_so_with_and_without_the_star() -> None:
    lines = printed().split("\n")
    assert " 1  How did you begin?" in lines
    place = lines.index(" 2  ★ must  What do you look for when you hire?")
    assert lines[place + 1] == "    note: two analyst roles in October"
    assert lines[place + 2] == "    " + "_" * 76


def test_a_question_asked_of_me_is_not_on_it_and_numbers_stay() -> None:
    asked = a_question(2, "What do I want?")._replace(origin="asked of me")
    text = printed(questions=(QUESTIONS[0], asked, QUESTIONS[2]))
    assert "What do I want?" not in text
    assert "\n 3  ★ must  Who else should I talk to?\n" in text


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ((20, 30, 60), "15:20 twenty minutes · 15:30 the half hour: say “I said I would keep to the "
                       "time. Are you still good to go on?” · 16:00 the hour: the last mark"),
        ((20, 25, 45), "15:20 twenty minutes · 15:25 25 minutes: say “I said I would keep to the "
                       "time. Are you still good to go on?” · 15:45 45 minutes: the last mark"),
        ((30, 30, 30), "15:30 the half hour: say “I said I would keep to the time. Are you still "
                       "good to go on?” -"),
    ],
)  # fmt: skip
def test_the_marks_stand_in_wall_clock_time(marks: tuple[int, int, int], said: str) -> None:
    text = squeezed(printed(marks=Marks.of_minutes(*marks)))
    assert f"MARKS {said}" in text


def test_without_a_time_the_marks_count_from_the_start() -> None:
    text = squeezed(printed(a_sheet(None)))
    assert "MARKS after 20 minutes · after 30 minutes: say “I said" in text
    assert "· after 60 minutes: the last mark" in text
    assert "Berlin" not in text


def test_marks_are_right_across_a_change_of_the_clock() -> None:
    before = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)  # 02:45, and at 03:00 it is 02:00 again
    text = squeezed(printed(a_sheet(before)))
    assert "02:45 (Europe/Berlin)" in text
    assert "MARKS 02:05 twenty minutes · 02:15 the half hour" in text


def test_the_foot_says_how_to_type_it_up_with_every_sign() -> None:
    foot = squeezed(printed()).partition("Typing it up:")[2]
    assert "“4 what they said” lands on question 4" in foot
    for said in ("> lead", "! my promise", "< their promise", "$ opening", "* finding",
                 "& resource", "? arisen", "^ asked of me"):  # fmt: skip
        assert said in foot


@pytest.mark.parametrize("count", range(16))
def test_the_space_shrinks_so_that_it_stays_one_page(count: int) -> None:
    questions = tuple(
        a_question(i, f"Question {i}?", "must" if i % 3 == 0 else "should")
        for i in range(1, count + 1)
    )
    lines = printed(questions=questions).split("\n")
    assert len(lines) - 1 <= LINES
    if count >= 3:
        assert len(lines) - 1 == LINES or count * 6 < LINES  # and nothing of it is left empty
    ruled = [line for line in lines if line.strip("_ ") == "" and "_" in line]
    assert max(count, 3) <= len(ruled) <= max(6 * count, 30)
    assert all(line == "    " + "_" * 76 for line in ruled)


def test_a_plan_longer_than_a_page_keeps_a_line_to_write_under_each_question() -> None:
    questions = tuple(a_question(i, f"Question {i}? " * 20) for i in range(1, 15))
    text = printed(questions=questions)
    assert text.count("_" * 76) == 14
    assert text.count("\n") > LINES


def test_an_empty_plan_is_a_page_to_write_on() -> None:
    sheet = a_sheet(None, goals=(), opening="", close="", if_asked="")
    text = printed(sheet, ())
    assert text.count("_" * 76) >= 20
    for label in ("GOAL", "FIRST", "LAST", "IF THEY ASK"):
        assert label not in text


def test_what_a_terminal_would_obey_is_not_on_it() -> None:
    sheet = a_sheet(name="Amina\x1b[31m\u202e Patel", opening="\x07Hi\x9b2J")
    text = printed(sheet, (a_question(1, "How\x1b]0;x\x07?"),))
    assert all(char.isprintable() or char == "\n" for char in text)


WORDS = st.text(st.characters(exclude_categories=()), max_size=300)


@steady
@given(WORDS, WORDS, WORDS, WORDS, st.booleans())
def test_no_line_is_wider_than_the_page_and_no_word_is_lost(
    name: str, opening: str, question: str, note: str, must: bool
) -> None:
    sheet = a_sheet(name=name or "A", opening=opening)
    rows = (a_question(1, question, "must" if must else "should", note),)
    text = printed(sheet, rows)
    assert max(cell_len(line) for line in text.split("\n")) <= WIDTH
    bare = "".join(text.split())
    for words in (name, opening, question, note):
        assert "".join(clean(words).split()) in bare


def test_it_says_their_clock_when_to_leave_and_how_to_get_in() -> None:
    sheet = a_sheet()
    sheet = sheet._replace(interview=sheet.interview._replace(entry="ring twice", others=("Bo",)))
    more = ("their 09:00 America/New_York", "leave by 14:20")
    text = page(sheet, QUESTIONS, Marks(), BERLIN, more)
    assert text.startswith("Amina Patel + Bo · Northwind\n")
    head = squeezed(text.partition("GOAL")[0])
    assert "(Europe/Berlin) · their 09:00 America/New_York · leave by 14:20" in head
    assert head.endswith("Roos, Main St 4 · ring twice")

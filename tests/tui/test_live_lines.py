"""What the live screen says: band, clock, question, plan and notes as lines, pure."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len

from infotui.domain.interview import InterviewRow, Marks
from infotui.domain.note import NoteRow
from infotui.domain.question import QuestionRow
from infotui.domain.timer import Mark, Segment
from infotui.services.live import LiveSheet
from infotui.tui.live_lines import (
    band_words,
    clock_words,
    note_lines,
    now_lines,
    plan_lines,
    time_lines,
)
from infotui.tui.widgets.lines import Line

T0 = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
NUDGE = Mark("nudge 20", "nudge", timedelta(minutes=20))


def at(minutes: float) -> datetime:
    return T0 + timedelta(minutes=minutes)


def question(position: int, text: str, **more: object) -> QuestionRow:
    row = QuestionRow(
        position, f"q{position}", 1, position, text, "", "", "", "own", "middle", "should",
        "planned", None, "", None,
    )  # fmt: skip
    return row._replace(**more)  # type: ignore[arg-type]


def sheet(*log: Segment, questions: tuple[QuestionRow, ...] = (), state: str = "live") -> LiveSheet:
    interview = InterviewRow(1, "u", 1, "Amina Patel", "Northwind", "", state, None,
                             "Europe/Berlin", "", "", "", T0, None)  # fmt: skip
    return LiveSheet(interview, Marks(), log, questions, ())


def note(kind: str, text: str) -> NoteRow:
    return NoteRow(1, "u", None, T0, timedelta(minutes=9, seconds=5), kind, text)


def said(drawn: Line) -> str:
    left = "".join(text for text, _ in drawn.left).rstrip()
    right = "".join(text for text, _ in drawn.right)
    return f"{left} | {right}" if right else left


RUN, PAUSE = Segment("run", T0), Segment("pause", at(5))
WRAPPING = Segment("decision", at(30), "decide 30", "wrap up")


@pytest.mark.parametrize(
    ("log", "minutes", "stage", "nudge", "words", "style"),
    [
        ((), 0, "", None, "Enter starts the clock", "accent"),
        ((RUN,), 1, "", None, "", ""),
        ((RUN, PAUSE), 9, "", None, "Paused at 05:00   F4 goes on", "accent"),
        ((RUN,), 20, "", NUDGE, "20 minutes have passed, 10 to go", "accent"),
        ((RUN,), 30, "", NUDGE, "Half an hour", "warn"),
        ((RUN,), 61, "", NUDGE, "60 minutes", "warn"),
        ((RUN,), 30, "go on", NUDGE, "They want to go on:   F5 +10   F6 +15   F7 +30", "warn"),
        ((RUN,), 30, "ending", NUDGE, "End this interview?   F8 again ends it", "bad"),
        ((RUN, WRAPPING), 31, "", None, "Wrapping up", "good"),
        ((RUN, WRAPPING), 61, "", None, "60 minutes", "warn"),
    ],
)
def test_the_band_says_the_most_urgent_thing(
    log: tuple[Segment, ...], minutes: float, stage: str, nudge: Mark | None, words: str, style: str
) -> None:
    shown, look = band_words(sheet(*log).at(at(minutes)), stage, nudge)
    assert shown.startswith(words)
    assert bool(shown) is bool(words)
    assert look == style


@pytest.mark.parametrize(
    ("minutes", "lines"),
    [
        (10, ["10:00 of 30 | till 11:30", "20 in 10:00 | 20:00 left"]),
        (25.5, ["25:30 of 30 | till 11:30", "04:30 left"]),
        (33, ["33:00 of 30 | till 11:30", "over by 03:00"]),
    ],
)
def test_the_clock_says_what_passed_and_what_is_left(minutes: float, lines: list[str]) -> None:
    now = sheet(RUN)
    drawn = [said(one) for one in time_lines(now, now.at(at(minutes)), at(minutes), BERLIN, 34)]
    assert [drawn[0], drawn[2]] == lines
    assert cell_len(drawn[1]) == 33


def test_the_clock_counts_the_musts_that_are_open() -> None:
    for states, words in ((("planned", "asking"), "2 musts open"), (("answered", "asking"),
                          "1 must open"), (("skipped", "partly"), "all musts asked")):  # fmt: skip
        questions = tuple(
            question(n, "?", importance="must", state=state) for n, state in enumerate(states, 1)
        )
        now = sheet(RUN, questions=questions)
        assert said(time_lines(now, now.at(at(1)), at(1), BERLIN, 34)[-1]) == words


def test_before_the_start_the_clock_says_so() -> None:
    now = sheet(state="scheduled")
    assert [said(one) for one in time_lines(now, now.at(T0), T0, BERLIN, 34)] == [
        "00:00 of 30 minutes", "not started"
    ]  # fmt: skip
    assert clock_words(now.at(T0)) == "00:00 of 30"


@pytest.mark.parametrize(
    ("states", "lines"),
    [
        (("asking", "planned"), ["How did you begin?", "next: What is hard?"]),
        (("answered", "asking"), ["What is hard?"]),
        (("planned", "asking"), ["What is hard?", "next: How did you begin?"]),
        (
            ("planned", "planned"),
            ["Every planned question was asked.", "first: How did you begin?"],
        ),
        (("answered", "skipped"), ["Every planned question was asked."]),
    ],
)
def test_the_question_and_the_next_are_named(states: tuple[str, str], lines: list[str]) -> None:
    texts = ("How did you begin?", "What is hard?")
    questions = tuple(question(n + 1, texts[n], state=states[n]) for n in range(2))
    assert [said(one) for one in now_lines(sheet(RUN, questions=questions), 60)] == lines


def test_research_stands_under_its_question_in_two_lines_at_most() -> None:
    asking = question(1, "Why two roles?", state="asking", research="posted in October " * 20)
    drawn = [said(one) for one in now_lines(sheet(RUN, questions=(asking,)), 40)]
    assert drawn[0] == "Why two roles?"
    assert drawn[1].startswith("note: posted in October")
    assert len(drawn) == 3


def test_a_question_without_words_and_no_question_at_all_are_said() -> None:
    blank = question(1, "  ", state="asking")
    assert said(plan_lines(blank, 30)[0]).endswith("(no words yet)")
    assert said(now_lines(sheet(RUN), 40)[0]) == "No questions are planned."


@pytest.mark.parametrize(
    ("state", "origin", "importance", "shown"),
    [
        ("asking", "own", "must", "▶  3 ★ what"), ("answered", "own", "should", "✓  3   what"),
        ("partly", "own", "could", "◐  3   what"), ("skipped", "own", "should", "–  3   what"),
        ("planned", "own", "should", "   3   what"), ("planned", "arisen", "should", "?  3   what"),
    ],
)  # fmt: skip
def test_a_line_of_the_plan_says_its_state_by_a_sign(
    state: str, origin: str, importance: str, shown: str
) -> None:
    row = question(3, "what", state=state, origin=origin, importance=importance)
    assert said(plan_lines(row, 30)[0]) == shown


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("note", "plain words", "09:05   plain words"),
        ("my promise", "! send it", "09:05 ! send it | my promise"),
        ("lead", "> Jane Doe", "09:05 > Jane Doe | lead"),
        ("asked of me", "^ and you", "09:05 ^ and you | asked of me"),
        ("note", "[/nope] [b]x", "09:05   [/nope] [b]x"),
    ],
)
def test_a_note_says_its_minute_its_sign_and_what_was_caught(
    kind: str, text: str, shown: str
) -> None:
    assert said(note_lines(note(kind, text), 60)[0]) == shown


@pytest.mark.parametrize("width", [12, 30, 84])
def test_a_long_note_wraps_under_itself(width: int) -> None:
    first, *rest = note_lines(note("note", "word " * 40), width)
    assert said(first).startswith("09:05   word")
    assert rest
    assert all(said(one).startswith(" " * 8 + "word") for one in rest[:-1])
    assert "".join(said(one) for one in (first, *rest)).count("word") == 40

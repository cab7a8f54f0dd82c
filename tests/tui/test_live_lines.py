"""What the live screen says: band, clock, question, plan and notes as lines, pure."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len

from infotui.domain.interview import InterviewRow, Marks
from infotui.domain.note import NoteRow
from infotui.domain.question import OPEN, QuestionRow
from infotui.domain.timer import Mark, Segment
from infotui.services.live import LiveSheet
from infotui.tui.live_lines import (
    band_words,
    clock_words,
    jump_words,
    note_lines,
    now_lines,
    parked_words,
    plan_lines,
    quiet_lines,
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


def sheet(
    *log: Segment, questions: tuple[QuestionRow, ...] = (), state: str = "live", **texts: str
) -> LiveSheet:
    interview = InterviewRow(1, "u", 1, "Amina Patel", "Northwind", "", state, None,
                             "Europe/Berlin", "", "", "", T0, None)  # fmt: skip
    estimates = {row.id: timedelta(minutes=3) for row in questions if row.state in OPEN}
    return LiveSheet(interview, Marks(), log, questions, (), estimates, **texts)


def note(kind: str, text: str) -> NoteRow:
    return NoteRow(1, "u", None, T0, timedelta(minutes=9, seconds=5), kind, text)


def said(drawn: Line) -> str:
    left = "".join(text for text, _ in drawn.left).rstrip()
    right = "".join(text for text, _ in drawn.right)
    return f"{left} | {right}" if right else left


MUST = Mark("must 30", "must", timedelta(minutes=25))
RUN, PAUSE = Segment("run", T0), Segment("pause", at(5))
ARRIVED, SLEPT = Segment("arrived", at(-5)), Segment("gap", at(15), since=at(5))
WRAPPING = Segment("decision", at(30), "decide 30", "wrap up")


@pytest.mark.parametrize(
    ("log", "minutes", "stage", "nudge", "words", "style"),
    [
        ((), 0, "", None, "Enter starts the clock; so does your first note   F2 I have", "accent"),
        (
            (ARRIVED,),
            0,
            "",
            None,
            "Enter starts the clock; so does your first note   arrived 10:55",
            "accent",
        ),
        ((RUN,), 1, "", None, "", ""),
        ((RUN, PAUSE), 9, "", None, "Paused at 05:00   F4 goes on", "accent"),
        ((RUN,), 20, "", NUDGE, "20 minutes have passed, 10 to go", "accent"),
        ((RUN,), 30, "", NUDGE, "Half an hour", "warn"),
        ((RUN,), 61, "", NUDGE, "60 minutes", "warn"),
        ((RUN,), 30, "go on", NUDGE, "They want to go on:   F5 +10   F6 +15   F7 +30", "warn"),
        ((RUN,), 9, "note", NUDGE, "PageUp PageDown choose a note   Enter changes it", "accent"),
        (
            (RUN,),
            25,
            "",
            MUST,
            "Not every must fits any more.   F2 skips one   F6 asks for",
            "accent",
        ),
        (
            (RUN, SLEPT),
            15,
            "",
            NUDGE,
            "This computer slept, or its clock was set, for 10 minutes.",
            "warn",
        ),
        ((RUN, SLEPT), 31, "", NUDGE, "This computer slept", "warn"),
        (
            (RUN, SLEPT._replace(at=at(-120))),
            -120,
            "",
            None,
            "The clock of this computer was set back by 2 h 05; the talk stands at 05:00.",
            "warn",
        ),
        ((RUN, SLEPT, SLEPT._replace(answer="counted")), 15, "", None, "", ""),
        ((RUN,), 30, "ending", NUDGE, "End this interview?   F8 again ends it", "bad"),
        ((RUN, WRAPPING), 31, "", None, "Wrapping up", "good"),
        ((RUN, WRAPPING), 61, "", None, "60 minutes", "warn"),
    ],
)
def test_the_band_says_the_most_urgent_thing(
    log: tuple[Segment, ...], minutes: float, stage: str, nudge: Mark | None, words: str, style: str
) -> None:
    talk = sheet(*log)
    shown, look = band_words(talk, talk.at(at(minutes)), stage, nudge, BERLIN)
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
    drawn = [said(one) for one in time_lines(now, now.moment(at(minutes)), BERLIN, 34)]
    assert [drawn[0], drawn[2]] == lines
    assert cell_len(drawn[1]) == 33


@pytest.mark.parametrize(
    ("minutes", "plan", "words"),
    [
        (1, "M M", "2 musts open, all fit"),
        (1, "✓ M s", "1 must open, all fit"),
        (1, "✓ s", "all musts asked, all fit"),
        (1, "✓ ✓", "every question asked"),
        (1, "", "every question asked"),
        (22, "M s s", "1 must open · 1 of 3 fit"),
        (24, "s s", "all musts asked · 1 of 2 fit"),
        (22, "M M s", "1 must won’t fit · 1 of 3"),
        (26, "s M M", "2 musts won’t fit · 0 of 3"),
        (45, "M", "1 must won’t fit · 0 of 1"),
    ],
)
def test_the_clock_says_what_still_fits(minutes: float, plan: str, words: str) -> None:
    questions = tuple(
        question(
            n, "?", importance="must" if sign == "M" else "should",
            state="answered" if sign == "✓" else "planned",
        )
        for n, sign in enumerate(plan.split(), 1)
    )  # fmt: skip
    now = sheet(RUN, questions=questions)
    assert said(time_lines(now, now.moment(at(minutes)), BERLIN, 34)[-1]) == words


def test_before_the_start_the_clock_says_so() -> None:
    now = sheet(state="scheduled")
    assert [said(one) for one in time_lines(now, now.moment(T0), BERLIN, 34)] == [
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
            ["No question is being asked.", "first: How did you begin?"],
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


def test_before_the_start_the_opening_stands_there() -> None:
    talk = sheet(questions=(question(1, "How?"),), state="scheduled", opening="Thank you for this.")
    assert [said(one) for one in now_lines(talk, 60)] == ["Thank you for this.", "first: How?"]


def test_wrapping_up_says_the_close_of_the_plan_in_one_line() -> None:
    talk = sheet(RUN, WRAPPING, close="Thank her.\nAsk who else.")
    assert band_words(talk, talk.at(at(31)), "", None, BERLIN) == (
        "Wrapping up: Thank her. Ask who else.   F8 twice ends it", "good"
    )  # fmt: skip


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
    ("state", "more", "width", "shown"),
    [
        ("planned", {}, 34, "·  3   what | won’t fit"),
        ("planned", {"importance": "must"}, 34, "·  3 ★ what | won’t fit"),
        ("planned", {}, 32, "·  3   what | won’t fit"),
        ("planned", {}, 25, "·  3   what"),
        ("asking", {}, 34, "▶  3   what"),
        ("skipped", {}, 34, "–  3   what"),
        ("planned", {"parked_at": T0}, 34, "~  3   what | later"),
        ("planned", {"origin": "arisen"}, 34, "?  3   what | won’t fit"),
    ],
)
def test_what_no_longer_fits_is_dimmed_and_says_so(
    state: str, more: dict[str, object], width: int, shown: str
) -> None:
    row = question(3, "what", state=state, **more)
    (drawn,) = plan_lines(row, width, fitting=())
    assert said(drawn) == shown
    assert (dict(drawn.left)["what"] == "faint") is (state == "planned")
    assert dict(plan_lines(row, width, fitting={3})[0].left)["what"] != "faint"


def test_what_was_put_aside_is_named_where_the_plan_is_not_in_sight() -> None:
    rows = [question(n, text, parked_at=T0) for n, text in enumerate(("the merger", "pay"), 1)]
    rows.append(question(3, "asked by now", parked_at=T0, state="asking"))
    assert parked_words(sheet(questions=tuple(rows)), 40) == "later: the merger · pay"
    assert parked_words(sheet(questions=tuple(rows)), 12) == "later: the…"
    assert parked_words(sheet(), 40) == ""


def test_a_jump_says_where_it_leads() -> None:
    found = [question(3, "What is hard?"), question(4, "What else?")]
    assert jump_words("", []).startswith("Over to which question?   its number, or a part")
    assert jump_words("zz", []) == "Over to: zz_   no question has that   Escape back"
    assert jump_words("wh", found) == (
        "Over to: wh_   3 What is hard?   Enter asks it   and 1 more"
    )


@pytest.mark.parametrize(
    ("minutes", "log", "time"),
    [(5.5, (RUN,), "24 min"), (30, (RUN,), "0 min ·"), (33, (RUN, WRAPPING), "+3 min"),
     (15, (RUN, SLEPT), "15 min ·"), (0, (), "30 min")],
)  # fmt: skip
def test_the_quiet_line_says_the_question_and_the_minutes(
    minutes: float, log: tuple[Segment, ...], time: str
) -> None:
    talk = sheet(*log, questions=(question(1, "How did you begin?"),))
    first, dots = quiet_lines(talk, talk.at(at(minutes)), "", 4, 60)
    assert (said(first), said(dots)) == (f" How did you begin? | {time} ", " ····")


@pytest.mark.parametrize("width", [20, 60, 120])
def test_the_quiet_lines_never_leave_the_screen(width: int) -> None:
    talk = sheet(RUN, questions=(question(1, "How did you 字字 begin? " * 20),))
    drawn = quiet_lines(talk, talk.at(at(5)), "", 900, width)
    assert len(drawn) == 4
    assert all(cell_len(said(one).replace(" | ", "")) <= width for one in drawn)


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

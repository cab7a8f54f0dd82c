"""Bars, loops and figures as lines: what they say, in what style, at what width."""

from datetime import UTC, date, datetime, timedelta

import pytest
from rich.cells import cell_len

from infotui.domain.loop import LoopRow, SearchFigures
from infotui.tui.widgets.lines import Line
from infotui.tui.widgets.pictures import bar, figures_lines, loop_lines, time_bar

TODAY = date(2026, 11, 23)
SINCE = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def said(drawn: Line) -> str:
    return "".join(text for text, _ in drawn.left)


def loop(**changes: object) -> LoopRow:
    row = LoopRow("my promise", 1, "me", "Send the report", "Ruth Alvarez", 1, SINCE, TODAY, "")
    return row._replace(**changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("done", "total", "shape", "style"),
    [(0, 7, "▱▱▱▱▱▱▱", "warn"), (3, 7, "▰▰▰▱▱▱▱", "warn"), (4, 7, "▰▰▰▰▱▱▱", "good"),
     (7, 7, "▰▰▰▰▰▰▰", "good")],
)  # fmt: skip
def test_a_bar_fills_and_turns_good_at_half(done: int, total: int, shape: str, style: str) -> None:
    words = bar(done, total)
    assert "".join(text for text, _ in words) == shape
    assert words[0][1] == style


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def shape_of(elapsed: float, width: int = 31) -> str:
    return said(time_bar(minutes(elapsed), minutes(20), minutes(30), width))


def test_the_time_bar_has_ticks_at_the_nudge_and_at_the_end() -> None:
    assert shape_of(0) == "▱" * 20 + "│" + "▱" * 8 + "│"
    assert shape_of(10) == "▰" * 10 + "▱" * 10 + "│" + "▱" * 8 + "│"
    assert shape_of(20) == "▰" * 20 + "│" + "▱" * 8 + "│"
    assert shape_of(30) == shape_of(50) == "▰" * 30


def test_the_time_bar_changes_its_style_at_the_marks() -> None:
    passed = time_bar(minutes(45), minutes(20), minutes(30), 46).left
    assert [style for _, style in passed] == ["good"] * 20 + ["warn"] * 10 + ["bad"] * 15


@pytest.mark.parametrize("elapsed", [0, 0.5, 19.99, 30, 240])
@pytest.mark.parametrize("width", [4, 9, 34, 80])
def test_the_time_bar_keeps_its_width(elapsed: float, width: int) -> None:
    assert cell_len(shape_of(elapsed, width)) == width - 1


def test_there_is_no_time_bar_without_room() -> None:
    assert shape_of(10, 3) == ""
    assert said(time_bar(minutes(0), minutes(20), minutes(0), 30)) == ""


@pytest.mark.parametrize(
    ("due", "when", "style"),
    [(TODAY - timedelta(1), "late", "bad"), (TODAY, "today", "warn"),
     (TODAY + timedelta(4), "Fri", "strong"), (TODAY + timedelta(9), "2 Dec", "strong"),
     (None, "", "muted")],
)  # fmt: skip
def test_my_move_says_by_when(due: date | None, when: str, style: str) -> None:
    first = loop_lines(loop(due=due), TODAY, 80)[0]
    assert (first.left[0][0].strip(), first.left[0][1]) == (when, style)
    assert said(first).endswith("Send the report")
    assert first.right == (("Ruth Alvarez · new", "muted"),)


def test_my_move_says_since_when() -> None:
    assert loop_lines(loop(waited=4), TODAY, 80)[0].right == (
        ("Ruth Alvarez · since 4 d", "muted"),
    )


def test_their_move_says_for_how_long_and_whose_it_is() -> None:
    first, below = loop_lines(loop(ball="them", waited=3), TODAY, 80)
    assert (first.left[0][0], first.left[0][1]) == ("  3 d   ", "muted")
    assert first.right == (("Ruth Alvarez", "muted"),)
    assert said(below).strip() == "due today"
    asked = loop(ball="introducer", waited=12, remark="a gentle reminder is fair")
    first, below = loop_lines(asked, TODAY, 80)
    assert (first.left[0][0], first.right) == (" 12 d   ", (("the introducer", "muted"),))
    assert said(below).strip() == "a gentle reminder is fair"


def test_on_a_narrow_box_the_name_stands_below() -> None:
    lines = loop_lines(loop(remark="ask first"), TODAY, 40)
    assert [said(drawn).strip() for drawn in lines[1:]] == ["Ruth Alvarez · new · ask first"]
    assert lines[0].right == ()
    theirs = loop(ball="introducer", remark="reminded once · let it rest, or ask somebody else")
    lines = loop_lines(theirs, TODAY, 40)
    assert [said(drawn).strip() for drawn in lines[1:]] == [
        "the introducer · reminded once ·", "let it rest, or ask somebody", "else",
    ]  # fmt: skip


def test_a_long_promise_takes_three_lines_at_most() -> None:
    lines = loop_lines(loop(text="one two three " * 30), TODAY, 80)
    assert len(lines) == 3
    assert all(cell_len(said(drawn)) <= 80 - len("Ruth Alvarez") for drawn in lines)


def test_figures_count_people_talks_and_findings() -> None:
    figures = SearchFigures(16, 9, 9, 3, (("employer", 10), ("career", 9)))
    assert [" ".join(said(drawn).split()) for drawn in figures_lines(figures, 60)] == [
        "People 16 people in 9 organizations",
        "Talks 9 held, 3 ahead",
        "Findings employer 10 · career 9",
    ]
    nothing = SearchFigures(0, 0, 0, 0, ())
    assert said(figures_lines(nothing, 60)[-1]).endswith("none yet")


def test_where_there_is_least_room_the_days_are_said_shortest() -> None:
    below = loop_lines(loop(waited=4), TODAY, 28)[-1]
    assert said(below).strip() == "Ruth Alvarez · 4d"

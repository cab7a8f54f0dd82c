"""Axes: round numbers, labels that never touch, ticks in their rows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.tui.widgets.axes import (
    evenly,
    foot,
    gutter,
    joined,
    label_line,
    minutes_between,
    once_each,
    steps_up_to,
)


@given(st.floats(0, 1e6), st.integers(1, 9))
def test_ticks_reach_the_top_in_few_equal_steps(top: float, most: int) -> None:
    ticks = steps_up_to(top, most)
    assert ticks[0] == 0
    assert ticks[-1] >= top
    assert 2 <= len(ticks) <= max(2, most + 1)
    assert {b - a for a, b in pairwise(ticks)} == {ticks[1]}


@given(
    st.lists(st.tuples(st.integers(0, 80), st.sampled_from(("Oct", "12 Oct", "教育", "", "Q1")))),
    st.integers(1, 60),
)
def test_labels_never_touch_and_never_leave_the_picture(
    labels: list[tuple[int, str]], width: int
) -> None:
    labels.sort()
    text = label_line(labels, width)
    assert cell_len(text) <= width
    known = {label for _, label in labels} | {"12", "Oct"}
    assert set(text.split()) <= known


def test_labels_are_written_at_their_cells_or_left_out() -> None:
    assert label_line([(0, "Oct"), (2, "Nov"), (6, "Dec"), (11, "2026")], 12) == "Oct   Dec"
    assert label_line([(9, "2026")], 10) == "      2026"


def test_a_year_is_written_where_it_begins_unless_the_next_follows_at_once() -> None:
    years = [(0, "2021"), (3, "2022"), (6, "2022"), (9, "2023"), (12, "2023")]
    assert once_each(years) == [(0, "2021"), (9, "2023")]  # 2022 holds nowhere where it had room
    assert once_each([(0, "2019"), (3, "2020"), (20, "2021"), (22, "2022")]) == [
        (0, "2019"), (5, "2020"), (22, "2022"),
    ]  # fmt: skip
    assert once_each([(0, ""), (3, "")]) == []


@given(st.floats(0, 600), st.floats(0, 600), st.integers(1, 9))
def test_minutes_of_an_axis_enclose_what_lies_on_it(one: float, other: float, most: int) -> None:
    low, high = sorted((one, other))
    ticks = minutes_between(low, high, most)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= most + 1
    assert len({b - a for a, b in pairwise(ticks)}) == 1


def test_an_axis_of_minutes_begins_near_the_least() -> None:
    assert minutes_between(20, 60, 2) == [20, 40, 60]
    assert minutes_between(25, 25, 4) == [25, 26]


def test_labels_are_left_out_evenly_and_begin_of_years_stay() -> None:
    quarters = [(at * 2, f"Q{(at + 3) % 4 + 1}") for at in range(14)]
    assert [text for _, text in evenly(quarters, 28)] == ["Q1", "Q3"] * 3 + ["Q1"]
    months = [(at, name) for at, name in enumerate(("Nov", "Dec", "Jan", "Feb", "Mar", "Apr"))]
    assert [text for _, text in evenly(months, 6)] == ["Nov"]
    assert evenly([], 6) == []
    assert evenly([(0, "Q1"), (9, "Q2")], 20) == [(0, "Q1"), (9, "Q2")]
    assert [cell for cell, _ in evenly([(at * 4, f"{at} Oct") for at in range(9)], 36)] == [
        0, 8, 16, 24, 32,
    ]  # fmt: skip


def test_ticks_stand_left_of_the_axis_and_marks_on_it() -> None:
    rows = ["".join(text for text, _ in row) for row in gutter([(0, "10"), (2, "5")], 4)]
    assert rows == ["10 ┤", "   │", " 5 ┤", "   │"]
    axis, names = foot(4, 6, (0, 3, 9), ["Q1 Q2", ""])
    assert axis.left == (("   └┬──┬──", "faint"),)
    assert names.left == (("    Q1 Q2", "muted"),)
    assert joined([("a", ""), ("b", ""), ("c", "good")]) == (("ab", ""), ("c", "good"))

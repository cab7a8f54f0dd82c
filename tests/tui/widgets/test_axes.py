"""Axes: round numbers, labels that never touch, ticks in their rows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.tui.widgets.axes import foot, gutter, joined, label_line, once_each, steps_up_to


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
    assert once_each(years) == [(3, "2022"), (9, "2023")]
    assert once_each([(0, ""), (3, "")]) == []


def test_ticks_stand_left_of_the_axis_and_marks_on_it() -> None:
    rows = ["".join(text for text, _ in row) for row in gutter([(0, "10"), (2, "5")], 4)]
    assert rows == ["10 ┤", "   │", " 5 ┤", "   │"]
    axis, names = foot(4, 6, (0, 3, 9), ["Q1 Q2", ""])
    assert axis.left == (("   └┬──┬──", "faint"),)
    assert names.left == (("    Q1 Q2", "muted"),)
    assert joined([("a", ""), ("b", ""), ("c", "good")]) == (("ab", ""), ("c", "good"))

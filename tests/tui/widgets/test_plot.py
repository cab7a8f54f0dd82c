"""Curves and spots: where they lie, in signs that every font has, whatever the colours."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.tui.widgets.plot import Curve, Frame, Spot, plot

FRAME = Frame(0, 10, 0, 10, 20, 5)
POINTS = st.lists(st.tuples(st.floats(-5, 15), st.floats(-5, 15)), min_size=1, max_size=8)


def rows(frame: Frame, *curves: Curve, spots: tuple[Spot, ...] = ()) -> list[str]:
    return ["".join(text for text, _ in row) for row in plot(frame, curves, spots)]


def test_a_curve_goes_from_below_at_the_left_to_above_at_the_right() -> None:
    assert rows(Frame(0, 8, 0, 4, 8, 4), Curve([(0, 0), (8, 4)], "good")) == [
        "      ▄▀", "    ▄▀  ", "  ▄▀    ", "▄▀      ",
    ]  # fmt: skip


def test_of_an_odd_number_of_rows_none_is_lost() -> None:
    drawn = rows(Frame(0, 2, 0, 1, 4, 5), Curve([(0, 1), (2, 1)], "good"))
    assert drawn == ["▀▀▀▀", "    ", "    ", "    ", "    "]


@given(POINTS, st.integers(1, 60), st.integers(1, 20))
def test_every_row_is_as_wide_as_the_frame_and_shows_no_dots_for_the_blind(
    points: list[tuple[float, float]], width: int, height: int
) -> None:
    drawn = rows(
        Frame(0, 10, 0, 10, width, height), Curve(points, "good"), spots=(Spot(5, 5, "●", ""),)
    )
    assert len(drawn) == height
    assert {cell_len(row) for row in drawn} == {width}
    assert not any(0x2800 <= ord(sign) <= 0x28FF for row in drawn for sign in row)


def test_spots_lie_over_curves_and_may_be_as_long_as_a_period() -> None:
    level = Spot(0, 10, "━", "accent", 5)
    words = plot(FRAME, [Curve([(0, 0), (10, 0)], "good")], [level, Spot(10, 0, "●", "strong")])
    assert words[0] == (("━" * 10, "accent"), (" " * 10, ""))
    assert words[-1] == (("▄" * 19, "good"), ("●", "strong"))


def test_where_all_values_are_one_the_middle_is_drawn() -> None:
    one = Frame(3, 3, 7, 7, 9, 3)
    assert (one.column(3), one.row(7)) == (4, 1)

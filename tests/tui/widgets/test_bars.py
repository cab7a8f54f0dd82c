"""Columns, bars and fields of figures: as much ink as there is, at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.tui.widgets.bars import apportioned, columns, field_of_figures, stacked
from infotui.tui.widgets.lines import Line

COUNTS = st.lists(st.integers(0, 400), min_size=1, max_size=24).filter(any)


def text(line: Line) -> str:
    return "".join(word for word, _ in (*line.left, *line.right))


@given(COUNTS, st.integers(0, 200))
def test_cells_are_shared_out_whole_and_nobody_is_left_out(counts: list[int], cells: int) -> None:
    shares = apportioned(counts, cells)
    there = sum(count > 0 for count in counts)
    assert sum(shares) == max(cells, there)
    assert all((share > 0) == (count > 0) for share, count in zip(shares, counts, strict=True))
    for share, count in zip(shares, counts, strict=True):
        assert share <= max(1, cells * count / sum(counts) + 1)


def test_a_bar_tells_its_parts_by_their_signs() -> None:
    bar = stacked([5, 0, 3], [("█", "good"), ("▓", ""), ("░", "muted")], 8)
    assert bar == (("█████", "good"), ("░░░", "muted"))
    assert apportioned([0, 0], 5) == [0, 0]


@given(COUNTS, st.integers(50, 200), st.integers(8, 60))
def test_columns_fit_into_the_room_they_have(counts: list[int], width: int, height: int) -> None:
    labels = [(f"{place} Oct", "2026") for place in range(len(counts))]
    drawn = columns(counts, labels, "talks", width, height)
    assert len(drawn) <= height
    assert max(cell_len(text(row)) for row in drawn) <= width
    solid = "".join(text(row) for row in drawn)
    assert any(sign in solid for sign in "▁▂▃▄▅▆▇█")


def test_a_column_is_as_tall_as_its_number_and_the_number_stands_above() -> None:
    drawn = [
        text(row).rstrip()
        for row in columns(
            [4, 0, 2], [("Oct", "2026"), ("Nov", "2026"), ("Dec", "2026")], "talks", 24, 9
        )
    ]
    assert drawn == [
        "talks",
        "  │   4",
        "4 ┤ █████",
        "  │ █████           2",
        "2 ┤ █████         █████",
        "  │ █████         █████",
        "  └─────────────────────",
        "     Oct    Nov    Dec",
        "     2026",
    ]


@pytest.mark.parametrize("width", [54, 72, 112])
def test_figures_stand_below_the_names_of_their_columns(width: int) -> None:
    names = ["energy", "教育と研究の広い分野とその他の名前", "[b]law[/b]"]
    drawn = field_of_figures(["market", "gap"], names, [[12, 0, 3], [1, 2, 1000]], width)
    rows = [text(row) for row in drawn if text(row).strip()]
    assert len({cell_len(row) for row in rows}) == 1
    assert cell_len(rows[0]) <= width
    assert rows[1].split()[-1] == "15"
    assert rows[-1].split() == ["all", "13", "2", "1003", "1018"]

"""A table in cells: aligned whatever the letters, cut where there is no room, figures never."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.domain.pictures.table import Column, Table, TableRow
from infotui.tui.widgets.columns import laid_out, natural_widths
from infotui.tui.widgets.lines import Line

WHO = st.sampled_from(
    ("Amina Patel", "李伟", "Ana 🦊", "[b]x[/b]", "Constanze von Hohenlohe-Öhringen", "")
)
COLUMNS = (
    Column("who", number=False),
    Column("through", number=False),
    Column("talks"),
    Column("facts"),
)


def text(line: Line) -> str:
    return "".join(word for word, _ in line.left)


@given(st.lists(st.tuples(WHO, WHO, st.integers(0, 999)), max_size=9), st.integers(20, 120))
def test_all_rows_are_as_wide_as_the_head(rows: list[tuple[str, str, int]], room: int) -> None:
    table = Table(COLUMNS, tuple(TableRow((a, b, str(n), "·")) for a, b, n in rows))
    layout = laid_out(table, natural_widths(table), room)
    widths = {
        cell_len(text(layout.head())),
        *(cell_len(text(layout.row(row))) for row in table.rows),
    }
    assert len(widths) == 1
    assert widths.pop() <= room
    for (_, _, number), row in zip(rows, table.rows, strict=True):
        if len(layout.columns) > 2:
            assert str(number) in text(layout.row(row))


def test_texts_are_cut_before_a_column_is_left_out() -> None:
    table = Table(
        COLUMNS, (TableRow(("Constanze von Hohenlohe", "Amina Patel", "1", "2"), heading=True),)
    )
    natural = natural_widths(table)
    assert natural == (23, 11, 5, 5)
    whole = laid_out(table, natural, 80)
    assert (whole.gap, whole.cut_short) == (2, False)
    assert whole.row(table.rows[0]).left[0][1] == "accent"
    tight = laid_out(table, natural, 37)
    assert (tight.gap, tight.widths, tight.cut_short) == (1, (13, 11, 5, 5), True)
    assert text(tight.row(table.rows[0])) == "Constanze vo… Amina Patel     1     2"
    assert laid_out(table, natural, 34).widths == (16, 11, 5)


def test_what_a_terminal_would_obey_takes_the_room_of_its_picture() -> None:
    table = Table((Column("who", number=False), Column("n")), (TableRow(("a\x1b[2Jb", "1")),))
    layout = laid_out(table, natural_widths(table), 40)
    assert text(layout.row(table.rows[0])) == "a␛[2Jb  1"

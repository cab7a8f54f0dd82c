"""Each picture as lines: no row wider than there is room, whatever the names, at every size."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.domain.pictures.confidence import confidence
from infotui.domain.pictures.findings import Told, findings
from infotui.domain.pictures.outreach import Sent, outreach
from infotui.domain.pictures.referrals import referrals
from infotui.domain.pictures.talks import TalkFigures, over_time, times
from infotui.domain.referral_tree import Node, Step, Yield, tree
from infotui.tui import picture_lines as lines
from infotui.tui.widgets.lines import Line
from tests.domain.pictures.test_talks import AT, MINUTE, a_talk

NAMES = (
    "Amina Patel",
    "李伟 Li Wei",
    "Ana 🦊 Fox",
    "[b]x[/b]",
    "a\x1b[2Jb",
    "Constanze von Hohenlohe-Öhringen",
)
SIZES = st.tuples(
    st.sampled_from((54, 56, 72, 76, 112, 196)), st.sampled_from((10, 13, 16, 30, 52))
)


def text(line: Line) -> str:
    return "".join(word for word, _ in (*line.left, *line.right))


@st.composite
def some_talks(draw: st.DrawFn) -> list[TalkFigures]:
    count = draw(st.integers(1, 60))
    apart = draw(st.integers(0, 90))
    minutes = st.integers(0, 700)
    return [
        a_talk(n, AT + timedelta(days=apart * n), draw(minutes), draw(st.none() | st.sampled_from((25, 45))), 30,
               sure=draw(st.none() | st.integers(1, 5)))._replace(who=NAMES[n % len(NAMES)])
        for n in range(count)
    ]  # fmt: skip


@given(some_talks(), SIZES)
@settings(max_examples=15)
def test_talks_fit_into_every_size(talks: list[TalkFigures], size: tuple[int, int]) -> None:
    width, height = size
    for drawn in (
        lines.draw_over_time(over_time(talks), width, height),
        lines.draw_times(times(talks), width, height),
        lines.draw_confidence(confidence(talks), width, height),
    ):
        assert len(drawn) <= height
        assert all(cell_len(text(row)) <= width for row in drawn)
    top = lines.longest(talks)
    for talk in talks:
        (row,) = lines.draw_time_row(talk, top, width)
        assert cell_len(text(row)) < width
        assert f"{'about ' if talk.agreed is None else ''}{talk.used // MINUTE} " in text(row)


@given(
    st.lists(st.sampled_from((*(Sent(p, c, a) for p in ("warm", "cold") for c in ("e-mail", "telephone")
                                for a in ("yes", "no", "later", "none", "")),)), min_size=1), SIZES,
)  # fmt: skip
def test_outreach_fits_and_tells_each_answer_by_its_sign(
    rows: list[Sent], size: tuple[int, int]
) -> None:
    shown = outreach(rows)
    drawn = "\n".join(text(row) for row in lines.draw_outreach(shown, *size))
    assert all(cell_len(row) <= size[0] for row in drawn.split("\n"))
    for answer, sign in (("yes", "█"), ("later", "▓"), ("no", "▒"), ("none", "░")):
        assert (sign in drawn) == any(row.answer == answer for row in rows)
        assert sign in text(lines.outreach_legend(shown))


def test_the_time_of_a_talk_is_told_by_its_signs() -> None:
    over = a_talk(1, AT, 40, 30, 20)
    top = 45
    (row,) = lines.draw_time_row(over, top, 76)
    bar = text(row)
    assert "▰┆▰" in bar
    assert "▰│▰" in bar
    assert bar.index("┆") < bar.index("│")
    (just,) = lines.draw_time_row(a_talk(1, AT, 31, 30, 30), 120, 54)
    assert "▰│▰" in text(just)  # by one minute
    (short,) = lines.draw_time_row(a_talk(1, AT, 10, 30, 30), top, 76)
    assert "▰▱" in text(short)
    assert text(short).count("│") == 1
    (logged,) = lines.draw_time_row(a_talk(1, AT, 50, None, None), top, 76)
    assert "about 50 min" in text(logged)
    assert "»" in text(logged)  # longer than the picture is wide
    assert lines.longest([a_talk(used=900)]) == 60


@pytest.mark.parametrize("width", [54, 72, 112])
def test_findings_and_the_tree_fit_with_the_widest_names(width: int) -> None:
    told = [Told("market", name, n + 1) for n, name in enumerate(NAMES)]
    drawn = [text(row) for row in lines.draw_findings(findings(told), width, 20)]
    assert all(cell_len(row) <= width for row in drawn)
    nodes = [Node(f"c{n}", "contact", n, name, "Northwind", stage="met", own=Yield(1, 2, 3, 4))
             for n, name in enumerate(NAMES)]  # fmt: skip
    steps = [Step(f"c{n}", f"c{n + 1}", "through") for n in range(len(NAMES) - 1)]
    shown = referrals(tree(nodes, [*steps, Step("c5", "c2", "through")]))
    assert any(row.mark for row in shown.rows)
    for place in range(len(shown.rows)):
        (row,) = lines.draw_tree_row(shown, place, width)
        assert sum(cell_len(word) for word, _ in row.right) <= width - 20
        assert text(row).count("met") == (not shown.rows[place].mark)
    assert cell_len(text(lines.tree_head(width))) <= width


def test_of_nothing_nothing_is_drawn() -> None:
    assert lines.draw_over_time(over_time([]), 80, 20) == []
    assert lines.draw_times(times([]), 80, 20) == []
    assert lines.draw_confidence(confidence([]), 80, 20) == []
    assert lines.draw_outreach(outreach([]), 80, 20) == []
    assert lines.draw_findings(findings([]), 80, 20) == []

"""A box of lines is drawn for the width it has, and is as tall as its lines where it may be."""

from collections.abc import Sequence

from textual.app import App, ComposeResult
from textual.containers import Vertical

from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, line
from tests.tui.pilots import sitting


class Wall(App[None]):
    """A box that is as tall as it needs, and one below it."""

    CSS = "#box { height: auto; } #below { height: 1fr; }"

    def compose(self) -> ComposeResult:
        with Vertical():
            yield LineBox(lambda width: (line(f"{width} wide"), line("second")), id="box")
            yield LineBox(id="below")


def numbered(count: int) -> Sequence[Line]:
    return [line(f"line {number}") for number in range(count)]


async def test_it_is_drawn_for_its_width() -> None:
    async with sitting(Wall(), (40, 10)) as hands:
        assert hands.seen("#box") == "40 wide second"
        await hands.pilot.resize_terminal(33, 10)
        await hands.settle()
        assert hands.seen("#box") == "33 wide second"
        assert hands.seen("#below") == ""


async def test_it_grows_and_shrinks_with_its_lines() -> None:
    async with sitting(Wall(), (40, 10)) as hands:
        box = hands.app.screen.query_one("#box", LineBox)
        for count in (5, 1, 3, 0):
            box.show(lambda _width, count=count: numbered(count))
            await hands.settle()
            assert hands.seen_lines("#box") == [
                f"line {number}".ljust(40) for number in range(count)
            ] or (count == 0 and hands.seen("#box") == "")
            assert box.size.height == max(1, count)


async def test_more_lines_than_room_are_cut_not_spilled() -> None:
    async with sitting(Wall(), (40, 4)) as hands:
        box = hands.app.screen.query_one("#below", LineBox)
        box.show(lambda _width: numbered(30))
        await hands.settle()
        assert hands.seen("#below") == "line 0 line 1"

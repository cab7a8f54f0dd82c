"""A row list against a plain model of one: where the cursor may go, what is in sight, what is drawn."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType

from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.paged import Paged
from infotui.tui.widgets.row_list import RowList
from tests.tries import tries
from tests.tui.pilots import Hands, sitting, words


class Row(NamedTuple):
    """A row of a model: so many lines, each with the words and its number."""

    text: str
    height: int = 1
    can: bool = True


def draw(row: Row, _width: int) -> Sequence[Line]:
    return [line(f"{row.text}{part}") for part in range(row.height)]


class Rack(App[None]):
    """A list of its own size in an app, with everything it said."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "back", "Back")]
    CSS = "RowList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def __init__(self, rows: Sequence[Any], **how: Any) -> None:
        super().__init__()
        self.list = RowList[Any](how.pop("draw", draw), id="list", **how)
        self._first = rows
        self.moved: list[int] = []
        self.chosen: list[int] = []
        self.dragged: list[tuple[int, int]] = []
        self.backs = 0

    def compose(self) -> ComposeResult:
        yield self.list

    def on_mount(self) -> None:
        self.list.show(self._first)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        assert event.control is self.list
        self.moved.append(event.index)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.index)

    def on_row_list_dragged(self, event: RowList.Dragged) -> None:
        assert event.control is self.list
        self.dragged.append((event.index, event.to))

    def action_back(self) -> None:
        self.backs += 1


def rack(*texts: str, **how: Any) -> Rack:
    return Rack([Row(text) for text in texts], **how)


@dataclass
class Model:
    """What a list of rows should be like, told as simply as can be."""

    rows: list[Row]
    cursor: int = 0
    places: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.places = [place for place, row in enumerate(self.rows) if row.can]
        if not self.places:  # nowhere to stand: it moves as if every row were a place
            self.places = list(range(len(self.rows)))
        self.cursor = self.places[0] if self.places else 0

    def step(self, by: int) -> None:
        """To the nearest place at or beyond so many rows on; back to the last one if there is none."""
        goal = max(0, min(len(self.rows) - 1, self.cursor + by))
        ahead = [p for p in self.places if (p >= goal if by > 0 else p <= goal)]
        behind = [p for p in self.places if (p < goal if by > 0 else p > goal)]
        if ahead:
            self.cursor = ahead[0] if by > 0 else ahead[-1]
        elif behind:
            self.cursor = behind[-1] if by > 0 else behind[0]

    def edge(self, end: int) -> None:
        if self.places:
            self.cursor = self.places[-1 if end else 0]

    def lines(self) -> list[tuple[int, str]]:
        return [(n, f"{r.text}{p}") for n, r in enumerate(self.rows) for p in range(r.height)]


HEIGHTS = st.integers(1, 4)
ROWS = st.lists(
    st.builds(Row, st.text("abcdef", min_size=1, max_size=6), HEIGHTS, st.booleans()), max_size=25
)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("step"), st.sampled_from([-7, -2, -1, 1, 2, 9])),
        st.tuples(st.just("edge"), st.sampled_from([0, 1])),
        st.tuples(st.just("page"), st.sampled_from([-1, 1])),
    ),
    max_size=12,
)


def in_app(app: Rack, do: Callable[[Hands], Awaitable[None]], size: tuple[int, int]) -> None:
    async def sit() -> None:
        async with sitting(app, size) as hands:
            await do(hands)

    asyncio.run(sit())


@settings(max_examples=tries(20), deadline=None)
@given(ROWS, MOVES, st.sampled_from([1, 3, 8]), st.none() | HEIGHTS)
def test_it_moves_and_draws_as_the_model_does(
    rows: list[Row], moves: list[tuple[str, int]], sight: int, height: int | None
) -> None:
    if height is not None:
        rows = [row._replace(height=height) for row in rows]
    model = Model(rows)
    app = Rack(rows, height=height, pickable=lambda row: row.can)

    async def move(hands: Hands) -> None:
        for how, by in moves:
            getattr(app.list, f"action_{how}")(by)
            if how == "page":
                model.step(by * max(1, max(1, sight - 1) // (height or 1)))
            else:
                getattr(model, how)(by)
            if height is None and how == "page":
                model.cursor = app.list.cursor  # pages over rows of any height: see below
            await hands.settle()
            assert app.list.cursor == model.cursor
            check_drawn(hands, app, model, sight)

    in_app(app, move, (20, sight))


def check_drawn(hands: Hands, app: Rack, model: Model, sight: int) -> None:
    """The lines in sight are the model's from the scroll on, and the cursor's first is among them."""
    top = app.list.scroll_offset.y
    expected = model.lines()[top : top + sight]
    drawn = [words(text) for text in hands.seen_lines("#list")]
    assert drawn[: len(expected)] == [text for _, text in expected]
    assert not any(drawn[len(expected) :])
    if model.rows:
        assert model.cursor in {number for number, _ in expected}
        assert app.list.row == model.rows[model.cursor]


async def test_a_page_down_passes_over_nothing_unseen() -> None:
    app = Rack([Row(f"row {n} ", 3) for n in range(30)], height=None)
    async with sitting(app, (20, 9)) as hands:
        seen: set[str] = set()
        for _ in range(40):
            seen.update(words(text) for text in hands.seen_lines("#list"))
            await hands.press("pagedown")
        assert {f"row {n} {part}" for n in range(30) for part in range(3)} <= seen


async def test_keys_move_and_enter_chooses() -> None:
    app = rack(*(f"row {n} " for n in range(30)))
    async with sitting(app, (20, 11)) as hands:
        await hands.press("down", "j", "j", "up", "k", "pagedown", "pageup", "end", "home", "down")
        assert app.moved == [1, 2, 3, 2, 1, 11, 1, 29, 0, 1]
        await hands.press("up", "up", "enter")
        assert app.moved[-1] == 0
        assert app.chosen == [0]


async def test_an_empty_list_says_what_to_do_and_keeps_still() -> None:
    app = rack(empty=("Nobody here yet.", "n adds the first person you know."))
    async with sitting(app, (20, 8)) as hands:
        assert hands.seen("#list") == "Nobody here yet. n adds the first person you know."
        await hands.press("down", "up", "pagedown", "end", "home", "enter")
        assert (app.list.row, app.moved, app.chosen) == (None, [], [])


async def test_other_rows_keep_the_cursor_where_it_was_or_is_asked_for() -> None:
    app = rack("a", "b", "c", "d")
    async with sitting(app, (20, 8)):
        app.list.show([Row(text) for text in "abcd"], 2)
        assert app.list.row == Row("c")
        app.list.show([Row(text) for text in "wxyz"])
        assert app.list.row == Row("y")
        app.list.show([Row("only")])
        assert app.list.row == Row("only")
        app.list.show([])
        assert app.list.row is None


async def test_a_click_moves_the_cursor_and_a_second_one_chooses() -> None:
    app = Rack([Row("a", 2), Row("b", 2, can=False), Row("c", 2)], height=2,
               pickable=lambda row: row.can)  # fmt: skip
    async with sitting(app, (20, 10)) as hands:
        await hands.click("#list", offset=(3, 4))
        assert (app.list.cursor, app.chosen) == (2, [])
        await hands.click("#list", offset=(3, 3))  # that row is nobody's
        await hands.click("#list", offset=(3, 9))  # there is no row
        assert (app.list.cursor, app.chosen) == (2, [])
        await hands.click("#list", offset=(3, 5), times=2)
        assert app.chosen == [2]


async def test_the_cursor_is_seen_without_colour() -> None:
    app = rack("a", "b", "c")
    async with sitting(app, (20, 8)) as hands:
        await hands.press("down")
        assert [text.rstrip() for text in hands.lines()[:3]] == [" a0", "▌b0", " c0"]
        app.set_focus(None)
        await hands.settle()
        assert hands.lines()[1].rstrip() == "▏b0"


async def test_a_hundred_thousand_rows_fetch_only_what_is_in_sight() -> None:
    fetched: list[int] = []

    def fetch(offset: int, limit: int) -> list[Row]:
        fetched.append(offset)
        return [Row(f"row {n} ") for n in range(offset, offset + limit)]

    app = Rack(Paged(100_000, fetch), height=1)
    async with sitting(app, (30, 10)) as hands:
        assert hands.lines()[0].startswith("▌row 0")
        await hands.press("end")
        assert hands.lines()[-1].startswith("▌row 99999")
        await hands.press("pageup", "up")
        assert app.list.row == Row("row 99989 ")
        assert sorted(set(fetched)) == [0, 99_950]


NAMES = st.text(st.sampled_from("a b字한👍e\u0301🇩🇪 漢-"), max_size=30)


@settings(max_examples=tries(20), deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=6), st.integers(1, 14))
def test_wide_and_long_words_never_leave_their_lines(names: list[str], width: int) -> None:
    app = Rack(names, draw=lambda name, _width: [line(name)])

    async def look(hands: Hands) -> None:
        for strip in hands.strips():
            assert strip.cell_length == cell_len(strip.text) == width

    in_app(app, look, (width, 6))


async def test_a_new_width_measures_the_rows_again() -> None:
    text = "one two three four five six seven"
    app = Rack([text, "next"], height=None,
               draw=lambda row, width: [line(row[i : i + width]) for i in range(0, len(row), width)])  # fmt: skip
    async with sitting(app, (40, 8)) as hands:
        assert hands.seen("#list") == f"{text} next"
        await hands.pilot.resize_terminal(12, 8)
        await hands.settle()
        assert [part[1:] for part in hands.lines()[:3]] == [text[:11], text[11:22], text[22:]]
        assert hands.lines()[3].strip() == "next"


class Painter:
    """Draws rows and counts which."""

    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.suffix = ""

    def __call__(self, row: Row, _width: int) -> Sequence[Line]:
        self.drawn.append(row.text)
        return [line(f"{row.text}{part}{self.suffix}") for part in range(row.height)]

    def told(self) -> list[str]:
        """What was drawn since one asked."""
        drawn, self.drawn = sorted(set(self.drawn)), []
        return drawn


async def test_a_steady_list_draws_only_what_is_new_in_it() -> None:
    painter = Painter()
    rows = [Row("a", 2), Row("b"), Row("c")]
    app = Rack(rows, draw=painter, height=None, steady=True)
    async with sitting(app, (20, 8)) as hands:
        painter.told()
        app.list.show([*rows, Row("d", 2)])
        await hands.settle()
        assert painter.told() == ["d"]
        app.list.show([Row("c"), Row("x"), Row("a", 2)])
        await hands.settle()
        assert painter.told() == ["x"]
        assert [text.strip(" ▌") for text in hands.lines()[:4]] == ["c0", "x0", "a0", "a1"]
        await hands.resize((12, 8))
        assert painter.told() == ["a", "c", "x"]  # another width draws all anew


async def test_a_list_that_is_not_steady_draws_all_anew() -> None:
    painter = Painter()
    rows = [Row("a"), Row("b")]
    app = Rack(rows, draw=painter, height=None)
    async with sitting(app, (20, 8)) as hands:
        painter.told()
        app.list.show(rows)
        await hands.settle()
        assert painter.told() == ["a", "b"]


async def test_the_same_rows_are_drawn_anew_when_they_say_something_else() -> None:
    painter = Painter()
    app = Rack([Row("a"), Row("b")], draw=painter)
    async with sitting(app, (20, 8)) as hands:
        await hands.press("down")
        painter.suffix = "!"
        app.list.draw_anew()
        await hands.settle()
        assert [text.strip(" ▌") for text in hands.lines()[:2]] == ["a0!", "b0!"]
        assert app.list.cursor == 1


# ── dragging ──────────────────────────────────────────────────────────────────────────────────────


async def mouse(
    hands: Hands, kind: type[events.MouseEvent], x: int, y: int, button: int = 1
) -> None:
    """Let the mouse do one thing at a place of the screen."""
    hands._send(kind(None, x, y, 0, 0, button, False, False, False, x, y))
    await hands.settle()


async def drag(hands: Hands, *ys: int, x: int = 3) -> None:
    """Press on the first line, move over the others; the button is still held."""
    await mouse(hands, events.MouseDown, x, ys[0])
    for y in ys[1:]:
        await mouse(hands, events.MouseMove, x, y)


def signs(hands: Hands) -> str:
    """The first column: which row is marked, and how."""
    return "".join(text[0] for text in hands.lines())


async def test_a_row_is_dragged_to_the_place_of_another() -> None:
    app = rack(*"abcde", movable=True)
    async with sitting(app, (20, 8)) as hands:
        await drag(hands, 1, 2, 3)
        assert signs(hands) == " ▏ ▼    "
        assert app.mouse_captured is app.list
        await mouse(hands, events.MouseUp, 3, 3)
        assert (app.dragged, app.chosen, app.list.cursor) == ([(1, 3)], [], 1)
        assert signs(hands) == " ▌      "
        assert app.mouse_captured is None
        await drag(hands, 4, 2, 0)
        assert signs(hands) == "▲   ▏   "
        await mouse(hands, events.MouseUp, 3, 0)
        await drag(hands, 0, 7)  # below the last row is the last place
        await mouse(hands, events.MouseUp, 3, 7)
        assert app.dragged == [(1, 3), (4, 0), (0, 4)]


@pytest.mark.parametrize("how", ["escape", "beside", "other rows", "back where it was"])
async def test_a_drag_ends_without_change(how: str) -> None:
    app = rack(*"abcde", movable=True)
    async with sitting(app, (20, 8)) as hands:
        await drag(hands, 1, 3)
        if how == "escape":
            await hands.press("escape")
        elif how == "beside":
            await mouse(hands, events.MouseMove, 50, 3)
        elif how == "other rows":
            app.list.show([Row(text) for text in "vwxyz"])
            await hands.settle()
        else:
            await mouse(hands, events.MouseMove, 3, 1)
        if how != "back where it was":
            assert signs(hands) == " ▌      "
            assert app.mouse_captured is None
            await mouse(hands, events.MouseMove, 3, 4)
        await mouse(hands, events.MouseUp, 3, 4 if how != "back where it was" else 1)
        assert (app.dragged, app.chosen, app.backs) == ([], [], 0)
        await hands.press("escape")
        assert app.backs == 1, "Escape means what it meant again"


async def test_clicks_and_the_wheel_work_as_before() -> None:
    app = rack(*(f"{n} " for n in range(30)), movable=True)
    async with sitting(app, (20, 8)) as hands:
        await hands.click("#list", offset=(3, 4))
        assert (app.list.cursor, app.chosen, app.dragged) == (4, [], [])
        await hands.click("#list", offset=(3, 2), times=2)
        assert (app.list.cursor, app.chosen, app.dragged) == (2, [2], [])
        await mouse(hands, events.MouseScrollDown, 3, 4, 0)
        assert app.list.scroll_offset.y > 0
        await drag(hands, 1, 2)
        await mouse(hands, events.MouseUp, 3, 2)
        top = app.list.scroll_offset.y
        assert app.dragged == [(top + 1, top + 2)]
        await hands.click("#list", offset=(3, 5), times=2)
        assert app.chosen == [2, top + 5], "after a drag a click is a click again"


async def test_a_row_held_at_an_edge_moves_the_list_on() -> None:
    app = rack(*(f"{n} " for n in range(12)), movable=True)
    async with sitting(app, (20, 5)) as hands:
        await drag(hands, 1, 4)
        held = app.list._drag
        assert held is not None
        for _ in range(9):
            await hands.fire(held.timer)
        assert app.list.scroll_offset.y == 7
        assert signs(hands) == "    ▼"
        await mouse(hands, events.MouseMove, 3, 2)
        assert held.timer is None, "nothing ticks but at an edge"
        await mouse(hands, events.MouseMove, 3, 0)
        await hands.fire(held.timer)
        await mouse(hands, events.MouseUp, 3, 0)
        assert app.dragged == [(1, 6)]
        assert held.timer is None


async def test_headings_are_neither_dragged_nor_landed_on() -> None:
    app = Rack([Row("a", 2), Row("b", 2, can=False), Row("c", 2)], height=2, movable=True,
               pickable=lambda row: row.can)  # fmt: skip
    async with sitting(app, (20, 10)) as hands:
        await drag(hands, 2, 5)
        assert app.mouse_captured is None
        await mouse(hands, events.MouseUp, 3, 5)
        await drag(hands, 0, 3)
        assert signs(hands) == "▏▏        "
        await mouse(hands, events.MouseUp, 3, 3)
        assert app.dragged == []
        await drag(hands, 0, 3, 5)
        await mouse(hands, events.MouseUp, 3, 5)
        assert app.dragged == [(0, 2)]


async def test_rows_stay_where_they_are_unless_they_are_movable() -> None:
    app = rack(*"abc")
    async with sitting(app, (20, 8)) as hands:
        await drag(hands, 0, 2)
        assert signs(hands) == "▌       "
        await mouse(hands, events.MouseUp, 3, 2)
        assert app.dragged == []


async def test_only_lines_that_changed_are_drawn_anew() -> None:
    app = rack(*(f"row {number} " for number in range(9)))
    async with sitting(app) as hands:
        painted: list[int] = []
        render = app.list.render_line

        def watched(y: int) -> Any:
            painted.append(y)
            return render(y)

        app.list.render_line = watched  # type: ignore[method-assign]
        rows = list(app.list.rows)
        app.list.show([*rows[:4], Row("another "), *rows[5:]])
        await hands.settle()
        assert set(painted) == {4}
        assert "another" in hands.lines()[4]
        painted.clear()
        app.list.show(list(app.list.rows))
        await hands.settle()
        assert not painted
        await hands.press("down")
        assert set(painted) == {0, 1}
        painted.clear()
        app.list.show(rows, 6)
        await hands.settle()
        assert set(painted) == {1, 4, 6}
        assert [line[:7] for line in hands.lines()[:9]] == [
            f"{'▌' if number == 6 else ' '}row {number} " for number in range(9)
        ]

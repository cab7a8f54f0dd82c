"""A line and its list: typing goes on in the line, the arrows lead from one to the other."""

from textual import on
from textual.app import App, ComposeResult
from textual.message import Message

from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.search_line import Results, SearchLine
from tests.tui.pilots import sitting


def _draw(row: str, _width: int) -> tuple[Line, ...]:
    return (line(row),)


class Searches(App[None]):
    said: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        yield SearchLine(id="line")
        yield Results(_draw, id="rows")

    @on(SearchLine.AtEnd)
    @on(Results.Typed)
    def _told(self, event: Message) -> None:
        typed = event.character if isinstance(event, Results.Typed) else "end"
        self.said = (*self.said, typed)

    def on_mount(self) -> None:
        self.query_one(Results).show(["a", "b", "c"])


async def test_what_is_typed_in_the_list_is_handed_on_and_arrows_move() -> None:
    app = Searches()
    async with sitting(app) as hands:
        app.query_one(Results).focus()
        await hands.press("down", "end", "j", "k", "space", "backspace", "home", "down")
        assert app.said == ("j", "k", " ", "")
        assert hands.row("#rows") == "b"
        await hands.press("up", "up")
        assert hands.focused == "line"
        await hands.press("x", "left", "right", "right")
        assert app.said[4:] == ("end",)

"""A filter line leads to its list with Enter and Down, and Escape empties it on the way."""

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Input

from infotui.tui.widgets.filter_line import FilterLine
from tests.tui.pilots import sitting


class Sieve(App[None]):
    """A filter line and what it said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield FilterLine("find", id="filter")

    def on_filter_line_done(self) -> None:
        self.said.append("done")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.said.append(event.value)


@pytest.fixture
def app() -> Sieve:
    return Sieve()


async def test_it_shows_what_it_is_for_and_tells_every_change(app: Sieve) -> None:
    async with sitting(app) as hands:
        assert hands.seen("#filter").endswith("find")
        await hands.press("a", "b")
        assert app.said == ["a", "ab"]


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_two_keys_lead_to_the_list_and_keep_the_words(app: Sieve, key: str) -> None:
    async with sitting(app) as hands:
        await hands.paste("ruth")
        await hands.press(key)
        assert app.said == ["ruth", "done"]
        assert "ruth" in hands.seen("#filter")


async def test_escape_empties_it_and_leads_to_the_list(app: Sieve) -> None:
    async with sitting(app) as hands:
        await hands.paste("ruth")
        await hands.press("escape")
        assert sorted(app.said) == ["", "done", "ruth"]
        assert "ruth" not in hands.seen("#filter")

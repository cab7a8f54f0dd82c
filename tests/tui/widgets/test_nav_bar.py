"""The names of the eight screens fit every width, name where one is, and lead there when clicked."""

import pytest
from textual.app import App, ComposeResult

from infotui.tui.routes import MODES
from infotui.tui.widgets.nav_bar import NavBar
from tests.tui.pilots import sitting


class Hall(App[None]):
    """A hall with eight doors."""

    CSS = "NavBar { dock: top; height: 1; }"

    def __init__(self, here: str = "research") -> None:
        super().__init__()
        self._here = here
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield NavBar(MODES, self._here)

    def on_nav_bar_chosen(self, event: NavBar.Chosen) -> None:
        self.chosen.append(event.mode)


async def bar(width: int, here: str = "research") -> str:
    async with sitting(Hall(here), (width, 5)) as hands:
        return hands.lines()[0]


async def test_all_names_are_shown_where_there_is_room() -> None:
    names = " ".join(f"{digit} {name}" for digit, _, name in MODES)
    for width in (120, 90, 80):
        assert " ".join((await bar(width)).replace("infotui", "").split()) == names


@pytest.mark.parametrize("width", [60, 40])
async def test_elsewhere_only_the_name_of_where_one_is(width: int) -> None:
    for _, mode, name in MODES:
        shown = (await bar(width, mode)).split()
        assert [word for word in shown if word.isdigit()] == list("12345678")
        assert [word for word in shown if word.isalpha() and word != "infotui"] == (
            [name] if name.isalpha() else []
        )
        assert name in shown


async def test_a_click_says_which_screen() -> None:
    app = Hall()
    async with sitting(app, (120, 5)) as hands:
        text = hands.lines()[0]
        for _, _, name in MODES:
            await hands.click("NavBar", offset=(text.index(name), 0))
        assert app.chosen == [mode for _, mode, _ in MODES]
        await hands.click("NavBar", offset=(2, 0))
        await hands.click("NavBar", offset=(118, 0))
        assert len(app.chosen) == len(MODES)

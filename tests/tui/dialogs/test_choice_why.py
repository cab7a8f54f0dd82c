"""The dialog that asks for one of a few things and why, in one step."""

from textual.app import App
from textual.screen import Screen

from infotui.domain.errors import BadInputError
from infotui.tui.dialogs.choice_why import ChoiceWhy
from tests.tui.pilots import SIZES, sitting

OPTIONS = [(str(number), f"option {number}") for number in range(3)]


class Asker(App[None]):
    """An app that asks."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[tuple[str, str]] = []
        self.answers: list[object] = []

    def take(self, value: str, why: str) -> None:
        if "x" in why:
            raise BadInputError("why", "No x in a reason.")
        self.taken.append((value, why))

    def get_default_screen(self) -> Screen[None]:
        return Screen()

    def on_mount(self) -> None:
        dialog = ChoiceWhy("Which?", OPTIONS, self.take, words="Choose [b]one[/b].", at="1")
        self.push_screen(dialog, self.answers.append)


async def test_arrows_choose_while_letters_are_the_reason() -> None:
    app = Asker()
    async with sitting(app) as hands:
        assert "Choose [b]one[/b]." in hands.text
        assert hands.row("RowList") == OPTIONS[1]
        await hands.press("down", "down", "up", *"jk 1")
        assert hands.row("RowList") == OPTIONS[1]
        await hands.press("enter")
        assert (app.taken, app.answers) == ([("1", "jk 1")], [True])


async def test_what_is_refused_is_said_and_nothing_is_lost() -> None:
    app = Asker()
    async with sitting(app) as hands:
        await hands.paste("x it is")
        await hands.press("enter")
        for size in SIZES:
            await hands.resize(size)
            assert "No x in a reason." in hands.seen("#why-wrong")
            assert "x it is" in hands.seen("#why")
        await hands.write("so it is")
        await hands.burst("enter", "enter")
        assert (app.taken, app.answers) == ([("1", "so it is")], [True])


async def test_escape_takes_nothing_and_a_second_click_takes_what_is_there() -> None:
    app = Asker()
    async with sitting(app) as hands:
        await hands.press("escape")
        assert (app.taken, app.answers) == ([], [None])
    app = Asker()
    async with sitting(app) as hands:
        await hands.click("RowList", offset=(3, 2), times=2)
        assert (app.taken, app.answers) == ([("2", "")], [True])

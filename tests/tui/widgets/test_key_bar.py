"""The line of keys says which keys work here and now, and does them when clicked."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from infotui.tui.widgets.key_bar import KeyBar
from tests.tui.pilots import sitting


class Room(Screen[None]):
    """A screen with keys of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "do('new')", "new"),
        Binding("f2", "do('skip')", "skip"),
        Binding("x", "do('hidden')", "hidden", show=False),
        Binding("w", "never", "never"),
    ]
    CSS = "KeyBar { dock: bottom; height: 1; }"

    def compose(self) -> ComposeResult:
        yield Input(id="field")
        yield KeyBar()

    def on_mount(self) -> None:
        self.set_focus(None)

    def action_do(self, what: str) -> None:
        app = self.app
        assert isinstance(app, House)
        app.done.append(what)

    def action_never(self) -> None:
        raise AssertionError("it is not offered")

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        return action != "never"


class House(App[None]):
    """An app with a help key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "show_keys", "keys", key_display="?"),
        Binding("ctrl+q", "quit", "Quit", show=False),
    ]
    AUTO_FOCUS = None

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(Room())

    def action_show_keys(self) -> None:
        self.done.append("keys")


async def test_it_lists_what_is_offered_in_order_and_help_last() -> None:
    async with sitting(House()) as hands:
        assert hands.seen("KeyBar") == "n new f2 skip ? keys"


async def test_letters_are_not_offered_while_one_types_them() -> None:
    async with sitting(House()) as hands:
        hands.app.screen.query_one("#field").focus()
        await hands.settle()
        assert hands.seen("KeyBar") == "f2 skip F1 keys"


async def test_help_always_fits() -> None:
    async with sitting(House(), (14, 5)) as hands:
        assert hands.seen("KeyBar") == "? keys"
        await hands.pilot.resize_terminal(17, 5)
        await hands.settle()
        assert hands.seen("KeyBar") == "n new ? keys"


async def test_a_click_does_what_was_clicked() -> None:
    app = House()
    async with sitting(app) as hands:
        for column in (0, 6, 7, 15, 16, 30):
            await hands.click("KeyBar", offset=(column, 0))
        assert app.done == ["new", "new", "skip", "skip", "keys"]

"""The note line: Enter hands in within the key, the arrows choose questions, no key is lost."""

import pytest
from textual.app import App, ComposeResult

from infotui.domain.kept import Place, live_line
from infotui.tui.widgets.note_line import NoteLine
from tests.tui.pilots import sitting

LINE = live_line("an interview")


class Table(App[None]):
    """A note line, what it handed in, and what is stored of it."""

    CSS = "NoteLine { height: 4; width: 20; }"

    def __init__(self) -> None:
        super().__init__()
        self.disk: dict[Place, str] = {}
        self.notes: list[str] = []
        self.takes = True
        self.steps: list[int] = []
        self.line = NoteLine(self.disk.__setitem__, self._take, id="line")

    def _take(self, text: str) -> bool:
        if self.takes:
            self.notes.append(text)
        return self.takes

    def compose(self) -> ComposeResult:
        yield self.line

    def on_mount(self) -> None:
        self.line.put(LINE, "")

    def on_note_line_stepped(self, event: NoteLine.Stepped) -> None:
        self.steps.append(event.by)


@pytest.fixture
def app() -> Table:
    return Table()


async def test_it_says_what_it_is_for(app: Table) -> None:
    async with sitting(app) as hands:
        assert hands.seen("#line").startswith("write what they say")


async def test_enter_hands_the_line_in_and_leaves_it_empty(app: Table) -> None:
    async with sitting(app) as hands:
        await hands.press(*"hello", "enter")
        assert app.notes == ["hello"]
        assert (app.line.text, app.line.place) == ("", LINE)
        await hands.press("ctrl+z")
        assert app.line.text == ""  # what was kept does not come back into the line


async def test_keys_right_after_enter_stand_on_the_new_line(app: Table) -> None:
    async with sitting(app) as hands:
        await hands.burst(*"abc", "enter", *"def")
        assert (app.notes, app.line.text, app.disk[LINE]) == (["abc"], "def", "def")
        await hands.burst("enter", *"g", "enter", "enter", *"hi")
        assert (app.notes, app.line.text) == (["abc", "def", "g", ""], "hi")


async def test_a_line_that_is_not_taken_stays(app: Table) -> None:
    app.takes = False
    async with sitting(app) as hands:
        await hands.press(*"abc", "enter", "d")
        assert (app.notes, app.line.text, app.disk[LINE]) == ([], "abcd", "abcd")


async def test_nothing_is_handed_in_while_there_is_nobody_to_write_about(app: Table) -> None:
    async with sitting(app) as hands:
        app.line.put(None, "")
        await hands.press(*"abc", "enter")
        assert (app.notes, app.disk) == ([], {})


async def test_arrows_ask_for_the_question_before_and_after(app: Table) -> None:
    async with sitting(app) as hands:
        await hands.press("up", "down", "down")
        assert app.steps == [-1, 1, 1]
        await hands.press(*"ab", "up")
        assert (app.steps, app.line.text) == ([-1, 1, 1, -1], "ab")


async def test_within_a_long_line_arrows_move_and_step_only_at_its_ends(app: Table) -> None:
    async with sitting(app) as hands:
        await hands.paste("a long line that takes three rows of so few")
        await hands.press("up", "up")
        assert app.steps == []
        await hands.press("up")
        assert app.steps == [-1]
        await hands.press("down", "down", "down")
        assert app.steps == [-1, 1]


async def test_marking_text_never_steps(app: Table) -> None:
    async with sitting(app) as hands:
        await hands.press(*"ab", "shift+up", "shift+down")
        assert app.steps == []


async def test_a_paste_of_several_lines_is_one_text(app: Table) -> None:
    async with sitting(app) as hands:
        await hands.paste("one\r\ntwo")
        await hands.press("enter")
        assert app.notes == ["one\ntwo"]


class Deeds(Table):
    """A note line whose keys do something in the talk: F2 always, digits while a number is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.did: list[tuple[str, str | None]] = []
        self.asks = False
        self.line = NoteLine(self.disk.__setitem__, self._take, self._do, id="line")

    async def _do(self, key: str, character: str | None) -> bool:
        if key == "f2" or (self.asks and key in {"3", "enter", "space"}):
            self.did.append((key, character))
            return True
        return False


async def test_keys_that_do_something_come_in_the_order_they_were_typed() -> None:
    app = Deeds()
    async with sitting(app) as hands:
        await hands.burst(*"ab", "f2", *"c3", "enter", "f2", *"d")
        assert app.did == [("f2", None)] * 2
        assert (app.notes, app.line.text, app.disk[LINE]) == (["abc3"], "d", "d")


async def test_while_a_number_is_asked_for_keys_are_that_and_the_words_stay() -> None:
    app = Deeds()
    async with sitting(app) as hands:
        await hands.press(*"ab")
        app.asks = True
        await hands.press("3", "space", "enter")
        assert app.did == [("3", "3"), ("space", " "), ("enter", "\r")]
        assert (app.notes, app.line.text) == ([], "ab")
        app.asks = False
        await hands.press("3", "enter")
        assert app.notes == ["ab3"]


async def test_a_veiled_line_shows_nothing_and_takes_everything(app: Table) -> None:
    async with sitting(app) as hands:
        app.line.veiled = True
        await hands.press(*"secret words")
        assert hands.text.strip() == ""
        assert app.disk[LINE] == "secret words"
        app.line.veiled = False
        await hands.settle()
        assert hands.seen("#line") == "secret words"
        app.line.veiled = True
        await hands.press("enter")
        assert (app.notes, hands.text.strip()) == (["secret words"], "")


async def test_what_is_written_anew_is_stored_and_can_be_undone(app: Table) -> None:
    async with sitting(app) as hands:
        await hands.press(*"> Jane", "home")
        app.line.write_anew("> Jane, may mention")
        await hands.settle()
        assert app.disk[LINE] == "> Jane, may mention"
        await hands.press("!")
        assert app.line.text == "> Jane, may mention!"
        await hands.press("ctrl+z", "ctrl+z")
        assert app.line.text == app.disk[LINE] == "> Jane"

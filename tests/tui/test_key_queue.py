"""Keys that come together each go where they would go if they were typed slowly; none is lost or turned round."""

import asyncio
from typing import ClassVar

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from infotui.domain.errors import IllegalMoveError
from infotui.services.desks import Desks
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.key_queue import TakesKeysInTurn
from infotui.tui.telling import TellsErrors
from tests.builders import a_planned_interview
from tests.tries import some
from tests.tui.pilots import Hands, _key, at, sitting, stored

SENTENCE = "That cannot be just now."


class Paper(Dialog[tuple[str, str]]):
    """Two lines to fill in, the first of them focused by a message, as in the forms."""

    def compose(self) -> ComposeResult:
        yield Input(id="one")
        yield Input(id="two")

    def on_mount(self) -> None:
        self.query_one("#one").focus()

    def on_input_submitted(self) -> None:
        self.answer((self.query_one("#one", Input).value, self.query_one("#two", Input).value))


class Ear(Widget, can_focus=True):
    """Hears every key; the key `s` keeps it busy until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.let_go = asyncio.Event()

    async def on_key(self, event: events.Key) -> None:
        self.heard.append(event.key)
        if event.key == "s":
            await self.let_go.wait()


class Desk(TellsErrors, Screen[None]):
    """Something that has the focus, and a text below it."""

    def compose(self) -> ComposeResult:
        yield Ear()
        yield TextArea()


class Office(TakesKeysInTurn, TellsErrors, App[None]):
    """An office with one desk and as many papers as one wants."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open"),
        Binding("x", "refuse"),
        Binding("f", "fail"),
        Binding("ctrl+x", "refuse", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[tuple[str, str] | None] = []

    def on_mount(self) -> None:
        self.push_screen(Desk())

    def action_open(self) -> None:
        self.push_screen(Paper(), self.papers.append)

    def action_refuse(self) -> None:
        raise IllegalMoveError(SENTENCE)

    def action_fail(self) -> None:
        raise KeyError("ours")

    @property
    def ear(self) -> Ear:
        return self.screen.query_one(Ear)


async def turns(count: int = 60) -> None:
    """Let the program go on for so many turns of its loop, whether it comes to rest or not."""
    for _ in range(count):
        await asyncio.sleep(0)


def office_of(hands: Hands) -> Office:
    assert isinstance(hands.app, Office)
    return hands.app


async def take(office: Office, key: str) -> events.Key:
    """Give the app a key as its own task would; give the key's event."""
    event = _key(key)
    event.set_sender(office)
    with office._context():
        await office.on_event(event)
    return event


async def test_each_key_goes_where_the_one_before_it_led() -> None:
    async with sitting(Office()) as hands:
        await hands.burst("o", *"Bo Xi", "tab", *"Acme", "enter", "o", *"Ann", "enter", "o", *"C")
        assert office_of(hands).papers == [("Bo Xi", "Acme"), ("Ann", "")]
        assert hands.app.screen.query_one("#one", Input).value == "C"


async def test_of_many_papers_filled_in_at_once_no_letter_is_lost() -> None:
    wanted = [(f"name {n}", f"house {n}") for n in range(25)]
    async with sitting(Office()) as hands:
        keys = [k for one, two in wanted for k in ("o", *one, "tab", *two, "enter")]
        await hands.burst(*keys)
        assert office_of(hands).papers == wanted
        assert office_of(hands).ear.heard == ["o"] * len(wanted)


@pytest.mark.parametrize("behind", some(range(16), 0, 2, 5, 11))
async def test_it_is_all_the_same_how_closely_the_next_key_follows(behind: int) -> None:
    async with sitting(Office()) as hands:
        for key in ("o", "a", "tab", "b", "enter", "o", "c"):
            hands._send(_key(key))
            await turns(behind)
        await hands.settle()
        assert office_of(hands).papers == [("a", "b")]
        assert hands.app.screen.query_one("#one", Input).value == "c"


async def test_a_paste_and_a_click_keep_their_place_among_the_keys() -> None:
    async with sitting(Office()) as hands:
        await hands.press("o")
        two = hands.app.screen.query_one("#two").region.offset
        await hands.burst("enter", "o")
        hands._send(events.Paste("Bo "))
        for kind in (events.MouseDown, events.MouseUp):
            hands._send(kind(None, two.x + 1, two.y + 1, 0, 0, 1, False, False, False))
        hands._send(events.Paste("Acme "))
        await hands.burst(*"& Co", "enter")
        assert office_of(hands).papers == [("", ""), ("Bo ", "Acme & Co")]


class TestWhoMustNotWait:
    """By hand nobody types so fast that anything must wait."""

    async def test_a_key_is_handed_on_in_the_same_call_when_all_is_at_rest(self) -> None:
        async with sitting(Office()) as hands:
            office = office_of(hands)
            for key in ("a", "tab", "x"):
                event = await take(office, key)
                assert event.is_forwarded
                assert len(office.keys) == 0
                await hands.settle()

    async def test_words_behind_words_do_not_wait_for_one_another(self) -> None:
        words = "as fast as one can " * 25
        async with sitting(Office()) as hands:
            area = hands.app.screen.query_one(TextArea).focus()
            await hands.settle()
            for letter in words:
                assert (await take(office_of(hands), letter)).is_forwarded
            await hands.settle()
            assert area.text == words

    async def test_a_key_behind_one_that_may_lead_elsewhere_waits(self) -> None:
        async with sitting(Office()) as hands:
            office = office_of(hands)
            assert (await take(office, "o")).is_forwarded
            waiting = await take(office, "w")
            assert not waiting.is_forwarded
            assert len(office.keys) == 1
            await hands.settle()
            assert waiting.is_forwarded
            assert hands.app.screen.query_one("#one", Input).value == "w"

    async def test_a_letter_for_a_text_to_be_read_only_may_lead_elsewhere(self) -> None:
        async with sitting(Office()) as hands:
            area = hands.app.screen.query_one(TextArea).focus()
            area.read_only = True
            await hands.settle()
            await hands.burst("o", "o", "w")
            assert hands.app.screen.query_one("#one", Input).value == "ow"


class TestErrors:
    """An error belongs to one key; those behind it are still to come."""

    @pytest.mark.parametrize("bad", ["x", "ctrl+x"])
    @pytest.mark.parametrize("before", [(), ("o", "enter")])
    async def test_a_refusal_is_told_and_what_is_typed_behind_it_counts(
        self, bad: str, before: tuple[str, ...]
    ) -> None:
        async with sitting(Office()) as hands:
            await hands.burst(*before, bad, bad, "o", *"words", "enter")
            assert SENTENCE in hands.said
            assert office_of(hands).papers[-1:] == [("words", "")]

    async def test_a_fault_of_ours_stays_a_fault(self) -> None:
        with pytest.raises(KeyError):
            async with sitting(Office()) as hands:
                await hands.burst("o", "enter", "f", "o")


class TestSomebodyWhoIsStuck:
    """A widget that never finishes holds the keys up for a moment, and never for good."""

    async def test_keys_wait_for_it_and_are_handed_on_when_given_up(self) -> None:
        async with sitting(Office()) as hands:
            office = office_of(hands)
            ear = office.ear
            for key in ("s", "a", "tab", "b"):
                hands._send(_key(key))
            await turns()
            assert (ear.heard, len(office.keys)) == (["s"], 3)
            office.keys.give_up()
            await turns()
            assert len(office.keys) == 0
            ear.let_go.set()
            await hands.settle()
            assert ear.heard == ["s", "a", "tab", "b"]

    async def test_it_is_given_up_by_itself(self) -> None:
        async with sitting(Office()) as hands:
            office = office_of(hands)
            office.keys._patience = 0.0
            for key in ("s", "a", "ctrl+q"):
                hands._send(_key(key))
            await turns()
            ended = office._exit
            office.ear.let_go.set()
            assert ended

    async def test_one_can_leave_and_what_is_typed_behind_that_is_not_ours(self) -> None:
        async with sitting(Office()) as hands:
            office = office_of(hands)
            ear = office.ear
            for key in ("s", "ctrl+q", "a", "b"):
                hands._send(_key(key))
            await turns()
            assert not office._exit
            office.keys.give_up()
            await turns()
            ended = office._exit
            ear.let_go.set()
        assert ended
        assert ear.heard == ["s"]

    async def test_it_is_waited_for_once_and_again_only_after_it_moved(self) -> None:
        async with sitting(Office()) as hands:
            office = office_of(hands)
            ear = office.ear
            for key in ("s", "a"):
                hands._send(_key(key))
            await turns()
            office.keys.give_up()
            await turns()
            assert (await take(office, "b")).is_forwarded
            ear.let_go.set()
            await hands.settle()
            ear.let_go.clear()
            await take(office, "s")
            assert not (await take(office, "c")).is_forwarded
            ear.let_go.set()
            await hands.settle()
            assert ear.heard == ["s", "a", "b", "s", "c"]

    async def test_an_end_from_outside_loses_none_of_those_that_wait(self) -> None:
        async with sitting(Office()) as hands:
            office = office_of(hands)
            ear = office.ear
            for key in ("s", "a", "tab", "b"):
                hands._send(_key(key))
            await turns()
            assert len(office.keys) == 3
            office.keys.hand_on_all()
            office.exit()
            await turns()
            ear.let_go.set()
        assert ear.heard == ["s", "a", "tab", "b"]


async def test_a_screen_a_form_and_its_words_may_come_in_one_burst(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks) as hands:
        await hands.burst("2", "n", *"Bo Xi", "tab", *"Acme", "enter", "5", "n", *"Why so")
        assert ("Bo Xi", "Acme") in stored(
            desks,
            "SELECT contact.name, organization.name FROM contact"
            " JOIN organization ON organization.id = organization_id",
        )
        assert hands.mode == "questions"
        assert "Why so" in hands.text

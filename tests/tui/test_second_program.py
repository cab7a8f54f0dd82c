"""A second program on the same notebook: it reads, says so, follows, and takes over; it never breaks."""

from collections.abc import Iterator

import pytest

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.tui.app import InfotuiApp
from tests.builders import a_contact, a_live_interview, clock_of, later, open_desks
from tests.tries import some
from tests.tui.pilots import Hands, at, dump, stored
from tests.tui.screens.live_talk import log, tick

READER = "Another infotui is writing this notebook; this one only shows it."


@pytest.fixture
def reader(sample: Desks) -> Iterator[Desks]:
    """A second opening of the sample, which the first one writes."""
    opened = open_desks(sample.store.path, clock_of(sample))
    assert opened.store.read_only
    yield opened
    # A letter that was typed here waits for ever; nobody is left whom it could call back.
    opened.scribe.call_back_with(lambda _seconds, _back: None)
    opened.close()


async def look_around(hands: Hands) -> None:
    """Let the second between two looks at the other program pass."""
    assert isinstance(hands.app, InfotuiApp)
    await hands.fire(hands.app._follower.timer)


async def test_it_says_so_at_the_start(reader: Desks) -> None:
    async with at(reader) as hands:
        assert hands.said.startswith("For reading only Another infotui is writing this notebook.")
        assert "Tobias Fenwick-Arle" in hands.seen("#ahead")


async def test_it_follows_what_the_other_one_writes(sample: Desks, reader: Desks) -> None:
    async with at(reader, "contacts") as hands:
        a_contact(sample, "Aaron Abel")
        assert "Aaron Abel" not in hands.seen("#people")
        await look_around(hands)
        assert "Aaron Abel" in hands.seen("#people")


async def test_it_takes_over_when_the_other_is_closed(sample: Desks, reader: Desks) -> None:
    async with at(reader, "contacts") as hands:
        await look_around(hands)
        assert reader.store.read_only
        sample.close()
        await look_around(hands)
        assert hands.said == "The other infotui is closed: this one writes now."
        await hands.press("n")
        await hands.paste("Aaron Abel")
        await hands.press("enter")
        assert hands.row("#people").name == "Aaron Abel"


CHANGES = [
    ("today", ("tab", "space")), ("contacts", ("n", "X", "enter")), ("contacts", ("p",)),
    ("prepare", ("x", "enter", "enter")), ("prepare", ("t", *"fri", "space", *"3pm", "enter")), ("questions", ("n",)),
    ("questions", ("m",)), ("questions", ("d",)), ("questions", ("a", "enter")),
    ("research", ("n",)), ("research", ("enter", "d")), ("live", ("enter",)), ("live", ("f4",)),
    ("live", ("h", "enter")), ("followup", ("space",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("mode", "keys"), some(CHANGES, 1, 3, 7, 12), ids=[f"{m} {k}" for m, k in CHANGES]
)
async def test_a_change_is_refused_with_a_sentence(
    reader: Desks, mode: str, keys: tuple[str, ...]
) -> None:
    before = dump(reader)
    async with at(reader, mode) as hands:
        hands.app.clear_notifications()
        await hands.press(*keys)
        remarks = hands.app.screen.query(".wrong.shown")
        place = ".wrong.shown" if remarks else "#hint" if mode == "live" else ""
        assert READER in (hands.seen(place) if place else hands.said)
        assert dump(reader) == before


@pytest.mark.parametrize(
    ("mode", "keys"),
    [
        ("contacts", ("d", "down", "enter")),
        ("prepare", ("g", "enter")),
        ("review", ("enter", "down", "down", "e", "escape")),
    ],
)
async def test_so_it_is_for_a_change_that_was_asked_for_in_a_dialog(
    reader: Desks, mode: str, keys: tuple[str, ...]
) -> None:
    before = dump(reader)
    async with at(reader, mode) as hands:
        await hands.press(*keys)
        assert READER in hands.said
        assert dump(reader) == before


async def test_words_typed_while_reading_never_go_over_the_others(
    sample: Desks, reader: Desks
) -> None:
    async with at(reader, "research") as hands:
        await hands.press("enter", "e")
        await hands.paste(" typed by the reader")
        note = hands.row("#notes").id
        sample.scribe.keep(Kept("research_note", "body", note), "written by the writer")
        sample.close()
        await look_around(hands)
        reader.scribe.settle()
        query = "SELECT body FROM research_note WHERE id = ?"
        assert stored(reader, query, note) == [("written by the writer",)]


async def test_the_plan_that_was_chosen_is_shown(reader: Desks) -> None:
    async with at(reader) as hands:
        await hands.press("down", "enter")
        assert "Lucía Ferran" in hands.seen("#headline")


async def test_a_mark_that_falls_due_while_reading_breaks_nothing(
    sample: Desks, reader: Desks
) -> None:
    a_live_interview(sample, "hello")
    async with at(reader, "live") as hands:
        before = log(reader)
        later(reader, minutes=20)
        await tick(hands)
        await tick(hands)
        assert hands.app.is_running
        assert len(hands.toasts) <= 2
        assert log(reader) == before
        assert "21:00 of 30" in hands.seen("#time")

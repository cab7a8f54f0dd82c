"""A fresh interview with somebody new for next Tuesday 9:30, prepared by keys alone without leaving Prepare (K5)."""

from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from tests.tui.pilots import Hands, at, stored


class Counting:
    """A person whose key presses, pastes and screens are counted."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.keys = 0
        self.modes = {hands.mode}

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self._hands.press(key)
            self.keys += 1
            self.modes.add(self._hands.mode)

    async def write(self, text: str) -> None:
        await self._hands.paste(text)


async def prepare(person: Counting) -> None:
    await person.press("N")
    await person.write("Li Wei")
    await person.press("enter")
    await person.write("Civic Data")
    await person.press("down")
    await person.write("data engineer")
    await person.press("enter")
    for text in (None, "She counts what the city does.", "Wrote the atlas of streets.",
                 "Forty people, two floors."):  # fmt: skip
        await person.press(".")
        if text is None:
            await person.press("enter")
        else:
            await person.write(text)
            await person.press("escape")
    await person.press("b", "enter", "down", "enter", "down", "enter", "down", "enter", "escape")


async def test_nobody_leaves_the_screen_to_prepare(desks: Desks) -> None:
    async with at(desks, "prepare") as hands:
        person = Counting(hands)
        await prepare(person)
        while "not yet tailored" in hands.seen("#headline"):
            await person.press("f")
            if not isinstance(hands.app.screen, Frame):  # the blanks, in a form
                for field in hands.app.screen.query("Input"):
                    if not field.value:  # type: ignore[attr-defined]
                        await person.write("public data")
                    await person.press("tab")
                await person.press("enter")
            else:  # no blanks: the wording itself
                await person.write(" And why?")
                await person.press("escape")
        await person.press(".")
        await person.write("1 dec 9:30")
        assert "Tuesday 1 Dec 2026 09:30 Europe/Berlin" in hands.seen("#form-box")
        await person.press("enter", ".", "down", "down", "down", "enter")
        await person.press("enter", ".")
        await person.write("I am Robin. Thank you for the half hour.")
        await person.press("escape")
        while "day sheet" in hands.seen("#ready"):
            await person.press("D", "space")
        assert "prepared" in hands.seen("#ready")
        assert person.modes == {"prepare"}
        assert person.keys < 90
    check(desks)


def check(desks: Desks) -> None:
    """What was prepared is in the file."""
    assert stored(desks, "SELECT name, role FROM contact") == [("Li Wei", "data engineer")]
    assert stored(desks, "SELECT state, scheduled_at, zone, place_kind FROM interview") == [
        ("scheduled", "2026-12-01T08:30:00.000000Z", "Europe/Berlin", "telephone")
    ]
    assert stored(desks, "SELECT count(*) FROM goal") == [(1,)]
    assert stored(desks, "SELECT contact_id IS NULL, body FROM research_note ORDER BY id") == [
        (0, "Wrote the atlas of streets."), (1, "Forty people, two floors.")
    ]  # fmt: skip
    assert stored(desks, "SELECT count(*) FROM question") == [(5,)]
    assert stored(desks, "SELECT why, opening FROM interview") == [
        ("She counts what the city does.", "I am Robin. Thank you for the half hour.")
    ]

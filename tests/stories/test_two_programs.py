"""Two programs on one notebook: the second reads, says so, follows along, and ends what the first began."""

from infotui.services.desks import Desks
from infotui.tui.app import InfotuiApp
from tests.builders import a_contact, a_planned_interview, clock_of, later, open_desks
from tests.tui.pilots import Hands, at, stored
from tests.tui.screens.live_talk import notes, pass_time


async def look_around(hands: Hands) -> None:
    """Let the second between two looks at the other program pass."""
    assert isinstance(hands.app, InfotuiApp)
    await hands.fire(hands.app._follower.timer)


async def test_the_second_reads_follows_and_takes_over(desks: Desks) -> None:
    interview = a_planned_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("enter", *"hello", "enter", *"half a li")
    second = open_desks(desks.store.path, clock_of(desks))
    async with at(second, "live") as hands:
        assert hands.said.startswith("For reading only Another infotui is writing this notebook.")
        assert "00:00 hello" in hands.seen("#notes")

        later(desks, minutes=3)
        desks.live.jot(interview, "* the yard hires in spring")
        a_contact(desks, "Bo Lind", "Civic Data")
        await look_around(hands)
        assert "the yard hires in spring" in hands.seen("#notes")
        assert hands.seen("#time").startswith("Time 03:00 of 30")

        await hands.press("ctrl+g", "2")
        assert [row.name for row in hands.rows("#people")] == ["Amina Patel", "Bo Lind"]
        await hands.press("p")
        assert hands.said.startswith("Another infotui is writing this notebook; this one only")
        assert stored(desks, "SELECT count(*) FROM interview") == [(1,)]

        desks.close()
        await look_around(hands)
        assert hands.said == "The other infotui is closed: this one writes now."

        await hands.press("6")
        assert hands.focused == "line"
        await hands.paste("goodbye")
        await hands.press("enter")
        await pass_time(hands, second, 17)
        assert hands.seen("#band") == "20 minutes have passed, 10 to go"
        await hands.press("f8", "f8")
        assert hands.mode == "review"
    assert [text for text, _ in notes(second)][:2] == ["hello", "* the yard hires in spring"]
    assert "goodbye" in notes(second)[-1][0]
    assert stored(second, "SELECT state FROM interview") == [("held",)]
    second.close()


async def test_whoever_comes_after_a_clean_end_writes_at_once(desks: Desks) -> None:
    async with at(desks, "contacts") as hands:
        await hands.press("n")
        await hands.paste("Amina Patel")
        await hands.press("enter", "ctrl+q")
    path, clock = desks.store.path, clock_of(desks)
    desks.close()
    assert not path.with_name(path.name + "-wal").exists()  # one file holds everything
    second = open_desks(path, clock)
    async with at(second, "contacts") as hands:
        assert hands.toasts == []
        await hands.press("e")
        await hands.write("Amina Vale")
        await hands.press("enter")
    assert stored(second, "SELECT name FROM contact") == [("Amina Vale",)]
    second.close()

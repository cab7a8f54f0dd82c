"""Follow-up: every open loop, mine first, each with its date, and the one key that closes it."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.debrief import DebriefDialog
from tests.builders import a_contact, a_held_interview, later
from tests.tui.pilots import SIZES, at, dump, stored


def owing(desks: Desks) -> None:
    """A talk that leaves five loops open: a promise of each, a lead, the debrief and the thanks."""
    a_held_interview(desks, "! send the report", "< she sends a link", "> Jane Doe, fuel cells")


async def test_without_loops_it_says_how_they_open(desks: Desks) -> None:
    async with at(desks, "followup") as hands:
        seen = hands.seen("#loops")
        assert "No open loops: everybody is thanked, every promise is kept." in seen
        assert "a note that begins with ! is a promise, with > a lead." in seen
        before = dump(desks)
        await hands.press("space", "enter", "down")
        assert (hands.mode, dump(desks)) == ("followup", before)


async def test_mine_come_first_and_headings_are_passed_over(desks: Desks) -> None:
    owing(desks)
    async with at(desks, "followup") as hands:
        assert hands.seen("#headline") == "Follow-up 4 yours, 1 theirs"
        kinds = [row if isinstance(row, str) else row.kind for row in hands.rows("#loops")]
        assert kinds == [
            "Your move", "debrief", "thank-you", "my promise", "lead", "Their move", "their promise"
        ]  # fmt: skip
        visited = []
        for _ in range(6):
            visited.append(hands.row("#loops").kind)
            await hands.press("down")
        assert visited == [
            "debrief", "thank-you", "my promise", "lead", "their promise", "their promise"
        ]  # fmt: skip


async def test_space_closes_each_in_its_own_word(desks: Desks) -> None:
    owing(desks)
    async with at(desks, "followup") as hands:
        words = []
        for _ in range(5):
            await hands.press("space")
            words.append(hands.said.rpartition(": ")[2])
        assert words == [f"{word}. u takes it back." for word in
                         ("written", "sent", "kept", "followed", "received")]  # fmt: skip
        assert stored(desks, "SELECT state FROM debrief") == [("written",)]
        assert stored(desks, "SELECT state FROM thank_you") == [("sent",)]
        assert stored(desks, "SELECT state FROM promise ORDER BY whose") == [
            ("kept",), ("received",)
        ]  # fmt: skip
        assert stored(desks, "SELECT state FROM lead") == [("followed",)]
        assert "No open loops" in hands.seen("#loops")


async def test_a_lead_says_whether_a_name_may_be_mentioned(desks: Desks) -> None:
    owing(desks)
    async with at(desks, "followup") as hands:
        assert "Write to Jane Doe" in hands.seen("#loops")
        assert "ask first whether to mention them" in hands.seen("#loops")


async def test_enter_shows_the_talk(desks: Desks) -> None:
    owing(desks)
    a_held_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    async with at(desks, "followup") as hands:
        while (hands.row("#loops").contact, hands.row("#loops").kind) != (
            "Amina Patel",
            "thank-you",
        ):
            await hands.press("down")
        await hands.press("enter")
        assert hands.mode == "review"
        assert hands.seen("#talk").startswith("Conversation Amina Patel")


async def test_enter_on_a_debrief_opens_it_over_the_talk(desks: Desks) -> None:
    owing(desks)
    async with at(desks, "followup") as hands:
        await hands.press("enter")
        assert isinstance(hands.app.screen, DebriefDialog)
        await hands.press("escape")
        assert hands.mode == "review"
        assert hands.said == "The debrief waits on Today."
        await hands.press("7")
        assert "today" not in hands.seen("#loops")
        assert "Debrief of the talk" in hands.seen("#loops")


async def test_what_is_late_is_counted_and_said_on_every_size(desks: Desks) -> None:
    owing(desks)
    later(desks, days=3)
    async with at(desks, "followup") as hands:
        for size in SIZES:
            await hands.resize(size)
            assert hands.seen("#headline") == "Follow-up 4 yours, 1 theirs, 3 late"
            assert "late Thank-you mail" in hands.seen("#loops")
            assert "Mon Write to Jane Doe" in hands.seen("#loops")
            assert "3 d she sends a link" in hands.seen("#loops")


async def test_an_introduction_and_an_outreach_are_asked_about(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg", "Southwind")
    desks.introductions.move(desks.introductions.begin(ana, bo), "asked")
    desks.outreach.log(bo, "e-mail")
    later(desks, days=3)
    async with at(desks, "followup") as hands:
        assert "3 d Answer of Bo Berg Bo Berg e-mail · one follow-up is fair" in hands.seen(
            "#loops"
        )
        assert "3 d Ana Alm to introduce you to Bo Berg the introducer wait until Mon" in (
            hands.seen("#loops")
        )
        await hands.press("space", "escape", "space", "end", "enter")
        assert hands.said == "Answer of Bo Berg: none. u takes it back."
        await hands.press("space", "enter", "space", "end", "up", "up", "enter")
        assert hands.said == "Ana Alm to introduce you to Bo Berg: declined. u takes it back."
        assert "No open loops" in hands.seen("#loops")
    assert stored(desks, "SELECT answer FROM outreach") == [("none",)]

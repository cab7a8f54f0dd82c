"""Follow-up: every open loop, mine first, each with its date, and the one key that closes it."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.debrief import DebriefDialog
from tests.builders import a_contact, a_held_interview, a_planned_interview, later, lay_reaching
from tests.tui.pilots import SIZES, SMALL, USUAL, at, dump, stored


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


async def test_each_closes_in_its_own_word_and_then_the_talk_can_be_closed(desks: Desks) -> None:
    owing(desks)
    async with at(desks, "followup") as hands:
        said = []
        follow = ("space", "down", "down", "enter")
        for keys in (("x",), ("space",), ("space",), follow, ("space",)):
            await hands.press(*keys)
            said.append(next(t for t in reversed(hands.toasts) if "f closes" not in t))
        assert [text.rpartition(": ")[2] for text in said] == [
            f"{word}. u takes it back."
            for word in ("let rest", "sent", "kept", "followed", "received")
        ]
        assert stored(desks, "SELECT state FROM debrief") == [("written",)]
        assert stored(desks, "SELECT state FROM thank_you") == [("sent",)]
        assert stored(desks, "SELECT state FROM promise ORDER BY whose") == [
            ("kept",), ("received",)
        ]  # fmt: skip
        assert stored(desks, "SELECT state FROM lead") == [("followed",)]
        assert hands.said == "Nothing is open from the talk with Amina Patel: f closes it."
        assert hands.seen("#headline") == "Follow-up no open loops"
        assert "No open loops" in hands.seen("#loops")
        assert "closed? talk with Amina Patel, Mon 23 Nov" in hands.seen("#loops")
        await hands.press("f")
        assert stored(desks, "SELECT state FROM interview") == [("closed",)]
        assert "No open loops: everybody is thanked" in hands.seen("#loops")
        await hands.press("u", "space", "f")
        assert stored(desks, "SELECT state FROM interview") == [("closed",)]
        assert hands.said == "No talk is ready to be closed: something of each is open."


async def test_a_promise_can_be_withdrawn_with_a_word_why(desks: Desks) -> None:
    owing(desks)
    async with at(desks, "followup") as hands:
        await hands.press("down", "x")
        assert "By card instead" in hands.text
        await hands.press("escape", "down", "x", "enter")
        await hands.write("the report is secret")
        await hands.press("enter")
        assert hands.said == "“send the report”: withdrawn. u takes it back."
        assert stored(desks, "SELECT state, why_not FROM promise WHERE whose = 'mine'") == [
            ("withdrawn", "the report is secret")
        ]
        await hands.press("u")
        assert "send the report" in hands.seen("#loops")
        await hands.press("down", "x")  # the lead
        await hands.write("too far")
        await hands.press("enter")
        assert "Tell them that you will not follow up on Jane Doe" in hands.seen("#loops")
        assert stored(desks, "SELECT state, why_not, due FROM lead") == [
            ("note due", "too far", "2026-11-24")
        ]


async def test_the_filter_finds_by_any_word_and_the_story_stands_beside(desks: Desks) -> None:
    owing(desks)
    bo = a_contact(desks, "Bo Lind", "Südwind", field="wind power")
    a_held_interview(desks, "! an atlas", contact_id=bo)
    async with at(desks, "followup") as hands:
        await hands.press("slash")
        for typed, count in (("sudwind", 3), ("wind power atlas", 1), ("promise", 3), ("zzz", 0)):
            await hands.write(typed)
            assert sum(not isinstance(r, str) for r in hands.rows("#loops")) == count, typed
        assert "Nothing that is open has these words." in hands.seen("#loops")
        await hands.write("report")
        await hands.press("enter")
        story = hands.seen("#story")
        for words in ("send the report", "since Mon 23 Nov, 0 working days",
                      "due Wed 25 Nov, in 2 working days", "from talk with Amina Patel, Mon 23 Nov",
                      "! send the report", "x withdraws it with a word why, or sets another day"):  # fmt: skip
            assert words in story
        for size in (USUAL, SMALL):
            await hands.resize(size)
            assert hands.seen("#story") == ""
            assert "talk of Mon 23 Nov" in hands.seen("#loops")


async def test_what_is_far_from_a_talk_is_closed_in_its_own_way_too(desks: Desks) -> None:
    a_planned_interview(desks, a_contact(desks, "Ana Alm"))
    lay_reaching(desks)
    desks.store.reading().execute("UPDATE contact SET cadence_days = 30 WHERE name = 'Ana Alm'")
    later(desks, days=40)
    async with at(desks, "followup") as hands:
        assert "40 d Ana Alm · Northwind every 30" in hands.seen("#loops")
        for _ in hands.rows("#loops"):
            if getattr(hands.row("#loops"), "kind", "") != "losing touch":
                await hands.press("down")
        await hands.press("space", "down", "e")
        await hands.press("down")
        await hands.write("about her atlas")
        await hands.press("enter")
        assert "u takes it back." in hands.said
        assert "Losing touch" not in hands.seen("#loops")
        assert stored(desks, "SELECT kind, words FROM touch ORDER BY id DESC LIMIT 1") == [
            ("they wrote", "about her atlas")
        ]


async def test_the_last_one_who_is_told_ends_the_telling_and_u_takes_it_back(desks: Desks) -> None:
    a_held_interview(desks)
    desks.outcomes.record("job")
    told = "SELECT state FROM outcome_notice"
    closed = "SELECT closed_at IS NOT NULL FROM outcome"
    async with at(desks, "followup") as hands:
        for _ in hands.rows("#loops"):
            if hands.row("#loops").kind != "outcome":
                await hands.press("down")
        await hands.press("space", "home", "down", "enter")
        assert (stored(desks, told), stored(desks, closed)) == ([("told",)], [(1,)])
        assert "Tell them how it ended" not in hands.seen("#loops")
        await hands.press("u")
        assert (stored(desks, told), stored(desks, closed)) == ([("due",)], [(0,)])
        assert "Tell them how it ended" in hands.seen("#loops")


async def test_a_lead_says_whether_a_name_may_be_mentioned(desks: Desks) -> None:
    owing(desks)
    async with at(desks, "followup") as hands:
        assert "Write to Jane Doe" in hands.seen("#loops")
        assert "ask first whether to mention Amina Patel" in hands.seen("#loops")


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
            await hands.press("end")
            assert "3 d she sends a link" in hands.seen("#loops")
            await hands.press("home")


async def test_an_introduction_and_an_outreach_are_asked_about(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg", "Southwind")
    desks.introductions.move(desks.introductions.begin(ana, bo), "asked")
    desks.outreach.log(bo, "e-mail")
    later(desks, days=3)
    async with at(desks, "followup") as hands:
        assert "3 d Answer of Bo Berg Bo Berg · e-mail · one follow-up is fair" in hands.seen(
            "#loops"
        )
        assert "3 d Ana Alm to introduce you to Bo Berg the introducer · wait until Mon" in (
            hands.seen("#loops")
        )
        await hands.press("space", "escape", "space", "end", "enter")
        assert hands.said == "Answer of Bo Berg: none. u takes it back."
        await hands.press("space", "enter", "space", "end", "up", "up", "enter")
        assert hands.said == "Ana Alm to introduce you to Bo Berg: declined. u takes it back."
        assert "No open loops" in hands.seen("#loops")
    assert stored(desks, "SELECT answer FROM outreach") == [("none",)]

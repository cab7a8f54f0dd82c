"""Today: what is to come, what is owed, and the keys that lead on from there."""

from infotui.config.settings import Settings
from infotui.domain.place import PlaceForm
from infotui.services.desks import Desks
from tests.builders import (
    BERLIN,
    a_contact,
    a_held_interview,
    a_planned_interview,
    later,
    shipped_bank,
)
from tests.tui.pilots import SMALL, WIDE, at, dump, stored


async def test_an_empty_notebook_says_what_to_do_first(desks: Desks) -> None:
    async with at(desks) as hands:
        assert hands.seen("#headline") == (
            "Monday 23 Nov 2026 0 interviews ahead · 0 open loops, 0 yours"
        )
        for words in (
            "No interview is planned yet. 2 shows your contacts: n adds one, p plans a talk with one.",
            "Nothing waits for you.",
            "Nobody owes you anything.",
            "0 people in 0 organizations",
        ):
            assert words in " ".join(map(hands.seen, ("#ahead", "#mine", "#theirs", "#search")))


async def test_on_an_empty_notebook_every_key_leads_somewhere_or_changes_nothing(
    desks: Desks,
) -> None:
    async with at(desks) as hands:
        before = dump(desks)
        await hands.press("space", "enter", "down", "end")
        assert hands.mode == "today"
        await hands.press("n")
        assert hands.mode == "contacts"
        await hands.press("1", "l")
        assert hands.mode == "live"
        assert dump(desks) == before


async def test_an_interview_shows_when_where_and_what_is_missing(desks: Desks) -> None:
    interview = a_planned_interview(desks)
    desks.scheduling.set_place_kind(interview, "office")
    async with at(desks) as hands:
        seen = hands.seen("#ahead")
        assert "Amina Patel Northwind" in seen
        assert "Thu 26 Nov 15:00 in 3 d" in seen
        assert "ready 1 of 7 office" in seen
        assert "goal · person research · organization research" in seen
        assert hands.seen("#headline").startswith("Monday 23 Nov 2026 1 interview ahead")


async def test_a_card_says_when_to_leave_what_is_missing_and_what_is_too_near(desks: Desks) -> None:
    first = a_planned_interview(desks, when="tomorrow 9:00 america/new_york")
    desks.scheduling.set_place(first, PlaceForm("office", travel="25"))
    desks.scheduling.add_person(first, None, "Cy Ruiz")
    a_planned_interview(desks, a_contact(desks, "Bo Lind"), when="tomorrow 15:20")
    async with at(desks) as hands:
        card, other = hands.seen_lines("#ahead")[1:4], hands.seen_lines("#ahead")[5:8]
        assert "Amina Patel + Cy Ruiz" in card[0]
        assert "too near to Bo Lind at 15:20" in card[2]
        assert "their 09:00" in card[1]
        assert "leave by 14:20" in card[2]
        assert "too near to Amina Patel + Cy Ruiz at 15:00" in other[2]
        desks.undo.take_back()
        await hands.resize((60, 20))
        assert "leave by 14:20" in hands.seen("#ahead")


async def test_enter_prepares_the_interview_and_l_goes_live_with_it(desks: Desks) -> None:
    a_planned_interview(desks)
    second = a_planned_interview(desks, a_contact(desks, "Bo Lind"), when="fri 9:00")
    desks.plans.focus(None)
    async with at(desks) as hands:
        await hands.press("down", "enter")
        assert hands.mode == "prepare"
        assert "Bo Lind" in hands.seen("#headline")
        assert stored(desks, "SELECT focus_id FROM notebook") == [(second,)]
        await hands.press("1", "up", "l")
        assert hands.mode == "live"
        assert "Amina Patel" in hands.seen("#headline")
        assert stored(desks, "SELECT count(*) FROM segment") == [(0,)]  # nothing has begun yet


async def test_tab_goes_through_the_boxes(desks: Desks) -> None:
    a_held_interview(desks, "! send the report", "< she sends a link")
    async with at(desks) as hands:
        visited = [hands.focused]
        for _ in range(3):
            await hands.press("tab")
            visited.append(hands.focused)
        assert visited == ["mine", "theirs", "ahead", "mine"], "it begins where something is"


async def test_my_move_and_theirs_stand_apart_and_space_closes_one(desks: Desks) -> None:
    a_held_interview(desks, "! send the report", "< she sends a link")
    async with at(desks) as hands:
        assert "send the report" in hands.seen("#mine")
        assert "she sends a link" in hands.seen("#theirs")
        await hands.press("end", "space")
        assert hands.said == "send the report: kept. u takes it back."
        assert "send the report" not in hands.seen("#mine")
        assert stored(desks, "SELECT state FROM promise ORDER BY id") == [("kept",), ("open",)]
        await hands.press("tab", "space")
        assert hands.said == "she sends a link: received. u takes it back."
        assert "2 open loops, 2 yours" in hands.seen("#headline")


async def test_u_opens_it_again(desks: Desks) -> None:
    a_held_interview(desks, "! send the report")
    async with at(desks) as hands:
        await hands.press("end", "space", "u")
        assert hands.said == "Taken back: “send the report” kept."
        assert "send the report" in hands.seen("#mine")
        assert stored(desks, "SELECT state FROM promise") == [("open",)]


async def test_enter_on_a_loop_shows_the_talk_it_comes_from(desks: Desks) -> None:
    a_held_interview(desks, "! send the report")
    a_held_interview(desks, "< a link", contact_id=a_contact(desks, "Bo Lind"))
    async with at(desks) as hands:
        await hands.press("tab", "enter")
        assert hands.mode == "review"
        assert hands.seen("#talk").startswith("Conversation Bo Lind")


async def test_enter_on_a_debrief_opens_it_and_what_is_typed_is_stored(desks: Desks) -> None:
    talk = a_held_interview(desks)
    a_held_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    async with at(desks) as hands:
        assert (hands.row("#mine").kind, hands.row("#mine").interview_id) == ("debrief", talk)
        await hands.press("enter")
        assert hands.mode == "review"
        assert "Debrief · Amina Patel" in hands.text
        await hands.press(*"ask sooner", "f8")
        assert hands.seen("#talk").startswith("Conversation Amina Patel")
        await hands.press("1")
        assert [row.contact for row in hands.rows("#mine") if row.kind == "debrief"] == ["Bo Lind"]
    assert stored(desks, "SELECT learned, state FROM debrief") == [
        ("ask sooner", "written"),
        ("", "due"),
    ]


async def test_space_leads_to_the_debrief_which_7_and_x_let_rest(desks: Desks) -> None:
    a_held_interview(desks)
    async with at(desks) as hands:
        await hands.press("space", "escape")
        assert hands.mode == "review"
        await hands.press("7", "x", "1")
        assert "Debrief" not in hands.seen("#mine")
        await hands.press("u")
        assert hands.said == "Taken back: the debrief let rest."
        assert "Debrief of the talk" in hands.seen("#mine")
    assert stored(desks, "SELECT state, settled_at FROM debrief") == [("due", None)]


async def test_what_is_late_is_said_in_words(desks: Desks) -> None:
    a_held_interview(desks)
    later(desks, days=4)
    a_planned_interview(desks, 1)
    async with at(desks) as hands:
        assert "late Thank-you mail" in hands.seen("#mine")
        await hands.resize(SMALL)
        assert hands.seen("#mine") == ""  # 7 shows them; there is no room here
        assert "Next interviews" in hands.text


async def test_where_there_is_no_room_tab_shows_the_moves_in_turn(desks: Desks) -> None:
    a_held_interview(desks, "! send the report", "< she sends a link")
    a_planned_interview(desks, 1)
    async with at(desks, size=SMALL) as hands:
        assert "Tab: 4 moves of yours, 1 of theirs" in hands.seen("#ahead")
        await hands.press("tab")
        assert (hands.focused, hands.seen("#ahead")) == ("mine", "")
        assert "Thank-you mail" in hands.seen("#mine")
        assert "she sends a link" in hands.seen("#theirs")
        await hands.press("tab", "tab")
        assert (hands.focused, hands.seen("#mine")) == ("ahead", "")
        await hands.press("shift+tab", "space")
        assert hands.said == "she sends a link: received. u takes it back."
        await hands.resize(WIDE)
        assert "Next interviews" in hands.text
        assert "Your move" in hands.text
        await hands.press("shift+tab")
        await hands.resize(SMALL)
        assert (hands.focused, hands.seen("#ahead")) == ("mine", "")


async def test_an_introduction_goes_its_way_from_my_move_to_theirs_and_back(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg", "Southwind")
    desks.introductions.begin(ana, bo)
    async with at(desks) as hands:
        assert "Ask Ana Alm to introduce you to Bo Berg" in hands.seen("#mine")
        await hands.press("space", "enter")
        assert hands.said == "Ana Alm to introduce you to Bo Berg: asked. u takes it back."
        assert "Nothing waits for you." in hands.seen("#mine")
        assert "the introducer · wait until 30 Nov" in hands.seen("#theirs")
        await hands.press("tab", "space", "enter")
        assert "Tue Write to Bo Berg, now that Ana Alm has made" in hands.seen("#mine")
        await hands.press("u")
        assert "Ana Alm to introduce you to Bo Berg" in hands.seen("#theirs")
        await hands.press("enter")
        assert hands.mode == "contacts"
        assert "Ana Alm" in hands.seen("#page")


async def test_an_unknown_country_is_said_once(desks: Desks) -> None:
    a_held_interview(desks)
    later(desks, days=1)
    there = Desks(desks.store, desks.clock, Settings(country="XX"), BERLIN, shipped_bank())
    async with at(there) as hands:
        assert "No holidays are known for the country “XX”" in hands.said
        await hands.press("7", "1")
        assert hands.toasts == []


async def test_other_ways_and_drafts_are_reached_here_as_on_follow_up(desks: Desks) -> None:
    a_held_interview(desks, "! send the report")
    async with at(desks) as hands:
        await hands.press("end", "x", "enter")
        await hands.write("the report is secret")
        await hands.press("escape", "x", "enter")
        assert "What you had typed before is here again." in hands.text
        await hands.press("enter")
        assert stored(desks, "SELECT state, why_not FROM promise") == [
            ("withdrawn", "the report is secret")
        ]
        await hands.press("home", "W")
        assert "A draft · Amina Patel" in hands.text
        await hands.press("escape", "tab", "tab", "x")
        assert hands.said == "The cursor is on no loop: Tab leads to them."

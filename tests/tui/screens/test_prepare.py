"""Prepare: goal, why, time, place and texts of one interview, each by its key, and what is refused."""

import pytest

from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview, later
from tests.tui.pilots import SIZES, SMALL, at, dump, stored

REFUSED = {
    "t": {
        "someday 15:00": "names no day that can be meant.",
        "thu": "A time is missing.",
        "3/4 15:00": "“3/4” could be two days.",
        "today 9:00": "That time is past.",
        "thu 25:00": "There is no time 25:00.",
    },
    "m": {
        "4": "A mark lies between 5 and 120 minutes; 4 does not.",
        "20 30 121": "A mark lies between 5 and 120 minutes; 121 does not.",
        "30 20 60": "The three marks go in order",
        "half an hour": "Give minutes, like `20 30 60`",
        "20 30": "Give one number of minutes, or all three",
        "": "Give minutes, like `20 30 60`",
    },
}


async def test_without_an_interview_it_says_where_one_comes_from(desks: Desks) -> None:
    async with at(desks, "prepare") as hands:
        assert hands.seen("#headline") == "Prepare no interview in focus"
        assert "N begins one · s chooses one" in hands.seen("#plan")
        before = dump(desks)
        await hands.press(
            "g",
            "w",
            "t",
            "p",
            "o",
            "m",
            "space",
            "d",
            "x",
            "enter",
            "h",
            "H",
            "f",
            "D",
            ".",
            "tab",
            "n",
            "e",
            "a",
        )
        assert dump(desks) == before
        await hands.press("s")
        assert hands.said == "No interview is planned yet: N begins one."
        await hands.press("l")
        assert hands.mode == "live"


async def test_g_offers_the_six_kinds_of_goal_and_one_in_own_words(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("g")
        assert len(hands.rows("RowList")) == 7
        await hands.press("down", "enter")
        assert "learn what it takes to get into it" in hands.seen("#plan")
        await hands.press("g", "end", "enter")
        assert hands.focused == "text"
        await hands.paste("see a wind farm from below")
        assert stored(desks, "SELECT kind, text FROM goal ORDER BY id") == [
            ("path", "learn what it takes to get into it"), ("own", "see a wind farm from below")
        ]  # fmt: skip
        await hands.press("escape")
        assert "see a wind farm from below" in hands.seen("#plan")


async def test_d_takes_a_goal_away(desks: Desks) -> None:
    interview = a_planned_interview(desks)
    desks.plans.add_goal(interview, "fit")
    desks.plans.add_goal(interview, "path")
    async with at(desks, "prepare") as hands:
        await hands.press("home", "d")
        assert hands.said == "The goal is gone. u takes that back."
        assert stored(desks, "SELECT kind FROM goal") == [("path",)]
        await hands.press("down", "down", "d")  # on what is no goal it does nothing
        assert stored(desks, "SELECT kind FROM goal") == [("path",)]


@pytest.mark.parametrize(
    ("key", "title", "field"), [("w", "Why them", "why"), ("o", "Opening", "opening")]
)
async def test_a_text_is_stored_as_it_is_typed(
    desks: Desks, key: str, title: str, field: str
) -> None:
    a_planned_interview(desks)
    column = f"SELECT {field} FROM interview"
    async with at(desks, "prepare") as hands:
        await hands.press(key)
        assert hands.focused == "text"
        assert hands.seen("#writing").startswith(title)
        await hands.press(*"Hi")
        assert stored(desks, column) == [("Hi",)]
        await hands.paste(", \x1b[31mthere")
        assert stored(desks, column) == [("Hi, [31mthere",)]
        await hands.press("escape")
        assert hands.focused == "plan"
        assert "Hi, [31mthere" in hands.seen("#plan")


async def test_every_text_can_be_reached_with_the_arrows_and_enter(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        written = []
        for place, row in enumerate(hands.rows("#plan")):
            if row.field is None:
                continue
            hands.app.screen.query_one("#plan").cursor = place  # type: ignore[attr-defined]
            await hands.settle()
            await hands.press("enter")
            await hands.paste(f"words of {row.key}")
            await hands.press("escape")
            written.append(row.key)
        assert written == ["why", "place", "opening", "close", "if_asked"]
        assert stored(desks, "SELECT why, place, opening, close, if_asked FROM interview") == [
            tuple(f"words of {key}" for key in written)
        ]


async def test_t_sets_the_time_in_a_persons_words(desks: Desks) -> None:
    a_planned_interview(desks, when="")
    async with at(desks, "prepare") as hands:
        await hands.press("t")
        await hands.paste("tomorrow 9:30")
        await hands.press("enter")
        assert "Tue 24 Nov 09:30 Europe/Berlin" in hands.seen("#plan")
        assert stored(desks, "SELECT state, scheduled_at FROM interview") == [
            ("scheduled", "2026-11-24T08:30:00.000000Z")
        ]


@pytest.mark.parametrize("key", ["t", "m"])
async def test_what_cannot_be_meant_is_said_there_and_changes_nothing(
    desks: Desks, key: str
) -> None:
    a_planned_interview(desks)
    before = dump(desks)
    async with at(desks, "prepare") as hands:
        await hands.press(key)
        for text, sentence in REFUSED[key].items():
            await hands.write(text)
            assert sentence not in hands.seen("#form-box")
            await hands.press("enter")
            assert sentence in hands.seen("#form-box")
            assert text in hands.seen("Input")
            assert dump(desks) == before
        for size in SIZES:
            await hands.resize(size)
            assert sentence in hands.seen("#form-box")


async def test_a_dash_takes_the_time_away_and_nothing_at_all_leaves_it(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("t", "enter")
        assert stored(desks, "SELECT state FROM interview") == [("scheduled",)]
        await hands.press("t", "-", "enter")
        assert stored(desks, "SELECT state, scheduled_at FROM interview") == [("agreed", None)]
        assert "t sets day and time" in hands.seen("#plan")


async def test_m_sets_the_marks_of_this_interview(desks: Desks) -> None:
    a_planned_interview(desks)
    marks = "SELECT nudge_minutes, decision_minutes, last_minutes FROM interview"
    async with at(desks, "prepare") as hands:
        assert "20/30/60 minutes" in hands.seen("#plan")
        await hands.press("m")
        await hands.write("25")
        await hands.press("enter")
        assert stored(desks, marks) == [(20, 25, 60)]
        assert "20/25/60 minutes" in hands.seen("#plan")
        await hands.press("m")
        await hands.write("5 5 120")
        await hands.press("enter")
        assert stored(desks, marks) == [(5, 5, 120)]


async def test_p_sets_the_kind_of_place_and_the_day_sheet_follows(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        assert "offer to buy" not in hands.text
        await hands.press("p", "down", "enter", "enter")
        assert "coffee shop" in hands.seen("#plan")
        assert "offer to buy their coffee" in hands.seen("#plan")
        while hands.row("#plan").key != "item resume":
            await hands.press("down")
        await hands.press("space")
        assert "[x] resume with me" in hands.seen("#plan")
        assert stored(desks, "SELECT key FROM checklist_item") == [("resume",)]
        await hands.press("enter")
        assert "[ ] resume with me" in hands.seen("#plan")
        assert stored(desks, "SELECT place_kind FROM interview") == [("coffee shop",)]


async def test_who_chose_the_place_is_recorded(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        while hands.row("#plan").key != "chosen":
            await hands.press("down")
        await hands.press("enter", "enter", *["down"] * 4)
        await hands.write("them")
        await hands.press("enter")
        assert stored(desks, "SELECT place_kind, place_chosen_by FROM interview") == [
            ("office", "them")
        ]


async def test_a_contact_without_organization_gets_one_here(desks: Desks) -> None:
    a_planned_interview(desks, a_contact(desks, "Bo Lind", ""))
    async with at(desks, "prepare") as hands:
        assert "H their organization" in hands.seen("#ready")
        await hands.press("H")
        await hands.paste("Civic Data")
        await hands.press("enter")
        assert "H organization research" in hands.seen("#ready")
        assert "Bo Lind · Civic Data" in hands.seen("#headline")
        await hands.press("H")
        await hands.paste("posted two roles")
        await hands.press("escape")
        assert hands.focused == "homework"
        assert "On Civic Data" in hands.seen("#homework")
        assert "organization research" not in hands.seen("#ready")
        assert stored(desks, "SELECT organization_id, body FROM research_note") == [
            (1, "posted two roles")
        ]


async def test_l_goes_live_or_to_the_talk_that_was_held(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("l")
        assert hands.mode == "live"
    held = a_held_interview(desks, "hello", contact_id=a_contact(desks, "Bo Lind"))
    desks.plans.focus(held)
    async with at(desks, "prepare") as hands:
        await hands.press("l")
        assert hands.mode == "review"
        assert hands.seen("#talk").startswith("Conversation Bo Lind")


async def test_s_puts_another_interview_into_focus(desks: Desks) -> None:
    a_planned_interview(desks)
    a_planned_interview(desks, a_contact(desks, "Bo Lind"), when="fri 9:00")
    async with at(desks, "prepare") as hands:
        await hands.press("s", "home", "enter")
        assert "Amina Patel" in hands.seen("#headline")
        assert "Thu 26 Nov" in hands.seen("#plan")


async def test_x_gives_it_up_with_a_word_why(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("x", "down", "enter")
        await hands.paste("no time this year")
        await hands.press("enter")
        assert stored(desks, "SELECT state FROM interview") == [("declined",)]
        assert stored(desks, "SELECT became, why FROM state_change ORDER BY id DESC LIMIT 1") == [
            ("declined", "no time this year")
        ]
        await hands.press("1")
        assert "No interview is planned yet." in hands.seen("#ahead")


async def test_the_keys_of_state_people_and_arrival(desks: Desks) -> None:
    a_planned_interview(desks, when="today 15:00")
    a_contact(desks, "Bo Lind", "Civic Data")
    async with at(desks, "prepare") as hands:
        await hands.press("S")
        assert "no: " in hands.text, "what it cannot become is there, with the reason"
        await hands.press("escape", "v")
        assert "arrived Mon 23 Nov 11:00" in hands.seen("#plan")
        await hands.press("t")
        await hands.paste("fri 9:00")
        await hands.press("enter")
        assert "moved from Mon 23 Nov 15:00" in hands.seen("#plan")
        await hands.press("A")
        await hands.paste("bo")
        await hands.press("enter", "escape")
        assert hands.seen("#headline").startswith("Amina Patel + Bo Lind")
        assert stored(desks, "SELECT contact_id FROM interview_person") == [(2,)]


async def test_how_they_are_reached_stands_in_the_plan(desks: Desks) -> None:
    a_planned_interview(desks, when="")
    ruth = a_contact(desks, "Ruth Berger", "")
    desks.introductions.begin(ruth, 1, "copied")
    desks.outreach.log(1, "e-mail")
    async with at(desks, "prepare") as hands:
        seen = hands.seen("#plan")
        assert "Reaching Ruth Berger" in seen
        assert "e-mail, no answer yet" in seen
        while not hands.row("#plan").key.startswith("outreach"):
            await hands.press("down")
        await hands.press("enter")
        assert "Amina Patel" in hands.text
        await hands.press("enter")
        assert stored(desks, "SELECT answer <> '' FROM outreach") == [(1,)]


async def test_readiness_follows_what_is_written(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        assert "0 of 7 g goal h person research H organization research" in hands.seen("#ready")
        await hands.press("g", "enter")
        assert "w why this person" in hands.seen("#ready")
        await hands.press("w")
        await hands.paste("nobody else knows")
        assert "1 of 7 h person research" in hands.seen("#ready"), "while it is being written"


async def test_a_text_left_with_tab_is_not_shown_as_it_was(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("w")
        await hands.paste("because she built it")
        await hands.press("tab", "tab", "tab", "down", "up", "w")
        await hands.paste("!")
        assert stored(desks, "SELECT why FROM interview") == [("because she built it!",)]


async def test_a_time_that_has_come_meanwhile_is_refused(desks: Desks) -> None:
    a_planned_interview(desks, when="")
    async with at(desks, "prepare", SMALL) as hands:
        await hands.press("t")
        await hands.paste("today 12:00")
        later(desks, hours=2)
        await hands.press("enter")
        assert "That time is past." in hands.seen("#form-box")
        assert stored(desks, "SELECT scheduled_at FROM interview") == [(None,)]

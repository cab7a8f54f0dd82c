"""Asking for introductions and outreach by keys: what is asked, kept, said, and taken back."""

from datetime import date

import pytest

from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.reaching import (
    ask_answer,
    ask_introduction,
    ask_outreach,
    show_introduction,
)
from tests.builders import a_contact, a_planned_interview, later
from tests.services.reaching import three
from tests.tui.pilots import SMALL, WIDE, Hands, at, dump, stored


def screen_of(hands: Hands) -> Frame:
    """The screen that asks."""
    assert isinstance(hands.app.screen, Frame)
    return hands.app.screen


async def test_an_introduction_is_asked_for_in_three_parties(desks: Desks) -> None:
    who = three(desks)
    talk = a_planned_interview(desks, who.bo, when="")
    told: list[int] = []
    async with at(desks) as hands:
        ask_introduction(screen_of(hands), desks, who.bo, talk, lambda: told.append(1))
        await hands.settle()
        # Cy works where Bo works, so Cy comes first; nobody new while no name is typed.
        assert [row.name for row in hands.rows("#who-list")] == ["Cy Cole", "Ana Alm"]
        await hands.write("an")
        assert [row.name for row in hands.rows("#who-list")] == ["Ana Alm", "an"]
        await hands.press("enter")
        assert "How will you know that Ana Alm did?" in hands.text
        await hands.press("down", "enter")
        assert "Ana Alm to introduce you to Bo Berg" in hands.text
        await hands.press(*"we row", "enter")
        assert hands.said.startswith("Next: ask Ana Alm. It waits under your moves until you have.")
        assert told == [1]
        assert stored(desks, "SELECT introducer_id, target_id, interview_id, notice, state, why"
                             " FROM introduction") == [
            (who.ana, who.bo, talk, "told", "draft", "we row")]  # fmt: skip
        await hands.press("u")
        assert stored(desks, "SELECT count(*) FROM introduction") == [(0,)]


async def test_a_new_name_becomes_a_contact_and_leaving_half_way_changes_nothing(
    desks: Desks,
) -> None:
    who = three(desks)
    async with at(desks) as hands:
        before = dump(desks)
        for keys in (("escape",), ("enter", "escape"), ("enter", "enter", "x", "escape")):
            ask_introduction(screen_of(hands), desks, who.bo)
            await hands.settle()
            await hands.press(*keys)
            assert dump(desks) == before
        ask_introduction(screen_of(hands), desks, who.bo)
        await hands.settle()
        await hands.press(*"Dee Dahl", "enter", "enter")
        assert "What you had typed before is here again." not in hands.text
        await hands.press("enter")
        assert stored(desks, "SELECT name FROM contact ORDER BY id DESC LIMIT 1") == [("Dee Dahl",)]
        # The same two again are refused beside the field, with what was typed still there.
        ask_introduction(screen_of(hands), desks, who.bo)
        await hands.settle()
        await hands.press(*"Dee", "enter", "enter", "y", "enter")
        assert "Dee Dahl is to introduce you to Bo Berg already: that one is draft." in hands.text
        assert "y" in hands.seen("#field-why")


async def test_an_introduction_shows_its_steps_and_takes_the_next(desks: Desks) -> None:
    who = three(desks)
    made = desks.introductions.begin(who.ana, who.bo, "copied", "they row")
    desks.introductions.move(made, "asked")
    later(desks, days=8)
    async with at(desks) as hands:
        show_introduction(screen_of(hands), desks, made)
        await hands.settle()
        for words in ("Mon 23 Nov 11:00 asked",
                      "they row · you are copied · a gentle reminder is fair"):  # fmt: skip
            assert words in hands.seen("#choice-box")
        await hands.press("down", "enter")
        assert hands.said == "Ana Alm is reminded; wait until 8 Dec. u takes it back."
        show_introduction(screen_of(hands), desks, made)
        await hands.settle()
        assert "Tue 1 Dec 11:00 reminded" in hands.seen("#choice-box")
        await hands.press("enter")
        assert hands.said == (
            "Ana Alm to introduce you to Bo Berg: contact made. Your follow-up is due the next "
            "working day. Their stage could be “introduced” now. u takes it back."
        )
        await hands.press("u", "u")
        row = desks.introductions.one(made)
        assert (row.state, row.reminded_at, row.due) == ("asked", None, date(2026, 11, 30))


async def test_after_a_made_contact_writing_follows_it_up(desks: Desks) -> None:
    who = three(desks)
    talk = a_planned_interview(desks, who.bo, when="")
    made = desks.introductions.begin(who.ana, who.bo)
    for state in ("asked", "contact made"):
        desks.introductions.move(made, state)
    async with at(desks) as hands:
        show_introduction(screen_of(hands), desks, made)
        await hands.settle()
        await hands.press("home", "enter")
        assert "How did you reach out to Bo Berg?" in hands.text
        await hands.press("enter")
        assert "warm" in hands.seen("#field-path")
        await hands.write("tomorrow")
        await hands.press("enter")
        assert "still lies ahead" in hands.seen("#wrong-when")
        await hands.write("")
        await hands.press("enter")
        assert hands.said == (
            "Kept: e-mail to Bo Berg; wait until Thu; the interview is requested now; the "
            "introduction is followed up. u takes it back."
        )
        assert stored(desks, "SELECT channel, path, interview_id FROM outreach") == [
            ("e-mail", "warm", talk)
        ]
        await hands.press("u")
        assert stored(desks, "SELECT (SELECT count(*) FROM outreach), i.state, x.state"
                             " FROM interview i, introduction x") == [
            (0, "idea", "contact made")]  # fmt: skip


async def test_the_way_one_wrote_before_or_can_write_is_the_first(desks: Desks) -> None:
    dee = a_contact(desks, "Dee Dahl", phone="01632 960199")
    async with at(desks) as hands:
        ask_outreach(screen_of(hands), desks, dee)
        await hands.settle()
        assert hands.row("RowList")[0] == "telephone"
        await hands.press("up", "enter", "enter")
        assert stored(desks, "SELECT channel FROM outreach") == [("letter",)]
        ask_outreach(screen_of(hands), desks, dee)
        await hands.settle()
        assert hands.row("RowList")[0] == "letter"


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_an_answer_says_what_moved_along(desks: Desks, size: tuple[int, int]) -> None:
    who = three(desks)
    talk = a_planned_interview(desks, who.bo, when="")
    sent = desks.outreach.log(who.bo, "e-mail", interview_id=talk).id
    later(desks, days=3)
    async with at(desks, size=size) as hands:
        ask_answer(screen_of(hands), desks, sent)
        await hands.settle()
        assert "E-mail, Mon 23 Nov 11:00 · one follow-up is fair" in hands.seen("#choice-box")
        await hands.press("enter")
        assert hands.said == (
            "Answer of Bo Berg: yes; the interview is agreed now. u takes it back."
        )
        await hands.press("u")
        ask_answer(screen_of(hands), desks, sent)
        await hands.settle()
        await hands.press("down", "down", "down", "enter")
        assert "How did you reach out to Bo Berg?" in hands.text
        await hands.press("escape")
    assert stored(desks, "SELECT answer FROM outreach") == [("",)]
    assert stored(desks, "SELECT state FROM interview") == [("requested",)]

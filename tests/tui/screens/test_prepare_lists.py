"""Prepare as the one screen to prepare on: its lists, the keys that close gaps from each of them, nobody leaves."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.preparing.lists import BankList, PlanList, QuestionList, ResearchList
from infotui.tui.screens.prepare import PrepareScreen
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.tui.pilots import SIZES, SMALL, USUAL, WIDE, at, stored

GAP_KEYS = set("gwtpobfhHD.")


@pytest.mark.parametrize("rows", [PlanList, QuestionList, ResearchList, BankList])
def test_no_list_takes_a_key_that_closes_a_gap(rows: type) -> None:
    taken = {key for binding in rows._merged_bindings.key_to_bindings for key in [binding]}
    names = {"full_stop": ".", "H": "H", "D": "D"}
    assert not {names.get(key, key) for key in taken} & GAP_KEYS
    own = {b.key_display or b.key for b in PrepareScreen.BINDINGS}
    assert own >= GAP_KEYS


async def test_all_lists_stand_side_by_side_or_one_after_the_other(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        for size in SIZES:
            await hands.resize(size)
            for name in ("plan", "questions", "homework"):
                assert hands.focused == name
                for other in ("plan", "questions", "homework"):
                    assert bool(hands.seen(f"#{other}")) is (size == WIDE or other == name)
                assert "0 of 7" in hands.seen("#ready")
                await hands.press("tab")
            await hands.press("shift+tab", "tab")


async def test_a_text_is_written_in_place_at_every_size(desks: Desks) -> None:
    a_planned_interview(desks, questions=())
    async with at(desks, "prepare") as hands:
        for number, size in enumerate(SIZES):
            await hands.resize(size)
            await hands.press("w")
            await hands.paste(f"reason {number} ")
            assert f"reason {number}" in hands.seen("#text")
            assert (size == SMALL) is not bool(hands.seen("#plan"))
            await hands.press("escape")
            assert f"reason {number}" in hands.seen("#plan")
        assert stored(desks, "SELECT why FROM interview") == [("reason 0 reason 1 reason 2 ",)]


async def test_a_gap_is_closed_from_any_list_and_the_bank(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare", USUAL) as hands:
        for keys in ((), ("tab",), ("tab", "tab"), ("b",)):
            await hands.press("escape", *keys, "o")
            assert hands.focused == "text"
            assert "Opening" in hands.seen("#writing")
            await hands.press("escape")
            assert (hands.focused, hands.mode) == ("plan", "prepare")
        for keys in (("tab",), ("b",)):
            await hands.press(*keys, "H")
            await hands.paste("a note")
            await hands.press("escape")
            assert hands.focused == "homework"
        assert stored(desks, "SELECT count(*) FROM research_note") == [(2,)]


async def test_the_bank_stands_in_for_the_plan_and_goes_again(desks: Desks) -> None:
    a_planned_interview(desks, questions=())
    async with at(desks, "prepare", WIDE) as hands:
        await hands.press("b")
        assert hands.focused == "bank"
        assert hands.seen("#plan") == ""
        first = hands.row("#bank")
        await hands.press("enter", "down", "enter")
        assert hands.focused == "bank", "one goes on picking"
        assert len(hands.rows("#questions")) == 3
        assert "✓" in hands.seen("#bank")
        await hands.press("/")
        await hands.paste("typical")
        await hands.press("enter")
        assert all("typical" in str(row).casefold() for row in hands.rows("#bank"))
        await hands.press("escape")
        assert hands.focused == "questions"
        assert hands.seen("#plan")
        assert stored(desks, "SELECT bank_id FROM question WHERE position = 1") == [(first.id,)]


async def test_a_note_becomes_a_question_beside_it(desks: Desks) -> None:
    a_planned_interview(desks, questions=())
    async with at(desks, "prepare") as hands:
        await hands.press("H")
        await hands.paste("posted two analyst roles")
        await hands.press("escape", "a")
        assert "posted two analyst roles" in hands.seen("#questions")
        ((origin, note),) = stored(
            desks, "SELECT origin, research_note_id FROM question WHERE origin <> 'bank'"
        )
        assert (origin, note) == ("research", 1)
        assert hands.mode == "prepare"


async def test_lists_and_readiness_follow_every_key_of_a_wording(desks: Desks) -> None:
    a_planned_interview(desks, questions=("First?",))
    async with at(desks, "prepare") as hands:
        await hands.press("tab", "e")
        await hands.write("Another wording")
        assert "Another wording" in hands.seen("#questions")
        await hands.press("escape", "h")
        await hands.paste("sails")
        assert "sails" in hands.seen("#homework")
        assert "h person research" not in hands.seen("#ready")


async def test_the_next_gap_is_one_key_away(desks: Desks) -> None:
    a_planned_interview(desks, when="", questions=[f"Question {n}?" for n in range(6)])
    async with at(desks, "prepare") as hands:
        await hands.press(".", "enter")  # a goal
        await hands.press(".")
        await hands.paste("she has seen both sides")
        for kind in ("person", "organization"):
            await hands.press("escape", ".")
            await hands.paste(f"on the {kind}")
        await hands.press("escape", ".")  # the referral question has a blank
        await hands.paste("energy")
        await hands.press("enter", ".")
        await hands.paste("thu 15:00")
        await hands.press("enter")
        ready = hands.seen("#ready")
        assert "p place" in ready
        assert "o your opening is empty" in ready
        assert hands.mode == "prepare"


async def test_N_begins_with_somebody_new_without_leaving(desks: Desks) -> None:  # noqa: N802
    a_contact(desks, "Bo Lind", "Civic Data")
    async with at(desks, "prepare") as hands:
        await hands.press("N")
        await hands.paste("Amina Patel")
        await hands.press("enter")
        assert "New contact Name Amina Patel" in hands.seen("#form-box")
        await hands.paste("Northwind")
        await hands.press("enter")
        assert hands.mode == "prepare"
        assert hands.seen("#headline").startswith("Amina Patel · Northwind idea")
        await hands.press("N")
        await hands.paste("bo l")
        await hands.press("enter")
        assert hands.seen("#headline").startswith("Bo Lind · Civic Data idea")
        assert stored(desks, "SELECT count(*) FROM contact") == [(2,)]
        await hands.press("N", "escape")
        assert stored(desks, "SELECT count(*) FROM interview") == [(2,)]


async def test_other_talks_are_looked_at_once_the_screen_is_drawn_and_once_for_many_changes(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina = a_contact(desks)
    a_held_interview(desks, "* they hire for curiosity", contact_id=amina)
    talk = a_planned_interview(desks, amina)
    other = a_planned_interview(desks, a_contact(desks, "Bo", ""))
    desks.plans.focus(talk)
    asked: list[int] = []
    items = desks.before.items

    def watched(interview_id: int) -> object:
        asked.append(interview_id)
        return items(interview_id)

    monkeypatch.setattr(desks.before, "items", watched)
    async with at(desks, "prepare") as hands:
        assert "curiosity" in hands.seen("#homework")
        asked.clear()
        screen = hands.app.screen
        assert isinstance(screen, PrepareScreen)
        for _ in range(3):
            screen.read_anew()
        assert not asked
        await hands.settle()
        assert asked == [talk]
        await hands.press("w", "x", "y")
        assert asked == [talk]
        await hands.press("escape")
        assert asked == [talk, talk]
        desks.plans.focus(other)
        screen.read_anew()
        assert "curiosity" not in hands.seen("#homework")

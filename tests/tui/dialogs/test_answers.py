"""Everyone's answers at the keyboard: chosen as one types, read, gaps put, joined, and where it leads (M3)."""

from pathlib import Path

from infotui.services.desks import Desks
from infotui.tui.dialogs.answers import Answers
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.keys import AllKeys
from tests.builders import a_contact, a_held_interview, a_planned_interview, later
from tests.services.test_answers import DAY, hold
from tests.tui.pilots import SIZES, at, dump, stored


def some_answers(desks: Desks) -> tuple[int, int]:
    """Ana and Bo were asked what they do all day, Cy was not and is to be met; give Bo's talk and Cy's plan."""
    hold(desks, a_contact(desks, "Ana Alm"), DAY, "mail first", "then the lab")
    later(desks, days=1)
    a_held_interview(desks, "* curiosity counts #hiring", contact_id=a_contact(desks, "Eva Ek"))
    bo = hold(desks, a_contact(desks, "Bo Lind", "Contoso"), DAY, "no two are alike")
    return bo, a_planned_interview(desks, a_contact(desks, "Cy Cole"), questions=())


async def test_it_is_found_as_one_types_and_leads_to_the_very_line(desks: Desks) -> None:
    some_answers(desks)
    async with at(desks, "review") as hands:
        await hands.press("a")
        assert isinstance(hands.app.screen, Answers)
        await hands.press("f1")
        assert isinstance(hands.app.screen, AllKeys)
        await hands.press("escape", *"ordinary day")
        assert "⏎ to the list esc clear" in hands.seen("KeyBar")
        assert "Questions · 1" in hands.seen("#answers-topics")
        for size in SIZES:
            await hands.resize(size)
            assert "ordinary working day" in hands.seen("#answers-topics")
        await hands.press("enter", "enter")
        for size in reversed(SIZES):
            await hands.resize(size)
            sheet = hands.seen("#answers-sheet")
            for words in ("2 people · 2 talks", "Bo Lind", "no two are alike"):
                assert words in sheet, size
        assert "Not asked: 2 people" in sheet
        assert "Cy Cole Northwind next talk: Thu 26 Nov" in sheet
        await hands.press("enter")
        assert hands.mode == "review"
        assert "no two are alike" in hands.seen("#talk")
        row = hands.app.screen.query_one("#talk").row  # type: ignore[attr-defined]
        assert row.note.text == "no two are alike"


async def test_gaps_go_onto_plans_by_one_key_and_back(desks: Desks) -> None:
    _, plan = some_answers(desks)
    planned = "SELECT count(*) FROM question WHERE interview_id = ? AND bank_id = 'typical-day'"
    before = dump(desks)
    async with at(desks, "review") as hands:
        await hands.press("a", *"ordinary", "enter", "tab", "p")
        assert "Onto whose plan?" in hands.text
        assert "Cy Cole · Northwind · next talk: Thu 26 Nov" in hands.text
        await hands.press("enter")
        assert stored(desks, planned, plan) == [(1,)]
        await hands.press(
            "u", "end", "up", "p"
        )  # Cy stands before Eva, whom no talk is planned with
        assert stored(desks, planned, plan) == [(1,)]
        assert "stands in the plan with Cy Cole" in hands.text
        sheet = hands.seen("#answers-sheet")
        assert "Not asked: 2 people, 1 of them in a plan" in sheet
        assert "Cy Cole Northwind in the plan, Thu 26 Nov" in sheet
        await hands.press("u", "P")
        assert "Put onto 1 plan, worded for each." in hands.text
        assert stored(desks, planned, plan) == [(1,)]
        await hands.press("P")
        assert "No talk ahead with" in hands.text
        await hands.press("u")
        assert dump(desks) == before
        await hands.press("end", "p")
        assert "Eva Ek has no talk planned" in hands.text
        await hands.press("escape")
        assert dump(desks) == before
        await hands.press("p", "enter")
        assert "A plan with Eva Ek is begun" in hands.text
        await hands.press("u")
        assert dump(desks) == before
        await hands.press("end", "enter")
        assert hands.mode == "contacts"


async def test_a_question_is_joined_and_taken_apart(desks: Desks) -> None:
    some_answers(desks)
    hold(desks, a_contact(desks, "Dov Dahl"), "What does an ordinary day look like to you?", "dark")
    async with at(desks, "review") as hands:
        await hands.press("a", *"like to you", "enter", "m")
        assert isinstance(hands.app.screen, Choice)
        await hands.press("enter")
        assert "joined: what does an ordinary day look like to you" not in hands.text
        await hands.press("slash", "escape", *"", "tab")
        assert stored(desks, "SELECT joined FROM question WHERE joined <> ''") == [(DAY,)]
        await hands.press("slash")
        await hands.write("ordinary")
        await hands.press("enter")
        assert "joined: what does an ordinary day look like to you" in hands.seen("#answers-sheet")
        assert "dark" in hands.seen("#answers-sheet")
        await hands.press("x")
        assert stored(desks, "SELECT joined FROM question WHERE joined <> ''") == []
        await hands.press("u", "y")
        assert "Dov Dahl" in hands.app.clipboard
        assert stored(desks, "SELECT count(*) FROM question WHERE joined <> ''") == [(1,)]
        await hands.press("m")
        assert "Only a question in your own words" in hands.text
        await hands.press("escape", "escape")
        assert not isinstance(hands.app.screen, Answers)


async def test_over_a_goal_a_question_of_the_bank_is_offered(desks: Desks) -> None:
    some_answers(desks)
    async with at(desks, "review") as hands:
        await hands.press("a", *"#hiring", "enter", "enter", "end", "p")
        assert "hiring" in hands.text
        await hands.press("escape", "escape", "slash")
        await hands.write("advice finding")
        await hands.press("enter", "enter", "end", "p")
        assert isinstance(hands.app.screen, Choice)
        await hands.press("enter")
        assert "is begun, with" in hands.text
    assert len(stored(desks, "SELECT 1 FROM interview WHERE state = 'idea'")) == 1


async def test_questions_asks_what_they_all_said_to_this_one(desks: Desks) -> None:
    _, plan = some_answers(desks)
    desks.questions.pick(plan, "typical-day")
    async with at(desks, "questions") as hands:
        await hands.press("home", "A")
        assert isinstance(hands.app.screen, Answers)
        assert "mail first" in hands.seen("#answers-sheet")
        await hands.press("escape", "b", "A")
        assert isinstance(hands.app.screen, Answers)


async def test_a_sheet_becomes_a_file_and_another_only_when_meant(
    desks: Desks, tmp_path: Path
) -> None:
    some_answers(desks)
    target = tmp_path / "day.md"
    async with at(desks, "review") as hands:
        await hands.press("a", *"ordinary", "enter", "w")
        await hands.write(str(target))
        await hands.press("enter")
        written = target.read_text(encoding="utf-8")
        assert "- mail first\n- then the lab\n" in written
        target.write_text("mine", encoding="utf-8")
        await hands.press("w")
        await hands.write(str(target))
        await hands.press("enter", "enter", "escape")  # leave it, name another, or none
        assert target.read_text(encoding="utf-8") == "mine"
        await hands.press("w")
        await hands.write(str(target))
        await hands.press("enter", "down", "enter")
        assert target.read_text(encoding="utf-8") == written


async def test_an_empty_notebook_breaks_nothing(desks: Desks) -> None:
    async with at(desks, "review") as hands:
        await hands.press(
            "a", "down", "tab", "p", "P", "x", "y", "enter", "escape", "m", "slash", *"zzz"
        )
        assert "Nothing is found by that." in hands.text
        await hands.press("enter", "p", "P", "m", "x", "y", "enter", "escape", "escape", "escape")
        assert not isinstance(hands.app.screen, Answers)

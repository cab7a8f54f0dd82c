"""The whole main job by keys alone: from an empty notebook to the talk found again after a restart."""

from pathlib import Path
from typing import Any

import pytest

from infotui.services.desks import Desks
from tests.builders import open_desks, reopened
from tests.fakes import ManualClock
from tests.tui.pilots import USUAL, WIDE, Hands, at, stored
from tests.tui.screens.live_talk import log, marks_shown, notes, pass_time

RESEARCH = ("Built the yard's first fuel cell ferry", "Hires six people a year")
OPENING = "Thank you for the half hour."
SAID = ("began as a welder", "* they hire for curiosity #employer", "> Jane Doe, hydrogen",
        "! send her the lesson on cells")  # fmt: skip
ADDRESS = "Roos, Harbour Street"

Size = tuple[int, int]


async def add_contact(hands: Hands) -> None:
    """2, n: a person and where she works."""
    await hands.press("2", "n")
    await hands.paste("Amina Patel")
    await hands.press("tab")
    await hands.paste("Northwind Yard")
    await hands.press("tab")
    await hands.paste("marine engineer")
    await hands.press("tab", "tab")
    await hands.paste("shipbuilding")
    await hands.press("enter")
    assert hands.row("#people").name == "Amina Patel"


async def research_both(hands: Hands) -> None:
    """r, n: a note on the person, then one on the organization."""
    await hands.press("r", "n")
    await hands.paste(RESEARCH[0])
    await hands.press("escape", "s")
    await hands.paste("the yard's newsletter")
    await hands.press("enter", "escape", "down")
    assert hands.row("#subjects").name == "Northwind Yard"
    await hands.press("n")
    await hands.paste(RESEARCH[1])
    await hands.press("escape")


async def plan_it(hands: Hands) -> None:
    """2, p: goal, why, time, place, opening, day sheet."""
    await hands.press("2", "p", "g", "down", "enter", "w")
    await hands.paste("She came to it late, as I would.")
    await hands.press("escape", "t")
    await hands.paste("thu 15:00")
    await hands.press("enter", "p", "down", "enter", "enter")
    while hands.row("#plan").key != "place":
        await hands.press("down")
    await hands.press("enter")
    await hands.paste(ADDRESS)
    await hands.press("escape", "o")
    await hands.paste(OPENING)
    await hands.press("escape")
    while hands.row("#plan").key != "item resume":
        if hands.row("#plan").key.startswith("item "):
            await hands.press("space")
        await hands.press("down")
    await hands.press("space")


async def choose_questions(hands: Hands) -> None:
    """5: four from the bank with their blanks filled, one of one's own first, the ranks."""
    await hands.press("5", "a")
    for _ in range(4):
        await hands.press("enter", "down")
    await hands.press("escape", "home")
    while "{" in "".join(row.text for row in hands.rows("#plan")):
        if "{" in hands.row("#plan").text:
            await hands.press("f")
            for field in hands.app.screen.query("Input"):
                if not field.value:  # type: ignore[attr-defined]
                    await hands.write("our town")
                await hands.press("tab")
            await hands.press("enter")
        await hands.press("down")
    for place, row in enumerate(list(hands.rows("#plan"))):
        if row.tailoring == "raw":
            await hands.press("home", *["down"] * place, "e")
            await hands.paste(" And why?")
            await hands.press("escape")
    await hands.press("n")
    await hands.paste("What did welding teach you?")
    await hands.press("escape")
    while hands.row("#plan").text != "What did welding teach you?":
        await hands.press("down")
    await hands.press(*["K"] * 6, "m", "down", "c", "down", "s")


async def talk(hands: Hands, desks: Desks) -> None:
    """6: begin, write under the questions, be nudged, be asked, answer in all ways, end."""
    await hands.press("ctrl+g", "6", "enter")
    for line, key in zip(SAID, ("tab", "f3", "tab", "f2"), strict=True):
        await hands.paste(line)
        await hands.press("enter", key)
    await pass_time(hands, desks, 20)
    assert hands.seen("#band") == "20 minutes have passed, 10 to go"
    assert hands.focused == "line"
    await pass_time(hands, desks, 10)
    assert hands.seen("#band").startswith("Half an hour")
    await hands.press("f6", "f5")
    await pass_time(hands, desks, 10)
    await hands.press("f6", "f6")
    await pass_time(hands, desks, 15)
    await hands.press("f6", "f7")
    await pass_time(hands, desks, 5)  # the last mark asks at 60 whatever was agreed
    await hands.press("f7")
    await hands.write("12:10")
    await hands.press("enter")
    await pass_time(hands, desks, 8)
    await hands.press("f5", "f8", "f8", "escape")  # the debrief can wait


def check_plan(desks: Desks) -> None:
    """What was prepared is in the file."""
    assert stored(desks, "SELECT c.name, o.name, c.field FROM contact c JOIN organization o"
                         " ON o.id = c.organization_id") == [
        ("Amina Patel", "Northwind Yard", "shipbuilding")]  # fmt: skip
    assert stored(desks, "SELECT body, source, contact_id IS NULL FROM research_note") == [
        (RESEARCH[0], "the yard's newsletter", 0), (RESEARCH[1], "", 1)
    ]  # fmt: skip
    assert stored(desks, "SELECT state, scheduled_at, place_kind, place, opening, why"
                         " FROM interview") == [
        ("scheduled", "2026-11-26T14:00:00.000000Z", "coffee shop", ADDRESS, OPENING,
         "She came to it late, as I would.")]  # fmt: skip
    assert stored(desks, "SELECT kind FROM goal") == [("path",)]
    questions = stored(desks, "SELECT text, importance, origin FROM question ORDER BY position")
    assert questions[0] == ("What did welding teach you?", "must", "own")
    assert [rank for _, rank, _ in questions] == [
        "must", "could", "should", "should", "should", "must"
    ]  # fmt: skip
    assert not [text for text, _, _ in questions if "{" in text]


def check_talk(desks: Desks) -> None:
    """What was said and decided is in the file."""
    assert [text for text, _ in notes(desks)] == list(SAID)
    asked = [question for _, question in notes(desks)]
    assert asked[0] == "What did welding teach you?"
    assert len(set(asked)) == 4
    assert [entry[2:] for entry in log(desks) if entry[0] == "decision"] == [
        ("go on", 10), ("go on", 15), ("go on", 30), ("hard stop", 0), ("wrap up", 0)
    ]  # fmt: skip
    assert marks_shown(desks) == ["nudge 20", "decide 30", "decide 40", "decide 55", "decide 60"]
    assert stored(desks, "SELECT state FROM interview") == [("held",)]
    assert stored(desks, "SELECT name, why FROM lead") == [("Jane Doe", "hydrogen")]
    assert stored(desks, "SELECT state FROM thank_you") == [("due",)]


async def find_again(hands: Hands) -> None:
    """8, /: the talk is found by a word that was said, and read."""
    await hands.press("ctrl+g", "8", "/", *"curios", "enter")
    assert "with “curios”" in hands.seen("#headline")
    assert [row.contact for row in hands.rows("#talks")] == ["Amina Patel"]
    await hands.press("enter")
    seen = ""
    for _ in range(4):
        seen += hands.seen("#talk")
        await hands.press("pagedown")
    for words in ("they hire for curiosity", "began as a welder", "What did welding teach you?"):
        assert words in seen


@pytest.mark.parametrize(
    "size", [WIDE, pytest.param(USUAL, marks=pytest.mark.slow)], ids=["120x40", "80x24"]
)
async def test_the_main_job_by_keys_alone(notebook: Path, clock: ManualClock, size: Size) -> None:
    desks = open_desks(notebook, clock)
    async with at(desks, size=size) as hands:
        assert "No interview is planned yet." in hands.seen("#ahead")
        for step in (add_contact, research_both, plan_it, choose_questions):
            await step(hands)
        check_plan(desks)
        await hands.press("1")
        assert "prepared" in hands.seen("#ahead")
        await talk(hands, desks)
        assert hands.mode == "review"
        check_talk(desks)
        await find_again(hands)
        await hands.press("ctrl+q")
    desks = reopened(desks)
    check_talk(desks)
    async with at(desks, size=size) as hands:
        await look_everywhere(hands)
        await find_again(hands)
    desks.close()


async def look_everywhere(hands: Hands) -> None:
    """After a restart each screen shows what belongs there."""
    shown: dict[str, Any] = {
        "1": "1 held", "2": "Amina Patel", "4": RESEARCH[0][:20], "7": "send her the lesson",
        "8": "Northwind Yard",
    }  # fmt: skip
    for digit, words in shown.items():
        await hands.press("ctrl+g", digit)
        if digit == "1" and not hands.seen("#search"):
            words = "0 interviews ahead"  # there is no room for the figures here
        assert words in hands.text

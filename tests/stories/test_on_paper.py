"""A talk led from paper: the plan printed, the talk held, the notes typed up by the printed numbers."""

import os
import re
from pathlib import Path

from infotui.services.desks import Desks
from tests.builders import a_planned_interview, later
from tests.tui.pilots import USUAL, at, stored

ANSWERS = (
    ("How did you begin?", "in testing, by accident"),
    ("What is hard about it?", "* nobody writes things down #gap"),
)


async def test_what_was_written_on_the_page_lands_where_the_page_says(desks: Desks) -> None:
    a_planned_interview(desks, when="today 12:00", questions=[text for text, _ in ANSWERS])
    async with at(desks, "prepare", USUAL) as hands:
        await hands.press("P", "enter")
    page = (Path(os.environ["HOME"]) / "interview-Amina-Patel.txt").read_text("utf-8")
    numbers = {
        text: re.findall(rf"^ *(\d+) .*{re.escape(text)}$", page, re.M) for text, _ in ANSWERS
    }
    assert all(len(found) == 1 for found in numbers.values())
    later(desks, hours=2)
    async with at(desks, "prepare", USUAL) as hands:
        await hands.press("y", "enter")
        for text, answer in reversed(ANSWERS):  # one types them up in any order
            await hands.press(*f"{numbers[text][0]} {answer}", "enter")
        await hands.press(*"! send the list by fri", "f8")
        assert hands.said.startswith("3 notes kept")
        await hands.press("7")
        assert "send the list" in hands.seen("#loops")
    query = (
        "SELECT q.text, n.text FROM note n JOIN question q ON q.id = n.question_id ORDER BY n.id"
    )
    (second, first) = ((text, answer) for text, answer in reversed(ANSWERS))
    assert stored(desks, query) == [second, first, (first[0], "! send the list by fri")]
    assert stored(desks, "SELECT due FROM promise") == [("2026-11-27",)]
    assert stored(desks, "SELECT state FROM interview") == [("held",)]

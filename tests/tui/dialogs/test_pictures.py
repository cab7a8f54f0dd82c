"""The pictures at the keyboard: looked through, turned into tables, and where their rows lead."""

import pytest
from rich.cells import cell_len

from infotui.domain.errors import NotebookError
from infotui.services.desks import Desks
from infotui.services.pictures import PictureDesk
from infotui.tui.dialogs.findings import Findings
from infotui.tui.dialogs.keys import AllKeys
from infotui.tui.dialogs.pictures import PicturesDialog
from infotui.tui.dialogs.referral_tree import ReferralTree
from tests.builders import a_contact, a_held_interview, later
from tests.many_talks import many_talks
from tests.tui.pilots import SIZES, SMALL, USUAL, Hands, at

TITLES = (
    "How many talks", "How long talks", "How sure you were", "What came back", "What you found",
    "Who led to whom",
)  # fmt: skip


async def opened(hands: Hands, *keys: str) -> None:
    await hands.press(*(keys or ("p",)))
    assert isinstance(hands.app.screen, PicturesDialog)
    await hands.app.workers.wait_for_complete()
    await hands.settle()


def two_talks(desks: Desks) -> tuple[int, int]:
    """Amina, who named Bo, and then Bo; give both talks."""
    amina = a_contact(desks, "Amina Patel", field="energy")
    first = a_held_interview(
        desks, "* they hire for curiosity #market", "> Bo Lind", contact_id=amina
    )
    bo = desks.leads.become_contact(1)
    later(desks, days=30)
    second = a_held_interview(desks, "* maps before code", contact_id=bo, minutes=40)
    desks.debriefs.open_for(first)
    desks.debriefs.set_confidence(first, 2)
    return first, second


async def test_a_new_notebook_says_kindly_what_is_missing(desks: Desks) -> None:
    async with at(desks, "review", SMALL) as hands:
        await opened(hands)
        for title, missing in zip(
            TITLES,
            ("No talk took place yet.", "No talk took place yet.", "No debrief says yet",
             "Nobody was written to", "There is no finding yet.", "Nobody has led you"), strict=True,
        ):  # fmt: skip
            assert title in hands.text
            assert missing in hands.seen("#picture-said")
            await hands.press("t", "enter", "t", "right")
        await hands.press("question_mark")
        assert isinstance(hands.app.screen, AllKeys)
        await hands.press("escape")
        assert TITLES[0] in hands.text  # after the last comes the first
        await hands.press("escape")
        assert hands.mode == "review"


async def test_pictures_are_looked_through_and_turned_into_tables(desks: Desks) -> None:
    two_talks(desks)
    async with at(desks, "review", USUAL) as hands:
        await opened(hands)
        assert "2 talks with 2 people" in hands.seen("#picture-said")
        assert "With 2 talks there is no direction to see yet." in hands.seen("#picture-said")
        assert "talks in a week" in hands.seen("#picture-chart")
        await hands.press("t")
        head, *rows = hands.seen_lines("#picture-head") + hands.seen_lines("#picture-rows")
        assert head.split() == ["when", "talks", "people", "so", "far"]
        assert "week of 21 Dec 2026" in rows[0]
        assert "open" not in hands.seen("KeyBar")
        await hands.press("enter")
        assert isinstance(hands.app.screen, PicturesDialog)
        await hands.press("2", "t")
        assert "25 of 30 min" in hands.seen("#picture-rows")
        assert "40 of 30 min" in hands.seen("#picture-rows")
        await hands.press("]")
        assert "1 debrief: 2.0 of 5 on average." in hands.seen("#picture-said")
        assert "2 unsure" in hands.seen("#picture-chart")
        await hands.press("[", "5")
        assert "2 findings" in hands.seen("#picture-said")
        assert "energy" in hands.seen("#picture-chart")
        await hands.press("t", "down")
        assert "open" in hands.seen("KeyBar")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Findings)
        found = [row.text for row in hands.rows("#findings-rows")]
        assert len(found) == 1
        await hands.press("enter")
        assert found[0] in hands.seen("#talk")
        await hands.press("escape")
        assert isinstance(hands.app.screen, Findings)
        await hands.press("escape")
        await opened(hands, "down")
        await hands.press("t")
        await hands.press("6")
        assert "└ Bo Lind" in hands.seen("#picture-rows")
        assert "the whole tree" in hands.text
        await hands.click("Numbered", offset=(2, 0))
        assert TITLES[0] in hands.text
        assert "the whole tree" not in hands.text


async def test_rows_lead_to_their_talk_and_to_whom_they_are_about(desks: Desks) -> None:
    first, second = two_talks(desks)
    async with at(desks, "review", USUAL) as hands:
        await opened(hands)
        await hands.press("2", "end", "enter")
        assert hands.row("#talks").id == first
        await opened(hands)
        await hands.press("2", "t", "enter")
        assert hands.row("#talks").id == second
        await opened(hands)
        await hands.press("6", "o")
        assert isinstance(hands.app.screen, ReferralTree)
        await hands.press("escape")
        await opened(hands)
        await hands.press("6", "down", "enter")
        assert hands.mode == "contacts"
        assert hands.row("#people").name == "Bo Lind"


async def test_many_talks_with_hostile_names_keep_their_columns_while_the_window_changes(
    desks: Desks,
) -> None:
    many_talks(desks, 90)
    async with at(desks, "review") as hands:
        await opened(hands)
        for size in SIZES:
            await hands.resize(size)
            for digit, title in enumerate(TITLES, 1):
                await hands.press(str(digit))
                assert title in hands.text
                assert {cell_len(line) for line in hands.lines()} <= {size[0]}
                assert "\u28ff" not in hands.text
        await hands.press("2")
        chart = hands.seen("#picture-chart")
        assert all(sign in chart for sign in "●━┄")
        await hands.press("t")
        assert "median of" in hands.seen("#picture-rows")
        ends = {len(line.rstrip()) for line in hands.seen_lines("#picture-head")}
        assert len(ends) == 1
        await hands.press("6", "t")
        assert "[b]Bold[/b]" in hands.seen("#picture-rows")


async def test_what_cannot_be_read_is_said(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_desk: PictureDesk) -> None:
        raise NotebookError("The disk is gone.")

    monkeypatch.setattr(PictureDesk, "read", read)
    async with at(desks, "review", USUAL) as hands:
        await opened(hands)
        assert hands.said == "The disk is gone."
        await hands.press("2", "t", "]", "escape")
        assert hands.mode == "review"

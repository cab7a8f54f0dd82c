"""The words of a card, large and alone: at every size, part by part, sent or not."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.by_hand import ByHand
from tests.tui.pilots import SIZES, SMALL, at

CARD = ("Dear Jane,\n\nThank you for the time you gave me on Monday 23 November.\n"
        "Two things you said are going with me:\n– you hire for curiosity\n– it began in a garage\n"
        "I see my way more clearly for it.\n\nWith warm regards\nRobin Vale")  # fmt: skip
ADDRESS = ("Northwind Labs, Department of Fuel Cells and Stacks, Old Harbour Road 117, second yard, "
           "21073 Hamburg-Harburg")  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
async def test_every_word_can_be_reached_and_read(desks: Desks, size: tuple[int, int]) -> None:
    answers: list[str | None] = []
    async with at(desks, size=size) as hands:
        dialog = ByHand("A card · Jane Doe", CARD, ADDRESS)
        hands.app.push_screen(dialog, answers.append)
        await hands.settle()
        seen = ""
        for _ in dialog.parts:
            assert "A card · Jane Doe" in hands.text
            assert hands.seen("#hand-below").split() == f"to {ADDRESS}".split()
            seen += hands.seen("#hand-words") + " "
            await hands.press("space")
        assert seen.split() == CARD.split()
        await hands.press("pageup", "pagedown")
        assert hands.seen("#hand-words").startswith("Dear Jane,")
        await hands.press("f8")
        assert answers == ["sent"]


async def test_open_blanks_are_said_and_a_new_size_loses_nothing(desks: Desks) -> None:
    answers: list[str | None] = []
    async with at(desks) as hands:
        dialog = ByHand("A card", CARD + " {me} [b]", "")
        hands.app.push_screen(dialog, answers.append)
        await hands.settle()
        assert "Blanks still open: {me}" in hands.text
        assert "[b]" in hands.seen("#hand-words")
        assert len(dialog.parts) == 1
        await hands.resize(SMALL)
        assert "part 1 of 2" in hands.text
        await hands.press("down")
        assert "With warm regards" in hands.seen("#hand-words")
        await hands.resize((120, 40))
        assert "Dear Jane," in hands.seen("#hand-words")
        await hands.press("escape")
        assert answers == ["back"]

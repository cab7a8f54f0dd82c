"""The tree at the keyboard: walked, folded, filtered, and where it leads."""

from infotui.services.desks import Desks
from infotui.tui.afterwards.referring import show_tree
from infotui.tui.dialogs.referral_tree import ReferralTree
from infotui.tui.telling import TellsErrors
from tests.builders import a_contact, a_held_interview
from tests.tui.pilots import SIZES, Hands, at, stored

DRAWN = ["Ana Alm", "├─ Ben Ito", "│ └─ Dov Dahl", "└─ Cy Cole"]


def a_chain(desks: Desks) -> tuple[int, int]:
    """Ana named Ben and Cy, of whom Ben became a contact and named Dov; give Ana and Ben."""
    ana = a_contact(desks, "Ana Alm", "Northwind", field="energy")
    a_held_interview(
        desks, "> Ben Ito · may mention: no", "> Cy Cole, opera", "* a", contact_id=ana
    )
    ben = desks.leads.become_contact(1)
    a_held_interview(desks, "> Dov Dahl", "$ a job", contact_id=ben)
    desks.leads.become_contact(3)
    desks.leads.drop(2)
    return ana, ben


async def opened(hands: Hands, desks: Desks, contact_id: int | None = None) -> None:
    screen = hands.app.screen
    assert isinstance(screen, TellsErrors)
    show_tree(screen, desks, contact_id)
    await hands.settle()


def drawn(hands: Hands) -> list[str]:
    lines = (" ".join(line.strip("│ ▌▏").split()) for line in hands.seen_lines("#tree-rows"))
    return [line for line in lines if line]


async def test_it_is_walked_folded_and_filtered_at_every_size(desks: Desks) -> None:
    _, ben = a_chain(desks)
    async with at(desks) as hands:
        await opened(hands, desks, ben)
        for size in SIZES:
            await hands.resize(size)
            text = "\n".join(hands.seen_lines("#tree-rows"))
            for name in ("├─ Ben Ito", "└─ Dov Dahl", "└─ › Cy Cole", "note due"):
                assert name in text
            assert "Through Ana Alm: a lead, became contact (do not mention" in hands.seen(
                "#tree-foot"
            )
        assert "note due" in text  # told by a word, not by a colour
        place = hands.row("#tree-rows")
        await hands.press("left")  # folds Ben
        assert len(hands.rows("#tree-rows")) == 3
        assert "Ben Ito +1" in hands.seen("#tree-rows")
        await hands.press("right", "right")  # opens Ben, goes down to Dov
        assert hands.row("#tree-rows") == place + 1
        await hands.press("left")  # nothing to fold: up to Ben
        assert hands.row("#tree-rows") == place
        await hands.press("space")
        assert len(hands.rows("#tree-rows")) == 1
        await hands.press("slash", *"dov p")
        assert "Nobody here is found by that." in hands.text
        await hands.press("backspace", "backspace")
        assert [hands.app.screen._tree[p].node.name for p in hands.rows("#tree-rows")] == [  # type: ignore[attr-defined]
            "Ana Alm", "Ben Ito", "Dov Dahl"]  # fmt: skip
        await hands.press("enter")
        assert "Dov Dahl" in hands.seen("#tree-foot")
        await hands.press("escape", "escape")
        assert not isinstance(hands.app.screen, ReferralTree)


async def test_it_leads_to_a_contact_to_a_plan_and_to_what_a_lead_asks(desks: Desks) -> None:
    ana, ben = a_chain(desks)
    async with at(desks) as hands:
        await opened(hands, desks, ben)
        await hands.press("enter")
        assert (hands.mode, hands.row("#people").id) == ("contacts", ben)
        await opened(hands, desks, ana)
        await hands.press("end", "p")
        assert hands.said == "Cy Cole is no contact yet. Enter leads on."
        await hands.press("enter")
        assert "A courteous note to Ana Alm" in hands.text
        await hands.press("escape")
        await opened(hands, desks, ana)
        await hands.press("p")
        assert hands.mode == "prepare"
        assert stored(desks, "SELECT contact_id FROM interview ORDER BY id DESC LIMIT 1") == [
            (ana,)
        ]


async def test_an_empty_notebook_says_how_it_grows(desks: Desks) -> None:
    async with at(desks) as hands:
        await opened(hands, desks)
        assert "a note that begins with > is somebody they name" in hands.seen("#tree-rows")
        await hands.press("left", "right", "space", "enter", "p", "escape")
        assert not isinstance(hands.app.screen, ReferralTree)

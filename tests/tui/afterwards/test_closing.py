"""What one key does to each kind of loop, from Today as from Follow-up."""

import pytest

from infotui.domain.loop import LOOP_KINDS
from infotui.services.desks import Desks
from infotui.tui.afterwards import closing
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.debrief import DebriefDialog
from infotui.tui.dialogs.form import Form
from infotui.tui.dialogs.log_touch import LogTouch
from infotui.tui.widgets.row_list import RowList
from tests.builders import a_contact, a_held_interview, a_planned_interview, later
from tests.tui.pilots import SMALL, Hands, at, stored


def everything_owed(desks: Desks) -> None:
    """One loop of every kind that an event of today's desks opens, and the others as records."""
    talk = a_held_interview(desks, "! send it", "< a list", "> Jane Doe", "> Bo Lind, wind")
    read = desks.store.reading().execute
    read("UPDATE lead SET state = 'note due', why_not = 'too far' WHERE name = 'Bo Lind'")
    ana, cy = a_contact(desks, "Ana Alm"), a_contact(desks, "Cy Cole")
    desks.introductions.begin(ana, cy)
    desks.outreach.log(cy, "e-mail")
    a_planned_interview(desks, ana)
    read("UPDATE contact SET cadence_days = 2 WHERE id = ?", (ana,))
    read("INSERT INTO outcome (uuid, created_at, kind, recorded_at) SELECT uuid, created_at, 'job',"
         " created_at FROM interview WHERE id = ?", (talk,))  # fmt: skip
    read("INSERT INTO outcome_notice (uuid, created_at, outcome_id, contact_id, due)"
         " SELECT uuid, created_at, 1, 1, '2026-11-27' FROM interview WHERE id = ?", (talk,))  # fmt: skip
    later(desks, days=3)


def go_to(hands: Hands, kind: str) -> None:
    """Put the cursor on the first loop of a kind."""
    kinds = [getattr(row, "kind", "") for row in hands.rows("#loops")]
    hands.app.screen.query_one("#loops", RowList).cursor = kinds.index(kind)


async def test_space_asks_or_closes_and_leaves_every_kind_one_way(desks: Desks) -> None:
    everything_owed(desks)
    asked = {"debrief": DebriefDialog, "introduction": Choice, "outreach": Choice, "place": Choice,
             "lead": Choice, "courtesy": Choice, "outcome": Choice,
             "losing touch": LogTouch}  # fmt: skip
    async with at(desks, "followup", SMALL) as hands:
        assert {row.kind for row in hands.rows("#loops") if not isinstance(row, str)} == set(
            LOOP_KINDS
        )
        for kind in LOOP_KINDS:
            go_to(hands, kind)
            before = desks.followups.open_loops()
            await hands.press("space")
            if kind in asked:
                assert isinstance(hands.app.screen, asked[kind]), kind
                await hands.press("escape", *(("7",) if kind == "debrief" else ()))
                assert desks.followups.open_loops() == before, "asking changes nothing"
            else:
                assert len(desks.followups.open_loops()) == len(before) - 1
                await hands.press("u")
                assert desks.followups.open_loops() == before


AT_ONCE = {"debrief", "outreach"}  # no word why would be kept with them
# What x leads to, where it is not the first way: by card instead, no more touches.
OTHER_KEYS = {
    "thank-you": ("end", "enter"), "losing touch": ("home", "enter"),
}  # fmt: skip


async def test_who_waives_says_why_and_the_word_is_kept(desks: Desks) -> None:
    everything_owed(desks)
    kept = {
        "courtesy": "SELECT why_not FROM lead WHERE courtesy = 'waived'",
        "outcome": "SELECT why_not FROM outcome_notice WHERE state = 'waived'",
    }
    async with at(desks, "followup", SMALL) as hands:
        for kind, query in kept.items():
            go_to(hands, kind)
            await hands.press("x", "enter")
            assert hands.app.screen.query(".wrong.shown"), "a word why is asked for"
            assert stored(desks, query) == []
            await hands.write("she knows")
            await hands.press("enter")
            ((said,),) = stored(desks, query)
            assert said.endswith("she knows")


async def test_x_is_the_other_way_or_says_that_there_is_none(desks: Desks) -> None:
    everything_owed(desks)
    async with at(desks, "followup", SMALL) as hands:
        for kind in LOOP_KINDS:
            go_to(hands, kind)
            before = desks.followups.open_loops()
            await hands.press("x")
            if kind == "place":
                assert hands.said == closing._NO_OTHER[kind]
                continue
            if kind in AT_ONCE:
                assert hands.said.endswith(": let rest. u takes it back.")
            elif hands.app.screen.query("#why"):
                await hands.write("a word why")
                await hands.press("enter")
            else:
                await hands.press(*OTHER_KEYS.get(kind, ("enter",)))
            if isinstance(hands.app.screen, Form):
                await hands.write("a word why")
                await hands.press("enter")
            assert (kind, hands.app.screen.query("#loops").first().id) == (kind, "loops")
            assert desks.followups.open_loops() != before
            await hands.press("u")
            assert desks.followups.open_loops() == before, kind
    assert stored(desks, "SELECT count(*) FROM touch") == [(0,)]


@pytest.mark.parametrize("table", [closing._OTHER, closing._NO_OTHER])
def test_every_kind_has_another_way_or_a_word_why_not(table: dict[str, object]) -> None:
    known = set(closing._OTHER) | set(closing._NO_OTHER) | set(closing._OTHER_STEPS)
    known |= set(closing._LET_REST)
    assert known == set(LOOP_KINDS)
    assert set(table) <= set(LOOP_KINDS)

"""Open loops as rows: mine first, the most urgent first, each gone once it is closed."""

from datetime import date, timedelta

import pytest

from infotui.services.desks import Desks
from infotui.storage.views import loops
from tests.builders import BERLIN, a_contact, a_held_interview, a_planned_interview, later
from tests.fakes import START

LINES = ("! send the report", "< a list of firms", "> Jane Doe, fuel cells")


def test_each_loop_says_whose_move_it_is_since_and_until_when(desks: Desks) -> None:
    talk = a_held_interview(desks, *LINES, contact_id=a_contact(desks, address="1 Elm Street"))
    rows = {row.kind: row for row in loops.open_loops(desks.store.reading(), START.date(), BERLIN)}
    assert {kind: (r.ball, r.text, r.due) for kind, r in rows.items()} == {
        "thank-you": ("me", "Thank-you card", date(2026, 11, 24)),
        "debrief": ("me", "Debrief of the talk", date(2026, 11, 24)),
        "my promise": ("me", "send the report", date(2026, 11, 25)),
        "their promise": ("them", "a list of firms", date(2026, 11, 30)),
        "lead": ("me", "Write to Jane Doe", date(2026, 11, 30)),
    }
    assert {(r.contact, r.interview_id) for r in rows.values()} == {("Amina Patel", talk)}
    assert rows["my promise"].since == START + timedelta(minutes=1)
    assert rows["lead"].remark == "ask first whether to mention them"


def test_a_promise_without_a_day_is_reckoned_from_its_note_and_says_so(desks: Desks) -> None:
    talk = a_held_interview(desks, "! send it by fri")
    later(desks, days=10)
    desks.typing_up.keep(talk, "! send the report\n< a list of firms")
    rows = loops.open_loops(desks.store.reading(), START.date(), BERLIN)
    assert {r.text: (r.due, r.remark) for r in rows if "promise" in r.kind} == {
        "send it by fri": (date(2026, 11, 27), ""),
        "send the report": (date(2026, 11, 25), "no day was said"),
        "a list of firms": (date(2026, 11, 30), "no day was said"),
    }
    stored = desks.store.reading().execute("SELECT due FROM promise ORDER BY id")
    assert [due for (due,) in stored] == ["2026-11-27", None, None]


def test_a_lead_says_how_to_reach_them(desks: Desks) -> None:
    a_held_interview(desks, "> Jane Doe, jane@x.org · may mention: yes")
    (lead,) = (
        row
        for row in loops.open_loops(desks.store.reading(), START.date(), BERLIN)
        if row.kind == "lead"
    )
    assert lead.remark == "may mention their name · jane@x.org"


@pytest.mark.parametrize(
    ("consent", "remark"),
    [("yes", "may mention"), ("no", "do not mention"), ("not asked", "ask first")],
)
def test_a_lead_says_whether_its_giver_may_be_named(
    desks: Desks, consent: str, remark: str
) -> None:
    a_held_interview(desks, "> Jane Doe")
    db = desks.store.reading()
    db.execute("UPDATE lead SET consent = ?", (consent,))
    (lead,) = (row for row in loops.open_loops(db, START.date(), BERLIN) if row.kind == "lead")
    assert lead.remark.startswith(remark)


def test_one_side_can_be_asked_for(desks: Desks) -> None:
    a_held_interview(desks, *LINES)
    db = desks.store.reading()
    assert {row.kind for row in loops.open_loops(db, START.date(), BERLIN, "them")} == {
        "their promise"
    }
    mine = [row.kind for row in loops.open_loops(db, START.date(), BERLIN, "me")]
    assert mine == ["debrief", "thank-you", "my promise", "lead"]


def test_mine_come_first(desks: Desks) -> None:
    a_held_interview(desks, *LINES)
    balls = [row.ball for row in loops.open_loops(desks.store.reading(), START.date(), BERLIN)]
    assert balls == ["me", "me", "me", "me", "them"]


def test_the_most_urgent_comes_first_over_all_talks(desks: Desks) -> None:
    a_held_interview(desks, "! first")
    later(desks, days=5)
    a_held_interview(desks, "! second")
    rows = loops.open_loops(desks.store.reading(), START.date(), BERLIN, "me")
    dues = [row.due for row in rows]
    assert dues == sorted(due for due in dues if due)
    assert [row.text for row in rows if row.kind == "my promise"] == ["first", "second"]


@pytest.mark.parametrize(
    ("table", "state"),
    [
        ("lead", "followed"),
        ("lead", "closed"),
        ("promise", "kept"),
        ("thank_you", "sent"),
        ("debrief", "written"),
    ],
)
def test_what_is_closed_is_no_loop(desks: Desks, table: str, state: str) -> None:
    talk = a_held_interview(desks, "! send it", "> Jane Doe")
    db = desks.store.reading()
    assert loops.open_loops_of(db, talk) == 4
    db.execute(f"UPDATE {table} SET state = ?", (state,))
    assert loops.open_loops_of(db, talk) == 3
    assert len(loops.open_loops(db, START.date(), BERLIN)) == 3


def test_the_figures_count_the_whole_search(desks: Desks) -> None:
    assert loops.figures(desks.store.reading()) == (0, 0, 0, 0, ())
    a_held_interview(desks, "* one", "* two #market", "* three")
    a_planned_interview(desks, a_contact(desks, "Li Wei", "Southwind"))
    a_planned_interview(desks, 1, when="")
    figures = loops.figures(desks.store.reading())
    assert figures == (2, 2, 1, 1, (("career", 2), ("market", 1)))

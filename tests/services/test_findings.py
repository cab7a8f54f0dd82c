"""Findings at odds through the desk: guessed, marked by hand, settled, opened again, asked about (M9)."""

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.saturation import say
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview, later
from tests.tui.pilots import dump, stored


def two_at_odds(desks: Desks) -> None:
    """Ana and Bo, both in energy, say the reverse of each other."""
    for name, words in (
        ("Ana Alm", "a doctorate is not needed"),
        ("Bo Lind", "they want a doctorate, says Bo"),
    ):
        contact = a_contact(desks, name, "", field="energy")
        a_held_interview(desks, f"* {words} #career", contact_id=contact)
        later(desks, days=1)


def test_a_guess_is_settled_opened_again_and_all_of_it_taken_back(desks: Desks) -> None:
    two_at_odds(desks)
    desk, before = desks.findings, dump(desks)
    rows = desk.all()
    (odds,) = desk.open_odds(rows)
    assert (odds.older.talk.who, odds.newer.talk.who) == ("Ana Alm", "Bo Lind")
    with pytest.raises(BadInputError):
        desk.settle(odds, "explained", " ")
    with pytest.raises(BadInputError):
        desk.settle(odds, "perhaps")
    desk.settle(odds, "explained", "one speaks of labs")
    assert desk.open_odds(rows) == []
    (kept,) = desk.kept(rows)
    assert (kept.state, kept.why) == ("explained", "one speaks of labs")
    desk.settle(kept, "open")
    assert [o.state for o in desk.open_odds(rows)] == ["open"]
    desk.settle(kept, "none")
    assert stored(desks, "SELECT state, settled_at IS NOT NULL FROM contradiction") == [("none", 1)]
    for _ in range(3):
        desks.undo.take_back()
    assert dump(desks) == before


def test_two_are_marked_by_hand_and_back(desks: Desks) -> None:
    for text in ("* good coffee", "* friendly people"):
        a_held_interview(desks, text, contact_id=a_contact(desks, text))
    rows = desks.findings.all()
    assert desks.findings.open_odds(rows) == []
    desks.findings.mark(rows[0], rows[1])
    assert [odds.ids for odds in desks.findings.open_odds(rows)] == [(1, 2)]
    with pytest.raises(IllegalMoveError):
        desks.findings.mark(rows[0], rows[0])
    desks.undo.take_back()
    assert desks.findings.open_odds(rows) == []


def test_it_is_asked_without_a_name_and_of_who_said_it_with_you(desks: Desks) -> None:
    two_at_odds(desks)
    (odds,) = desks.findings.open_odds(desks.findings.all())
    assert "Bo" not in desks.findings.question(odds)
    to_bo = a_planned_interview(desks, 2, questions=())
    to_cy = a_planned_interview(desks, a_contact(desks, "Cy Cole"), questions=())
    words = desks.findings.put(odds, to_bo)
    assert words.startswith("You told me this: they want a doctorate")
    assert "Ana" not in words
    assert desks.findings.put(odds, to_cy).startswith("I heard two things")
    with pytest.raises(IllegalMoveError):
        desks.findings.put(odds, to_cy)
    desks.undo.take_back()
    assert all("two things" not in q.text for q in desks.questions.of(to_cy))


def test_how_far_a_goal_is_answered(desks: Desks) -> None:
    said = ("* they hire curious physicists", "* storage is growing", "* they hire curious physicists",
            "* storage keeps growing")  # fmt: skip
    for number, text in enumerate(said):
        plan = a_planned_interview(
            desks, a_contact(desks, f"P{number} X", ""), when="", questions=()
        )
        desks.plans.add_goal(plan, "fit")
        desks.live.start(plan)
        desks.live.jot(plan, text)
        later(desks, minutes=20)
        desks.live.end(plan)
        later(desks, days=1)
        row = next(r for r in desks.saturation.rows() if r.key == "goal:fit")
        assert row[2:] == (number + 1, number + 1, number + 1, min(2, number + 1),
                           (1, 2, 1, 0)[number], 0)  # fmt: skip
    assert row.enough
    assert say(row).startswith("the last two brought nothing new: enough, unless")

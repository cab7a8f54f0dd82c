"""A held talk as rows: head, findings, then the notes by question, skipped questions among them."""

from datetime import date

import pytest

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.tui.talk_rows import TalkRow, draw_talk_row, talk_rows
from infotui.tui.widgets.lines import Line
from tests.builders import BERLIN, a_live_interview, later

TODAY = date(2026, 11, 23)


def said(drawn: Line) -> str:
    left = "".join(text for text, _ in drawn.left).rstrip()
    right = "".join(text for text, _ in drawn.right)
    return f"{left} | {right}" if right else left


def rows_of(desks: Desks, talk: int) -> list[TalkRow]:
    return talk_rows(desks.review.conversation(talk), BERLIN, TODAY)


@pytest.fixture
def talk(desks: Desks) -> int:
    """A talk with goal and why, an answer, a skipped question, a finding, and ten minutes more."""
    interview = a_live_interview(desks, "hello", "* they hire for curiosity #employer")
    desks.plans.add_goal(interview, "fit")
    desks.live.settle_and_go_on(interview, "answered")
    desks.live.settle_and_go_on(interview, "skipped")
    desks.live.jot(interview, "! send the report")
    later(desks, minutes=28)
    desks.live.decide(interview, "go on", 10)
    later(desks, minutes=8)
    desks.live.decide(interview, "wrap up")
    desks.live.end(interview)
    return interview


def debrief_of(desks: Desks, talk: int, **texts: str) -> list[str]:
    """The lines of a talk's debrief, with these texts, as they are drawn at 40 cells."""
    debrief = desks.debriefs.open_for(talk)
    for field, text in texts.items():
        desks.scribe.keep(Kept("debrief", field, debrief.id), text)
    rows = [row for row in rows_of(desks, talk) if row.kind.startswith("debrief")]
    return [said(one) for row in rows for one in draw_talk_row(row, 40)]


def test_a_debrief_stands_with_its_talk_once_it_says_anything(desks: Desks, talk: int) -> None:
    assert debrief_of(desks, talk, learned=" \n") == []
    assert debrief_of(desks, talk, differently="ask sooner [/b]") == [
        "Debrief | not done",
        "differently  ask sooner [/b]",
    ]
    desks.debriefs.set_confidence(talk, 4)
    desks.debriefs.finish(talk)
    long = "the model is the smaller half of the work"
    assert debrief_of(desks, talk, learned=long, went_well="the end") == [
        "Debrief | confidence 4 of 5, sure",
        "learned      the model is the smaller",
        "             half of the work",
        "went well    the end",
        "differently  ask sooner [/b]",
    ]


def test_the_debrief_is_read_after_the_findings_and_before_the_notes(
    desks: Desks, talk: int
) -> None:
    desks.debriefs.set_confidence(talk, 2)
    kinds = [row.kind for row in rows_of(desks, talk)]
    assert kinds.index("finding") < kinds.index("debrief title") < kinds.index("note")


def test_a_talk_is_read_from_its_head_down(desks: Desks, talk: int) -> None:
    shown = [said(one) for row in rows_of(desks, talk) for one in draw_talk_row(row, 120)]
    assert shown == [
        "Amina Patel · Northwind | Mon 23 Nov 11:00",
        "asked for 30 min · agreed 40 min · used 38:00",
        "goal: find out whether this field is right for me",
        "at the mark: they went on for 10 minutes more, then wrap up",
        "3 open loops from this talk: 7 shows them",
        "",
        "Findings",
        "* they hire for curiosity | employer",
        "",
        "How did you begin? | answered",
        "01:00   hello",
        "02:00 * they hire for curiosity #employer | finding",
        "",
        "What is hard about it? | skipped",
        "",
        "★ Who else would you suggest I talk to about {field}, and may I say that you sent me? | partly",
        "02:00 ! send the report | my promise",
    ]


def test_only_notes_can_be_changed(desks: Desks, talk: int) -> None:
    assert [row.note.text for row in rows_of(desks, talk) if row.note is not None] == [
        "hello", "* they hire for curiosity #employer", "! send the report"
    ]  # fmt: skip


def test_a_talk_of_nothing_is_its_head(desks: Desks) -> None:
    interview = a_live_interview(desks)
    desks.live.end(interview)
    kinds = [row.kind for row in rows_of(desks, interview)]
    assert set(kinds[1:]) <= {"fact", "gap", "title"}
    assert kinds[0] == "name"


@pytest.mark.parametrize("width", [1, 20, 60])
def test_every_row_can_be_drawn_at_every_width(desks: Desks, talk: int, width: int) -> None:
    for row in rows_of(desks, talk):
        lines = draw_talk_row(row, width)
        assert lines
        assert all(isinstance(one, Line) for one in lines)
        if row.text:
            whole = "".join(said(one).partition(" | ")[0] for one in lines).replace(" ", "")
            assert row.text.replace(" ", "") in whole


def test_of_a_logged_talk_only_what_is_known_is_said_of_its_length(desks: Desks) -> None:
    logged = desks.past_talks.log("Bo Lind", "yesterday 15:00", minutes=20)
    head = [said(one) for row in rows_of(desks, logged)[:2] for one in draw_talk_row(row, 60)]
    assert head == ["Bo Lind | Sun 22 Nov 15:00", "about 20 min · logged afterwards"]

"""A held talk as rows: head, findings, then the notes by question, skipped questions among them."""

from datetime import date

import pytest

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.tui.talk_lines import draw_talk_row
from infotui.tui.talk_rows import TalkRow, talk_rows
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


def test_findings_come_first_and_what_came_of_it_last(desks: Desks, talk: int) -> None:
    desks.debriefs.set_confidence(talk, 2)
    kinds = [row.kind for row in rows_of(desks, talk)]
    order = ("finding", "question", "note", "debrief title", "open")
    assert [kinds.index(kind) for kind in order] == sorted(kinds.index(kind) for kind in order)


def test_the_head_says_how_long_it_was_with_the_pause(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=20)
    desks.live.pause(talk)
    later(desks, minutes=6)
    desks.live.start(talk)
    desks.live.end(talk)
    assert rows_of(desks, talk)[1].text == (
        "asked for 30 min · agreed 30 min · used 20:00 · 26 min with the pause"
    )


def test_a_talk_is_read_from_its_head_down(desks: Desks, talk: int) -> None:
    shown = [said(one) for row in rows_of(desks, talk) for one in draw_talk_row(row, 80)]
    assert shown == [
        "Amina Patel · Northwind | Mon 23 Nov 11:00",
        "asked for 30 min · agreed 40 min · used 38:00",
        "3 of 3 loops open",
        "",
        "Findings | 1",
        "employer     they hire for curiosity | question 1",
        "",
        "What it was for",
        "goal         find out whether this field is right for me",
        "",
        "1 How did you begin? | answered · at 00:00 · 2 min",
        "01:00   hello",
        "02:00 * they hire for curiosity #employer | finding",
        "",
        "2 What is hard about it? | skipped · at 02:00 · 1 min",
        "",
        "3 ★ Who else would you suggest I talk to about {field}, and may I say that you",
        "    sent me?",
        "    partly · at 02:00 · 36 min",
        "02:00 ! send the report | my promise",
        "",
        "Time",
        "00:00        began at 11:00",
        "30:00        at the mark of 30 min: they went on for 10 minutes more",
        "38:00        wrap up",
        "38:00        ended at 11:38",
        "",
        "What it opened | 3 open",
        "thanks       Thank-you mail to Amina Patel | open, your move, due Tue 24 Nov",
        "I owe        send the report | open, your move",
        "debrief      Debrief | open, your move, due Tue 24 Nov",
    ]


def test_only_notes_can_be_changed(desks: Desks, talk: int) -> None:
    assert [row.note.text for row in rows_of(desks, talk) if row.note is not None] == [
        "hello", "* they hire for curiosity #employer", "! send the report"
    ]  # fmt: skip


def test_a_talk_of_nothing_is_its_head(desks: Desks) -> None:
    interview = a_live_interview(desks)
    desks.live.end(interview)
    kinds = [row.kind for row in rows_of(desks, interview)]
    assert set(kinds[1:]) <= {"fact", "gap", "title", "left", "said", "open"}
    assert kinds[0] == "name"


@pytest.mark.parametrize("width", [1, 20, 60])
def test_every_row_can_be_drawn_at_every_width(desks: Desks, talk: int, width: int) -> None:
    for row in rows_of(desks, talk):
        lines = draw_talk_row(row, width)
        assert lines
        assert all(isinstance(one, Line) for one in lines)
        if row.text:
            whole = "".join(said(one).partition(" | ")[0] for one in lines).replace(" ", "")
            assert row.text.replace(" ", "")[-4:] in whole
            assert "…" not in whole


def test_of_a_logged_talk_only_what_is_known_is_said_of_its_length(desks: Desks) -> None:
    logged = desks.past_talks.log("Bo Lind", "yesterday 15:00", minutes=20)
    desks.typing_up.keep(logged, "they hire late\n* and for curiosity")
    rows = rows_of(desks, logged)
    head = [said(one) for row in rows[:2] for one in draw_talk_row(row, 60)]
    notes = [said(one) for row in rows if row.note for one in draw_talk_row(row, 60)]
    assert notes == ["  they hire late", "* and for curiosity | finding"], "no minute is known"
    assert head == ["Bo Lind | Sun 22 Nov 15:00", "about 20 min · logged afterwards"]


def test_what_arose_and_was_asked_of_me_stands_in_its_place_and_is_listed_once_more(
    desks: Desks,
) -> None:
    talk = a_live_interview(desks, "hello", "? is the merger off", "^ what do you earn", "$ an analyst",
                            "& the almanac")  # fmt: skip
    desks.live.end(talk)
    rows = rows_of(desks, talk)
    jumps = [(row.text, row.aside, row.leads) for row in rows if row.kind == "jump"]
    notes = {row.note.text: row.note.id for row in rows if row.note is not None}
    assert jumps == [
        ("is the merger off", "not asked", ("note", notes["? is the merger off"])),
        ("what do you earn", "in question 1", ("note", notes["^ what do you earn"])),
    ]
    left = [row.text for row in rows if row.kind == "left"]
    assert "is the merger off" not in left, "it was not planned"
    heard = [
        (row.text, row.aside, row.leads)
        for row in rows
        if row.leads and row.leads[0] in {"opening", "resource"}
    ]
    assert heard == [
        ("an analyst", "heard", ("opening", 1)), ("the almanac", "not passed on", ("resource", 1)),
    ]  # fmt: skip


def test_others_and_place_are_told(desks: Desks, talk: int) -> None:
    whole = desks.review.conversation(talk)
    there = whole.interview._replace(others=("Bo Lind",), place_kind="office", place="Hall 3")
    rows = talk_rows(whole._replace(interview=there), BERLIN, TODAY)
    facts = [row.text for row in rows if row.kind == "fact"]
    assert facts[1:3] == ["with Amina Patel, Bo Lind", "office: Hall 3"]

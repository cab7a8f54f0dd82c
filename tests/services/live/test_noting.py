"""The words of a live talk: kept as notes, changed, taken away, and brought back whole."""

from datetime import timedelta

import pytest

from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from tests.builders import (
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
    reopened,
)
from tests.services.live.looks import elapsed, ids, line_of, rows, texts, type_line, whole

# ── notes ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_jot_starts_the_clock(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    number = desks.live.jot(talk, " grew up\x1b near here ")
    sheet = desks.live.sheet(talk)
    assert sheet.interview.state == "live"
    assert [entry.kind for entry in sheet.log] == ["run", "asked"]
    (note,) = sheet.notes
    assert (note.id, note.text, note.elapsed) == (number, "grew up near here", timedelta(0))
    assert sheet.asking is not None
    assert note.question_id == sheet.asking.id, "it hangs on the question that it began with"


def test_a_jot_in_a_pause_leaves_the_clock_standing(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.pause(talk)
    later(desks, minutes=4)
    desks.live.jot(talk, "by the way")
    assert elapsed(desks, talk) == timedelta(0)


def test_several_lines_become_several_notes(desks: Desks) -> None:
    talk = a_live_interview(desks)
    number = desks.live.jot(talk, "one\r\n\n  * two \n\x85> Jane Doe\n")
    notes = desks.live.sheet(talk).notes
    assert [(n.text, n.kind) for n in notes] == [
        ("one", "note"),
        ("* two", "finding"),
        ("> Jane Doe", "lead"),
    ]
    assert notes[-1].id == number


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\x1b\x00"])
def test_no_words_are_no_note(desks: Desks, text: str) -> None:
    talk = a_planned_interview(desks)
    type_line(desks, talk, "  ")
    assert desks.live.jot(talk, text) is None
    assert desks.live.sheet(talk).log == (), "nor do they start the clock"
    assert line_of(desks, talk) == ""


def test_a_kept_line_is_no_longer_half_typed(desks: Desks) -> None:
    talk = a_live_interview(desks)
    type_line(desks, talk, "grew up near he")
    desks.live.jot(talk, "grew up near here")
    assert line_of(desks, talk) == ""


def test_a_jot_that_fails_leaves_the_half_typed_line(desks: Desks) -> None:
    talk = a_live_interview(desks)
    type_line(desks, talk, "grew up")
    desks.store.reading().execute("PRAGMA query_only = ON")
    with pytest.raises(Exception, match="readonly"):
        desks.live.jot(talk, "grew up near here")
    desks.store.reading().execute("PRAGMA query_only = OFF")
    assert (line_of(desks, talk), texts(desks, talk)) == ("grew up", [])


def test_an_arisen_question_joins_the_plan(desks: Desks) -> None:
    talk = a_live_interview(desks, "? the merger")
    arisen = desks.questions.of(talk)[-1]
    assert (arisen.text, arisen.origin, arisen.state) == ("the merger", "arisen", "planned")


# ── a note that is taken back ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "typed", "line"),
    [
        ("grew up near here", "", "grew up near here"),
        ("grew up near here", "and th", "grew up near here\nand th"),
        ("> Jane Doe\n! send it by fri", "", "> Jane Doe\n! send it by fri"),
        (" ? the merger ", "half", "? the merger\nhalf"),
    ],
)
def test_a_note_that_is_taken_back_is_in_the_line_again(
    desks: Desks, text: str, typed: str, line: str
) -> None:
    talk = a_live_interview(desks)
    before = whole(desks, talk)
    desks.live.jot(talk, text)
    type_line(desks, talk, typed)
    assert desks.live.take_back() == "the note; its words are in the line again"
    assert line_of(desks, talk) == line
    assert whole(desks, talk) == before, "and what was caught in it is gone"


def test_a_note_that_began_the_talk_leaves_it_begun(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.jot(talk, "said")
    desks.live.take_back()
    assert (texts(desks, talk), line_of(desks, talk)) == ([], "said")
    assert [entry.kind for entry in desks.live.sheet(talk).log] == ["run", "asked"]


# ── a note that is taken away ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "line",
    ["plain #Tag #tag2", "> Jane Doe, solar · may mention: yes", "! send it by fri", "* fact #gap",
     "$ a job", "& a book", "? the merger #odd", "^ what I want"],
)  # fmt: skip
@pytest.mark.parametrize("empties", [False, True])
def test_a_note_that_is_taken_away_comes_back_whole(desks: Desks, line: str, empties: bool) -> None:
    talk = a_live_interview(desks, line, "? another")
    before = whole(desks, talk)
    (desks.live.rewrite(1, " ") if empties else desks.live.delete_note(1))
    assert texts(desks, talk) == ["? another"]
    assert [len(rows(desks, f"SELECT * FROM {t}")) for t in ("lead", "promise", "finding")] == [
        0
    ] * 3
    assert [q.position for q in desks.questions.of(talk)][-1] == len(desks.questions.of(talk))
    later(desks, minutes=1)
    assert desks.live.take_back() == "the note is there again"
    assert whole(desks, talk) == before


def test_a_note_that_goes_in_the_midst_of_its_editing_comes_back_in_step(desks: Desks) -> None:
    a_live_interview(desks, "! send it")
    desks.scribe.keep(Kept("note", "text", 1), "! send both by wed")
    desks.live.delete_note(1)
    desks.live.take_back()
    assert rows(desks, "SELECT text FROM note") == [("! send both by wed",)]
    assert rows(desks, "SELECT text, due FROM promise") == [("send both by wed", "2026-11-25")]
    assert desks.live.catch_up() == 0


def test_what_was_settled_elsewhere_comes_back_with_its_note(desks: Desks) -> None:
    talk = a_live_interview(desks, "! send it")
    desks.followups.done(next(r for r in desks.followups.open_loops() if r.kind == "my promise"))
    before = whole(desks, talk)
    desks.live.delete_note(1)
    desks.live.take_back()
    assert whole(desks, talk) == before


@pytest.mark.parametrize("asked", [True, False])
def test_a_question_that_was_asked_is_tied_to_its_line_again(desks: Desks, asked: bool) -> None:
    talk = a_live_interview(desks, "? the merger")
    first, arisen = ids(desks, talk)[0], ids(desks, talk)[-1]
    desks.live.ask(talk, arisen)
    if not asked:
        desks.live.ask(talk, first)  # asked once, and never mind
    before = whole(desks, talk)
    desks.live.delete_note(1)
    assert (arisen in ids(desks, talk)) == asked
    desks.live.take_back()
    assert whole(desks, talk) == before


def test_a_note_that_is_gone_is_said(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    desks.live.delete_note(1)
    for act in (lambda: desks.live.delete_note(1), lambda: desks.live.rewrite(1, "more")):
        with pytest.raises(NotFoundError):
            act()
    assert texts(desks, talk) == []


# ── a note that is changed ────────────────────────────────────────────────────────────────────────


def test_a_change_is_taken_back_to_the_very_record(desks: Desks) -> None:
    talk = a_live_interview(desks, "! send it #tag")
    desks.followups.done(next(r for r in desks.followups.open_loops() if r.kind == "my promise"))
    before = whole(desks, talk)
    desks.live.rewrite(1, "? send it #other")
    assert rows(desks, "SELECT state, note_id FROM promise") == [("kept", None)]
    assert desks.live.take_back() == "the change of a note"
    assert whole(desks, talk) == before, "the promise is kept, as it was"


def test_what_was_done_elsewhere_since_a_change_stays_when_it_is_taken_back(desks: Desks) -> None:
    a_live_interview(desks, "! send it")
    desks.live.rewrite(1, "! send both")
    desks.followups.done(next(r for r in desks.followups.open_loops() if r.kind == "my promise"))
    desks.live.take_back()
    assert rows(desks, "SELECT text, state FROM promise") == [("send it", "kept")]


def test_a_change_to_the_same_words_is_nothing_to_take_back(desks: Desks) -> None:
    talk = a_live_interview(desks, "> Jane Doe")
    before = whole(desks, talk)
    desks.live.rewrite(1, "> Jane Doe")
    assert whole(desks, talk) == before
    desks.live.take_back()
    assert line_of(desks, talk) == "> Jane Doe", "the note itself was the last deed"


def test_a_note_of_another_day_counts_from_its_own(desks: Desks) -> None:
    a_held_interview(desks, "said")
    later(desks, days=10)
    desks.live.rewrite(1, "! send it tomorrow")
    assert rows(desks, "SELECT due FROM promise") == [("2026-11-24",)]
    desks.live.rewrite(1, "! send it in two weeks")
    assert rows(desks, "SELECT due FROM promise") == [("2026-12-07",)]


def test_what_is_changed_in_review_is_no_deed_of_the_talk_that_is_on(desks: Desks) -> None:
    held = a_held_interview(desks, "said")
    a_live_interview(desks, contact_id=1)
    for text in ("said more", ""):
        desks.live.rewrite(1, text)
        assert desks.live.take_back() == ""
    assert texts(desks, held) == []


# ── may I mention you ─────────────────────────────────────────────────────────────────────────────


def test_consent_goes_round_in_the_line_and_in_the_lead(desks: Desks) -> None:
    talk = a_live_interview(desks, "> Jane Doe, solar #x", "> Jo Dow", "said")
    told = []
    for _ in range(3):
        told.append(desks.live.change_consent(talk))
        line, consent = texts(desks, talk)[1], rows(desks, "SELECT consent FROM lead")[1][0]
        assert (f"may mention: {consent}" in line) == (consent != "not asked")
    assert told == [f"Jo Dow · may mention: {said}" for said in ("yes", "no", "not asked")]
    assert texts(desks, talk)[1] == "> Jo Dow"
    assert desks.live.change_consent(talk, 1) == "Jane Doe · may mention: yes"
    assert rows(desks, "SELECT consent FROM lead") == [("yes",), ("not asked",)]
    desks.live.take_back()
    assert rows(desks, "SELECT consent FROM lead") == [("not asked",), ("not asked",)]
    assert texts(desks, talk)[0] == "> Jane Doe, solar #x"


@pytest.mark.parametrize("note_id", [None, 1, 9])
def test_without_a_lead_there_is_nobody_to_ask_for(desks: Desks, note_id: int | None) -> None:
    talk = a_live_interview(desks, "said")
    with pytest.raises(IllegalMoveError, match="no lead yet"):
        desks.live.change_consent(talk, note_id)


# ── an edit that was cut off ──────────────────────────────────────────────────────────────────────

CUT_OFF = [
    ("! send it by fri", "! send it by wed", "promise", "text, due", ("send it by wed", "2026-11-25")),
    ("> Jane", "> Jane Doe, solar", "lead", "name, why", ("Jane Doe", "solar")),
    ("* fact", "* odd fact #gap", "finding", "kind, text", ("gap", "odd fact")),
    ("plain", "& a book", "resource", "text", ("a book",)),
    ("said", "said #hiring", "note_tag", "folded", ("hiring",)),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "table", "columns", "said"), CUT_OFF)
def test_an_edit_that_was_cut_off_is_caught_when_one_starts_again(
    desks: Desks, before: str, after: str, table: str, columns: str, said: tuple[str, ...]
) -> None:
    talk = a_live_interview(desks, before)
    was = rows(desks, f"SELECT id, uuid FROM {table}")
    for end in range(len(before), len(after) + 1):
        desks.scribe.keep(Kept("note", "text", 1), after[:end] if end > 3 else after)
    again = reopened(desks)
    assert rows(again, f"SELECT id, uuid FROM {table}") == was, "nothing was caught of it yet"
    later(desks, days=3)
    assert again.live.catch_up() == 1
    assert rows(again, f"SELECT {columns} FROM {table}") == [said]
    assert not was or rows(again, f"SELECT id, uuid FROM {table}") == was
    assert texts(again, talk) == [after]
    standing = whole(again, talk)
    assert again.live.catch_up() == 0
    assert whole(again, talk) == standing
    again.close()


def test_what_the_line_never_said_survives_an_edit_that_was_cut_off(desks: Desks) -> None:
    a_live_interview(desks, "> Jane Doe", "! send it by fri")
    db = desks.store.reading()
    db.execute("UPDATE lead SET consent = 'yes', reach = 'by mail'")
    db.execute("UPDATE promise SET due = '2027-01-01'")
    desks.scribe.keep(Kept("note", "text", 1), "> Jo Dow")
    desks.scribe.keep(Kept("note", "text", 2), "! send both by fri")
    again = reopened(desks)
    assert again.live.catch_up() == 2
    assert rows(again, "SELECT name, consent, reach FROM lead") == [("Jo Dow", "yes", "by mail")]
    assert rows(again, "SELECT text, due FROM promise") == [("send both by fri", "2027-01-01")]
    again.close()


def test_an_edit_that_ended_is_not_caught_again(desks: Desks) -> None:
    a_live_interview(desks, "! send it")
    desks.scribe.keep(Kept("note", "text", 1), "! send both")
    desks.live.rewrite(1, "! send both")
    again = reopened(desks)
    assert again.live.catch_up() == 0
    again.close()


def test_an_edit_is_taken_back_to_what_stood_before_its_first_key(desks: Desks) -> None:
    talk = a_live_interview(desks, "! send it by fri")
    before = whole(desks, talk)
    for text in ("! send it by f", "! send it by", "! send it by tue"):
        desks.scribe.keep(Kept("note", "text", 1), text)
    desks.live.rewrite(1, "! send it by tue")
    assert rows(desks, "SELECT due FROM promise") == [("2026-11-24",)]
    desks.live.take_back()
    assert whole(desks, talk) == before
    assert desks.live.catch_up() == 0, "nothing is out of step"


def test_a_reader_leaves_what_is_out_of_step(desks: Desks) -> None:
    a_live_interview(desks, "! send it")
    desks.scribe.keep(Kept("note", "text", 1), "! send both")
    reader = Desks.open(desks.store.path, desks.settings, desks.clock, only_read=True)
    assert reader.live.catch_up() == 0
    assert rows(reader, "SELECT text FROM promise") == [("send it",)]
    reader.close()
    assert desks.live.catch_up() == 1


def test_a_note_that_was_emptied_and_cut_off_stays_with_its_item(desks: Desks) -> None:
    a_live_interview(desks, "! send it")
    desks.scribe.keep(Kept("note", "text", 1), "")
    assert desks.live.catch_up() == 0
    assert [row.text for row in desks.followups.open_loops("me")] == ["send it"]


def test_each_of_several_lines_is_put_aside(desks: Desks) -> None:
    talk = a_live_interview(desks)
    assert (
        desks.live.park(talk, "the merger\n> Jane Doe\n\nthe salary")
        == "the merger · Jane Doe · the…"
    )
    assert texts(desks, talk) == ["? the merger", "> Jane Doe", "? the salary"]
    parked = [q.text for q in desks.live.sheet(talk).questions if q.parked_at is not None]
    assert parked == ["the merger", "the salary"]


def test_a_change_in_review_is_taken_back_by_the_undo_of_everything(desks: Desks) -> None:
    talk = a_held_interview(desks, "> Jane Doe")
    before = whole(desks, talk)
    desks.scribe.keep(Kept("note", "text", 1), "> Jane Dow")
    desks.live.rewrite(1, "> Jane Dow")
    desks.live.rewrite(
        1, "> Jane Dow"
    )  # as when the box is left after another screen was looked at
    assert desks.undo.take_back() == "the change of a note"
    assert whole(desks, talk) == before
    with pytest.raises(IllegalMoveError, match="has gone on by now"):
        desks.undo.take_back()  # that it began
    desks.undo.take_back()  # a question that was never asked
    for reason in ("1 note hangs on this question", "This interview is held by now"):
        with pytest.raises(IllegalMoveError, match=reason):
            desks.undo.take_back()  # the question of that note, then the plan itself

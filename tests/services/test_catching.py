"""Catching: a sign makes an item, and the item follows its line for as long as the line lives."""

from typing import Any

import pytest

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from tests.builders import a_live_interview, clock_of
from tests.fakes import START

ITEMS: dict[str, tuple[str, ...]] = {
    "finding": ("kind", "text", "question_id"),
    "lead": ("name", "why", "consent", "state", "due"),
    "promise": ("whose", "text", "state", "due"),
    "opening": ("text", "posted", "state"),
    "resource": ("text",),
}


ASKED = 2  # the number of the question being asked: the close was there before it


def caught(desks: Desks) -> list[tuple[Any, ...]]:
    """Give every item there is: its table, and what it says."""
    found: list[tuple[Any, ...]] = []
    for table, columns in ITEMS.items():
        query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY id"
        found += [(table, *row) for row in desks.store.reading().execute(query)]
    return found


def identity(desks: Desks, table: str) -> tuple[Any, ...]:
    query = f"SELECT id, uuid, created_at, note_id FROM {table}"
    (row,) = desks.store.reading().execute(query).fetchall()
    return tuple(row)


@pytest.mark.parametrize(
    ("line", "kind", "items"),
    [
        ("grew up near here", "note", []),
        (">", "note", []),
        ("\\> not a lead", "note", []),
        ("3 > 2", "note", []),
        (
            "> Jane Doe, fuel cells",
            "lead",
            [("lead", "Jane Doe", "fuel cells", "not asked", "new", None)],
        ),
        (
            "> , no name",
            "lead",
            [("lead", ", no name", "no name", "not asked", "new", None)],
        ),
        ("! send it", "my promise", [("promise", "mine", "send it", "open", None)]),
        (
            "! send it by fri",
            "my promise",
            [("promise", "mine", "send it by fri", "open", "2026-11-27")],
        ),
        ("<a list", "their promise", [("promise", "theirs", "a list", "open", None)]),
        ("* curious people", "finding", [("finding", "career", "curious people", ASKED)]),
        ("* up #x #gap #y", "finding", [("finding", "gap", "up #x #y", ASKED)]),
        ("* #advice", "finding", [("finding", "advice", "#advice", ASKED)]),
        ("$ an analyst", "opening", [("opening", "an analyst", "unknown", "heard")]),
        ("& a book", "resource", [("resource", "a book")]),
        ("? the merger", "arisen", []),
        ("^ what do I want", "asked of me", []),
    ],
)
def test_each_sign_catches_its_item(
    desks: Desks, line: str, kind: str, items: list[tuple[Any, ...]]
) -> None:
    talk = a_live_interview(desks, line)
    (note,) = desks.live.sheet(talk).notes
    assert (note.kind, note.text) == (kind, line)
    assert note.question_id == ASKED
    assert caught(desks) == items


SAME_KIND = [
    ("lead", "> Jane Doe, fuel cells", "> Jo Dow: solar", ("Jo Dow", "solar")),
    ("promise", "! send it", "! send both", ("mine", "send both")),
    ("promise", "< a list", "< two lists", ("theirs", "two lists")),
    ("finding", "* a fact", "* an odd fact #gap", ("gap", "an odd fact")),
    ("opening", "$ an analyst", "$ a tester", ("a tester",)),
    ("resource", "& a book", "& a site", ("a site",)),
]


@pytest.mark.parametrize(("table", "before", "after", "words"), SAME_KIND)
def test_an_edit_of_the_same_kind_keeps_the_record(
    desks: Desks, table: str, before: str, after: str, words: tuple[str, ...]
) -> None:
    a_live_interview(desks, before)
    was = identity(desks, table)
    desks.live.rewrite(1, after)
    assert identity(desks, table) == was
    (item,) = caught(desks)
    assert item[1 : 1 + len(words)] == words


@pytest.mark.parametrize("kept", ["consent = 'yes'", "state = 'to follow'", "due = '2027-01-01'"])
def test_an_edit_keeps_how_far_an_item_has_come(desks: Desks, kept: str) -> None:
    a_live_interview(desks, "> Jane Doe")
    desks.store.reading().execute(f"UPDATE lead SET reach = 'by mail', {kept}")
    before = desks.store.reading().execute("SELECT consent, state, due, reach FROM lead").fetchone()
    desks.live.rewrite(1, "> Jo Dow")
    query = "SELECT name, consent, state, due, reach FROM lead"
    assert desks.store.reading().execute(query).fetchone() == ("Jo Dow", *before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("> Jane Doe", "! write to Jane Doe"),
        ("* a book", "& a book"),
        ("$ an analyst", "plain words"),
        ("plain words", "* a fact"),
    ],
)
def test_an_edit_to_another_kind_replaces_the_record(desks: Desks, before: str, after: str) -> None:
    a_live_interview(desks, before)
    uuids = {row["uuid"] for row in _items(desks)}
    desks.live.rewrite(1, after)
    assert not uuids & {row["uuid"] for row in _items(desks)}
    assert len(caught(desks)) == (0 if after == "plain words" else 1)
    assert all(row["note_id"] == 1 for row in _items(desks))


def test_an_open_promise_may_change_sides_and_stays_the_one_it_was(desks: Desks) -> None:
    a_live_interview(desks, "! send it")
    was = identity(desks, "promise")
    desks.live.rewrite(1, "< send it")
    assert identity(desks, "promise") == was
    assert caught(desks) == [("promise", "theirs", "send it", "open", None)]


def test_a_promise_that_was_kept_never_changes_sides(desks: Desks) -> None:
    a_live_interview(desks, "! send it")
    desks.followups.done(desks.followups.open_loops()[0])
    desks.live.rewrite(1, "< send it")
    assert caught(desks) == [
        ("promise", "mine", "send it", "kept", None),
        ("promise", "theirs", "send it", "open", None),
    ]


def test_a_kept_promise_stays_kept_when_its_words_change(desks: Desks) -> None:
    a_live_interview(desks, "! send it")
    was = identity(desks, "promise")
    desks.followups.done(desks.followups.open_loops()[0])
    desks.live.rewrite(1, "! send both #soon")
    assert identity(desks, "promise") == was
    assert caught(desks) == [("promise", "mine", "send both #soon", "kept", None)]


@pytest.mark.parametrize(
    ("before", "after", "due"),
    [
        ("! send it", "! send both", "2027-01-01"),
        ("! send it by fri", "! send both by fri", "2027-01-01"),
        ("! send it by fri", "< send it by fri", "2027-01-01"),
        ("! send it by fri", "! send it by wed", "2026-11-25"),
        ("! send it by fri", "! send it", None),
        ("< a list", "< a list by wed", "2026-11-25"),
    ],
)
def test_a_date_set_elsewhere_stays_until_the_line_says_another(
    desks: Desks, before: str, after: str, due: str | None
) -> None:
    a_live_interview(desks, before)
    desks.store.reading().execute("UPDATE promise SET due = '2027-01-01'")
    desks.live.rewrite(1, after)
    assert caught(desks)[0][4] == due


@pytest.mark.parametrize(
    ("before", "after", "consent", "reach"),
    [
        ("> Jane", "> Jane Doe", "no", "by mail"),
        ("> Jane", "> Jane · may mention: yes", "yes", "by mail"),
        ("> Jane, jd@x.org", "> Jane, jd@y.org", "no", "jd@y.org"),
        ("> Jane · may mention: yes", "> Jane", "no", "by mail"),  # a no is not taken back by that
        ("> Jane · may mention: yes", "> Jane Doe · may mention: yes", "no", "by mail"),
        ("> Jane · may mention: no", "> Jane", "not asked", "by mail"),
        ("> Jane · may mention: no", "> Jane · may mention: yes", "yes", "by mail"),
        ("> Jane", "> Jane, solar, jd@x.org", "no", "jd@x.org"),
    ],
)
def test_what_was_settled_about_a_lead_stays_unless_its_line_says_otherwise(
    desks: Desks, before: str, after: str, consent: str, reach: str
) -> None:
    a_live_interview(desks, before)
    desks.store.reading().execute("UPDATE lead SET consent = 'no', reach = 'by mail'")
    desks.live.rewrite(1, after)
    found = desks.store.reading().execute("SELECT consent, reach FROM lead").fetchall()
    assert [tuple(row) for row in found] == [(consent, reach)]


def test_a_way_to_reach_a_lead_goes_when_its_line_gives_it_no_more(desks: Desks) -> None:
    a_live_interview(desks, "> Jane, jd@x.org")
    query = "SELECT reach FROM lead"
    assert desks.store.reading().execute(query).fetchone()[0] == "jd@x.org"
    desks.live.rewrite(1, "> Jane")
    assert desks.store.reading().execute(query).fetchone()[0] == ""


@pytest.mark.parametrize(
    ("before", "after", "tags"),
    [
        ("said #one #two", "said #two #three", ["three", "two"]),
        ("said #one", "said", []),
        ("said", "* said #Hiring #hiring", ["hiring"]),
        ("* fact #gap #odd", "> Jo #odd", ["odd"]),
    ],
)
def test_tags_follow_the_line_and_one_that_stays_is_the_same(
    desks: Desks, before: str, after: str, tags: list[str]
) -> None:
    a_live_interview(desks, before)
    query = "SELECT folded, uuid FROM note_tag ORDER BY folded"
    was = dict(desks.store.reading().execute(query).fetchall())
    desks.live.rewrite(1, after)
    now = dict(desks.store.reading().execute(query).fetchall())
    assert list(now) == tags
    assert all(now[tag] == was[tag] for tag in now if tag in was)


def _items(desks: Desks) -> list[dict[str, Any]]:
    db = desks.store.reading()
    return [
        {"uuid": row[0], "note_id": row[1]}
        for table in ITEMS
        for row in db.execute(f"SELECT uuid, note_id FROM {table}")
    ]


def test_an_emptied_note_takes_what_was_caught_with_it(desks: Desks) -> None:
    talk = a_live_interview(desks, "> Jane Doe", "stays")
    desks.live.rewrite(1, "  \n ")
    assert [note.text for note in desks.live.sheet(talk).notes] == ["stays"]
    assert caught(desks) == []


def test_a_due_day_counts_from_the_day_here(desks: Desks) -> None:
    clock_of(desks).set(START.replace(hour=23, minute=30))  # half past midnight in Berlin
    a_live_interview(desks, "! send it tomorrow")
    (item,) = caught(desks)
    assert item[4] == "2026-11-25"


@pytest.mark.parametrize(
    ("before", "after", "arisen"),
    [
        ("? the merger", "? the takeover", ["the takeover"]),
        ("? the merger", "plain words", []),
        ("plain words", "? the merger", ["the merger"]),
    ],
)
def test_an_arisen_question_follows_its_line(
    desks: Desks, before: str, after: str, arisen: list[str]
) -> None:
    talk = a_live_interview(desks, before)
    desks.live.rewrite(1, after)
    rows = [row.text for row in desks.questions.of(talk) if row.origin == "arisen"]
    assert rows == arisen


def test_a_question_that_goes_with_its_line_leaves_no_gap(desks: Desks) -> None:
    talk = a_live_interview(desks, "? one", "? two")
    desks.live.rewrite(1, "plain words")
    rows = desks.questions.of(talk)
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))


def test_a_removed_question_stays_removed_when_its_line_is_looked_at(desks: Desks) -> None:
    talk = a_live_interview(desks, "? the merger")
    desks.questions.remove(desks.questions.of(talk)[-1].id)
    desks.live.rewrite(1, "? the merger")
    assert [row.text for row in desks.questions.of(talk) if row.origin == "arisen"] == []


def test_a_question_that_was_asked_outlives_its_line(desks: Desks) -> None:
    talk = a_live_interview(desks, "? the merger")
    desks.live.ask(talk, desks.questions.of(talk)[-1].id)
    desks.live.jot(talk, "it went well")
    desks.live.rewrite(1, "")
    assert desks.questions.of(talk)[-1].text == "the merger"


@pytest.mark.parametrize("without", ["the merger", "\\? the merger", "* the merger"])
def test_a_sign_that_comes_back_finds_the_question_that_was_answered(
    desks: Desks, without: str
) -> None:
    talk = a_live_interview(desks, "? the merger")
    number = desks.questions.of(talk)[-1].id
    desks.live.ask(talk, number)
    desks.live.settle_and_go_on(talk, "answered")
    desks.live.rewrite(1, without)
    desks.live.rewrite(1, "? the merger")
    arisen = [row for row in desks.questions.of(talk) if row.origin == "arisen"]
    assert [(row.id, row.state) for row in arisen] == [(number, "answered")]
    desks.live.rewrite(1, "? the takeover")  # linked again, so it follows its line
    assert desks.questions.one(number).text == "the takeover"


def test_the_same_words_in_a_new_line_are_another_question(desks: Desks) -> None:
    talk = a_live_interview(desks, "? the merger")
    desks.live.ask(talk, desks.questions.of(talk)[-1].id)
    desks.live.settle_and_go_on(talk, "answered")
    desks.live.rewrite(1, "the merger")
    desks.live.jot(talk, "? the merger")
    states = [row.state for row in desks.questions.of(talk) if row.origin == "arisen"]
    assert states == ["answered", "planned"]


def test_words_tailored_on_the_plan_stay_while_the_line_says_the_same(desks: Desks) -> None:
    talk = a_live_interview(desks, "? the merger")
    number = desks.questions.of(talk)[-1].id
    desks.scribe.keep(Kept("question", "text", number), "How did the merger change your day?")
    desks.live.rewrite(1, "? the merger")
    assert desks.questions.one(number).text == "How did the merger change your day?"
    desks.live.rewrite(1, "? the takeover")
    assert desks.questions.one(number).text == "the takeover"

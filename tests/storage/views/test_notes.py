"""Notes as rows, each at the timer's time; and talks found by the words in them, in any script."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.storage.views import notes
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    clock_of,
    later,
    many_notes,
    open_desks,
)
from tests.fakes import ManualClock


def found(desks: Desks, query: str) -> list[str]:
    """Give the line that was found in each talk that has the words."""
    desks.store.catch_up_index()
    return [row.found for row in notes.conversations(desks.store.reading(), query)]


def test_a_note_stands_at_the_timer_s_time(desks: Desks) -> None:
    talk = a_live_interview(desks, "at one")
    desks.live.pause(talk)
    later(desks, minutes=10)
    desks.live.jot(talk, "in the pause")
    desks.live.start(talk)
    later(desks, minutes=2)
    desks.live.jot(talk, "at three")
    rows = notes.of(desks.store.reading(), talk)
    minutes = [(row.text, row.elapsed / timedelta(minutes=1)) for row in rows]
    assert minutes == [("at one", 1), ("in the pause", 1), ("at three", 3)]
    assert rows[2].at - rows[0].at == timedelta(minutes=12)


def test_a_later_pause_does_not_move_an_earlier_note(desks: Desks) -> None:
    talk = a_live_interview(desks, "at one", "at two")
    before = notes.of(desks.store.reading(), talk)
    desks.live.pause(talk)
    later(desks, minutes=10)
    desks.live.end(talk)
    assert notes.of(desks.store.reading(), talk) == before


def test_notes_come_in_the_order_they_were_taken_whatever_the_clock_says(desks: Desks) -> None:
    talk = a_live_interview(desks, "at one", "at two")
    desks.live.show_due(talk)
    later(desks, minutes=18)
    assert desks.live.show_due(talk), "an entry between the last note and the change of the clock"
    since = clock_of(desks).now()
    clock_of(desks).set(since - timedelta(minutes=19))
    desks.live.notice_gap(talk, since)
    desks.live.jot(talk, "at twenty")
    later(desks, minutes=2)
    desks.live.jot(talk, "at twenty-two")
    rows = notes.of(desks.store.reading(), talk)
    minutes = [(row.text, row.elapsed / timedelta(minutes=1)) for row in rows]
    assert minutes == [("at one", 1), ("at two", 2), ("at twenty", 20), ("at twenty-two", 22)]
    assert [row.id for row in rows] == sorted(row.id for row in rows)
    assert rows[2].at == rows[0].at


def test_time_asleep_moves_later_notes_until_it_is_left_out(desks: Desks) -> None:
    talk = a_live_interview(desks, "at one")
    since = clock_of(desks).now()
    later(desks, minutes=30)
    desks.live.notice_gap(talk, since)
    desks.live.jot(talk, "awake")
    later(desks, minutes=1)
    desks.live.answer_gap(talk, "left out")
    desks.live.jot(talk, "at two")
    spent = [row.elapsed for row in notes.of(desks.store.reading(), talk)]
    assert [length / timedelta(minutes=1) for length in spent] == [1, 31, 2]


def test_a_note_that_was_typed_on_is_behind_until_its_item_follows(desks: Desks) -> None:
    talk = a_live_interview(desks, "! send it", "plain")
    db = desks.store.reading()
    assert notes.behind(db) == []
    desks.scribe.keep(Kept("note", "text", 1), "! send it all")
    assert notes.behind(db) == [(1, "! send it all")]
    desks.live.catch_up()
    assert notes.behind(db) == []
    assert [row.text for row in notes.of(db, talk)] == ["! send it all", "plain"]


def test_one_note_or_none(desks: Desks) -> None:
    a_live_interview(desks, "said")
    assert notes.one(desks.store.reading(), 1) == "said"
    assert notes.one(desks.store.reading(), 99) is None


def test_findings_are_kept_apart_by_kind(desks: Desks) -> None:
    talk = a_held_interview(desks, "* b #market", "plain", "* a #advice", "* c #market")
    rows = notes.findings(desks.store.reading(), talk)
    assert [(row.kind, row.text) for row in rows] == [
        ("advice", "a"),
        ("market", "b"),
        ("market", "c"),
    ]
    assert notes.findings(desks.store.reading(), 99) == []


def test_talks_come_latest_first_with_their_figures(desks: Desks) -> None:
    a_held_interview(desks, "* a fact", "more", minutes=31)
    later(desks, days=1)
    a_held_interview(desks, contact_id=a_contact(desks, "Li Wei", "", field="law"), minutes=20)
    rows = notes.conversations(desks.store.reading())
    assert [(r.contact, r.organization, r.field) for r in rows] == [
        ("Li Wei", "", "law"),
        ("Amina Patel", "Northwind", ""),
    ]
    assert [(r.minutes, r.notes, r.findings, r.found) for r in rows] == [
        (20, 0, 0, ""),
        (31, 2, 1, ""),
    ]
    assert len(notes.conversations(desks.store.reading(), limit=1)) == 1


HIRE, HIRED, FIRMS = "they hire for curiosity", "somebody got hired", "companies like these"
CAFE, MALMO, FIELD = "naïve café", "from Malmo", "a first_name field"
COBOL, COMPANY, TRIP = "C++ and COBOL", "日本の会社", "İstanbul trip, don't worry, in 2027"
STREET, GREEK, RUSSIAN = "in der Straße gewohnt", "Ελληνικά λόγια", "он ещё там, йогурт"
KOREAN, JAPANESE, HINDI, ROOM = "한국어 회사", "ビジネスが好き", "हिन्दी में बात", "a 10 m² room"
SCHOOL = "the university, an organization"
LINES = (
    HIRE, HIRED, FIRMS, CAFE, MALMO, FIELD, COBOL, COMPANY, TRIP, STREET, GREEK, RUSSIAN, KOREAN,
    JAPANESE, HINDI, ROOM, SCHOOL,
)  # fmt: skip


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """One talk for each line, in each of which something else was said as well; only read."""
    desks = open_desks(tmp_path_factory.mktemp("said") / "notebook.db", ManualClock())
    number = a_contact(desks, "Q", "")
    for line in LINES:
        talk = desks.plans.plan_with(number)
        desks.live.jot(talk, f"{line}\nelsewhere")
        desks.live.end(talk)
    yield desks
    desks.close()


@pytest.mark.parametrize(
    ("line", "query"),
    [
        (HIRE, "curiosity"),
        (HIRE, "CURIO"),
        (HIRE, "curiosity hired"),
        (FIRMS, "company"),
        (CAFE, "CAFE naive"),
        (MALMO, "Malmö"),
        (TRIP, "don't"),
        (TRIP, "istanbul"),
        (TRIP, "2027"),
        (FIELD, "first_name"),
        (COBOL, "c++ cobol"),
        (COMPANY, "日本"),
        pytest.param(STREET, "Straße"),
        pytest.param(GREEK, "λόγια"),
        pytest.param(RUSSIAN, "йогурт"),
        pytest.param(KOREAN, "한국어"),
        pytest.param(JAPANESE, "ビジネス"),
        pytest.param(HINDI, "हिन्दी"),
        pytest.param(ROOM, "m²"),
        pytest.param(SCHOOL, "universi"),
        pytest.param(HIRE, "curiosi"),
        pytest.param(SCHOOL, "organizati"),
    ],
)
def test_a_talk_is_found_by_a_word_that_was_said(said: Desks, line: str, query: str) -> None:
    assert found(said, query) == [line]


def test_every_form_of_a_word_finds_every_other(said: Desks) -> None:
    for query in ("hire", "hiring", "hired", "hires"):
        assert found(said, query) == [HIRED, HIRE]


@pytest.mark.parametrize("query", ["nothing", "curiosityx", "hire nothing", "iosity"])
def test_a_talk_without_the_words_is_not_found(said: Desks, query: str) -> None:
    assert found(said, query) == []


def test_the_newest_line_that_has_the_words_is_shown(desks: Desks) -> None:
    a_held_interview(desks, "hire one", "hire two", "three")
    assert found(desks, "hire") == ["hire two"]


def test_a_talk_is_found_by_who_it_was_with(desks: Desks) -> None:
    contact_id = a_contact(desks, "Émile Straße", "Größe AG", role="tester", field="energy")
    a_held_interview(desks, "said", contact_id=contact_id)
    for query in ("emile", "STRASSE", "grosse ag", "tester", "Energy", "emile straße"):
        assert found(desks, query) == [""], query


def test_a_talk_to_come_is_not_among_the_held(desks: Desks) -> None:
    live = a_live_interview(desks, "hire")
    assert [row.id for row in notes.conversations(desks.store.reading())] == [live]
    desks.plans.plan_with(1)
    assert found(desks, "amina") == [""]


@pytest.mark.parametrize("query", ["🙂", "***", "_", "%"])
def test_signs_that_nobody_wrote_find_nothing(said: Desks, query: str) -> None:
    assert found(said, query) == []


def test_an_old_talk_is_found_by_a_common_word(desks: Desks) -> None:
    a_held_interview(desks, "candour above all")
    many_notes(desks, a_live_interview(desks), "more candour", 2001)
    assert found(desks, "candour") == ["more candour", "candour above all"]

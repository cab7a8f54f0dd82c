"""Review: a talk is found by a word that was said, and no query, however odd, breaks the search."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infotui.config.settings import Settings
from infotui.domain.errors import NotFoundError
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.storage.store import Store
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    clock_of,
    later,
    open_desks,
)
from tests.fakes import ManualClock
from tests.many_talks import many_talks
from tests.tries import tries


def found(desks: Desks, query: str) -> list[str]:
    return [row.found for row in desks.review.conversations(query)]


# ── finding ───────────────────────────────────────────────────────────────────────────────────────


def test_a_talk_is_found_by_a_word_at_once_and_after_each_change(desks: Desks) -> None:
    talk = a_held_interview(desks, "they hire for curiosity")
    assert [row.id for row in desks.review.conversations("curiosity")] == [talk]
    desks.scribe.keep(Kept("note", "text", 1), "they hire for patience")
    assert found(desks, "curiosity") == []
    assert found(desks, "patience") == ["they hire for patience"]
    desks.live.rewrite(1, "")
    assert found(desks, "patience") == []


@pytest.mark.parametrize("query", ["hires", "HIRED", "hiring", "hir", "  hire  "])
def test_other_forms_of_a_word_find_it_too(desks: Desks, query: str) -> None:
    a_held_interview(desks, "they hire for curiosity")
    assert found(desks, query) == ["they hire for curiosity"]


@pytest.mark.parametrize(
    ("said", "query"), [("naïve Malmö", "naive malmo"), ("naive Malmo", "NAÏVE MALMÖ")]
)
def test_accents_make_no_difference(desks: Desks, said: str, query: str) -> None:
    a_held_interview(desks, said)
    assert found(desks, query) == [said]


def test_a_talk_is_found_by_its_own_field(desks: Desks) -> None:
    looking = Desks(desks.store, desks.clock, Settings(field="Ökologie"), desks.zone)
    talk = looking.plans.plan_with(a_contact(desks))
    looking.live.jot(talk, "said")
    assert [row.id for row in looking.review.conversations("ökologie")] == [talk]


def test_all_words_must_have_been_said(desks: Desks) -> None:
    a_held_interview(desks, "they hire for curiosity", "and for patience")
    assert found(desks, "curiosity hire") == ["they hire for curiosity"]
    assert found(desks, "curiosity nothing") == []


def test_talks_come_latest_first(desks: Desks) -> None:
    first = a_held_interview(desks, "hire one")
    later(desks, days=1)
    second = a_held_interview(desks, "hire two")
    a_planned_interview(desks)
    assert [row.id for row in desks.review.conversations()] == [second, first]
    assert [row.id for row in desks.review.conversations("hire")] == [second, first]


def test_a_reader_finds_what_its_writer_indexed(desks: Desks) -> None:
    a_held_interview(desks, "they hire for curiosity")
    assert len(desks.review.conversations("curiosity")) == 1
    with Store.open(desks.store.path, clock_of(desks)) as store:
        assert store.read_only
        second = Desks(store, desks.clock, desks.settings, desks.zone)
        assert len(second.review.conversations("curiosity")) == 1


HOSTILE = [
    '"',
    "'",
    '"hire',
    'hire" OR "1',
    "hire'; DROP TABLE note; --",
    "hire OR nothing",
    "NEAR(hire curiosity)",
    "text:hire",
    "-hire",
    "^hire",
    "hire*",
    "(hire",
    "hire AND NOT",
    "{hire}",
    "%",
    "_",
    "\\",
    "[",
    "\x00",
    "hire\x00curiosity",
    "\ud800",
    "🙂",
    "👩‍🔬",
    "\u202ehire",
    "\n\t",
    "x" * 10_000,
    "hire " * 2_000,
    "a b c d " * 2_500,
    "日本" * 5_000,
    "%" * 10_000,
]


@pytest.fixture(scope="module")
def talked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """One notebook for all queries: they change nothing."""
    desks = open_desks(tmp_path_factory.mktemp("review") / "notebook.db", ManualClock())
    a_held_interview(desks, "they hire for curiosity")
    yield desks
    desks.close()


@pytest.mark.parametrize("query", HOSTILE, ids=[ascii(q[:20]) for q in HOSTILE])
def test_no_query_breaks_the_search(talked: Desks, query: str) -> None:
    rows = talked.review.conversations(query)
    assert {row.contact for row in rows} <= {"Amina Patel"}
    assert found(talked, "curiosity") == ["they hire for curiosity"]


def test_not_even_a_pasted_book(talked: Desks) -> None:
    assert talked.review.conversations("x" * 60_000) == []


@settings(
    max_examples=tries(80),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=st.text(st.characters(exclude_categories=[]), max_size=30))
def test_nor_anything_else(talked: Desks, query: str) -> None:
    for row in talked.review.conversations(query):
        assert row.contact == "Amina Patel"


# ── reading one ───────────────────────────────────────────────────────────────────────────────────


def test_a_talk_is_read_whole(desks: Desks) -> None:
    talk = a_live_interview(desks, "one", "* a fact")
    desks.plans.add_goal(talk, "fit", "see whether it suits me")
    desks.scribe.keep(Kept("interview", "why", talk), "she changed fields")
    desks.live.settle_and_go_on(talk, "answered")
    desks.live.jot(talk, "! send it")
    later(desks, minutes=23)
    desks.live.end(talk)

    whole = desks.review.conversation(talk)
    assert (whole.interview.state, whole.why) == ("held", "she changed fields")
    assert whole.goals == ("see whether it suits me",)
    assert [finding.text for finding in whole.findings] == ["a fact"]
    by_question = {q.text: [n.text for n in whole.notes_on(q.id)] for q in whole.questions}
    assert list(by_question.values()) == [["one", "* a fact"], ["! send it"], []]
    assert [q.state for q in whole.questions] == ["answered", "partly", "planned"]
    assert whole.notes_on(None) == ()
    assert whole.open_loops == 3, "the promise, the thanks and the debrief"
    assert (whole.used, whole.agreed) == (timedelta(minutes=25), timedelta(minutes=30))


def test_pauses_are_not_used_time_and_extensions_are_agreed(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=10)
    desks.live.pause(talk)
    later(desks, minutes=15)
    desks.live.start(talk)
    later(desks, minutes=20)
    desks.live.decide(talk, "go on", 10)
    later(desks, minutes=8)
    desks.live.end(talk)
    whole = desks.review.conversation(talk)
    assert (whole.used, whole.agreed) == (timedelta(minutes=38), timedelta(minutes=40))


def test_notes_without_a_question_stand_by_themselves(desks: Desks) -> None:
    talk = desks.plans.plan_with(a_contact(desks))
    desks.questions.remove(desks.questions.of(talk)[0].id)
    desks.live.jot(talk, "by the way")
    desks.live.end(talk)
    assert [n.text for n in desks.review.conversation(talk).notes_on(None)] == ["by the way"]


def test_a_plan_that_was_not_held_can_be_looked_at(desks: Desks) -> None:
    whole = desks.review.conversation(a_planned_interview(desks))
    assert (whole.used, whole.agreed, whole.notes) == (timedelta(0), timedelta(minutes=30), ())


def test_a_talk_that_is_gone_is_said(desks: Desks) -> None:
    with pytest.raises(NotFoundError):
        desks.review.conversation(9)


def test_a_talk_that_is_asked_for_stands_in_the_list_however_old_it_is(desks: Desks) -> None:
    many_talks(desks, 520)
    shown = [row.id for row in desks.review.conversations()]
    query = (
        "SELECT id FROM interview WHERE state IN ('held', 'closed') ORDER BY started_at, id LIMIT 1"
    )
    ((oldest,),) = desks.store.reading().execute(query).fetchall()
    assert (len(shown), oldest in shown) == (500, False)
    assert [row.id for row in desks.review.conversations(also=oldest)] == [*shown, oldest]
    assert [row.id for row in desks.review.conversations(also=shown[0])] == shown


def test_the_minutes_of_a_talk_are_the_same_everywhere_and_without_its_pauses(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=10, seconds=40)
    desks.live.pause(talk)
    later(desks, minutes=6)
    desks.live.start(talk)
    later(desks, minutes=5)
    desks.live.end(talk)
    shown = desks.review.conversation(talk)
    assert (shown.used.total_seconds(), shown.whole.total_seconds()) == (940, 1300)
    assert [row.minutes for row in desks.review.conversations()] == [15]
    history = desks.contacts.history(shown.interview.contact_id)
    assert [row.text for row in history if row.kind == "talk"] == ["held, 15 min"]
    whole = desks.histories.open("contact", shown.interview.contact_id)
    assert len(whole.keys("talk 15 min")) == 1
    assert desks.pictures.read().times.said.endswith("used 15.")

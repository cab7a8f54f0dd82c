"""The desk of the outcome: everybody met is told once, in order of debt, and whoever is met later joins."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.draft import Offer
from infotui.domain.errors import BadInputError, IllegalMoveError, InfotuiError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview, later, open_desks
from tests.fakes import ManualClock
from tests.services.reaching import stored, three
from tests.tries import tries


def names(desks: Desks) -> list[str]:
    return [row.name for row in desks.outcomes.queue()]


def settle_all(desks: Desks) -> None:
    for row in desks.outcomes.queue():
        if row.state == "due":
            desks.outcomes.told(row.id)


def test_everybody_met_is_to_be_told_within_five_working_days(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg")
    a_contact(desks, "never met")
    talk = a_held_interview(desks, contact_id=ana)
    desks.scheduling.add_person(talk, bo)
    assert desks.outcomes.current() is None
    assert desks.outcomes.progress() == (0, 0)
    desks.outcomes.record("job", "tests engineer at Southwind")
    assert names(desks) == ["Ana Alm", "Bo Berg"]
    # A Monday; the Monday after.
    assert {row.due for row in desks.outcomes.queue()} == {date(2026, 11, 30)}
    assert desks.outcomes.progress() == (0, 2)
    loops = [row for row in desks.followups.open_loops() if row.kind == "outcome"]
    assert [(row.contact, row.ball, row.due) for row in loops] == [
        ("Ana Alm", "me", date(2026, 11, 30)), ("Bo Berg", "me", date(2026, 11, 30)),
    ]  # fmt: skip
    desks.undo.take_back()
    assert desks.outcomes.queue() == []
    assert stored(desks, "SELECT count(*) FROM outcome_notice") == [(0,)]


def test_whoever_introduced_me_or_led_me_somewhere_is_told_and_the_archived_come_last(
    desks: Desks,
) -> None:
    who = three(desks)
    dee = a_contact(desks, "Dee Dahl", "", introduced_by="Cy Cole")
    made = desks.introductions.begin(who.ana, who.bo, "told", "they row")
    desks.introductions.move(made, "asked")
    desks.introductions.move(made, "contact made")
    a_held_interview(desks, "* they hire for curiosity", contact_id=dee)
    desks.outcomes.record("study")
    did = {row.name: row.did for row in desks.outcomes.queue()}
    assert did == {
        "Cy Cole": "introduced me to Dee Dahl, whom I met",
        "Dee Dahl": "told me: they hire for curiosity",
        "Ana Alm": "put me in touch with Bo Berg",
    }
    assert list(did) == ["Cy Cole", "Dee Dahl", "Ana Alm"]
    desks.contacts.archive(who.cy)
    assert names(desks) == ["Dee Dahl", "Ana Alm", "Cy Cole"]


def test_each_is_told_or_waived_with_a_reason_and_the_last_closes_it(desks: Desks) -> None:
    for name in ("Ana", "Bo"):
        a_held_interview(desks, contact_id=a_contact(desks, name))
    desks.outcomes.record("job")
    ana, bo = desks.outcomes.queue()
    desks.outcomes.told(ana.id)
    assert desks.outcomes.progress() == (1, 2)
    last = desks.touches.last(ana.contact_id)
    assert last is not None
    assert last.kind == "outcome"
    for refused in (lambda: desks.outcomes.told(ana.id), lambda: desks.outcomes.waive(ana.id, "x")):
        with pytest.raises(IllegalMoveError):
            refused()
    with pytest.raises(BadInputError) as refusal:
        desks.outcomes.waive(bo.id, "  ")
    assert refusal.value.field == "why"
    desks.outcomes.waive(bo.id, "no address any more")
    assert desks.outcomes.current() is None
    assert desks.outcomes.progress() == (2, 2)
    latest = desks.outcomes.latest()
    assert latest is not None
    assert latest.closed_at == desks.clock.now()
    desks.undo.take_back()  # opens it again
    assert desks.outcomes.progress() == (1, 2)
    assert [row.state for row in desks.outcomes.queue()] == ["told", "due"]
    desks.outcomes.told(bo.id)
    assert stored(desks, "SELECT count(*) FROM loop WHERE kind = 'outcome'") == [(0,)]
    with pytest.raises(NotFoundError):
        desks.outcomes.told(bo.id)
    desks.outcomes.record("direction")  # another search, another outcome
    assert desks.outcomes.progress() == (0, 2)


def test_one_at_a_time_which_can_be_changed_and_taken_back(desks: Desks) -> None:
    a_held_interview(desks)
    for refused in (lambda: desks.outcomes.record("fame"), lambda: desks.outcomes.change("fame")):
        with pytest.raises(BadInputError):
            refused()
    for none_open in (lambda: desks.outcomes.change("job"), desks.outcomes.withdraw):
        with pytest.raises(IllegalMoveError, match="No outcome is being told"):
            none_open()
    desks.outcomes.record("job", "at Southwind")
    with pytest.raises(IllegalMoveError, match="being told still, 1 person to go"):
        desks.outcomes.record("study")
    desks.outcomes.change("study", "physics")
    now = desks.outcomes.current()
    assert now is not None
    assert (now.kind, now.text) == ("study", "physics")
    desks.outcomes.withdraw()
    assert desks.outcomes.latest() is None
    desks.undo.take_back()
    assert desks.outcomes.current() == now


def test_one_that_somebody_knows_of_is_taken_back_with_a_trace(desks: Desks) -> None:
    for name in ("Ana", "Bo"):
        a_held_interview(desks, contact_id=a_contact(desks, name))
    desks.outcomes.record("job")
    desks.outcomes.told(desks.outcomes.queue()[0].id)
    desks.outcomes.withdraw()
    assert desks.outcomes.current() is None
    assert stored(desks, "SELECT state, why_not FROM outcome_notice ORDER BY id") == [
        ("told", ""), ("waived", "the outcome was taken back"),
    ]  # fmt: skip


def test_somebody_met_later_joins_however_it_came(desks: Desks) -> None:
    desks.outcomes.record("job")
    assert (names(desks), desks.outcomes.progress()) == ([], (0, 0))  # nobody yet: it stays open
    later(desks, days=1)
    talk = a_held_interview(desks, contact_id=a_contact(desks, "Ana"))
    assert names(desks) == ["Ana"]
    assert desks.outcomes.queue()[0].due == date(2026, 12, 1)
    desks.scheduling.add_person(talk, None, "Bo")
    assert names(desks) == ["Ana", "Bo"]
    desks.undo.take_back()
    assert names(desks) == ["Ana"]
    desks.past_talks.log("Cy", "yesterday", "30")
    assert sorted(names(desks)) == ["Ana", "Cy"]
    settle_all(desks)
    assert desks.outcomes.current() is None


def test_whoever_is_met_after_all_were_told_is_told_as_well_day_after_day(desks: Desks) -> None:
    a_held_interview(desks, contact_id=a_contact(desks, "Ana"))
    desks.outcomes.record("job")
    settle_all(desks)
    assert desks.outcomes.progress() == (1, 1)
    later(desks, days=3)
    desks.touches.log(1, "called")
    assert desks.outcomes.current() is None, "nobody new was met"
    desks.past_talks.log("Bo", "today", "30")
    assert (names(desks), desks.outcomes.progress()) == (["Ana", "Bo"], (1, 2))
    assert {row.due for row in desks.outcomes.queue() if row.state == "due"} == {date(2026, 12, 3)}
    assert [row.contact for row in desks.followups.open_loops() if row.kind == "outcome"] == ["Bo"]
    desks.undo.take_back()
    assert (desks.outcomes.current(), desks.outcomes.progress()) == (None, (1, 1))
    later(desks, days=30)
    desks.past_talks.log("Cy", "yesterday", "30")
    settle_all(desks)
    assert (desks.outcomes.current(), desks.outcomes.progress()) == (None, (2, 2))
    # The latest is the one that counts: of an earlier one nobody is told any more.
    desks.outcomes.record("study")
    settle_all(desks)
    later(desks, days=1)
    desks.past_talks.log("Dee", "today", "30")
    now = desks.outcomes.current()
    assert now is not None
    assert (now.kind, desks.outcomes.progress()) == ("study", (2, 3))
    # One that was taken back is told to nobody more.
    desks.outcomes.withdraw()
    desks.past_talks.log("Eli", "today", "30")
    assert desks.outcomes.current() is None


# What a person may do while an outcome is told; each is given the desks and two numbers.
def _talk(desks: Desks, which: int, _other: int) -> None:
    a_held_interview(desks, "* a finding", contact_id=which)


def _take_part(desks: Desks, which: int, other: int) -> None:
    held = stored(desks, "SELECT min(id) FROM interview WHERE state = 'held'")[0][0]
    desks.scheduling.add_person(held or 99, which if other % 2 else other)


def _take_out(desks: Desks, which: int, _other: int) -> None:
    held = stored(desks, "SELECT min(id) FROM interview WHERE state = 'held'")[0][0]
    desks.scheduling.remove_person(held or 99, which)


def _introduce(desks: Desks, which: int, other: int) -> None:
    made = desks.introductions.begin(which, other, "told", "")
    desks.introductions.move(made, "asked")
    desks.introductions.move(made, "contact made" if other % 2 else "declined")


def _told(desks: Desks, which: int, _other: int) -> None:
    rows = desks.outcomes.queue()
    desks.outcomes.told(rows[which % len(rows)].id if rows else 99)


def _waive(desks: Desks, which: int, _other: int) -> None:
    rows = desks.outcomes.queue()
    desks.outcomes.waive(rows[which % len(rows)].id if rows else 99, "why")


STEPS: tuple[Callable[[Desks, int, int], object], ...] = (
    _talk, _take_part, _take_out, _introduce, _told, _waive,
    lambda desks, which, _: desks.past_talks.log(f"New {which}", "yesterday", "20"),
    lambda desks, which, _: desks.contacts.archive(which),
    lambda desks, which, _: desks.contacts.delete(which),
    lambda desks, which, other: desks.merging.merge(which, other),
    lambda desks, _which, _: desks.outcomes.record("job"),
    lambda desks, _which, _: desks.outcomes.withdraw(),
    lambda desks, _which, _: desks.undo.take_back(),
    lambda desks, _which, _: desks.undo.take_back(),
)  # fmt: skip


def met(desks: Desks) -> set[int]:
    """Everybody met, asked for in another way than the program does."""
    found = {
        person.id
        for (talk,) in stored(desks, "SELECT id FROM interview WHERE state IN ('held', 'closed')")
        for person in desks.scheduling.people(talk)
    }
    made = stored(desks, "SELECT introducer_id FROM introduction WHERE state = 'contact made'")
    through = {
        desks.contacts.sheet(who).introducer_id
        for who in found
        if desks.contacts.sheet(who).introducer_id is not None
    }
    return found | {who for (who,) in made} | {who for who in through if who is not None}


@settings(max_examples=tries(40), deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 4), st.integers(1, 4)), max_size=14)
)
def test_everybody_met_has_exactly_one_notice_at_any_time(
    steps: list[tuple[Callable[[Desks, int, int], object], int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        desks = open_desks(Path(folder) / "notebook.db", ManualClock())
        try:
            for name in ("Ana", "Bo", "Cy", "Dee"):
                a_contact(desks, name, introduced_by="Ana" if name == "Dee" else "")
            desks.outcomes.record("job")
            for step, which, other in steps:
                later(desks, minutes=1)
                try:
                    step(desks, which, other)
                except InfotuiError:
                    continue
                if desks.outcomes.current() is None:
                    continue
                told = [row.contact_id for row in desks.outcomes.queue()]
                assert len(told) == len(set(told))
                assert met(desks) <= set(told)
                due = {r.contact_id for r in desks.outcomes.queue() if r.state == "due"}
                assert due <= met(desks)
        finally:
            desks.close()


def test_the_queue_and_the_draft_say_the_same_of_what_somebody_did(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm")
    esme = a_contact(desks, "Esme Tallow", introduced_by="Ana Alm")
    a_held_interview(desks, "< send me the reading list by fri", contact_id=ana)
    a_held_interview(desks, contact_id=esme)
    desks.promises.receive(1)
    desks.outcomes.record("job", "I begin at Southwind")
    clause = "introduced me to Esme Tallow, whom I met, and sent me the reading list"
    assert {row.name: row.did for row in desks.outcomes.queue()}["Ana Alm"] == clause
    for kind in ("outcome-mail", "in-touch-mail"):
        assert f"you {clause}." in desks.drafts.fill(Offer(kind, ana)).body
    a_held_interview(desks, "> Bo Berg · may mention: no", contact_id=esme)
    told = desks.drafts.fill(Offer("outcome-mail", ana)).body
    assert "you sent me the reading list." in told
    assert "Esme" not in told


def test_what_came_of_a_talk_came_of_all_who_took_part(desks: Desks) -> None:
    ana, carl = a_contact(desks, "Ana Alm"), a_contact(desks, "Carl Cox")
    talk = a_planned_interview(desks, ana, when="")
    desks.scheduling.add_person(talk, carl)
    desks.live.start(talk)
    desks.live.jot(talk, "& the pocket book of tones")
    desks.live.jot(talk, "* seems bitter about her boss, careful #person")
    later(desks, minutes=9)
    desks.live.end(talk)
    desks.outcomes.record("job")
    assert {row.did for row in desks.outcomes.queue()} == {"told me of the pocket book of tones"}
    for who in (ana, carl):
        told = desks.drafts.fill(Offer("outcome-mail", who)).body
        assert "you told me of the pocket book of tones." in told
        assert "bitter" not in told

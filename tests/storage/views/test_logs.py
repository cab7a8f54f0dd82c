"""A talk's log as it stands: every field as it was written, in order, without what was taken back."""

from datetime import timedelta

from infotui.domain.timer import Segment
from infotui.services.desks import Desks
from infotui.storage.views import logs, questions
from tests.builders import a_contact, a_planned_interview
from tests.fakes import START


def minute(number: int) -> timedelta:
    return timedelta(minutes=number)


def written(desks: Desks, talk: int, *entries: Segment) -> tuple[Segment, ...]:
    """Append entries to a log, and read it as the reading road does."""
    with desks.store.writing() as shelves:
        for entry in entries:
            shelves.interviews.append(talk, entry)
            shelves.flush()
        kept = shelves.interviews.log(talk)
    read = logs.of(desks.store.reading(), talk)
    assert read == kept, "both roads read the same log"
    return read


def test_every_entry_comes_back_as_it_was_written(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    number = questions.of(desks.store.reading(), talk)[1].id
    log = (
        Segment("arrived", START - minute(4)),
        Segment("run", START + timedelta(microseconds=1)),
        Segment("asked", START, question_id=number),
        Segment("shown", START + minute(20), mark="nudge 20"),
        Segment("decision", START + minute(30), "decide 30", "go on", 10),
        Segment("decision", START + minute(33), answer="hard stop", stop_at=START + minute(45)),
        Segment("gap", START + minute(3), since=START + minute(34)),
        Segment("gap", START + minute(4), answer="left out", since=START + minute(34)),
        Segment("resume asked", START + minute(5)),
        Segment("asked", START + minute(6)),
        Segment("pause", START + minute(7)),
        Segment("end", START + minute(8)),
    )
    assert written(desks, talk, *log) == log


def test_the_order_is_that_of_writing_not_of_the_clock(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    log = (Segment("run", START), Segment("pause", START - minute(60)), Segment("run", START))
    assert written(desks, talk, *log) == log


def test_what_was_taken_back_does_not_stand(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    log = written(
        desks,
        talk,
        Segment("run", START),
        Segment("pause", START + minute(5)),
        Segment("taken back", START + minute(6), mark="pause", since=START + minute(5)),
    )
    assert log == (Segment("run", START),)
    kept = desks.store.reading().execute("SELECT kind FROM segment ORDER BY id").fetchall()
    assert kept == [("run",), ("pause",), ("taken back",)], "nothing is ever taken out of the log"


def test_each_talk_has_a_log_of_its_own(desks: Desks) -> None:
    one = a_planned_interview(desks, a_contact(desks, "Li Wei"))
    other = a_planned_interview(desks, 1)
    written(desks, one, Segment("run", START))
    assert logs.of(desks.store.reading(), other) == ()
    assert logs.of(desks.store.reading(), 99) == ()


def test_a_question_that_is_removed_leaves_its_time_in_the_log(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    number = questions.of(desks.store.reading(), talk)[0].id
    written(desks, talk, Segment("run", START), Segment("asked", START, question_id=number))
    desks.store.reading().execute("DELETE FROM question WHERE id = ?", (number,))
    assert logs.of(desks.store.reading(), talk)[1] == Segment("asked", START)

"""Typing up: each line lands under its question, all of it can be taken back, no word is lost."""

from datetime import UTC, datetime
from typing import Any

import pytest

from infotui.domain.errors import IllegalMoveError, ReadOnlyError
from infotui.domain.kept import typed_up
from infotui.services.desks import Desks
from tests.builders import (
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    clock_of,
    later,
    open_desks,
    reopened,
)
from tests.fakes import ManualClock
from tests.services.reaching import living_in

# A plan of the builders: two questions of one's own (1, 2) and the one of the close (3).
TYPED = """\
nice office
2 began in testing
then maps
3 > Jane Doe, fuel cells
! send the report
1 12 people
99 problems
"""


def rows(desks: Desks, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in desks.store.reading().execute(query)]


def landed(desks: Desks, interview_id: int) -> list[tuple[int | None, str]]:
    """Give every note with the number of its question."""
    positions = {q.id: q.position for q in desks.plans.questions(interview_id)}
    talk = desks.review.conversation(interview_id)
    return [(positions.get(n.question_id or 0), n.text) for n in talk.notes]


def states(desks: Desks, interview_id: int) -> list[str]:
    return [q.state for q in desks.plans.questions(interview_id)]


def typed_words(desks: Desks, interview_id: int) -> str:
    return desks.typing_up.sheet(interview_id).text


def a_paper_talk(desks: Desks) -> int:
    """A planned talk that took place with the plan on paper, today at noon in Berlin."""
    interview_id = a_planned_interview(desks, when="today 12:00")
    later(desks, hours=3)
    return desks.past_talks.hold(interview_id, "", "25")


def test_each_line_lands_under_its_question_and_is_caught(desks: Desks) -> None:
    talk = a_paper_talk(desks)
    assert desks.typing_up.keep(talk, TYPED) == 7
    assert landed(desks, talk) == [
        (None, "nice office"),
        (2, "began in testing"),
        (2, "then maps"),
        (3, "> Jane Doe, fuel cells"),
        (3, "! send the report"),
        (1, "12 people"),
        (1, "99 problems"),
    ]
    assert rows(desks, "SELECT name, why FROM lead") == [("Jane Doe", "fuel cells")]
    assert rows(desks, "SELECT whose, text FROM promise") == [("mine", "send the report")]
    assert states(desks, talk) == ["answered"] * 3


def test_notes_are_dated_at_the_end_of_the_talk_and_due_days_count_from_it(desks: Desks) -> None:
    talk = a_held_interview(desks, minutes=25)
    ended = desks.plans.sheet(talk).interview.ended_at
    later(desks, days=10)
    desks.typing_up.keep(talk, "! send the report by fri\n> Jane Doe")
    assert {note.at for note in desks.review.conversation(talk).notes} == {ended}
    assert rows(desks, "SELECT due FROM promise") == [("2026-11-27",)]
    assert rows(desks, "SELECT due FROM lead") == [("2026-11-30",)]


def test_a_lead_that_is_typed_up_is_due_as_one_of_the_talk_itself_days_off_counted(
    desks: Desks,
) -> None:
    clock_of(desks).set(datetime(2026, 12, 23, 10, 0, tzinfo=UTC))
    there = living_in(desks, country="DE")
    talk = a_held_interview(there, "> Jane Doe")
    there.typing_up.keep(talk, "> Bo Berg")
    # Christmas Day falls on a Friday; a week of working days ends on the last of the year.
    assert rows(there, "SELECT due FROM lead") == [("2026-12-31",), ("2026-12-31",)]


def test_a_question_that_was_settled_stays_as_it_was(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.settle_and_go_on(talk, "partly")
    desks.live.settle_and_go_on(talk, "skipped")
    desks.live.end(talk)
    before = states(desks, talk)
    assert {"partly", "skipped"} <= set(before)
    desks.typing_up.keep(talk, "\n".join(f"{n} words" for n in (1, 2, 3)))
    wanted = [was if was in {"partly", "skipped"} else "answered" for was in before]
    assert states(desks, talk) == wanted


def test_all_of_it_is_taken_back_at_once_and_the_words_wait_again(desks: Desks) -> None:
    talk = a_paper_talk(desks)
    before = states(desks, talk)
    desks.typing_up.keep(talk, TYPED + "? the merger #odd")
    assert len(desks.plans.questions(talk)) == 4
    assert desks.undo.take_back() == "8 notes, the words wait in w again"
    assert landed(desks, talk) == []
    assert states(desks, talk) == before
    for table in ("lead", "promise", "note_tag"):
        assert rows(desks, f"SELECT * FROM {table}") == []
    assert typed_words(desks, talk) == TYPED + "? the merger #odd"
    assert desks.typing_up.keep(talk, typed_words(desks, talk)) == 8


def test_taking_back_leaves_what_was_typed_since(desks: Desks) -> None:
    talk = a_paper_talk(desks)
    desks.typing_up.keep(talk, "2 one\n3 two")
    (first, _second) = desks.review.conversation(talk).notes
    desks.live.rewrite(first.id, "")
    desks.scribe.keep(typed_up(desks.plans.sheet(talk).interview.uuid), "more")
    assert "note" in (desks.undo.take_back() or "")  # the emptied one is a step of its own
    assert [text for _, text in landed(desks, talk)] == ["one", "two"]
    desks.undo.take_back()
    assert landed(desks, talk) == []
    assert typed_words(desks, talk) == "more"


def test_kept_words_wait_no_longer(desks: Desks) -> None:
    talk = a_paper_talk(desks)
    place = desks.typing_up.sheet(talk).place
    desks.scribe.keep(place, "2 one")
    assert typed_words(desks, talk) == "2 one"
    desks.typing_up.keep(talk, "2 one")
    assert typed_words(desks, talk) == ""
    again = reopened(desks)
    assert again.typing_up.sheet(talk).text == ""
    again.close()


@pytest.mark.parametrize("text", ["", "  \n \n", "2\n3)"])
def test_lines_without_words_make_no_notes(desks: Desks, text: str) -> None:
    talk = a_paper_talk(desks)
    before = states(desks, talk)
    assert desks.typing_up.keep(talk, text) == 0
    assert (landed(desks, talk), states(desks, talk)) == ([], before)
    assert desks.undo.take_back() != "0 notes"


def test_before_the_talk_nothing_can_be_typed_up(desks: Desks) -> None:
    planned = a_planned_interview(desks)
    for refused in (desks.typing_up.sheet, lambda i: desks.typing_up.keep(i, "2 one")):
        with pytest.raises(IllegalMoveError, match="scheduled"):
            refused(planned)
    assert rows(desks, "SELECT * FROM note") == []


def test_a_closed_talk_opens_again_only_when_something_is_owed_of_it(desks: Desks) -> None:
    talk = a_paper_talk(desks)
    for loop in desks.followups.open_loops():
        desks.followups.done(loop)
    db = desks.store.reading()
    db.execute("DELETE FROM debrief")
    db.execute("UPDATE interview SET state = 'closed'")
    desks.typing_up.keep(talk, "2 one")
    assert rows(desks, "SELECT state FROM interview") == [("closed",)]
    desks.typing_up.keep(talk, "! send it")
    assert rows(desks, "SELECT state FROM interview") == [("held",)]
    desks.undo.take_back()
    assert rows(desks, "SELECT state FROM interview") == [("closed",)]


def test_a_second_program_keeps_nothing_and_loses_nothing(desks: Desks, clock: ManualClock) -> None:
    talk = a_paper_talk(desks)
    other = open_desks(desks.store.path, clock)
    with pytest.raises(ReadOnlyError):
        other.typing_up.keep(talk, "2 one")
    other.close()
    assert landed(desks, talk) == []

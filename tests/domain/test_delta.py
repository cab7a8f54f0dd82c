"""What an earlier talk left to ask: which rows, in which order, and words that can be said aloud."""

from datetime import timedelta

import pytest

from infotui.domain.delta import (
    DELTA_KINDS,
    MOST,
    Earlier,
    Facing,
    Learned,
    Promised,
    Unasked,
    delta,
    marked,
)
from infotui.domain.note import FINDING_KINDS
from tests.fakes import START

FACING = Facing("Northwind", "energy", ("Ana Brightwater", "Ana", "Ben"), ("Li Wei", "Li", "Wei"))


def talk(number: int = 1, *, days_ago: int = 10, **more: object) -> Earlier:
    base = Earlier(
        interview_id=number, contact="Ana Brightwater", when=START - timedelta(days=days_ago),
        same_person=False, same_place=True, organization_id=7, field="energy",
    )  # fmt: skip
    return base._replace(**more)  # type: ignore[arg-type]


THEIRS, OWN = talk(), talk(2, contact="Li Wei", same_person=True)

SAID_TO_OTHERS = [
    (Learned(1, "career", "half the week is talking, says Ana", THEIRS),
     "I heard this about the work here: half the week is talking. How is that for you?"),
    (Learned(1, "employer", "she hires for curiosity.", THEIRS),
     "I heard this about Northwind: somebody hires for curiosity. "
     "How does it look from where you are?"),
    (Learned(1, "market", "only makers grow", THEIRS),
     "I heard this about energy: only makers grow. How well does it fit what you see?"),
    (Learned(1, "person", "Ana answers short mails only", THEIRS),
     "Whom should I get to know at Northwind, and how does one best reach them?"),
]  # fmt: skip
SAID_TO_THEM = [
    (Learned(1, "career", "half the week is talking", OWN),
     "Last time I took this home about your work: half the week is talking. Is it still like that?"),
    (Learned(1, "employer", "she hires for curiosity.", OWN),
     "Last time I noted this about Northwind: you hire for curiosity. What has changed since?"),
    (Learned(1, "opening", "somebody leaves in spring", OWN),
     "Last time you mentioned this: somebody leaves in spring. What has become of it?"),
]  # fmt: skip
PROMISES = [
    ("mine", OWN, "Send her the write-up.",
     "I said that I would send you the write-up, and still owe it. How useful is it to you now?"),
    ("theirs", OWN, "dig out the syllabus",
     "Last time you offered to dig out the syllabus. How could I make that easy for you?"),
    ("theirs", OWN, "she digs out the syllabus",
     "Last time you offered to dig out the syllabus. How could I make that easy for you?"),
    ("mine", THEIRS, "send Ana the write-up",
     "I told somebody here that I would send somebody the write-up. "
     "Would that be of use to you as well?"),
    ("theirs", THEIRS, "introduce me to Ben",
     "Could you perhaps introduce me to somebody, or tell me who could?"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "question"), SAID_TO_OTHERS + SAID_TO_THEM)
def test_what_was_learned_is_asked_aloud(found: Learned, question: str) -> None:
    (row,) = delta([found], [], [], FACING)
    assert (row.kind, row.key, row.question) == ("learned", "finding 1", question)
    assert (row.text, row.who, row.when) == (found.text, found.talk.contact, found.talk.when)


@pytest.mark.parametrize(("whose", "of", "text", "question"), PROMISES)
def test_an_open_promise_is_asked_aloud(whose: str, of: Earlier, text: str, question: str) -> None:
    (row,) = delta([], [Promised(4, whose, text, of)], [], FACING)
    assert (row.kind, row.key) == (f"{'my' if whose == 'mine' else 'their'} promise", "promise 4")
    assert row.question == question


@pytest.mark.parametrize("kind", FINDING_KINDS)
@pytest.mark.parametrize("of", [THEIRS, OWN])
def test_every_kind_of_finding_becomes_a_question(kind: str, of: Earlier) -> None:
    (row,) = delta([Learned(1, kind, "brace {place} and %s", of)], [], [], FACING)
    assert row.question.endswith("?")
    assert "Ana" not in row.question
    assert kind == "person" or "brace {place} and %s" in row.question


def test_findings_of_the_same_field_count_only_where_two_are_at_odds() -> None:
    far = talk(3, contact="Ben", same_place=False, organization_id=9, days_ago=5)
    rows = delta(
        [Learned(2, "gap", "two of six have a doctorate", far),
         Learned(1, "gap", "without a doctorate you stay on short contracts, says Ana", THEIRS)],
        [], [], FACING,
    )  # fmt: skip
    assert [row.key for row in rows] == ["finding 1", "findings 1 2"]
    assert rows[1].question == (
        "I heard two things: without a doctorate you stay on short contracts; but also: "
        "two of six have a doctorate. Which is closer to what you see?"
    )
    assert (rows[1].who, rows[1].when) == ("Ana Brightwater · Ben", far.when)


def test_their_own_finding_is_set_against_what_was_heard_elsewhere() -> None:
    again = talk(3, contact="Li Wei", same_person=True, days_ago=1)
    odd = ("no night shifts here", "night shifts one week in six")
    rows = delta([Learned(1, "career", odd[0], OWN), Learned(2, "career", odd[1], THEIRS)],
                 [], [], FACING)  # fmt: skip
    assert rows[-1].question == (
        "You told me this: no night shifts here. Elsewhere I heard: night shifts one week in six. "
        "What explains it?"
    )
    rows = delta([Learned(1, "career", odd[0], OWN), Learned(2, "career", odd[1], again)],
                 [], [], FACING)  # fmt: skip
    assert rows[-1].question == (
        "You told me this: no night shifts here; and another time: night shifts one week in six. "
        "What lies between the two?"
    )


@pytest.mark.parametrize("other", [
    Learned(2, "career", "night shifts one week in six", THEIRS),  # the same talk
    Learned(2, "employer", "night shifts one week in six", talk(3)),  # of another kind
    Learned(2, "career", "night shifts one week in six",
            talk(3, organization_id=None, field="", same_place=False)),  # about something else
])  # fmt: skip
def test_not_every_two_findings_are_set_against_each_other(other: Learned) -> None:
    rows = delta([Learned(1, "career", "no night shifts here", THEIRS), other], [], [], FACING)
    assert "at odds" not in {row.kind for row in rows}


def test_a_must_that_was_skipped_twice_is_offered_once() -> None:
    older, newer = talk(1, days_ago=20), talk(2, days_ago=3)
    rows = delta([], [], [
        Unasked(1, "How did Ana begin?", "begin", "How did you begin?", older),
        Unasked(5, "How did you begin?", "begin", "How did you begin?", newer),
        Unasked(6, "Why  so?", "", "Why so?", older),
        Unasked(7, "why so?", "", "Why so?", newer),
    ], FACING)  # fmt: skip
    assert [(row.key, row.bank_id) for row in rows] == [("question 5", "begin"), ("question 7", "")]
    assert {row.kind for row in rows} == {"must skipped"}


def test_rows_come_by_kind_the_newest_first_and_not_too_many() -> None:
    talks = [talk(n, days_ago=n) for n in range(1, 31)]
    rows = delta(
        [Learned(t.interview_id, "career", "talking", t) for t in reversed(talks)],
        [Promised(t.interview_id, whose, "x y", t) for t in talks for whose in ("mine", "theirs")],
        [Unasked(t.interview_id, f"q {t.interview_id}", "", "q?", t) for t in talks],
        FACING,
    )
    kinds = [row.kind for row in rows]
    assert kinds == sorted(kinds, key=DELTA_KINDS.index)
    for kind in ("learned", "my promise", "their promise", "must skipped"):
        of_kind = [row.interview_id for row in rows if row.kind == kind]
        assert of_kind == list(range(1, MOST[kind] + 1))


def test_what_stands_in_the_plan_is_marked() -> None:
    rows = delta([Learned(1, "career", "talking", OWN)], [],
                 [Unasked(2, "a?", "begin", "A?", OWN), Unasked(3, "b?", "", "B?", OWN)],
                 FACING)  # fmt: skip
    assert [row.taken for row in marked(rows, {}, {})] == [None] * 3

    wordings = {rows[0].question.casefold(): 11, "b?": 13}
    assert [row.taken for row in marked(rows, {"begin": 12}, wordings)] == [11, 12, 13]

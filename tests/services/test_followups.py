"""The desk of follow-up: each loop closes in its own way, and the closing can be taken back."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from infotui.domain.draft import Offer
from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.loop import DONE_WORD, LoopRow
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, clock_of, later
from tests.services.reaching import Three, living_in, three

TABLES = {
    "thank-you": "thank_you",
    "debrief": "debrief",
    "my promise": "promise",
    "their promise": "promise",
    "lead": "lead",
}


UNDONE = {
    "thank-you": "the thank-you mail to Amina Patel sent",
    "debrief": "the debrief let rest",
    "my promise": "“send it” kept",
    "their promise": "“an address” received",
    "lead": "“Jane Doe” followed",
}


def loop_of(desks: Desks, kind: str) -> LoopRow:
    return next(row for row in desks.followups.open_loops() if row.kind == kind)


def standing(desks: Desks) -> list[LoopRow]:
    """The open loops, whatever day it is."""
    return [row._replace(waited=0, days=0, due_in=None) for row in desks.followups.open_loops()]


@pytest.mark.parametrize(
    ("kind", "word"), [(kind, word) for kind, word in DONE_WORD.items() if kind in TABLES]
)
def test_a_loop_closes_in_its_own_way_and_opens_again(desks: Desks, kind: str, word: str) -> None:
    a_held_interview(desks, "! send it", "< an address", "> Jane Doe")
    before = standing(desks)
    (row,) = (row for row in before if row.kind == kind)
    state = f"SELECT state, settled_at FROM {TABLES[kind]} WHERE id = ?"
    read = desks.store.reading().execute
    was = read(state, (row.id,)).fetchone()
    later(desks, days=1)

    assert desks.followups.done(row) == word
    assert read(state, (row.id,)).fetchone() == (word, "2026-11-24T10:25:00.000000Z")
    assert standing(desks) == [other for other in before if other != row]

    assert desks.undo.take_back() == UNDONE[kind]
    assert read(state, (row.id,)).fetchone() == was
    assert standing(desks) == before


def test_a_loop_says_since_how_many_working_days_it_stands(desks: Desks) -> None:
    a_held_interview(desks, "< an address")
    clock_of(desks).set(datetime(2026, 11, 27, 23, 30, tzinfo=UTC))  # Saturday here
    assert {row.waited for row in desks.followups.open_loops()} == {4}
    assert {row.waited for row in living_in(desks, country="US").followups.open_loops()} == {3}


def test_an_introduction_takes_its_next_step_and_the_ball_goes_round(desks: Desks) -> None:
    who = three(desks)
    made = desks.introductions.begin(who.ana, who.bo, "copied")
    seen = []
    for _ in range(3):
        row = loop_of(desks, "introduction")
        seen.append((row.ball, row.text, row.contact, desks.followups.done(row)))
    assert seen == [
        ("me", "Ask Ana Alm to introduce you to Bo Berg", "Ana Alm", "asked"),
        ("introducer", "Ana Alm to introduce you to Bo Berg", "Ana Alm", "contact made"),
        ("me", "Write to Bo Berg, now that Ana Alm has made the contact", "Bo Berg", "followed up"),
    ]
    assert desks.followups.open_loops() == []
    for state in ("contact made", "asked", "draft"):
        desks.undo.take_back()
        assert desks.introductions.one(made).state == state


def test_an_answer_is_asked_for_and_only_the_latest_message_waits_for_one(desks: Desks) -> None:
    who = three(desks)
    desks.outreach.log(who.bo, "e-mail")
    later(desks, days=4)
    second = desks.outreach.log(who.bo, "telephone").id
    (row,) = desks.followups.open_loops()
    assert (row.id, row.ball, row.text, row.contact_id) == (
        second, "them", "Answer of Bo Berg", who.bo
    )  # fmt: skip
    with pytest.raises(BadInputError, match="yes, no, later, none"):
        desks.followups.done(row)
    assert desks.followups.done(row, "later") == "answered"
    assert desks.followups.open_loops() == []


def test_a_country_that_is_not_known_is_said_once_it_matters(desks: Desks) -> None:
    there = living_in(desks, country="XX")
    assert (there.followups.open_loops(), there.followups.complaint()) == ([], "")
    there.introductions.begin(a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg"))
    later(desks, days=1)
    assert loop_of(there, "introduction").waited == 1
    assert there.followups.complaint().startswith("No holidays are known for the country “XX”")
    assert there.followups.complaint() == ""


# Two weeks with Thanksgiving on Thursday 26, worked out by hand: on the morning of each day the ball,
# the working days since, the due day and the remark of the one introduction and the one outreach.
# Asked on the 23rd, 5 working days: 24 25 27 30 1. Written on the 23rd, 3 working days: 24 25 27.
# Written again on the 30th: 7 days after the first are 24 25 27 30 1 2 3, and 3 after it 1 2 3.
# Reminded on the 2nd: 3 4 7 8 9. The contact was made on Friday the 4th, so my move is on Monday.
NOV, DEC = 11, 12
LET_GO = "telephone · let it rest, or one last try"
TABLE: list[tuple[tuple[int, int], tuple[object, ...] | None, tuple[object, ...] | None]] = [
    ((NOV, 24), ("introducer", 1, (DEC, 1), "wait until 1 Dec"), (1, (NOV, 27), "e-mail · wait until Fri")),
    ((NOV, 25), ("introducer", 2, (DEC, 1), "wait until Tue"), (2, (NOV, 27), "e-mail · wait until Fri")),
    ((NOV, 26), ("introducer", 2, (DEC, 1), "wait until Tue"), (2, (NOV, 27), "e-mail · wait until Fri")),
    ((NOV, 27), ("introducer", 3, (DEC, 1), "wait until Tue"), (3, (NOV, 27), "e-mail · one follow-up is fair")),
    ((NOV, 28), ("introducer", 3, (DEC, 1), "wait until Tue"), (3, (NOV, 27), "e-mail · one follow-up is fair")),
    ((NOV, 29), ("introducer", 3, (DEC, 1), "wait until Tue"), (3, (NOV, 27), "e-mail · one follow-up is fair")),
    ((NOV, 30), ("introducer", 4, (DEC, 1), "wait until Tue"), (4, (NOV, 27), "e-mail · one follow-up is fair")),
    ((DEC, 1), ("introducer", 5, (DEC, 1), "a gentle reminder is fair"), (1, (DEC, 3), "telephone · wait until Thu")),
    ((DEC, 2), ("introducer", 6, (DEC, 1), "a gentle reminder is fair"), (2, (DEC, 3), "telephone · wait until Thu")),
    ((DEC, 3), ("introducer", 1, (DEC, 9), "reminded once · wait until Wed"), (3, (DEC, 3), LET_GO)),
    ((DEC, 4), ("introducer", 2, (DEC, 9), "reminded once · wait until Wed"), (4, (DEC, 3), LET_GO)),
    ((DEC, 5), ("me", 0, (DEC, 7), ""), (4, (DEC, 3), LET_GO)),
    ((DEC, 6), ("me", 0, (DEC, 7), ""), (4, (DEC, 3), LET_GO)),
    ((DEC, 7), ("me", 1, (DEC, 7), ""), (5, (DEC, 3), LET_GO)),
    ((DEC, 8), None, None),
]  # fmt: skip


def in_the_evenings(desks: Desks, who: Three) -> dict[tuple[int, int], Callable[[], object]]:
    """What I do in these two weeks, each on the evening of its day."""
    introduction = desks.introductions.begin(who.ana, who.bo, "told")
    step = desks.introductions.move

    def end_it() -> None:
        for row in desks.followups.open_loops():
            desks.followups.done(row, "none" if row.kind == "outreach" else "")

    step(introduction, "asked")
    desks.outreach.log(who.cy, "e-mail")
    return {
        (NOV, 30): lambda: desks.outreach.log(who.cy, "telephone"),
        (DEC, 2): lambda: desks.introductions.remind(introduction),
        (DEC, 4): lambda: step(introduction, "contact made"),
        (DEC, 7): end_it,
    }


def test_two_weeks_with_a_holiday_day_by_day(desks: Desks) -> None:
    there = living_in(desks, country="US")
    evenings = in_the_evenings(there, three(desks))
    for (month, day), introduction, outreach in TABLE:
        clock_of(desks).set(datetime(2026, month, day, 7, 0, tzinfo=UTC))
        seen = {
            row.kind: (row.ball, row.waited, row.due and (row.due.month, row.due.day), row.remark)
            for row in there.followups.open_loops()
        }
        assert seen.get("introduction") == introduction, (month, day)
        assert seen.get("outreach") == (outreach and ("them", *outreach)), (month, day)
        clock_of(desks).set(datetime(2026, month, day, 18, 0, tzinfo=UTC))
        evenings.get((month, day), lambda: None)()


def test_one_side_can_be_asked_for(desks: Desks) -> None:
    a_held_interview(desks, "! send it", "< an address")
    assert {row.ball for row in desks.followups.open_loops("me")} == {"me"}
    assert [row.text for row in desks.followups.open_loops("them")] == ["an address"]


def test_the_day_is_the_day_here(desks: Desks) -> None:
    clock_of(desks).set(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert desks.followups.today() == date(2026, 11, 24)


def test_the_figures_follow_what_is_held(desks: Desks) -> None:
    assert desks.followups.figures().held == 0
    a_held_interview(desks, "* a fact")
    figures = desks.followups.figures()
    assert (figures.contacts, figures.held, figures.findings) == (1, 1, (("career", 1),))


OTHER_WAYS = [
    ("my promise", "withdrawn", "promise", ("withdrawn", "a word why")),
    ("their promise", "let go", "promise", ("let go", "a word why")),
    ("lead", "not pursuing", "lead", ("note due", "a word why")),
]


@pytest.mark.parametrize(("kind", "answer", "table", "became"), OTHER_WAYS)
def test_another_way_out_keeps_a_word_why_and_can_be_taken_back(
    desks: Desks, kind: str, answer: str, table: str, became: tuple[str, str]
) -> None:
    a_held_interview(desks, "! send it", "< an address", "> Jane Doe")
    row = loop_of(desks, kind)
    before = standing(desks)
    query = f"SELECT state, why_not FROM {table} WHERE id = ?"
    read = desks.store.reading().execute
    assert desks.followups.done(row, answer, " a word\nwhy ") == answer
    assert read(query, (row.id,)).fetchone() == became
    desks.undo.take_back()
    assert standing(desks) == before
    assert read(query, (row.id,)).fetchone()[1] == ""


def test_a_dropped_lead_owes_a_kind_word_until_it_is_sent_or_waived(desks: Desks) -> None:
    a_held_interview(desks, "> Jane Doe")
    desks.followups.done(loop_of(desks, "lead"), "not pursuing", "too far")
    row = loop_of(desks, "courtesy")
    assert (row.text, row.due, row.remark) == (
        "Tell them that you will not follow up on Jane Doe", date(2026, 11, 24), "too far"
    )  # fmt: skip
    with pytest.raises(BadInputError, match="sent, waived"):
        desks.followups.done(row)
    with pytest.raises(BadInputError, match="why no note is needed"):
        desks.followups.done(row, "waived")
    assert desks.followups.done(row, "waived", "told them by telephone") == "waived"
    read = desks.store.reading().execute
    assert read("SELECT state, courtesy, why_not FROM lead").fetchone() == (
        "closed", "waived", "too far · no note: told them by telephone"
    )  # fmt: skip
    desks.undo.take_back()
    assert loop_of(desks, "courtesy") == row


def test_what_is_closed_already_is_refused_and_nothing_changes(desks: Desks) -> None:
    a_held_interview(desks)
    row = loop_of(desks, "thank-you")
    desks.followups.done(row)
    with pytest.raises(IllegalMoveError, match="closed by now"):
        desks.followups.done(row)
    assert desks.undo.take_back() == UNDONE["thank-you"]
    assert loop_of(desks, "thank-you") == row, "there was one step to take back"


def test_a_story_tells_the_line_the_question_and_the_drafts(desks: Desks) -> None:
    talk = a_held_interview(desks, "! send it")
    promise = desks.followups.story(loop_of(desks, "my promise"))
    assert promise.behind is not None
    assert (promise.behind.note, promise.drafts) == ("! send it", ())
    desks.drafts.take_up(Offer("confirmation", 1, talk))
    thanks = desks.followups.story(loop_of(desks, "thank-you"))
    assert (thanks.behind, [draft.kind for draft in thanks.drafts]) == (None, ["confirmation"])


def test_the_due_day_is_told_in_working_days(desks: Desks) -> None:
    a_held_interview(desks, "! send it by fri")
    assert loop_of(desks, "my promise").due_in == 4
    later(desks, days=5)  # Saturday
    assert (loop_of(desks, "my promise").due_in, loop_of(desks, "my promise").days) == (0, 5)
    later(desks, days=2)
    assert loop_of(desks, "my promise").due_in == -1


def test_loops_are_found_by_organization_and_field(desks: Desks) -> None:
    a_held_interview(desks, contact_id=a_contact(desks, "Zoë", "Südwind", field="wind power"))
    a_held_interview(desks, contact_id=a_contact(desks, "Bo"))
    for needle in ("sudwind", "WIND power", "zoe debrief"):
        assert {row.contact for row in desks.followups.open_loops(needle=needle)} == {"Zoë"}
    assert desks.followups.losing() == []

"""The desk of outreach: what was written, what came back, what moves along, and what is fair by now."""

from datetime import UTC, date, datetime, timedelta

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_planned_interview, clock_of, later, reopened
from tests.fakes import START
from tests.services.reaching import dump, living_in, stored, three


def state_of(desks: Desks, interview_id: int) -> str:
    ((state,),) = stored(desks, "SELECT state FROM interview WHERE id = ?", interview_id)
    return str(state)


def test_what_was_sent_is_kept_with_the_day_on_which_more_is_fair(desks: Desks) -> None:
    who = three(desks)
    sent = desks.outreach.log(who.bo, "e-mail", words="about the turbines\nand a walk")
    assert sent.moved == ()
    row = reopened(desks).outreach.one(sent.id)
    assert (row.contact, row.channel, row.path, row.sent_at, row.due, row.answer, row.words) == (
        "Bo Berg", "e-mail", "cold", START, date(2026, 11, 26), "", "about the turbines\nand a walk",
    )  # fmt: skip


def test_when_is_understood_as_a_past_moment(desks: Desks) -> None:
    who = three(desks)
    sent = desks.outreach.log(who.bo, "tel", "last fri 15:00").id
    row = desks.outreach.one(sent)
    assert (row.channel, row.sent_at) == ("telephone", datetime(2026, 11, 20, 14, 0, tzinfo=UTC))
    assert (row.due, row.waited) == (date(2026, 11, 25), 1)
    before = dump(desks)
    for field, values in {
        "when": ("e-mail", "tomorrow"), "channel": ("pigeon", ""), "path": ("e-mail", "", "tepid"),
        "words": ("e-mail", "", "", "x" * 100_001),
    }.items():  # fmt: skip
        with pytest.raises(BadInputError) as refused:
            desks.outreach.log(who.bo, *values)
        assert refused.value.field == field
    with pytest.raises(NotFoundError):
        desks.outreach.log(99, "e-mail", path="cold")
    assert dump(desks) == before


def test_the_path_is_warm_when_somebody_stands_behind_it(desks: Desks) -> None:
    who = three(desks)
    desk = desks.outreach
    assert desk.likely_path(who.bo) == "cold"
    made = desks.introductions.begin(who.ana, who.bo)
    assert (desk.likely_path(who.bo), desk.likely_path(who.ana)) == ("cold", "cold")
    desks.introductions.move(made, "asked")
    assert (desk.likely_path(who.bo), desk.likely_path(who.ana)) == ("warm", "cold")
    desks.introductions.move(made, "declined")
    assert desk.likely_path(who.bo) == "cold"
    noted = a_contact(desks, "Dee Dahl", introduced_by="Ana Alm")
    assert desk.one(desk.log(noted, "letter").id).path == "warm"
    assert desk.one(desk.log(noted, "letter", path="c").id).path == "cold"


def test_an_idea_is_requested_by_it_and_both_are_taken_back_at_once(desks: Desks) -> None:
    who = three(desks)
    talk = a_planned_interview(desks, who.bo, when="")
    assert desks.outreach.meant_interview(who.bo) == talk
    sent = desks.outreach.log(who.bo, "letter", interview_id=talk)
    assert sent.moved == ("the interview is requested now",)
    assert state_of(desks, talk) == "requested"
    assert desks.undo.take_back() == "the letter to Bo Berg"
    assert (state_of(desks, talk), desks.outreach.of_contact(who.bo)) == ("idea", [])


def test_what_cannot_be_taken_back_whole_stays_whole(desks: Desks) -> None:
    who = three(desks)
    talk = a_planned_interview(desks, who.bo, when="")
    desks.outreach.log(who.bo, "letter", interview_id=talk)
    living_in(desks).scheduling.set_time(talk, "thu 15:00")
    before = dump(desks)
    with pytest.raises(IllegalMoveError, match="scheduled by now"):
        desks.undo.take_back()
    assert dump(desks) == before


def test_a_contact_that_was_made_is_followed_up_by_writing(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    made = desk.begin(who.ana, who.bo)
    desk.move(made, "asked")
    desk.move(made, "contact made")
    assert desks.outreach.log(who.bo, "e-mail").moved == ("the introduction is followed up",)
    assert desk.one(made).state == "followed up"
    assert {(row.kind, row.ball) for row in desks.followups.open_loops()} == {("outreach", "them")}
    desks.undo.take_back()
    assert desk.one(made).state == "contact made"


@pytest.mark.parametrize(
    ("answer", "began", "became", "said"),
    [
        ("yes", "requested", "agreed", ("the interview is agreed now",)),
        ("no", "requested", "declined", ("the interview is declined now",)),
        ("none", "requested", "no reply", ("the interview stands at no reply",)),
        ("later", "requested", "requested", ()),
        ("yes", "scheduled", "scheduled", ()),
        ("none", "scheduled", "scheduled", ()),
    ],
)
def test_an_answer_closes_the_loop_and_moves_the_interview_where_it_may(
    desks: Desks, answer: str, began: str, became: str, said: tuple[str, ...]
) -> None:
    who = three(desks)
    talk = a_planned_interview(desks, who.bo, when="")
    sent = desks.outreach.log(who.bo, "e-mail", interview_id=talk).id
    if began == "scheduled":
        desks.scheduling.set_time(talk, "thu 15:00")
    later(desks, days=2)
    assert desks.outreach.answer(sent, answer).moved == said
    row = desks.outreach.one(sent)
    assert (row.answer, row.answered_at, row.waited) == (answer, START + timedelta(2), 0)
    assert (state_of(desks, talk), desks.outreach.advice(who.bo)) == (became, "")
    assert [row for row in desks.followups.open_loops() if row.kind != "place"] == []
    assert desks.undo.take_back() == f"the answer “{answer}”"
    assert (desks.outreach.one(sent).answer, state_of(desks, talk)) == ("", began)
    assert [r.kind for r in desks.followups.open_loops() if r.kind != "place"] == ["outreach"]


def test_a_yes_that_was_asked_for_through_somebody_says_so(desks: Desks) -> None:
    who = three(desks)
    talk = a_planned_interview(desks, who.bo, when="")
    made = desks.introductions.begin(who.ana, who.bo, interview_id=talk)
    desks.introductions.move(made, "asked")
    desks.introductions.move(made, "contact made")
    sent = desks.outreach.log(who.bo, "e-mail", interview_id=talk)
    assert sent.moved == ("the interview is requested now", "the introduction is followed up")
    assert desks.outreach.answer(sent.id, "yes").moved == (
        "the interview is agreed now", "the introduction led to it",
    )  # fmt: skip
    assert desks.introductions.one(made).state == "led to interview"
    desks.undo.take_back()
    assert (desks.introductions.one(made).state, state_of(desks, talk)) == (
        "followed up", "requested",
    )  # fmt: skip


def test_a_late_answer_still_counts_and_a_second_one_does_not(desks: Desks) -> None:
    who = three(desks)
    talk = a_planned_interview(desks, who.bo, when="")
    sent = desks.outreach.log(who.bo, "e-mail", interview_id=talk).id
    desks.outreach.answer(sent, "none")
    desks.outreach.answer(sent, "yes")
    assert state_of(desks, talk) == "agreed"
    before = dump(desks)
    with pytest.raises(IllegalMoveError, match="answered with yes already"):
        desks.outreach.answer(sent, "no")
    for nonsense in ("", "perhaps"):
        with pytest.raises(BadInputError, match="yes, no, later, none"):
            desks.outreach.answer(sent, nonsense)
    assert dump(desks) == before


def test_the_advice_follows_the_days_and_what_was_sent(desks: Desks) -> None:
    who = three(desks)
    desk = desks.outreach
    assert desk.advice(who.bo) == ""
    desk.log(who.bo, "e-mail")
    said = [desk.advice(who.bo)]
    for days in (2, 1):
        later(desks, days=days)
        said.append(desk.advice(who.bo))
    desk.log(who.bo, "telephone")  # Thursday 26 Nov; the seventh working day is Wed 2 Dec
    said.append(desk.advice(who.bo))
    clock_of(desks).set(datetime(2026, 12, 2, 8, tzinfo=UTC))
    said.append(desk.advice(who.bo))
    assert said == ["wait until Thu", "wait until Thu", "one follow-up is fair",
                    "wait until Wed", "let it rest, or one last try"]  # fmt: skip
    first, second = reversed(desk.of_contact(who.bo))
    assert (first.due, second.due) == (date(2026, 11, 26), date(2026, 12, 2))


def test_the_days_come_from_the_settings_and_the_country(desks: Desks) -> None:
    who = three(desks)
    there = living_in(desks, country="US", follow_up_days=4, last_try_days=5)
    sent = there.outreach.log(who.bo, "e-mail").id
    assert there.outreach.one(sent).due == date(2026, 11, 30)  # Thanksgiving and a weekend between
    later(desks, days=7)
    assert (there.outreach.one(sent).waited, there.outreach.advice(who.bo)) == (
        4, "one follow-up is fair",
    )  # fmt: skip


def test_a_draft_that_was_used_is_named(desks: Desks) -> None:
    who = three(desks)
    from infotui.domain.records.reaching import Draft

    with desks.store.writing() as shelves:
        draft = shelves.reaching.add(Draft(contact_id=who.bo, kind="request")).row_id
    desks.outreach.log(who.bo, "e-mail", draft_id=draft)
    assert stored(desks, "SELECT draft_id FROM outreach") == [(draft,)]

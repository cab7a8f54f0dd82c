"""Past talks: logged in a moment, held like any other, taken back while nothing hangs on them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_live_interview, a_planned_interview, later


def rows(desks: Desks, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in desks.store.reading().execute(query)]


def names(desks: Desks) -> list[tuple[Any, ...]]:
    return rows(desks, "SELECT c.name, coalesce(o.name, '') FROM contact c"
                       " LEFT JOIN organization o ON o.id = c.organization_id")  # fmt: skip


def test_a_talk_with_somebody_new_is_held_with_a_contact_and_an_organization(desks: Desks) -> None:
    talk = desks.past_talks.log("Bo Lind", "yesterday 15:00", "Civic Data", "20")
    interview = desks.plans.sheet(talk).interview
    assert (interview.title, interview.state) == ("Bo Lind · Civic Data", "held")
    assert interview.started_at == datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
    assert interview.ended_at == datetime(2026, 11, 22, 14, 20, tzinfo=UTC)
    assert names(desks) == [("Bo Lind", "Civic Data")]
    assert rows(desks, "SELECT stage FROM contact") == [("stranger",)]
    assert rows(desks, "SELECT was, became, why FROM state_change") == [
        ("idea", "held", "logged afterwards")
    ]
    assert desks.plans.in_focus() is None


@pytest.mark.parametrize("who", ["Amina Patel", "  amina  PATEL ", "Ámina Patel", 1])
def test_somebody_known_is_found_by_the_name_however_it_is_spelled(
    desks: Desks, who: str | int
) -> None:
    a_contact(desks, field="energy")
    talk = desks.past_talks.log(who, "yesterday")
    interview = desks.plans.sheet(talk).interview
    assert (interview.title, interview.field) == ("Amina Patel · Northwind", "energy")
    assert len(names(desks)) == 1


def test_a_part_of_a_name_is_somebody_new_and_those_alike_are_told(desks: Desks) -> None:
    a_contact(desks)
    assert desks.past_talks.alike("amina") == ["Amina Patel"]
    assert desks.past_talks.alike("Amina Patel") == []
    assert desks.past_talks.alike(" ") == []
    desks.past_talks.log("Amina", "yesterday")
    assert [name for name, _ in names(desks)] == ["Amina Patel", "Amina"]


def test_an_organization_that_is_named_is_that_of_the_talk_alone(desks: Desks) -> None:
    a_contact(desks)
    talk = desks.past_talks.log("Amina Patel", "yesterday", "civic data")
    assert desks.plans.sheet(talk).interview.organization == "civic data"
    assert names(desks) == [("Amina Patel", "Northwind")]


def test_of_two_with_one_name_the_organization_decides(desks: Desks) -> None:
    a_contact(desks)
    second = a_contact(desks, organization="Civic Data")
    with pytest.raises(BadInputError, match="Northwind, Civic Data") as refused:
        desks.past_talks.log("Amina Patel", "yesterday")
    assert refused.value.field == "organization"
    talk = desks.past_talks.log("Amina Patel", "yesterday", "CIVIC data")
    assert desks.plans.sheet(talk).interview.contact_id == second


@pytest.mark.parametrize(
    ("who", "when", "organization", "minutes", "field"),
    [
        ("", "yesterday", "", "", "who"),
        (" \u200b ", "yesterday", "", "", "who"),
        ("A" * 300, "yesterday", "", "", "who"),
        ("Bo", "", "", "", "when"),
        ("Bo", "soon", "", "", "when"),
        ("Bo", "tomorrow", "", "", "when"),
        ("Bo", "yesterday", "", "half an hour", "minutes"),
        ("Bo", "yesterday", "", "0", "minutes"),
        ("Bo", "yesterday", "", "601", "minutes"),
        ("Bo", "yesterday", "", "9" * 5000, "minutes"),
        ("Bo", "yesterday", "", "-5", "minutes"),
        ("Bo", "yesterday", "O" * 300, "", "organization"),
    ],
)
def test_what_cannot_be_meant_is_told_beside_its_field_and_nothing_is_stored(
    desks: Desks, who: str, when: str, organization: str, minutes: str, field: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        desks.past_talks.log(who, when, organization, minutes)
    assert refused.value.field == field
    assert names(desks) == []
    assert rows(desks, "SELECT * FROM organization") == []


def test_without_minutes_it_lasted_half_an_hour_and_never_into_the_future(desks: Desks) -> None:
    first = desks.past_talks.log("Bo", "yesterday 15:00")
    second = desks.past_talks.log("Bo", "today 10:50", minutes=45)  # it is 11:00 in Berlin
    lasted = [
        row.ended_at - row.started_at
        for row in (desks.plans.sheet(talk).interview for talk in (first, second))
        if row.ended_at and row.started_at
    ]
    assert [length.total_seconds() / 60 for length in lasted] == [30, 10]


@pytest.mark.parametrize(
    ("when", "thanks", "debrief"),
    [
        ("yesterday 15:00", "2026-11-23", [("2026-11-23",)]),
        ("16 nov 15:00", "2026-11-17", [("2026-11-17",)]),
        ("16 nov 9:00", "2026-11-17", []),
        ("3 months ago", "2026-08-24", []),
    ],
)
def test_thanks_are_due_the_day_after_and_a_debrief_only_of_a_fresh_talk(
    desks: Desks, when: str, thanks: str, debrief: list[tuple[str]]
) -> None:
    desks.past_talks.log("Bo", when)
    assert rows(desks, "SELECT due, medium, state FROM thank_you") == [(thanks, "mail", "due")]
    assert rows(desks, "SELECT due FROM debrief") == debrief


def test_thanks_are_a_card_where_there_is_an_address(desks: Desks) -> None:
    a_contact(desks, address="Main St 4")
    desks.past_talks.log("Amina Patel", "yesterday")
    assert rows(desks, "SELECT medium FROM thank_you") == [("card",)]


def test_it_behaves_as_any_other_talk_in_review_and_follow_up(desks: Desks) -> None:
    talk = desks.past_talks.log("Bo Lind", "yesterday 15:00", minutes=20)
    desks.typing_up.keep(talk, "* maps before code #career\n! send the report")
    (row,) = desks.review.conversations("maps")
    assert (row.id, row.minutes, row.notes, row.findings) == (talk, 20, 2, 1)
    conversation = desks.review.conversation(talk)
    assert [finding.text for finding in conversation.findings] == ["maps before code"]
    assert conversation.used.total_seconds() == 20 * 60
    assert {loop.kind for loop in desks.followups.open_loops()} == {
        "thank-you", "debrief", "my promise"
    }  # fmt: skip
    assert "logged afterwards" in "".join(desks.exports.as_json())


def test_a_talk_planned_for_that_day_is_the_one_that_took_place(desks: Desks) -> None:
    planned = a_planned_interview(desks, when="thu 15:00")
    later(desks, days=7)
    talk = desks.past_talks.log("Amina Patel", "last thu 15:10")
    assert talk == planned
    assert len(desks.plans.questions(talk)) == 3
    assert desks.past_talks.log("Amina Patel", "fri") != planned


def test_a_planned_talk_took_place_when_it_was_planned(desks: Desks) -> None:
    planned = a_planned_interview(desks, when="thu 15:00")
    with pytest.raises(BadInputError, match="to come"):
        desks.past_talks.hold(planned)
    later(desks, days=4)
    desks.past_talks.hold(planned, " ", "")
    interview = desks.plans.sheet(planned).interview
    assert (interview.state, interview.started_at) == ("held", interview.scheduled_at)
    with pytest.raises(IllegalMoveError):
        desks.past_talks.hold(planned)


def test_a_plan_without_a_time_needs_one_when_it_took_place(desks: Desks) -> None:
    planned = a_planned_interview(desks, when="")
    with pytest.raises(BadInputError) as refused:
        desks.past_talks.hold(planned)
    assert refused.value.field == "when"
    desks.past_talks.hold(planned, "yesterday")
    assert desks.plans.sheet(planned).interview.state == "held"


def test_a_live_talk_is_ended_and_not_logged(desks: Desks) -> None:
    talk = a_live_interview(desks)
    with pytest.raises(IllegalMoveError, match="Live"):
        desks.past_talks.hold(talk, "yesterday")
    assert desks.plans.sheet(talk).interview.state == "live"


def test_a_logged_talk_is_taken_back_while_it_holds_no_words(desks: Desks) -> None:
    talk = desks.past_talks.log("Bo", "yesterday")
    assert desks.undo.take_back() == "the logged talk"
    for table in ("interview", "thank_you", "debrief"):
        assert rows(desks, f"SELECT * FROM {table}") == []
    talk = desks.past_talks.log("Bo", "yesterday")
    desks.scribe.keep(desks.typing_up.sheet(talk).place, "half typed")
    with pytest.raises(IllegalMoveError, match="holds words"):
        desks.undo.take_back()
    assert desks.plans.sheet(talk).interview.state == "held"


def test_a_planned_talk_that_did_not_take_place_after_all_is_planned_again(desks: Desks) -> None:
    planned = a_planned_interview(desks, when="today 12:00")
    later(desks, hours=3)
    before = desks.plans.sheet(planned)
    desks.past_talks.hold(planned)
    desks.undo.take_back()
    assert desks.plans.sheet(planned) == before
    assert [row.kind for row in desks.followups.open_loops()] == ["place"], "planned again"
    desks.past_talks.hold(planned)
    desks.typing_up.keep(planned, "2 words")
    desks.undo.take_back()
    desks.scribe.forget(desks.typing_up.sheet(planned).place)
    desks.undo.take_back()
    assert desks.plans.sheet(planned) == before

"""The desk of leads: each way on, what is refused, the note that closes a dropped one, all of it undoable."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError, IllegalMoveError, InfotuiError, NotFoundError
from infotui.domain.note import CONSENTS
from infotui.domain.referral import LEAD_STATES
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_live_interview, later, open_desks
from tests.fakes import ManualClock
from tests.people import everything
from tests.services.reaching import living_in, stored
from tests.tries import tries

JANE = (
    "> Jane Doe, fuel cells, jane@x.org, 030 1234567, www.x.org/jane, via Ruth · may mention: yes"
)


def a_lead(desks: Desks, line: str = JANE) -> int:
    """Hold a talk in which this lead was given; give the lead's id."""
    a_held_interview(desks, line)
    return int(stored(desks, "SELECT max(id) FROM lead")[0][0])


def put(desks: Desks, lead_id: int, state: str) -> None:
    desks.store.reading().execute("UPDATE lead SET state = ? WHERE id = ?", (state, lead_id))


def test_a_lead_falls_due_when_its_talk_ends_and_keeps_a_day_that_was_said(desks: Desks) -> None:
    talk = a_live_interview(desks, "> Jane Doe", "> Bo Berg", "a note")
    assert [row.due for row in desks.leads.of_talk(talk)] == [None, None]
    desks.leads.set_due(2, "fri")
    desks.live.end(talk)
    jane, bo = desks.leads.of_talk(talk)
    assert (jane.due, bo.due) == (date(2026, 11, 30), date(2026, 11, 27))
    desks.review.conversation(talk)
    assert desks.leads.one(1) == jane
    assert (jane.name, jane.names, jane.state, jane.giver) == (
        "Jane Doe", "person", "new", "Amina Patel")  # fmt: skip


def test_days_off_of_the_country_do_not_count(desks: Desks, clock: ManualClock) -> None:
    american = living_in(desks, country="US")  # Thursday is Thanksgiving
    lead = a_lead(american)
    assert american.leads.one(lead).due == date(2026, 12, 1)
    later(desks, days=2)
    assert american.leads.drop(lead, "") == date(2026, 11, 27)


def test_it_becomes_a_contact_with_all_it_said(desks: Desks) -> None:
    lead = a_lead(desks)
    number = desks.leads.become_contact(lead)
    sheet = desks.contacts.sheet(number)
    assert (sheet.name, sheet.stage, sheet.introduced_by, sheet.introducer_id) == (
        "Jane Doe", "introduced", "Amina Patel", 1)  # fmt: skip
    assert [(p.kind, p.value) for p in sheet.points] == [
        ("email", "jane@x.org"), ("phone", "030 1234567"), ("web", "https://www.x.org/jane"),
    ]  # fmt: skip
    assert sheet.about == "fuel cells\nTo reach them: via Ruth"
    row = desks.leads.one(lead)
    assert (row.state, row.contact_id, row.contact) == ("became contact", number, "Jane Doe")
    assert desks.leads.naming(number) == [row]
    assert desks.leads.given_by(1) == [row]
    assert "lead" not in {loop.kind for loop in desks.followups.open_loops()}
    assert stored(desks, "SELECT was, became, why FROM state_change WHERE contact_id = ?", number) == [
        ("stranger", "introduced", "Amina Patel named them, and may be mentioned")]  # fmt: skip
    # Followed again and once more a contact: it is the same one.
    desks.leads.follow(lead)
    assert desks.leads.become_contact(lead) == number


@pytest.mark.parametrize("consent", ["no", "not asked"])
def test_without_a_yes_the_new_contact_is_a_stranger(desks: Desks, consent: str) -> None:
    lead = a_lead(desks, f"> Jane Doe · may mention: {consent}")
    sheet = desks.contacts.sheet(desks.leads.become_contact(lead))
    assert (sheet.stage, sheet.points, sheet.about) == ("stranger", (), "")


def test_it_can_be_somebody_known_who_keeps_what_they_say(desks: Desks) -> None:
    lead = a_lead(desks)
    jane = a_contact(desks, "Jane D.", "X", introduced_by="Ruth", email="j@x.org")
    assert desks.leads.become_contact(lead, jane) == jane
    sheet = desks.contacts.sheet(jane)
    assert (sheet.name, sheet.introduced_by, sheet.introducer_id, sheet.stage) == (
        "Jane D.", "Ruth", None, "stranger")  # fmt: skip
    assert [point.value for point in sheet.points] == ["j@x.org"]
    other = a_lead(desks, "> Bo Berg")
    bo = a_contact(desks, "Bo Berg", "")
    desks.leads.become_contact(other, bo)
    assert desks.contacts.sheet(bo).introduced_by == "Amina Patel"


def test_an_organization_is_put_among_the_organizations_and_still_looked_into(desks: Desks) -> None:
    lead = a_lead(desks, "> Civic Data, they map buses")
    number = desks.leads.become_organization(lead)
    row = desks.leads.one(lead)
    assert (row.names, row.organization_id, row.organization, row.state) == (
        "organization", number, "Civic Data", "to follow")  # fmt: skip
    assert [r.text for r in desks.followups.open_loops() if r.kind == "lead"] == [
        "Look into Civic Data"]  # fmt: skip
    with pytest.raises(IllegalMoveError, match="is an organization"):
        desks.leads.become_contact(lead)
    desks.leads.followed(lead)
    desks.leads.set_names(lead, "person")
    assert desks.leads.one(lead).names == "person"
    assert desks.leads.become_organization(a_lead(desks, "> civic DATA")) == number


def test_a_dropped_lead_owes_a_note_and_closes_when_it_is_sent(desks: Desks) -> None:
    lead = a_lead(desks)
    later(desks, days=4)  # Friday
    assert desks.leads.drop(lead, "another field") == date(2026, 11, 30)
    (loop,) = (row for row in desks.followups.open_loops() if row.kind == "courtesy")
    assert (loop.due, loop.contact, loop.remark) == (
        date(2026, 11, 30),
        "Amina Patel",
        "another field",
    )
    assert desks.leads.one(lead).remark == "dropped, note due"
    desks.leads.courtesy_sent(lead)
    row = desks.leads.one(lead)
    assert (row.state, row.courtesy, row.why_not, row.remark) == (
        "closed", "sent", "another field", "dropped, note sent")  # fmt: skip
    assert "courtesy" not in {row.kind for row in desks.followups.open_loops()}
    # Followed after all, that I wrote stays among the touches.
    later(desks, days=1)
    desks.leads.follow(lead)
    assert stored(desks, "SELECT what, at FROM touched WHERE contact_id = 1 AND what <> 'talk'") == [
        ("wrote", "2026-11-27T10:25:00.000000Z")]  # fmt: skip
    again = desks.leads.one(lead)
    assert (again.state, again.why_not, again.courtesy, again.settled_at) == (
        "to follow",
        "",
        "",
        None,
    )


def test_a_note_can_be_waived_with_a_word_why(desks: Desks) -> None:
    lead = a_lead(desks)
    desks.leads.drop(lead)
    with pytest.raises(BadInputError, match="in a word why"):
        desks.leads.courtesy_waived(lead, "  ")
    assert desks.leads.one(lead).state == "note due"
    desks.leads.courtesy_waived(lead, "told her in the talk")
    row = desks.leads.one(lead)
    assert (row.state, row.courtesy, row.why_not) == (
        "closed", "waived", "no note: told her in the talk")  # fmt: skip
    assert stored(desks, "SELECT count(*) FROM touched WHERE what = 'courtesy'") == [(0,)]


WAYS = {
    "follow": {"new", "followed", "became contact", "not pursuing", "note due", "closed"},
    "followed": {"new", "to follow", "became contact"},
    "become_contact": {"new", "to follow", "followed"},
    "drop": {"new", "to follow", "followed", "not pursuing"},
    "courtesy_sent": {"not pursuing", "note due"},
}


@pytest.mark.parametrize("state", LEAD_STATES)
def test_each_way_on_is_open_from_some_states_and_refused_from_the_others(
    desks: Desks, state: str
) -> None:
    lead = a_lead(desks)
    for way, states in WAYS.items():
        put(desks, lead, state)
        before = everything(desks)
        if state in states:
            getattr(desks.leads, way)(lead)
            assert everything(desks) != before
            desks.undo.take_back()
        else:
            with pytest.raises(IllegalMoveError):
                getattr(desks.leads, way)(lead)
        assert everything(desks) == before


def test_what_cannot_be_meant_changes_nothing(desks: Desks) -> None:
    lead = a_lead(desks)
    before = everything(desks)
    desk = desks.leads
    for act, words in (
        (lambda: desk.set_due(lead, "soonish"), "is no day"),
        (lambda: desk.set_due(lead, ""), "is no day"),
        (lambda: desk.set_due(lead, "2026-11-01"), "is no day"),
        (lambda: desk.set_consent(lead, "maybe"), "one of"),
        (lambda: desk.set_names(lead, "fish"), "one of"),
        (lambda: desk.drop(lead, "x" * 300), "300 characters"),
        (lambda: desk.become_contact(lead, 1), "gave this lead"),
        (lambda: desk.one(99), "no longer"),
        (lambda: desk.drop(99), "no longer"),
    ):
        with pytest.raises((BadInputError, NotFoundError), match=words):
            act()
    assert everything(desks) == before


def test_a_settled_lead_is_not_due(desks: Desks) -> None:
    lead = a_lead(desks)
    desks.leads.followed(lead)
    with pytest.raises(IllegalMoveError, match="nothing is due"):
        desks.leads.set_due(lead, "fri")


ACTS = st.one_of(
    st.sampled_from(["follow", "followed", "contact", "organization", "drop", "sent", "waived", "undo", "line"]),
    st.sampled_from([f"consent {word}" for word in CONSENTS]),
)  # fmt: skip


@given(st.lists(ACTS, max_size=14))
@settings(
    max_examples=tries(25),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_dropped_is_closed_by_a_note_alone_and_consent_by_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    path: Path = tmp_path_factory.mktemp("leads") / "notebook.db"
    desks = open_desks(path, ManualClock())
    try:
        lead = a_lead(desks)
        consents, desk = [desks.leads.one(lead).consent], desks.leads
        ways = {
            "follow": lambda: desk.follow(lead), "followed": lambda: desk.followed(lead),
            "contact": lambda: desk.become_contact(lead), "drop": lambda: desk.drop(lead, "why"),
            "organization": lambda: desk.become_organization(lead),
            "sent": lambda: desk.courtesy_sent(lead), "undo": desks.undo.take_back,
            "waived": lambda: desk.courtesy_waived(lead, "no need"),
            "line": lambda: desks.contacts.set_stage(1, "in touch"),
        }  # fmt: skip
        for act in acts:
            was = desk.one(lead)
            try:
                if act.startswith("consent "):
                    desk.set_consent(lead, act.removeprefix("consent "))
                else:
                    ways[act]()
            except InfotuiError:
                assert desk.one(lead) == was
            row = desk.one(lead)
            assert (row.state == "closed") == (row.courtesy in {"sent", "waived"})
            assert row.due is not None
            open_kinds = {loop.kind for loop in desks.followups.open_loops()}
            assert ("courtesy" in open_kinds) == (row.state == "note due")
            assert ("lead" in open_kinds) == (row.state in {"new", "to follow"})
            if act.startswith("consent ") or act == "undo":
                consents.append(row.consent)
            assert row.consent == consents[-1]
    finally:
        desks.close()


def test_a_lead_that_is_taken_up_again_opens_its_closed_talk_again(desks: Desks) -> None:
    lead = a_lead(desks)
    for row in desks.followups.open_loops():
        desks.followups.done(row)
    (talk,) = desks.followups.finished()
    desks.followups.close_talk(talk.interview_id)
    assert stored(desks, "SELECT state FROM interview") == [("closed",)]
    desks.leads.follow(lead)
    assert stored(desks, "SELECT state FROM interview") == [("held",)]
    desks.undo.take_back()
    assert stored(desks, "SELECT state FROM interview") == [("closed",)]

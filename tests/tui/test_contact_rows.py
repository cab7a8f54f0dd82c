"""A contact's page: facts that are known, the history, and where each row leads."""

from zoneinfo import ZoneInfo

import pytest

from infotui.domain.contact import ContactRow
from infotui.services.desks import Desks
from infotui.tui.contact_rows import PageRow, draw_page_row, draw_person, page_rows
from tests.builders import BERLIN, a_contact, a_held_interview
from tests.people import busy


def rows_of(desks: Desks, number: int) -> list[PageRow]:
    desk = desks.contacts
    return page_rows(desk.sheet(number), desk.history(number), desk.suggestion(number), BERLIN,
                     desks.clock.now())  # fmt: skip


def text_of(row: PageRow, width: int = 60) -> list[str]:
    return ["".join(word for word, _ in line.left).rstrip() for line in draw_page_row(row, width)]


def test_facts_stand_above_the_history(desks: Desks) -> None:
    ruth = a_contact(desks, "Ruth")
    number = a_contact(desks, "Amina", role="analyst", tags="a b", email="a@b.org; c@b.org",
                       zone="America/New_York", introduced_by="Ruth")  # fmt: skip
    desks.prospects.pick(number)
    rows = rows_of(desks, number)
    facts = [(row.label, row.text) for row in rows if row.kind in {"fact", "through", "research"}]
    assert facts == [
        ("role", "analyst"), ("at", "Northwind"), ("tags", "#a  #b"), ("stage", "stranger"),
        ("through", "Ruth"), ("prospect", "number 1"), ("e-mail", "a@b.org"), ("e-mail", "c@b.org"),
        ("time zone", "America/New_York, 6 h behind here"),
        ("research", "0 on the person, 0 on the organization"),
    ]  # fmt: skip
    assert next(row for row in rows if row.kind == "through").contact_id == ruth
    assert text_of(rows[-1]) == ["no talk yet: p plans one, g logs one that took place"]
    assert [row.kind for row in rows if not row.pickable] == ["gap", "gap", "title"]


def test_how_one_stays_in_touch_is_told(desks: Desks) -> None:
    number = a_contact(desks)

    def facts() -> dict[str, str]:
        rows = rows_of(desks, number)
        return {row.label: row.text for row in rows if row.label in {"last touch", "cadence"}}

    assert facts() == {}
    desks.touches.set_cadence(number, 30)
    assert facts() == {"last touch": "none yet", "cadence": "every 30 days"}
    for when, last, due in (
        ("1 nov", "Sun 1 Nov", "due Tue 1 Dec"),
        ("20 nov", "Fri 20 Nov", "due Sun 20 Dec"),
    ):
        desks.touches.log(number, "called", when, "of boats")
        assert facts() == {
            "last touch": f"{last}, we spoke by telephone", "cadence": f"every 30 days, {due}",
        }  # fmt: skip
    desks.touches.set_cadence(number, 3)
    assert facts()["cadence"] == "every 3 days, due today"
    desks.touches.set_cadence(number, 2)
    assert facts()["cadence"] == "every 2 days, was due Sun 22 Nov"


def test_the_history_tells_of_touches_resources_and_the_outcome(desks: Desks) -> None:
    number = a_contact(desks)
    a_held_interview(desks, "& the yearbook", contact_id=number)
    desks.touches.log(number, "they wrote", words="of boats")
    desks.resources.share(desks.resources.add("the almanac"), number, "as promised")
    desks.outcomes.record("job")
    desks.outcomes.waive(desks.outcomes.queue()[0].id, "knows it anyway")
    told = {(row.text, row.detail) for row in rows_of(desks, number) if row.leads is not None}
    assert told >= {
        ("they wrote", "of boats"), ("you shared: the almanac", "as promised"),
        ("they named: the yearbook", ""), ("need not be told how it ended", "knows it anyway"),
    }  # fmt: skip


def test_a_suggestion_is_one_quiet_line(desks: Desks) -> None:
    number = a_contact(desks)
    a_held_interview(desks, contact_id=number)
    assert rows_of(desks, number)[1].text == "you met, Mon 23 Nov: stage “met”?  t"


@pytest.mark.parametrize("width", [1, 8, 20, 44, 100])
def test_every_row_of_a_full_life_can_be_drawn(desks: Desks, width: int) -> None:
    for row in rows_of(desks, busy(desks)):
        assert draw_page_row(row, width)


def test_a_promise_shows_its_state_beside_it(desks: Desks) -> None:
    rows = rows_of(desks, busy(desks))
    promise = next(row for row in rows if row.text == "I promised: send it")
    (line,) = draw_page_row(promise, 60)
    assert line.right == (("open", "muted"),)
    assert text_of(promise) == ["Mon 23 Nov  I promised: send it"]


def test_a_long_word_says_that_more_was_said(desks: Desks) -> None:
    number = a_contact(desks)
    desks.research.begin("contact", number, "word " * 90, "source " * 90)
    row = next(row for row in rows_of(desks, number) if row.kind == "research" and row.leads)
    said = text_of(row)
    assert len(said) == 6
    assert [text.endswith("…") for text in said] == [False, False, True, False, False, True]


def test_a_zone_that_is_none_any_more_breaks_nothing(desks: Desks) -> None:
    sheet = desks.contacts.sheet(a_contact(desks))
    for name, said in (("../x", "../x"), ("No/Where", "No/Where"), ("Europe/Paris", "Europe/Paris, as here"),
                       ("Asia/Kathmandu", "Asia/Kathmandu, 4 h 45 min ahead of here")):  # fmt: skip
        rows = page_rows(sheet._replace(zone=name), [], None, BERLIN, desks.clock.now())
        assert [row.text for row in rows if row.label == "time zone"] == [said]


def test_the_list_says_pick_stage_talks_and_last_touch(desks: Desks) -> None:
    today = desks.followups.today()
    row = ContactRow(1, "Amina", "analyst", "Northwind", "", "met", 2, None, 3, desks.clock.now())
    first, second = draw_person(row, 60, ZoneInfo("UTC"), today)
    assert (first.left[0], first.right) == (("3. ", "accent"), (("met", "muted"),))
    assert [word for word, _ in second.right] == ["2 talks", " · ", "23 Nov"]
    _, narrow = draw_person(row, 26, ZoneInfo("UTC"), today)
    assert [word for word, _ in narrow.right] == ["23 Nov"]
    _, bare = draw_person(ContactRow(1, "A", "", "", "", "met", 0, None), 60, BERLIN, today)
    assert (bare.left[1][0], bare.right) == ("—", ())

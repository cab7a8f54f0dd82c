"""A talk's debrief as a row: due with its first moment, and every field as it is stored."""

from datetime import date

from infotui.domain.debrief import DebriefRow
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.storage.views import debriefs
from tests.builders import a_contact, a_held_interview, a_live_interview


def test_a_talk_that_is_not_over_has_none(desks: Desks) -> None:
    assert debriefs.of(desks.store.reading(), a_live_interview(desks)) is None
    assert debriefs.of(desks.store.reading(), 99) is None


def test_it_is_empty_and_due_the_day_after_the_talk(desks: Desks) -> None:
    talk = a_held_interview(desks)
    row = debriefs.of(desks.store.reading(), talk)
    assert row == DebriefRow(1, talk, "", "", "", None, "due", date(2026, 11, 24))


def test_each_talk_has_its_own_and_every_field_is_read(desks: Desks) -> None:
    first = a_held_interview(desks)
    second = a_held_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    for field, text in (("learned", "one\ntwo"), ("went_well", "三"), ("differently", "[/b]")):
        desks.scribe.keep(Kept("debrief", field, 2), text)
    desks.debriefs.set_confidence(second, 5)
    desks.debriefs.finish(second)
    row = debriefs.of(desks.store.reading(), second)
    assert row == DebriefRow(2, second, "one\ntwo", "三", "[/b]", 5, "written", date(2026, 11, 24))
    assert debriefs.of(desks.store.reading(), first) == DebriefRow(
        1, first, "", "", "", None, "due", date(2026, 11, 24)
    )

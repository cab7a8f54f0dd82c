"""The desk of thanks: card or mail, begun, sent, each to be taken back, each person for themselves."""

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_live_interview, later
from tests.tui.pilots import dump, stored

OF = "SELECT medium, state, settled_at FROM thank_you ORDER BY id"


def test_they_are_due_the_next_day_by_card_where_one_can_go(desks: Desks) -> None:
    a_held_interview(desks, contact_id=a_contact(desks, "Jane Doe", address="Dock 1"))
    a_held_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    jane, bo = desks.thanks.row(1), desks.thanks.row(2)
    assert (jane.medium, jane.state, str(jane.due)) == ("card", "due", "2026-11-24")
    assert (bo.medium, bo.words) == ("mail", "Thank-you mail to Bo Lind")
    assert desks.thanks.missing_address(1) == ""
    assert desks.thanks.missing_address(2).startswith("No postal address of Bo Lind is known")
    assert desks.thanks.take_up(1)[:3] == ("thank-you-card", 1, 1)
    assert desks.thanks.take_up(2)[:3] == ("thank-you-mail", 2, 2)
    with pytest.raises(NotFoundError):
        desks.thanks.row(99)


def test_every_step_can_be_taken_back_as_it_was(desks: Desks) -> None:
    a_held_interview(desks, contact_id=a_contact(desks, "Jane Doe", address="Dock 1"))
    states = [dump(desks)]
    desks.thanks.set_medium(1, "mail")
    states.append(dump(desks))
    desks.thanks.drafted(1)
    states.append(dump(desks))
    later(desks, days=1)
    desks.thanks.sent(1)
    assert stored(desks, OF) == [("mail", "sent", "2026-11-24T10:25:00.000000Z")]
    assert desks.thanks.open_to(1) == []
    for before, words in zip(
        reversed(states), ("sent", "drafted", "a mail instead of"), strict=True
    ):
        assert words in desks.undo.take_back()
        assert dump(desks) == before


def test_what_is_sent_stays_sent_and_what_is_the_same_is_no_step(desks: Desks) -> None:
    a_held_interview(desks, contact_id=a_contact(desks, "Jane Doe", address="Dock 1"))
    before = dump(desks)
    desks.thanks.set_medium(1, "card")
    assert dump(desks) == before
    desks.thanks.sent(1, "thank-you-mail")
    assert stored(desks, OF)[0][:2] == ("mail", "sent")
    for act in (lambda: desks.thanks.sent(1), lambda: desks.thanks.set_medium(1, "card")):
        with pytest.raises(IllegalMoveError, match="sent already"):
            act()
    desks.thanks.drafted(1)
    assert stored(desks, OF)[0][1] == "sent"
    with pytest.raises(BadInputError):
        desks.thanks.set_medium(1, "owl")


def test_a_second_person_has_thanks_of_their_own(desks: Desks) -> None:
    jane, bo = a_contact(desks, "Jane Doe", address="Dock 1"), a_contact(desks, "Bo Lind")
    talk = a_live_interview(desks, "* they hire for curiosity", contact_id=jane)
    desks.scheduling.add_person(talk, bo)
    desks.live.end(talk)
    assert [row.contact for row in desks.thanks.open_to(bo)] == ["Bo Lind"]
    theirs = desks.thanks.of_draft("thank-you-mail", bo, talk)
    assert theirs is not None
    assert "they hire for curiosity" in desks.drafts.fill(desks.thanks.take_up(theirs.id)).body
    desks.thanks.sent(theirs.id)
    assert stored(desks, OF) == [
        ("card", "due", None),
        ("mail", "sent", "2026-11-23T10:01:00.000000Z"),
    ]
    assert desks.thanks.of_draft("thank-you-mail", bo, talk) is None
    assert desks.thanks.of_draft("request-email", jane, talk) is None

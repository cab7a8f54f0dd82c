"""Own words for other people's plans: whoever is in the notebook and not there is not named (M8)."""

from infotui.services.desks import Desks
from infotui.services.unnamed import worded_for_others
from tests.builders import a_contact, a_held_interview

ASKED = "Imran says there are no night shifts any more. Is that so for all of you?"


def test_whoever_is_a_contact_or_a_lead_is_not_named_to_others(desks: Desks) -> None:
    imran, bo = a_contact(desks, "Imran Khan"), a_contact(desks, "Bo Lind")
    a_held_interview(desks, "> Dov Dahl", contact_id=bo)
    said = worded_for_others(desks.store, ASKED, [bo])
    assert said.text.startswith("Somebody told me: there are no night shifts any more. Is")
    assert (said.named, said.left) == (("Imran Khan",), ())
    assert worded_for_others(desks.store, ASKED, [imran, bo]).text == ASKED
    assert (
        worded_for_others(desks.store, "What does Dahl do?", [bo]).text == "What does somebody do?"
    )
    for plain in ("How are nights?", "May I ask how you began?", ""):
        assert worded_for_others(desks.store, plain, [bo]) == (plain, (), ())


def test_a_name_that_words_cannot_be_found_for_is_told(desks: Desks) -> None:
    a_contact(desks, "Imran Khan")
    said = worded_for_others(desks.store, "Is it as dark as at KHANS?", [])
    assert said.left == ("Imran Khan",)

"""Who may be the same person: by the name in any spelling, and by a way to reach them."""

import pytest

from infotui.services.desks import Desks
from infotui.storage.views import doubles
from tests.builders import a_contact


@pytest.mark.parametrize(
    ("mine", "theirs", "why"),
    [
        ({"name": "Zoë Quist"}, {"name": "zoe  QUIST"}, "same name"),
        ({"email": "z@example.org"}, {"email": "x@example.org; Z@example.org"}, "same e-mail"),
        ({"phone": "+49 30-12"}, {"phone": "49 (30) 12"}, "same telephone"),
        ({"web": "example.org/z/"}, {"web": "http://example.org/z"}, "same link"),
        ({"address": "1 Elm Street"}, {"address": "1 Elm Street"}, ""),
        ({"name": "Bo", "email": "z@example.org"}, {"name": "bo", "email": "z@example.org"},
         "same name, same e-mail"),
    ],
)  # fmt: skip
def test_what_two_have_in_common(
    desks: Desks, mine: dict[str, str], theirs: dict[str, str], why: str
) -> None:
    me = a_contact(desks, **{"name": "Zoë Quist", **mine})
    other = a_contact(desks, **{"name": "Somebody Else", **theirs})
    a_contact(desks, "A Third", email="third@example.org", phone="1", web="third.example")
    found = doubles.doubles(desks.store.reading(), me)
    assert [(d.id, d.why) for d in found] == ([(other, why)] if why else [])


def test_the_surest_comes_first_and_an_archived_one_says_so(desks: Desks) -> None:
    me = a_contact(desks, "Bo", phone="12")
    name = a_contact(desks, "bo")
    both = a_contact(desks, "BO", phone="1 2")
    desks.contacts.archive(name)
    found = doubles.doubles(desks.store.reading(), me)
    assert [(d.id, d.why) for d in found] == [
        (both, "same name, same telephone"),
        (name, "same name, archived"),
    ]

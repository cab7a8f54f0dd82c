"""The shelf of reaching: what is open between two, what led to somebody, and each change with its reason."""

import pytest

from infotui.domain.errors import NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact


def test_what_is_open_between_two_is_found_in_its_direction(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg")
    made = desks.introductions.begin(ana, bo)
    with desks.store.writing() as shelves:
        found = shelves.reaching.open_between(ana, bo)
        assert found is not None
        assert found.id == made
        assert shelves.reaching.open_between(bo, ana) is None
        assert [x.id for x in shelves.reaching.introductions_to(bo, "draft", "asked")] == [made]
        assert shelves.reaching.introductions_to(bo, "asked") == []
        shelves.reaching.change_state(found, "lapsed", "no need any more")
        assert shelves.reaching.open_between(ana, bo) is None
    changes = desks.store.reading().execute(
        "SELECT introduction_id, was, became, why, created_at IS NOT NULL FROM state_change"
    )
    assert [tuple(row) for row in changes] == [(made, "draft", "lapsed", "no need any more", 1)]


@pytest.mark.parametrize("what", ["introduction", "outreach", "draft"])
def test_what_is_not_there_is_said(desks: Desks, what: str) -> None:
    with pytest.raises(NotFoundError), desks.store.writing() as shelves:
        getattr(shelves.reaching, what)(1)

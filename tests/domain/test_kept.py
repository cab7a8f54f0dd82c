"""Which texts are saved as they are typed, and how a place for words is named."""

import pytest

from infotui.domain.kept import KEPT_FIELDS, Kept, Unfinished, form_field, live_line, typed_up


@pytest.mark.parametrize(("noun", "field"), sorted(KEPT_FIELDS))
def test_every_kept_field_can_be_named(noun: str, field: str) -> None:
    assert Kept(noun, field, 7) == Kept(noun, field, 7)


def test_the_words_of_a_person_are_kept() -> None:
    needed = {
        ("note", "text"), ("research_note", "body"), ("question", "text"), ("interview", "why"),
        ("interview", "opening"), ("interview", "close"), ("contact", "about"),
        ("debrief", "learned"), ("debrief", "went_well"), ("debrief", "differently"),
    }  # fmt: skip
    assert needed <= KEPT_FIELDS


@pytest.mark.parametrize(
    ("noun", "field"),
    [
        ("contact", "name"),
        ("note", "id"),
        ("note; DROP TABLE note", "text"),
        ("note", "text = '' --"),
        ("", ""),
        ("Note", "text"),
    ],
)
def test_no_other_name_reaches_a_statement(noun: str, field: str) -> None:
    with pytest.raises(ValueError, match="is not saved as it is typed"):
        Kept(noun, field, 1)


def test_a_kept_place_cannot_be_renamed_afterwards() -> None:
    place = Kept("note", "text", 1)
    with pytest.raises(AttributeError):
        place.noun = "contact"  # type: ignore[misc]


def test_places_of_unfinished_words_never_meet() -> None:
    places = [
        live_line("u1"), live_line("u2"), form_field("contact", "name"),
        form_field("contact", "role"), form_field("live", "u1"), typed_up("u1"), typed_up("u2"),
    ]  # fmt: skip
    assert len(set(places)) == len(places)
    assert live_line("u1") == Unfinished("live:u1")

"""The checklist of the day, by the kind of place."""

import pytest

from infotui.domain.day_sheet import items_for, items_of, place_word
from infotui.domain.interview import PLACE_KINDS


def keys(kind: str) -> list[str]:
    return [item.key for item in items_for(kind)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("office", ["dress", "route", "resume"]),
        ("coffee shop", ["dress", "route", "buy", "resume"]),
        ("video", ["light", "link", "resume"]),
        ("telephone", ["number", "resume"]),
        ("other", ["dress", "route", "resume"]),
        ("", ["resume"]),
        ("no such kind", ["resume"]),
    ],
)
def test_each_kind_of_place_has_its_own_things_to_do(kind: str, expected: list[str]) -> None:
    assert keys(kind) == expected


@pytest.mark.parametrize("kind", PLACE_KINDS)
def test_every_kind_has_something_of_its_own_and_no_key_twice(kind: str) -> None:
    assert len(keys(kind)) > len(keys(""))
    assert len(set(keys(kind))) == len(keys(kind))
    assert all(item.words.strip() for item in items_for(kind))


def test_one_key_means_the_same_thing_everywhere() -> None:
    words = {(item.key, item.words) for kind in PLACE_KINDS for item in items_for(kind)}
    assert len({key for key, _ in words}) == len(words)


def test_each_item_names_the_very_thing_and_what_is_wrong_with_it() -> None:
    office = {
        i.key: (i.more, i.doubt) for i in items_of("office", "2 Mill Lane", "room 4", "~/a/cv.pdf")
    }
    assert office == {
        "dress": ("", ""), "route": ("2 Mill Lane · room 4", ""), "resume": ("cv.pdf", ""),
    }  # fmt: skip
    video = {i.key: (i.more, i.doubt) for i in items_of("video", "", "", "", resume_missing=True)}
    assert video["link"] == ("", "no link yet")
    assert video["resume"] == ("", "no file is named yet")
    gone = items_of("telephone", "+1", "", "cv.pdf", resume_missing=True)
    assert [(i.more, i.doubt) for i in gone] == [("+1", ""), ("cv.pdf", "there is no such file")]


@pytest.mark.parametrize("kind", PLACE_KINDS)
def test_the_stored_keys_are_those_of_the_kind(kind: str) -> None:
    assert [item.key for item in items_of(kind, "", "", "")] == keys(kind)


def test_a_place_is_told_by_its_address_its_link_or_its_number() -> None:
    assert [place_word(kind) for kind in PLACE_KINDS] == [
        "address", "address", "link", "number", "address",
    ]  # fmt: skip

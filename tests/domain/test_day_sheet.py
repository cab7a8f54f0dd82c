"""The checklist of the day, by the kind of place."""

import pytest

from infotui.domain.day_sheet import items_for
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

"""Findings beside each other: what a filter finds, and which are guessed to be at odds (S12, M9)."""

from datetime import UTC, datetime, timedelta

import pytest

from infotui.domain.answers import Person, Talk
from infotui.domain.findings import FoundRow, found, guesses, haystacks, in_order, pair_of

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def a_finding(number: int, text: str, *, talk: int = 1, place: int | None = 1, field: str = "",
              kind: str = "career", who: str = "Ana Alm") -> FoundRow:  # fmt: skip
    at = NOW + timedelta(days=talk)
    there = Talk(talk, at, place, "Northwind" if place else "", field, (Person(talk, who),))
    return FoundRow(number, kind, text, None, None, there)


ROWS = [
    a_finding(1, "they hire for curiosity"),
    a_finding(2, "Énergie needs curiosity", talk=2, field="Energy", who="Bo Lind"),
]


@pytest.mark.parametrize(("needle", "ids"), [
    ("", [1, 2]), ("curios", [1, 2]), ("energie", [2]), ("lind", [2]), ("from:ana", [1]),
    ("from:north hire", [1]), ("field:ener", [2]), ("field:hire", []), ("from:", [1, 2]),
    ("kind:x", []), ("kind:career", [1, 2]), ('kind:"career" field:"energy"', [2]),
    ('field:"ener"', []), ('field:""', [1]), ('"for curiosity"', [1]), ("a:b", []),
])  # fmt: skip
def test_words_who_and_field_are_found(needle: str, ids: list[int]) -> None:
    assert [row.id for row in found(ROWS, needle)] == ids
    assert [row.id for row in found(ROWS, needle, haystacks(ROWS))] == ids


PAIR = ("a doctorate is not needed", "they want a doctorate")


@pytest.mark.parametrize(("other", "meet"), [
    ({}, True),
    ({"talk": 1}, False),  # a talk is never set against itself
    ({"place": 2}, False),
    ({"place": None}, False),
    ({"kind": "gap"}, False),
])  # fmt: skip
def test_only_what_shares_kind_and_place_is_at_odds(other: dict[str, object], meet: bool) -> None:
    rows = [a_finding(1, PAIR[0]), a_finding(2, PAIR[1], **{"talk": 2, **other})]  # type: ignore[arg-type]
    assert [odds.ids for odds in guesses(rows, 9)] == ([(1, 2)] if meet else [])
    assert [odds.ids for odds in guesses(rows[::-1], 9)] == ([(1, 2)] if meet else [])


def test_a_field_or_a_person_is_a_place_too_and_the_organization_tells_nothing() -> None:
    same = [a_finding(n, PAIR[n - 1], talk=n, place=None, field="Energy") for n in (1, 2)]
    assert len(guesses(same, 9)) == 1
    named = [a_finding(1, "no Northwind here"), a_finding(2, "Northwind here", talk=2)]
    assert guesses(named, 9) == []


def test_each_is_set_against_the_ten_latest_and_the_newest_pairs_come_first() -> None:
    rows = [a_finding(n, PAIR[1], talk=n) for n in range(1, 13)] + [a_finding(99, PAIR[0], talk=20)]
    both = guesses(rows, 100)
    assert [odds.older.id for odds in both] == list(range(3, 13))
    assert len(guesses(rows, 4)) == 4
    assert {odds.newer.id for odds in both} == {99}


def test_a_pair_is_kept_in_one_order_and_shown_in_time() -> None:
    assert pair_of(2, 1) == pair_of(1, 2) == (1, 2)
    late = a_finding(1, "late", talk=9)
    assert in_order(late, ROWS[1]) == (ROWS[1], late)

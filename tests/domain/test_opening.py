"""An opening's rounds, its word why, and who may help with it."""

from datetime import UTC, datetime

import pytest

from infotui.domain.opening import (
    POSTED,
    Met,
    OpeningRow,
    advocates,
    next_posted,
    with_why,
    without_why,
)

AT = datetime(2026, 11, 23, tzinfo=UTC)
JOB = OpeningRow(1, "analyst", 7, "Northwind", "energy", "unknown", "heard", "", 1, "Ana", 1, AT)


def met(number: int, name: str, organization_id: int | None = None, **more: object) -> Met:
    whole = {"organization": "", "field": "", "stage": "met", **more}
    return Met(number, name, organization_id, **whole)  # type: ignore[arg-type]


def test_posted_goes_round() -> None:
    seen = ["unknown"]
    while (after := next_posted(seen[-1])) != "unknown":
        seen.append(after)
    assert set(seen) == set(POSTED)


@pytest.mark.parametrize("text", ["a job", "a job · closed: x", "a · closed: b\nmore"])
def test_one_word_why_stands_behind_the_words(text: str) -> None:
    closed = with_why(text, "they froze it")
    assert closed.endswith(" · closed: they froze it")
    assert closed.count("they froze it") == 1
    assert with_why(closed, "they froze it") == closed
    assert without_why(closed) == without_why(text)


@pytest.mark.parametrize(
    ("person", "reasons"),
    [
        (met(1, "A", 7), ("works at Northwind",)),
        (met(1, "A", 8, past=True), ("was at Northwind when you talked",)),
        (met(1, "A", told=True), ("told you of it",)),
        (met(1, "A", led_to="Bo"), ("led you to Bo",)),
        (met(1, "A", field="ENERGY "), ("same field: ENERGY ",)),
        (met(1, "A", field_then=True), ("you talked about energy",)),
        (met(1, "A", stage="advocate"), ("is an advocate of yours",)),
        (met(1, "A", stage="in touch"), ()),
        (met(1, "A", 7, stage="in touch"), ("works at Northwind", "in touch with you")),
        (met(1, "A", 8, field="opera"), ()),
    ],
)
def test_each_reason_is_said_and_without_one_nobody_is_named(
    person: Met, reasons: tuple[str, ...]
) -> None:
    assert [one.reasons for one in advocates(JOB, [person])] == ([reasons] if reasons else [])


def test_where_nothing_is_known_of_the_job_nothing_fits_by_being_empty() -> None:
    bare = JOB._replace(organization_id=None, organization="", field="")
    assert advocates(bare, [met(1, "A"), met(2, "B", 7, field="energy")]) == []


def test_the_likeliest_comes_first() -> None:
    people = [
        met(1, "Field", field="energy"), met(2, "There", 7), met(3, "Told", told=True),
        met(4, "Path", led_to="There"), met(5, "Advocate", stage="advocate"),
        met(6, "All", 7, told=True, field="energy", stage="advocate"),
    ]  # fmt: skip
    names = [one.name for one in advocates(JOB, people)]
    assert names == ["All", "There", "Told", "Path", "Advocate", "Field"]

"""The seven checks of a prepared interview, each with what is missing."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.day_sheet import items_for
from infotui.domain.readiness import CheckName, Prepared, checks
from tests.domain.builders import steady

OFFICE = tuple(item.key for item in items_for("office"))
READY = Prepared(
    goals=1, why="she built it", person_notes=1, organization_notes=1, has_organization=True,
    questions=5, raw_questions=0, place_kind="office", place="2 Mill Lane", scheduled=True,
    opening="who I am", day_sheet_done=OFFICE,
)  # fmt: skip
BARE = Prepared(
    goals=0, why="", person_notes=0, organization_notes=0, has_organization=False, questions=0,
    raw_questions=0, place_kind="", place="", scheduled=False, opening="", day_sheet_done=(),
)  # fmt: skip


def test_what_is_prepared_passes_all_seven() -> None:
    assert [check.name for check in checks(READY)] == list(get_args(CheckName))
    assert all(check.done for check in checks(READY))


def test_what_is_bare_passes_none_and_says_why() -> None:
    said = {check.name: check.missing for check in checks(BARE)}
    assert not any(check.done for check in checks(BARE))
    assert said == {
        "goal": "goal",
        "person research": "person research",
        "organization research": "their organization",
        "questions": "5 more questions",
        "place": "time and place",
        "opening": "your opening is empty",
        "day sheet": "day sheet",
    }


@pytest.mark.parametrize(
    ("change", "name", "missing"),
    [
        ({"goals": 0}, "goal", "goal"),
        ({"why": " \n"}, "goal", "why this person"),
        ({"person_notes": 0}, "person research", "person research"),
        ({"organization_notes": 0}, "organization research", "organization research"),
        ({"questions": 4}, "questions", "1 more question"),
        ({"questions": 3}, "questions", "2 more questions"),
        ({"raw_questions": 1}, "questions", "1 question not tailored"),
        ({"raw_questions": 2}, "questions", "2 questions not tailored"),
        ({"scheduled": False}, "place", "time"),
        ({"opening": " "}, "opening", "your opening is empty"),
        ({"day_sheet_done": OFFICE[1:]}, "day sheet", "day sheet, 1 to do"),
        ({"day_sheet_done": ()}, "day sheet", "day sheet, 3 to do"),
        ({"place_kind": "coffee shop"}, "day sheet", "day sheet, 1 to do"),  # offer to buy
        ({"place_kind": "video"}, "day sheet", "day sheet, 2 to do"),
    ],
)
def test_each_thing_that_is_missing_fails_its_own_check(
    change: dict[str, Any], name: str, missing: str
) -> None:
    failed = [check for check in checks(READY._replace(**change)) if not check.done]
    assert [(check.name, check.missing) for check in failed] == [(name, missing)]


def test_without_a_kind_of_place_neither_place_nor_day_sheet_stands() -> None:
    failed = {c.name: c.missing for c in checks(READY._replace(place_kind="")) if not c.done}
    assert failed == {"place": "place", "day sheet": "day sheet"}


@pytest.mark.parametrize(
    ("kind", "place", "missing"),
    [
        ("office", "", "address"), ("coffee shop", " ", "address"), ("other", "", "address"),
        ("video", "she sends it", "link"), ("telephone", "", "number"), ("office", "Roos", ""),
    ],
)  # fmt: skip
def test_the_very_place_is_missed_from_the_day_before(kind: str, place: str, missing: str) -> None:
    facts = READY._replace(place_kind=kind, place=place)
    early, late = (
        next(c for c in checks(facts._replace(near=near)) if c.name == "place")
        for near in (False, True)
    )
    assert (early.done, early.missing) == (True, "")
    assert (late.done, late.missing) == (not missing, missing)


@pytest.mark.parametrize("count", [5, 10, 11, 40])
def test_more_than_ten_questions_do_not_block(count: int) -> None:
    assert all(check.done for check in checks(READY._replace(questions=count)))


@steady
@given(
    st.builds(
        Prepared,
        goals=st.integers(0, 2),
        why=st.sampled_from(["", "x"]),
        person_notes=st.integers(0, 1),
        organization_notes=st.integers(0, 1),
        has_organization=st.booleans(),
        questions=st.integers(0, 12),
        raw_questions=st.integers(0, 3),
        place_kind=st.sampled_from(["", "office", "video", "telephone"]),
        place=st.sampled_from(["", "x"]),
        scheduled=st.booleans(),
        opening=st.sampled_from(["", "x"]),
        day_sheet_done=st.just(OFFICE) | st.just(()),
    )
)
def test_whatever_is_not_done_says_what_is_missing(facts: Prepared) -> None:
    found = checks(facts)
    assert [check.name for check in found] == list(get_args(CheckName))
    assert all(check.missing.strip() for check in found if not check.done)

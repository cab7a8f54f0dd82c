"""The debrief as a value: what it asks, whether it says anything, when it is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.debrief import CONFIDENCE, TEXTS, DebriefRow, due_on, say_confidence
from infotui.domain.kept import Kept
from tests.domain.builders import steady

EMPTY = DebriefRow(1, 2, "", "", "", None, "due", date(2026, 11, 24))


def test_every_text_of_it_is_saved_as_it_is_typed_and_has_a_question() -> None:
    for field, question, name in TEXTS:
        assert Kept("debrief", field, 1).field in DebriefRow._fields
        assert question.endswith("?")
        assert name


@pytest.mark.parametrize("field", [field for field, _, _ in TEXTS])
def test_it_is_begun_with_the_first_word_in_any_of_its_texts(field: str) -> None:
    assert not EMPTY.begun
    assert not EMPTY._replace(**{field: " \n\t"}).begun
    begun = EMPTY._replace(**{field: "x"})
    assert begun.begun
    assert begun.text(field) == "x"


def test_it_is_begun_with_a_confidence_alone() -> None:
    assert EMPTY._replace(confidence=1).begun


def test_each_step_of_confidence_has_a_word_of_its_own() -> None:
    assert list(CONFIDENCE) == [1, 2, 3, 4, 5]
    assert len(set(CONFIDENCE.values())) == 5
    assert say_confidence(4) == "4 of 5, sure"


@steady
@given(st.dates(max_value=date(9999, 12, 30)), st.dates())
def test_it_is_due_the_day_after_the_talk_and_never_late_from_its_start(
    ended: date, today: date
) -> None:
    due = due_on(ended, today)
    assert due >= today
    assert due == ended + timedelta(days=1) or due == today > ended + timedelta(days=1)

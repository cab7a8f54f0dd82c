"""One tree of errors, each a sentence for the person."""

import pytest

from infotui.domain import errors
from infotui.domain.errors import BadInputError, InfotuiError

KINDS = [
    kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_can_be_told_to_a_person(kind: type[InfotuiError]) -> None:
    assert issubclass(kind, InfotuiError)
    error = kind("when", "No.") if kind is BadInputError else kind("No.")
    assert error.sentence == "No."


def test_bad_input_names_its_field_and_the_sentence_stays_plain() -> None:
    error = BadInputError("when", "“[b]x[/b]” is no day.")
    assert (error.field, error.sentence) == ("when", "“[b]x[/b]” is no day.")
    assert str(error) == error.sentence

"""What a contact's fields may hold: names, lines, long texts, e-mail addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.contact import (
    LINE_LIMIT,
    POINT_KINDS,
    STAGES,
    TEXT_LIMIT,
    check_email,
    long_text,
    optional_line,
    required_line,
)
from infotui.domain.errors import BadInputError
from tests.domain.builders import steady


def test_the_stages_go_from_stranger_to_advocate() -> None:
    assert STAGES == ("stranger", "introduced", "met", "in touch", "advocate")
    assert {"email", "phone", "address"} <= set(POINT_KINDS)


@pytest.mark.parametrize("value", ["", "   ", "\n\t", "\x1b\x00", "\u2028", "\ufeff\u202e"])
def test_a_name_must_not_be_empty(value: str) -> None:
    with pytest.raises(BadInputError, match="A contact needs a name") as refused:
        required_line("name", value, "A contact")
    assert refused.value.field == "name"


@pytest.mark.parametrize("value", ["\u200b", "\u2060\u00ad", "\u200d\u200e"])
def test_a_name_must_not_be_invisible(value: str) -> None:
    with pytest.raises(BadInputError):
        required_line("name", value, "A contact")


def test_a_line_is_cleaned() -> None:
    assert required_line("name", "  Ana\n \x1b[31mRuiz ", "A contact") == "Ana [31mRuiz"
    assert optional_line("role", "\u202e test\tengineer") == "test engineer"
    assert optional_line("role", "") == ""


@steady
@given(st.integers(0, LINE_LIMIT + 50))
def test_a_line_is_as_long_as_a_line_can_be_or_refused(length: int) -> None:
    if length <= LINE_LIMIT:
        assert optional_line("role", "x" * length) == "x" * length
    else:
        with pytest.raises(BadInputError, match=f"{length} characters") as refused:
            optional_line("role", "x" * length)
        assert refused.value.field == "role"


def test_a_long_text_keeps_its_lines_and_has_an_end() -> None:
    assert long_text("about", "a\r\nb\u2028c\x00") == "a\nb\nc"
    assert len(long_text("about", "x" * TEXT_LIMIT)) == TEXT_LIMIT
    with pytest.raises(BadInputError, match="100,001 characters") as refused:
        long_text("about", "x" * (TEXT_LIMIT + 1))
    assert refused.value.field == "about"


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("", ""),
        ("  ", ""),
        (" ana@example.org ", "ana@example.org"),
        ("a.b+c@mail.example.org", "a.b+c@mail.example.org"),
        ("ana@exämple.org", "ana@exämple.org"),
    ],
)
def test_an_address_is_kept_as_a_line(value: str, kept: str) -> None:
    assert check_email(value) == kept


@pytest.mark.parametrize(
    "value",
    ["ana", "@example.org", "ana@", "ana@example", "ana ruiz@example.org", "ana@ex ample.org"],
)
def test_what_is_no_address_is_refused_where_it_stands(value: str) -> None:
    with pytest.raises(BadInputError, match="no e-mail address") as refused:
        check_email(value)
    assert refused.value.field == "email"
    assert value in refused.value.sentence


@pytest.mark.parametrize("value", ["ana@@example.org", "ana@.", "ana@.org", "ana@example."])
def test_an_address_without_a_host_is_refused(value: str) -> None:
    with pytest.raises(BadInputError):
        check_email(value)

"""Named blanks: found, filled, and never given to str.format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.blanks import KNOWN_BLANKS, blanks_in, fill, readable
from tests.domain.builders import steady

VALUES = {"name": "Ana", "organization": "Northwind", "unit": "the lab"}


def test_the_blanks_of_the_requirement_are_known_and_described() -> None:
    assert {"organization", "unit", "profession", "name"} <= set(KNOWN_BLANKS)
    assert all(words.strip() for words in KNOWN_BLANKS.values())
    assert all(blanks_in("{" + name + "}") == (name,) for name in KNOWN_BLANKS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("no blank here", ()),
        ("{name}", ("name",)),
        ("{name} at {organization}, {name}", ("name", "organization", "name")),
        ("{no_such_thing}", ("no_such_thing",)),
        ("{{name}}", ("name",)),
        ("{name", ()),
        ("name}", ()),
        ("{}", ()),
        ("{0}", ()),
        ("{Name}", ()),
        ("{ name }", ()),
        ("{_name}", ()),
    ],
)
def test_blanks_are_found_in_order(text: str, found: tuple[str, ...]) -> None:
    assert blanks_in(text) == found


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Hello {name}.", "Hello Ana."),
        ("{name}, {name}", "Ana, Ana"),
        ("{name} of {field}", "Ana of {field}"),
        ("{{name}}", "{Ana}"),
        # What str.format would obey, read or choke on stays as it was written.
        ("{name.__class__.__mro__}", "{name.__class__.__mro__}"),
        ("{name[0]}", "{name[0]}"),
        ("{name!r}", "{name!r}"),
        ("{name:>999999999}", "{name:>999999999}"),
        ("{0} {} {", "{0} {} {"),
        ("}{", "}{"),
        ("%(name)s $name ${name}", "%(name)s $name $Ana"),
    ],
)
def test_filling_is_plain_replacement(text: str, filled: str) -> None:
    assert fill(text, VALUES) == filled


def test_a_value_is_put_in_as_it_is() -> None:
    values = {"name": "{organization} \\g<0> \\1 {name}", "organization": "Northwind"}
    assert fill("{name}", values) == values["name"]


@pytest.mark.parametrize("values", [{}, {"name": ""}, {"other": "x"}])
def test_a_blank_without_a_value_stays(values: dict[str, str]) -> None:
    assert fill("Hello {name}.", values) == "Hello {name}."


HOSTILE = st.text(st.sampled_from("{}{}nameunit_.:!0[]\\$% \x1b"), max_size=60)


@steady
@given(HOSTILE)
def test_without_values_a_text_stays_as_it_is(text: str) -> None:
    assert fill(text, {}) == text


@steady
@given(HOSTILE, st.text(max_size=10))
def test_whatever_the_braces_only_whole_blanks_are_replaced(text: str, value: str) -> None:
    filled = fill(text, {"name": value})
    assert filled == (text.replace("{name}", value) if value else text)


@steady
@given(st.text(st.characters(exclude_characters="{}")), st.sampled_from(sorted(KNOWN_BLANKS)))
def test_a_filled_text_has_no_blank_left(words: str, blank: str) -> None:
    text = f"{words}{{{blank}}}{words}"
    assert blanks_in(fill(text, {blank: "x"})) == ()
    assert fill(text, {blank: "x"}) == f"{words}x{words}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("talk to about {field}", "talk to about (field)"),
        ("in {home_town}, {Name}", "in (home town), {Name}"),
        ("{{unit}}", "{(unit)}"),
        ("no blank {", "no blank {"),
    ],
)
def test_an_open_blank_is_readable_aloud(text: str, read: str) -> None:
    assert readable(text) == read

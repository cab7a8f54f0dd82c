"""The lines of a contact's form: what is meant by them, and what is said when nothing can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.contact_lines import (
    check_link,
    check_zone,
    split_emails,
    split_line,
    split_links,
    split_tags,
)
from infotui.domain.errors import BadInputError
from tests.domain.builders import steady

ZONES = {"Europe/Berlin", "Europe/Lisbon", "America/New_York", "America/Indiana/Knox", "Asia/Tokyo",
         "America/Knox", "UTC"}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("", []),
        (" ; ;", []),
        ("a@example.org", ["a@example.org"]),
        (" a@example.org ;b@example.org; ", ["a@example.org", "b@example.org"]),
        ("a@example.org; A@EXAMPLE.ORG", ["a@example.org"]),
    ],
)
def test_several_addresses_stand_in_one_line(line: str, ways: list[str]) -> None:
    assert split_emails(line) == ways


@steady
@given(
    st.lists(st.from_regex(r"[a-z]{1,9}@[a-z]{1,9}\.org", fullmatch=True), unique=True, max_size=9)
)
def test_a_line_that_was_put_together_is_taken_apart_again(ways: list[str]) -> None:
    assert split_emails("; ".join(ways)) == ways


@pytest.mark.parametrize(
    ("line", "field"), [("a@example.org; b", "email"), ("x" * 201, "phone"), (";".join("abcdefghijklmnopqrstuvw"), "phone")],
)  # fmt: skip
def test_one_that_cannot_be_meant_is_refused_with_all(line: str, field: str) -> None:
    with pytest.raises(BadInputError) as refused:
        split_emails(line) if field == "email" else split_line(field, line)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("", ""),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
        ("example.org", "https://example.org"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("münchen.example/ä", "https://münchen.example/ä"),
    ],
)
def test_a_link_opens_a_page(line: str, link: str) -> None:
    assert check_link(line) == link
    assert split_links(line) == ([link] if link else [])


@pytest.mark.parametrize(
    "line",
    ["javascript:alert(1)", "javascript:1", "JavaScript:alert.call(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.org",
     "ftp://example.org", "https://", "https:// example.org", "https://a@b.example", "nothing", "x" * 10_000, "a b.org"],
)  # fmt: skip
def test_what_is_no_link_to_a_page_is_refused(line: str) -> None:
    with pytest.raises(BadInputError) as refused:
        split_links(f"https://example.org; {line}")
    assert refused.value.field == "web"
    assert len(refused.value.sentence) < 300


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", []),
        ("#hiring energy", ["hiring", "energy"]),
        ("Energy, #energy; #ENERGIE  ##x", ["Energy", "ENERGIE", "x"]),
        ("# #-", ["-"]),
        ("c++ größe 日本", ["c++", "größe", "日本"]),
    ],
)
def test_tags_are_words(line: str, tags: list[str]) -> None:
    assert split_tags(line) == tags
    assert split_tags(" ".join(f"#{tag}" for tag in tags)) == tags


@pytest.mark.parametrize("line", ["x" * 51, "#" + "x" * 10_000, " ".join(map(str, range(21)))])
def test_too_much_of_a_tag_is_refused(line: str) -> None:
    with pytest.raises(BadInputError) as refused:
        split_tags(line)
    assert refused.value.field == "tags"


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("", ""),
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/BERLIN", "Europe/Berlin"),
        (" lisbon ", "Europe/Lisbon"),
        ("New York", "America/New_York"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_known_by_its_name_or_its_city(line: str, zone: str) -> None:
    assert check_zone(line, lambda: ZONES) == zone


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("Europe/Berln", "Near it: Europe/Berlin."),
        ("Lisboa", "Near it: Europe/Lisbon."),
        ("Amerika/New_York", "Near it: America/New_York."),
        ("knox", "Near it: America/Indiana/Knox, America/Knox."),
        ("Atlantis", "Write it like Europe/Berlin."),
    ],
)
def test_an_unknown_zone_names_the_nearest(line: str, near: str) -> None:
    with pytest.raises(BadInputError) as refused:
        check_zone(line, lambda: ZONES)
    assert refused.value.field == "zone"
    assert refused.value.sentence == f"“{line}” is no time zone. {near}"


def test_zones_are_asked_for_only_when_one_was_written() -> None:
    assert check_zone("", lambda: pytest.fail("nobody asked")) == ""

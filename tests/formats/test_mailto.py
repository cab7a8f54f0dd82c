"""The mailto link (RFC 6068): what a mail program reads out of it is what was put in."""

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.text import clean, clean_line
from infotui.formats.mailto import LONGEST, MailLink, mail_link
from tests.tries import tries


def read(url: str) -> tuple[str, dict[str, str]]:
    """Read a link as a mail program does."""
    scheme, _, rest = url.partition(":")
    assert scheme == "mailto"
    to, _, query = rest.partition("?")
    fields = dict(part.split("=", 1) for part in query.split("&") if part)
    return unquote(to), {name: unquote(value) for name, value in fields.items()}


def test_address_subject_and_text_are_in_it() -> None:
    link = mail_link("jane+x@doe.example", "Tea & cake?", "Dear Jane,\n\n100% = yes #1\n")
    assert link == MailLink(
        "mailto:jane%2Bx@doe.example?subject=Tea%20%26%20cake%3F"
        "&body=Dear%20Jane%2C%0D%0A%0D%0A100%25%20%3D%20yes%20%231"
    )


def test_what_is_not_there_is_left_out() -> None:
    assert mail_link("", "", "").url == "mailto:"
    assert mail_link("", "x", "").url == "mailto:?subject=x"
    assert mail_link("a@b.c", "", "y").url == "mailto:a@b.c?body=y"


def test_nothing_in_a_subject_or_an_address_becomes_a_header() -> None:
    url = mail_link("a@b.c?bcc=e@f.g", "x\r\nBcc: e@f.g&bcc=h@i.j", "").url
    assert read(url) == ("a@b.c?bcc=e@f.g", {"subject": "x Bcc: e@f.g&bcc=h@i.j"})
    assert url.count("?") == 1
    assert url.count("&") == 0


@given(st.text(max_size=60), st.text(max_size=200))
@settings(max_examples=tries(100))
def test_a_mail_program_reads_what_was_put_in(subject: str, body: str) -> None:
    url, whole = mail_link("jane@doe.example", subject, body)
    to, fields = read(url)
    assert url.isascii()
    assert to == "jane@doe.example"
    if whole:
        assert fields.get("subject", "") == clean_line(subject)
        wanted = clean(body).rstrip("\n")
        assert fields.get("body", "").replace("\r\n", "\n") == (wanted if wanted.strip() else "")


@pytest.mark.parametrize(("subject", "fields"), [("x", {"subject": "x"}), ("x" * 3_000, {})])
def test_a_text_that_is_too_long_is_left_out(subject: str, fields: dict[str, str]) -> None:
    link = mail_link("a@b.c", subject, "word " * 500)
    assert not link.whole
    assert len(link.url) <= LONGEST
    assert read(link.url) == ("a@b.c", fields)

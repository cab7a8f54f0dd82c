"""Drafts as values: their kinds, their blanks, one text made of them and taken apart again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.draft import (
    BLANKS,
    KINDS,
    DraftRow,
    as_text,
    blank_places,
    how_used,
    join,
    open_blanks,
    part,
)
from infotui.domain.outreach import CHANNELS

LINES = st.lists(st.text("ab :{}Ssubject", max_size=12), min_size=1, max_size=4)


def test_every_kind_may_use_blanks_that_are_known() -> None:
    assert {blank for kind in KINDS.values() for blank in kind.blanks} == set(BLANKS)
    assert {kind.channel for kind in KINDS.values()} <= set(CHANNELS)
    assert all(kind.key == key and kind.title for key, kind in KINDS.items())


def test_an_introducer_is_named_in_first_words_alone() -> None:
    naming = {key for key, kind in KINDS.items() if "introducer" in kind.blanks}
    assert naming == {key for key, kind in KINDS.items() if kind.reaches_out}
    third = {key for key, kind in KINDS.items() if "target" in kind.blanks}
    assert third == {key for key, kind in KINDS.items() if kind.to == "introducer"}


def test_open_blanks_are_named_once_in_order() -> None:
    assert open_blanks("{b} x", "{a} {b} {A} {}") == ("b", "a")
    assert blank_places("x{a}{b} {a}") == [(1, 4), (4, 7), (8, 11)]


@given(st.text("ab :", max_size=12), LINES)
def test_one_text_is_taken_apart_as_it_was_joined(subject: str, lines: list[str]) -> None:
    subject, body = subject.strip(), "\n".join(lines).strip("\n")
    assert part(join(subject, body), subject) == (subject, body)
    assert part(join(None, body), None) == ("", body)


def test_a_subject_that_was_taken_out_stays_and_one_that_was_changed_follows() -> None:
    assert part("Dear Jane,\n", "Hello") == ("Hello", "Dear Jane,")
    assert part("subject:New\n\n\nDear Jane,", "Hello") == ("New", "Dear Jane,")
    assert part("", "Hello") == ("Hello", "")


@pytest.mark.parametrize(
    ("kind", "last", "how"),
    [
        ("request-email", "", "sent"), ("request-email", "mail", "mail"),
        ("request-letter", "file", "file"), ("telephone-script", "", "said"),
        ("telephone-script", "copied", "copied"), ("unknown", "", "sent"),
    ],
)  # fmt: skip
def test_how_it_was_used_follows_from_how_it_was_handed_on(kind: str, last: str, how: str) -> None:
    assert how_used(kind, last) == how


def test_a_subject_is_one_line_whatever_was_stored() -> None:
    now, subject = datetime(2026, 11, 23, tzinfo=UTC), "Hello\nBcc: all@example.org"
    row = DraftRow(1, 1, "Ana", None, None, "request-email", subject, "Text", "open", now, None, "")
    assert as_text(row) == "Subject: Hello Bcc: all@example.org\n\nText\n"

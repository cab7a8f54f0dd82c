"""Templates: what they mean, what is wrong with one and where, and that they read nothing but what is given."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.blanks import blanks_in
from infotui.domain.draft import KINDS
from infotui.domain.template import (
    MOST_BYTES,
    BrokenTemplateError,
    Filled,
    decode,
    read_template,
    render,
)
from infotui.domain.text import clean
from tests.tries import tries

MAIL, LETTER = "request-email", "request-letter"


def filled(text: str, kind: str = LETTER, **values: str) -> Filled:
    return render(read_template(kind, text), values)


def test_remarks_subject_and_text_are_told_apart() -> None:
    text = "# for me\n# alone\nSubject:  Hello {name} \n\nDear {name},\n# no remark here\n"
    assert filled(text, MAIL, name="Jane") == Filled("Hello Jane", "Dear Jane,\n# no remark here")


def test_what_is_not_known_stays_as_a_blank() -> None:
    assert filled("Dear {name}, at {organization}.").body == "Dear {name}, at {organization}."


def test_a_value_is_put_in_as_it_is_and_as_one_line() -> None:
    assert filled("{why}!", why="{name}\n{0.__class__}  x", name="Jane").body == (
        "{name} {0.__class__} x!"
    )


@pytest.mark.parametrize(
    ("values", "body"),
    [
        ({}, "a\n\nunknown\n\nz"),
        ({"why": "w"}, "a\n\nw and\n\nz"),
        ({"why": "w", "goal": "g"}, "a\n\nw and\ng w\n\nz"),
    ],
)
def test_a_line_stands_under_its_conditions(values: dict[str, str], body: str) -> None:
    text = "a\n\n{?why}{why} and\n{?why}{?goal}{goal} {why}\n{!why}{!goal}unknown\n\nz"
    assert filled(text, **values).body == body


def test_a_line_that_falls_out_takes_an_empty_line_along_and_no_other() -> None:
    assert filled("a\n\n{?why}b\n\n\nc").body == "a\n\nc"
    assert filled("a\n\n\nb\n\n{?why}c\n").body == "a\n\n\nb"
    assert filled("{?why}a\n\nb").body == "b"


def test_of_several_subjects_the_first_that_stands_is_taken() -> None:
    text = "{?why}Subject: {why}\n{?goal}Subject: g\nSubject: none\n\nbody"
    assert filled(text, MAIL).subject == "none"
    assert filled(text, MAIL, goal="x").subject == "g"
    assert filled(text, MAIL, goal="x", why="w\nz").subject == "w z"


def test_a_letter_needs_no_subject_and_line_ends_of_every_system_are_the_same() -> None:
    assert filled("a\r\nb\rc").body == "a\nb\nc"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n{organisation}", 2, "{organization} is perhaps meant"),
        ("{Name}", 1, "{name} is perhaps meant"),
        ("{their_when}", 1, "there is no blank {their_when} here"),
        ("{me.__class__}", 1, "there is no blank {me.__class__}"),
        ("{}", 1, "there is no blank {}"),
        ("{me!r:>9}", 1, "there is no blank"),
        ("a\n\n{name", 3, "a brace is not closed"),
        ("name}", 1, "a brace is not closed"),
        ("{{name}}", 1, "a brace is not closed"),
        ("x {?why}y", 1, "{?why} can only stand at the very beginning of a line"),
        ("{?wy}y", 1, "{why} is perhaps meant"),
        ("{?target}y", 1, "there is no blank {target} here"),
        ("", 1, "no text"),
        ("# only\n# remarks\n\n", 4, "no text"),
        ("Subject: x\n\ny", 1, "has no subject"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(BrokenTemplateError) as bad:
        read_template(LETTER, text)
    assert (bad.value.line, words in bad.value.reason) == (line, True), bad.value.reason


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# a\nHello", 2, "begins with a line like “Subject: …”"),
        ("Subject: x\nHello", 2, "an empty line must part"),
        ("Subject: x\n\n\n", 4, "no text"),
        ("{?why}Subject: x\n\nHello", 1, "must say something in every case"),
        ("Subject:\n\nHello", 1, "must say something in every case"),
        ("Subject: {nobody}\n\nHello", 1, "no blank {nobody}"),
    ],
)
def test_what_is_wrong_with_an_e_mail(text: str, line: int, words: str) -> None:
    with pytest.raises(BrokenTemplateError) as bad:
        read_template(MAIL, text)
    assert (bad.value.line, words in bad.value.reason) == (line, True), bad.value.reason


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    assert decode(b"\xef\xbb\xbfDear") == "Dear"
    for raw, line in ((b"a\nb\n\xff", 3), (b"x" * (MOST_BYTES + 1), 1)):
        with pytest.raises(BrokenTemplateError) as bad:
            decode(raw)
        assert bad.value.line == line


# ── it can read only what it is given ────────────────────────────────────────────────────────────

PIECES = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from(
            ["{name}", "{?why}", "{!why}", "{why}", "{me}", "\n", "\n\n", "{", "}", "{{", "}}", "#",
             "Subject: ", "{0}", "{name.__class__}", "{me!r}", "{why:>99}", "{__import__}", "%s", "$me"]
        ),
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(PIECES, st.sampled_from(sorted(KINDS)))
@settings(max_examples=tries(200))
def test_any_template_gives_its_own_words_and_the_values_and_no_more(text: str, kind: str) -> None:
    # Each value is one letter that stands in no text, and one of them is not given to any kind.
    values = {"name": "\ue000", "me": "\ue001", "why": "\ue002", "secret": "\ue003"}
    with suppress(BrokenTemplateError):
        found = render(read_template(kind, text), values)
        told = set(found.subject + found.body)
        assert told <= {*clean(text), *"\ue000\ue001\ue002\n "}
        unknown = blanks_in(f"{found.subject}\n{found.body}")
        assert set(unknown) <= KINDS[kind].blanks - {"name", "me"}


@given(st.text(max_size=200) | PIECES, st.sampled_from(sorted(KINDS)))
@settings(max_examples=tries(100))
def test_any_text_is_a_template_or_told_to_be_none(text: str, kind: str) -> None:
    told: list[BrokenTemplateError] = []
    try:
        read_template(kind, text)
    except BrokenTemplateError as bad:
        told.append(bad)
    lines = clean(text).count("\n") + 1
    assert all(1 <= b.line <= lines + 1 and b.reason and b.reason[-1] != "." for b in told)

"""What a line that is being typed will become, said below it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.capture import NOTE_KINDS, SIGNS, NoteKind, read_line
from infotui.domain.due import due_in
from infotui.domain.hint import Hint, hint_of
from infotui.domain.moment import say_day
from tests.domain.builders import steady

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        (
            "> Jane Doe, fuel cells, jane@x.org",
            "lead",
            "lead · Jane Doe · may mention: not asked · reach jane@x.org · why fuel cells",
        ),
        ("> Jane Doe · may mention: yes", "lead", "lead · Jane Doe · may mention: yes"),
        ("> Jane may mention: yes #ref", "lead", "lead · Jane · may mention: yes"),
        ("> may mention: no", "lead", "lead · no name yet · may mention: no"),
        ("! send the report by Fri", "my promise", "I promised · due Fri 27 Nov"),
        ("! send it by 5 jan", "my promise", "I promised · due Tue 5 Jan 2027"),
        ("! send it", "my promise", "I promised · no day understood: 2 days, as usual"),
        ("! not before fri", "my promise", "I promised · no day understood: 2 days, as usual"),
        ("< send it tomorrow", "their promise", "they promised · due Fri 27 Nov"),
        ("< send it", "their promise", "they promised · no day understood: 7 days, as usual"),
        ("* they hire for curiosity", "finding", "finding · career"),
        ("* they hire for curiosity #Market", "finding", "finding · market"),
        ("* they hire #hiring", "finding", "finding · career"),
        ("$ two analysts", "opening", "opening"),
        ("& a book", "resource", "resource"),
        ("? why now", "arisen", "question that arose"),
        ("^ my salary", "asked of me", "asked of me"),
        ("grew up here #home #Team", "note", "note · #home #Team"),
        ("\\> not a lead", "note", "plain text"),
        ("\\* plain #but-tagged", "note", "plain text"),
        (">", "lead", "> lead: name, why, how to reach"),
        ("! ", "my promise", "! I promised: what, and by when"),
    ],
)
def test_a_line_says_what_it_becomes(line: str, kind: NoteKind, words: str) -> None:
    assert hint_of(line, TODAY) == Hint(kind, words)


@pytest.mark.parametrize("line", ["", "  ", "grew up here", "$300 a day", "\\", "\\n", "\\#tag"])
def test_a_plain_line_says_nothing(line: str) -> None:
    assert hint_of(line, TODAY) is None


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_alone_says_what_it_begins(sign: str) -> None:
    hint = hint_of(sign, TODAY)
    assert hint is not None
    assert hint.kind == SIGNS[sign]
    assert hint.words.startswith(f"{sign} ")


@steady
@given(
    st.sampled_from(["", *SIGNS, "\\", "\\>"]),
    st.text(st.characters(exclude_categories=()), max_size=60),
)
def test_a_hint_agrees_with_what_the_line_is(before: str, rest: str) -> None:
    line = before + rest
    hint, caught = hint_of(line, TODAY), read_line(line)
    if hint is None:
        assert (caught.kind, caught.tags) == ("note", ())
        return
    assert hint.kind in NOTE_KINDS
    assert "\n" not in hint.words
    if caught.kind != "note":
        assert hint.kind == caught.kind
    if caught.kind == "my promise" and (due := due_in(caught.words, TODAY)):
        assert hint.words.endswith(f"due {say_day(due.day, TODAY)}")

"""A note's line becomes that of a finding and a plain one again; its words survive both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.capture import SIGNS, finding_kind, read_line
from infotui.domain.finding import as_finding, as_plain, finding_words, kind_after
from infotui.domain.note import FINDING_KINDS
from tests.domain.builders import thorough

WORDS = st.text(st.sampled_from("abé 9 \n#\\*>!$-&/"), min_size=1)
KIND = st.sampled_from(FINDING_KINDS)


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("they hire for curiosity", "", "* they hire for curiosity"),
        ("they hire for curiosity", "career", "* they hire for curiosity"),
        ("they hire for curiosity", "employer", "* they hire for curiosity #employer"),
        ("they hire #market", "", "* they hire #market"),
        ("they hire #market", "employer", "* they hire #employer"),
        ("they hire #Market here", "career", "* they hire here"),
        ("* they hire #gap #hiring", "market", "* they hire #hiring #market"),
        ("  they hire\n", "", "* they hire"),
        ("$50 a day", "", "* $50 a day"),
        (r"\> she said", "", "* > she said"),
        (r"see \#gap", "market", r"* see \#gap #market"),
        ("#gap#market x", "career", "* x"),
        ("#gapless", "career", "* #gapless"),
    ],
)
def test_a_line_gets_the_sign_and_the_tag_of_its_kind(text: str, kind: str, line: str) -> None:
    assert as_finding(text, kind) == line


@pytest.mark.parametrize("text", ["", "   ", "…", "***", "* ", "?!"])
def test_without_words_there_is_no_finding(text: str) -> None:
    assert as_finding(text) == ""


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("* they hire #gap", "they hire #gap"),
        ("*they hire", "they hire"),
        ("* ! not a promise", r"\! not a promise"),
        ("* * twice", r"\* twice"),
        ("they hire", "they hire"),
    ],
)
def test_a_finding_becomes_a_plain_line_and_nothing_else(text: str, plain: str) -> None:
    assert as_plain(text) == plain
    assert read_line(as_plain(text)).kind == "note"


@thorough
@given(WORDS, KIND)
def test_a_finding_is_of_the_kind_that_was_chosen(text: str, kind: str) -> None:
    line = as_finding(f"x {text}", kind)
    caught = read_line(line)
    assert caught.kind == "finding"
    assert finding_kind(caught.tags) == kind


@thorough
@given(st.sampled_from(["", *(f"\\{sign}" for sign in SIGNS)]), WORDS)
def test_a_plain_line_that_was_a_finding_for_a_while_is_as_it_was(before: str, text: str) -> None:
    line = f"{before}{text}".strip()
    finding = as_finding(line)
    if read_line(line).kind == "note" and finding:
        assert read_line(as_plain(finding)) == read_line(line)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("* they hire #gap", "they hire"),
        ("* they hire #gap #hiring", "they hire #hiring"),
        ("* #gap", "#gap"),
    ],
)
def test_the_words_of_a_finding_leave_out_its_kind(text: str, words: str) -> None:
    assert finding_words(text) == words


def test_the_kinds_follow_one_another_in_a_ring() -> None:
    kind, ring = finding_kind(()), []
    for _ in FINDING_KINDS:
        kind = kind_after(kind)
        ring.append(kind)
    assert sorted(ring) == sorted(FINDING_KINDS)
    assert kind == "career"

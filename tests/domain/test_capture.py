"""The capture grammar: which item a line is, its words, its tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.capture import NOTE_KINDS, SIGN_OF, SIGNS, finding_kind, read_line
from infotui.domain.note import FINDING_KINDS
from infotui.domain.text import clean
from tests.domain.builders import steady


def test_the_signs_are_those_of_the_requirement() -> None:
    assert SIGNS == {
        ">": "lead", "!": "my promise", "<": "their promise", "$": "opening",
        "*": "finding", "&": "resource", "?": "arisen", "^": "asked of me",
    }  # fmt: skip
    assert set(NOTE_KINDS) == {"note", *SIGNS.values()}
    assert all(SIGNS[sign] == kind for kind, sign in SIGN_OF.items())


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("between", ["", " ", "   ", "\t"])
def test_a_sign_makes_an_item_of_a_line(sign: str, between: str) -> None:
    caught = read_line(f"{sign}{between}send the report")
    assert (caught.kind, caught.words) == (SIGNS[sign], "send the report")


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("", "note", ""),
        ("   ", "note", ""),
        ("grew up near here", "note", "grew up near here"),
        ("  > Jane Doe", "lead", "Jane Doe"),
        (">", "note", ">"),  # a sign alone is no item yet: its words are still to come
        ("> ", "note", ">"),
        ("!\u2028", "note", "!"),
        ("3 > 2 she said", "note", "3 > 2 she said"),
        ("a! b? c*", "note", "a! b? c*"),
        ("\\> not a lead", "note", "> not a lead"),
        ("\\\\> two", "note", "\\> two"),
        ("\\n is a newline", "note", "\\n is a newline"),
        ("\\", "note", "\\"),
        ("\x1b> Jane", "lead", "Jane"),  # a stray escape before the sign is no part of the line
        ("？ full width", "note", "？ full width"),
    ],
)
def test_only_a_first_sign_with_words_counts(line: str, kind: str, words: str) -> None:
    caught = read_line(line)
    assert (caught.kind, caught.words) == (kind, words)


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("* they hire for curiosity #hiring", ("hiring",)),
        ("#one and #two", ("one", "two")),
        ("#one #one", ("one",)),
        ("#One #two #one", ("One", "two")),  # as it was first typed
        ("#Größe #über-uns", ("Größe", "über-uns")),
        ("C# and F# are languages", ()),
        ("see page.html#part", ()),
        ("http://a.b/#part", ()),
        ("# alone", ()),
        ("##two", ()),  # a heading that was pasted
        ("(#inside)", ("inside",)),
        ("\\* plain #but-tagged", ("but-tagged",)),
    ],
)
def test_tags_stand_anywhere(line: str, tags: tuple[str, ...]) -> None:
    assert read_line(line).tags == tags


@pytest.mark.parametrize("sign", SIGNS)
def test_a_backslash_before_any_sign_makes_plain_text(sign: str) -> None:
    assert read_line(f"\\{sign} so it was").words == f"{sign} so it was"
    assert read_line(f"\\\\{sign} so it was").words == f"\\{sign} so it was"
    assert read_line(f"\\{sign} so it was").kind == "note"


@pytest.mark.parametrize(
    ("line", "words", "tags"),
    [
        ("\\#tag", "#tag", ()),
        ("see \\#one and #two", "see #one and #two", ("two",)),
        ("> Jane, \\#one", "Jane, #one", ()),
        ("\\\\#tag", "\\#tag", ()),
        ("a \\# alone", "a \\# alone", ()),
    ],
)
def test_a_backslash_before_a_tag_makes_it_words(
    line: str, words: str, tags: tuple[str, ...]
) -> None:
    caught = read_line(line)
    assert (caught.words, caught.tags) == (words, tags)


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ((), "career"),
        (("hiring",), "career"),
        (("hiring", "Market"), "market"),
        (("advice", "employer"), "employer"),  # the first in the order of the kinds
    ],
)
def test_a_tag_chooses_the_kind_of_a_finding(tags: tuple[str, ...], kind: str) -> None:
    assert finding_kind(tags) == kind
    assert kind in FINDING_KINDS


ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)


@steady
@given(st.sampled_from(["", *SIGNS, "\\", "\\>"]), ANYTHING)
def test_every_line_is_something_and_an_item_has_words(before: str, rest: str) -> None:
    caught = read_line(before + rest)
    assert caught.kind in NOTE_KINDS
    assert caught.kind == "note" or caught.words
    assert caught.words == caught.words.strip()
    assert len(caught.tags) == len({tag.casefold() for tag in caught.tags})


@steady
@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40))
def test_a_plain_line_stays_as_it_was_typed(words: str) -> None:
    caught = read_line(words)
    assert (caught.kind, caught.words, caught.tags) == ("note", clean(words), ())

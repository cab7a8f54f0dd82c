"""The capture grammar: which item a line is, its words, its tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.capture import NOTE_KINDS, SIGN_OF, SIGNS, LeadWords, lead_words, read_line
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
        ("\\\\> two", "note", "\\\\> two"),
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


@pytest.mark.parametrize(
    ("words", "name", "why"),
    [
        ("Jane Doe, fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe: fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe; fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe - fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe – fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe — fuel cells, and more", "Jane Doe", "fuel cells, and more"),
        ("Jane Doe", "Jane Doe", ""),
        ("Anne-Marie Li, tests", "Anne-Marie Li", "tests"),
        ("Jane Doe,", "Jane Doe", ""),
        (", fuel cells", "", "fuel cells"),
        ("", "", ""),
    ],
)
def test_a_lead_is_a_name_and_a_why(words: str, name: str, why: str) -> None:
    assert lead_words(words) == LeadWords(name, why)


ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)


@steady
@given(st.sampled_from(["", *SIGNS, "\\", "\\>"]), ANYTHING)
def test_every_line_is_something_and_an_item_has_words(before: str, rest: str) -> None:
    caught = read_line(before + rest)
    assert caught.kind in NOTE_KINDS
    assert caught.kind == "note" or caught.words
    assert caught.words == caught.words.strip()
    assert len(caught.tags) == len(set(caught.tags))


@steady
@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40))
def test_a_plain_line_stays_as_it_was_typed(words: str) -> None:
    caught = read_line(words)
    assert (caught.kind, caught.words, caught.tags) == ("note", clean(words), ())

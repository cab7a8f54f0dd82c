"""What was found as lines: the match in sight at any width, marked by more than a colour, no letter cut."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.domain.hit import HIT_KINDS, Hit
from infotui.domain.passage import Passage, PassageLine
from infotui.tui.hit_rows import (
    draw_hit,
    help_lines,
    in_sight,
    kind_words,
    passage_lines,
    what_matched,
)
from infotui.tui.widgets.lines import Line

BERLIN, TODAY = ZoneInfo("Europe/Berlin"), date(2026, 11, 23)
AT = datetime(2025, 3, 4, 23, 30, tzinfo=UTC)
HIT = Hit("finding", "note", 1, "Ana Alm", AT, "they hire in May", ((5, 9),), "Northwind")


def said(drawn: Line) -> str:
    return "".join(text for text, _ in (*drawn.left, ("  ", ""), *drawn.right))


def test_a_hit_says_kind_who_day_and_words() -> None:
    first, second = draw_hit(HIT, 60, BERLIN, TODAY)
    assert said(first) == "* finding  Ana Alm · Northwind  Wed 5 Mar 2025"
    assert said(second).strip() == "they hire in May"
    assert ("hire", "found") in second.left
    person = HIT._replace(kind="person", words="Ana Alm · grower", marks=(), at=None)
    for hit, words in (
        (person, "person  Northwind"), (person._replace(words="Ana · Northwind"), "person"),
        (person._replace(part="about"), "person · about  Ana Alm · Northwind"),
        (person._replace(kind="organization", who="", words="Northwind"), "organization"),
    ):  # fmt: skip
        assert said(draw_hit(hit, 60, BERLIN, TODAY)[0]).strip() == words


@pytest.mark.parametrize(
    ("kind", "part", "words"),
    [("lead", "", "> lead"), ("my promise", "", "! my promise"), ("note", "", "note"),
     ("arisen", "", "? arisen"), ("plan", "why", "plan · why"), ("draft", "odd", "draft · odd"),
     ("draft", "request email", "draft · request by e-mail"), ("research", "", "research")],
)  # fmt: skip
def test_a_kind_has_its_sign_or_its_part(kind: str, part: str, words: str) -> None:
    assert kind_words(HIT._replace(kind=kind, part=part)).lower() == words  # type: ignore[arg-type]


def test_every_kind_can_be_drawn() -> None:
    for kind in HIT_KINDS:
        assert draw_hit(HIT._replace(kind=kind), 40, BERLIN, TODAY)  # type: ignore[arg-type]


LONG = "one two three four five six seven eight nine ten eleven twelve thirteen"


def test_a_match_far_behind_is_brought_into_sight() -> None:
    at = LONG.index("twelve")
    shown = in_sight(LONG, ((at, at + 6),), 30)
    text = "".join(word for word, _ in shown)
    assert shown[0] == ("…", "muted")
    assert ("twelve", "found") in shown
    assert cell_len(text[: text.index("twelve") + 6]) <= 30
    assert text[1:].split()[0] in LONG.split()  # begun at a word


def test_a_tag_that_matched_hides_no_beginning() -> None:
    words = "they hire for curiosity before all else, and later too #employer"
    (_, (shown, _), *rest) = [("", ""), *in_sight(words, [(56, 64)], 30)]
    assert (shown, rest) == (
        "they hire for curiosity before all else, and later too #",
        [("employer", "found")],
    )
    assert in_sight(words, [(10, 14), (56, 64)], 30)[0] == ("they hire ", "")


def test_what_fits_is_shown_from_its_beginning() -> None:
    assert in_sight("one two", ((4, 7),), 30) == [("one ", ""), ("two", "found")]
    assert in_sight("", (), 30) == [("", "")]


@given(
    st.text(alphabet="ab 漢e\u0301👩\u200d👧\u05d0\u202e\x1b", max_size=60),
    st.lists(st.tuples(st.integers(-2, 70), st.integers(-2, 70)), max_size=4),
    st.integers(1, 40),
)
def test_no_mark_breaks_anything(words: str, marks: list[tuple[int, int]], width: int) -> None:
    shown = "".join(word for word, _ in in_sight(words, marks, width))
    assert words.endswith(shown.removeprefix("…")) or words == shown


def test_a_mark_takes_a_letter_with_its_accents() -> None:
    words = "cafe\u0301s"
    assert in_sight(words, ((0, 4),), 30) == [("cafe\u0301", "found"), ("s", "")]


def test_a_passage_begins_so_that_the_very_line_is_in_sight() -> None:
    lines = [PassageLine("", f"line {n}", n == 70) for n in range(100)]
    hit = HIT._replace(words="line 70", marks=((0, 4),))
    drawn = passage_lines(Passage("Ana", tuple(lines)), hit, 40, 12)
    assert len(drawn) == 12
    here = [said(row).strip() for row in drawn if row.left[0][0] == "▌ "]
    assert here == ["▌ line 70"]
    assert ("line", "found") in drawn[0].left


def test_a_long_text_begins_at_its_match() -> None:
    body = " ".join(f"word{n}" for n in range(2_000)) + " quinces at last"
    hit = HIT._replace(words="…quinces at", marks=((1, 8),))
    drawn = passage_lines(Passage("", (PassageLine("", body, here=True),)), hit, 40, 12)
    assert any(("quinces", "found") in row.left for row in drawn)
    assert len(passage_lines(Passage("", ()), hit, 40, 12)) == 1


def test_nothing_is_sought_where_nothing_is_marked() -> None:
    assert what_matched(HIT._replace(marks=())) is None
    assert what_matched(HIT._replace(words="a   b", marks=((1, 3),))) is None


def test_the_help_fits_every_width_and_gives_the_examples() -> None:
    text = [said(row).rstrip() for row in help_lines(("from:Ana",), 56)]
    assert "  from:Ana" in text
    assert not [row for row in text if cell_len(row) > 56]
    assert len(help_lines((), 56)) < len(text)

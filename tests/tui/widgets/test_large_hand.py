"""Words to copy by hand: one sentence a line, forty cells at most, no sentence torn by a part."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.tui.widgets.large_hand import WIDEST, large_parts, rows_of, sentences
from tests.domain.builders import steady

CARD = ("Dear Jane,\n\nThank you for the time you gave me on Monday 23 November. It helped.\n"
        "– you hire for curiosity\n\nWith warm regards\nRobin Vale")  # fmt: skip


def test_each_sentence_is_a_line_and_paragraphs_stay_apart() -> None:
    assert sentences(CARD) == [
        "Dear Jane,", "", "Thank you for the time you gave me on Monday 23 November.", "It helped.",
        "– you hire for curiosity", "", "With warm regards", "Robin Vale",
    ]  # fmt: skip
    assert sentences("Dr. Wei said so. St. Gallen, e.g. there? Yes.") == [
        "Dr. Wei said so.", "St. Gallen, e.g. there?", "Yes.",
    ]  # fmt: skip
    assert sentences("\n\n") == []


def test_parts_fit_and_the_end_of_a_letter_is_not_torn() -> None:
    whole = large_parts(CARD, 100, 30)
    assert len(whole) == 1
    assert whole[0][2:5] == (
        "Thank you for the time you gave me on",
        "  Monday 23 November.",
        "It helped.",
    )
    first, last = large_parts(CARD, 60, 13)
    assert last == ("With warm regards", "Robin Vale")
    assert rows_of(first) <= 13
    assert large_parts("", 60, 17) == [()]


@given(st.text("abc .A!\n李é", max_size=300), st.integers(1, 90), st.integers(1, 30))
@steady
def test_no_word_is_lost_and_everything_fits(text: str, width: int, height: int) -> None:
    parts = large_parts(text, width, height)
    said = "".join("".join(part) for part in parts)
    assert said.replace(" ", "") == "".join(text.split())
    for part in parts:
        assert rows_of(part) <= height
        assert all(cell_len(written) <= max(8, min(WIDEST, width)) for written in part)

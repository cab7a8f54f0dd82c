"""What a terminal would obey is shown as a picture of itself, and nothing else is touched."""

from hypothesis import given
from hypothesis import strategies as st

from infotui.tui.widgets.harmless import HOSTILE, harmless

ORDERS = "\x1b\x07\x00\n\x7f\x9b\u202e\u2066\ud800"


@given(st.text(st.characters(codec=None) | st.sampled_from(ORDERS), max_size=30))
def test_what_is_harmless_stays_and_what_is_not_becomes_a_picture(text: str) -> None:
    shown = harmless(text)
    assert not HOSTILE.search(shown)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        assert after == before or HOSTILE.match(before)


def test_the_pictures_say_what_they_are_of() -> None:
    assert harmless("\x00\x07\x1b\x7f\x9b\u202e\ud800\n") == "␀␇␛␡\ufffd\ufffd\ufffd␊"


def test_every_character_that_turns_or_orders_is_known() -> None:
    orders = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    assert all(HOSTILE.fullmatch(chr(code)) for code in orders)
    assert not any(HOSTILE.search(text) for text in ("plain", "é字", "👩‍🔬", "\u200b\u200d", "[b]"))

"""Shares as a table says them."""

from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.pictures.table import rate


def test_a_share_is_rounded_and_of_nothing_there_is_none() -> None:
    assert [rate(7, 9), rate(0, 4), rate(1, 200), rate(1, 3), rate(0, 0)] == [
        "78%", "0%", "1%", "33%", "",
    ]  # fmt: skip


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_share_lies_between_nothing_and_all(part: int, whole: int) -> None:
    assert 0 <= int(rate(min(part, whole), whole)[:-1]) <= 100

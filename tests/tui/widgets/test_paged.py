"""A paged list behaves as the list it stands for, and fetches only the windows one looks at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.tui.widgets.paged import WINDOW, Paged


class Shelf:
    """Rows far away: the number of each row is the row, and every fetch is written down."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.fetched: list[int] = []

    def fetch(self, offset: int, limit: int) -> list[int]:
        self.fetched.append(offset)
        return list(range(offset, min(self.count, offset + limit)))

    def paged(self) -> Paged[int]:
        return Paged(self.count, self.fetch)


@given(st.integers(0, 1500), st.integers(-1600, 1600), st.slices(1500))
def test_it_is_the_list_it_stands_for(count: int, place: int, part: slice) -> None:
    paged, plain = Shelf(count).paged(), list(range(count))
    assert len(paged) == len(plain)
    assert paged[part] == plain[part]
    if -count <= place < count:
        assert paged[place] == plain[place]
    else:
        with pytest.raises(IndexError):
            paged[place]


def test_nothing_is_fetched_before_it_is_looked_at_and_each_window_once() -> None:
    shelf = Shelf(100_000)
    paged = shelf.paged()
    assert (len(paged), shelf.fetched) == (100_000, [])
    assert [paged[70_001], paged[70_005], paged[-1]] == [70_001, 70_005, 99_999]
    assert shelf.fetched == [70_000, 99_950]


def test_only_a_few_windows_are_kept() -> None:
    shelf = Shelf(100_000)
    paged = shelf.paged()
    for window in range(100):
        paged[window * WINDOW]
    paged[99 * WINDOW]
    assert len(shelf.fetched) == 100
    paged[0]
    assert shelf.fetched[100:] == [0]
    assert len(paged._windows) <= 32


def test_it_ends_as_a_list_does() -> None:
    assert list(Shelf(401).paged()) == list(range(401))
    assert 400 in Shelf(401).paged()
    assert 401 not in Shelf(401).paged()

"""What a line is completed with: the first known word that begins so, asked for when it is needed."""

import pytest

from infotui.tui.dialogs.completing import Completing

WORDS = ["energy", "Énergie", "energy research", "Northwind"]


@pytest.mark.parametrize(
    ("typed", "completed"),
    [("en", "energy"), ("EN", "energy"), ("energy", "energy research"), ("north", "Northwind"),
     ("", None), ("x", None), ("energy research", None)],
)  # fmt: skip
def test_a_line_is_completed(typed: str, completed: str | None) -> None:
    assert Completing(WORDS).completed(typed) == completed


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("#hiring en", "#hiring energy"),
        ("#en", "#energy"),
        ("a,n", "a,Northwind"),
        ("#hiring ", None),
    ],
)
def test_of_tags_the_last_word_is_completed(typed: str, completed: str | None) -> None:
    assert Completing(WORDS, last_word=True).completed(typed) == completed


async def test_words_are_asked_for_once_and_not_before_something_is_typed() -> None:
    asked: list[int] = []

    def words() -> list[str]:
        asked.append(1)
        return WORDS

    line = Completing(words)
    assert (await line.get_suggestion(""), asked) == (None, [])
    assert (await line.get_suggestion("n"), await line.get_suggestion("no")) == ("Northwind",) * 2
    assert asked == [1]

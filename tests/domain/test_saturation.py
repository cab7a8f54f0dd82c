"""How far a goal is answered: what counts as heard before, and what the figures suggest (M9)."""

import pytest

from infotui.domain.saturation import Saturation, alike, saturation, say
from tests.domain.test_findings import a_finding


@pytest.mark.parametrize(("one", "other", "same"), [
    ("they hire curious physicists", "curious physicists are who they hire", True),
    ("storage is growing", "storage keeps growing", True),
    ("curious physicists", "curious chemists", False),  # a half is not more than half
    ("curious physicists teaching", "curious physicists with a portfolio", True),
    ("it is so", "It is so!", True),
    ("it is so", "it is not", False),
    ("it is so", "curious physicists", False),
])  # fmt: skip
def test_much_the_same(one: str, other: str, same: bool) -> None:
    assert alike(one, other) == alike(other, one) == same


def test_new_is_what_no_earlier_talk_said_in_its_kind() -> None:
    said = [("curious physicists",), ("storage growing",), ("curious physicists", "storage growing", "rota"),
            ("rota", "shifts", "shifts")]  # fmt: skip
    rows = {n: [a_finding(10 * n + i, text, talk=n) for i, text in enumerate(texts)]
            for n, texts in enumerate(said)}  # fmt: skip
    talks = [found[0].talk for found in rows.values()]
    row = saturation("goal:fit", "fit", talks, rows, 1)
    assert row[2:] == (4, 4, 8, 6, 3, 1)  # the rota once; twice the same in one talk is new twice


@pytest.mark.parametrize(("talks", "last", "new", "odds", "words"), [
    (0, 0, 0, 0, "no talk with this goal"),
    (2, 3, 3, 0, "too early to tell"),
    (4, 0, 0, 0, "left no findings"),
    (4, 3, 1, 0, "still new things: go on"),
    (4, 3, 0, 0, "brought nothing new: enough, unless somebody"),
    (4, 3, 0, 2, "brought nothing new: enough, unless what is at odds"),
])  # fmt: skip
def test_a_plain_word_what_it_means(talks: int, last: int, new: int, odds: int, words: str) -> None:
    assert words in say(Saturation("goal:fit", "fit", talks, talks, 9, last, new, odds))

"""The six kinds of goal, and one's own."""

from infotui.domain.goal import GOAL_KINDS, GOAL_WORDS


def test_there_are_the_guides_six_and_ones_own() -> None:
    assert len(GOAL_KINDS) == 7
    assert GOAL_KINDS[-1] == "own"


def test_each_kind_is_said_in_words_of_its_own() -> None:
    assert tuple(GOAL_WORDS) == GOAL_KINDS
    assert len(set(GOAL_WORDS.values())) == len(GOAL_KINDS)
    assert all(words == words.strip() and words for words in GOAL_WORDS.values())

"""One list for all: what counts as the same list, as nearly the same, and as the same in another name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.sameness import OtherList, Wording, same_list

DAY = date(2026, 10, 1)
SIX = tuple(f"Question {n}?" for n in "abcdef")


def own(*texts: str) -> tuple[Wording, ...]:
    return tuple(Wording(text) for text in texts)


def filled(*ids: str, name: str = "Northwind") -> tuple[Wording, ...]:
    return tuple(
        Wording(f"What of {i} at {name}?", i, f"What of {i} at {{organization}}?", "filled")
        for i in ids
    )


def other(questions: tuple[Wording, ...], number: int = 1, *, same: bool = False) -> OtherList:
    return OtherList(number, "Ana Brightwater", same, DAY, questions)


CASES = [
    ("the same", own(*SIX), own(*SIX), "equal"),
    ("in another order", own(*SIX), own(*SIX[::-1]), "equal"),
    ("in other signs and letters", own("Why so?", "Wíe geht’s", "And then ?"),
     own("why so", "WIE geht's?", "And  then?"), "equal"),
    ("twice the same question is once", own(*SIX, SIX[0]), own(*SIX), "equal"),
    ("five of six", own(*SIX[:5], "x?"), own(*SIX), "nearly"),
    ("one more than five", own(*SIX), own(*SIX[:5]), "nearly"),
    ("four of five", own(*SIX[:4], "x?"), own(*SIX[:5]), "nearly"),
    ("four of six", own(*SIX[:4]), own(*SIX), None),
    ("three of four", own(*SIX[:3], "x?"), own(*SIX[:4]), None),
    ("two are only begun", own(*SIX[:2]), own(*SIX[:2]), None),
    ("nothing", (), (), None),
    ("without words", own("", " ", "?"), own("", " ", "?"), None),
    ("the same bank questions elsewhere", filled(*"abcd", name="Lanternfield"), filled(*"abcd"),
     "renamed"),
    ("the same bank questions at one place", filled(*"abcd"), filled(*"abcd"), "equal"),
    ("one of four was edited", (*filled(*"abc", name="Lanternfield"), Wording("Mine?", "d", "", "edited")),
     filled(*"abcd"), None),
    ("one of five was edited",
     (*filled(*"abcd", name="Lanternfield"), Wording("Mine?", "e", "", "edited")),
     filled(*"abcde"), "renamed"),
    ("another wording of an entry is another question",
     tuple(w._replace(template=f"other {w.template}") for w in filled(*"abcd", name="X")),
     filled(*"abcd"), None),
]  # fmt: skip


@pytest.mark.parametrize(("mine", "theirs", "how"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_what_counts_as_the_same(
    mine: tuple[Wording, ...], theirs: tuple[Wording, ...], how: str | None
) -> None:
    found = same_list(mine, [other(theirs)], "Tobias")
    assert (found.how if found else None) == how
    turned = same_list(theirs, [other(mine)], "Tobias")
    assert (turned.how if turned else None) == how


@pytest.mark.parametrize(("mine", "theirs", "same", "sentence"), [
    (own(*SIX), own(*SIX), False,
     "the same list as for Ana Brightwater, 1 Oct: change what you would only ask Tobias"),
    (own(*SIX), own(*SIX[:5]), False,
     "5 of 6 questions as for Ana Brightwater, 1 Oct: change what you would only ask Tobias"),
    (own(*SIX), own(*SIX), True,
     "the same list as last time with Ana Brightwater, 1 Oct: ask Tobias what came after"),
    (filled(*"abc", name="X"), filled(*"abc"), False,
     "the same bank questions as for Ana Brightwater, 1 Oct, in another name: "
     "perhaps one that only Tobias can answer"),
])  # fmt: skip
def test_it_is_said_in_a_sentence(
    mine: tuple[Wording, ...], theirs: tuple[Wording, ...], same: bool, sentence: str
) -> None:
    found = same_list(mine, [other(theirs, same=same)], "Tobias", date(2026, 11, 23))
    assert found is not None
    assert found.sentence == sentence


def test_the_most_alike_is_given() -> None:
    lists = [other(filled(*"abcde", name="X"), 1), other((*filled(*"abcd"), *own("y?")), 2),
             other(filled(*"abcde"), 3), other(filled(*"abcde"), 4)]  # fmt: skip
    found = same_list(filled(*"abcde"), lists, "Tobias")
    assert found is not None
    assert (found.interview_id, found.how, found.shared, found.of) == (3, "equal", 5, 5)
    assert same_list(own(*SIX), lists, "Tobias") is None


def test_a_day_of_another_year_says_its_year() -> None:
    found = same_list(own(*SIX), [other(own(*SIX))], "Tobias", date(2027, 1, 5))
    assert found is not None
    assert "1 Oct 2026:" in found.sentence


@given(st.lists(st.sampled_from(SIX), min_size=3), st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(texts: list[str], chance: object) -> None:
    again = texts + texts[:2]
    chance.shuffle(again)  # type: ignore[attr-defined]
    found = same_list(own(*texts), [other(own(*again))], "Tobias")
    assert (found is not None) == (len(set(texts)) >= 3)

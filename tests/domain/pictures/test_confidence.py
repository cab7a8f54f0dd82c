"""How sure I was: one point for each debrief that says it, and the average of the last five."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.pictures.confidence import LAST, confidence
from tests.domain.pictures.test_talks import AT, a_talk


@given(st.lists(st.none() | st.integers(1, 5), max_size=90))
def test_each_debrief_is_counted_once_in_its_period(said: list[int | None]) -> None:
    talks = [a_talk(n, AT + timedelta(days=9 * n), sure=step) for n, step in enumerate(said)]
    shown = confidence(talks)
    steps = [step for step in said if step is not None]
    assert [sure.step for sure in shown.points] == steps
    assert sum(map(sum, shown.counts)) == len(steps)
    for step in range(1, 6):
        assert sum(counts[step - 1] for counts in shown.counts) == steps.count(step)
    for place, sure in enumerate(shown.points):
        last = steps[max(0, place + 1 - LAST) : place + 1]
        assert sure.average == sum(last) / len(last)
    rows = shown.table().rows
    assert [int(row.cells[2][0]) for row in rows if row.way] == steps[::-1]
    assert shown.single or sum(row.heading for row in rows) == sum(map(any, shown.counts))


def test_the_last_five_are_compared_with_those_before() -> None:
    talks = [
        a_talk(n, AT + timedelta(days=n), sure=step) for n, step in enumerate((1, 2, 4, 4, 4, 4, 4))
    ]
    assert confidence(talks).said == (
        "7 debriefs: the last five 4.0 of 5 on average, the two before 1.5."
    )
    assert confidence(talks[:2]).said == "2 debriefs: 1.5 of 5 on average."
    assert confidence([]).said == ""
    (row,) = confidence(talks[2:3]).table().rows
    assert row.cells == ("25 Nov 2026", "Person 1", "4 sure", "4.0")

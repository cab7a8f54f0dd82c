"""Talks in figures: each counted once, the medians of what was asked for, agreed and used."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.interview import Marks
from infotui.domain.pictures.talks import (
    SINGLE,
    HeldTalk,
    TalkFigures,
    figures_of,
    middle,
    over_time,
    times,
    whole_minutes,
)
from infotui.domain.timer import Segment

AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def a_talk(number: int = 1, at: datetime = AT, used: float = 30, agreed: float | None = 30,
           asked: float | None = 30, person: int = 1, sure: int | None = None) -> TalkFigures:  # fmt: skip
    return TalkFigures(
        number, f"Person {person}", (person,), at, MINUTE * used,
        None if asked is None else MINUTE * asked, None if agreed is None else MINUTE * agreed, sure,
    )  # fmt: skip


@st.composite
def many_talks(draw: st.DrawFn) -> list[TalkFigures]:
    days = draw(st.lists(st.integers(0, 4000), max_size=80))
    talks = []
    for number, day in enumerate(sorted(days)):
        used, agreed = draw(st.tuples(st.integers(0, 90), st.sampled_from((None, 25, 30, 45))))
        at = AT - timedelta(days=4000 - day)
        talks.append(a_talk(number, at, used, agreed, agreed, person=draw(st.integers(1, 9))))
    return talks


@given(many_talks())
def test_every_talk_is_counted_once_and_the_empty_periods_are_there(
    talks: list[TalkFigures],
) -> None:
    shown = over_time(talks)
    assert sum(shown.counts) == len(talks)
    table = shown.table()
    assert sum(int(row.cells[1]) for row in table.rows) == len(talks)
    if talks:
        assert shown.periods is not None
        assert len(shown.counts) == len(shown.people) == shown.periods.many == len(table.rows)
        assert table.rows[0].cells[3] == str(len(talks))  # so far, up to the latest period
        people = len({person for talk in talks for person in talk.people})
        assert f"with {people} p" in shown.said


@given(many_talks())
def test_the_table_of_times_has_every_talk_once_the_latest_first(talks: list[TalkFigures]) -> None:
    shown = times(talks)
    rows = [row for row in shown.table().rows if row.way is not None]
    assert [row.way.id for row in rows if row.way] == [talk.id for talk in reversed(talks)]
    timed = [talk for talk in talks if talk.agreed is not None]
    assert sum(m.talks for m in shown.middles if m is not None) == len(timed)
    headings = sum(row.heading for row in shown.table().rows)
    assert headings == (0 if shown.single else sum(m is not None for m in shown.middles))


@given(st.lists(st.integers(0, 500), min_size=1))
def test_as_many_lie_below_the_median_as_above(minutes: list[int]) -> None:
    half = middle(MINUTE * number for number in minutes)
    below = sum(MINUTE * number < half for number in minutes)
    above = sum(MINUTE * number > half for number in minutes)
    assert max(below, above) * 2 <= len(minutes)
    assert middle([]) == timedelta(0)


def test_what_was_agreed_follows_the_log_and_what_was_used_has_no_pauses() -> None:
    log = [
        Segment("run", AT), Segment("pause", AT + MINUTE * 10), Segment("run", AT + MINUTE * 14),
        Segment("decision", AT + MINUTE * 34, answer="go on", minutes=10),
        Segment("end", AT + MINUTE * 46),
    ]  # fmt: skip
    talk = HeldTalk(7, 3, "Amina", AT, AT, AT + MINUTE * 46, 25, 4, (5,))
    shown = figures_of(talk, log, Marks(), AT)
    assert (shown.asked, shown.agreed, shown.used) == (MINUTE * 25, MINUTE * 40, MINUTE * 42)
    assert (shown.people, shown.over, shown.confidence) == ((3, 5), MINUTE * 2, 4)
    usual = figures_of(talk._replace(decision_minutes=None), log[:1], Marks(), AT)
    assert usual.asked == usual.agreed == MINUTE * 30


def test_of_a_talk_that_was_logged_only_how_long_is_known() -> None:
    talk = HeldTalk(7, 3, "Amina", AT, AT, AT + MINUTE * 50, 30, None)
    shown = figures_of(talk, (), Marks(), AT)
    assert (shown.used, shown.asked, shown.agreed, shown.over) == (
        MINUTE * 50, None, None, timedelta(0),
    )  # fmt: skip
    assert figures_of(talk._replace(ended_at=None), (), Marks(), AT).used == timedelta(0)
    (row,) = times([shown]).table().rows
    assert row.cells[2:] == ("", "", "~50", "")
    assert times([shown]).said == "1 talk logged afterwards: nobody kept what was agreed."


def test_the_sentences_say_what_is_to_be_seen() -> None:
    talks = [a_talk(1, AT - timedelta(days=20), 36, person=1), a_talk(2, AT, 24, 40, person=2),
             a_talk(3, AT, 41, 45, person=2)]  # fmt: skip
    assert over_time(talks).said == (
        "3 talks with 2 people, 3 Nov 2026 to 23 Nov 2026; most in the week of 23 Nov 2026: 2."
    )
    assert times(talks).said == (
        "Median of 3 talks: asked for 30 min, agreed 40, used 36; 1 of 3 went over what was agreed."
    )
    assert times(talks[1:2]).said == "One talk: asked for 30 min, agreed 40, used 24."
    assert (over_time([]).said, times([]).said, over_time([]).periods) == ("", "", None)


def test_many_talks_are_shown_by_their_medians_unless_none_was_timed() -> None:
    talks = [a_talk(n, AT - timedelta(days=SINGLE - n)) for n in range(SINGLE + 1)]
    assert times(talks[1:]).single
    assert not times(talks).single
    assert times([talk._replace(agreed=None, asked=None) for talk in talks]).single


def test_minutes_are_whole_and_cut_towards_zero() -> None:
    assert whole_minutes(timedelta(seconds=119)) == 1
    assert whole_minutes(timedelta(seconds=-119)) == -1

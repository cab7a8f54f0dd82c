"""The due date inside a promise: what is understood, and all that is no date."""

from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.dated import FARTHEST
from infotui.domain.due import Due, due_in
from infotui.domain.moment import say_day
from tests.domain.builders import steady, thorough

TODAY = date(2026, 11, 26)  # a Thursday
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        ("send the report by Fri", "2026-11-27", "by Fri"),
        ("by fri", "2026-11-27", "by fri"),
        ("BY FRIDAY!", "2026-11-27", "BY FRIDAY"),
        ("send it Friday", "2026-11-27", "Friday"),
        ("send it Friday.", "2026-11-27", "Friday"),
        ("send it friday 15:00 #cv", "2026-11-27", "friday"),
        ("send it friday morning at the latest", "2026-11-27", "friday"),
        ("Friday send the CV", "2026-11-27", "Friday"),
        ("mon: call her", "2026-11-30", "mon"),
        ("send it wed", "2026-12-02", "wed"),
        ("the draft (by fri) and a call", "2026-11-27", "by fri"),
        ("due: fri", "2026-11-27", "due: fri"),
        ("no later than tues", "2026-12-01", "than tues"),
        ("on Monday write to Bo", "2026-11-30", "on Monday"),
        ("by sun", "2026-11-29", "by sun"),
        ("by sat, if she can", "2026-11-28", "by sat"),
        ("send it by mon", "2026-11-30", "by mon"),
        ("by thursday", "2026-12-03", "by thursday"),  # today is one: a week ahead
        ("this thursday", "2026-11-26", "this thursday"),
        ("by this coming friday", "2026-11-27", "by this coming friday"),
        ("by next tuesday", "2026-12-01", "by next tuesday"),
        ("by next friday", "2026-12-04", "by next friday"),  # the one of next week
        ("friday next week", "2026-12-04", "friday next week"),
        ("next week on friday", "2026-12-04", "next week on friday"),
        ("on friday this week", "2026-11-27", "on friday this week"),
        ("ask Jan by friday", "2026-11-27", "by friday"),
        ("call her tomorrow", "2026-11-27", "tomorrow"),
        ("today", "2026-11-26", "today"),
        ("write tonight", "2026-11-26", "tonight"),
        ("by the day after tomorrow", "2026-11-28", "by the day after tomorrow"),
        ("27 nov send the CV", "2026-11-27", "27 nov"),
        ("27. Nov", "2026-11-27", "27. Nov"),
        ("Dec 3 send it", "2026-12-03", "Dec 3"),
        ("send it on December the 3rd", "2026-12-03", "on December the 3rd"),
        ("before the 3rd of December", "2026-12-03", "before the 3rd of December"),
        ("by 3 December, 2026", "2026-12-03", "by 3 December, 2026"),
        ("by 27 Nov 2027", "2027-11-27", "by 27 Nov 2027"),
        ("by 1 jan", "2027-01-01", "by 1 jan"),
        ("by 25 nov", "2027-11-25", "by 25 nov"),  # a promise lies ahead
        ("by jan 5", "2027-01-05", "by jan 5"),
        ("by 3 may", "2027-05-03", "by 3 may"),
        ("on 3 May send it", "2027-05-03", "on 3 May"),
        ("by the 15th", "2026-12-15", "by the 15th"),
        ("by the 31st", "2026-12-31", "by the 31st"),
        ("by 2026-11-27", "2026-11-27", "by 2026-11-27"),
        ("by 27/11", "2026-11-27", "by 27/11"),
        ("send it 27/11", "2026-11-27", "27/11"),
        ("by 27.11.", "2026-11-27", "by 27.11"),
        ("27.11.2026 call", "2026-11-27", "27.11.2026"),
        ("12/27/2026 call", "2026-12-27", "12/27/2026"),
        ("by Fri 27 Nov", "2026-11-27", "by Fri 27 Nov"),
        ("by Friday, the 27th of November", "2026-11-27", "by Friday, the 27th of November"),
        ("by 27 Nov (Fri)", "2026-11-27", "by 27 Nov (Fri)"),
        ("fri the 27th", "2026-11-27", "fri the 27th"),
        ("introduce me to Bo in two weeks", "2026-12-10", "in two weeks"),
        ("in 10 days", "2026-12-06", "in 10 days"),
        ("in a month", "2026-12-26", "in a month"),
        ("in a fortnight", "2026-12-10", "in a fortnight"),
        ("within a week", "2026-12-03", "within a week"),
        ("within the next 10 days", "2026-12-06", "within the next 10 days"),
        ("two weeks from now", "2026-12-10", "two weeks from now"),
        ("next week", "2026-11-30", "next week"),
        ("by the end of the week", "2026-11-27", "by the end of the week"),
        ("end of next week", "2026-12-04", "end of next week"),
        ("end of the month", "2026-11-30", "end of the month"),
        ("by the end of next month", "2026-12-31", "by the end of next month"),
        ("by the end of April", "2027-04-30", "by the end of April"),
        ("by the end of the year", "2026-12-31", "by the end of the year"),
        ("by the end of the day", "2026-11-26", "by the end of the day"),
        ("call on mon, send it by fri", "2026-11-27", "by fri"),  # the deadline wins
        ("by fri and call her on mon", "2026-11-27", "by fri"),
        ("by 27 Nov – 3 copies", "2026-11-27", "by 27 Nov"),
    ],
)
def test_a_day_that_is_clearly_said_is_understood(words: str, day: str, said: str) -> None:
    assert due_in(words, TODAY) == Due(date.fromisoformat(day), said)


@pytest.mark.parametrize(
    "words",
    [
        "", "   ", "send the report", "24/7", "be there by 24/7", "v2.3", "may", "march", "sun", "sat down",
        "sat", "mon", "wed", "mon ami", "room 12", "3 people", "version 11.12", "version 27.11",
        "the 2nd interview", "before the 2nd interview", "second", "in a second", "may I",
        "in 2 minds", "week 3", "31 feb", "by 31 feb", "sep", "April Ludgate", "June", "by Jan",
        "by April", "by 3/12", "ask Jan 3 questions", "march 10 miles", "the other 3 may come",
        "the 2nd may come", "room 12 nov", "on sun exposure", "driven by sun and wind",
        "in the sun", "where she sat", "next Sun Tzu", "Sunday Times article", "Black Friday",
        "last friday", "the notes from friday", "every friday", "Friday's report", "fridays",
        "by Thu 27 Nov", "27 Nov (Sat)", "fri the 28th", "27-28 nov", "27–28 nov", "27 or 28 Nov",
        "by fri or sat", "fri or mon", "by fri or by mon", "tomorrow and fri", "in a day or two",
        "in 2-3 days", "in 2 day workshops", "in a few weeks", "once in a week", "friday in two weeks",
        "at the end of the day", "late next week", "this week's news", "tomorrow's talk",
        "pay 27.11", "$27 nov", "27€ nov", "report-2026-11-27.pdf", "27 Nov 2025", "2026-11-25",
        "2026-13-01", "by 2026-02-30", "27 nov 2099", "in 3 years", "29 feb", "9/10 of them", "nov 27 dec",
        "２７ nov", "٢٧ nov", "27² nov", "fri\u0301",
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_no_date(words: str) -> None:
    assert due_in(words, TODAY) is None


@pytest.mark.parametrize(
    "words",
    [
        "monday after next", "by monday after next", "the week after next",
        "in the week after next", "by tomorrow week", "today week", "friday week",
        "by fri fortnight", "friday a week", "ask Mr. Friday", "ask Mrs Friday", "ask Ms. Friday",
        "ask Miss Friday", "ask Dr. Friday", "call St. Friday", "by Mr. Friday",
        "send 5 dec reports", "send dec 5th reports", "send 2026-12-05 reports",
        "send the end of year report", "not before fri", "not until fri", "not by fri",
        "not next week", "don't send it before fri", "won’t have it before fri",
        "do not call until next week", "nothing before 5 dec", "no news before fri",
        "never on 5 dec", "cannot do it tomorrow", "I don't work friday", "she is away until fri",
        "wait until fri", "in a week or so", "in two days or so", "by fri or so", "by fri or later",
        "tomorrow or so", "fri at the earliest", "friday next", "monday next month",
        "by friday of next week", "next friday but one", "next week but one",
        "next week or the week after", "friday last week", "friday before christmas",
        "monday after the fair", "a week on friday", "a week tomorrow", "two weeks on friday",
        "two days before fri", "the day before friday", "next week before friday",
        "within a week of her call", "in two weeks after the talk",
        "by the end of the month after next", "maybe friday", "around friday", "some friday",
        "on a friday", "every other friday", "the following monday",
    ],
)  # fmt: skip
def test_a_day_that_is_moved_denied_or_left_open_is_none(words: str) -> None:
    assert due_in(words, date(2026, 11, 23)) is None  # a Monday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("27 nov send the CV", "2026-11-27"),
        ("The 3rd of December send it", "2026-12-03"),
        ("send it 27 nov #cv", "2026-11-27"),
        ("send it. 27 nov, call her", "2026-11-27"),
        ("send the report by fri #cv", "2026-11-27"),
        ("do not forget to send it by fri", "2026-11-27"),
        ("not later than fri", "2026-11-27"),
        ("send it, not the photo, by fri", "2026-11-27"),
        ("not the photo but the letter by fri", "2026-11-27"),
        ("not before wed, by fri", "2026-11-27"),
        ("this week on friday", "2026-11-27"),
        ("by fri after lunch", "2026-11-27"),
        ("by fri one page", "2026-11-27"),
        ("by fri or tell her why", "2026-11-27"),
        ("by the end of the year to Bo", "2026-12-31"),
        ("call her next week about the job", "2026-11-30"),
    ],
)
def test_other_words_beside_a_day_leave_it_clear(words: str, day: str) -> None:
    found = due_in(words, date(2026, 11, 23))
    assert found is not None
    assert found.day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("by the end of the week", "2026-11-27", "2026-11-27"),  # a Friday
        ("by the end of the week", "2026-11-28", "2026-11-29"),  # a Saturday
        ("next week", "2026-11-29", "2026-11-30"),
        ("by fri", "2026-12-31", "2027-01-01"),
        ("in a month", "2027-01-31", "2027-02-28"),
        ("by the end of next month", "2027-01-31", "2027-02-28"),
        ("by 29 feb", "2027-12-01", "2028-02-29"),
        ("by the 30th", "2027-01-31", "2027-03-30"),
        ("by the end of november", "2026-11-30", "2026-11-30"),
    ],
)
def test_the_edges_of_weeks_months_and_years(words: str, today: str, day: str) -> None:
    found = due_in(words, date.fromisoformat(today))
    assert found is not None
    assert found.day == date.fromisoformat(day)


PIECES = st.sampled_from(
    [
        "by", "on", "the", "next", "this", "in", "within", "a", "two", "3", "27", "3rd", "nov", "may",
        "fri", "sun", "Thursday", "week", "weeks", "days", "month", "of", "end", "or", "and", "2026",
        "27/11", "3/12", "2026-11-27", "tomorrow", "day", "after", "from", "now", ",", ".", "(", "–",
        "#x", "15:00", "31", "feb", "jan", "é", "\x1b[2J", "٣", "²", "\ud800", "99", "years",
    ]
)  # fmt: skip
ANYTHING = st.lists(PIECES, max_size=12).map(" ".join) | st.text(
    st.characters(exclude_categories=()), max_size=60
)


@thorough
@given(ANYTHING, st.dates())
def test_anything_at_all_is_a_day_ahead_or_none(words: str, today: date) -> None:
    found = due_in(words, today)
    if found is not None:
        assert today <= found.day <= today + FARTHEST
        assert found.said in words


@pytest.mark.parametrize("today", [date.min, date.max])
@pytest.mark.parametrize(
    "words", ["by fri", "tomorrow", "in a month", "next week", "end of the year", "by the 15th"]
)
def test_the_calendar_may_end(words: str, today: date) -> None:
    found = due_in(words, today)
    assert found is None or found.day >= today


KNOWN = ("today", "tonight", "tomorrow", "day", "week", "in", "within", "end", "month", "year")
SHORT = [name[:3].lower() for name in (*DAYS, *MONTHS)]


@steady
@given(st.text(st.characters(categories=["L", "P", "Z"], codec="utf-8"), max_size=60))
def test_words_without_a_number_or_a_name_of_a_day_are_none(words: str) -> None:
    low = words.casefold()
    if not any(name in low for name in (*KNOWN, *SHORT)):
        assert due_in(words, TODAY) is None


AROUND = st.sampled_from(["send the report", "introduce me to Bo", "ask June about it", "call Jan"])


@thorough
@given(st.integers(0, 360), AROUND, st.booleans(), st.sampled_from(["by", "on", "before", "until"]))
def test_a_date_that_is_written_out_is_found_exactly(
    days: int, around: str, first: bool, guide: str
) -> None:
    day = TODAY + timedelta(days=days)
    month, short = MONTHS[day.month - 1], MONTHS[day.month - 1][:3]
    shapes = [
        f"{day}", f"{day.day} {month}", f"{day.day} {short.lower()}", f"{month} {day.day}",
        f"{short}. {day.day}, {day.year}", f"the {day.day}th of {month}", say_day(day),
        f"{DAYS[day.weekday()]}, {day.day} {month} {day.year}", f"{day.day}.{day.month}.{day.year}",
    ]  # fmt: skip
    for shape in shapes:
        if shape[0].isdigit() and "." in shape and day.day <= 12:
            continue  # could be two days
        said = f"{guide} {shape}"
        line = f"{said}, {around}" if first else f"{around} {said}"
        assert due_in(line, TODAY) == Due(day, said)


@steady
@given(st.integers(1, 7), st.booleans(), st.sampled_from(["by", "until", "due"]))
def test_a_weekday_is_one_of_the_next_seven_days(days: int, short: bool, guide: str) -> None:
    day = TODAY + timedelta(days=days)
    name = DAYS[day.weekday()]
    found = due_in(f"send it {guide} {name[:3].lower() if short else name}", TODAY)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "words", ["by fri ", "27 nov ", "1 ", "a ", "next ", "in two ", " ", "x", "or fri ", "27 nov, "]
)
def test_a_very_long_line_costs_next_to_nothing(words: str) -> None:
    due_in(words, TODAY)  # the names of days are loaded with the first line
    line, start = words * 10_000, process_time()
    for _ in range(20):
        due_in(line, TODAY)
    assert (process_time() - start) / 20 < 0.01  # under 1 ms, with room for a busy machine


def test_only_the_beginning_of_a_line_is_looked_at() -> None:
    long = "and so on " * 60
    assert due_in(f"by fri {long}", TODAY) == Due(date(2026, 11, 27), "by fri")
    assert due_in(f"{long} by fri", TODAY) is None
    cut = "x" * 487 + " by 27 Nov 2027"  # the year is cut in two at the 500th character
    assert due_in(cut, TODAY) is None

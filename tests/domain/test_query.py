"""What a search means: whatever is typed means something, in any order and case, and nothing fails."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infotui.domain.query import LONGEST, MOST_WORDS, Query, first_day, kinds_called, read_query

TODAY = date(2026, 11, 25)


def read(text: str) -> Query:
    return read_query(text, TODAY)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Query()),
        ("   ", Query()),
        ("Hiring GRÖSSE", Query(words=("hiring", "grosse"))),
        ('"exact  Words" loose', Query(words=("loose",), phrases=("exact words",))),
        ("“curly” „low“ «french»", Query(phrases=("curly", "low", "french"))),
        ("hire -fire", Query(words=("hire",), without=("fire",))),
        ('hire -"fire drill" -#old', Query(words=("hire",), without=("fire drill", "#old"))),
        ("#Hiring! tag:people", Query(tags=("hiring", "people"))),
        ('from:"Amina Patel" FROM:li', Query(people=("amina patel", "li"))),
        ("with:amina", Query(people=("amina",))),
        ("org:northwind field:Energy", Query(organizations=("northwind",), fields=("energy",))),
        ("kind:finding Kind:LEADS", Query(kinds=("finding", "lead"))),
        ("kind:promise", Query(kinds=("my promise", "their promise"))),
        ('kind:"my promise" kind:asked-of-me', Query(kinds=("my promise", "asked of me"))),
        ("kind:res", Query(kinds=("resource", "research"))),
        ("after:2026-09 before:2026", Query(after=date(2026, 9, 1), before=date(2026, 1, 1))),
        ("after:2026-09-12 after:2025", Query(after=date(2026, 9, 12))),
        ("before:yesterday before:2027", Query(before=date(2026, 11, 24))),
        ('after:"last month"', Query(after=date(2026, 10, 1))),
        ("after:last-week", Query(after=date(2026, 11, 16))),
        ("after:nov", Query(after=date(2026, 11, 1))),
        ("after:dec x", Query(words=("x",), after=date(2025, 12, 1))),
        ("before:nov 2025 x", Query(words=("x",), before=date(2025, 11, 1))),
        ("after:20.11.2026", Query(after=date(2026, 11, 20))),
        ("before:20.12.2027", Query(before=date(2027, 12, 20))),
        ("x after:last tue y", Query(words=("x", "y"), after=date(2026, 11, 24))),
        ("after:20 nov 2025 2", Query(words=("2",), after=date(2025, 11, 20))),
        ("after:2 weeks ago", Query(after=date(2026, 11, 11))),
        ("after:2026 may", Query(words=("may",), after=date(2026, 1, 1))),
        ("-from:Bo -with:al x", Query(words=("x",), not_people=("bo", "al"))),
        ('-org:"x y" -field:z', Query(not_organizations=("x y",), not_fields=("z",))),
        (
            "-kind:promise -tag:a -#b",
            Query(not_kinds=("my promise", "their promise"), without=("#a", "#b")),
        ),
        ("from: kind: hire", Query(words=("hire",))),
        ("AND OR NOT NEAR", Query(words=("and", "or", "not", "near"))),
        ("don't e-mail c++ 10:30", Query(words=("don't", "e-mail", "c++", "10:30"))),
        ("https://x.org/a", Query(words=("https://x.org/a",))),
        ('- -- : :: " * ^ ( ) { }', Query()),
        ("🙂 & % — …", Query(signs=("🙂",))),
        ("from:ana,ben kind:goal,lead", Query(people=("ana", "ben"), kinds=("goal", "lead"))),
        ('from:"lind, ana"', Query(people=("lind, ana",))),
        ('"never closed', Query(phrases=("never closed",))),
    ],
)
def test_a_query_is_understood(text: str, meant: Query) -> None:
    assert read(text)._replace(remarks=()) == meant


@pytest.mark.parametrize(
    ("text", "words", "remark"),
    [
        ("foo:bar", ("foo", "bar"), "foo: is no filter"),
        ("after:soon", ("after", "soon"), "“soon” is searched for"),
        ("before:2026-13", ("before", "2026-13"), "takes a date"),
        ("kind:zebra", ("kind", "zebra"), "“zebra” is no kind"),
        ("-after:2026 x", ("x",), "-after: means nothing"),
        ("-kind:zebra x", ("x",), "“zebra” is no kind, so nothing is left out"),
    ],
)
def test_what_is_no_filter_is_searched_as_words(
    text: str, words: tuple[str, ...], remark: str
) -> None:
    query = read(text)
    assert query.words == words
    assert len(query.remarks) == 1
    assert remark in query.remarks[0]


def test_the_work_is_bounded() -> None:
    query = read(" ".join(f"w{n} #t{n} -x{n}" for n in range(5_000)))
    assert len(query.words) == len(query.tags) == len(query.without) == MOST_WORDS
    assert str(LONGEST) in query.remarks[0]
    assert len(read(" ".join(f"a{n}:b" for n in range(90))).remarks) <= 5
    assert read("x" * 10_000).words == ("x" * LONGEST,)


def test_only_filters_ask_for_something_and_only_leaving_out_does_not() -> None:
    assert not read("kind:finding").is_empty
    assert not read("after:2026").is_empty
    assert read("-word").is_empty
    assert read("").is_empty


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2026", date(2026, 1, 1)), ("2026-9", date(2026, 9, 1)), ("2026.09.12", date(2026, 9, 12)),
        ("today", TODAY), ("this-week", date(2026, 11, 23)), ("last year", date(2025, 1, 1)),
        ("0000", None), ("2026-02-30", None), ("12-2026", None), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_the_first_day_of_what_is_meant(word: str, day: date | None) -> None:
    assert first_day(word, TODAY) == day


def test_last_month_of_a_january_is_in_the_year_before() -> None:
    assert first_day("last month", date(2026, 1, 31)) == date(2025, 12, 1)


def test_a_kind_is_called_by_its_beginning() -> None:
    assert kinds_called("person") == ("person",)
    assert kinds_called("") == ()


PIECES = st.sampled_from(
    [
        "from:",
        "kind:",
        "after:",
        '"',
        "-",
        "#",
        ":",
        "finding",
        "2026-09",
        " ",
        "AND",
        "\x00",
        "é",
        "(",
        "🙂",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)))
@example("after:9999-12-31 before:0001-01-01")
@example("\ud800")
def test_any_text_means_something(text: str) -> None:
    query = read(text)
    assert query == read(text)
    for word in (*query.words, *query.phrases, *query.tags, *query.people):
        assert any(letter.isalnum() for letter in word)

"""The outcome: in which order people are told, and the clause that says what each of them did."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.outcome import (
    OUTCOME_KINDS,
    OUTCOME_WORDS,
    Deeds,
    NoticeRow,
    debt,
    deeds_in_words,
    what_they_did,
)
from tests.domain.builders import steady


def notice(name: str, deeds: Deeds, *, archived: bool = False) -> NoticeRow:
    return NoticeRow(
        1, 1, name, "", deeds.stage, archived, "due", date(2026, 12, 1), None, "",
        what_they_did(deeds), deeds,
    )  # fmt: skip


# From the one whom I owe most to the one whom I owe least.
ORDER = (
    notice("introduced two", Deeds(introduced=("Bo", "Cy"))),
    notice("introduced one", Deeds(introduced=("Bo",))),
    notice("led twice", Deeds(led=("Bo", "Cy"), findings=("x",) * 9)),
    notice("led once, advocate", Deeds(led=("Bo",), stage="advocate")),
    notice("led once", Deeds(led=("Bo",), stage="met")),
    notice("advocate", Deeds(stage="advocate")),
    notice("in touch", Deeds(stage="in touch", talks=1)),
    notice("resources", Deeds(resources=("a book",), stage="met")),
    notice("kept", Deeds(kept=("send it",), stage="met")),
    notice("findings", Deeds(findings=("they hire for curiosity",))),
    notice("made a contact", Deeds(made=("Dee",))),
    notice("talked twice", Deeds(talks=2, stage="met")),
    notice("talked", Deeds(talks=1, stage="met")),
    notice("also talked", Deeds(talks=1))._replace(name="z talked"),
    notice("archived", Deeds(introduced=("Bo", "Cy", "Dee")), archived=True),
)


def test_people_are_told_in_the_order_of_what_i_owe_them() -> None:
    assert [row.name for row in sorted(set(ORDER), key=debt)] == [row.name for row in ORDER]


@pytest.mark.parametrize(
    ("deeds", "said"),
    [
        (Deeds(introduced=("Bo Berg",)), "introduced me to Bo Berg, whom I met"),
        (Deeds(introduced=("Bo", "Cy")), "introduced me to Bo and Cy, whom I met"),
        (Deeds(introduced=("Bo", "Cy", "Dee")), "introduced me to Bo, Cy and one more, whom I met"),
        (Deeds(led=("Bo", "Cy", "Dee", "Eve")), "pointed me to Bo, Cy and 2 more"),
        (
            Deeds(introduced=("Bo",), led=("Cy",), resources=("a book",)),
            "introduced me to Bo, whom I met, and pointed me to Cy",
        ),
        (
            Deeds(introduced=("Bo", "Cy"), findings=("x",)),
            "introduced me to Bo and Cy, whom I met, and told me: x",
        ),
        (Deeds(resources=("the yearbook.",)), "told me of the yearbook"),
        (Deeds(kept=("send the list", "x")), "sent the list"),
        (Deeds(findings=("they hire\nfor curiosity",)), "told me: they hire for curiosity"),
        (Deeds(led=("Bo",), pointed=("Cy",)), "pointed me to Bo and Cy"),
        (Deeds(pointed=("Cy",), findings=("x",)), "pointed me to Cy and told me: x"),
        (Deeds(kept=("the list of firms",)), "kept a promise: the list of firms"),
        (Deeds(made=("Dee",), stage="advocate"), "put me in touch with Dee"),
        (Deeds(talks=1), "took the time to talk with me"),
        (Deeds(), "was part of my search"),
        (Deeds(introduced=("  ",), talks=1), "took the time to talk with me"),
    ],
)
def test_what_somebody_did_is_said_in_one_clause(deeds: Deeds, said: str) -> None:
    assert what_they_did(deeds) == said


def test_towards_them_their_names_are_you() -> None:
    deeds = Deeds(
        kept=("Ana sends me her list of firms by fri",), findings=("she hires for patience",)
    )
    assert what_they_did(deeds, "Ana Alm") == (
        "sent me her list of firms and told me: she hires for patience"
    )
    assert deeds_in_words(deeds, "Ana Alm", to_them=True) == (
        "sent me your list of firms and told me something that I still use: you hire for patience"
    )
    assert deeds_in_words(Deeds(talks=1), "Ana Alm", to_them=True) == ""


@steady
@given(st.builds(Deeds, **{name: st.lists(st.text(), max_size=4).map(tuple) for name in (
    "introduced", "led", "resources", "kept", "findings", "made")}))  # fmt: skip
def test_the_clause_is_one_line_whatever_was_written(deeds: Deeds) -> None:
    said = what_they_did(deeds)
    assert said == " ".join(said.split())
    assert 0 < len(said) < 400


def test_every_kind_has_words() -> None:
    assert set(OUTCOME_WORDS) == set(OUTCOME_KINDS)

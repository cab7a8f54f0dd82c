"""The words of a lead: who, why, how to reach them, and whether one may be named."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from infotui.domain.capture import read_line
from infotui.domain.lead import (
    LeadWords,
    Ways,
    lead_words,
    next_consent,
    ways_of,
    with_consent,
)
from infotui.domain.note import CONSENTS, Consent
from infotui.domain.text import clean
from tests.domain.builders import steady


@pytest.mark.parametrize(
    ("words", "name", "why"),
    [
        ("Jane Doe, fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe: fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe; fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe · fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe - fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe – fuel cells", "Jane Doe", "fuel cells"),
        ("Jane Doe — fuel cells, and more", "Jane Doe", "fuel cells, and more"),
        ("Jane Doe, PhD, fuel cells", "Jane Doe", "PhD, fuel cells"),
        ("Jane Doe, cells: all kinds - old and new", "Jane Doe", "cells: all kinds - old and new"),
        ("Jane Doe", "Jane Doe", ""),
        ("Civic Data", "Civic Data", ""),
        ("Booking.com, jobs", "Booking.com", "jobs"),
        ("Anne-Marie Li, tests", "Anne-Marie Li", "tests"),
        ("Jane Doe,", "Jane Doe", ""),
        (", fuel cells", "", "fuel cells"),
        ("", "", ""),
    ],
)
def test_a_lead_is_a_name_and_a_why(words: str, name: str, why: str) -> None:
    assert lead_words(words) == LeadWords(name, why)


@pytest.mark.parametrize(
    ("words", "name", "why", "reach"),
    [
        ("Jane, cells, jane@x.org", "Jane", "cells", "jane@x.org"),
        ("Jane, jane@x.org, cells, and more", "Jane", "cells, and more", "jane@x.org"),
        (
            "Jane, mail jane@x.org, +49 30 123 45 67",
            "Jane",
            "",
            "mail jane@x.org, +49 30 123 45 67",
        ),
        ("Jane, (030) 123-4567, cells", "Jane", "cells", "(030) 123-4567"),
        ("Jane, 555 123 456", "Jane", "", "555 123 456"),
        ("Jane, https://x.org/a?b=c, cells", "Jane", "cells", "https://x.org/a?b=c"),
        ("Jane https://x.org/a", "Jane", "", "https://x.org/a"),
        ("Jane, linkedin.com/in/jane", "Jane", "", "linkedin.com/in/jane"),
        ("Jane; cells; @jane", "Jane", "cells", "@jane"),
        ("Jane, cells, via Ruth", "Jane", "cells", "via Ruth"),
        ("Jane, Through Ruth, cells", "Jane", "cells", "Through Ruth"),
        ("Jane, reach her on Mondays", "Jane", "", "reach her on Mondays"),
        ("Jane, call the front desk", "Jane", "", "call the front desk"),
        ("Jane, write to the lab · cells", "Jane", "cells", "write to the lab"),
        ("via Ruth, Jane Doe, cells", "Jane Doe", "cells", "via Ruth"),
        ("Jane Doe jane@x.org, cells", "Jane Doe", "cells", "jane@x.org"),
        ("Jane Doe <jane@x.org>", "Jane Doe", "", "jane@x.org"),
        ("jane@x.org, cells", "jane@x.org", "cells", "jane@x.org"),
        # A name parted off by a dash: dashes part all else too.
        (
            "Jane - 2019-2021 pumps - +49 170 1234567",
            "Jane",
            "2019-2021 pumps",
            "+49 170 1234567",
        ),
        ("Jane – via Ruth – old — new", "Jane", "old — new", "via Ruth"),
        ("Jane - cells, jane@x.org - old", "Jane", "cells - old", "jane@x.org"),
        ("Jane, +49 170 1234567 - mornings", "Jane", "", "+49 170 1234567 - mornings"),
        # Digits that are no telephone number.
        ("Jane, there 2019-2023", "Jane", "there 2019-2023", ""),
        ("Jane, since 2026-11-27", "Jane", "since 2026-11-27", ""),
        ("Jane, 3.000.000 users reached", "Jane", "3.000.000 users reached", ""),
        ("Jane, team of 12, room 304", "Jane", "team of 12, room 304", ""),
        ("Jane, and/or cells", "Jane", "and/or cells", ""),
    ],
)
def test_a_part_that_tells_the_way_is_the_reach(
    words: str, name: str, why: str, reach: str
) -> None:
    assert lead_words(words) == LeadWords(name, why, reach, None)


@pytest.mark.parametrize(
    ("words", "consent"),
    [
        ("Jane, cells · may mention: yes", "yes"),
        ("Jane, cells, may mention: no", "no"),
        ("Jane, cells; may mention: not asked", "not asked"),
        ("Jane, cells MAY MENTION YES", "yes"),
        ("Jane, cells · may mention me: yes.", "yes"),
        ("Jane, cells · may I mention you: yes", "yes"),
        ("Jane, cells · may I mention them? no", "no"),
        ("Jane, cells · may mention her: yes", "yes"),
        ("Jane, cells · do not mention", "no"),
        ("Jane, cells, don't mention me", "no"),
        ("Jane, cells · don’t mention", "no"),
        ("Jane, cells · may mention: yes · may mention: no", "no"),  # the last one counts
        ("Jane, cells", None),
    ],
)
def test_the_tail_says_whether_one_may_be_named(words: str, consent: Consent | None) -> None:
    assert lead_words(words) == LeadWords("Jane", "cells", "", consent)


@pytest.mark.parametrize(
    "words", ["Jane, she may mention no one", "Jane, may mention:", "Jane, may mention yesterday"]
)
def test_words_that_only_look_like_the_tail_stay(words: str) -> None:
    said = lead_words(words)
    assert said.consent is None
    assert said.why == words.removeprefix("Jane, ")


def test_a_tail_alone_names_nobody() -> None:
    assert lead_words("may mention: no") == LeadWords("", "", "", "no")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Jane may mention: yes #ref", LeadWords("Jane", "", "", "yes")),
        ("Jane, cells · may mention: yes #ref #hot", LeadWords("Jane", "cells", "", "yes")),
        ("Jane #ref, cells", LeadWords("Jane", "cells")),
        ("#hot Jane, #ref, cells #odd and more", LeadWords("Jane", "cells and more")),
        ("Jane, jane@x.org #ref", LeadWords("Jane", "", "jane@x.org")),
        ("via Ruth #ref, Jane", LeadWords("Jane", "", "via Ruth")),
        ("#ref, Jane", LeadWords("Jane", "")),
        ("#ref", LeadWords("", "")),
        # These are no tags.
        ("Jane, C# and x#y", LeadWords("Jane", "C# and x#y")),
        ("Jane, https://x.org/#team", LeadWords("Jane", "", "https://x.org/#team")),
    ],
)
def test_tags_belong_to_the_line_and_not_to_the_person(words: str, said: LeadWords) -> None:
    assert lead_words(words) == said


@pytest.mark.parametrize(
    ("line", "consent", "after"),
    [
        ("> Jane, cells", "yes", "> Jane, cells · may mention: yes"),
        ("> Jane, cells · may mention: yes", "no", "> Jane, cells · may mention: no"),
        ("> Jane, cells; MAY mention yes", "no", "> Jane, cells; may mention: no"),
        ("> Jane, cells · don't mention me", "yes", "> Jane, cells · may mention: yes"),
        ("> Jane, cells · don't mention me", "no", "> Jane, cells · don't mention me"),
        ("> Jane, cells · may mention: no", "not asked", "> Jane, cells"),
        ("> Jane, · may mention: no", "not asked", "> Jane,"),
        ("> Jane · may mention: no #ref", "yes", "> Jane · may mention: yes #ref"),
        ("> Jane · may mention: no #ref", "not asked", "> Jane #ref"),
        (">Jane  ", "yes", ">Jane · may mention: yes  "),
        ("> Jane", "not asked", "> Jane"),
    ],
)
def test_the_tail_is_put_in_changed_or_taken_away(line: str, consent: str, after: str) -> None:
    assert with_consent(line, consent) == after


PARTS = st.sampled_from(
    [
        "Jane", "cells", "jane@x.org", "via Ruth", "may mention: yes", "may mention no", "may mention",
        "don't mention", "not asked", "#ref", "·", ",", ";", ":", " - ", "  ", "é", "\x1b", ".",
    ]
)  # fmt: skip
LINES = (st.lists(PARTS, max_size=8).map(" ".join) | st.text(max_size=40)).map(lambda s: f"> Jo{s}")


@steady
@given(LINES, st.sampled_from(CONSENTS))
def test_what_is_put_in_is_read_back_and_twice_is_once(line: str, consent: str) -> None:
    after = with_consent(line, consent)
    assert with_consent(after, consent) == after
    said = lead_words(read_line(after).words).consent
    assert said == (None if consent == "not asked" else consent)


@steady
@given(LINES, st.sampled_from(["yes", "no"]))
def test_a_tail_that_is_put_in_and_taken_away_leaves_the_line(line: str, consent: str) -> None:
    line = clean(line)
    assume(lead_words(line[1:]).consent is None)
    assert with_consent(with_consent(line, consent), "not asked") == line


@steady
@given(LINES)
def test_the_name_why_and_reach_do_not_depend_on_the_tail(line: str) -> None:
    bare = with_consent(line, "not asked")
    without = lead_words(read_line(bare).words)
    tailed = lead_words(read_line(with_consent(bare, "no")).words)
    assert tailed == without._replace(consent="no")


def test_the_answers_go_round() -> None:
    assert [next_consent(now) for now in ("not asked", "yes", "no")] == ["yes", "no", "not asked"]


@steady
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_words_are_taken_apart(words: str) -> None:
    said = lead_words(words)
    assert said.name == said.name.strip()
    assert said.why == said.why.strip()


@pytest.mark.parametrize(
    ("reach", "ways"),
    [
        ("", Ways()),
        ("jane@x.org, 030 1234567, via Ruth",
         Ways(("jane@x.org",), ("030 1234567",), (), ("via Ruth",))),
        ("via ruth@x.org", Ways(rest=("via ruth@x.org",))),
        ("call +49 30 123 45 67; https://x.org/jane · www.y.org",
         Ways((), ("+49 30 123 45 67",), ("https://x.org/jane", "www.y.org"))),
        ("e-mail jd@x.org, jd@x.org.", Ways(("jd@x.org",))),
        ("@jane on the forum, in the lab", Ways(rest=("@jane on the forum", "in the lab"))),
    ],
)  # fmt: skip
def test_ways_to_reach_somebody_are_told_apart(reach: str, ways: Ways) -> None:
    assert ways_of(reach) == ways

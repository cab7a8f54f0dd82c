"""Every sheet, gap, group, contradiction and figure of a generated notebook, against its export."""

from collections import Counter

import pytest

from infotui.domain.findings import guesses
from infotui.domain.note import FINDING_KINDS
from infotui.services.desks import Desks
from infotui.services.findings import MOST
from tests.builders import a_contact, a_held_interview
from tests.many_answers import Many
from tests.services.from_export import Document
from tests.tui.pilots import stored

SIZES = [24, pytest.param(500, marks=pytest.mark.slow)]


class Uuids:
    """Each record's uuid by its number in this file."""

    def __init__(self, desks: Desks) -> None:
        self._known = {
            table: dict(stored(desks, f"SELECT id, uuid FROM {table}"))
            for table in ("interview", "contact", "finding")
        }

    def __call__(self, table: str, number: int) -> str:
        return str(self._known[table][number])


@pytest.mark.parametrize("talks", SIZES)
def test_all_is_as_the_export_has_it(desks: Desks, talks: int) -> None:
    Many(desks, talks).lay()
    document, uuid = Document(desks), Uuids(desks)
    topics = desks.answers.topics()
    check_sheets(desks, document, uuid)
    keys = {topic.key for topic in topics}
    assert {document.key(q) for q in document.all["question"] if q["text"].strip()
            and q["origin"] != "asked of me"} <= keys  # fmt: skip
    assert {f"kind:{kind}" for kind in FINDING_KINDS} <= keys
    check_findings(desks, document, uuid)
    check_saturation(desks, document)


def check_sheets(desks: Desks, document: Document, uuid: Uuids) -> None:
    sheets = desks.answers.sheets()
    for topic in sheets.topics():
        wanted, sheet = document.sheet(topic.key), sheets.over(topic)
        assert [
            (None if row.interview_id is None else uuid("interview", row.interview_id),
             frozenset(uuid("contact", person.id) for person in row.people), row.state,
             tuple(line.text for line in row.lines) if row.interview_id is not None else ())
            for row in sheet.rows if row.interview_id is not None
        ] == [row for row in wanted if row[0] is not None], topic  # fmt: skip
        assert {
            uuid("contact", row.people[0].id) for row in sheet.rows if row.interview_id is None
        } == {next(iter(people)) for talk, people, _, _ in wanted if talk is None}, topic
        spoke = {p for _, people, state, lines in wanted for p in people
                 if lines or state in {"answered", "partly"} or topic.what == "tag"}  # fmt: skip
        assert topic.people == len(spoke), topic
        fitting = [entry.id for entry in sheets.fitting(topic.key)]
        gaps = {
            uuid("contact", gap.contact_id): (
                None if gap.ahead is None else uuid("interview", gap.ahead.id), gap.planned
            )
            for gap in sheet.gaps
        }  # fmt: skip
        assert gaps == document.gaps(topic.key, fitting), topic


def check_findings(desks: Desks, document: Document, uuid: Uuids) -> None:
    rows = desks.findings.all()
    held = [f for f in document.all["finding"] if f["interview"] in document.held]
    assert {uuid("finding", row.id) for row in rows} == {f["uuid"] for f in held}
    assert Counter(row.kind for row in rows) == Counter(f["kind"] for f in held)
    both = guesses(rows, 10**9)
    assert {frozenset(uuid("finding", i) for i in odds.ids) for odds in both} == document.guesses()
    open_now = {
        frozenset(uuid("finding", i) for i in odds.ids) for odds in desks.findings.open_odds(rows)
    }
    wanted, kept = document.open_odds(), document.settled()
    assert open_now <= wanted
    by_hand = sum(state == "open" for state in kept.values())
    assert len(open_now) == by_hand + min(MOST, len(wanted) - by_hand)


def check_saturation(desks: Desks, document: Document) -> None:
    rows = desks.findings.all()
    everything = desks.findings.open_odds(rows, guesses(rows, 10**9))
    figures = {row.key: row[2:] for row in desks.saturation.rows(everything)}
    odds = document.open_odds()
    if len(odds) > MOST:  # what is shown are the newest of them
        odds = {pair for pair in odds if pair in _shown(desks, everything)}
    goals = {document.goal_of(g) for g in document.all["goal"] if g["kind"] != "own" or g["text"]}
    assert goals <= set(figures)
    for key, numbers in figures.items():
        assert numbers == document.saturation(key, odds), key


def _shown(desks: Desks, odds: object) -> set[frozenset[str]]:
    uuid = Uuids(desks)
    return {frozenset(uuid("finding", i) for i in pair.ids) for pair in odds}  # type: ignore[attr-defined]


def test_a_tag_that_is_a_kind_stands_among_the_kinds_alone(desks: Desks) -> None:
    a_held_interview(desks, "* curiosity counts #career #hiring", contact_id=a_contact(desks))
    keys = {topic.key for topic in desks.answers.topics()}
    assert {"kind:career", "tag:hiring"} <= keys
    assert "tag:career" not in keys

"""The desk of pictures: its figures against those computed from the export, and against each talk as Review reads it."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

import pytest

from infotui.domain.clock import instant_of
from infotui.domain.text import fold
from infotui.services.desks import Desks
from infotui.services.pictures import Pictures
from tests.builders import BERLIN, a_contact, a_held_interview, a_live_interview, open_desks
from tests.fakes import ManualClock
from tests.many_talks import many_talks

COUNT = 120


@pytest.fixture(scope="module")
def notebook_of_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    desks = open_desks(tmp_path_factory.mktemp("many") / "n.db", ManualClock())
    many_talks(desks, COUNT)
    yield desks
    desks.close()


@pytest.fixture(scope="module")
def read(notebook_of_many: Desks) -> Pictures:
    return notebook_of_many.pictures.read()


@pytest.fixture(scope="module")
def exported(notebook_of_many: Desks) -> dict[str, list[dict[str, Any]]]:
    whole: dict[str, Any] = json.loads("".join(notebook_of_many.exports.as_json()))
    return whole


def test_talks_are_those_of_the_export(
    read: Pictures, exported: dict[str, list[dict[str, Any]]]
) -> None:
    held = [row for row in exported["interview"] if row["state"] in {"held", "closed"}]
    assert sum(read.talks.counts) == len(held) == COUNT
    quarters: Counter[str] = Counter()
    for row in held:
        day = instant_of(row["started_at"]).astimezone(BERLIN)
        quarters[f"Q{(day.month + 2) // 3} {day.year}"] += 1
    told = {row.cells[0]: int(row.cells[1]) for row in read.talks.table().rows}
    assert {name: count for name, count in told.items() if count} == quarters
    people = {row["contact"] for row in held}
    people |= {row["contact"] for row in exported["interview_person"]}
    assert f"with {len(people)} people" in read.talks.said


def test_times_are_those_of_each_talk_as_review_reads_it(
    read: Pictures, notebook_of_many: Desks
) -> None:
    timed = []
    for talk in read.times.talks:
        whole = notebook_of_many.review.conversation(talk.id)
        assert talk.used == whole.used
        if whole.timed:
            assert (talk.asked, talk.agreed) == (whole.marks.decision, whole.agreed)
            timed.append(talk)
        else:
            assert talk.agreed is None
    assert len(read.times.talks) == COUNT
    used = median(talk.used for talk in timed) // timedelta(minutes=1)
    assert f"Median of {len(timed)} talks: asked for 30 min" in read.times.said
    assert f"used {used};" in read.times.said


def test_confidence_is_that_of_the_export(
    read: Pictures, exported: dict[str, list[dict[str, Any]]]
) -> None:
    steps = Counter(row["confidence"] for row in exported["debrief"])
    del steps[None]
    assert Counter(sure.step for sure in read.confidence.points) == steps
    ats = [sure.talk.at for sure in read.confidence.points]
    assert ats == sorted(ats)


def test_outreach_is_that_of_the_export(
    read: Pictures, exported: dict[str, list[dict[str, Any]]]
) -> None:
    rows = exported["outreach"]
    assert read.outreach.sent == len(rows)
    for path in read.outreach.paths:
        mine = [row for row in rows if row["path"] == path.name]
        came = [row for row in mine if row["answer"] in {"yes", "no", "later"}]
        assert (path.sent, path.answered) == (len(mine), len(came))
        days = [
            (instant_of(row["answered_at"]) - instant_of(row["sent_at"])) / timedelta(days=1)
            for row in came
        ]
        assert path.days == pytest.approx(median(days))


def test_findings_are_those_of_the_export(
    read: Pictures, exported: dict[str, list[dict[str, Any]]]
) -> None:
    contacts = {row["uuid"]: row for row in exported["contact"]}
    talks = {row["uuid"]: row for row in exported["interview"]}
    expected: Counter[tuple[str, str]] = Counter()
    for row in exported["finding"]:
        talk = talks[row["interview"]]
        field = talk["field"] or contacts[talk["contact"]]["field"]
        expected[row["kind"], fold(field) or "no field"] += 1
    told: Counter[tuple[str, str]] = Counter()
    kind = ""
    for row in read.findings.table().rows:
        kind = row.cells[0] or kind
        if row.cells[1] != "all fields" and kind != "all kinds":
            told[kind, fold(row.cells[1])] += int(row.cells[2])
    assert told == expected


def test_whoever_was_led_to_stands_once_in_the_table(
    read: Pictures, exported: dict[str, list[dict[str, Any]]]
) -> None:
    names = {row["uuid"]: row["name"] for row in exported["contact"]}
    through = {
        row["name"]: names[row["introducer"]] for row in exported["contact"] if row["introducer"]
    }
    rows = [row for row in read.referrals.table().rows if row.way and row.way.what == "contact"]
    assert {row.cells[0]: row.cells[1] for row in rows if row.cells[1]} == through
    assert len({row.way for row in rows}) == len(rows)


def test_it_reads_in_a_thread_what_was_just_stored_and_no_talk_that_is_on(desks: Desks) -> None:
    amina = a_contact(desks, field="energy")
    number = a_held_interview(desks, "* a fact", contact_id=amina)
    desks.debriefs.open_for(number)
    desks.debriefs.set_confidence(number, 4)
    a_live_interview(desks, "* another", contact_id=amina)
    found: list[Pictures] = []
    thread = Thread(target=lambda: found.append(desks.pictures.read()))
    thread.start()
    thread.join()
    (shown,) = found
    assert shown.talks.said == "1 talk with 1 person, on 23 Nov 2026."
    assert shown.times.said == "One talk: asked for 30 min, agreed 30, used 25."
    assert shown.confidence.said == "1 debrief: 4.0 of 5 on average."
    assert shown.findings.fields == ("energy",)
    assert shown.findings.total == 1  # of the talk that was held
    assert shown.outreach.paths == ()


def test_a_new_notebook_has_pictures_of_nothing(tmp_path: Path, clock: ManualClock) -> None:
    desks = open_desks(tmp_path / "new.db", clock)
    shown = desks.pictures.read()
    assert not any(picture.said for picture in shown)
    assert not any(picture.table().rows for picture in (shown.talks, shown.times, shown.outreach))
    desks.close()

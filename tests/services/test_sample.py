"""The sample notebook: what it holds on any day it is seen on, and that the hour makes no difference."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from infotui.domain.bank import Bank
from infotui.domain.errors import NotebookError
from infotui.domain.loop import lateness
from infotui.domain.timer import due, elapsed
from infotui.services.desks import Desks
from infotui.services.review import Conversation
from infotui.services.sample import ROBIN, make_sample
from infotui.storage.store import Store
from tests.builders import made_once
from tests.fakes import ManualClock
from tests.tries import some

LONDON = ZoneInfo("Europe/London")
AUCKLAND = ZoneInfo("Pacific/Auckland")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

# Summer time began in the week before the Saturday, so most of that story is in winter time. The
# last is the 29 February in Auckland while it is still the day before in Greenwich.
DAYS = {
    "Monday": (MONDAY, LONDON),
    "Saturday": (datetime(2027, 4, 3, 15, 0, tzinfo=UTC), LONDON),
    "29 February": (datetime(2028, 2, 28, 12, 0, tzinfo=UTC), AUCKLAND),
}


@dataclass(frozen=True)
class Sample:
    """A sample, opened on the day it was made for."""

    desks: Desks
    today: date
    zone: ZoneInfo

    @property
    def held(self) -> list[Conversation]:
        """All held talks, the latest first."""
        return [self.desks.review.conversation(row.id) for row in self.desks.review.conversations()]

    def with_whom(self, contact: str) -> Conversation:
        """The one held talk with somebody."""
        (talk,) = (talk for talk in self.held if talk.interview.contact == contact)
        return talk

    def document(self) -> dict[str, Any]:
        """The whole notebook as it is exported."""
        document: dict[str, Any] = json.loads("".join(self.desks.exports.as_json()))
        return document

    def local(self, instant: datetime) -> datetime:
        """An instant on Robin's wall clock."""
        return instant.astimezone(self.zone)


def opened(path: Path, now: datetime, zone: ZoneInfo) -> Desks:
    clock = ManualClock(now)
    return Desks(Store.open(path, clock), clock, ROBIN, zone, Bank())


@pytest.fixture(
    scope="module", params=some([(day,) for day in DAYS.values()], 0, 2), ids=DAYS.keys()
)
def sample(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sample]:
    now, zone = request.param
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    made = f"sample of {now.date()} {zone.key.replace('/', ' ')}.db"
    shutil.copy(made_once(tmp_path_factory, made, lambda at: make_sample(at, now, zone)), path)
    desks = opened(path, now, zone)
    yield Sample(desks, now.astimezone(zone).date(), zone)
    desks.close()


def next_working_day(day: date) -> date:
    return day + timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))


def test_it_is_as_large_as_a_real_search(sample: Sample) -> None:
    figures = sample.desks.followups.figures()
    contacts = sample.desks.contacts.page("", 0, 100)

    assert (figures.contacts, figures.organizations) == (17, 10)
    assert (figures.held, figures.ahead) == (9, 3)
    assert {row.field for row in contacts} == {
        "energy research", "public data", "clinical engineering",
    }  # fmt: skip
    assert {row.stage for row in contacts} == {
        "stranger", "introduced", "met", "in touch", "advocate",
    }  # fmt: skip
    assert [row.name for row in contacts if row.stage == "advocate"] == ["Ana Brightwater"]


def test_nobody_in_it_can_be_reached(sample: Sample) -> None:
    points = sample.document()["contact_point"]
    mails = [p["value"] for p in points if p["kind"] == "email"]
    phones = [p["value"] for p in points if p["kind"] == "phone"]

    assert len(mails) >= 8
    assert all(re.search(r"[@.]example\.(org|com|net)$", mail) for mail in mails)
    assert len(phones) >= 5
    assert all(re.fullmatch(r"01632 960\d{3}", phone) for phone in phones)


def test_every_step_to_another_stage_has_its_reason(sample: Sample) -> None:
    turns = [change for change in sample.document()["state_change"] if change["contact"]]

    assert len(turns) >= 20
    assert all(turn["why"] for turn in turns)


def test_who_was_introduced_was_named_by_somebody_whom_robin_knows(sample: Sample) -> None:
    contacts = sample.desks.contacts
    by = {row.name: contacts.sheet(row.id).introduced_by for row in contacts.page("", 0, 100)}
    chains = {
        "Tobias Fenwick-Arle": "Ana Brightwater",
        "Ben Oduya-Hart": "Ana Brightwater",
        "Cora Lindqvist-Shaw": "Ben Oduya-Hart",
        "Esme Tallow": "Dov Marchetti",
        "Femi Hollis": "Esme Tallow",
    }

    assert chains.items() <= by.items()
    for name, introducer in by.items():
        if introducer:
            lines = [note.text for note in sample.with_whom(introducer).notes]
            assert any(line.startswith(f"> {name}, ") for line in lines), (name, introducer)


def test_every_held_talk_was_prepared(sample: Sample) -> None:
    for talk in sample.held:
        sheet = sample.desks.plans.sheet(talk.interview.id)
        planned = [q for q in talk.questions if q.origin != "arisen"]

        assert 1 <= len(talk.goals) <= 2
        assert all((sheet.why, sheet.opening, sheet.close, sheet.interview.place_kind))
        assert 5 <= len(planned) <= 9
        assert "who-else" in [q.bank_id for q in planned if q.importance == "must"]
        assert all(q.tailoring != "raw" for q in planned)
        assert len({q.importance for q in planned}) >= 2


def test_every_held_talk_has_timed_notes_under_its_questions_and_facts(sample: Sample) -> None:
    for talk in sample.held:
        spent = [note.elapsed for note in talk.notes]

        assert 8 <= len(talk.notes) <= 16, talk.interview.contact
        assert all(note.question_id is not None for note in talk.notes)
        assert len(set(spent)) == len(spent)
        assert timedelta(0) < spent[0] < spent[-1] <= talk.used
        assert spent[-1] > talk.used * 3 / 4
        assert len(talk.findings) >= 3


def test_the_notes_make_use_of_every_sign(sample: Sample) -> None:
    kinds = {note.kind for talk in sample.held for note in talk.notes}
    findings = {kind for kind, _ in sample.desks.followups.figures().findings}

    assert kinds == {
        "note", "lead", "my promise", "their promise", "opening", "finding", "resource",
        "arisen", "asked of me",
    }  # fmt: skip
    assert findings == {
        "employer", "person", "market", "career", "strength", "gap", "advice",
    }  # fmt: skip


def test_questions_were_left_out_left_half_and_added(sample: Sample) -> None:
    questions = [q for talk in sample.held for q in talk.questions]
    arisen = [q for q in questions if q.origin == "arisen"]

    assert {q.state for q in questions} == {"answered", "partly", "skipped", "planned"}
    assert {q.origin for q in questions} == {"bank", "own", "research", "arisen"}
    assert all(q.research for q in questions if q.origin == "research")
    assert [q.state for q in arisen] == ["answered", "partly"]
    assert all(
        talk.notes_on(q.id) for talk in sample.held for q in talk.questions if q.state == "partly"
    )


def test_the_half_hour_was_answered_in_all_three_ways(sample: Sample) -> None:
    decided = {
        talk.interview.contact: [(e.mark, e.answer, e.minutes) for e in talk.log if e.answer]
        for talk in sample.held
    }

    assert decided == {
        "Ana Brightwater": [("decide 30", "go on", 15)],
        "Ben Oduya-Hart": [("decide 30", "wrap up", 0)],
        "Dov Marchetti": [("decide 30", "go on", 10), ("decide 40", "wrap up", 0)],
        "Cora Lindqvist-Shaw": [("decide 30", "hard stop", 0)],
        "Esme Tallow": [("decide 25", "wrap up", 0)],
        "Femi Hollis": [],
        "Imran Vasey": [("decide 30", "go on", 10), ("decide 40", "wrap up", 0)],
        "Kasper Dunmore": [("decide 30", "wrap up", 0)],
        "June Akintola": [("decide 30", "hard stop", 0)],
    }
    assert sample.with_whom("Cora Lindqvist-Shaw").agreed == timedelta(minutes=38)
    assert sample.with_whom("Femi Hollis").used == timedelta(minutes=24, seconds=10)


def test_every_mark_was_shown_in_its_second_and_none_was_missed(sample: Sample) -> None:
    for talk in sample.held:
        log = talk.log
        shown = [(e.mark, elapsed(log[:i], e.at)) for i, e in enumerate(log) if e.kind == "shown"]
        shown = [(mark, at) for mark, at in shown if not mark.startswith("must")]

        assert shown[0] == ("nudge 20", timedelta(minutes=20))
        for mark, at in shown[1:]:
            assert mark == f"decide {at // timedelta(minutes=1)}"
            assert at % timedelta(minutes=1) == timedelta(0)
        assert due(talk.marks, log[:-1], log[-1].at) == ()


def test_a_pause_is_no_part_of_the_talk(sample: Sample) -> None:
    imran = sample.with_whom("Imran Vasey")
    kinds = [entry.kind for entry in imran.log if entry.kind != "asked"]
    begun, ended = imran.interview.started_at, imran.interview.ended_at
    assert begun is not None
    assert ended is not None

    assert kinds[:3] == ["run", "pause", "run"]
    assert ended - begun - imran.used == timedelta(minutes=6, seconds=10)


def test_what_is_owed_now_is_late_today_and_soon(sample: Sample) -> None:
    loops = sample.desks.followups.open_loops()
    (mina,) = (row for row in loops if row.contact == "Mina Galloway-Birch")
    (said_no_day,) = (
        row for row in loops if (row.kind, row.contact) == ("my promise", "June Akintola")
    )
    (lost,) = (row for row in loops if row.kind == "losing touch")
    owed = {
        (row.ball, row.kind, row.contact, lateness(row.due, sample.today))
        for row in loops
        if row not in (mina, said_no_day, lost)
    }

    # The contact was made on the last working day, so to follow up is due on the next.
    assert (mina.ball, mina.kind) == ("me", "introduction")
    assert mina.due == next_working_day(sample.today - timedelta(days=1))
    # No day was said: reckoned from the day of the talk in Greenwich, in Auckland the day before.
    assert (said_no_day.due or sample.today) - sample.today <= timedelta(days=2)
    assert lateness(said_no_day.due, sample.today) in {"today", "soon"}
    assert (lost.ball, lost.contact) == ("me", "Ben Oduya-Hart")
    assert lost.due is not None
    assert lost.due <= sample.today
    assert len(loops) == 13
    assert owed == {
        ("me", "thank-you", "Kasper Dunmore", "late"),
        ("me", "thank-you", "June Akintola", "today"),
        ("me", "debrief", "June Akintola", "today"),
        ("me", "my promise", "Kasper Dunmore", "late"),
        ("me", "my promise", "Imran Vasey", "late"),
        ("me", "lead", "June Akintola", "soon"),
        ("them", "their promise", "Imran Vasey", "late"),
        ("them", "their promise", "June Akintola", "soon"),
        ("introducer", "introduction", "Dov Marchetti", "late"),
        ("them", "outreach", "Owen Pettifer-Lang", "late"),
    }


def test_one_is_being_lost_and_one_resource_was_passed_on(sample: Sample) -> None:
    (ben,) = sample.desks.touches.losing()
    assert (ben.name, ben.cadence, ben.kind) == ("Ben Oduya-Hart", 30, "they wrote")
    assert 0 <= ben.over <= 3
    cadences = [c["cadence_days"] for c in sample.document()["contact"] if c["cadence_days"]]
    assert cadences == [90, 30]
    (shared,) = (row for row in sample.desks.resources.rows() if row.shared)
    assert [(who.name, shared.giver) for who in shared.shared] == [("Dov Marchetti", "Femi Hollis")]
    assert all(
        row.giver not in {who.name for who in sample.desks.resources.who_may_like(row.id)}
        for row in sample.desks.resources.rows()
    )


def test_who_was_asked_and_who_was_written_to_is_fair_game_by_now(sample: Sample) -> None:
    remarks = {row.contact: row.remark for row in sample.desks.followups.open_loops()}
    assert remarks["Dov Marchetti"] == "a gentle reminder is fair"
    assert remarks["Owen Pettifer-Lang"] == "e-mail · one follow-up is fair"
    (asked,) = (row for row in sample.desks.followups.open_loops() if row.ball == "introducer")
    assert asked.text == "Dov Marchetti to introduce you to Hal Penrose-Yu"
    weekend = sample.today.weekday() > 4  # and the days before it are all that count
    waited = {row.contact: row.waited for row in sample.desks.followups.open_loops("them")}
    assert (waited["Dov Marchetti"], waited["Owen Pettifer-Lang"]) == (
        (5, 3) if weekend else (6, 4)
    )


def test_each_talk_was_thought_over_on_its_day_and_the_latest_waits(sample: Sample) -> None:
    latest, *earlier = sample.held
    assert latest.debrief is not None
    assert (latest.debrief.state, latest.debrief.begun) == ("due", False)
    for talk in earlier:
        said = talk.debrief
        assert said is not None
        assert said.state == "written"
        assert min(len(said.learned), len(said.went_well), len(said.differently)) > 20
    assert {talk.debrief.confidence for talk in earlier if talk.debrief} == {2, 3, 4}

    held = {talk.interview.uuid: talk.interview.ended_at for talk in earlier}
    for row in sample.document()["debrief"]:
        if row["state"] == "written":
            ended = held[row["interview"]]
            assert ended is not None
            settled = datetime.fromisoformat(row["settled_at"])
            assert timedelta(0) < settled - ended < timedelta(hours=1)


def test_older_loops_were_closed_and_thanks_went_out_the_next_day(sample: Sample) -> None:
    document = sample.document()
    thanks = [t for t in document["thank_you"] if t["state"] == "sent"]
    promises = [p["state"] for p in document["promise"]]
    leads = [lead["state"] for lead in document["lead"]]

    assert len(thanks) == 7
    for sent in thanks:
        settled = datetime.fromisoformat(sent["settled_at"])
        assert sample.local(settled).date().isoformat() == sent["due"]
    assert (promises.count("kept"), promises.count("received")) == (5, 3)
    assert leads.count("followed") == 13


def test_the_three_to_come_are_differently_ready(sample: Sample) -> None:
    ahead = sample.desks.plans.ahead()
    focus = sample.desks.plans.in_focus()

    assert [(a.interview.contact, a.done) for a in ahead] == [
        ("Tobias Fenwick-Arle", 6),
        ("Lucía Ferran", 4),
        ("Greta Soames", 2),
    ]
    assert [[c.name for c in a.checks if not c.done] for a in ahead[:2]] == [
        ["day sheet"],
        ["questions", "opening", "day sheet"],
    ]
    assert [c.name for c in ahead[2].checks if c.done] == ["goal", "place"]
    assert focus is not None
    assert focus.id == ahead[0].interview.id


def test_the_three_to_come_are_on_working_days_ahead(sample: Sample) -> None:
    times = [sample.local(a.interview.scheduled_at or MONDAY) for a in sample.desks.plans.ahead()]
    days_ahead = [(when.date() - sample.today).days for when in times]

    assert [f"{when:%H:%M}" for when in times] == ["15:00", "09:30", "12:15"]
    assert times[0].date() == next_working_day(sample.today)
    assert 5 <= days_ahead[1] <= 8
    assert 9 <= days_ahead[2] <= 12
    assert all(when.weekday() < 5 for when in times)


def test_held_talks_began_on_the_wall_clock_and_before_today(sample: Sample) -> None:
    begun = [sample.local(talk.interview.started_at or MONDAY) for talk in sample.held]

    assert [f"{when:%H:%M}" for when in begun] == [
        "10:35", "17:21", "13:03", "08:48", "12:31", "14:07", "18:00", "16:24", "10:32",
    ]  # fmt: skip
    # June works shifts and met Robin yesterday, whatever day that was; all others on working days.
    assert (sample.today - begun[0].date()).days == 1
    assert all(when.weekday() < 5 for when in begun[1:])
    assert timedelta(weeks=7) < begun[0] - begun[-1] < timedelta(weeks=9)


def test_nothing_was_written_today_or_later(sample: Sample) -> None:
    document = sample.document()
    tables = [table for table in document.values() if isinstance(table, list)]
    written = [
        datetime.fromisoformat(value)
        for table in tables
        for record in table
        for column, value in record.items()
        if value and column in {"created_at", "at", "settled_at", "asked_at", "ended_at"}
    ]

    assert len(written) > 500
    assert sample.local(max(written)).date() < sample.today
    assert document["unfinished"] == []


def test_the_research_is_on_people_and_on_places_with_its_source(sample: Sample) -> None:
    notes = sample.document()["research_note"]
    subjects = {row.name: row.notes for row in sample.desks.research.subjects()}

    assert len(notes) >= 10
    assert all(note["body"] and note["source"] for note in notes)
    assert sum("\n" in note["body"] for note in notes) >= 8
    assert sum(note["organization"] is None for note in notes) >= 5
    assert sum(note["contact"] is None for note in notes) >= 5
    assert (subjects["Tobias Fenwick-Arle"], subjects["Lanternfield Institute"]) == (2, 2)


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("curiosity", {"Ben Oduya-Hart", "Esme Tallow", "June Akintola"}),
        ("night shifts", {"Cora Lindqvist-Shaw", "Imran Vasey", "June Akintola"}),
        ("doctorate", {"Ana Brightwater", "Ben Oduya-Hart"}),
        ("Numbers Office", {"Dov Marchetti", "Femi Hollis"}),
    ],
)
def test_what_several_said_is_found_with_all_of_them(
    sample: Sample, words: str, people: set[str]
) -> None:
    assert {row.contact for row in sample.desks.review.conversations(words)} == people


def test_two_people_contradict_each_other(sample: Sample) -> None:
    imran, june = sample.with_whom("Imran Vasey"), sample.with_whom("June Akintola")

    assert imran.interview.organization == june.interview.organization
    assert any("no night shifts" in finding.text for finding in imran.findings)
    assert any("night shifts one week in six" in finding.text for finding in june.findings)


def without_uuids(path: Path, now: datetime, zone: ZoneInfo) -> str:
    """Give a notebook's export with every uuid replaced by the place of its first appearance."""
    desks = opened(path, now, zone)
    text = "".join(desks.exports.as_json())
    desks.close()
    places: dict[str, str] = {}
    pattern = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    return re.sub(pattern, lambda found: places.setdefault(found[0], f"u{len(places)}"), text)


@pytest.mark.slow
def test_the_hour_and_the_own_bank_make_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning, night = MONDAY.replace(hour=0, minute=1), MONDAY.replace(hour=23, minute=59)
    make_sample(tmp_path / "morning.db", morning, LONDON)
    own = tmp_path / "infotui" / "question_bank.toml"
    own.parent.mkdir()
    own.write_text(
        'format = 1\n[[question]]\nid = "typical-day"\ntext = "Mine?"\nshort = "mine"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr("infotui.config.paths.config_folder", lambda: own.parent)
    make_sample(tmp_path / "night.db", night, LONDON)

    first = without_uuids(tmp_path / "morning.db", MONDAY, LONDON)
    assert first == without_uuids(tmp_path / "night.db", MONDAY, LONDON)
    assert "ordinary working day" in first


def test_what_stands_at_its_place_stays(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_bytes(b"mine")

    with pytest.raises(NotebookError, match=r"mine\.db stands already"):
        make_sample(path, MONDAY, LONDON)

    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_what_ana_said_is_offered_for_the_talk_with_tobias(sample: Sample) -> None:
    focus = sample.desks.plans.in_focus()
    assert focus is not None
    rows = sample.desks.before.items(focus.id)
    assert [row.kind for row in rows] == ["learned"] * 3 + ["at odds"]
    assert {row.who for row in rows} == {"Ana Brightwater", "Ana Brightwater · Ben Oduya-Hart"}
    assert rows[-1].question == (
        "I heard two things: without a doctorate you stay on short contracts in energy research; but "
        "also: two of six in the cell lab have a doctorate, their lead has none. "
        "Which is closer to what you see?"
    )
    for row in rows:
        assert not any(name in row.question for name in ("Ana", "Ben", " she ", " her "))
    assert sample.desks.questions.sameness(focus.id) is None
    assert sample.desks.questions.first_hint(focus.id) == ""

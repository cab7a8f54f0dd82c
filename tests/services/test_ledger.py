"""The ledger holds every owed thing exactly once, whatever happened, and undo restores it exactly (M5)."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infotui.domain.clock import instant_of, instant_text
from infotui.domain.errors import InfotuiError
from infotui.domain.loop import BALLS, LOOP_KINDS, LoopRow
from infotui.services.desks import Desks
from tests.builders import BERLIN, a_contact, later, open_desks
from tests.fakes import ManualClock
from tests.tries import tries

Key = tuple[str, int]
ALL_LINES: Final = ("! send it", "< send it", "send it", "> Jane Doe, fuel cells", "> Jane Doe · may mention: no",
                    "Jane Doe, fuel cells", "$ an analyst", "")  # fmt: skip
LINES: Final = ("! send it", "! send more by fri", "< a list", "> Jane Doe, fuel cells", "a fact")
# How a loop of each kind can be closed; the one that is tried is drawn.
ANSWERS: Final[dict[str, tuple[str, ...]]] = {
    "thank-you": ("",), "debrief": ("",), "my promise": ("", "withdrawn"),
    "their promise": ("", "let go"), "lead": ("", "not pursuing"), "courtesy": ("sent", "waived"),
    "introduction": ("", "", "", "lapsed", "declined"), "outreach": ("yes", "no", "later", "none"),
    "place": ("office", "video"), "outcome": ("told", "waived"),
    "losing touch": ("met", "they wrote", "off"),
}  # fmt: skip
# What may leave the ledger by an event that closes none itself: one was in touch, or it went on.
LEAVES: Final[dict[str, set[str]]] = {
    "close": {"losing touch", "place", "introduction"},
    "talk": {"losing touch", "place"},
    "introduction": {"losing touch"},
    "remind": {"losing touch"},
    "outreach": {"losing touch", "outreach", "introduction", "place"},
    "cadence": {"losing touch"},
    "time": {"place"},
    # What goes with a line is fresh; what came further stays, see `has_come_far`.
    "edit": {"my promise", "their promise", "lead"},
    "merge": {"thank-you", "outcome", "introduction", "outreach", "losing touch"},
    "take part": {"losing touch"},
    "take out": {"thank-you", "outcome"},
    "archive": {"losing touch"},
    "become": {"lead", "losing touch"},
}


class Search:
    """A search for a direction in which anything may happen, and what the records say is owed."""

    def __init__(self, desks: Desks) -> None:
        self.desks = desks
        self.back: list[tuple[int, set[Any]]] = []  # how deep undo was, and how the ledger stood
        a_contact(desks, "Person 0", address="1 Elm Street")

    def ids(self, query: str) -> list[int]:
        return [row[0] for row in self.desks.store.reading().execute(query)]

    def one(self, query: str, n: int) -> int | None:
        found = self.ids(query)
        return found[n % len(found)] if found else None

    def contact(self, n: int) -> int:
        return self.one("SELECT id FROM contact ORDER BY id", n) or 1

    def write(self, statement: str, *values: object) -> None:
        self.desks.store.reading().execute(statement, values)

    # ── what happens ──────────────────────────────────────────────────────────────────────────

    def meet(self, n: int, _m: int) -> None:
        a_contact(
            self.desks,
            f"Person {len(self.ids('SELECT id FROM contact'))}",
            "",
            **({"address": "x"} if n % 2 else {}),
        )

    def plan(self, n: int, _m: int) -> None:
        self.desks.plans.plan_with(self.contact(n))

    def time(self, n: int, _m: int) -> None:
        query = "SELECT id FROM interview WHERE state NOT IN ('live', 'held', 'closed')"
        if (talk := self.one(query, n)) is not None:
            self.desks.scheduling.set_time(talk, "in 3 days 15:00" if n % 3 else "fri 9:00")

    def introduction(self, n: int, m: int) -> None:
        self.desks.introductions.begin(self.contact(n), self.contact(m))

    def remind(self, n: int, _m: int) -> None:
        found = self.one("SELECT id FROM introduction WHERE state = 'asked'", n)
        if found is not None:
            self.desks.introductions.remind(found)

    def outreach(self, n: int, m: int) -> None:
        self.desks.outreach.log(self.contact(n), ("e-mail", "telephone")[m % 2])

    def talk(self, n: int, m: int) -> None:
        query = "SELECT id FROM interview WHERE state IN ('idea', 'agreed', 'scheduled')"
        talk = self.one(query, n) or self.desks.plans.plan_with(self.contact(n))
        self.desks.live.start(talk)
        for line in LINES[: m % (len(LINES) + 1)]:
            self.desks.live.jot(talk, line)
        later(self.desks, minutes=25)
        self.desks.live.end(talk)

    def more(self, n: int, m: int) -> None:
        found = self.one("SELECT id FROM interview WHERE state IN ('held', 'closed')", n)
        if found is not None:
            self.desks.typing_up.keep(found, LINES[m % len(LINES)])

    def cadence(self, n: int, m: int) -> None:
        self.write(
            "UPDATE contact SET cadence_days = ? WHERE id = ?", m % 4 or None, self.contact(n)
        )

    def edit(self, n: int, m: int) -> None:
        note = self.one("SELECT id FROM note ORDER BY id", n)
        if note is not None:
            far = self.has_come_far()
            self.desks.live.rewrite(note, ALL_LINES[m % len(ALL_LINES)])
            assert far <= self.has_come_far(), "no edit of a line takes away what has come further"

    def has_come_far(self) -> set[Any]:
        """What something was done about, which no line says."""
        read = self.desks.store.reading().execute
        return {
            *read("SELECT 'promise', id, state, settled_at FROM promise WHERE state <> 'open'"),
            *read("SELECT 'lead', id, state, contact_id FROM lead WHERE state <> 'new'"),
        }

    def merge(self, n: int, m: int) -> None:
        stays, gone = self.contact(n), self.contact(m)
        read = self.desks.store.reading().execute
        done = "SELECT count(DISTINCT interview_id) FROM thank_you WHERE contact_id IN (?, ?)"
        talks, sent = (
            read(done + more, (stays, gone)).fetchone() for more in ("", " AND state = 'sent'")
        )
        self.desks.merging.merge(stays, gone)
        assert read(done, (stays, stays)).fetchone() == talks
        assert read(f"{done} AND state = 'sent'", (stays, stays)).fetchone() == sent

    def take_part(self, n: int, m: int) -> None:
        if (talk := self.one("SELECT id FROM interview ORDER BY id", n)) is not None:
            self.desks.scheduling.add_person(talk, self.contact(m))

    def take_out(self, n: int, _m: int) -> None:
        people = self.desks.store.reading().execute(
            "SELECT interview_id, contact_id FROM interview_person ORDER BY id"
        )
        if found := people.fetchall():
            done = self.ids("SELECT id FROM thank_you WHERE state <> 'due'")
            self.desks.scheduling.remove_person(*found[n % len(found)])
            assert self.ids("SELECT id FROM thank_you WHERE state <> 'due'") == done

    def archive(self, n: int, _m: int) -> None:
        self.desks.contacts.archive(self.contact(n))

    def become(self, n: int, m: int) -> None:
        found = self.one("SELECT id FROM lead ORDER BY id", n)
        if found is not None:
            self.desks.leads.become_contact(found, self.contact(m) if m % 2 else None)

    def delete(self, n: int, _m: int) -> None:
        if len(self.ids("SELECT id FROM contact")) < 3:
            return
        gone = self.contact(n)
        others = {
            (row.kind, row.id)
            for row in self.desks.followups.open_loops()
            if row.contact_id != gone and row.kind != "introduction"
        }
        self.desks.contacts.delete(gone)
        assert others <= self.keys(), "nothing of anybody else goes with them"

    def outcome(self, _n: int, _m: int) -> None:
        now = instant_text(self.desks.clock.now())
        if self.ids("SELECT id FROM outcome WHERE closed_at IS NULL"):
            return
        self.write("INSERT INTO outcome (uuid, created_at, kind, recorded_at) VALUES (?, ?, 'job', ?)",
                   str(uuid4()), now, now)  # fmt: skip
        for contact in self.ids("SELECT DISTINCT contact_id FROM interview WHERE state = 'held'"):
            self.write(
                "INSERT INTO outcome_notice (uuid, created_at, outcome_id, contact_id, due)"
                " SELECT ?, ?, max(id), ?, ? FROM outcome",
                str(uuid4()), now, contact, self.desks.followups.today().isoformat(),
            )  # fmt: skip

    def day(self, n: int, _m: int) -> None:
        later(self.desks, days=1 + n % 3)

    def close(self, n: int, m: int) -> None:
        rows = self.desks.followups.open_loops()
        if not rows:
            return
        row = rows[n % len(rows)]
        ways = ANSWERS[row.kind]
        word = self.desks.followups.done(row, ways[m % len(ways)], "a word why")
        assert word
        if row.kind != "introduction":
            assert (row.kind, row.id) not in self.keys(), "what is closed has left the ledger"

    def finish(self, n: int, _m: int) -> None:
        if talks := self.desks.followups.finished():
            self.desks.followups.close_talk(talks[n % len(talks)].interview_id)

    def undo(self, _n: int, _m: int) -> None:
        if not self.back:
            return
        depth, stood = self.back.pop()
        while len(self.desks.undo._steps) > depth:
            self.desks.undo.take_back()
        assert self.standing() == stood

    # ── what is owed ──────────────────────────────────────────────────────────────────────────

    def keys(self) -> set[Key]:
        return {(row.kind, row.id) for row in self.desks.followups.open_loops()}

    def standing(self) -> set[Any]:
        """The ledger whatever day it is: nobody is lost or found by undoing, only by days."""
        rows = self.desks.followups.open_loops()
        return {row._replace(waited=0, days=0, due_in=None, remark="") for row in rows
                if row.kind != "losing touch"}  # fmt: skip

    def owed(self) -> set[Key]:
        """What the records say, read one table after the other in plain words."""
        tables = {
            "thank-you": "SELECT id FROM thank_you WHERE state <> 'sent'",
            "debrief": "SELECT id FROM debrief WHERE state = 'due'",
            "my promise": "SELECT id FROM promise WHERE whose = 'mine' AND state = 'open'",
            "their promise": "SELECT id FROM promise WHERE whose = 'theirs' AND state = 'open'",
            "lead": "SELECT id FROM lead WHERE state IN ('new', 'to follow')",
            "courtesy": "SELECT id FROM lead WHERE state IN ('not pursuing', 'note due')",
            "introduction": "SELECT id FROM introduction"
                            " WHERE state IN ('draft', 'asked', 'contact made')",
            "place": "SELECT id FROM interview"
                     " WHERE state IN ('agreed', 'scheduled') AND place_kind = ''",
            "outcome": "SELECT n.id FROM outcome_notice n JOIN outcome o ON o.id = n.outcome_id"
                       " WHERE n.state = 'due' AND o.closed_at IS NULL",
        }  # fmt: skip
        found = {(kind, one) for kind, query in tables.items() for one in self.ids(query)}
        return found | self._unanswered() | self._lost()

    def _unanswered(self) -> set[Key]:
        latest: dict[int, tuple[str, int, str]] = {}
        query = "SELECT contact_id, sent_at, id, answer FROM outreach"
        for contact, *sent in self.desks.store.reading().execute(query):
            latest[contact] = max(latest.get(contact, ("", 0, "")), tuple(sent))
        return {("outreach", one) for _, one, answer in latest.values() if not answer}

    def _lost(self) -> set[Key]:
        query = (
            "SELECT c.id, c.cadence_days, c.created_at, max(t.at) FROM contact c"
            " LEFT JOIN touched t ON t.contact_id = c.id"
            " WHERE c.cadence_days IS NOT NULL AND c.archived_at IS NULL GROUP BY c.id"
        )
        return {
            ("losing touch", one)
            for one, days, made, touched in self.desks.store.reading().execute(query)
            if _day(touched or made) + timedelta(days=days) <= self.desks.followups.today()
        }


def _day(text: str) -> date:
    return instant_of(text).astimezone(BERLIN).date()


EDITS: Final[dict[str, Callable[[Search, int, int], None]]] = {
    "edit": Search.edit, "merge": Search.merge, "take part": Search.take_part,
    "take out": Search.take_out, "archive": Search.archive, "become": Search.become,
    "delete": Search.delete,
}  # fmt: skip
UNDONE: Final = ("close", "finish", "introduction", "remind", "outreach", "time", *EDITS)
EVENTS: Final[dict[str, Callable[[Search, int, int], None]]] = {
    "meet": Search.meet, "plan": Search.plan, "time": Search.time, "outreach": Search.outreach,
    "introduction": Search.introduction, "remind": Search.remind, "talk": Search.talk,
    "more": Search.more, "cadence": Search.cadence, "outcome": Search.outcome, "day": Search.day,
    "close": Search.close, "finish": Search.finish, "undo": Search.undo, **EDITS,
}  # fmt: skip
NAMES: Final = (
    *EVENTS,
    "edit",
    "edit",
    "undo",
    "talk",
    "talk",
    "close",
    "close",
    "close",
    "close",
    "finish",
    "undo",
)


def happen(search: Search, name: str, n: int, m: int) -> None:
    """Let one thing happen; what is refused changes nothing."""
    depth, stood, before = len(search.desks.undo._steps), search.standing(), search.keys()
    closed: set[Key] = set()
    if name == "close" and (rows := search.desks.followups.open_loops()):
        row = rows[n % len(rows)]
        closed = {(row.kind, row.id)}
    try:
        EVENTS[name](search, n, m)
    except InfotuiError:
        assert search.keys() == before
        return
    if name in UNDONE:
        if len(search.desks.undo._steps) > depth:
            search.back.append((depth, stood))
    elif name not in {"undo", "day"}:
        search.back.clear()  # it stays as it is, and what was before cannot be reached
    vanished = before - search.keys() - closed
    if name not in {"undo", "delete"}:  # what may go with somebody is looked at where they go
        assert {kind for kind, _ in vanished} <= LEAVES.get(name, set()), (name, vanished)


def in_the_ledger(search: Search) -> set[Key]:
    """What stands in the ledger: each thing once, and it says whose, whose move and since when."""
    rows = search.desks.followups.open_loops()
    keys = [(row.kind, row.id) for row in rows]
    assert len(keys) == len(set(keys))
    ledger = search.desks.followups.ledger()
    assert ledger.open == len(rows)
    assert {*ledger.mine, *ledger.theirs, *ledger.losing} == set(rows)
    assert [row for row in rows if not _is_whole(search, row)] == []
    query = "SELECT id FROM interview WHERE state = 'closed'"
    assert set(search.ids(query)) & {row.interview_id for row in rows} == set()
    ready = {talk.interview_id for talk in search.desks.followups.finished()}
    held = set(search.ids("SELECT id FROM interview WHERE state = 'held'"))
    assert ready == held - {row.interview_id for row in rows}
    return set(keys)


def _is_whole(search: Search, row: LoopRow) -> bool:
    now = search.desks.clock.now()
    known = bool(row.contact and row.contact_id and row.text and row.ball in BALLS)
    return known and row.since <= now and row.kind in LOOP_KINDS and row.waited >= 0


@settings(max_examples=tries(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.integers(0, 11), st.integers(0, 11)),
        min_size=6, max_size=18,
    )
)  # fmt: skip
def test_none_can_vanish(happens: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desks = open_desks(Path(folder) / "n.db", ManualClock())
        try:
            search = Search(desks)
            for name, n, m in happens:
                happen(search, name, n, m)
                assert in_the_ledger(search) == search.owed()
        finally:
            desks.close()


def test_a_closed_talk_is_held_again_when_something_of_it_opens(desks: Desks) -> None:
    search = Search(desks)
    search.talk(0, 0)
    for row in desks.followups.open_loops():
        desks.followups.done(row)
    (talk,) = desks.followups.finished()
    desks.followups.close_talk(talk.interview_id)
    assert in_the_ledger(search) == search.owed()
    desks.typing_up.keep(talk.interview_id, "! send it after all")
    assert in_the_ledger(search) == search.owed()
    assert search.ids("SELECT id FROM interview WHERE state = 'held'") == [talk.interview_id]
    why = desks.store.reading().execute("SELECT why FROM state_change ORDER BY id DESC LIMIT 1")
    assert why.fetchone() == ("something of it is open again",)


def test_every_event_of_a_long_search_in_turn(desks: Desks) -> None:
    search = Search(desks)
    for turn in range(2):
        for name in NAMES:
            happen(search, name, turn, turn + 3)
            assert in_the_ledger(search) == search.owed()

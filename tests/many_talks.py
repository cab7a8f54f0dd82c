"""A notebook of many talks over years, by plain SQL: a desk would take minutes for hundreds."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from infotui.domain.clock import instant_text
from infotui.domain.note import FINDING_KINDS
from infotui.domain.text import fold
from infotui.services.desks import Desks

NAMES: Final = (
    "Amina Patel", "李伟 Li Wei", "Jörg Ångström", "Ana 🦊 Fox", "Bo Lind", "Dr. Constanze von Hohenlohe-Öhringen",
    "Mário", "O'Neil, Kate", "[b]Bold[/b]", "村上 春樹",
)  # fmt: skip
FIELDS: Final = (
    "energy", "Energy", "public data", "教育と研究", "medicine 🩺", "logistics", "law", "", "film",
    "urban planning and transport policy",
)  # fmt: skip
END: Final = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


class Laying:
    """Puts rows into a notebook, each with an id of its own from a seed."""

    def __init__(self, desks: Desks, seed: int) -> None:
        self.chance = random.Random(seed)
        self._db = desks.store.reading()

    def lay(self, table: str, **values: Any) -> int:
        uuid = str(UUID(int=self.chance.getrandbits(128), version=4))
        whole = {"uuid": uuid, "created_at": instant_text(END), **values}
        marks = ", ".join("?" * len(whole))
        words = f"INSERT INTO {table} ({', '.join(whole)}) VALUES ({marks})"
        return int(self._db.execute(words, tuple(whole.values())).lastrowid or 0)


def many_talks(desks: Desks, count: int, *, years: float = 5.0, seed: int = 6) -> None:
    """Store so many held talks with logs, debriefs, findings, outreach and leads, in one transaction."""
    laying = Laying(desks, seed)
    chance, db = laying.chance, desks.store.reading()
    db.execute("BEGIN")
    people: list[int] = []
    for place in range(max(1, count * 2 // 3)):
        name = f"{NAMES[place % len(NAMES)]} {place}"
        through = chance.choice(people) if people and chance.random() < 0.6 else None
        people.append(laying.lay(
            "contact", name=name, folded=fold(name), field=chance.choice(FIELDS),
            introducer_id=through, stage=chance.choice(("stranger", "met", "in touch")),
        ))  # fmt: skip
    for _ in range(count):
        at = END - timedelta(
            days=chance.random() ** 1.3 * 365 * years, minutes=chance.randrange(300)
        )
        _talk(laying, chance.choice(people), at, people)
    for _ in range(count):
        _outreach(laying, chance.choice(people))
    db.execute("COMMIT")


def _talk(laying: Laying, contact_id: int, at: datetime, people: Sequence[int]) -> None:
    chance = laying.chance
    used = timedelta(minutes=max(6, chance.gauss(33, 9)))
    number = laying.lay(
        "interview", contact_id=contact_id, field=chance.choice(FIELDS), state="held",
        decision_minutes=chance.choice((None, None, 25, 45)), started_at=instant_text(at),
        ended_at=instant_text(at + used),
    )  # fmt: skip
    if chance.random() < 0.1 and (other := chance.choice(people)) != contact_id:
        laying.lay("interview_person", interview_id=number, contact_id=other)
    if chance.random() < 0.9:
        _log(laying, number, at, used)
    if chance.random() < 0.8:
        sure = min(5, max(1, round(chance.gauss(3.4, 1))))
        laying.lay("debrief", interview_id=number, confidence=sure, due=f"{at:%Y-%m-%d}")
    for _ in range(chance.randrange(5)):
        kind = chance.choice(FINDING_KINDS[: chance.randrange(1, 10)])
        laying.lay("finding", interview_id=number, kind=kind, text="a fact")
    if chance.random() < 0.3:
        laying.lay("lead", interview_id=number, name="Somebody they named")


def _log(laying: Laying, number: int, at: datetime, used: timedelta) -> None:
    def entry(kind: str, after: timedelta, **more: Any) -> None:
        laying.lay("segment", interview_id=number, kind=kind, at=instant_text(at + after), **more)

    chance = laying.chance
    entry("run", timedelta(0))
    if chance.random() < 0.2:
        entry("pause", used / 4)
        entry("run", used / 3)
    if chance.random() < 0.4:
        entry("decision", used / 2, answer="go on", minutes=chance.choice((10, 15)))
    if chance.random() < 0.1:
        stop = instant_text(at + used * 0.9)
        entry("decision", used * 0.6, answer="hard stop", stop_at=stop)
    entry("end", used)


def _outreach(laying: Laying, contact_id: int) -> None:
    chance = laying.chance
    path = "warm" if chance.random() < 0.4 else "cold"
    odds = (5, 2, 1, 1, 1) if path == "warm" else (2, 1, 1, 5, 2)
    (answer,) = chance.choices(("yes", "later", "no", "none", ""), odds)
    sent = END - timedelta(days=chance.randrange(1, 900))
    laying.lay(
        "outreach", contact_id=contact_id, channel=chance.choice(("e-mail", "letter", "telephone")),
        path=path, sent_at=instant_text(sent), due=f"{sent:%Y-%m-%d}", answer=answer,
        answered_at=instant_text(sent + timedelta(hours=chance.randrange(5, 300))) if answer else None,
    )  # fmt: skip

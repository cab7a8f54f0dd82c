"""A notebook of many talks, the same each time, laid by plain SQL: desks would take minutes for it."""

import random
import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from infotui.domain.clock import instant_text
from infotui.domain.goal import GOAL_KINDS
from infotui.domain.note import FINDING_KINDS
from infotui.services.desks import Desks
from tests.builders import shipped_bank
from tests.fakes import START

NAMES: Final = [
    "Ana",
    "Bo",
    "Cora",
    "Dov",
    "Esme",
    "Femi",
    "Greta",
    "Hal",
    "Imran",
    "June",
    "Kasper",
    "Lucía",
    "Mina",
    "Noor",
    "Ona",
    "Pär",
]
FIELDS: Final = ("Energy research", "energy  Research", "Public data", "Énergie", "", "Museums")
TAGS: Final = ("Hiring", "hiring", "nights", "Alumni")
OWN: Final = ("What is hard about it?", "what is hard about it", "Whom do you admire?",
              "What would you do again?", "How are nights?", "Whom do you admire")  # fmt: skip
OWN_GOALS: Final = ("See the lab", "see the  LAB", "Learn of nights")
_NOUNS: Final = [
    "doctorate",
    "shifts",
    "training",
    "contracts",
    "coders",
    "salary",
    "pilots",
    "rota",
    "visits",
    "letters",
]
_SAID: Final = ("{0} and {1} are of use", "{0} takes {2} months", "no {0} for {1}", "{0} before {1}",
                "the {0} of {1} is permanent", "without {0} the {1} stays closed", "{0}: {1}, {0}",
                "more {0} than {1}", "fewer {0}", "it is so")  # fmt: skip


class Many:
    """Lays the notebook; two with the same numbers hold the same words."""

    def __init__(self, desks: Desks, talks: int, seed: int = 7) -> None:
        self._db = desks.store.reading()
        self._talks = talks
        self._random = random.Random(seed)
        self._made = 0

    def lay(self) -> None:
        """Lay everything in one transaction."""
        self._db.execute("BEGIN")
        self._organizations = [self._add("organization", name=f"Org {n}", folded=f"org {n}")
                               for n in range(max(3, self._talks // 8))]  # fmt: skip
        self._people = [self._person(n) for n in range(max(5, self._talks // 2))]
        for number in range(self._talks):
            self._talk(number, self._pick(("held", "closed")))
        for number in range(max(3, self._talks // 6)):
            self._talk(number, self._pick(("scheduled", "agreed", "idea", "cancelled", "declined")))
        self._contradictions()
        self._db.execute("COMMIT")

    def _pick(self, options: Sequence[Any]) -> Any:
        return self._random.choice(options)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _add(self, table: str, **values: object) -> int:
        self._made += 1
        values |= {"uuid": str(uuid.UUID(int=self._made)), "created_at": instant_text(START)}
        marks = ", ".join("?" * len(values))
        made = self._db.execute(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
        )
        return int(made.lastrowid or 0)

    def _person(self, number: int) -> int:
        name = f"{NAMES[number % len(NAMES)]} {number}"
        values: dict[str, object] = {"name": name, "folded": name.casefold()}
        if self._chance(0.1):
            values["archived_at"] = instant_text(START)
        if self._chance(0.8):
            values["organization_id"] = self._pick(self._organizations)
        contact = self._add("contact", **values)
        if self._chance(0.2):
            tag = self._pick(TAGS)
            self._add("contact_tag", contact_id=contact, tag=tag, folded=tag.casefold())
        return contact

    def _talk(self, number: int, state: str) -> None:
        held = state in {"held", "closed"}
        # Two talks may begin at one moment.
        at = START + timedelta(days=(number // 2 - self._talks) if held else number + 1)
        field = self._pick(FIELDS)
        values: dict[str, object] = {
            "contact_id": self._pick(self._people), "state": state, "field": field,
            "words": " ".join(field.casefold().split()),
        }  # fmt: skip
        if self._chance(0.8):
            values["organization_id"] = self._pick(self._organizations)
        if held:
            values["started_at"] = instant_text(at)
        elif state == "scheduled":
            values["scheduled_at"] = instant_text(at)
        talk = self._add("interview", **values)
        if self._chance(0.2):
            other = self._pick(self._people)
            if other != values["contact_id"]:
                self._add("interview_person", interview_id=talk, contact_id=other)
        goals = [self._goal(talk, place) for place in range(self._random.randint(0, 3))]
        for place in range(1, self._random.randint(2, 7)):
            self._question(talk, place, goals, at if held else None)
        for _ in range(self._random.randint(0, 3) if held else 0):
            self._note(talk, None, goals, at)

    def _goal(self, talk: int, place: int) -> int:
        kind = self._pick(GOAL_KINDS)
        text = self._pick((*OWN_GOALS, "")) if kind == "own" else "in words of mine"
        return self._add("goal", interview_id=talk, kind=kind, text=text, position=place)

    def _question(self, talk: int, place: int, goals: Sequence[int], at: Any) -> None:
        values: dict[str, object] = {"interview_id": talk, "position": place}
        if self._chance(0.6):
            entry = self._pick(shipped_bank().questions[:9])
            text = self._pick((entry.text, *entry.parts, "in other words"))
            values |= {"bank_id": entry.id, "text": text, "template": entry.text, "origin": "bank"}
        else:
            values["text"] = self._pick((*OWN, ""))
            values["origin"] = self._pick(("own", "arisen", "research", "asked of me"))
            if values["text"] == OWN[4]:
                values["joined"] = self._pick(
                    ("own:whom do you admire", f"bank:{shipped_bank().questions[0].id}")
                )
        values["state"] = (
            self._pick(("answered", "partly", "skipped", "planned")) if at else "planned"
        )
        question = self._add("question", **values)
        for _ in range(self._pick((0, 1, 1, 3)) if at is not None else 0):
            self._note(talk, question, goals, at)

    def _note(self, talk: int, question: int | None, goals: Sequence[int], at: Any) -> None:
        words = self._words()
        finding = self._chance(0.5)
        note = self._add("note", interview_id=talk, question_id=question, at=instant_text(at),
                         text=f"* {words}" if finding else words,
                         kind="finding" if finding else "note")  # fmt: skip
        if self._chance(0.3):
            tag = self._pick(TAGS)
            self._add("note_tag", note_id=note, tag=tag, folded=tag.casefold())
        if finding:
            goal = self._pick(goals) if goals and self._chance(0.4) else None
            self._add("finding", interview_id=talk, goal_id=goal, question_id=question, text=words,
                      kind=self._pick(FINDING_KINDS), note_id=note if self._chance(0.9) else None)  # fmt: skip

    def _words(self) -> str:
        said = self._pick(_SAID)
        one, other = self._random.sample(_NOUNS, 2)
        text: str = said.format(one, other, self._random.randint(2, 12))
        return f"{text}, {self._pick(_NOUNS)}" if self._chance(0.3) else text

    def _contradictions(self) -> None:
        ids = [row[0] for row in self._db.execute("SELECT id FROM finding ORDER BY id")]
        for state in ("open", "explained", "none", "open", "none"):
            one, other = self._random.sample(ids, 2)
            known = self._db.execute(
                "SELECT 1 FROM contradiction WHERE (finding_id, other_id) IN ((?, ?), (?, ?))",
                (one, other, other, one),
            )
            if known.fetchone() is None:
                self._add("contradiction", finding_id=one, other_id=other, state=state,
                          why="so it is" if state == "explained" else "")  # fmt: skip

"""What every sheet, gap, group and figure must be, worked out from the JSON export alone and in another way."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from infotui.domain.at_odds import at_odds, telling_words
from infotui.services.desks import Desks

Row = dict[str, Any]
Sheet = list[tuple[str | None, frozenset[str], str, tuple[str, ...]]]  # talk, people, state, lines
HELD, AHEAD = {"held", "closed"}, {"scheduled", "agreed", "requested", "idea"}


def spoken(text: str) -> str:
    """A wording without case, accents, signs and needless spaces."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def unsigned(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s{}]", " ", spoken(text)).split())


class Document:
    """The export, looked at row by row."""

    def __init__(self, desks: Desks) -> None:
        self.all: dict[str, Any] = json.loads("".join(desks.exports.as_json()))
        self.talk = {i["uuid"]: i for i in self.all["interview"]}
        self.place = {row["uuid"]: n for table in ("interview", "finding", "note", "question")
                      for n, row in enumerate(self.all[table])}  # fmt: skip
        self.people: dict[str, set[str]] = {i: {t["contact"]} for i, t in self.talk.items()}
        for also in self.all["interview_person"]:
            self.people[also["interview"]].add(also["contact"])
        self.held = {i for i, t in self.talk.items() if t["state"] in HELD}
        self.ahead = sorted(
            (i for i, t in self.talk.items() if t["state"] in AHEAD),
            key=lambda i: (self.talk[i]["scheduled_at"] or "9", self.place[i]),
        )
        goals: dict[str, list[Row]] = defaultdict(list)
        for goal in self.all["goal"]:
            goals[goal["interview"]].append(goal)
        self.goals = {f["uuid"]: self._goals(f, goals[f["interview"]]) for f in self.all["finding"]}
        self.asked: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for question in self.all["question"]:
            if question["origin"] != "asked of me" and question["text"].strip():
                self.asked[self.key(question)][question["interview"]].append(question)
        self.fields = {i: spoken(t["field"]) for i, t in self.talk.items()}
        self.caught = {f["note"] for f in self.all["finding"]}
        self.notes_of: dict[str, list[Row]] = defaultdict(list)
        for note in self.all["note"]:
            self.notes_of[note["question"]].append(note)

    def key(self, question: Row) -> str:
        if question["joined"]:
            return str(question["joined"])
        bank = question["bank_id"]
        return f"bank:{bank}" if bank else f"own:{unsigned(question['text'])}"

    def goal_of(self, goal: Row) -> str:
        return (
            f"goal:own:{spoken(goal['text'])}" if goal["kind"] == "own" else f"goal:{goal['kind']}"
        )

    def when(self, talk: str) -> tuple[str, int]:
        return (self.talk[talk]["started_at"], self.place[talk])

    # ── sheets ───────────────────────────────────────────────────────────────────────────────────

    def sheet(self, key: str) -> Sheet:
        head, _, rest = key.partition(":")
        lines: dict[str, list[str]] = defaultdict(list)
        states: dict[str, str] = {}
        for finding in self.all["finding"] if head not in {"bank", "own", "tag"} else ():
            talk = finding["interview"]
            fits = {
                "kind": finding["kind"] == rest,
                "goal": key in self.goals[finding["uuid"]],
                "field": bool(rest) and self.fields[talk] == rest,
            }
            if talk in self.held and fits.get(head):
                lines[talk].append(finding["text"])
        tags = {
            t["note"] for t in self.all["note_tag"] if head == "tag" and spoken(t["tag"]) == rest
        }
        for note in self.all["note"] if head in {"field", "tag"} else ():
            talk = note["interview"]
            of_field = head == "field" and self.fields[talk] == rest
            if talk in self.held and (
                note["uuid"] in tags or (of_field and note["uuid"] not in self.caught)
            ):
                lines[talk].append(note["text"])
        if head in {"bank", "own"}:
            lines, states = self._answers(key)
        rows: Sheet = [
            (talk, frozenset(self.people[talk]), states.get(talk, ""), tuple(said))
            for talk, said in sorted(
                lines.items(), key=lambda item: self.when(item[0]), reverse=True
            )
        ]
        spoke = {person for row in rows for person in row[1]}
        bear = {
            t["contact"]
            for t in self.all["contact_tag"]
            if head == "tag" and spoken(t["tag"]) == rest
        }
        return rows + [(None, frozenset({p}), "", ()) for p in sorted(bear - spoke)]

    def _goals(self, finding: Row, goals: list[Row]) -> set[str]:
        named = [g for g in goals if g["uuid"] == finding["goal"]]
        return {self.goal_of(g) for g in named or goals if g["kind"] != "own" or g["text"]}

    def _answers(self, key: str) -> tuple[dict[str, list[str]], dict[str, str]]:
        lines: dict[str, list[str]] = {}
        states: dict[str, list[str]] = defaultdict(list)
        for talk in set(self.asked[key]).intersection(self.held):
            asked = self.asked[key][talk]
            notes = [n for q in asked for n in self.notes_of[q["uuid"]]]
            asked = [q for q in asked if q["state"] != "planned" or self.notes_of[q["uuid"]]]
            if asked:
                notes.sort(key=lambda n: self.place[n["uuid"]])
                lines[talk] = [n["text"] for n in notes]
                states[talk] = [q["state"] for q in asked]
        order = ("answered", "partly", "skipped")
        said = {t: next((s for s in order if s in known), "") for t, known in states.items()}
        return lines, said

    # ── who is missing ───────────────────────────────────────────────────────────────────────────

    def gaps(self, key: str, fitting: Iterable[str] = ()) -> dict[str, tuple[str | None, bool]]:
        """Map each person of whom nothing is known to their next talk, and whether it is planned there."""
        question = key.startswith(("bank:", "own:"))
        spoke = {p for talk, people, state, lines in self.sheet(key) for p in people
                 if lines or talk is None or state in {"answered", "partly"}}  # fmt: skip
        met = {p for talk in self.held for p in self.people[talk]}
        keys = [key] if question else [f"bank:{bank_id}" for bank_id in fitting]
        there = {talk for each in keys for talk in self.asked[each]}
        planned = {p for talk in self.ahead if talk in there for p in self.people[talk]}
        wanted = met - spoke
        if question:
            wanted |= {p for talk in self.ahead for p in self.people[talk]} - spoke
        following = {p: talk for talk in reversed(self.ahead) for p in self.people[talk]}
        return {p: (following.get(p), p in planned) for p in wanted}

    # ── at odds ──────────────────────────────────────────────────────────────────────────────────

    def guesses(self) -> set[frozenset[str]]:
        """Each finding against the ten latest before it that share its kind, a word and a place."""
        found = sorted((f for f in self.all["finding"] if f["interview"] in self.held),
                       key=lambda f: (*self.when(f["interview"]), self.place[f["uuid"]]))  # fmt: skip
        seen: dict[object, list[Row]] = defaultdict(list)
        pairs = set()
        for finding in found:
            for spot in self._spots(finding):
                before = [f for f in seen[spot] if f["interview"] != finding["interview"]]
                pairs |= {frozenset((f["uuid"], finding["uuid"])) for f in before[-10:]
                          if at_odds(f["text"], finding["text"], self._names(f, finding))}  # fmt: skip
                seen[spot].append(finding)
        return pairs

    def _spots(self, finding: Row) -> list[object]:
        talk = self.talk[finding["interview"]]
        places = [("o", talk["organization"])] if talk["organization"] else []
        places += [("f", spoken(talk["field"]))] if talk["field"].strip() else []
        places += [("p", person) for person in self.people[finding["interview"]]]
        return [(finding["kind"], w, p) for w in telling_words(finding["text"]) for p in places]

    def _names(self, *both: Row) -> list[str]:
        named = {o["uuid"]: o["name"] for o in self.all["organization"]}
        talks = [self.talk[f["interview"]] for f in both]
        names = [named.get(t["organization"], "") for t in talks] + [t["field"] for t in talks]
        return [name for name in names if name]

    def settled(self) -> dict[frozenset[str], str]:
        return {
            frozenset((c["finding"], c["other"])): c["state"] for c in self.all["contradiction"]
        }

    def open_odds(self) -> set[frozenset[str]]:
        settled = self.settled()
        return {p for p in self.guesses() if p not in settled} | {
            pair for pair, state in settled.items() if state == "open"
        }

    # ── how far a goal is answered ───────────────────────────────────────────────────────────────

    def saturation(self, key: str, odds: set[frozenset[str]]) -> tuple[int, ...]:
        """People, talks, findings, those of the last two talks, the new ones of them, contradictions."""
        talks = sorted({g["interview"] for g in self.all["goal"]
                        if g["interview"] in self.held and self.goal_of(g) == key}, key=self.when)  # fmt: skip
        found = [
            f
            for f in self.all["finding"]
            if f["interview"] in talks and key in self.goals[f["uuid"]]
        ]
        last = [f for f in found if f["interview"] in talks[-2:]]
        place = {talk: number for number, talk in enumerate(talks)}
        new = [f for f in last if not any(self._again(f, e, place) for e in found)]
        ids = {f["uuid"] for f in found}
        return (
            len({p for t in talks for p in self.people[t]}), len(talks), len(found), len(last),
            len(new), sum(bool(pair & ids) for pair in odds),
        )  # fmt: skip

    def _again(self, finding: Row, earlier: Row, place: dict[str, int]) -> bool:
        if earlier["kind"] != finding["kind"]:
            return False
        if place[earlier["interview"]] >= place[finding["interview"]]:
            return False
        one, other = telling_words(finding["text"]), telling_words(earlier["text"])
        if not one and not other:
            return unsigned(finding["text"]) == unsigned(earlier["text"])
        shorter = min(len(one), len(other))
        return shorter > 0 and sum(word in other for word in one) / shorter > 0.5

"""Puts together what everybody said on one question, goal, kind, tag or field, and who said nothing (M3)."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Final

from infotui.domain.answers import (
    BANK,
    AnswerRow,
    Asked,
    Coming,
    GapRow,
    Line,
    Sheet,
    Talk,
    Topic,
    fitting,
    goal_key,
    order_gaps,
    order_topics,
    strongest,
    what_of,
)
from infotui.domain.bank import Bank, BankQuestion
from infotui.domain.findings import FoundRow
from infotui.domain.goal import GOAL_KINDS, GOAL_WORDS
from infotui.domain.note import FINDING_KINDS
from infotui.domain.text import clean_line, fold
from infotui.storage.store import Store
from infotui.storage.views import answers as views
from infotui.storage.views import findings as finding_views

_SKIPPED: Final = "skipped"


class Sheets:
    """The sheets of one moment; what they are made of is read when it is first asked for."""

    def __init__(self, store: Store, bank: Callable[[], Bank]) -> None:
        self._db = store.reading()
        self._bank = bank

    @cached_property
    def talks(self) -> dict[int, Talk]:
        """The held talks, the oldest first."""
        return views.talks(self._db)

    @cached_property
    def coming(self) -> list[Coming]:
        """The talks ahead, the next one first."""
        return views.coming(self._db)

    @cached_property
    def asked(self) -> dict[str, list[Asked]]:
        """All questions, those of one sheet together."""
        found: dict[str, list[Asked]] = defaultdict(list)
        for question in views.asked(self._db):
            found[question.key].append(question)
        return found

    @cached_property
    def findings(self) -> list[FoundRow]:
        """The findings of held talks, the newest talk first."""
        return finding_views.all_of(self._db, self.talks)

    @cached_property
    def goals(self) -> list[views.GoalOf]:
        """All goals that have words or a kind."""
        return [g for g in views.goals(self._db) if g.kind != "own" or g.text.strip()]

    @cached_property
    def tagged(self) -> list[views.Tagged]:
        """The tags on the notes of held talks."""
        return views.tagged(self._db)

    @cached_property
    def bearers(self) -> list[views.Bearer]:
        """The tags on people."""
        return views.bearers(self._db)

    # ── what there is ────────────────────────────────────────────────────────────────────────────

    def topics(self) -> list[Topic]:
        """Give everything a sheet can be over: questions, goals, kinds, fields, tags."""
        made = (
            *self._questions(),
            *self.goal_topics(),
            *self._kinds(),
            *self._tags(),
            *self._fields(),
        )
        return order_topics(made)

    def _count(self, interview_ids: Iterable[int]) -> int:
        known = (self.talks[i] for i in set(interview_ids) if i in self.talks)
        return len({person.id for talk in known for person in talk.people})

    def _questions(self) -> list[Topic]:
        keys = dict.fromkeys((*(f"{BANK}{q.id}" for q in self._bank().questions), *self.asked))
        return [self._question(key) for key in keys]

    def _question(self, key: str) -> Topic:
        rows = self.asked.get(key, [])
        people = self._count(row.interview_id for row in rows if row.answered)
        joined = tuple(dict.fromkeys(row.base for row in rows if row.joined))
        return Topic(key, "question", self._wording(key, rows), people, joined)

    def _wording(self, key: str, rows: Sequence[Asked]) -> str:
        """Give the words of a question: the bank's own, else the latest wording that is its own."""
        entry = self._bank().find(key.removeprefix(BANK)) if key.startswith(BANK) else None
        if entry is not None:
            return entry.text
        own = [row for row in rows if row.base == key] or list(rows)
        last = own[-1] if own else None
        return clean_line(last.template or last.text) if last else key.partition(":")[2]

    def goal_topics(self) -> list[Topic]:
        """Give the six kinds of goal, and those in one's own words."""
        titles = {f"goal:{kind}": GOAL_WORDS[kind] for kind in GOAL_KINDS if kind != "own"}
        titles |= {goal_key(g.kind, g.text): g.text for g in self.goals if g.kind == "own"}
        said = {key: [talk_id for talk_id, _ in self.goal_findings(key)] for key in titles}
        return [Topic(key, "goal", clean_line(title), self._count(said[key]))
                for key, title in titles.items()]  # fmt: skip

    def _kinds(self) -> list[Topic]:
        said: dict[str, list[int]] = defaultdict(list)
        for found in self.findings:
            said[found.kind].append(found.talk.id)
        return [Topic(f"kind:{kind}", "finding", kind, self._count(said[kind]))
                for kind in FINDING_KINDS]  # fmt: skip

    def _tags(self) -> list[Topic]:
        titles: dict[str, str] = {}
        people: dict[str, set[int]] = defaultdict(set)
        for tag in self.tagged:
            titles[tag.folded] = tag.tag
            people[tag.folded] |= {person.id for person in self.talks[tag.interview_id].people}
        for bearer in self.bearers:
            titles.setdefault(bearer.folded, bearer.tag)
            people[bearer.folded].add(bearer.person.id)
        # A tag that makes a finding of a note is the kind of that finding, which stands there already.
        return [Topic(f"tag:{folded}", "tag", title, len(people[folded]))
                for folded, title in titles.items() if folded not in FINDING_KINDS]  # fmt: skip

    def _fields(self) -> list[Topic]:
        noted = views.with_notes(self._db)
        titles: dict[str, str] = {}
        said: dict[str, list[int]] = defaultdict(list)
        for talk in self.talks.values():
            if talk.field.strip():
                titles[fold(talk.field)] = talk.field
                said[fold(talk.field)] += [talk.id] if talk.id in noted else []
        return [Topic(f"field:{folded}", "field", clean_line(title), self._count(said[folded]))
                for folded, title in titles.items()]  # fmt: skip

    # ── one sheet ────────────────────────────────────────────────────────────────────────────────

    def topic(self, key: str) -> Topic:
        """Give what a key stands for, whether anybody spoke to it or not."""
        if what_of(key) == "question":
            return self._question(key)
        parts = {
            "goal": self.goal_topics,
            "finding": self._kinds,
            "tag": self._tags,
            "field": self._fields,
        }
        known = {topic.key: topic for topic in parts[what_of(key)]()}
        return known.get(key) or Topic(key, what_of(key), key.rpartition(":")[2])

    def sheet(self, key: str) -> Sheet:
        """Give everyone's answers, the newest first, and who gave none."""
        return self.over(self.topic(key))

    def over(self, topic: Topic) -> Sheet:
        """Give the sheet over one of the topics."""
        rows = self._rows(topic)
        rows.sort(key=lambda r: (r.at is not None, r.at, r.interview_id or 0), reverse=True)
        said = {p.id for row in rows if row.lines or row.state != _SKIPPED for p in row.people}
        return Sheet(topic, tuple(rows), self._gaps(topic, said))

    def _rows(self, topic: Topic) -> list[AnswerRow]:
        rest = topic.key.partition(":")[2]
        if topic.what == "question":
            return self._answers(topic.key)
        if topic.what == "tag":
            return self._bearing(rest)
        if topic.what == "goal":
            lines = self._lines_of(found for _, found in self.goal_findings(topic.key))
        elif topic.what == "finding":
            lines = self._lines_of(found for found in self.findings if found.kind == rest)
        else:
            talks = {t.id for t in self.talks.values() if t.field.strip() and fold(t.field) == rest}
            lines = self._lines_of(found for found in self.findings if found.talk.id in talks)
            for interview_id, line in views.notes_in(self._db, talks):
                lines[interview_id].append(line)
        return [self._row(talk_id, said) for talk_id, said in lines.items()]

    @staticmethod
    def _lines_of(findings: Iterable[FoundRow]) -> dict[int, list[Line]]:
        lines: dict[int, list[Line]] = defaultdict(list)
        for found in findings:
            lines[found.talk.id].append(Line(found.note_id, found.text, found.kind))
        return lines

    def _row(self, interview_id: int, lines: Sequence[Line], state: str = "") -> AnswerRow:
        talk = self.talks[interview_id]
        return AnswerRow(talk.id, talk.people, talk.organization, talk.at, tuple(lines), state)

    def goal_findings(self, key: str) -> list[tuple[int, FoundRow]]:
        """Give the findings that belong to a goal, each with its talk.

        A finding belongs to every goal of its talk, unless it says itself to which.
        """
        ids: dict[int, set[int]] = defaultdict(set)
        for goal in self.goals:
            if goal_key(goal.kind, goal.text) == key:
                ids[goal.interview_id].add(goal.id)
        return [
            (found.talk.id, found)
            for found in self.findings
            if found.talk.id in ids
            and (found.goal_id is None or found.goal_id in ids[found.talk.id])
        ]

    def _answers(self, key: str) -> list[AnswerRow]:
        stood: dict[int, list[Asked]] = defaultdict(list)
        for question in self.asked.get(key, ()):
            if question.interview_id in self.talks and (
                question.answered or question.state == _SKIPPED
            ):
                stood[question.interview_id].append(question)
        lines: dict[int, list[Line]] = defaultdict(list)
        for interview_id, note_id, text in views.under(
            self._db, [q.id for s in stood.values() for q in s]
        ):
            lines[interview_id].append(Line(note_id, text))
        return [
            self._row(talk_id, lines[talk_id], _state(questions))
            for talk_id, questions in stood.items()
        ]

    def _bearing(self, folded: str) -> list[AnswerRow]:
        """Give the notes with a tag; and whoever bears it without having said anything with it."""
        lines: dict[int, list[Line]] = defaultdict(list)
        for tag in views.tagged(self._db, folded):
            lines[tag.interview_id].append(Line(tag.note_id, tag.text))
        rows = [self._row(talk_id, said) for talk_id, said in lines.items()]
        spoke = {person.id for row in rows for person in row.people}
        return rows + [
            AnswerRow(None, (bearer.person,), bearer.organization, None,
                      (Line(None, f"is tagged #{bearer.tag}"),))
            for bearer in reversed(self.bearers)
            if bearer.folded == folded and bearer.person.id not in spoke
        ]  # fmt: skip

    # ── who gave no answer ───────────────────────────────────────────────────────────────────────

    def _gaps(self, topic: Topic, said: set[int]) -> tuple[GapRow, ...]:
        wanted = {person.id for talk in self.talks.values() for person in talk.people} - said
        if topic.what == "question":
            wanted |= {number for coming in self.coming for number in coming.people} - said
        return self._as_gaps(topic.key, wanted)

    def ahead_of(self, key: str) -> tuple[GapRow, ...]:
        """Give everybody with whom a talk is ahead, as one to whom a sheet's question could be put."""
        return self._as_gaps(key, {p for coming in self.coming for p in coming.people})

    def _as_gaps(self, key: str, wanted: Collection[int]) -> tuple[GapRow, ...]:
        met = {person.id: talk for talk in self.talks.values() for person in talk.people}
        ahead: dict[int, Coming] = {}
        for coming in reversed(self.coming):
            ahead |= dict.fromkeys(coming.people, coming)
        planned, skipped = self._planned(key), self._skipped(key)
        who = views.people(self._db, wanted)
        return order_gaps(
            GapRow(
                number, name, organization, met[number].at if number in met else None,
                ahead.get(number), number in planned, number in skipped, archived,
            )
            for number, (name, organization, archived) in who.items()
        )  # fmt: skip

    def _planned(self, key: str) -> set[int]:
        """Give those in the plan of whose talk ahead it stands already, or a question that fits."""
        keys = [key] if what_of(key) == "question" else [f"{BANK}{q.id}" for q in self.fitting(key)]
        there = {question.interview_id for each in keys for question in self.asked.get(each, ())}
        return {number for coming in self.coming if coming.id in there for number in coming.people}

    def asked_of(self, people: Collection[int]) -> set[str]:
        """Give the keys of all questions that some people were asked in a talk that was held."""
        theirs = {t.id for t in self.talks.values() if any(p.id in people for p in t.people)}
        return {row.base for rows in self.asked.values() for row in rows
                if row.interview_id in theirs and row.answered}  # fmt: skip

    def _skipped(self, key: str) -> set[int]:
        rows = self.asked.get(key, ())
        skipped = {q.interview_id for q in rows if q.state == _SKIPPED and not q.noted}
        return {p.id for i in skipped if i in self.talks for p in self.talks[i].people}

    def fitting(self, key: str) -> Sequence[BankQuestion]:
        """Give the questions of the bank that ask for what a sheet is over."""
        return fitting(self._bank(), key)


def _state(questions: Iterable[Asked]) -> str:
    state = strongest(question.state for question in questions)
    return "" if state == "planned" else state

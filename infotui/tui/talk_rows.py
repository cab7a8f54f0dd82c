"""A held talk as rows to read: findings first, then the talk by question, what arose, time, debrief, loops."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.capture import read_line
from infotui.domain.debrief import TEXTS, DebriefRow, say_confidence
from infotui.domain.moment import say_length, say_when
from infotui.domain.note import FindingRow, NoteRow
from infotui.domain.opened import say_end
from infotui.domain.question import QuestionRow
from infotui.domain.text import clean_line, count_of
from infotui.services.review import Conversation
from infotui.tui.live_lines import minutes
from infotui.tui.talk_time import time_facts

# What the cursor passes over: it is read on the way.
_PASSED: Final = frozenset({"fact", "gap", "meta"})
HEADINGS: Final = frozenset({"name", "title", "question", "debrief title"})
_ONE: Final = {"arisen": "question that arose", "asked of me": "question asked of me"}


class TalkRow(NamedTuple):
    """One row of a talk: its words, what stands beside them, and where it leads."""

    kind: str
    text: str = ""
    aside: str = ""
    note: NoteRow | None = None
    mark: str = ""  # what stands before it: a kind, a number, a sign
    leads: tuple[str, int] | None = None  # the record it is settled in: (table, id)
    question_id: int | None = None  # of the heading of a question

    @property
    def pickable(self) -> bool:
        """Whether the cursor may stand on it."""
        return self.kind not in _PASSED


_GAP: Final = TalkRow("gap")


def talk_rows(talk: Conversation, zone: ZoneInfo, today: date) -> list[TalkRow]:
    """Give the rows of a talk in the order in which it is read."""
    rows = [*_head(talk, zone, today), *_findings(talk), *_purpose(talk)]
    rows += _notes(talk, None, TalkRow("title", "Before the first question"))
    asked = talk.asked
    for question in talk.questions:
        length = asked.get(question.id)
        meta = _meta(question, "" if length is None else say_length(length))
        heading = TalkRow("question", clean_line(question.text) or "(no words)", meta,
                          mark=_mark(question), question_id=question.id)  # fmt: skip
        rows += _notes(talk, question.id, heading, question.state)
    rows += _came_up(talk)
    rows += [*_not_asked(talk), *_times(talk, zone), *_debrief(talk.debrief)]
    return [*rows, *_opened(talk, zone, today), *_heard(talk)]


def _head(talk: Conversation, zone: ZoneInfo, today: date) -> list[TalkRow]:
    at = talk.interview.started_at
    rows = [TalkRow("name", talk.interview.title, say_when(at, zone, today) if at else "")]
    rows.append(TalkRow("fact", _length(talk)))
    if len(talk.interview.others) > 0:
        rows.append(
            TalkRow("fact", f"with {', '.join((talk.interview.contact, *talk.interview.others))}")
        )
    kind, place = talk.interview.place_kind, clean_line(talk.interview.place)
    if kind:
        rows.append(TalkRow("fact", f"{kind}: {place}" if place else kind))
    open_loops = talk.open_loops
    if talk.opened:
        said = f"{open_loops} of {count_of(len(talk.opened), 'loop')} open"
        rows.append(TalkRow("fact", said if open_loops else "nothing of it is open any more"))
    return rows


def _length(talk: Conversation) -> str:
    """Say how long a talk was to last and did (M6); of one that was logged only what is known."""
    if not talk.timed:
        return f"about {minutes(talk.used)} min · logged afterwards"
    asked, agreed = minutes(talk.marks.decision), minutes(talk.agreed)
    said = f"asked for {asked} min · agreed {agreed} min · used {say_length(talk.used)}"
    whole = minutes(talk.whole)
    if whole <= minutes(talk.used):
        return said
    pauses = sum(entry.kind == "pause" for entry in talk.log)
    return f"{said} · {whole} min with {'the pauses' if pauses > 1 else 'the pause'}"


# ── what came of it ──────────────────────────────────────────────────────────────────────────────


def _findings(talk: Conversation) -> list[TalkRow]:
    """Give the findings by kind, each with the number of the question it answers (S1, S12)."""
    if not talk.findings:
        return []
    numbers = {q.id: f"question {q.position}" for q in talk.questions}
    rows = [_GAP, TalkRow("title", "Findings", str(len(talk.findings)))]
    for kind, found in groupby(talk.findings, key=lambda row: row.kind):
        for place, row in enumerate(found):
            aside = numbers.get(row.question_id or 0, "")
            rows.append(TalkRow("finding", row.text, aside, mark="" if place else kind,
                                leads=_to_note(row)))  # fmt: skip
    return rows


def _to_note(row: FindingRow) -> tuple[str, int] | None:
    return None if row.note_id is None else ("note", row.note_id)


def _purpose(talk: Conversation) -> list[TalkRow]:
    goals = [goal for goal in talk.goals if goal]
    if not goals and not talk.why.strip():
        return []
    rows = [_GAP, TalkRow("title", "What it was for")]
    rows += [TalkRow("said", goal, mark="goal") for goal in goals]
    if talk.why.strip():
        rows.append(TalkRow("said", talk.why.strip(), mark="why"))
    return rows


def _debrief(debrief: DebriefRow | None) -> list[TalkRow]:
    """Give what was thought of the talk afterwards, once a word of it is there (S10)."""
    if debrief is None or not debrief.begun:
        return []
    sure = debrief.confidence
    aside = [f"confidence {say_confidence(sure)}"] if sure is not None else []
    aside += ["not done"] if debrief.state == "due" else []
    rows = [_GAP, TalkRow("debrief title", "Debrief", " · ".join(aside))]
    said = [(debrief.text(field).strip(), name) for field, _, name in TEXTS]
    return [*rows, *(TalkRow("debrief", text, mark=name) for text, name in said if text)]


def _opened(talk: Conversation, zone: ZoneInfo, today: date) -> list[TalkRow]:
    """Give the loops that it opened, and how each ended or whose move it is (M5)."""
    if not talk.opened:
        return []
    aside = f"{talk.open_loops} open" if talk.open_loops else "all ended"
    rows = [_GAP, TalkRow("title", "What it opened", aside)]
    for row in talk.opened:
        mark = {"thank-you": "thanks", "their promise": "they owe", "my promise": "I owe"}.get(row.kind, row.kind)  # fmt: skip
        rows.append(TalkRow("open" if row.open else "ended", row.text, say_end(row, zone, today),
                            mark=mark, leads=(row.noun, row.id)))  # fmt: skip
    return rows


def _heard(talk: Conversation) -> list[TalkRow]:
    rows: list[TalkRow] = []
    for noun, title in (("opening", "Openings heard of"), ("resource", "Resources named")):
        found = [row for row in talk.heard if row.noun == noun]
        if found:
            rows += [_GAP, TalkRow("title", title, str(len(found)))]
            rows += [TalkRow("ended", row.text, row.state, mark="", leads=(noun, row.id))
                     for row in found]  # fmt: skip
    return rows


# ── the talk by question ─────────────────────────────────────────────────────────────────────────


def _mark(question: QuestionRow) -> str:
    star = {"must": "★ ", "should": "", "could": ""}[question.importance]
    arose = "? " if question.origin == "arisen" else ""
    return f"{question.position} {star}{arose}"


def _meta(question: QuestionRow, at: str) -> str:
    """Say how a question went: its state, when it was asked, how long it took (M1)."""
    spent = question.spent_seconds
    took = "" if spent is None or not at else f"{max(1, round(spent / 60))} min"
    arose = "arose" if question.origin == "arisen" else ""
    state = "" if question.state == "planned" else question.state
    return " · ".join(part for part in (arose, state, f"at {at}" if at else "", took) if part)


def _notes(
    talk: Conversation, question_id: int | None, heading: TalkRow, state: str = ""
) -> list[TalkRow]:
    notes = talk.notes_on(question_id)
    if not notes and (question_id is None or state not in {"skipped", "answered", "partly"}):
        return []
    kind = "note" if talk.timed else "untimed"
    return [_GAP, heading, *(TalkRow(kind, note=note) for note in notes)]


def _came_up(talk: Conversation) -> list[TalkRow]:
    """Give what arose and what was asked of me once more, short, each leading to its place."""
    numbers = {q.id: q.position for q in talk.questions}
    arisen = {clean_line(q.text): q for q in talk.questions if q.origin == "arisen"}
    rows: list[TalkRow] = []
    for kind, title in (("arisen", "Questions that arose"), ("asked of me", "Asked of me")):
        found = [note for note in talk.notes if note.kind == kind]
        if not found:
            continue
        rows += [_GAP, TalkRow("title", title, count_of(len(found), "question"))]
        for note in found:
            words = clean_line(read_line(note.text).words) or "(no words)"
            became = arisen.get(words) if kind == "arisen" else None
            aside = (
                f"in question {numbers[note.question_id]}" if note.question_id in numbers else ""
            )
            if became is not None:
                aside = (
                    "not asked"
                    if became.state == "planned"
                    else f"{became.state}, question {became.position}"
                )
            rows.append(TalkRow("jump", words, aside, leads=("note", note.id)))
    return rows


def _not_asked(talk: Conversation) -> list[TalkRow]:
    left = [
        q for q in talk.questions
        if q.state == "planned" and q.origin not in _ONE and not talk.notes_on(q.id)
    ]  # fmt: skip
    if not left:
        return []
    rows = [TalkRow("left", clean_line(q.text), mark=_mark(q)) for q in left]
    return [_GAP, TalkRow("title", "Not asked", count_of(len(left), "question")), *rows]


def _times(talk: Conversation, zone: ZoneInfo) -> Iterable[TalkRow]:
    facts = time_facts(talk.log, zone)
    if not facts:
        return []
    return [_GAP, TalkRow("title", "Time"),
            *(TalkRow("said", text, mark=at) for at, text in facts)]  # fmt: skip

"""A held talk as rows to read: findings, the debrief, then the talk by question, note by note."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.debrief import TEXTS, DebriefRow, say_confidence
from infotui.domain.moment import say_length, say_when
from infotui.domain.note import NoteRow
from infotui.domain.text import count_of
from infotui.services.review import Conversation
from infotui.tui.live_lines import minutes, note_lines
from infotui.tui.widgets.lines import BLANK, Line, line, wrap


class TalkRow(NamedTuple):
    """One row of a talk; only a note can be changed."""

    kind: str
    text: str = ""
    aside: str = ""
    note: NoteRow | None = None


_GAP = TalkRow("gap")
_NAMES = 2 + max(len(name) for _, _, name in TEXTS)  # the room for a text's name


def talk_rows(talk: Conversation, zone: ZoneInfo, today: date) -> list[TalkRow]:
    """Give the rows of a talk in the order in which it is read."""
    rows = [*_head(talk, zone, today)]
    if talk.findings:
        rows += [_GAP, TalkRow("title", "Findings")]
        rows += [TalkRow("finding", finding.text, finding.kind) for finding in talk.findings]
    rows += _debrief(talk.debrief)
    rows += _notes(talk, None, "Before the first question")
    for question in talk.questions:
        star = "★ " if question.importance == "must" else ""
        rows += _notes(talk, question.id, f"{star}{question.text}", question.state)
    return [*rows, *_not_asked(talk)]


def _debrief(debrief: DebriefRow | None) -> list[TalkRow]:
    """Give what was thought of the talk afterwards, once a word of it is there (S10)."""
    if debrief is None or not debrief.begun:
        return []
    sure = debrief.confidence
    aside = [f"confidence {say_confidence(sure)}"] if sure is not None else []
    aside += ["not done"] if debrief.state == "due" else []
    rows = [_GAP, TalkRow("debrief title", "Debrief", " · ".join(aside))]
    said = [(debrief.text(field).strip(), name) for field, _, name in TEXTS]
    return [*rows, *(TalkRow("debrief", text, name) for text, name in said if text)]


def _not_asked(talk: Conversation) -> list[TalkRow]:
    left = [q for q in talk.questions if q.state == "planned" and not talk.notes_on(q.id)]
    if not left:
        return []
    rows = [TalkRow("fact", f"{'★ ' if q.importance == 'must' else ''}{q.text}") for q in left]
    return [_GAP, TalkRow("title", "Not asked"), *rows]


def _head(talk: Conversation, zone: ZoneInfo, today: date) -> list[TalkRow]:
    at = talk.interview.started_at
    rows = [TalkRow("name", talk.interview.title, say_when(at, zone, today) if at else "")]
    rows.append(TalkRow("fact", _length(talk)))
    rows += [TalkRow("fact", f"goal: {goal}") for goal in talk.goals if goal]
    if talk.why:
        rows.append(TalkRow("fact", f"why: {talk.why}"))
    decisions = [_decision(entry.answer or "", entry.minutes) for entry in talk.log
                 if entry.kind == "decision"]  # fmt: skip
    if decisions:
        rows.append(TalkRow("fact", "at the mark: " + ", then ".join(decisions)))
    if talk.open_loops:
        rows.append(
            TalkRow(
                "fact", f"{count_of(talk.open_loops, 'open loop')} from this talk: 7 shows them"
            )
        )
    return rows


def _length(talk: Conversation) -> str:
    """Say how long a talk was to last and did (M6); of one that was logged only what is known."""
    if not talk.timed:
        return f"about {minutes(talk.used)} min · logged afterwards"
    asked, agreed = minutes(talk.marks.decision), minutes(talk.agreed)
    return f"asked for {asked} min · agreed {agreed} min · used {say_length(talk.used)}"


def _decision(answer: str, more: int) -> str:
    return f"they went on for {more} minutes more" if answer == "go on" else answer


def _notes(
    talk: Conversation, question_id: int | None, title: str, state: str = ""
) -> list[TalkRow]:
    notes = talk.notes_on(question_id)
    if not notes and (question_id is None or state not in {"skipped", "answered", "partly"}):
        return []
    rows = [_GAP, TalkRow("title", title, state)]
    return [*rows, *(TalkRow("note", note=note) for note in notes)]


def draw_talk_row(row: TalkRow, width: int) -> Sequence[Line]:
    """Draw a row of a talk."""
    if row.note is not None:
        return note_lines(row.note, width)
    if row.kind == "gap":
        return (BLANK,)
    if row.kind == "finding":
        first, *rest = wrap(row.text, max(8, width - 14))
        return (line(("* ", "good"), first, right=((row.aside, "good"),)),
                *(line("  ", text) for text in rest))  # fmt: skip
    if row.kind == "debrief":
        first, *rest = wrap(row.text, max(8, width - _NAMES))
        head = (f"{row.aside:<{_NAMES}}", "muted")
        return (line(head, first), *(line(" " * _NAMES, text) for text in rest))
    style = {"name": "strong", "fact": "muted"}.get(row.kind, "accent")
    first, *rest = wrap(row.text, max(8, width - len(row.aside) - 2))
    return (line((first, style), right=((row.aside, "muted"),)), *(line((t, style)) for t in rest))

"""A held talk as rows to read: findings first, then the talk by question, each note with its minute."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

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


def talk_rows(talk: Conversation, zone: ZoneInfo, today: date) -> list[TalkRow]:
    """Give the rows of a talk in the order in which it is read."""
    rows = [*_head(talk, zone, today)]
    if talk.findings:
        rows += [_GAP, TalkRow("title", "Findings")]
        rows += [TalkRow("finding", finding.text, finding.kind) for finding in talk.findings]
    rows += _notes(talk, None, "Before the first question")
    for question in talk.questions:
        star = "★ " if question.importance == "must" else ""
        rows += _notes(talk, question.id, f"{star}{question.text}", question.state)
    return [*rows, *_not_asked(talk)]


def _not_asked(talk: Conversation) -> list[TalkRow]:
    left = [q for q in talk.questions if q.state == "planned" and not talk.notes_on(q.id)]
    if not left:
        return []
    rows = [TalkRow("fact", f"{'★ ' if q.importance == 'must' else ''}{q.text}") for q in left]
    return [_GAP, TalkRow("title", "Not asked"), *rows]


def _head(talk: Conversation, zone: ZoneInfo, today: date) -> list[TalkRow]:
    at = talk.interview.started_at
    rows = [TalkRow("name", talk.interview.title, say_when(at, zone, today) if at else "")]
    asked, agreed = minutes(talk.marks.decision), minutes(talk.agreed)
    rows.append(
        TalkRow(
            "fact", f"asked for {asked} min · agreed {agreed} min · used {say_length(talk.used)}"
        )
    )
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
    style = {"name": "strong", "title": "accent", "fact": "muted"}[row.kind]
    first, *rest = wrap(row.text, max(8, width - len(row.aside) - 2))
    return (line((first, style), right=((row.aside, "muted"),)), *(line((t, style)) for t in rest))

"""How the rows of a held talk look: numbers and kinds in a column of their own, times and states muted."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from infotui.domain.capture import SIGN_OF, read_line
from infotui.domain.debrief import TEXTS
from infotui.tui.live_lines import NOTE_STYLE, note_lines
from infotui.tui.talk_rows import TalkRow
from infotui.tui.widgets.lines import BLANK, Line, Word, line, wrap

_NAMES: Final = 2 + max(len(name) for _, _, name in TEXTS)  # the room for a name before a text
_BESIDE: Final = 40  # cells that words need, if something is to stand beside them
_STYLES: Final = {
    "name": "strong", "fact": "muted", "title": "accent", "debrief title": "accent", "left": "muted",
}  # fmt: skip
_MARKS: Final = {"finding": "good", "open": "warn"}


def draw_talk_row(row: TalkRow, width: int) -> Sequence[Line]:
    """Draw a row of a talk."""
    if row.kind == "gap":
        return (BLANK,)
    if row.note is not None:
        return note_lines(row.note, width) if row.kind == "note" else _untimed(row, width)
    if row.kind == "question":
        return _question(row, width)
    if row.kind in {"finding", "said", "debrief", "open", "ended", "jump"}:
        return _marked(row, width)
    if row.kind == "left":
        return _hung(row, width, "muted", "")
    style = _STYLES.get(row.kind, "accent")
    first, *rest = wrap(row.text, max(8, width - cell_len(row.aside) - 2))
    return (line((first, style), right=((row.aside, "muted"),)), *(line((t, style)) for t in rest))


def _question(row: TalkRow, width: int) -> Sequence[Line]:
    """Draw the heading of a question; how it went stands beside it, or below where room is scarce."""
    beside = cell_len(row.mark) + cell_len(row.text) + cell_len(row.aside) + 2 <= width
    return _hung(row, width, "accent", *((row.aside, "") if beside else ("", row.aside)))


def _hung(row: TalkRow, width: int, style: str, aside: str, below: str = "") -> Sequence[Line]:
    """Draw words that hang on their number."""
    mark = row.mark if width > 24 else ""
    indent = " " * cell_len(mark)
    first, *rest = wrap(
        row.text, max(8, width - cell_len(mark) - (cell_len(aside) + 2 if aside else 0))
    )
    lines = [line((mark, "muted"), (first, style), right=((aside, "muted"),) if aside else ())]
    lines += [line(indent, (text, style)) for text in rest]
    return [*lines, *(line(indent, (text, "muted")) for text in (wrap(below, max(8, width - len(indent))) if below else ()))]  # fmt: skip


def _marked(row: TalkRow, width: int) -> Sequence[Line]:
    """Draw words behind what they are: a kind, a name, a time."""
    names = _NAMES if width > 30 and row.kind != "jump" else 0
    left = width - names - cell_len(row.aside) - 2
    beside = bool(row.aside) and left >= min(_BESIDE, cell_len(row.text))
    room = max(8, left if beside else width - names)
    first, *rest = wrap(row.text, room)
    head: tuple[Word, ...] = ()
    if names:
        head = ((f"{row.mark:<{names}}", _MARKS.get(row.kind, "muted")),)
    elif row.mark:
        head = ((f"{row.mark} ", _MARKS.get(row.kind, "muted")),)
        first, *rest = wrap(f"{row.text}", max(8, room - cell_len(row.mark) - 1))
    aside_style = "warn" if row.kind == "open" else "muted"
    right = ((row.aside, aside_style),) if beside else ()
    lines = [line(*head, first, right=right)]
    lines += [line(" " * names, text) for text in rest]
    if row.aside and not beside:
        lines += [
            line(" " * names, (text, aside_style))
            for text in wrap(row.aside, max(8, width - names))
        ]
    return lines


def _untimed(row: TalkRow, width: int) -> Sequence[Line]:
    """Draw a note of a talk whose clock did not run: it has no minute."""
    note = row.note
    if note is None:
        return (BLANK,)
    sign, words = SIGN_OF.get(note.kind, " "), read_line(note.text).words
    style, label = NOTE_STYLE[note.kind], "" if note.kind == "note" else note.kind
    first, *rest = wrap(words, max(8, width - 3 - (len(label) + 2 if label else 0)))
    right = ((label, style),) if label else ()
    return (line((f"{sign} ", style), first, right=right), *(line("  ", text) for text in rest))

"""What was found as lines: its kind, who and when, and its words with what matched marked; pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from rich.cells import cell_len, split_graphemes

from infotui.domain.capture import SIGN_OF
from infotui.domain.draft import KINDS
from infotui.domain.hit import Hit
from infotui.domain.moment import say_day
from infotui.domain.passage import Passage
from infotui.domain.sought import first_word
from infotui.tui.live_lines import NOTE_STYLE
from infotui.tui.widgets.lines import BLANK, Line, Word, line, wrap

Marks = Sequence[tuple[int, int]]

_STYLES: Final = {
    **NOTE_STYLE, "note": "muted", "question": "accent", "research": "accent", "plan": "warn",
    "talk": "good", "debrief": "good", "draft": "warn", "person": "good", "organization": "good",
}  # fmt: skip
_INDENT: Final = 2
_BEFORE: Final = (
    3  # of the room for the words, the part (one in so many) that may be before a match
)

HELP: Final[tuple[tuple[str, str], ...]] = (
    ("from:", "said by, or about, somebody"),
    ("org:", "from, or about, an organization"),
    ("kind:", "talk, finding, lead, question, draft …"),
    ("field:", "in a field of work"),
    ("#tag", "with that tag"),
    ("after: before:", "a day, a month, a year: last tue, nov"),
    ('"exact words"', "just so, one after the other"),
    ("-word", "without it; -from: -kind: -#tag as well"),
)


def kind_words(hit: Hit) -> str:
    """Name what was found, with its sign: `* finding`, `plan · why`."""
    sign = SIGN_OF.get(hit.kind, "")
    known = KINDS.get(hit.part.replace(" ", "-")) if hit.kind == "draft" else None
    part = known.title if known is not None else hit.part
    named = f"{hit.kind} · {part}" if part and part != hit.kind else hit.kind
    return f"{sign} {named}" if sign else named


def draw_hit(hit: Hit, width: int, zone: ZoneInfo, today: date) -> Sequence[Line]:
    """Draw what was found in two lines."""
    day = say_day(hit.at.astimezone(zone).date(), today) if hit.at is not None else ""
    # The name of whom was found stands in the words themselves.
    whose = [] if _is_name(hit) else [name for name in (hit.who, hit.organization) if name]
    head: list[Word] = [(kind_words(hit), _STYLES.get(hit.kind, "muted"))]
    if whose:
        head += [("  ", ""), (whose[0], "strong"), *((f" · {more}", "muted") for more in whose[1:])]
    elif hit.kind == "person" and hit.organization not in hit.words:
        head.append((f"  {hit.organization}", "muted"))
    return (
        line(*head, right=((day, "muted"),) if day else ()),
        line(" " * _INDENT, *in_sight(hit.words, hit.marks, width - _INDENT)),
    )


def _is_name(hit: Hit) -> bool:
    return hit.kind in {"person", "organization"} and not hit.part


def in_sight(words: str, marks: Marks, width: int) -> list[Word]:
    """Give words with what matched marked, begun so late that the first match is seen at this width.

    A tag, which stands at the end, hides no beginning.
    """
    marks = _whole(words, marks)
    first, end = first_word(words, marks)
    begin = 0
    if cell_len(words) > width and cell_len(words[:end]) > width - 1:
        room = max(1, width // _BEFORE)
        begin = first
        for start, _, _ in reversed(split_graphemes(words[:first])[0]):
            if cell_len(words[start:first]) > room:
                break
            begin = start
        space = words.find(" ", begin, max(begin, first - 1))
        begin = space + 1 if space >= 0 else begin
    shifted = [(max(0, a - begin), b - begin) for a, b in marks if b > begin]
    dots: list[Word] = [("…", "muted")] if begin else []
    return [*dots, *marked(words[begin:], shifted)]


def _whole(words: str, marks: Marks) -> list[tuple[int, int]]:
    """Give marks that cut no letter from its accents, none over another, all within the words."""
    spans = [] if words.isascii() else split_graphemes(words)[0]
    whole: list[tuple[int, int]] = []
    for start, stop in sorted(marks):
        a = max(0, start, whole[-1][1] if whole else 0)
        b = min(len(words), stop)
        for left, right, _ in spans:
            if left < a < right:
                a = left
            if left < b < right:
                b = right
        if a < b:
            whole.append((a, b))
    return whole


def marked(words: str, marks: Marks, style: str = "") -> list[Word]:
    """Take words apart at what is marked."""
    parts: list[Word] = []
    at = 0
    for start, end in marks:
        parts += [(words[at:start], style)] if start > at else []
        parts.append((words[start:end], "found"))
        at = end
    return [*parts, (words[at:], style)] if at < len(words) or not parts else parts


def what_matched(hit: Hit) -> re.Pattern[str] | None:
    """Give what finds again in a longer text what matched in the words of a hit."""
    found = {hit.words[a:b] for a, b in hit.marks if hit.words[a:b].strip()}
    longest_first = sorted(found, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{either})", re.I) if found else None


def passage_lines(passage: Passage, hit: Hit, width: int, height: int) -> Sequence[Line]:
    """Draw more of a place, begun so late that the very line is in sight."""
    pattern = what_matched(hit)
    lines: list[Line] = []
    here = 0
    longest = max((len(piece.label) for piece in passage.lines), default=0)
    for piece in passage.lines:
        label = f"{piece.label:<{longest + 2}}" if piece.label else ""
        mark, style = ("▌ ", "") if piece.here else ("  ", "muted" if not piece.label else "")
        for place, text in enumerate(wrap(piece.text, max(8, width - _INDENT - len(label)))):
            found = [(m.start(), m.end()) for m in pattern.finditer(text)] if pattern else []
            if piece.here and (place == 0 or (found and not _has_found(lines[here:]))):
                here = len(lines)
            name = (label if place == 0 else " " * len(label), "muted")
            lines.append(line((mark, "accent"), name, *marked(text, _whole(text, found), style)))
    begin = max(0, min(here - height // 3, len(lines) - height))
    return lines[begin : begin + height] or [BLANK]


def _has_found(lines: Iterable[Line]) -> bool:
    return any(style == "found" for drawn in lines for _, style in drawn.left)


def help_lines(examples: Sequence[str], width: int) -> Sequence[Line]:
    """Say which filters there are, and give examples from this very notebook."""
    wrapped = wrap(
        "Words are found in all that was noted, with other endings and without their accents too.",
        width,
    )
    lines = [line((text, "muted")) for text in wrapped]
    lines += [line((f"{name:<15}", "key"), (words, "muted")) for name, words in HELP]
    if examples:
        lines += [BLANK, line(("Here, for example", "accent"))]
        lines += [line("  ", text) for text in examples]
    return [*lines, BLANK]

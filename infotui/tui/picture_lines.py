"""How each picture of past talks is drawn as lines; its figures are values from outside."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final

from rich.cells import cell_len

from infotui.domain.debrief import CONFIDENCE
from infotui.domain.note import FINDING_KINDS
from infotui.domain.pictures.confidence import Confidence, average_of
from infotui.domain.pictures.findings import Findings
from infotui.domain.pictures.outreach import ANSWERS, Outreach, Response
from infotui.domain.pictures.periods import Periods, day_words
from infotui.domain.pictures.referrals import Referrals
from infotui.domain.pictures.talks import OverTime, TalkFigures, Times, whole_minutes
from infotui.domain.referral_tree import TreeRow, branches
from infotui.tui.widgets.axes import (
    evenly,
    foot,
    gutter,
    label_line,
    minutes_between,
    once_each,
)
from infotui.tui.widgets.bars import columns, field_of_figures, stacked
from infotui.tui.widgets.harmless import harmless
from infotui.tui.widgets.lines import BLANK, Line, Word, cut, line, wrap
from infotui.tui.widgets.plot import Curve, Frame, Spot, plot

_SIGNS: Final[dict[str, Word]] = {
    "yes": ("█", "good"), "later": ("▓", "accent"), "no": ("▒", "warn"), "none": ("░", "muted"),
    "open": ("·", "faint"),
}  # fmt: skip
_ANSWER_WORDS: Final = {"none": "no answer", "open": "still open"}
_FEW: Final = 7  # rows, each of which has its minutes at the side
_TALLEST: Final = 21  # rows of a plot
_WIDEST: Final = 120  # cells of a bar
_FIELD: Final = 12  # cells of a field's column at least
_ROOMY: Final = 70  # cells from which on words stand beside numbers
_NUMBERS: Final = 6
_MUCH: Final = (("·", "muted"), ("○", ""), ("●", "strong"))
_MINUTE: Final = timedelta(minutes=1)
_SAID: Final = 20  # cells of the gaps and of what is said at the end of a bar


def draw_over_time(shown: OverTime, width: int, height: int) -> list[Line]:
    """Draw a column of talks for each period."""
    cut_up = shown.periods
    if cut_up is None:
        return []
    labels = [(cut_up.short(place), cut_up.year(place)) for place in range(cut_up.many)]
    return columns(shown.counts, labels, f"talks in a {cut_up.words()}", width, height)


# ── time ─────────────────────────────────────────────────────────────────────────────────────────


def time_legend(shown: Times) -> Line:
    """Say what the signs of the time mean."""
    if shown.single:
        return line(("▰", "good"), " used  ", ("▱", "faint"), " agreed but not used  ",
                    ("┆", "muted"), " asked for  ", ("│", "strong"), " agreed")  # fmt: skip

    return line(("●", "good"), " used  ", ("━", "accent"), " agreed  ", ("┄", "muted"),
                " asked for")  # fmt: skip


def longest(talks: Sequence[TalkFigures]) -> int:
    """Give the minutes at the right edge; one talk that was never ended does not flatten the others."""
    promised = max(
        (whole_minutes(max(t.agreed, t.asked)) for t in talks if t.agreed and t.asked), default=30
    )
    used = max((whole_minutes(talk.used) for talk in talks), default=30)
    return max(5, min(max(promised, used), max(60, promised * 2)))


def draw_time_row(talk: TalkFigures, top: int, width: int) -> Sequence[Line]:
    """Draw the time of one talk: what was used, and marks where it was to end."""
    used = whole_minutes(talk.used)
    day = day_words(talk.day)
    day = day if width >= _ROOMY else day[:6]
    known = talk.agreed is not None and talk.asked is not None
    agreed = whole_minutes(talk.agreed) if talk.agreed is not None else 0
    said = f"{used} of {agreed} min" if known else f"about {used} min"
    room = max(8, min(28, (width - len(day) - _SAID) * 2 // 5))
    name = cut(harmless(talk.who), room)
    name += " " * (room - cell_len(name))
    cells = min(_WIDEST, width - len(day) - room - _SAID)
    bar = _time_bar(talk, top, cells) if cells >= 6 else ()
    style = "bad" if known and used > agreed else "muted"
    return (line((f"{day}  ", "muted"), name, "  ", *bar, right=((said, style),)),)


def _time_bar(talk: TalkFigures, top: int, cells: int) -> tuple[Word, ...]:
    used, agreed, asked = (
        min(cells, round(whole_minutes(length) / top * cells)) if length is not None else -1
        for length in (talk.used, talk.agreed, talk.asked)
    )
    if agreed >= 0:
        # What is over or under is seen even where a minute is less than a cell.
        agreed = max(1, min(agreed, cells - 2))
        spare = whole_minutes(talk.used) - whole_minutes(talk.agreed or talk.used)
        used = max(used, agreed + 2) if spare > 0 else min(used, agreed - 1) if spare < 0 else used
    words: list[Word] = []
    for cell in range(cells):
        if cell == agreed:
            words.append(("│", "strong"))
        elif asked >= 0 and cell == min(asked, cells - 1):
            words.append(("┆", "muted"))
        elif cell < used:
            style = "muted" if agreed < 0 else "good" if cell < agreed else "bad"
            words.append(("▰", style))
        else:
            words.append(("▱", "faint") if cell < agreed else (" ", ""))
    if whole_minutes(talk.used) > top:
        words[-1] = ("»", "bad")
    return tuple(words)


def draw_times(shown: Times, width: int, height: int) -> list[Line]:
    """Draw the medians of each period: what was used as a spot, what was agreed and asked for as levels."""
    periods = shown.periods
    found = [(place, middle) for place, middle in enumerate(shown.middles) if middle is not None]
    if periods is None or not found:
        return []
    rows = max(3, min(_TALLEST, height - 4))
    lengths = [
        length / _MINUTE for _, middle in found
        for length in (middle.asked, middle.agreed, middle.used)
    ]  # fmt: skip
    steps = rows - 1 if rows < _FEW else min(6, rows // 2)
    ticks = minutes_between(min(lengths), max(lengths), steps)
    rows -= (rows - 1) % (len(ticks) - 1)  # so that they stand evenly
    frame = _frame(periods, ticks[-1], ticks[0], width - 6, rows)
    spots = [
        *(_level(periods, place, middle.asked, ("┄", "muted")) for place, middle in found),
        *(_level(periods, place, middle.agreed, ("━", "accent")) for place, middle in found),
        *(
            Spot(_centre(periods, place), middle.used / _MINUTE, "●", "good")
            for place, middle in found
        ),
    ]
    sides = gutter([(frame.row(tick), str(tick)) for tick in ticks], rows, room=4)
    head = line((f"minutes, the median of each {periods.words()}", "muted"))
    return [head, *_joined(sides, plot(frame, (), spots)), *_foot(periods, frame, 6)]


def _level(periods: Periods, place: int, length: timedelta, word: Word) -> Spot:
    begin, end = (_instant(periods, at) for at in (place, place + 1))
    return Spot(begin, length / _MINUTE, *word, end)


def _centre(periods: Periods, place: int) -> float:
    return (_instant(periods, place) + _instant(periods, place + 1)) / 2


def _instant(periods: Periods, place: int) -> float:
    return datetime.combine(periods.start(place), time(), UTC).timestamp()


def _frame(periods: Periods, top: float, bottom: float, width: int, rows: int) -> Frame:
    left, right = _instant(periods, 0), _instant(periods, periods.many)
    return Frame(left, right, bottom, top, max(4, width), rows)


def _joined(sides: Sequence[tuple[Word, ...]], rows: Sequence[tuple[Word, ...]]) -> list[Line]:
    return [Line((*side, *row)) for side, row in zip(sides, rows, strict=True)]


def _foot(periods: Periods, frame: Frame, before: int) -> list[Line]:
    """Write the periods below a plot, each where it begins, and the years below them."""
    places = range(periods.many)
    cells = [frame.column(_instant(periods, place)) for place in places]
    names = [(cell, periods.short(place)) for cell, place in zip(cells, places, strict=True)]
    years = once_each(
        [(cell, periods.year(place)) for cell, place in zip(cells, places, strict=True)]
    )
    rows = [label_line(some, frame.width) for some in (evenly(names, frame.width), years)]
    return foot(before, frame.width, cells, rows)


# ── confidence ───────────────────────────────────────────────────────────────────────────────────


def sure_legend(shown: Confidence) -> Line:
    """Say what the signs of the confidence mean."""
    if shown.single or shown.periods is None:
        return line(("○", "strong"), " a debrief  ", ("●", "strong"), " several  ",
                    ("▄▞▀", "accent"), " average of the last five")  # fmt: skip
    each = f" of a {shown.periods.words()}"
    return line(("●", "strong"), " many  ", ("○", ""), " some  ", ("·", "muted"),
                f" few{each}  ", ("▄▞▀", "accent"), " its average")  # fmt: skip


def draw_confidence(shown: Confidence, width: int, height: int) -> list[Line]:
    """Draw a sign for each debrief, or for many of a period, and the average as a curve."""
    periods = shown.periods
    if periods is None:
        return []
    steps = sorted(CONFIDENCE)
    each = max(1, min(4, (height - 4) // (len(steps) - 1)))
    rows = each * (len(steps) - 1) + 1
    words = {step: f"{step} {CONFIDENCE[step]}" if width >= _ROOMY else str(step) for step in steps}
    before = max(map(len, words.values())) + 2
    frame = _frame(periods, steps[-1], steps[0], width - before, rows)
    curve, spots = _singly(shown, frame) if shown.single else _by_period(shown, periods)
    sides = gutter([(frame.row(step), words[step]) for step in steps], rows)
    drawn = _joined(sides, plot(frame, [curve] if len(curve.points) > 1 else [], spots))
    lines = [line(("confidence, 1 to 5", "muted")), *drawn, *_foot(periods, frame, before)]
    return lines if len(lines) <= height else lines[1:]  # the years below say more than the name


def _singly(shown: Confidence, frame: Frame) -> tuple[Curve, list[Spot]]:
    at = [(_wall(sure.talk), sure) for sure in shown.points]
    there = Counter((frame.column(x), sure.step) for x, sure in at)
    spots = [
        Spot(x, sure.step, "○" if there[frame.column(x), sure.step] == 1 else "●", "strong")
        for x, sure in at
    ]
    return Curve([(x, sure.average) for x, sure in at], "accent"), spots


def _by_period(shown: Confidence, periods: Periods) -> tuple[Curve, list[Spot]]:
    """Give the average of each period, and a sign for how many of its debriefs said each step."""
    points, spots = [], []
    for place, counts in enumerate(shown.counts):
        whole, x = sum(counts), _centre(periods, place)
        if whole:
            points.append((x, average_of(counts)))
        for step, count in zip(CONFIDENCE, counts, strict=True):
            if count:
                sign, style = _MUCH[(count * 10 >= whole) + (count * 3 >= whole)]
                spots.append(Spot(x, step, sign, style))
    return Curve(points, "accent"), spots


def _wall(talk: TalkFigures) -> float:
    """Give when a talk was on its own wall clock, so that it lies in the period of its day."""
    return talk.at.replace(tzinfo=UTC).timestamp()


# ── outreach ─────────────────────────────────────────────────────────────────────────────────────


def outreach_legend(_shown: Outreach) -> Line:
    """Say what the signs of the answers mean."""
    words: list[Word | str] = []
    for answer in ANSWERS:
        words += [_SIGNS[answer], f" {_ANSWER_WORDS.get(answer, answer)}  "]
    return line(*words)


def draw_outreach(shown: Outreach, width: int, height: int) -> list[Line]:
    """Draw a bar for each path, as long as much was sent, in parts by what came back."""
    most = max((path.sent for path in shown.paths), default=0)
    lines: list[Line] = []
    roomy = height >= 9 * len(shown.paths)
    for path, channels in zip(shown.paths, shown.channels, strict=True):
        lines += _response(path, most, width, strong=True)
        if roomy and len(channels) > 1:
            for channel in channels:
                lines += _response(channel, most, width, strong=False)
        lines.append(BLANK)
    return lines


def _response(response: Response, most: int, width: int, *, strong: bool) -> list[Line]:
    name = response.name if strong else f"  {response.name}"
    before = 13
    said = f"{response.answered} of {response.sent} answered"
    room = max(4, min(_WIDEST, width - before - 20))
    cells = max(1, round(response.sent / most * room)) if most else 0
    bar = stacked(response.counts, [_SIGNS[answer] for answer in ANSWERS], cells)
    head = (f"{name:<{before}}", "strong" if strong else "muted")
    first = line(head, *bar, right=((said, "" if strong else "muted"),))
    if not strong:
        return [first]
    parts = [
        f"{_ANSWER_WORDS.get(answer, answer)} {count}"
        for answer, count in zip(ANSWERS, response.counts, strict=True)
        if count
    ]
    if response.days is not None:
        parts.append(
            f"{response.days:.0f} d until an answer" if response.days >= 1 else "within a day"
        )
    below = wrap(" · ".join(parts), max(8, width - before))
    return [first, *(line(" " * before, (text, "muted")) for text in below)]


# ── findings and the tree ────────────────────────────────────────────────────────────────────────


def draw_findings(shown: Findings, width: int, _height: int) -> list[Line]:
    """Draw the nine kinds down, the fields across, with a shade for how many there are."""
    if not shown.total:
        return []
    most = max(1, (width - 17) // _FIELD)
    fields, counts = shown.gathered(most)
    return field_of_figures(FINDING_KINDS, fields, counts, width)


def draw_tree_row(shown: Referrals, place: int, width: int) -> Sequence[Line]:
    """Draw a row of the tree: its branch, who it is, how they stand, what came of them."""
    row = shown.rows[place]
    node = row.node
    numbers = "" if row.mark else "".join(f"{n or '·':>{_NUMBERS}}" for n in node.own)
    if width < _ROOMY:
        numbers = numbers[: _NUMBERS * 2]
    state = f"{'' if row.mark else cut(row.state, 14):<15}"
    stem = branches(shown.rows, place, max(2, width // 8))
    sign = {"lead": "› ", "organization": "⌂ "}.get(node.what, "")
    room = width - len(state) - len(numbers) - cell_len(stem) - len(sign) - 1
    return (line((stem, "faint"), (sign, "accent"), *_named(row, room),
                 right=((state, "muted"), numbers)),)  # fmt: skip


def _named(row: TreeRow, room: int) -> list[Word]:
    """Give the name of a row; where their branch stands elsewhere it is shown in words, not again."""
    if row.mark:
        tail = " ↑ further up" if row.mark == "circle" else " ↗ shown elsewhere"
        return [(cut(harmless(row.node.name), room - len(tail)), "muted"), (tail, "faint")]
    name = cut(harmless(row.node.name), room)
    style = "strong" if row.node.what == "contact" else ""
    return [(name, style), (f"  {row.node.organization}" if row.node.organization else "", "muted")]


def tree_head(width: int) -> Line:
    """Name the columns of the tree."""
    names = ("talks", "facts", "leads", "jobs")[: 4 if width >= _ROOMY else 2]
    words = f"{'stands':<15}" + "".join(f"{name:>{_NUMBERS}}" for name in names)
    return line("", right=((f"{words} ", "muted"),))

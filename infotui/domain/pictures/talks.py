"""Talks over time, the time that each was asked for, agreed and used (M6)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from infotui.domain.interview import Marks
from infotui.domain.pictures.periods import Periods, day_words, periods_of
from infotui.domain.pictures.table import Column, Table, TableRow, Way
from infotui.domain.text import count_of
from infotui.domain.timer import Segment, agreed_end, elapsed

SINGLE: Final = 40  # talks that are drawn one by one; of more the middle of each period
_MINUTE: Final = timedelta(minutes=1)


class HeldTalk(NamedTuple):
    """A held talk as it is stored, with what its figures are made of."""

    id: int
    contact_id: int
    who: str
    met_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    decision_minutes: int | None
    confidence: int | None
    others: tuple[int, ...] = ()  # contacts who took part beside


class TalkFigures(NamedTuple):
    """One held talk in figures; of one that was logged afterwards nobody knows what was agreed."""

    id: int
    who: str
    people: tuple[int, ...]
    at: datetime
    used: timedelta
    asked: timedelta | None = None
    agreed: timedelta | None = None
    confidence: int | None = None

    @property
    def day(self) -> date:
        """The day on which it was."""
        return self.at.date()

    @property
    def over(self) -> timedelta:
        """How much longer it was than agreed; negative when shorter."""
        return self.used - self.agreed if self.agreed is not None else timedelta(0)


def figures_of(talk: HeldTalk, log: Sequence[Segment], usual: Marks, at: datetime) -> TalkFigures:
    """Give the figures of one talk.

    Args:
        talk: The talk.
        log: The timer's log of it, as it stands.
        usual: The marks of a talk that has none of its own.
        at: When it was, on the wall clock of whoever looks.
    """
    people = (talk.contact_id, *talk.others)
    if not any(entry.kind == "run" for entry in log):
        began, ended = talk.started_at, talk.ended_at
        used = ended - began if began is not None and ended is not None else timedelta(0)
        return TalkFigures(talk.id, talk.who, people, at, used, confidence=talk.confidence)
    asked = _MINUTE * talk.decision_minutes if talk.decision_minutes else usual.decision
    end = log[-1].at
    agreed = agreed_end(usual._replace(decision=asked), log, end)
    used = elapsed(log, end)
    return TalkFigures(talk.id, talk.who, people, at, used, asked, agreed, talk.confidence)


def middle(values: Iterable[timedelta]) -> timedelta:
    """Give the median of some lengths; zero of none."""
    row = sorted(values)
    if not row:
        return timedelta(0)
    return (row[(len(row) - 1) // 2] + row[len(row) // 2]) / 2


def whole_minutes(length: timedelta) -> int:
    """Give the whole minutes of a length, as everywhere in the program."""
    seconds = int(length.total_seconds())
    return seconds // 60 if seconds >= 0 else -(-seconds // 60)


def _days_words(talks: Sequence[TalkFigures]) -> str:
    first, last = talks[0].day, talks[-1].day
    words = day_words(first).strip()
    return f"on {words}" if first == last else f"{words} to {day_words(last).strip()}"


# ── talks over time ──────────────────────────────────────────────────────────────────────────────


class OverTime(NamedTuple):
    """How many talks there were in each period, and with how many people."""

    periods: Periods | None = None
    counts: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    said: str = ""

    def table(self) -> Table:
        """Give a row for each period, the latest first."""
        rows, total = [], 0
        for place, (count, people) in enumerate(zip(self.counts, self.people, strict=True)):
            total += count
            name = self.periods.name(place) if self.periods is not None else ""
            rows.append(TableRow((name, str(count), str(people), str(total))))
        names = (Column("when", number=False), *map(Column, ("talks", "people", "so far")))
        return Table(names, tuple(reversed(rows)))


def over_time(talks: Sequence[TalkFigures]) -> OverTime:
    """Count the talks of each period, every talk once; the periods without any are there too.

    Args:
        talks: The oldest first.
    """
    cut = periods_of(talk.day for talk in talks)
    if cut is None:
        return OverTime()
    counts = [0] * cut.many
    people: list[set[int]] = [set() for _ in counts]
    for talk in talks:
        place = cut.place(talk.day)
        counts[place] += 1
        people[place].update(talk.people)
    whom = len(set().union(*people))
    said = f"{count_of(len(talks), 'talk')} with {count_of(whom, 'person')}, {_days_words(talks)}"
    best = max(range(cut.many), key=lambda place: counts[place])
    if cut.many > 1 and counts.count(counts[best]) == 1:
        said += f"; most in {'the ' if cut.step == 'week' else ''}{cut.name(best)}: {counts[best]}"
    return OverTime(cut, tuple(counts), tuple(map(len, people)), f"{said}.")


# ── time asked for, agreed, used ─────────────────────────────────────────────────────────────────


class Middle(NamedTuple):
    """The medians of some talks."""

    talks: int
    asked: timedelta
    agreed: timedelta
    used: timedelta


class Times(NamedTuple):
    """The time of each talk; of many also the medians of each period, None where there was none."""

    talks: tuple[TalkFigures, ...] = ()  # the oldest first
    periods: Periods | None = None
    middles: tuple[Middle | None, ...] = ()
    said: str = ""

    @property
    def single(self) -> bool:
        """Whether each talk is drawn for itself."""
        return len(self.talks) <= SINGLE or not any(self.middles)

    def table(self) -> Table:
        """Give a row for each talk, the latest first; of many below the medians of their period."""
        rows: list[TableRow] = []
        place = -1
        for talk in reversed(self.talks):
            if not self.single and self.periods is not None:
                here = self.periods.place(talk.day)
                if here != place and (row := self._heading(here)) is not None:
                    rows.append(row)
                place = here
            rows.append(TableRow(_time_cells(talk), Way("talk", talk.id)))
        names = ("asked", "agreed", "used", "over")
        words = (Column("when", number=False), Column("with", number=False))
        return Table((*words, *map(Column, names)), tuple(rows))

    def _heading(self, place: int) -> TableRow | None:
        middle_of = self.middles[place]
        if middle_of is None or self.periods is None:
            return None
        lengths = (middle_of.asked, middle_of.agreed, middle_of.used)
        numbers = [str(whole_minutes(length)) for length in lengths]
        words = f"median of {middle_of.talks}"
        return TableRow((self.periods.name(place), words, *numbers, ""), heading=True)


def _time_cells(talk: TalkFigures) -> tuple[str, ...]:
    used = str(whole_minutes(talk.used))
    if talk.asked is None or talk.agreed is None:
        return (day_words(talk.day), talk.who, "", "", f"~{used}", "")
    over = f"{whole_minutes(talk.used) - whole_minutes(talk.agreed):+}"
    numbers = (str(whole_minutes(length)) for length in (talk.asked, talk.agreed))
    return (day_words(talk.day), talk.who, *numbers, used, over)


def times(talks: Sequence[TalkFigures]) -> Times:
    """Compare what was asked for, agreed and used in each talk (M6).

    Args:
        talks: The oldest first.
    """
    timed = [talk for talk in talks if talk.agreed is not None]
    cut = periods_of(talk.day for talk in talks)
    there: list[list[TalkFigures]] = [[] for _ in range(cut.many if cut is not None else 0)]
    if cut is not None:
        for talk in timed:
            there[cut.place(talk.day)].append(talk)
    middles = tuple(_middle_of(some) for some in there)
    whole = _middle_of(timed)
    said = _time_words(timed, whole) if whole is not None else ""
    logged = len(talks) - len(timed)
    if logged:
        said += f" {count_of(logged, 'talk')} logged afterwards: nobody kept what was agreed."
    return Times(tuple(talks), cut, middles, said.strip())


def _middle_of(talks: Sequence[TalkFigures]) -> Middle | None:
    if not talks:
        return None
    asked = middle(talk.asked for talk in talks if talk.asked is not None)
    agreed = middle(talk.agreed for talk in talks if talk.agreed is not None)
    return Middle(len(talks), asked, agreed, middle(talk.used for talk in talks))


def _time_words(timed: Sequence[TalkFigures], whole: Middle) -> str:
    asked, agreed, used = (
        whole_minutes(length) for length in (whole.asked, whole.agreed, whole.used)
    )
    over = [
        talk for talk in timed if whole_minutes(talk.used) > whole_minutes(talk.agreed or talk.used)
    ]
    said = f"asked for {asked} min, agreed {agreed}, used {used}"
    if len(timed) > 1:
        said = f"Median of {count_of(len(timed), 'talk')}: {said}"
        tail = (
            f"{len(over)} of {len(timed)} went over what was agreed" if over else "none went over"
        )
        return f"{said}; {tail}."
    return f"One talk: {said}."

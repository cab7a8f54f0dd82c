"""What came back of outreach, by the path it took and by channel: yes, no, later, none, or still open."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from infotui.domain.outreach import CHANNELS, PATHS
from infotui.domain.pictures.table import Column, Table, TableRow, rate
from infotui.domain.text import count_of

# In the order in which they are drawn; the last one is waited for.
ANSWERS: Final = ("yes", "later", "no", "none", "open")
_CAME: Final = ("yes", "later", "no")


class Sent(NamedTuple):
    """One message or call: its way, what came back, and after how long."""

    path: str
    channel: str
    answer: str
    after: timedelta | None = None


class Response(NamedTuple):
    """What came back by one way: how many of each answer, in the order of `ANSWERS`."""

    name: str
    counts: tuple[int, ...]
    days: float | None = None  # the median until an answer came

    @property
    def sent(self) -> int:
        """All that were sent."""
        return sum(self.counts)

    @property
    def answered(self) -> int:
        """Those to which they said anything."""
        return sum(self.counts[: len(_CAME)])


class Outreach(NamedTuple):
    """What came back by each path, and by each channel within it."""

    paths: tuple[Response, ...] = ()
    channels: tuple[tuple[Response, ...], ...] = ()  # of each path
    said: str = ""

    @property
    def sent(self) -> int:
        """All that were sent."""
        return sum(response.sent for response in self.paths)

    def table(self) -> Table:
        """Give a row for each path, its channels below it, and one for all."""
        rows: list[TableRow] = []
        for path, channels in zip(self.paths, self.channels, strict=True):
            rows.append(TableRow(_cells(path, path.name), heading=True))
            rows += [TableRow(_cells(channel, f"  {channel.name}")) for channel in channels]
        if len(self.paths) > 1:
            counts = [
                sum(path.counts[place] for path in self.paths) for place in range(len(ANSWERS))
            ]
            rows.append(TableRow(_cells(Response("both", tuple(counts)), "both"), heading=True))
        names = ("sent", *ANSWERS, "answered", "days")
        return Table((Column("path", number=False), *map(Column, names)), tuple(rows))


def _cells(response: Response, name: str) -> tuple[str, ...]:
    share = f"{response.answered} {rate(response.answered, response.sent):>4}"
    days = "" if response.days is None else f"{response.days:.1f}"
    return (name, str(response.sent), *map(str, response.counts), share, days)


def outreach(rows: Iterable[Sent]) -> Outreach:
    """Count what came back, every message and call once, by path and by channel."""
    by_path: dict[str, list[Sent]] = {path: [] for path in PATHS}
    for row in rows:
        by_path[row.path].append(row)
    paths = [_response(path, some) for path, some in by_path.items() if some]
    channels = []
    for path in paths:
        within = ((name, [row for row in by_path[path.name] if row.channel == name])
                  for name in CHANNELS)  # fmt: skip
        channels.append(tuple(_response(name, some) for name, some in within if some))
    return Outreach(tuple(paths), tuple(channels), _words(paths))


def _response(name: str, rows: Sequence[Sent]) -> Response:
    count = Counter(row.answer or "open" for row in rows)
    spans = sorted(row.after for row in rows if row.after is not None and row.answer in _CAME)
    days = None
    if spans:
        half = (spans[(len(spans) - 1) // 2] + spans[len(spans) // 2]) / 2
        days = half / timedelta(days=1)
    return Response(name, tuple(count[answer] for answer in ANSWERS), days)


def _words(paths: Sequence[Response]) -> str:
    said = [f"{path.name}: {path.answered} of {path.sent} answered" for path in paths]
    waited = sum(path.counts[-1] for path in paths)
    if waited:
        said.append(f"{count_of(waited, 'answer')} still open")
    return f"{'; '.join(said)}." if said else ""

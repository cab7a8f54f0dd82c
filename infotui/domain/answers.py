"""One question, everyone's answers: what a sheet is over, who stands in it and who does not (M3)."""

# What a sheet is over has a key, and everything of one key stands on one sheet:
#
#   bank:ID        a question of the bank, in whatever wording: copies keep the bank's id, and so do
#                  the two halves of an entry that holds two questions
#   own:WORDS      a question in one's own words, planned or arisen; WORDS are the wording without
#                  case, accents and signs, so that it is one question in all plans
#   goal:KIND      one of the six kinds of goal;  goal:own:WORDS  a goal in one's own words, folded
#   kind:KIND      one of the nine kinds of finding
#   tag:WORD       a tag, folded;  field:WORDS  a field of work, folded
#
# A question that was joined by hand to another one's sheet holds the key of that one (`joined`), and
# stands there alone. Joining a question moves all of its wording, and what was joined to it before,
# so that a joined key never leads to a further one. Only questions in own words can be joined.

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

from infotui.domain.bank import Bank, BankQuestion
from infotui.domain.sameness import bare, closeness
from infotui.domain.text import fold

What = Literal["question", "goal", "finding", "tag", "field"]
OWN: Final = "own:"
BANK: Final = "bank:"

# Said or not: one that was skipped stands on the sheet, and its person among those not asked.
_ASKED: Final = frozenset({"answered", "partly", "asking"})
_STATES: Final = ("answered", "partly", "asking", "skipped", "planned")

# Which goals a kind of finding serves, and so which questions of the bank ask for it.
_GOALS_OF_KIND: Final[dict[str, tuple[str, ...]]] = {
    "employer": ("employers", "evaluate"), "person": ("network",), "market": ("fit",),
    "career": ("path",), "strength": ("path", "fit"), "gap": ("path",), "opening": ("approach",),
    "resource": ("approach",), "advice": ("approach", "path"),
}  # fmt: skip


class Person(NamedTuple):
    """Somebody who takes part in a talk."""

    id: int
    name: str


class Talk(NamedTuple):
    """A held talk: when, where they work, what about, and with whom, the first one first."""

    id: int
    at: datetime
    organization_id: int | None
    organization: str
    field: str
    people: tuple[Person, ...]

    @property
    def who(self) -> str:
        """The names of all who took part."""
        return " + ".join(person.name for person in self.people)


class Coming(NamedTuple):
    """A talk ahead, as far as a question can be put onto its plan."""

    id: int
    at: datetime | None
    state: str
    people: tuple[int, ...]


class Asked(NamedTuple):
    """A question of a plan or a talk, as far as sheets go."""

    id: int
    interview_id: int
    text: str
    template: str
    bank_id: str
    joined: str
    state: str
    noted: bool  # whether a note stands under it

    @property
    def base(self) -> str:
        """Its own key, whatever it is joined to."""
        return f"{BANK}{self.bank_id}" if self.bank_id else own_key(self.text)

    @property
    def key(self) -> str:
        """The key of the sheet it stands on."""
        return self.joined or self.base

    @property
    def answered(self) -> bool:
        """Whether it was asked: something stands under it, or it counts as answered."""
        return self.noted or self.state in _ASKED


class Line(NamedTuple):
    """One line of an answer: a note, or a finding with the note it came from."""

    note_id: int | None
    text: str
    kind: str = ""  # of a finding


class AnswerRow(NamedTuple):
    """What was said in one talk; all who took part have one row. Without a talk: who bears the tag."""

    interview_id: int | None
    people: tuple[Person, ...]
    organization: str
    at: datetime | None
    lines: tuple[Line, ...]
    state: str = ""  # of a question: answered, partly, skipped

    @property
    def who(self) -> str:
        """The names of all who took part."""
        return " + ".join(person.name for person in self.people)


class GapRow(NamedTuple):
    """Somebody who was never asked, or said nothing on it; and where that could be mended."""

    contact_id: int
    name: str
    organization: str
    met_at: datetime | None  # the latest talk with them
    ahead: Coming | None = None  # the next talk with them
    planned: bool = False  # it stands in the plan of a talk ahead already
    skipped: bool = False  # it was meant to be asked once, and was not
    archived: bool = False


class Topic(NamedTuple):
    """What a sheet can be over, and how many people said something on it."""

    key: str
    what: What
    title: str
    people: int = 0
    joined: tuple[str, ...] = ()  # the keys that are joined to it


class Sheet(NamedTuple):
    """Everyone's answers, newest first, and who gave none."""

    topic: Topic
    rows: tuple[AnswerRow, ...]
    gaps: tuple[GapRow, ...]

    @property
    def putting(self) -> tuple[GapRow, ...]:
        """The gaps that can be mended on a plan there is."""
        return tuple(gap for gap in self.gaps if gap.ahead is not None and not gap.planned)


# ── keys ─────────────────────────────────────────────────────────────────────────────────────────


def own_key(text: str) -> str:
    """Give the key of a question in one's own words."""
    return f"{OWN}{bare(text)}"


def goal_key(kind: str, text: str) -> str:
    """Give the key of a goal: its kind, or its words where it is one's own."""
    return f"goal:own:{fold(text)}" if kind == "own" else f"goal:{kind}"


def what_of(key: str) -> What:
    """Tell what a key stands for."""
    head = key.partition(":")[0]
    known: dict[str, What] = {"goal": "goal", "kind": "finding", "tag": "tag", "field": "field"}
    return known.get(head, "question")


# ── who said something ───────────────────────────────────────────────────────────────────────────


def strongest(states: Iterable[str]) -> str:
    """Give the state that counts of a question that stands in one talk more than once."""
    return min(states, key=_STATES.index, default="planned")


def order_topics(topics: Iterable[Topic]) -> list[Topic]:
    """Give topics by what they are: questions, goals, kinds, fields, tags; of each what most spoke to first."""
    rank = ("question", "goal", "finding", "field", "tag")
    return sorted(topics, key=lambda t: (rank.index(t.what), -t.people, fold(t.title), t.key))


def finds(topic: Topic, needle: str) -> bool:
    """Whether all words of a filter stand in what a sheet is over, or in what kind of thing that is."""
    kind = "kind finding" if topic.what == "finding" else topic.what
    there = f"{fold(topic.title)} {kind} {topic.key.partition(':')[2]}"
    there += " #" + fold(topic.title) if topic.what == "tag" else ""
    return all(word in there for word in fold(needle).split())


def likely_first(topics: Iterable[Topic], wording: str) -> list[Topic]:
    """Give the questions that a wording may mean, the closest wording first."""
    return sorted(topics, key=lambda t: (-closeness(t.title, wording), -t.people, fold(t.title)))


def order_gaps(gaps: Iterable[GapRow]) -> tuple[GapRow, ...]:
    """Give gaps in the order in which they can be mended: the next talk first, then who was met last."""

    def rank(gap: GapRow) -> tuple[bool, bool, float, float, str, int]:
        ahead = gap.ahead.at if gap.ahead is not None else None
        soon = ahead.timestamp() if ahead is not None else float("inf")
        met = -gap.met_at.timestamp() if gap.met_at is not None else 0.0
        return (gap.planned, gap.ahead is None, soon, met, fold(gap.name), gap.contact_id)

    return tuple(sorted(gaps, key=rank))


def fitting(bank: Bank, key: str) -> tuple[BankQuestion, ...]:
    """Give the questions of the bank that ask for what a sheet is over; empty where none does."""
    rest = key.partition(":")[2]
    what = what_of(key)
    if what == "question":
        return tuple(q for q in bank.questions if key == f"{BANK}{q.id}")
    if what == "field":
        return tuple(q for q in bank.questions if "{field}" in q.text)
    if what == "tag":
        words = (rest, rest.replace("-", " "))
        return tuple(
            q for q in bank.questions if any(w in fold(f"{q.text} {q.short}") for w in words)
        )
    goals = _GOALS_OF_KIND.get(rest, ()) if what == "finding" else (rest,)
    return tuple(q for q in bank.fitting(goals) if set(goals).intersection(q.goals))


def as_markdown(sheet: Sheet, days: Sequence[str]) -> str:
    """Give a sheet as Markdown: each person with their answer, then who gave none.

    Args:
        sheet: The sheet.
        days: The day of each of its rows, as it is said.
    """
    parts = [f"# {sheet.topic.title}"]
    for row, day in zip(sheet.rows, days, strict=True):
        head = " · ".join(part for part in (row.who, row.organization, day, row.state) if part)
        parts.append("\n".join([f"## {head}", "", *(f"- {line.text}" for line in row.lines)]))
    if sheet.gaps:
        names = (" · ".join(p for p in (gap.name, gap.organization) if p) for gap in sheet.gaps)
        parts.append("\n".join(["## No answer yet", "", *(f"- {name}" for name in names)]))
    return "\n\n".join(parts) + "\n"

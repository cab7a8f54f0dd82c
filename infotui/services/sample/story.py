"""What the sample's story is told in: days, people, plans and talks as plain values; it plays nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from infotui.domain.contact import ContactForm
from infotui.domain.question import QuestionState
from infotui.domain.timer import Answer


class Day(NamedTuple):
    """A day of the story: so many working days from today, then so many days of the calendar."""

    working: int
    then: int = 0


class Turn(NamedTuple):
    """A contact's step to another stage, and why."""

    day: Day
    stage: str
    why: str


class Person(NamedTuple):
    """A contact: since when, what the form says, the stages that followed, when it was picked."""

    key: str
    known: Day
    form: ContactForm
    turns: tuple[Turn, ...] = ()
    picked: Day | None = None


class Homework(NamedTuple):
    """A research note on a person, or on the organization of that person."""

    key: str
    day: Day
    about: str
    who: str
    body: str
    source: str


class Pick(NamedTuple):
    """A question taken from the bank: in one of its wordings, with blanks filled, or reworded."""

    key: str
    importance: str = "should"
    wording: str = ""
    fill: tuple[tuple[str, str], ...] = ()
    text: str = ""


class Own(NamedTuple):
    """A question in Robin's own words; `homework` names the research note that it came from."""

    key: str
    text: str
    importance: str = "should"
    homework: str = ""


class Plan(NamedTuple):
    """An interview as it was prepared: by when, for when, and with what."""

    who: str
    made: Day
    day: Day
    at: str
    goals: tuple[tuple[str, str], ...]
    why: str
    questions: tuple[Pick | Own, ...] = ()
    who_else: str = ""
    moves: tuple[tuple[str, int], ...] = ()
    minutes: str = ""
    place_kind: str = ""
    place: str = ""
    entry: str = ""
    travel: str = ""
    chosen_by: str = ""
    opening: str = ""
    close: str = ""
    if_asked: str = ""
    ticked: tuple[str, ...] = ()


class Asked(NamedTuple):
    """A question's time in a talk: from when (since the start), how it ended, what was typed.

    `said` has a line for each note: the minutes since the start, then the words.
    """

    key: str
    at: str
    how: QuestionState
    said: str = ""

    def notes(self) -> Iterator[tuple[str, str]]:
        """Give each note: when (since the start), and its words."""
        for line in self.said.strip().splitlines():
            at, _, words = line.strip().partition(" ")
            yield at, words.strip()


class Decided(NamedTuple):
    """An answer at a mark of the clock."""

    at: str
    answer: Answer
    minutes: int = 0
    stop_at: str = ""


class Done(NamedTuple):
    """A loop of a talk that was closed: which, and how many days after the talk."""

    kind: str
    after: int
    words: str = ""


class Reread(NamedTuple):
    """A note that was changed when it was read again: how it began, and what it became."""

    day: Day
    began: str
    became: str


class Talk(NamedTuple):
    """A held interview: its plan, how many minutes late it began, and how it went."""

    plan: Plan
    late: int
    ended: str
    course: tuple[Asked, ...]
    decided: tuple[Decided, ...] = ()
    pauses: tuple[tuple[str, str], ...] = ()
    done: tuple[Done, ...] = ()
    reread: tuple[Reread, ...] = ()

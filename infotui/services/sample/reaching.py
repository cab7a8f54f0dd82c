"""Whom Robin asked for an introduction, and to whom Robin wrote without one: what still waits in the sample."""

from typing import Final, NamedTuple

from infotui.services.sample.story import Day


class Asked(NamedTuple):
    """An introduction: asked for on one day, the contact made on another where it was."""

    introducer: str
    target: str
    day: Day
    notice: str
    why: str
    made: Day | None = None


class Wrote(NamedTuple):
    """A message to somebody, with what to remember of it."""

    who: str
    day: Day
    channel: str
    path: str
    words: str


ASKED: Final = (
    Asked(
        "dov",
        "hal",
        Day(-6),
        "told",
        "Hal reads short mails only, and Dov knows the shortest way to say what I do.",
    ),
    Asked(
        "kasper",
        "mina",
        Day(-2),
        "copied",
        "We both wrote exam papers for a living, which Kasper found funnier than I did.",
        made=Day(-1),
    ),
)

WROTE: Final = (
    Wrote(
        "owen",
        Day(-4),
        "e-mail",
        "cold",
        "Four lines on his bridge of bicycle wheels, and whether he has half an hour.",
    ),
)

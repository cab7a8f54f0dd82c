"""Whom Robin asked for an introduction, to whom Robin wrote or rang, and what came back."""

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
    """A message to somebody, with what to remember of it, and what came back on which day."""

    who: str
    day: Day
    channel: str
    path: str
    words: str
    answer: str = ""
    answered: Day | None = None


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
        "ana", Day(-43), "e-mail", "cold", "Five lines, two of them about tides.", "yes", Day(-41)
    ),
    Wrote("dov", Day(-42), "e-mail", "cold", "Too long: nobody reads a page.", "none", Day(-36)),
    Wrote("dov", Day(-36), "letter", "cold", "The same in four lines, by hand.", "yes", Day(-32)),
    Wrote("ben", Day(-37), "e-mail", "warm", "Ana's name in the first line.", "yes", Day(-36)),
    Wrote("cora", Day(-29), "telephone", "warm", "In the middle of an audit.", "later", Day(-29)),
    Wrote("cora", Day(-26), "e-mail", "warm", "After the audit, as she said.", "yes", Day(-25)),
    Wrote("esme", Day(-26), "e-mail", "warm", "Dov's name, and one question.", "yes", Day(-24)),
    Wrote("imran", Day(-24), "e-mail", "cold", "To an address nobody reads.", "none", Day(-18)),
    Wrote("femi", Day(-18), "e-mail", "warm", "What Esme said of the charts.", "yes", Day(-17)),
    Wrote("imran", Day(-17), "letter", "cold", "To the ward, on real paper.", "yes", Day(-13)),
    Wrote("greta", Day(-10), "e-mail", "warm", "She is away until next week.", "later", Day(-8)),
    Wrote("tobias", Day(-8), "e-mail", "warm", "Ana had told him already.", "yes", Day(-5)),
    Wrote("kasper", Day(-7), "telephone", "warm", "He likes the telephone.", "yes", Day(-7)),
    Wrote("june", Day(-6), "e-mail", "warm", "Imran in copy.", "yes", Day(-4)),
    Wrote("lucia", Day(-5), "e-mail", "warm", "Her talk at the open day.", "yes", Day(-4)),
    Wrote(
        "owen",
        Day(-4),
        "e-mail",
        "cold",
        "Four lines on his bridge of bicycle wheels, and whether he has half an hour.",
    ),
)

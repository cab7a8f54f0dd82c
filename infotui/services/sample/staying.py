"""With whom Robin stays in touch: two cadences, a touch that no talk tells of, a resource passed on."""

from typing import Final, NamedTuple

from infotui.services.sample.story import Day


class Wanted(NamedTuple):
    """How often Robin wants to be in touch with somebody, from which day on."""

    who: str
    day: Day
    days: int


class Touched(NamedTuple):
    """A real contact, with what to remember of it."""

    who: str
    day: Day
    kind: str
    words: str


class Passed(NamedTuple):
    """A resource that Robin passed on: words it is found by, and to whom."""

    found: str
    who: str
    day: Day
    words: str


WANTED: Final = (Wanted("ana", Day(-30), 90), Wanted("ben", Day(-22), 30))

TOUCHED: Final = (
    Touched("ben", Day(-22), "they wrote", "A photo of the rig, with my mug still on the bench."),
)

PASSED: Final = (
    Passed("open figures", "dov", Day(-10), "He had never heard of the evenings upstairs."),
)

"""Plays the story through the desks, day by day, so that the sample is made as a person makes one."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from infotui.config import paths
from infotui.config.bank_files import load_bank
from infotui.config.settings import Settings
from infotui.domain.clock import SetClock
from infotui.domain.errors import NotebookError
from infotui.services.desks import Desks
from infotui.services.sample.days import Days, length
from infotui.services.sample.debriefs import DEBRIEFS
from infotui.services.sample.homework import HOMEWORK
from infotui.services.sample.people import PEOPLE
from infotui.services.sample.planning import Planner
from infotui.services.sample.plans_ahead import AHEAD
from infotui.services.sample.reaching import ASKED, WROTE, Asked, Wrote
from infotui.services.sample.staying import PASSED, TOUCHED, WANTED
from infotui.services.sample.story import Day, Homework, Person, Plan, Reread, Talk, Turn
from infotui.services.sample.talking import Talker
from infotui.services.sample.talks_clinic import CLINIC
from infotui.services.sample.talks_data import DATA
from infotui.services.sample.talks_energy import ENERGY
from infotui.storage.store import Store

ROBIN: Final = Settings(name="Robin Vale", region="Quillshire")

# Robin teaches by day: people and research are written down in the evening, each at its hour.
_WRITTEN: Final = "18:20"
_ON_THE_WAY_HOME: Final = timedelta(minutes=25)  # from the end of a talk to the end of its debrief
_MET: Final = "19:05"
_READ: Final = "19:30"
_PLANNED: Final = "20:10"
_CHANGED: Final = "21:00"
_REREAD: Final = "21:30"
_REACHED: Final = "18:45"
_HEARD: Final = "18:55"
_PICKED: Final = "21:45"

Step = tuple[datetime, Callable[[], None]]


def make_sample(
    path: Path, now: datetime, zone: ZoneInfo, settings: Settings | None = None
) -> None:
    """Make a sample notebook at `path` as if lived through until `now`.

    It depends on the date of `now` in `zone` alone, not on its time of day. Whoever keeps it for
    later should make it elsewhere and move it: a sample that was broken off stays where it is.

    Args:
        path: Where; nothing may stand there yet.
        now: The day it is seen on.
        zone: Whose wall clock and whose date.
        settings: Whose settings it is made with; Robin's when not given.

    Raises:
        NotebookError: Something stands there already, or it cannot be made.
    """
    if path.exists():
        raise NotebookError(f"{path} stands already and was left as it is. Name another file.")
    _make(path, Days(now.astimezone(zone).date(), zone), zone, settings or ROBIN)


def _make(path: Path, days: Days, zone: ZoneInfo, settings: Settings) -> None:
    story = _Story(days)
    clock = SetClock(story.begins)
    # The shipped bank twice is the shipped bank: the user's own has no part in this story.
    bank = load_bank(own=paths.shipped_bank_file())
    desks = Desks(Store.open(path, clock), clock, settings, zone, bank)
    try:
        story.play(desks, clock)
    finally:
        desks.close()


def _log(desks: Desks, people: dict[str, int], who: str, kind: str, words: str) -> None:
    desks.touches.log(people[who], kind, words=words)


def _want(desks: Desks, people: dict[str, int], who: str, days: int) -> None:
    desks.touches.set_cadence(people[who], days)


class _Story:
    """All steps of the story in the order of their time, whatever file they are told in."""

    def __init__(self, days: Days) -> None:
        self._days = days
        self.begins = min(days.at(person.known, _MET) for person in PEOPLE)

    def play(self, desks: Desks, clock: SetClock) -> None:
        """Take every step at its time; in the end the first interview to come is in focus."""
        people: dict[str, int] = {}
        planner = Planner(desks, self._days, people)
        talker = Talker(desks, clock, self._days, planner)
        steps = [
            *(step for person in PEOPLE for step in self._person(person, desks, people)),
            *(self._homework(note, planner) for note in HOMEWORK),
            *(
                step
                for talk in (*ENERGY, *DATA, *CLINIC)
                for step in self._talk(talk, planner, talker)
            ),
            *(self._plan(plan, planner) for plan in AHEAD),
            *(step for asked in ASKED for step in self._asked(asked, desks, people)),
            *(step for wrote in WROTE for step in self._wrote(wrote, desks, people)),
            *self._staying(desks, people),
        ]
        for at, take in sorted(steps, key=itemgetter(0)):
            clock.at = at
            take()
        desks.plans.focus(planner.interview(AHEAD[0].who))

    def _person(self, person: Person, desks: Desks, people: dict[str, int]) -> Sequence[Step]:
        def add() -> None:
            people[person.key] = desks.contacts.add(person.form)

        def turning(turn: Turn) -> Callable[[], None]:
            return lambda: desks.contacts.set_stage(people[person.key], turn.stage, turn.why)

        def pick() -> None:
            desks.prospects.pick(people[person.key])

        return [
            (self._days.at(person.known, _MET), add),
            *((self._days.at(turn.day, _CHANGED), turning(turn)) for turn in person.turns),
            *([(self._days.at(person.picked, _PICKED), pick)] if person.picked else []),
        ]

    def _asked(self, asked: Asked, desks: Desks, people: dict[str, int]) -> Sequence[Step]:
        desk = desks.introductions
        ids: list[int] = []

        def ask() -> None:
            two = (people[asked.introducer], people[asked.target])
            ids.append(desk.begin(*two, asked.notice, asked.why))
            desk.move(ids[0], "asked")

        def make() -> None:
            desk.move(ids[0], "contact made")

        steps: list[Step] = [(self._days.at(asked.day, _REACHED), ask)]
        if asked.made is not None:
            made = self._days.at(asked.made, _REACHED)
            steps.append((made, make))
        return steps

    def _wrote(self, wrote: Wrote, desks: Desks, people: dict[str, int]) -> Sequence[Step]:
        ids: list[int] = []

        def write() -> None:
            who, way = people[wrote.who], wrote.channel
            ids.append(desks.outreach.log(who, way, path=wrote.path, words=wrote.words).id)

        def hear() -> None:
            desks.outreach.answer(ids[0], wrote.answer)

        steps: list[Step] = [(self._days.at(wrote.day, _REACHED), write)]
        if wrote.answered is not None:
            steps.append((self._days.at(wrote.answered, _HEARD), hear))
        return steps

    def _staying(self, desks: Desks, people: dict[str, int]) -> Sequence[Step]:
        def pass_on(found: str, who: str, words: str) -> None:
            desks.resources.share(desks.resources.rows(found)[0].id, people[who], words)

        return [
            *(
                (
                    self._days.at(one.day, _REACHED),
                    partial(_log, desks, people, one.who, one.kind, one.words),
                )
                for one in TOUCHED
            ),
            *(
                (self._days.at(one.day, _PICKED), partial(_want, desks, people, one.who, one.days))
                for one in WANTED
            ),
            *(
                (self._days.at(one.day, _REACHED), partial(pass_on, one.found, one.who, one.words))
                for one in PASSED
            ),
        ]

    def _homework(self, note: Homework, planner: Planner) -> Step:
        return (self._days.at(note.day, _READ), lambda: planner.write_homework(note))

    def _plan(self, plan: Plan, planner: Planner) -> Step:
        return (self._days.at(plan.made, _PLANNED), lambda: planner.make(plan))

    def _talk(self, talk: Talk, planner: Planner, talker: Talker) -> Sequence[Step]:
        begin = self._days.at(talk.plan.day, talk.plan.at) + timedelta(minutes=talk.late)
        who, day = talk.plan.who, talk.plan.day

        def think_back() -> None:
            if who in DEBRIEFS:
                talker.think_back(who, DEBRIEFS[who])

        def later(kind: str, words: str) -> Callable[[], None]:
            return lambda: talker.close(who, kind, words)

        def rereading(change: Reread) -> Callable[[], None]:
            return lambda: talker.reread(who, change)

        return [
            self._plan(talk.plan, planner),
            (begin, lambda: talker.hold(talk, begin)),
            (begin + length(talk.ended) + _ON_THE_WAY_HOME, think_back),
            *(
                (
                    self._days.at(Day(day.working, day.then + done.after), _WRITTEN),
                    later(done.kind, done.words),
                )
                for done in talk.done
            ),
            *((self._days.at(change.day, _REREAD), rereading(change)) for change in talk.reread),
        ]

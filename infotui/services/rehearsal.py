"""A rehearsal: a planned talk over a throwaway copy of its plan, on a faster clock (M7).

Nothing of it can enter the history, because it happens in another notebook. What the questions took
can be taken over as their estimates; how a rehearsal looks is left to the screens.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from infotui.domain.clock import FastClock
from infotui.domain.errors import BadInputError, IllegalMoveError, NotebookError, NotFoundError
from infotui.domain.interview import BEFORE_LIVE, HAS_BEEN, InterviewRow
from infotui.domain.text import clean_line
from infotui.services.desks import Desks
from infotui.storage.copying import copy_plan
from infotui.storage.lock import WriterLock
from infotui.storage.store import Store
from infotui.storage.views import questions

SLOWEST: Final = 1
FASTEST: Final = 10
_SHORTEST_ANSWER: Final = timedelta(seconds=30)
_FOLDER: Final = "infotui-rehearsal-"
_NOTEBOOK: Final = "rehearsal.db"


class Rehearsed(NamedTuple):
    """What became of a question of the plan in a rehearsal."""

    uuid: str
    position: int
    label: str
    state: str
    spent: timedelta
    estimated: timedelta

    @property
    def settled(self) -> bool:
        """Whether it was answered."""
        return self.state in {"answered", "partly"}

    @property
    def telling(self) -> bool:
        """Whether its time says how long an answer takes; what was only touched tells nothing."""
        return self.settled and self.spent >= _SHORTEST_ANSWER


class Rehearsal:
    """One rehearsal, from its beginning until it is closed; `desks` are those of the copy."""

    def __init__(
        self, real: Desks, desks: Desks, folder: "TemporaryDirectory[str]", interview_id: int
    ) -> None:
        self.desks = desks
        self.interview_id = interview_id
        self._real = real
        self._folder: TemporaryDirectory[str] | None = folder

    @property
    def speed(self) -> int:
        """How many times faster than the clock it runs."""
        clock = self.desks.clock
        return clock.speed if isinstance(clock, FastClock) else SLOWEST

    def outcome(self) -> list[Rehearsed]:
        """Give the questions that took time, once the talk has ended, in the order of the plan."""
        planned = {q.uuid for q in questions.of(self._real.store.reading(), self.interview_id)}
        rows = questions.of(self.desks.store.reading(), self.interview_id)
        return [
            Rehearsed(
                q.uuid, q.position, q.label, q.state,
                timedelta(seconds=q.spent_seconds), timedelta(seconds=q.estimate_seconds or 0),
            )
            for q in rows
            if q.spent_seconds and q.uuid in planned
        ]  # fmt: skip

    def accept(self, uuids: Collection[str]) -> int:
        """Let questions of the plan be estimated at what they took; it can be taken back.

        Returns:
            How many have another estimate now.

        Raises:
            ReadOnlyError: Another program writes the notebook.
        """
        took = {row.uuid: int(row.spent.total_seconds()) for row in self.outcome()}
        before = self._estimate({uuid: took[uuid] for uuid in uuids if uuid in took})
        if before:
            self._real.undo.remember(
                "the estimates of the rehearsal", lambda: self._estimate(before)
            )
        return len(before)

    def _estimate(self, seconds: Mapping[str, int | None]) -> dict[str, int | None]:
        """Set estimates by uuid; give those that stood there before, of the ones that changed."""
        before: dict[str, int | None] = {}
        if not seconds:
            return before
        with self._real.store.writing() as shelves:
            for question in shelves.questions.of(self.interview_id):
                wanted = seconds.get(question.uuid, question.estimate_seconds)
                if wanted != question.estimate_seconds:
                    before[question.uuid] = question.estimate_seconds
                    question.estimate_seconds = wanted
        return before

    def close(self) -> None:
        """Throw the copy away; doing it twice changes nothing."""
        folder, self._folder = self._folder, None
        if folder is None:
            return
        self.desks.close()
        with contextlib.suppress(OSError):  # it is private and lies where the system cleans up
            folder.cleanup()


def check_rehearsal(desks: Desks, interview_id: int) -> InterviewRow:
    """Give the interview that is to be rehearsed.

    Raises:
        IllegalMoveError: A talk is on, or this one is not still to come.
        NotFoundError: It is not there any more.
    """
    interview = desks.plans.sheet(interview_id).interview
    if desks.live.interrupted() is not None:
        raise IllegalMoveError("A talk is on. Rehearse when it has ended; nothing was changed.")
    if interview.state in HAS_BEEN:
        raise IllegalMoveError(
            "This talk has been held. Plan a new interview to rehearse the next one."
        )
    if interview.state not in BEFORE_LIVE:
        raise IllegalMoveError(
            f"This interview is “{interview.state}”; only one that is still to come can be rehearsed."
        )
    return interview


def begin(desks: Desks, interview_id: int, speed: int = SLOWEST) -> Rehearsal:
    """Copy a plan into a throwaway notebook in a private folder and open that; its clock runs fast.

    Each question's estimate is laid down in the copy, so that the budget is what it will be.

    Args:
        desks: The notebook with the plan; nothing in it changes.
        interview_id: Which interview, still to come.
        speed: How many times faster the clock runs.

    Raises:
        BadInputError: The speed is not 1-10.
        IllegalMoveError: A talk is on, or this one is not still to come.
        NotebookError: The copy could not be made.
    """
    if not SLOWEST <= speed <= FASTEST:
        raise BadInputError("speed", f"A rehearsal runs {SLOWEST} to {FASTEST} times as fast.")
    check_rehearsal(desks, interview_id)
    clear_left_behind()
    try:
        folder = TemporaryDirectory(prefix=_FOLDER, ignore_cleanup_errors=True)
    except OSError as cause:
        raise NotebookError(
            f"There is no room for a rehearsal ({cause.strerror}). The notebook is as it was."
        ) from cause
    try:
        rehearsal = Rehearsal(
            desks, _copy(desks, Path(folder.name), interview_id, speed), folder, interview_id
        )
    except BaseException:
        folder.cleanup()
        raise
    desks.beside.callback(rehearsal.close)
    return rehearsal


def clear_left_behind() -> int:
    """Throw away the copies of rehearsals that were killed: those whose lock nobody holds.

    Returns:
        How many are gone.
    """
    gone = 0
    with contextlib.suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
            with contextlib.suppress(OSError):
                if _is_left_behind(folder):
                    shutil.rmtree(folder)
                    gone += 1
    return gone


def _is_left_behind(folder: Path) -> bool:
    """Whether a folder is one of ours that no program uses any more."""
    notebook = folder / _NOTEBOOK
    # The temporary folder is everybody's: no link is followed, and nothing of others is touched.
    if folder.is_symlink() or notebook.is_symlink() or not notebook.is_file():
        return False
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        return False
    if not notebook.stat().st_size:
        return False  # just being made: its file comes before its lock, its first page after it
    lock = WriterLock(notebook)
    taken = lock.take()
    lock.free()
    return taken


def _copy(desks: Desks, folder: Path, interview_id: int, speed: int) -> Desks:
    clock = FastClock(desks.clock, speed)
    plan = questions.of(desks.store.reading(), interview_id)
    estimates = {q.id: int(desks.live.estimate(q).total_seconds()) for q in plan}
    store = Store.open(folder / _NOTEBOOK, clock)
    try:
        copy_plan(desks.store.reading(), store.reading(), interview_id, estimates)
    except BaseException:
        store.close()
        raise
    return Desks(store, clock, desks.settings, desks.zone)


def choose(desks: Desks, who: str = "") -> int:
    """Give the interview to rehearse: with somebody, else the one that is near, in focus, or next.

    Args:
        desks: The notebook.
        who: A contact's name, or an interview's number or uuid.

    Raises:
        NotFoundError: Nobody is called like that, or nothing is planned.
    """
    if clean_line(who):
        chosen = desks.paper.choose(who)
        interview = desks.plans.sheet(chosen).interview
        if interview.state in BEFORE_LIVE:
            return chosen
        talks = desks.contacts.talks_with(interview.contact_id)
        return next((row.id for row in talks if row.state in BEFORE_LIVE), chosen)
    near = desks.live.choose_now()
    if near is not None:
        return near
    for ahead in desks.plans.ahead():
        return ahead.interview.id
    raise NotFoundError("No interview is planned, so there is nothing to rehearse yet.")

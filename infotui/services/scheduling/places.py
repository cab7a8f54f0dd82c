"""Where an interview takes place, how long it is, and the sheet of its day (S23-S26, S36-S40)."""

from datetime import datetime
from pathlib import Path
from typing import Any

from infotui.domain.contact import optional_line
from infotui.domain.day_sheet import DaySheet, items_of
from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.interview import (
    BEFORE_LIVE,
    HAS_BEEN,
    PLACE_KINDS,
    InterviewRow,
    Marks,
    check_mark,
)
from infotui.domain.moment import say_day
from infotui.domain.place import Place, PlaceForm, check_place, is_known
from infotui.domain.text import clean_line
from infotui.domain.timer import Segment
from infotui.services.scheduling.times import Times
from infotui.storage.views import interviews, logs

_MARKS = ("nudge_minutes", "decision_minutes", "last_minutes")
_PLACE = ("place_kind", "place", "entry", "travel_minutes", "margin_minutes", "place_chosen_by")


class Places(Times):
    """Place, length and day of an interview."""

    def place_form(self, interview_id: int, kind: str) -> PlaceForm:
        """Give the place of an interview as a form, without what makes no sense for another kind."""
        sheet = interviews.plan(self._store.reading(), interview_id)
        row = self.row(interview_id)
        chosen = sheet.place_chosen_by if sheet is not None else ""
        if not _alike(row.place_kind, kind):
            return PlaceForm(kind, chosen=chosen)
        travel, margin = (
            "" if n is None else str(n) for n in (row.travel_minutes, row.margin_minutes)
        )
        place, entry = clean_line(row.place), clean_line(row.entry)
        if place and not is_known(kind, place):
            # Words that are no link, as "she sends it the evening before", stay with the other words.
            place, entry = "", " · ".join(part for part in (place, entry) if part)
        return PlaceForm(kind, place, entry, travel, margin, chosen)

    def set_place(self, interview_id: int, form: PlaceForm) -> Place:
        """Set everything about the place at once (S23, S24, S37).

        Raises:
            BadInputError: A line cannot be meant: a link that is none, minutes that are none;
                nothing was changed.
        """
        place = check_place(form)
        values: dict[str, Any] = dict(zip(_PLACE, place, strict=True))
        row = self.row(interview_id)
        for field in ("place", "entry"):
            if clean_line(getattr(row, field)) == values[field]:
                values[field] = getattr(row, field)  # its lines are kept where nothing changed
        self._set(interview_id, values, "the place")
        return place

    def set_place_kind(self, interview_id: int, kind: str) -> None:
        """Set what kind of place it is (S23).

        Raises:
            BadInputError: There is no such kind.
        """
        if kind and kind not in PLACE_KINDS:
            raise BadInputError("place", f"“{kind}” is no kind of place.")
        self._set(interview_id, {"place_kind": kind}, "the kind of place")

    def set_marks(self, interview_id: int, text: str) -> Marks:
        """Set the marks of one interview from `20 30 60`, or from one number: they said 25 minutes.

        Raises:
            BadInputError: Not numbers, outside 5-120, or not in order; nothing was changed.
        """
        numbers = clean_line(text).replace("/", " ").replace(",", " ").split()
        if not numbers or not all(n.isascii() and n.isdigit() and len(n) < 5 for n in numbers):
            raise BadInputError("marks", "Give minutes, like `20 30 60`, or one number: `25`.")
        minutes = [check_mark("marks", int(n)) for n in numbers]
        if len(minutes) == 1:
            agreed = minutes[0]
            nudge = min(self._settings.nudge, max(5, agreed - 5))
            minutes = [nudge, agreed, max(self._settings.last, agreed)]
        if len(minutes) != 3:
            raise BadInputError("marks", "Give one number of minutes, or all three: `20 30 60`.")
        marks = Marks.of_minutes(*minutes)
        self._set(interview_id, dict(zip(_MARKS, marks.minutes, strict=True)), "the marks")
        return marks

    def set_resume(self, interview_id: int, text: str) -> None:
        """Name the file of the resume for this interview; empty takes the one of the settings (S39)."""
        self._set(interview_id, {"resume": optional_line("resume", text)}, "the resume's file")

    def _set(self, interview_id: int, values: dict[str, Any], what: str) -> None:
        """Change fields of an interview as one step that can be taken back."""
        before = self._put(interview_id, values)
        if before != values:
            self._undo.remember(what, lambda: self._put(interview_id, before))

    def _put(self, interview_id: int, values: dict[str, Any]) -> dict[str, Any]:
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            before = {field: getattr(interview, field) for field in values}
            for field, value in values.items():
                setattr(interview, field, value)
        return before

    def tick(self, interview_id: int, key: str) -> bool:
        """Mark an item of the day sheet as done, or not done again; tells which. It can be taken back."""
        is_done = self._turn(interview_id, key)
        words = "a tick" if is_done else "the removal of a tick"
        self._undo.remember(words, lambda: self._turn(interview_id, key))
        return is_done

    def _turn(self, interview_id: int, key: str) -> bool:
        from infotui.domain.records.interview import ChecklistItem

        with self._store.writing() as shelves:
            done = shelves.interviews.checklist_item(interview_id, key)
            if done is not None:
                shelves.interviews.remove(ChecklistItem, done.row_id)
                return False
            shelves.interviews.add(ChecklistItem(interview_id=interview_id, key=key))
            return True

    def day_sheet(self, interview_id: int) -> DaySheet:
        """Give the sheet of the day: what to have done, when to leave, when I arrived.

        The resume's file is looked for on the disk; one that is missing is said and blocks nothing.
        """
        row = self.row(interview_id)
        resume = self.resume_of(row)
        items = items_of(
            row.place_kind, row.place, row.entry, resume,
            resume_missing=bool(resume) and not self.is_there(resume),
        )  # fmt: skip
        return DaySheet(items, self.leaving(row), self.arrived_at(interview_id))

    def resume_of(self, row: InterviewRow) -> str:
        """Give the file of the resume: the interview's own, else the one of the settings."""
        return row.resume or self._settings.resume

    def is_there(self, file: str) -> bool:
        """Look whether a file is on the disk just now; one that cannot be looked at is not."""
        try:
            return Path(file).expanduser().is_file()
        except (OSError, RuntimeError, ValueError):
            return False

    def arrived_at(self, interview_id: int) -> datetime | None:
        """Give when I arrived, if that was kept (S40)."""
        log = logs.of(self._store.reading(), interview_id)
        return next((entry.at for entry in log if entry.kind == "arrived"), None)

    def arrive(self, interview_id: int) -> datetime:
        """Keep that I have arrived, once; may be before the talk is live, on its day (S40).

        Returns:
            When I arrived: now, or at the time that was kept before.

        Raises:
            IllegalMoveError: The talk has ended, is on a later day, or will not take place.
        """
        known = self.arrived_at(interview_id)
        if known is not None:
            return known
        now = self._clock.now()
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            state, at = interview.state, interview.scheduled_at
            if state in HAS_BEEN:
                raise IllegalMoveError("This talk has ended, so nothing of it changes by this.")
            if state not in (*BEFORE_LIVE, "live"):
                raise IllegalMoveError(
                    f"This interview is “{state}”, so nobody arrives. S takes it up again."
                )
            if (
                at is not None
                and at.astimezone(self._zone).date() > now.astimezone(self._zone).date()
            ):
                raise IllegalMoveError(
                    f"This talk is on {say_day(at.astimezone(self._zone).date())}: "
                    "that you have arrived is kept on its day."
                )
            shelves.interviews.append(interview_id, Segment("arrived", now))

        def take_back() -> None:
            with self._store.writing() as shelves:
                undone = Segment("taken back", self._clock.now(), mark="arrived", since=now)
                shelves.interviews.append(interview_id, undone)

        self._undo.remember("“arrived”", take_back)
        return now


def _alike(was: str, kind: str) -> bool:
    """Whether the words for one kind of place can hold for another as well: an address for an address."""
    wired = {"video", "telephone"}
    return not was or was == kind or not {was, kind} & wired

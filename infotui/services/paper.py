"""The desk of the paper side: an interview's plan as one page, and the file it is written to (M11)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from infotui.domain.errors import NotFoundError
from infotui.domain.interview import BEFORE_LIVE, InterviewRow
from infotui.domain.leaving import say_leaving
from infotui.domain.text import clean_line, shorten
from infotui.formats import paper
from infotui.services.contacts import ContactDesk
from infotui.services.exports import file_at_home, file_meant, write_out
from infotui.services.plans import PlanDesk
from infotui.storage.store import Store
from infotui.storage.views import interviews

if TYPE_CHECKING:
    from infotui.services.scheduling import SchedulingDesk


class PaperDesk:
    """The page to take along."""

    def __init__(
        self,
        store: Store,
        plans: PlanDesk,
        contacts: ContactDesk,
        zone: ZoneInfo,
        scheduling: "Callable[[], SchedulingDesk]",
    ) -> None:
        self._store = store
        self._plans = plans
        self._contacts = contacts
        self._zone = zone
        self._scheduling = scheduling

    def page(self, interview_id: int) -> str:
        """Give the plan of an interview as a page of 80 columns.

        Raises:
            NotFoundError: It is not there any more.
        """
        sheet = self._plans.sheet(interview_id)
        questions = [q for q in self._plans.questions(interview_id) if q.text.strip()]
        row, scheduling = sheet.interview, self._scheduling()
        leave = say_leaving(scheduling.leaving(row), row.scheduled_at, self._zone)
        more = [said for said in (*scheduling.said_elsewhere(row), leave) if said]
        return paper.page(sheet, questions, self._plans.marks_of(sheet), self._zone, more)

    def file_for(self, interview_id: int) -> str:
        """Give a place for the page: a file in the home folder, named after the person."""
        name = self._plans.sheet(interview_id).interview.contact
        return file_at_home("interview", name, "plan")

    def write(self, interview_id: int, target: str, *, replace: bool = False) -> Path:
        """Write the page to a file.

        Returns:
            Where it is.

        Raises:
            BadInputError: No file is named; `field` is `file`.
            ExportError: It stands already and `replace` is off, or it cannot be written.
        """
        path = file_meant(target)
        write_out([self.page(interview_id)], str(path), force=replace)
        return path

    def choose(self, who: str = "") -> int:
        """Give the interview that is meant: the one in focus, or the next with somebody.

        Args:
            who: A contact's name, or an interview's number or uuid; empty for the one in focus.

        Raises:
            NotFoundError: None to come is in focus, nobody is called like that, or none is planned.
        """
        if not clean_line(who):
            focus = self._plans.in_focus()
            if focus is not None and _is_to_come(focus):
                return focus.id
            raise NotFoundError(
                "No interview that is to come is in focus. Name a person: --interview “Amina Patel”."
                if self._plans.ahead()
                else "No interview is planned, so there is no page to print. Plan one in 3 Prepare, "
                "or name a person: --interview “Amina Patel”."
            )
        known = interviews.meant(self._store.reading(), clean_line(who))
        return known.id if known is not None else self._next_with(clean_line(who))

    def _next_with(self, name: str) -> int:
        found = self._contacts.named(name)
        if not found:
            raise NotFoundError(f"No contact is called “{shorten(name, 60)}”.")
        if len(found) > 1:
            names = ", ".join(row.name for row in found[:5])
            raise NotFoundError(
                f"“{shorten(name, 60)}” could be several people: {names}. Write the whole name."
            )
        talks = self._contacts.talks_with(found[0].id)
        focus = self._plans.in_focus()
        coming = [row for row in talks if _is_to_come(row)]
        coming.sort(key=_nearest_first)
        for row in (*(row for row in talks if focus is not None and row.id == focus.id), *coming):
            return row.id
        raise NotFoundError(f"No interview with {found[0].name} is planned.")


def _is_to_come(row: InterviewRow) -> bool:
    """Whether its page can still be taken along; one that is on counts."""
    return row.state in BEFORE_LIVE or row.state == "live"


def _nearest_first(row: InterviewRow) -> tuple[bool, bool, float]:
    at = row.scheduled_at
    return (row.state != "live", at is None, at.timestamp() if at is not None else -row.id)

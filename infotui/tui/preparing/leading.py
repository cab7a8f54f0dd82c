"""Where a plan leads: live, rehearsal, paper, the talk that took place, another plan."""

from infotui.domain.interview import HAS_BEEN
from infotui.services.plans import Ahead
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.log_talk import hold_talk
from infotui.tui.dialogs.paper_page import ask_for_paper
from infotui.tui.preparing.planning import PlansTalk
from infotui.tui.routes import (
    OpenConversation,
    OpenLive,
    OpenPlan,
    OpenRehearsal,
    OpenScreen,
    OpenTypingUp,
)


class LeadsOn(PlansTalk):
    """A screen with the plan of one interview, from which one goes on."""

    def action_live(self) -> None:
        """Go live with this interview, or to its review when it was held."""
        if self._sheet is None:
            self.post_message(OpenScreen("live"))
        elif self._sheet.interview.state in HAS_BEEN:
            self.post_message(OpenConversation(self._sheet.interview.id))
        else:
            self.post_message(OpenLive(self._sheet.interview.id))

    def action_rehearse(self) -> None:
        """Rehearse this talk (M7)."""
        if self._sheet is not None:
            self.post_message(OpenRehearsal(self._sheet.interview.id))

    def action_paper(self) -> None:
        """Write this plan as one page to print (M11)."""
        if self._sheet is not None:
            ask_for_paper(self, self._desks, self._sheet.interview.id)

    def action_hold(self) -> None:
        """Say that it took place without the live screen, then type up its notes (M11, S14)."""
        if self._sheet is None:
            return
        interview = self._sheet.interview

        def back(held: int | None) -> None:
            if held is not None:
                self.post_message(OpenTypingUp(held))

        if interview.state in HAS_BEEN:
            back(interview.id)
        else:
            self.ask(hold_talk(self._desks, interview), back)

    def action_switch(self) -> None:
        """Put another interview into focus."""
        rows: list[Ahead] = self._desks.plans.ahead()
        options = [
            (str(row.interview.id), f"{row.interview.title}   {row.done}/{len(row.checks)}")
            for row in rows
        ]

        def back(chosen: str | None) -> None:
            if chosen:
                self.post_message(OpenPlan(int(chosen)))

        if not options:
            self.notify("No interview is planned yet: N begins one.", markup=False)
            return
        at = str(self._sheet.interview.id) if self._sheet else ""
        self.ask(Choice("Which interview?", options, at=at), back)

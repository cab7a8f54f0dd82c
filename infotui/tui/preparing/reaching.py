"""Reaching a person from any screen that shows one: an introduction, a draft, what was written or rung."""

from infotui.services.desks import Desks
from infotui.tui.drafting import write_draft
from infotui.tui.frame import Frame
from infotui.tui.reaching import ask_introduction, ask_outreach


class ReachesPeople(Frame):
    """A screen with somebody to reach."""

    _desks: Desks

    def whom(self) -> tuple[int, int | None] | None:
        """Tell whom the cursor is on, and for which interview: (contact, interview)."""
        return None

    def action_introduction(self) -> None:
        """Ask somebody to bring me together with them (S19)."""
        if (whom := self.whom()) is not None:
            ask_introduction(self, self._desks, *whom, self.read_anew)

    def action_outreach(self) -> None:
        """Keep that I wrote or rang."""
        if (whom := self.whom()) is not None:
            ask_outreach(self, self._desks, *whom, self.read_anew)

    def action_draft(self) -> None:
        """Draft what is to be sent or said (S22)."""
        if (whom := self.whom()) is not None:
            write_draft(self, self._desks, *whom, done=lambda _draft: self.read_anew())

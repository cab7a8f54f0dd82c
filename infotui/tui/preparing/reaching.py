"""Reaching a person from any screen that shows one: an introduction, a draft, what was written or rung."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from infotui.services.desks import Desks
from infotui.tui.afterwards.touching import log_touch
from infotui.tui.drafting import write_draft
from infotui.tui.frame import Frame
from infotui.tui.reaching import ask_introduction, ask_outreach


class ReachesPeople(Frame):
    """A screen with somebody to reach."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("W", "draft", "write to them", id="reach.draft",
                tooltip="Draft a mail, a letter, a call: request, introduction, thanks …"),
        Binding("i", "introduction", "introduction", show=False, id="reach.introduction",
                tooltip="Ask somebody to introduce you to them"),
        Binding("C", "outreach", "I wrote or rang", show=False, id="reach.outreach",
                tooltip="Keep that you wrote or rang, and wait for the answer"),
        Binding("T", "touch", "touch", show=False, id="reach.touch",
                tooltip="Log a touch with them: T and a letter"),
    ]  # fmt: skip

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

    def action_touch(self) -> None:
        """Log a touch with them (S49)."""
        if (whom := self.whom()) is not None:
            log_touch(self, self._desks, whom[0], self.read_anew)

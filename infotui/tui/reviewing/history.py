"""How screens show the history of a person or an organization, and go where a line of it leads (K6)."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.reviewing.leading import Spot, lead_to
from infotui.tui.telling import TellsErrors
from infotui.tui.way_back import ask_again


class ShowsHistory(Frame):
    """A screen with somebody whose history can be shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "history", "history", show=False, id="history.show",
                tooltip="Everything that was with them, over time"),
        Binding("H", "history(True)", "of organization", show=False, id="history.organization",
                tooltip="Everything that was with anybody of their organization, over time"),
    ]  # fmt: skip

    _desks: Desks

    def whom(self) -> tuple[int, int | None] | None:
        """Tell whom the cursor is on, and for which interview: (contact, interview)."""
        return None

    def history_of(self) -> tuple[str, int] | None:
        """Tell whose history is meant: (`contact` or `organization`, id); by default whom the cursor is on."""
        whom = self.whom()
        return None if whom is None else ("contact", whom[0])

    def organization_here(self) -> int | None:
        """Tell which organization is meant; by default where that person works."""
        whose = self.history_of()
        if whose is None or whose[0] == "organization":
            return None if whose is None else whose[1]
        return self._desks.contacts.sheet(whose[1]).organization_id

    def action_history(self, organization: bool = False) -> None:
        """Show the history of a person, or of their organization (K6)."""
        whose = self.history_of()
        if whose is None:
            self.notify("Nobody is chosen here whose history there could be.", markup=False)
            return
        place = self.organization_here() if organization else None
        if organization and place is None:
            self.notify("No organization is known here.", markup=False)
        elif place is not None:
            show_history(self, self._desks, "organization", place)
        else:
            show_history(self, self._desks, *whose)


def show_history(screen: TellsErrors, desks: Desks, kind: str, subject_id: int) -> None:
    """Show everything that was with a person, or with anybody of an organization.

    Args:
        screen: Over which it is shown.
        desks: The open notebook.
        kind: `contact` or `organization`.
        subject_id: Whose history.

    Raises:
        NotFoundError: They are not in the notebook any more.
    """
    from infotui.tui.dialogs.history import HistoryDialog

    def again() -> None:
        show_history(screen, desks, kind, subject_id)

    def back(spot: Spot | None) -> None:
        if spot is not None:
            lead_to(screen, desks, spot, again=again)

    ask_again(screen, f"history {kind} {subject_id}", HistoryDialog(desks, kind, subject_id), back)

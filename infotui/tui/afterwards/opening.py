"""How screens show the openings, and what follows from whoever may help with one (S52)."""

from infotui.services.desks import Desks
from infotui.tui.routes import OpenContact
from infotui.tui.telling import TellsErrors


def show_openings(screen: TellsErrors, desks: Desks, opening_id: int | None = None) -> None:
    """Show all openings, the cursor on one; it leads to the page of somebody who may help, or to a draft to them."""
    from infotui.tui.dialogs.openings import Helped, Openings

    def back(helped: Helped | None) -> None:
        if helped is None:
            return
        if helped.draft:
            from infotui.tui.drafting import write_draft

            write_draft(screen, desks, helped.contact_id)
        else:
            screen.post_message(OpenContact(helped.contact_id))

    screen.ask(Openings(desks, opening_id), back)

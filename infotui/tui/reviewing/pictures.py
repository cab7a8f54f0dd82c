"""How Review shows its pictures, and where their rows lead."""

from infotui.services.desks import Desks
from infotui.tui.afterwards.referring import ask_lead, show_tree
from infotui.tui.reviewing.answers import show_findings
from infotui.tui.routes import OpenContact, OpenConversation, OpenResearch
from infotui.tui.telling import TellsErrors
from infotui.tui.way_back import ask_again, go


def show_pictures(screen: TellsErrors, desks: Desks) -> None:
    """Show past talks as pictures with their figures; a row leads to its talk, or to whom it is about."""
    from infotui.tui.dialogs.pictures import WHOLE_TREE, Answer, PicturesDialog

    def again() -> None:
        show_pictures(screen, desks)

    def back(answer: Answer) -> None:
        if answer is None:
            return
        if answer == WHOLE_TREE:
            show_tree(screen, desks, left=again)
        elif answer.what == "talk":
            go(screen, OpenConversation(answer.id), again)
        elif answer.what == "lead":
            ask_lead(screen, desks, answer.id)
        elif answer.what == "findings":
            show_findings(screen, desks, answer.words, again)
        elif answer.what == "organization":
            go(screen, OpenResearch("organization", answer.id), again)
        else:
            go(screen, OpenContact(answer.id), again)

    ask_again(screen, "pictures", PicturesDialog(desks), back)

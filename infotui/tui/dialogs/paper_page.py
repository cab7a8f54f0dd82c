"""Asks where the plan on paper shall be written (M11)."""

from pathlib import Path

from infotui.services.desks import Desks
from infotui.tui.dialogs.to_file import ask_for_file
from infotui.tui.telling import TellsErrors

_NOTE = "One page of 80 columns: your opening, the questions with room to write, the marks."


def ask_for_paper(screen: TellsErrors, desks: Desks, interview_id: int) -> None:
    """Ask for a file and write the page there; says where it is.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        interview_id: Whose plan.
    """

    def tell(path: Path) -> None:
        screen.app.notify(f"The plan is in {path}, one page to print.", markup=False)

    ask_for_file(
        screen, "The plan on paper", desks.paper.file_for(interview_id),
        lambda target, replace: desks.paper.write(interview_id, target, replace=replace),
        tell, hint="~/interview.txt", note=_NOTE,
    )  # fmt: skip

"""Asks where the plan on paper shall be written, and once more before it goes over a file (M11)."""

from collections.abc import Mapping

from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.telling import TellsErrors

_NOTE = "One page of 80 columns: your opening, the questions with room to write, the marks."


def ask_for_paper(screen: TellsErrors, desks: Desks, interview_id: int, file: str = "") -> None:
    """Ask for a file and write the page there; says where it is.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        interview_id: Whose plan.
        file: What stands in the field first; a file in the home folder if not given.
    """

    def hand_in(values: Mapping[str, str]) -> str:
        target = values["file"]
        if desks.paper.stands(target):
            return target
        _write(screen, desks, interview_id, target)
        return ""

    def back(standing: str | None) -> None:
        if standing:
            _ask_again(screen, desks, interview_id, standing)

    field = Field("file", "File", file or desks.paper.file_for(interview_id), "~/interview.txt")
    screen.ask(Form("The plan on paper", [field], hand_in, note=_NOTE), back)


def _ask_again(screen: TellsErrors, desks: Desks, interview_id: int, standing: str) -> None:
    """Ask what shall become of a file that stands there."""

    def back(answer: str | None) -> None:
        if answer == "replace":
            _write(screen, desks, interview_id, standing, replace=True)
        else:
            ask_for_paper(screen, desks, interview_id, standing)

    options = [("other", "Leave it as it is, and name another file"), ("replace", "Replace it")]
    screen.ask(Choice("A file stands there already", options, words=standing), back)


def _write(
    screen: TellsErrors, desks: Desks, interview_id: int, target: str, *, replace: bool = False
) -> None:
    written = desks.paper.write(interview_id, target, replace=replace)
    screen.app.notify(f"The plan is in {written}, one page to print.", markup=False)

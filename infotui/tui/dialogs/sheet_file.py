"""Asks where a sheet of answers shall be written, and once more before it goes over a file (M3)."""

from collections.abc import Mapping

from infotui.domain.answers import Sheet
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.telling import TellsErrors


def ask_for_sheet_file(screen: TellsErrors, desks: Desks, sheet: Sheet, file: str = "") -> None:
    """Ask for a file and write a sheet there as Markdown; says where it is.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        sheet: The sheet.
        file: What stands in the field first; a file in the home folder if not given.
    """

    def hand_in(values: Mapping[str, str]) -> str:
        if desks.answers.stands(values["file"]):
            return values["file"]
        _write(screen, desks, sheet, values["file"])
        return ""

    def back(standing: str | None) -> None:
        if standing:
            _ask_again(screen, desks, sheet, standing)

    field = Field("file", "File", file or desks.answers.file_for(sheet), "~/answers.md")
    screen.ask(Form("The sheet as a file", [field], hand_in), back)


def _ask_again(screen: TellsErrors, desks: Desks, sheet: Sheet, standing: str) -> None:
    """Ask what shall become of a file that stands there."""

    def back(answer: str | None) -> None:
        if answer == "replace":
            _write(screen, desks, sheet, standing, replace=True)
        else:
            ask_for_sheet_file(screen, desks, sheet, standing)

    options = [("other", "Leave it as it is, and name another file"), ("replace", "Replace it")]
    screen.ask(Choice("A file stands there already", options, words=standing), back)


def _write(
    screen: TellsErrors, desks: Desks, sheet: Sheet, target: str, *, replace: bool = False
) -> None:
    path = desks.answers.write(sheet, target, desks.followups.today(), replace=replace)
    screen.app.notify(f"The sheet is in {path}.", markup=False)

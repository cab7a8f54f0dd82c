"""Asks where a sheet of answers shall be written (M3)."""

from infotui.domain.answers import Sheet
from infotui.services.desks import Desks
from infotui.tui.dialogs.to_file import ask_for_file
from infotui.tui.telling import TellsErrors


def ask_for_sheet_file(screen: TellsErrors, desks: Desks, sheet: Sheet) -> None:
    """Ask for a file and write a sheet there as Markdown; says where it is.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        sheet: The sheet.
    """
    desk, today = desks.answers, desks.followups.today()
    ask_for_file(
        screen, "The sheet as a file", desk.file_for(sheet),
        lambda target, replace: desk.write(sheet, target, today, replace=replace),
        lambda path: screen.app.notify(f"The sheet is in {path}.", markup=False),
        hint="~/answers.md",
    )  # fmt: skip

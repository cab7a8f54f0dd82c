"""Asks where a draft shall be written (S22)."""

from collections.abc import Callable
from pathlib import Path

from infotui.services.desks import Desks
from infotui.tui.dialogs.to_file import ask_for_file
from infotui.tui.telling import TellsErrors


def ask_for_draft_file(
    screen: TellsErrors, desks: Desks, draft_id: int, written: Callable[[], object]
) -> None:
    """Ask for a file and write a draft there; says where it is.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        draft_id: Which draft.
        written: Called when it is there.
    """

    def tell(path: Path) -> None:
        screen.app.notify(f"The draft is in {path}.", markup=False)
        written()

    ask_for_file(
        screen, "The draft as a file", desks.drafts.file_for(draft_id),
        lambda target, replace: desks.drafts.write(draft_id, target, replace=replace),
        tell, hint="~/draft.txt",
    )  # fmt: skip

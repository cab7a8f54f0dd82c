"""Asks where a draft shall be written, and once more before it goes over a file (S22)."""

from collections.abc import Callable, Mapping

from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.telling import TellsErrors


def ask_for_draft_file(
    screen: TellsErrors,
    desks: Desks,
    draft_id: int,
    written: Callable[[], object],
    file: str = "",
) -> None:
    """Ask for a file and write a draft there; says where it is.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        draft_id: Which draft.
        written: Called when it is there.
        file: What stands in the field first; a file in the home folder if not given.
    """

    def hand_in(values: Mapping[str, str]) -> str:
        target = values["file"]
        if desks.drafts.stands(target):
            return target
        _write(screen, desks, draft_id, target)
        written()
        return ""

    def back(standing: str | None) -> None:
        if standing:
            _ask_again(screen, desks, draft_id, written, standing)

    field = Field("file", "File", file or desks.drafts.file_for(draft_id), "~/draft.txt")
    screen.ask(Form("The draft as a file", [field], hand_in), back)


def _ask_again(
    screen: TellsErrors, desks: Desks, draft_id: int, written: Callable[[], object], standing: str
) -> None:
    """Ask what shall become of a file that stands there."""

    def back(answer: str | None) -> None:
        if answer == "replace":
            _write(screen, desks, draft_id, standing, replace=True)
            written()
        else:
            ask_for_draft_file(screen, desks, draft_id, written, standing)

    options = [("other", "Leave it as it is, and name another file"), ("replace", "Replace it")]
    screen.ask(Choice("A file stands there already", options, words=standing), back)


def _write(
    screen: TellsErrors, desks: Desks, draft_id: int, target: str, *, replace: bool = False
) -> None:
    path = desks.drafts.write(draft_id, target, replace=replace)
    screen.app.notify(f"The draft is in {path}.", markup=False)

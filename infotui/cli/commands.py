"""What each command does: finds the notebook, opens it, and calls one service or the screens."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from infotui.config import paths
from infotui.domain.errors import NotebookError

Command = Callable[[argparse.Namespace], None]


def notebook_file(given: str | None) -> Path:
    """Give the notebook's file: as named, else by INFOTUI_NOTEBOOK, else in the data folder."""
    named = given or os.environ.get("INFOTUI_NOTEBOOK", "")
    return _path(named) if named else paths.default_notebook()


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as cause:
        raise NotebookError(f"{text} cannot be found: there is no user of that name.") from cause


def _open(given: argparse.Namespace) -> None:
    from infotui.cli.screens import check_terminal, show

    check_terminal()
    show(notebook_file(given.notebook))


def _live(given: argparse.Namespace) -> None:
    from infotui.cli.screens import check_terminal, show_live

    check_terminal()
    show_live(notebook_file(given.notebook), given.who, given.new)


def _demo(given: argparse.Namespace) -> None:
    from infotui.cli.screens import check_terminal

    check_terminal()
    keep = _path(given.keep) if given.keep else None
    # A link that leads nowhere stands there too, and must not be written through.
    if keep is not None and (keep.is_symlink() or keep.exists()):
        raise NotebookError(f"{keep} stands already and was left as it is. Name a new file.")
    from infotui.cli.demo import show_demo

    show_demo(keep)


def _export(given: argparse.Namespace) -> None:
    from infotui.config.settings import Settings
    from infotui.services.desks import Desks
    from infotui.services.exports import write_out

    desks = Desks.open(notebook_file(given.notebook), Settings(), only_read=True)
    try:
        write_out(desks.exports.as_json(), given.file, force=given.force)
    finally:
        desks.close()


COMMANDS: Final[dict[str | None, Command]] = {
    None: _open,
    "demo": _demo,
    "live": _live,
    "export": _export,
}

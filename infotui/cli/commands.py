"""What each command does: finds the notebook, opens it, and calls one service or the screens."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from infotui.config import paths
from infotui.domain.errors import NotebookError
from infotui.domain.text import clean

if TYPE_CHECKING:
    from infotui.config.settings import Settings

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


def _rehearse(given: argparse.Namespace) -> None:
    from infotui.cli.screens import check_terminal, show_rehearsal

    check_terminal()
    show_rehearsal(notebook_file(given.notebook), given.who or "", given.speed)


def _demo(given: argparse.Namespace) -> None:
    from infotui.cli.screens import check_terminal

    check_terminal()
    keep = _path(given.keep) if given.keep else None
    # A link that leads nowhere stands there too, and must not be written through.
    if keep is not None and (keep.is_symlink() or keep.exists()):
        raise NotebookError(f"{keep} stands already and was left as it is. Name a new file.")
    from infotui.cli.demo import show_demo

    show_demo(keep)


def _settings() -> "Settings":
    """Load the settings, and say on standard error what of them was left out."""
    from infotui.config.settings import load_settings

    settings, trouble = load_settings()
    sys.stderr.writelines(f"infotui: {clean(sentence)}\n" for sentence in trouble)
    return settings


def _paper(given: argparse.Namespace) -> None:
    from infotui.services.desks import Desks
    from infotui.services.exports import write_out

    # Marks and time zone stand on the page.
    desks = Desks.open(notebook_file(given.notebook), _settings(), only_read=True)
    try:
        page = desks.paper.page(desks.paper.choose(given.interview or ""))
    finally:
        desks.close()
    write_out([page], given.file, force=given.force)


def _log(given: argparse.Namespace) -> None:
    from infotui.cli.log import log_talk
    from infotui.services.desks import Desks

    desks = Desks.open(notebook_file(given.notebook), _settings())
    try:
        log_talk(desks, given)
    finally:
        desks.close()


def _draft(given: argparse.Namespace) -> None:
    from infotui.cli.draft import print_draft
    from infotui.services.desks import Desks

    desks = Desks.open(notebook_file(given.notebook), _settings(), only_read=True)
    try:
        print_draft(desks, given)
    finally:
        desks.close()


def _export(given: argparse.Namespace) -> None:
    if given.format == "paper":
        _paper(given)
        return
    from infotui.config.settings import Settings
    from infotui.services.desks import Desks
    from infotui.services.exports import write_out

    desks = Desks.open(notebook_file(given.notebook), Settings(), only_read=True)
    try:
        write_out(desks.exports.as_json(), given.file, force=given.force)
    finally:
        desks.close()


def _agenda(given: argparse.Namespace) -> None:
    from infotui.formats.agenda import as_json, as_text
    from infotui.services.agenda import agenda_of
    from infotui.services.desks import Desks
    from infotui.services.exports import write_out

    desks = Desks.open(notebook_file(given.notebook), _settings(), only_read=True)
    try:
        agenda = agenda_of(desks)
        complaint = desks.followups.complaint()
    finally:
        desks.close()
    write_out([as_json(agenda)] if given.json else as_text(agenda), "-", force=False)
    if complaint:
        sys.stderr.write(f"infotui: {clean(complaint)}\n")


def _search(given: argparse.Namespace) -> None:
    from infotui.cli.search import print_found
    from infotui.services.desks import Desks

    desks = Desks.open(notebook_file(given.notebook), _settings(), only_read=True)
    try:
        print_found(desks, given)
    finally:
        desks.close()


COMMANDS: Final[dict[str | None, Command]] = {
    None: _open,
    "demo": _demo,
    "live": _live,
    "rehearse": _rehearse,
    "export": _export,
    "log": _log,
    "draft": _draft,
    "agenda": _agenda,
    "search": _search,
}

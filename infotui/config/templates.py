"""Loads the templates of drafts, the user's own in place of the shipped; a broken one becomes a sentence (S55)."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import infotui
from infotui.config import paths
from infotui.domain.draft import KINDS
from infotui.domain.errors import SettingsError
from infotui.domain.template import (
    MOST_BYTES,
    BrokenTemplateError,
    Template,
    decode,
    read_template,
)

_ENDING: Final = ".txt"
# What may lie in the folder without being a template: ours beside them, and what editors leave.
_NO_TEMPLATE: Final = ("readme.txt", "readme", "readme.md")
_LEFTOVERS: Final = ("~", ".swp", ".swo", ".bak", ".tmp")


class Templates(NamedTuple):
    """A template for each kind of draft, and a sentence for each file that was left out."""

    of: Mapping[str, Template]
    trouble: tuple[str, ...] = ()


def shipped_folder() -> Path:
    """The templates that come with the program."""
    return Path(infotui.__file__).parent / "templates"


def own_folder() -> Path:
    """The user's own templates, which go before the shipped ones; it need not exist."""
    return paths.config_folder() / "templates"


def load_templates(own: Path | None = None) -> Templates:
    """Load a template for each kind of draft.

    Args:
        own: The folder of the user's own; by default the one in the config folder.

    Returns:
        The templates; for each file of the user's that cannot be used a sentence with file and line,
        and the shipped template in its place.

    Raises:
        SettingsError: One of the shipped templates is missing or broken.
    """
    folder = own or own_folder()
    found: dict[str, Template] = {}
    trouble = _strange(folder)
    for kind in KINDS:
        mine = folder / f"{kind}{_ENDING}"
        if os.path.lexists(mine):  # it is none either where the folder cannot be looked into
            try:
                found[kind] = _load(kind, mine)
            except SettingsError as bad:
                trouble.append(f"{bad.sentence} The template that comes with infotui was taken.")
        if kind not in found:
            found[kind] = _load(kind, shipped_folder() / f"{kind}{_ENDING}")
    return Templates(found, tuple(trouble))


def _load(kind: str, path: Path) -> Template:
    if not path.is_file():  # a pipe would be waited for without end
        raise SettingsError(f"{path} is no file.")
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as cause:
        raise SettingsError(f"{path} cannot be read ({cause.strerror}).") from cause
    try:
        return read_template(kind, decode(raw))
    except BrokenTemplateError as bad:
        raise SettingsError(f"{path}, line {bad.line}: {bad.reason}.") from bad


def _strange(folder: Path) -> list[str]:
    """Say of each file whose name is no kind of draft that it was left out."""
    if not folder.is_dir():
        return []
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as cause:
        return [f"{folder} cannot be read ({cause.strerror})."]
    known = {f"{kind}{_ENDING}" for kind in KINDS}
    return [
        f"{folder / name} is no template: it would be called {', '.join(sorted(known))}."
        for name in names
        if name not in known
        and name.casefold() not in _NO_TEMPLATE
        and not name.startswith((".", "#"))
        and not name.endswith(_LEFTOVERS)
    ]

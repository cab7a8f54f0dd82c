"""The desk of exports: a whole notebook into a file, written beside its place and then renamed."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from infotui.domain.errors import BadInputError, ExportError
from infotui.formats import json_notebook
from infotui.storage import everything
from infotui.storage.connection import holds_notebook
from infotui.storage.store import Store

_UNSAFE: Final = re.compile(r"[\W_]+")
_LONGEST: Final = 40  # characters of a name; with four bytes each a file name still has room


class ExportDesk:
    """What can be taken away."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def as_json(self) -> Iterable[str]:
        """Give the whole notebook as JSON, piece by piece, as it is at one moment."""
        with self._store.snapshot() as db:
            yield from json_notebook.lines(
                everything.notebook_uuid(db),
                ((table, everything.records(db, table)) for table in everything.TABLES),
            )


def write_out(pieces: Iterable[str], target: str, *, force: bool = False) -> None:
    """Write text to a file, or to standard output for `-`.

    The file appears whole or not at all: it is written beside its place (0600) and renamed.

    Raises:
        ExportError: A file stands there already and `force` is off, or it cannot be written.
    """
    if target == "-":
        if isinstance(sys.stdout, io.TextIOWrapper):
            # JSON is UTF-8 whatever the surroundings speak (RFC 8259).
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
        return
    path = Path(target)
    try:
        _check_free(path, force=force)
    except OSError as cause:  # a name that is too long, or a file that is not ours
        raise ExportError(f"{path} cannot be written ({cause.strerror}).") from cause
    import tempfile  # only when something is written: it is slow to load

    try:
        handle, name = tempfile.mkstemp(prefix=".infotui-", dir=path.parent)
    except OSError as cause:
        raise ExportError(f"{path} cannot be written ({cause.strerror}).") from cause
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as cause:
        raise ExportError(f"{path} cannot be written ({cause.strerror}).") from cause
    finally:
        Path(name).unlink(missing_ok=True)


def _check_free(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise ExportError(f"{path} is a folder. Name a file in it, like {path / 'notebook.json'}.")
    if holds_notebook(path):
        raise ExportError(f"{path} is a notebook, or belongs to one, and is never replaced.")
    if path.exists() and not force:
        raise ExportError(
            f"{path} stands already and was left as it is. Add --force to replace it."
        )


def file_at_home(what: str, name: str, otherwise: str) -> str:
    """Give a place for a text: a file in the home folder, named after what it is and for whom."""
    safe = _UNSAFE.sub("-", name)[:_LONGEST].strip("-")
    return f"~/{what}-{safe or otherwise}.txt"


def stands(target: str) -> bool:
    """Whether a file, or a link that leads to none, stands at a path already.

    Raises:
        BadInputError: No file is named, or in the home of nobody.
    """
    path = file_meant(target)
    with contextlib.suppress(OSError):  # a name that is too long: there is none
        return path.is_symlink() or path.is_file()
    return False


def file_meant(text: str) -> Path:
    """Give the file that is named, in full.

    Raises:
        BadInputError: None is named, or in the home of nobody.
    """
    # Not cleaned to a line: a name may hold two spaces. What can be in no name is refused.
    if not text.strip() or "\0" in text:
        raise BadInputError("file", "Name a file, like `~/interview.txt`. Nothing was written.")
    try:
        return Path(text.strip()).expanduser().absolute()
    except RuntimeError as cause:
        raise BadInputError("file", f"{text} cannot be found: there is no such user.") from cause

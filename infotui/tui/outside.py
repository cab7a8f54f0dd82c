"""Other programs that get a text: the person's own editor, and whatever opens a mail link; never by a shell."""

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from textual.app import App, SuspendNotSupported

from infotui.domain.contact import TEXT_LIMIT
from infotui.domain.errors import InfotuiError

# What opens a link, by system; each gets the link as one argument that begins with `mailto:`.
_OPENERS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "darwin": (("open",),),
    "linux": (("xdg-open",), ("gio", "open")),
}


class OutsideError(InfotuiError):
    """Another program could not do what it was asked to; nothing of the text is lost."""


class Edited(NamedTuple):
    """What came back from an editor: the text, None if it is as it was, and what is to be said of it."""

    text: str | None
    sentence: str = ""


def edit_outside(app: App[Any], text: str, environ: Mapping[str, str] | None = None) -> Edited:
    """Let the person change a text in their own editor, while the screen is its.

    The text is in a file of their own (0600, in a folder 0700), which is gone afterwards, unless it
    holds something that could not be taken over.

    Raises:
        OutsideError: No editor is set, or it cannot be started.
    """
    words = _editor(os.environ if environ is None else environ)
    folder = Path(tempfile.mkdtemp(prefix="infotui-"))
    file = folder / "draft.txt"
    keep = False
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
            handle.write(text.encode())
        status = _run(app, [*words, str(file)])
        edited, keep = _read_back(file, text, status)
        return edited
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


def _editor(environ: Mapping[str, str]) -> list[str]:
    named = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip()
    if not named:
        raise OutsideError("No editor is set. Name one in the variable EDITOR, like `nano`.")
    try:
        words = shlex.split(named, posix=os.name != "nt")
    except ValueError as cause:
        raise OutsideError(
            f"The variable EDITOR cannot be read: {named} has an odd quote."
        ) from cause
    return words


def _run(app: App[Any], command: Sequence[str]) -> int:
    try:
        with app.suspend(), _calm():
            return subprocess.run(command, check=False).returncode  # noqa: S603 - the person's own
    except SuspendNotSupported as cause:
        raise OutsideError("The screen cannot be handed to an editor here.") from cause
    except (OSError, ValueError) as cause:
        raise OutsideError(
            f"The editor {command[0]} could not be started. The draft is as it was."
        ) from cause


@contextlib.contextmanager
def _calm() -> Iterator[None]:
    """Leave ctrl+c to the editor: it reaches every program of the terminal, this one too."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _read_back(file: Path, text: str, status: int) -> tuple[Edited, bool]:
    """Give what the editor left, and whether its file must stay, so that nothing is lost."""
    try:
        raw = file.read_bytes()
    except OSError:
        return Edited(None, "The editor left no file. The draft is as it was."), False
    if raw == text.encode():
        said = f"The editor ended with {status}; the draft is as it was." if status else (
            "Nothing was changed. An editor with a window of its own must be told to wait, "
            "like `code --wait`."
        )  # fmt: skip
        return Edited(None, said), False
    kept = f"What was written there is in {file}."
    if status:
        return Edited(None, f"The editor ended with {status}; the draft is as it was. {kept}"), True
    try:
        changed = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Edited(None, f"The editor left no UTF-8; the draft is as it was. {kept}"), True
    if len(changed) > TEXT_LIMIT:
        said = f"That is more than {TEXT_LIMIT:,} characters; the draft is as it was. {kept}"
        return Edited(None, said), True
    return Edited(changed), False


def open_link(url: str, told: Callable[[bool], object]) -> bool:
    """Hand a link to the program that opens such, without waiting for it.

    Args:
        url: The link, with its scheme.
        told: Called from another thread with how it went, whenever that is known.

    Returns:
        Whether there is a program to try; `told` is not called where there is none.
    """
    if sys.platform == "win32":
        return _start_file(url, told)
    openers = _OPENERS.get(sys.platform, _OPENERS["linux"])
    commands = [
        [path, *words[1:], url] for words in openers if (path := shutil.which(words[0])) is not None
    ]
    if not commands:
        return False

    def try_them() -> None:
        told(any(_opens(command) for command in commands))

    threading.Thread(target=try_them, name="open-link", daemon=True).start()
    return True


def _opens(command: Sequence[str]) -> bool:
    """Run it apart from this terminal, whose screen it must not touch."""
    try:
        done = subprocess.run(  # noqa: S603 - one of ours, and the link is one argument
            command, check=False, start_new_session=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError:
        return False
    return done.returncode == 0


def _start_file(url: str, told: Callable[[bool], object]) -> bool:
    start = getattr(os, "startfile", None)
    if start is None:
        return False
    try:
        start(url)
    except OSError:
        return False
    told(True)
    return True

"""What is said when the program breaks: where in the code, and never what the notebook holds."""

import platform
import traceback

from rich.text import Text

import infotui


def report(error: BaseException | None) -> Text:
    """Give the report of a crash.

    It names the kind of error and the places in the code. Messages and variables are left out,
    because both may hold words of a person.
    """
    lines = [
        "infotui had to stop because of a fault in the program.",
        "Everything you typed is saved: start it again and go on.",
        "",
        f"infotui {infotui.__version__}, Python {platform.python_version()}, {platform.system()}",
    ]
    while error is not None:
        lines.append(f"{type(error).__name__} at")
        for frame in traceback.extract_tb(error.__traceback__)[-12:]:
            lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return Text("\n".join(lines))


def _short(filename: str) -> str:
    """The last three parts of a path: enough to find the place, nothing of the person's folders."""
    return "/".join(filename.replace("\\", "/").split("/")[-3:])

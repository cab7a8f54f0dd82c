"""Reads a TOML file of the user's and says file and line when it is broken; it judges no contents."""

import re
from pathlib import Path
from typing import Any

from infotui.domain.errors import SettingsError

_LIMIT = 2_000_000
_LINE = re.compile(r"at line (\d+)")


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """Read a TOML file.

    Returns:
        The document and its text (for finding lines in it); both empty when there is no file.

    Raises:
        SettingsError: It cannot be read, is not UTF-8, or is no TOML; the sentence has the line.
    """
    try:
        if not path.exists():
            return {}, ""
        if path.stat().st_size > _LIMIT:
            raise SettingsError(f"{path} is larger than 2 MB and was left out.")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as cause:
        line = cause.object[: cause.start].count(b"\n") + 1
        raise SettingsError(f"{path}, line {line}: this is not UTF-8 text.") from cause
    except OSError as cause:
        raise SettingsError(f"{path} cannot be read ({cause.strerror}).") from cause
    import tomllib  # only when there is a file to read: it is slow to load

    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as cause:
        found = _LINE.search(str(cause))
        line = int(found[1]) if found else text.count("\n") + 1
        reason = str(cause).split(" (at ")[0]
        raise SettingsError(f"{path}, line {line}: {reason}.") from cause
    except RecursionError as cause:
        raise SettingsError(f"{path} is nested too deeply.") from cause
    except ValueError as cause:  # an integer of more digits than Python reads
        raise SettingsError(f"{path} holds a number that is far too long.") from cause


def line_of_table(text: str, table: str, index: int) -> int:
    """Give the line (from 1) of the `index`-th `[[table]]` header of a document's text."""
    header = re.compile(rf"^\s*\[\[\s*{re.escape(table)}\s*\]\]")
    lines = [n for n, line in enumerate(text.split("\n"), 1) if header.match(line)]
    return lines[index] if 0 <= index < len(lines) else line_of_key(text, table)


def line_of_key(text: str, key: str) -> int:
    """Give the line (from 1) where `key = …`, `key.…` or `[key]` first stands, or 1."""
    name = rf"[\"']?{re.escape(key)}[\"']?\s*"
    pattern = re.compile(rf"^\s*(?:{name}[=.]|\[+\s*{name}[\].])")
    lines = [n for n, line in enumerate(text.split("\n"), 1) if pattern.match(line)]
    return lines[0] if lines else 1

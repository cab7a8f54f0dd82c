"""A note's line as a finding's and back (S1, S12): its sign and tag say all; what hangs on it is not known."""

import re
from typing import Final, cast

from infotui.domain.capture import SIGN_OF, finding_kind, is_plain, read_line
from infotui.domain.note import FINDING_KINDS, FindingKind
from infotui.domain.text import clean

_SIGN: Final = SIGN_OF["finding"]
_USUAL: Final = finding_kind(())
_KIND_TAG: Final = re.compile(
    rf"\s*(?<![\w&#/\\])#(?:{'|'.join(FINDING_KINDS)})(?![\w-])", re.IGNORECASE
)


def as_finding(text: str, kind: str = "") -> str:
    """Give a line as that of a finding: the sign before its words, the tag of its kind behind them.

    Args:
        text: A plain line, or that of a finding.
        kind: Which kind; the one that its own tags tell if not given.

    Returns:
        The line; empty when there are no words for a finding in it.
    """
    words = _words(text)
    if kind:
        words = _without_kinds(words).strip()
        words += f" #{kind}" if kind != _USUAL else ""
    line = f"{_SIGN} {words}"
    return line if read_line(line).kind == "finding" else ""


def as_plain(text: str) -> str:
    """Give the line of a finding as a plain one: without its sign, its tags as they are."""
    words = _words(text)
    return f"\\{words}" if read_line(words).kind != "note" or is_plain(words) else words


def finding_words(text: str) -> str:
    """Give the words of a line without the tags that name a kind, for where the kind is said beside."""
    words = read_line(text).words
    return _without_kinds(words).strip() or words


def kind_after(kind: FindingKind) -> FindingKind:
    """Give the next of the nine kinds; after the last comes the first."""
    place = FINDING_KINDS.index(kind) + 1
    return cast(FindingKind, FINDING_KINDS[place % len(FINDING_KINDS)])


def _words(text: str) -> str:
    """Give a line without what stands before its words: a finding's sign, or what takes one's meaning."""
    line = clean(text).strip()
    return line[1:].strip() if read_line(line).kind == "finding" or is_plain(line) else line


def _without_kinds(words: str) -> str:
    """Take out the tags that name a kind, each with the space before it; all else stays as it is."""
    without = _KIND_TAG.sub("", words)
    # What is left may be a tag only now that another no longer stands before it.
    return words if without == words else _without_kinds(without)

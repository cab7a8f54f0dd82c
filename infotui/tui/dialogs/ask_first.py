"""Asks what becomes of a draft that names, or would like to name, somebody who led me there (M4, S45)."""

from typing import Final

from infotui.domain.naming import Referrer
from infotui.tui.dialogs.choice import Choice, Option

ANSWERS: Final = frozenset({"yes", "no"})  # what they said, besides what is done with the draft


def ask_first(first: Referrer, *, named: bool) -> Choice:
    """Make the choice for a draft that is held because somebody was not asked yet.

    Args:
        first: Whom to ask whether I may name them.
        named: Whether the text names them already.
    """
    options: list[Option] = [
        ("ask", f"Ask {first.name} first: write that draft"),
        ("go on", "Go on, though the text names them" if named else "Go on without their name"),
        ("stay", "Back to the draft"),
        ("yes", "They said yes: I may name them"),
        ("no", "They said no: I do not name them"),
    ]
    words = f"{first.name} named them to you, and was not asked whether you may say so."
    return Choice("Ask first", options, words=words)


def ask_whether_meant(named: tuple[str, ...]) -> Choice:
    """Make the choice for a draft that names somebody who said no, unless another one is meant."""
    options: list[Option] = [
        ("stay", "Back to the draft, to take the name out"),
        ("go on", "Somebody else is meant: go on"),
    ]
    words = f"{' and '.join(named)} asked not to be named, and the text names them."
    return Choice("Not to be named", options, words=words)

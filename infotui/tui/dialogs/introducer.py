"""Asks who could bring me together with somebody: the likeliest first, found as one types, or a new name (S19)."""

from typing import ClassVar

from infotui.tui.dialogs.who import Known, Who, beginning


class Introducer(Who):
    """Choose the one to ask for an introduction."""

    HINT: ClassVar[str] = "a name; Down chooses among those you know"
    BELOW: ClassVar[str] = "Enter takes the marked one · Escape leaves"

    def meant(self, typed: str) -> list[Known]:
        """Give those who could introduce me, before a name is typed as well; then somebody new."""
        name = " ".join(typed.split())
        found = list(self._find(name))
        if not name:
            return found
        return [*beginning(found, name), Known(None, name, "somebody new")]

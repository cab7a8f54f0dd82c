"""Asks which known person is meant, by a part of the name."""

from collections.abc import Sequence
from typing import ClassVar

from infotui.services.desks import Desks
from infotui.tui.dialogs.who import Known, Who, beginning

_MOST = 200  # contacts that a filter finds and whose names are looked at


class WithWhom(Who):
    """Type a part of a name; gives the one that is marked, never somebody new."""

    HINT: ClassVar[str] = "a part of the name"
    BELOW: ClassVar[str] = "Enter takes them · Escape leaves"

    def __init__(self, desks: Desks, title: str) -> None:
        def find(typed: str) -> Sequence[Known]:
            rows = desks.contacts.page(typed, 0, _MOST)
            return [Known(row.id, row.name, row.organization) for row in rows]

        super().__init__(title, find, lambda known, _name: known)

    def meant(self, typed: str) -> list[Known]:
        """Give those who are in the notebook and have a name that begins like this."""
        name = " ".join(typed.split())
        return beginning(self._find(typed), name) if name else list(self._find(""))

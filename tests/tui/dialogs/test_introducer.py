"""Choosing an introducer: the likely ones before a name is typed, somebody new after."""

from infotui.tui.dialogs.introducer import Introducer
from infotui.tui.dialogs.who import Known

PEOPLE = (Known(1, "Cy Cole", "Southwind"), Known(2, "Ana Alm", ""), Known(3, "Nana Berg", ""))


def test_the_likely_ones_stand_there_and_a_new_name_comes_last() -> None:
    asked: list[str] = []

    def find(typed: str) -> list[Known]:
        asked.append(typed)
        return [row for row in PEOPLE if typed.casefold() in row.name.casefold()]

    dialog = Introducer("Who?", find, lambda row, _name: row)
    assert dialog.meant("") == list(PEOPLE)
    assert dialog.meant("  ana ") == [PEOPLE[1], Known(None, "ana", "somebody new")]
    assert dialog.meant("Dee  Dahl") == [Known(None, "Dee Dahl", "somebody new")]
    assert asked == ["", "ana", "Dee Dahl"]

"""An edit of a note takes nothing away on which something hangs; a line that says it again has it back (M2, S51)."""

from collections.abc import Callable
from typing import Any

import pytest

from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview
from tests.services.reaching import stored

TABLES = ("lead", "promise", "opening", "resource", "finding", "note", "question", "note_tag")


def dump(desks: Desks) -> list[Any]:
    return [row for table in TABLES for row in stored(desks, f"SELECT * FROM {table} ORDER BY id")]


def grow(statement: str) -> Callable[[Desks], object]:
    return lambda desks: desks.store.reading().execute(statement)


def share(desks: Desks) -> None:
    desks.resources.share(1, a_contact(desks, "Zoe"))


def at_odds(desks: Desks) -> None:
    desks.store.reading().execute(
        "INSERT INTO contradiction (uuid, created_at, finding_id, other_id, state)"
        " SELECT uuid, created_at, 1, 2, 'explained' FROM finding WHERE id = 1"
    )


GROWN: dict[str, tuple[str, str, Callable[[Desks], object]]] = {
    "dropped": ("lead", "> Jane Doe, fuel cells", lambda d: d.leads.drop(1, "too far")),
    "followed": ("lead", "> Jane Doe, fuel cells", lambda d: d.leads.followed(1)),
    "became contact": ("lead", "> Jane Doe", lambda d: d.leads.become_contact(1)),
    "an organization": ("lead", "> Doe Labs", lambda d: d.leads.become_organization(1)),
    "asked by hand": ("lead", "> Jane Doe", lambda d: d.leads.set_consent(1, "yes")),
    "said no": ("lead", "> Jane Doe · may mention: no", lambda _: None),
    "kept": ("promise", "! send it", grow("UPDATE promise SET state = 'kept'")),
    "applied": ("opening", "$ an analyst", grow("UPDATE opening SET state = 'applied'")),
    "changed": ("opening", "$ an analyst", grow("UPDATE opening SET link = 'x.org'")),
    "shared": ("resource", "& the yearbook", share),
    "at odds": ("finding", "* they hire", at_odds),
}


@pytest.mark.parametrize("how", GROWN)
def test_what_something_hangs_on_stays_without_its_line_and_comes_back_to_it(
    desks: Desks, how: str
) -> None:
    table, line, then = GROWN[how]
    a_held_interview(desks, line, *(["* they hire nobody"] if how == "at odds" else []))
    then(desks)
    was, plain = dump(desks), line[2:].split(" · ")[0]
    whole = f"SELECT * FROM {table} WHERE id = 1"
    (record,) = stored(desks, whole)
    others = stored(desks, f"SELECT count(*) FROM {table}")
    loops = {(row.kind, row.id) for row in desks.followups.open_loops()}
    for change in (
        lambda: desks.live.rewrite(1, plain),
        lambda: desks.live.rewrite(1, ""),
        lambda: desks.live.rewrite(1, "? another thing"),
    ):
        change()
        assert stored(desks, f"SELECT note_id FROM {table} WHERE id = 1") == [(None,)]
        assert {(row.kind, row.id) for row in desks.followups.open_loops()} == loops
        desks.undo.take_back()
        assert dump(desks) == was
    desks.live.rewrite(1, plain)
    desks.live.rewrite(1, line)
    assert stored(desks, whole) == [record], "it is the one it was, with its line"
    assert stored(desks, f"SELECT count(*) FROM {table}") == others
    desks.undo.take_back()
    assert stored(desks, f"SELECT note_id FROM {table} WHERE id = 1") == [(None,)]
    desks.undo.take_back()
    assert dump(desks) == was


def test_a_line_that_went_and_is_typed_up_again_has_its_lead_back_until_that_is_taken_back(
    desks: Desks,
) -> None:
    talk = a_held_interview(desks, "> Jane Doe, fuel cells")
    desks.leads.drop(1, "too far")
    desks.live.rewrite(1, "")
    was = dump(desks)
    desks.typing_up.keep(talk, "> Jane D. Doe, batteries")
    found = stored(desks, "SELECT id, name, state, note_id IS NULL FROM lead")
    assert found == [(1, "Jane D. Doe", "note due", 0)]
    desks.undo.take_back()
    assert dump(desks) == was
    desks.typing_up.keep(talk, "> Joe Bloggs")
    assert [row.name for row in desks.leads.all()] == ["Jane Doe", "Joe Bloggs"]


@pytest.mark.parametrize(
    "line", ["> Jane Doe", "! send it", "$ an analyst", "& a book", "* a fact"]
)
def test_what_is_fresh_goes_with_its_line(desks: Desks, line: str) -> None:
    a_held_interview(desks, line)
    was = dump(desks)
    for text in (line[2:], ""):
        desks.live.rewrite(1, text)
        for table in ("lead", "promise", "opening", "resource", "finding"):
            assert stored(desks, f"SELECT count(*) FROM {table}") == [(0,)]
        desks.undo.take_back()
        assert dump(desks) == was

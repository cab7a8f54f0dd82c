"""What was just written is found before it is indexed, by the same filters; each is found once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, open_desks
from tests.fakes import ManualClock


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """A notebook of which half is indexed, beside the program that writes it; only read."""
    path: Path = tmp_path_factory.mktemp("lagging") / "n.db"
    writer = open_desks(path, ManualClock())
    amina = a_contact(writer, "Amina Patel", "Northwind", field="energy")
    bo = a_contact(writer, "Bo Lind", "", field="law")
    a_held_interview(writer, "a zebra was indexed", contact_id=amina)
    writer.store.catch_up_index()
    a_held_interview(writer, "* zebras are hired #Zoo", "a fuel cell", contact_id=bo)
    quentin = a_contact(writer, "Quentin Oe", "Okapiworks")
    a_held_interview(writer, "a serval", contact_id=quentin)
    writer.contacts.change(amina, writer.contacts.form_of(amina)._replace(name="Amina Quill"))
    note = writer.research.begin("contact", bo, "wrote on zebra law")
    assert note
    writer.scribe.keep(Kept("contact", "about", amina), "likes zebras")
    desks = open_desks(path, ManualClock())
    assert desks.store.read_only
    yield desks
    desks.close()
    writer.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            "zebra",
            {"a zebra was indexed", "zebras are hired #Zoo", "wrote on zebra law", "likes zebras"},
        ),
        ("zebra -hiring", {"a zebra was indexed", "wrote on zebra law", "likes zebras"}),
        ("zebra -law -#zoo", {"a zebra was indexed", "likes zebras"}),
        ("zebra #zoo", {"zebras are hired #Zoo"}),
        ("zebra kind:finding", {"zebras are hired #Zoo"}),
        ("zebra from:bo", {"zebras are hired #Zoo", "wrote on zebra law"}),
        ("zebra from:amina", {"a zebra was indexed", "likes zebras"}),
        ("zebra after:2027", set()),
        (
            "zebra after:2026-11",
            {"a zebra was indexed", "zebras are hired #Zoo", "wrote on zebra law"},
        ),
        ('"fuel cell"', {"a fuel cell"}),
        ("fuels", {"a fuel cell"}),
        ("serval from:quentin", {"a serval"}),
        ("serval org:okapiworks", {"a serval"}),
        ("zebra from:quill", {"a zebra was indexed", "likes zebras"}),
        ("zebra from:patel", set()),
        ("nowhere", set()),
    ],
)
def test_a_reader_finds_what_is_not_indexed(reader: Desks, query: str, found: set[str]) -> None:
    hits = reader.search.find(query).hits
    assert {hit.words for hit in hits} == found
    assert len({(hit.noun, hit.id) for hit in hits}) == len(hits)

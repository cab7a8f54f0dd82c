"""What tests of introductions and outreach share: three people, and a notebook of somebody with a country."""

from typing import Any, NamedTuple

from infotui.config.settings import Settings
from infotui.services.desks import Desks
from tests.builders import BERLIN, a_contact, shipped_bank


class Three(NamedTuple):
    """Contacts: one who can introduce me, one whom I want to meet, and one more there."""

    ana: int
    bo: int
    cy: int


def three(desks: Desks) -> Three:
    """Store Ana at Northwind, Bo and Cy at Southwind."""
    ana = a_contact(desks, "Ana Alm")
    bo = a_contact(desks, "Bo Berg", "Southwind", email="bo@example.org")
    return Three(ana, bo, a_contact(desks, "Cy Cole", "Southwind"))


def living_in(desks: Desks, **settings: object) -> Desks:
    """The same notebook, of a person with other settings."""
    own = Settings(name="Robin Vale", **settings)  # type: ignore[arg-type]
    return Desks(desks.store, desks.clock, own, BERLIN, shipped_bank())


def stored(desks: Desks, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Read the notebook by a statement of the test's own."""
    return desks.store.reading().execute(query, values).fetchall()


def dump(desks: Desks) -> list[tuple[Any, ...]]:
    """Every record that reaching somebody may touch, to see that nothing changed."""
    tables = ("contact", "introduction", "outreach", "interview", "state_change")
    return [row for table in tables for row in stored(desks, f"SELECT * FROM {table} ORDER BY id")]

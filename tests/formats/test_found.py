"""What a search found, as text of 80 columns, as lines and as JSON."""

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from infotui.domain.hit import Hit
from infotui.formats.columns import cells
from infotui.formats.found import as_json, as_lines, as_text

BERLIN = ZoneInfo("Europe/Berlin")
LATE = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
SAID = Hit(
    "note",
    "note",
    4,
    "Amina Patel",
    LATE,
    "the café\tis 日本 " * 12,
    ((4, 8),),
    "Northwind",
    7,
    1,
    2,
)
WHO = Hit("person", "contact", 1, "Amina Patel", None, "Amina Patel", (), "", None, 1)


def test_text_has_80_columns() -> None:
    lines = "".join(as_text([SAID, WHO], BERLIN, date(2026, 11, 25))).splitlines()
    assert lines[0] == "Thu 1 Jan · note · Amina Patel · Northwind"
    assert lines[-2:] == ["person · Amina Patel", "    Amina Patel"]
    assert max(map(cells, lines)) <= 80
    assert all(line.startswith("    ") for line in lines[1:-2])


def test_each_is_one_line_of_four_fields() -> None:
    first, second = as_lines([SAID, WHO], BERLIN)
    assert first.count("\t") == second.count("\t") == 3
    assert first.startswith("2026-01-01\tnote\tAmina Patel\tthe café is")
    assert second == "-\tperson\tAmina Patel\tAmina Patel\n"


def test_json_has_steady_keys() -> None:
    document = json.loads(as_json("café", [SAID, WHO], BERLIN, more=True, remarks=["so"]))
    assert (document["version"], document["zone"], document["more"]) == (1, "Europe/Berlin", True)
    assert document["remarks"] == ["so"]
    said, who = document["hits"]
    assert said["at"] == "2026-01-01T00:30:00+01:00"
    assert (said["marks"], said["noun"], said["interview"]) == ([[4, 8]], "note", 7)
    assert who["at"] is None
    assert set(said) == set(who)

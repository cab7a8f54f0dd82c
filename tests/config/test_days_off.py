"""Days off: weekends, and the holidays of the country that is set; what is not known is said once."""

import sys
from datetime import date

import pytest

from infotui.config.days_off import DaysOff


@pytest.mark.parametrize(
    ("country", "day", "off"),
    [
        ("", date(2026, 12, 25), False),  # a Friday; without a country only weekends are off
        ("", date(2026, 12, 26), True),
        ("DE", date(2026, 12, 25), True),
        ("DE", date(2026, 12, 24), False),
        ("DE", date(2026, 12, 5), True),
        ("DE", date(2026, 3, 9), False),
        ("DE-BE", date(2027, 3, 8), True),  # Women's Day, in Berlin alone
        ("DE", date(2027, 3, 8), False),
        ("US", date(2026, 11, 26), True),  # Thanksgiving
        ("US-CA", date(2026, 3, 31), True),  # Cesar Chavez Day
        ("US-NY", date(2026, 3, 31), False),
        ("IL", date(2026, 11, 27), True),  # a Friday
        ("IL", date(2026, 11, 29), False),  # a Sunday
    ],
)
def test_a_day_is_off_where_one_lives(country: str, day: date, off: bool) -> None:
    days_off = DaysOff(country)
    assert [days_off(day), days_off(day)] == [off, off]
    assert days_off.complaint() == ""


def test_a_country_that_is_not_known_is_said_once_and_weekends_are_off() -> None:
    days_off = DaysOff("XX")
    assert days_off.complaint() == ""  # nobody asked for a day yet
    assert days_off(date(2026, 11, 28))
    assert not days_off(date(2026, 12, 25))
    assert days_off.complaint() == (
        "No holidays are known for the country “XX” of settings.toml, so weekends alone are days off."
    )
    assert days_off(date(2026, 11, 29))
    assert days_off.complaint() == ""


@pytest.mark.parametrize("country", ["DE-ZZ", "XX-ZZ"])
def test_a_region_that_is_not_known_leaves_the_country(country: str) -> None:
    days_off = DaysOff(country)
    assert days_off(date(2026, 12, 25)) == country.startswith("DE")
    assert days_off.complaint().startswith("No region “ZZ”" if days_off(date(2026, 12, 25)) else
                                           "No holidays are known for the country “XX”")  # fmt: skip
    assert days_off.complaint() == ""


def test_without_a_country_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert DaysOff("")(date(2026, 11, 28))
    with pytest.raises(ImportError):
        DaysOff("DE")(date(2026, 11, 28))

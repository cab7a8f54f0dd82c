"""Which days are no working days where the person lives: weekends, and holidays by a kept library."""

from collections.abc import Callable
from datetime import date
from typing import Final

from infotui.domain.working_days import is_weekend

_UNKNOWN: Final = "No holidays are known for the country “{country}” of settings.toml, so weekends alone are days off."
_NO_REGION: Final = (
    "No region “{region}” is known for the country “{country}” of settings.toml, so the holidays of "
    "the whole country are days off."
)


class DaysOff:
    """Tells whether a day is off; the library is loaded with the first day that is asked for.

    Args:
        country: `DE`, or with a region `US-CA`; empty knows weekends alone and loads nothing.
    """

    def __init__(self, country: str) -> None:
        self._country = country
        self._is_off: Callable[[date], bool] | None = None if country else is_weekend
        self._known: dict[date, bool] = {}
        self._complaint = ""

    def __call__(self, day: date) -> bool:
        """Tell whether a day is a weekend's, where the country has its own, or a public holiday."""
        if day not in self._known:
            self._is_off = self._is_off or self._load()
            self._known[day] = self._is_off(day)
        return self._known[day]

    def complaint(self) -> str:
        """Give the sentence on a country that is not known, once; else nothing."""
        said, self._complaint = self._complaint, ""
        return said

    def _load(self) -> Callable[[date], bool]:
        # Slow to load, and only needed where a country is set.
        from holidays import country_holidays

        country, _, region = self._country.partition("-")
        try:
            calendar = country_holidays(country, subdiv=region or None)
        except NotImplementedError:  # what the library raises for a place it does not know
            return self._without(country, region)
        return lambda day: not calendar.is_working_day(day)

    def _without(self, country: str, region: str) -> Callable[[date], bool]:
        """Do with less: the country without its region, or weekends."""
        if not region:
            self._complaint = _UNKNOWN.replace("{country}", country)
            return is_weekend
        self._country = country
        calendar = self._load()
        if not self._complaint:
            said = _NO_REGION.replace("{region}", region)
            self._complaint = said.replace("{country}", country)
        return calendar

"""What the person set in `settings.toml`: each setting, its meaning, its bounds; it draws nothing."""

import dataclasses
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from infotui.config import paths
from infotui.config.toml_file import line_of_key, read_toml
from infotui.domain.errors import BadInputError, SettingsError
from infotui.domain.interview import Marks
from infotui.domain.text import clean_line

# Checked by hand, not by pydantic: its import alone would cost a third of the time to the first screen.


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with what holds when nothing is set."""

    name: str = ""  # my own name, for the opening of a plan
    field: str = ""  # the field of work I look at, put into {field}
    region: str = ""  # where I look, put into {region}
    nudge: int = 20  # minutes until the quiet nudge (5-120)
    decision: int = 30  # minutes until the decision (5-120)
    last: int = 60  # minutes of the last mark (5-120)
    bell: bool = True  # ring the terminal's bell at a mark
    theme: str = "infotui-dark"  # any of the themes in the palette
    time_zone: str = ""  # IANA name; empty follows the machine
    country: str = ""  # whose holidays are no working days: DE, US-CA; empty knows weekends alone
    follow_up_days: int = 3  # working days without an answer until writing again is fair (1-60)
    last_try_days: int = 7  # working days until one lets it rest, or tries a last time (1-60)
    introduction_days: int = 5  # working days until a gentle reminder to the introducer (1-60)
    margin: int = 15  # minutes to be early, on top of the way (0-240)
    resume: str = ""  # the file that is brought along
    email: str = ""  # my own, for the foot of a letter
    phone: str = ""
    address: str = ""
    about: str = ""  # one sentence on who I am, put into {about_me} in drafts
    keys: dict[str, str] = dataclasses.field(
        default_factory=dict
    )  # own keys: "questions.must" = "m"

    @property
    def marks(self) -> Marks:
        """The marks of an interview that sets none of its own."""
        return Marks.of_minutes(self.nudge, self.decision, self.last)


_TYPES: Final[dict[str, type]] = {
    "name": str, "field": str, "region": str, "theme": str, "time_zone": str,
    "nudge": int, "decision": int, "last": int, "bell": bool, "keys": dict,
    "country": str, "follow_up_days": int, "last_try_days": int, "introduction_days": int,
    "margin": int, "resume": str, "email": str, "phone": str, "address": str, "about": str,
}  # fmt: skip
_MARKS: Final = ("nudge", "decision", "last")
_WAITS: Final = ("follow_up_days", "last_try_days", "introduction_days")
_BETWEEN: Final = {
    **dict.fromkeys(_MARKS, (5, 120, "minutes")),
    **dict.fromkeys(_WAITS, (1, 60, "working days")),
    "margin": (0, 240, "minutes"),
}
_COUNTRY: Final = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_TYPE_WORDS: Final = {str: "a text", int: "a whole number", bool: "true or false", dict: "a table"}


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """Load the settings.

    Args:
        path: The file; by default the one in the config folder; it need not exist.

    Returns:
        The settings, and a sentence with file and line for each thing that was left out; a setting
        that is left out has its default.
    """
    file = path or paths.settings_file()
    try:
        document, text = read_toml(file)
    except SettingsError as bad:
        return Settings(), (f"The settings were left out: {bad.sentence}",)
    values: dict[str, Any] = {}
    trouble: list[str] = []
    for key, value in document.items():
        reason = _reason_against(key, value)
        if reason:
            trouble.append(f"{file}, line {line_of_key(text, key)}: {reason} It was left out.")
        else:
            values[key] = clean_line(value) if isinstance(value, str) else value
    settings = Settings(**values)
    try:
        _ = settings.marks
    except BadInputError as bad:
        line = min(line_of_key(text, key) for key in _MARKS if key in values)
        trouble.append(f"{file}, line {line}: {bad.sentence} All three were left out.")
        settings = Settings(**{k: v for k, v in values.items() if k not in _MARKS})
    return settings, tuple(trouble)


def _reason_against(key: str, value: object) -> str:
    wanted = _TYPES.get(key)
    if wanted is None:
        known = ", ".join(f.name for f in fields(Settings))
        return f"There is no setting “{clean_line(key)}”; there are {known}."
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        return f"“{key}” must be {_TYPE_WORDS[wanted]}."
    if isinstance(value, dict) and not all(isinstance(v, str) for v in value.values()):
        return "Every key under [keys] must be a text."
    return _reason_against_value(key, value)


def _reason_against_value(key: str, value: object) -> str:
    if isinstance(value, int) and key in _BETWEEN:
        least, most, unit = _BETWEEN[key]
        if not least <= value <= most:
            return f"“{key}” must lie between {least} and {most} {unit}."
    if key == "country" and value and not _COUNTRY.fullmatch(clean_line(str(value))):
        return "“country” is two capital letters, like DE, or with a region, like US-CA."
    if key == "time_zone" and value:
        return _reason_against_zone(str(value))
    return ""


def _reason_against_zone(name: str) -> str:
    from infotui.domain.moment import zone_of  # only when one is set: zones are slow to load

    try:
        zone_of(clean_line(name))
    except BadInputError as bad:
        return bad.sentence
    return ""

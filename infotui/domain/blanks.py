"""The named blanks of questions and texts, such as `{organization}`; it leaves asking for them to screens."""

import re
from collections.abc import Mapping
from typing import Final

# Plain replacement on purpose: a text from a file must never reach str.format, which reads attributes.
_BLANK: Final = re.compile(r"\{([a-z][a-z_]*)\}")

KNOWN_BLANKS: Final[dict[str, str]] = {
    "organization": "the organization",
    "unit": "their unit, team or office",
    "profession": "their profession",
    "name": "the first name of the interviewee",
    "field": "the field of work",
    "region": "the place or region",
}


def blanks_in(text: str) -> tuple[str, ...]:
    """Name the blanks of `text`, in order, each as often as it stands there."""
    return tuple(_BLANK.findall(text))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the blanks of `text`; a blank without a value stays as it is.

    Values are put in as they are: a brace inside one opens no further blank.
    """
    return _BLANK.sub(lambda found: values.get(found[1], "") or found[0], text)


def readable(text: str) -> str:
    """Give a text whose open blanks do not look like a fault to whoever reads it aloud: `(field)`."""
    return _BLANK.sub(lambda found: f"({found[1].replace('_', ' ')})", text)

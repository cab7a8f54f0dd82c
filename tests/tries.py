"""What is tried in the plain run: a part of a property's examples, and some cases of a long table.

The rest is tried by `pytest -m slow`.
"""

from collections.abc import Iterable
from typing import Any, Final

import pytest

_PLAIN: Final = "not slow"  # the mark expression of the plain run, as in pyproject.toml
_PART: Final = 0.4
_LEAST: Final = 10

_run: dict[str, str] = {}


def try_for(mark_expression: str) -> None:
    """Say which run this is, before the tests are imported."""
    _run["marks"] = mark_expression


def tries(number: int) -> int:
    """Give how many of so many examples are tried in this run."""
    if _run.get("marks") != _PLAIN:
        return number
    return min(number, max(_LEAST, int(number * _PART)))


def some(cases: Iterable[Any], *plain: int) -> list[Any]:
    """Give all cases of a table, those marked slow that do not stand at these places.

    A tuple is one case of several values; a value that is a tuple itself comes as `(value,)`.
    """
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if place in plain else pytest.mark.slow,
        )
        for place, case in enumerate(cases)
    ]

"""The whole notebook as one JSON document, versioned and steady: the same notebook, the same bytes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

FORMAT: Final = "infotui notebook"
VERSION: Final = 1


def lines(
    notebook_uuid: str, tables: Iterable[tuple[str, Iterable[Mapping[str, Any]]]]
) -> Iterator[str]:
    """Write a notebook as JSON, piece by piece, one record a line.

    Args:
        notebook_uuid: The notebook's own uuid.
        tables: Each table's name and its records, in order.

    Yields:
        Pieces of text that together are one JSON object.
    """
    yield "{\n"
    yield f'"format": {json.dumps(FORMAT)},\n"version": {VERSION},\n'
    yield f'"notebook": {json.dumps(notebook_uuid)}'
    for name, records in tables:
        yield f",\n{json.dumps(name)}: ["
        separator = "\n"
        for record in records:
            yield separator + json.dumps(record, ensure_ascii=False)
            separator = ",\n"
        yield "\n]" if separator != "\n" else "]"
    yield "\n}\n"

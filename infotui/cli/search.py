"""The `search` command: prints what has the words, the newest first; it changes no record (K6)."""

import argparse
import sys
from typing import Final

from infotui.domain.text import clean
from infotui.formats.found import as_json, as_lines, as_text
from infotui.services.desks import Desks
from infotui.services.exports import write_out

_LONG: Final = 1.0  # seconds


def print_found(desks: Desks, given: argparse.Namespace) -> None:
    """Search as the arguments say and write what was found to standard output.

    Raises:
        InfotuiError: It cannot be written.
    """
    text = clean(" ".join(given.query))
    _catch_up(desks)
    found = desks.search.find(text, given.limit)
    if given.json:
        page = as_json(text, found.hits, desks.zone, more=found.more, remarks=found.query.remarks)
        write_out([page], "-", force=False)
        return
    if sys.stdout.isatty():
        today = desks.clock.now().astimezone(desks.zone).date()
        write_out(as_text(found.hits, desks.zone, today), "-", force=False)
    else:
        write_out(as_lines(found.hits, desks.zone), "-", force=False)
    told = list(found.query.remarks)
    if not found.hits:
        told.append("Nothing was found.")
    elif found.more:
        told.append(f"There is more than these {len(found.hits)}; --limit gives more of it.")
    sys.stderr.writelines(f"infotui: {clean(sentence)}\n" for sentence in told)


def _catch_up(desks: Desks) -> None:
    """Index all that changed; nobody else waits for this program, so it says when that takes long."""
    began, told = desks.clock.monotonic(), False
    while not desks.search.catch_up():
        if not told and desks.clock.monotonic() - began > _LONG:
            sys.stderr.write(
                "infotui: Much was written since the last search; it is indexed first.\n"
            )
            told = True

"""Searching at the keyboard, for tests: it waits for the thread that searches, and for nothing else."""

import asyncio

from infotui.domain.hit import Hit
from infotui.tui.dialogs.search import SearchDialog
from tests.tui.pilots import Hands


def search_of(hands: Hands) -> SearchDialog:
    """The search in sight."""
    dialog = hands.app.screen
    assert isinstance(dialog, SearchDialog), f"{dialog} is in sight"
    return dialog


async def answered(hands: Hands) -> None:
    """Wait until what was asked is answered and drawn."""
    latest = search_of(hands).latest
    assert latest is not None
    assert await asyncio.to_thread(latest.rest)
    await hands.settle()


async def sought(hands: Hands, text: str) -> list[Hit]:
    """Open the search, put a query in, and give what is found."""
    if not isinstance(hands.app.screen, SearchDialog):
        await hands.press("ctrl+f")
    await hands.write(text)
    await answered(hands)
    return hands.rows("#search-list")


async def gone_to(hands: Hands, text: str, kind: str, noun: str = "") -> Hit:
    """Search, choose the first hit of a kind by keys, and go there."""
    hits = await sought(hands, text)
    places = [
        place
        for place, hit in enumerate(hits)
        if hit.kind == kind and (not noun or hit.noun == noun)
    ]
    assert places, f"no {kind} among {[(hit.kind, hit.words) for hit in hits]}"
    await hands.press(*["down"] * (places[0] + 1), "enter")
    return hits[places[0]]

"""Keeps the terminal safe from text and the program safe from bytes; put up once, before it starts.

Two things of Textual are replaced, both small and both measured: what a strip sends to the terminal
(its widgets pass escape sequences on as they are), and the decoder of the keyboard (one byte that is
no UTF-8 ends the program).
"""

import codecs
import functools
import sys
from typing import Any, Final

from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from infotui.tui.widgets.harmless import HOSTILE, harmless

_render: Final = Strip.render


def _safe_render(strip: Strip, console: Console) -> str:
    if strip._render_cache is None and any(
        HOSTILE.search(segment.text) for segment in strip._segments
    ):
        strip._segments = [
            Segment(harmless(text), style, control) for text, style, control in strip._segments
        ]
    return _render(strip, console)


def put_up() -> None:
    """Put the guards up; doing it twice changes nothing."""
    Strip.render = _safe_render  # type: ignore[method-assign, assignment]
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        linux_driver.getincrementaldecoder = _lenient_decoder  # type: ignore[attr-defined]


def _lenient_decoder(encoding: str) -> Any:
    return functools.partial(codecs.getincrementaldecoder(encoding), errors="replace")

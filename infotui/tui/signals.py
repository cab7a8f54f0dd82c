"""Ends the program when the system says so, its notebook closed, whatever the terminal still does."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Final

from infotui.services.desks import Desks
from infotui.tui.key_queue import TakesKeysInTurn

END_WITHIN: Final = 3.0  # seconds after a signal
CLOSE_WITHIN: Final = 1.0  # seconds after that


def end_on_signals(app: TakesKeysInTurn, desks: Desks) -> None:
    """Take SIGTERM and SIGHUP in the running loop; does nothing outside the main thread or on Windows.

    Args:
        app: The program that shall end.
        desks: The open notebook.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return
    import asyncio

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, end_now, app, desks)


def end_now(app: TakesKeysInTurn, desks: Desks) -> None:
    """End because the system says so: everything onto the disk, then out.

    Args:
        app: The program that shall end.
        desks: The open notebook.
    """
    desks.scribe.settle()
    # A terminal that is gone can hold the driver for ever; the notebook must not be held with it.
    after(END_WITHIN, end_regardless, desks)
    app.keys.hand_on_all()
    app.exit()


def end_regardless(desks: Desks) -> None:
    """Close the notebook and end, while the screen's thread still waits for its terminal."""
    after(CLOSE_WITHIN, os._exit, 0)
    with contextlib.suppress(Exception):  # all words are stored: what fails here takes none
        desks.close()
    os._exit(0)


def after(seconds: float, back: Callable[..., object], *arguments: object) -> None:
    """Call back in a thread that keeps nothing from ending."""
    timer = threading.Timer(seconds, back, arguments)
    timer.daemon = True
    timer.start()

"""Opens the screens on a notebook, once it is sure that there is a terminal to draw on."""

import gc
import os
import sys
from pathlib import Path

from infotui.config.settings import load_settings
from infotui.domain.errors import InfotuiError, NotFoundError
from infotui.services.desks import Desks


class NoTerminalError(InfotuiError):
    """There is nothing to draw on."""


def check_terminal() -> None:
    """Refuse to draw where nothing can be drawn.

    Raises:
        NoTerminalError: Input or output is no terminal, or a dumb one.
    """
    streams = (
        sys.stdin,
        sys.stdout,
        sys.stderr,
    )  # each is None when it was closed before the start
    # Textual draws on standard error and reads standard input; without them it would wait for ever.
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise NoTerminalError(
            "This needs a terminal, and its input or output is none. "
            "`infotui export json -` works without one."
        )
    if os.environ.get("TERM", "") in {"dumb", "unknown"}:
        raise NoTerminalError(
            "This terminal (TERM=dumb) cannot place text on the screen. "
            "Use another one, or `infotui export json -`."
        )


def show(path: Path) -> None:
    """Open a notebook on Today."""
    settings, trouble = load_settings()
    run_on(Desks.open(path, settings), "today", trouble)


def show_live(path: Path, who: str | None, new: str | None) -> None:
    """Open a notebook on the live screen.

    Args:
        path: The notebook.
        who: Part of a contact's name; None for the interview that is on now.
        new: The name of somebody new.

    Raises:
        InfotuiError: Nobody, or more than one, is called like that.
    """
    settings, trouble = load_settings()
    if who and not path.exists():
        raise NotFoundError(
            f"There is no notebook at {path}, so nobody called “{who}” is in it. "
            f'`infotui live --new "{who}"` begins one with them.'
        )
    desks = Desks.open(path, settings)
    try:
        if new is not None:
            desks.live.begin_at_once(None, new)
        elif who:
            desks.live.choose_by_name(who)
        else:
            chosen = desks.live.choose_now()
            if chosen is not None:
                desks.plans.focus(chosen)
    except BaseException:
        desks.close()
        raise
    run_on(desks, "live", trouble)


def show_rehearsal(path: Path, who: str, speed: int) -> None:
    """Open a notebook on the rehearsal of a planned talk (M7).

    Args:
        path: The notebook.
        who: A contact's name; empty for the talk that is near, in focus, or next.
        speed: How many times faster the clock runs.

    Raises:
        InfotuiError: There is no such talk, or it cannot be rehearsed.
    """
    settings, trouble = load_settings()
    if not path.exists():
        raise NotFoundError(f"There is no notebook at {path}, so nothing is planned in it yet.")
    from infotui.services.rehearsal import check_rehearsal, choose

    desks = Desks.open(path, settings)
    try:
        chosen = choose(desks, who)
        check_rehearsal(desks, chosen)
        desks.plans.focus(chosen)
    except BaseException:
        desks.close()
        raise
    run_on(desks, "prepare", trouble, rehearse=(chosen, speed))


def run_on(
    desks: Desks,
    start: str,
    warnings: tuple[str, ...],
    *,
    rehearse: tuple[int, int] | None = None,
) -> None:
    """Draw until the person leaves; whatever happens, the notebook is closed properly.

    Args:
        desks: The open notebook.
        start: The screen to begin on.
        warnings: Sentences to show first.
        rehearse: The interview to rehearse at once, and how fast.
    """
    try:
        # Collecting garbage while the first screen is built costs a tenth of the time to it; the app
        # switches it on again as soon as there is a picture.
        gc.disable()
        from infotui.tui.app import InfotuiApp

        app = InfotuiApp(desks, start, warnings)
        if rehearse is not None:
            app.rehearse_first(*rehearse)
        app.run()
    finally:
        gc.enable()
        desks.close()
    if app.return_code:
        sys.exit(app.return_code)

"""Opens a sample notebook: made once a day, then copied, so that looking at it costs no wait."""

import contextlib
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import infotui
from infotui.cli.screens import run_on
from infotui.config import paths
from infotui.config.local_zone import local_zone
from infotui.config.settings import Settings, load_settings
from infotui.domain.clock import SystemClock
from infotui.domain.errors import NotebookError
from infotui.services.desks import Desks

# Whose sample it is, where the settings do not say who one is: so that drafts read as in earnest.
_ROBIN = "Robin Vale"
_WHO_ROBIN_IS = "I teach physics at a school and look for work in which explaining things counts."


def show_demo(keep: Path | None) -> None:
    """Open a sample notebook: a throwaway one, or one that is kept in a new file."""
    settings, trouble = load_settings()
    settings = replace(
        settings, name=settings.name or _ROBIN, about=settings.about or _WHO_ROBIN_IS
    )
    with tempfile.TemporaryDirectory(prefix="infotui-demo-") as folder:
        target = keep or Path(folder) / "sample.db"
        run_on(_open_sample(target, settings), "today", trouble)


def _open_sample(target: Path, settings: Settings) -> Desks:
    """Open the sample at `target`; a copy of today's that does not open is made anew, once."""
    if not _lay_sample(target, settings):
        return Desks.open(target, settings)
    try:
        return Desks.open(target, settings)
    except NotebookError:
        target.unlink(missing_ok=True)
        _lay_sample(target, settings, anew=True)
        return Desks.open(target, settings)


def _lay_sample(target: Path, settings: Settings, *, anew: bool = False) -> bool:
    """Put the sample of this day at `target`: made once a day, then copied.

    Returns:
        Whether it is a copy of one that was made before.
    """
    clock = SystemClock()
    zone = local_zone(settings.time_zone)
    today = clock.now().astimezone(zone).date()
    made = _sample_of(today, zone.key)
    if anew or not made.exists():
        sys.stderr.write("Making the sample notebook …\r")
        sys.stderr.flush()
        from infotui.services.sample import make_sample

        with tempfile.TemporaryDirectory(prefix="infotui-sample-") as folder:
            fresh = Path(folder) / "sample.db"
            make_sample(fresh, clock.now(), zone)
            _copy(fresh, target)
            with contextlib.suppress(OSError, NotebookError):
                _remember(fresh, made)
        return False
    _copy(made, target)
    return True


def _sample_of(today: date, zone: str) -> Path:
    name = f"sample-{infotui.__version__}-{today:%Y%m%d}-{zone.replace('/', '-')}.db"
    return paths.cache_folder() / name


def _remember(fresh: Path, made: Path) -> None:
    """Keep today's sample for the next start, and drop those of other days."""
    made.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in made.parent.glob("sample-*.db"):
        old.unlink(missing_ok=True)
    unready = made.with_suffix(".part")
    _copy(fresh, unready)
    unready.replace(made)


def _copy(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with source.open("rb") as reading, os.fdopen(handle, "wb") as writing:
            shutil.copyfileobj(reading, writing)
    except OSError as cause:
        raise NotebookError(f"{target} cannot be written ({cause.strerror}).") from cause

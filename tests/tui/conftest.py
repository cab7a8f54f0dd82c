"""What tests of the screens share: a sample notebook made once, and the writing road loaded once."""

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from infotui.services.desks import Desks
from infotui.services.sample import make_sample
from infotui.storage import warm
from tests.builders import BERLIN, made_once, open_desks
from tests.fakes import START, ManualClock


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    # The app loads it in a thread after its first picture; loaded before, no test has to wait for it.
    warm.load()


@pytest.fixture(scope="session", autouse=True)
def _collected(_loaded: None) -> Iterator[None]:
    # Each start of the app freezes whatever there is, for good: with hundreds of apps in one process
    # that would keep the garbage of all tests before it. What is loaded by now is frozen once instead.
    gc.collect()
    gc.freeze()
    usual = gc.get_threshold()
    gc.set_threshold(30_000, 10, 10)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "freeze", lambda: None)
        yield
    gc.set_threshold(*usual)
    gc.unfreeze()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample notebook on the morning the clock stands at; copy it, do not open it."""
    return made_once(tmp_path_factory, "robin.db", lambda path: make_sample(path, START, BERLIN))


@pytest.fixture
def sample(sample_file: Path, notebook: Path, clock: ManualClock) -> Iterator[Desks]:
    """The desks of a fresh copy of the sample."""
    shutil.copy(sample_file, notebook)
    opened = open_desks(notebook, clock)
    yield opened
    opened.close()

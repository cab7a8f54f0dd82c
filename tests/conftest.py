"""What every test gets: a home of its own, a clock that stands, and a notebook's desks on request."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.fakes import ManualClock
from tests.tries import try_for

if TYPE_CHECKING:
    from infotui.services.desks import Desks

_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


def pytest_configure(config: pytest.Config) -> None:
    # How long an example takes says more of the machine than of the program.
    hypothesis.settings.register_profile("house", deadline=None)
    hypothesis.settings.load_profile("house")
    try_for(config.option.markexpr)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.markexpr == "slow":
        # The plain run tries some examples of each property; the slow run tries all of them.
        for item in items:
            if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
                item.add_marker("slow")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whatever the person who runs the tests has set or noted down must not be read, nor touched.
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("INFOTUI_NOTEBOOK", "TEXTUAL_THEME", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands at 2026-11-23 10:00 UTC."""
    return ManualClock()


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Where the test's notebook is, or would be."""
    return tmp_path / "notebook.db"


@pytest.fixture
def desks(notebook: Path, clock: ManualClock) -> "Iterator[Desks]":
    """The desks of an empty notebook of Robin Vale's, in Berlin."""
    from tests.builders import open_desks  # most tests need no desks

    opened = open_desks(notebook, clock)
    yield opened
    opened.close()

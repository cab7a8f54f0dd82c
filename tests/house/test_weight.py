"""What an import costs: each way in loads what it needs and nothing more, asked of a fresh Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT, modules, within

SLOW = {"sqlmodel", "sqlalchemy", "pydantic", "textual", "rich", "dateutil", "holidays", "plotille"}
PURE = [
    name
    for name in sorted(modules())
    if within(name, "infotui.domain") and not within(name, "infotui.domain.records")
]


def loaded_by(code: str, folder: Path) -> set[str]:
    """Run code in a fresh Python that has no files of a user's, and give the modules it loaded."""
    ending = "\nimport sys as _s; _s.stdout.write('\\n@' + ' '.join(_s.modules))"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "INFOTUI", "PYTHON"))}
    done = subprocess.run(
        [sys.executable, "-c", code + ending],
        cwd=ROOT,
        env={**kept, "HOME": str(folder), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("@")[2].split())


def tops(loaded: set[str]) -> set[str]:
    return {name.split(".")[0] for name in loaded}


def test_infotui_itself_loads_nothing_else_of_infotui(tmp_path: Path) -> None:
    loaded = loaded_by("import infotui", tmp_path)
    assert {name for name in loaded if within(name, "infotui")} == {"infotui"}
    assert tops(loaded) & (SLOW | {"sqlite3", "argparse", "asyncio"}) == set()


def test_the_pure_domain_loads_nothing_slow(tmp_path: Path) -> None:
    loaded = loaded_by("\n".join(f"import {name}" for name in PURE), tmp_path)
    unwanted = SLOW | {"sqlite3", "argparse", "asyncio", "platformdirs", "tzlocal"}
    assert tops(loaded) & unwanted == set()
    layers = {n.split(".")[1] for n in loaded if n.startswith("infotui.")}
    assert layers == {"domain"}
    assert not any(within(name, "infotui.domain.records") for name in loaded)


# Each way in, what it is asked to do, and what must not be loaded by then.
SCREENS = [name for name in sorted(modules()) if name.startswith("infotui.tui.screens.")]
MODELS = {"sqlmodel", "sqlalchemy", "pydantic"}
HELP = """
import sys
from infotui.cli.main import run
sys.argv = ["infotui", "--help"]
try:
    run()
except SystemExit as left:
    assert left.code in (0, None), left.code
"""
WAYS = {
    "infotui.config.settings": (
        "from infotui.config.settings import load_settings; load_settings()",
        SLOW | {"sqlite3"},
    ),
    "infotui.config.bank_files": (
        "from infotui.config.bank_files import load_bank; assert load_bank().questions",
        SLOW | {"sqlite3"},
    ),
    "infotui.formats.json_notebook": ("import infotui.formats.json_notebook", SLOW | {"sqlite3"}),
    "infotui.storage.store": ("import infotui.storage.store", SLOW),
    "infotui.services.desks": ("import infotui.services.desks", SLOW | {"argparse"}),
    "infotui.cli.main": (
        HELP,
        SLOW | {"sqlite3", "asyncio", "platformdirs", "tzlocal", "infotui.services", "infotui.tui"},
    ),
    "infotui.tui.app": (
        "\n".join(f"import {name}" for name in ("infotui.tui.app", *SCREENS)),
        MODELS | {"dateutil", "argparse", "plotille"},
    ),
}


@pytest.mark.parametrize("way", [way for way in WAYS if way in modules()])
def test_a_way_in_loads_no_more_than_it_needs(way: str, tmp_path: Path) -> None:
    code, unwanted = WAYS[way]
    loaded = loaded_by(code, tmp_path)
    assert way in loaded
    assert (tops(loaded) | loaded) & unwanted == set()


def test_a_notebook_is_opened_and_read_without_sqlmodel(tmp_path: Path) -> None:
    """The reading road: everything the first screen asks for, on a notebook that is new."""
    code = f"""
from datetime import UTC, datetime
from pathlib import Path
from infotui.config.settings import Settings
from infotui.domain.clock import SetClock
from infotui.services.desks import Desks
clock = SetClock(datetime(2026, 11, 26, 14, 0, tzinfo=UTC))
desks = Desks.open(Path({str(tmp_path)!r}) / "n.db", Settings(time_zone="UTC"), clock)
assert desks.plans.ahead() == [] and desks.followups.open_loops() == []
assert desks.contacts.page("", 0, 50) == [] and desks.review.conversations("a word") == []
assert desks.introductions.of_contact(1) == [] and desks.outreach.advice_by_contact() == {{}}
assert desks.followups.figures().contacts == 0 and desks.live.interrupted() is None
desks.close()
"""
    loaded = loaded_by(code, tmp_path)
    assert "infotui.services.desks" in loaded
    assert tops(loaded) & SLOW == set()


def test_the_agenda_is_printed_without_screens_or_sqlmodel(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from infotui.config.settings import Settings
from infotui.services.desks import Desks
Desks.open(Path({str(tmp_path)!r}) / "n.db", Settings()).close()
from infotui.cli.main import main
for more in ([], ["--json"]):
    assert main(["agenda", "--notebook", {str(tmp_path / "n.db")!r}, *more]) == 0
"""
    loaded = loaded_by(code, tmp_path)
    assert "infotui.formats.agenda" in loaded
    assert (tops(loaded) | loaded) & (SLOW | {"infotui.tui"}) == set()


def test_a_search_is_printed_without_screens_or_sqlmodel(tmp_path: Path) -> None:
    code = f"""
from pathlib import Path
from infotui.config.settings import Settings
from infotui.services.desks import Desks
Desks.open(Path({str(tmp_path)!r}) / "n.db", Settings()).close()
from infotui.cli.main import main
for more in ([], ["--json"]):
    assert main(["search", "from:amina", "word", "--notebook", {str(tmp_path / "n.db")!r}, *more]) == 0
"""
    loaded = loaded_by(code, tmp_path)
    assert "infotui.services.search" in loaded
    assert (tops(loaded) | loaded) & (SLOW | {"infotui.tui"}) == set()

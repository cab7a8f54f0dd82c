"""The wheel: what is in it, and that it is the same program as the checkout it was built from."""

import configparser
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

import infotui
from infotui.config.settings import Settings
from infotui.services.desks import Desks
from tests.builders import a_held_interview, open_desks
from tests.fakes import ManualClock

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = ROOT / "infotui"
BANK: Final = """
import json
from infotui.config.bank_files import load_bank
from infotui.config.paths import shipped_bank_file
import infotui
bank = load_bank()
print(json.dumps({"from": infotui.__file__, "bank": str(shipped_bank_file()), "trouble": bank.trouble,
                  "questions": bank.questions, "sets": bank.sets}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network and without touching the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=60,
    )
    [built] = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what an installation of the wheel would."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def run(where: Path, folder: Path, *words: str) -> str:
    """Run this Python in a folder of its own, with nothing on its path but what is in `where`."""
    done = subprocess.run(
        [sys.executable, "-P", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(where)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


# ── what is in it ─────────────────────────────────────────────────────────────────────────────────


def test_it_holds_every_file_of_the_package_and_the_bank(wheel: Path) -> None:
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.suffix in {".py", ".tcss", ".typed", ".txt"}
    }
    held = {name for name in names_in(wheel) if name.startswith("infotui/")}
    assert held == ours | {"infotui/question_bank.toml"}
    assert "infotui/py.typed" in held
    assert sum(name.endswith(".tcss") for name in held) >= 9
    assert sum(name.startswith("infotui/templates/") for name in held) >= 11


def test_it_holds_nothing_else_and_the_bank_as_it_is(wheel: Path) -> None:
    record = f"infotui-{infotui.__version__}.dist-info/"
    assert {name.split("/")[0] + "/" for name in names_in(wheel)} == {"infotui/", record}
    assert record + "licenses/LICENSE" in names_in(wheel)
    with zipfile.ZipFile(wheel) as archive:
        bank = archive.read("infotui/question_bank.toml")
    assert bank == (ROOT / "question_bank.toml").read_bytes()


def test_it_names_its_version_its_command_and_what_it_needs(wheel: Path) -> None:
    record = f"infotui-{infotui.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        points = configparser.ConfigParser()
        points.read_string(archive.read(f"{record}/entry_points.txt").decode())
        facts = archive.read(f"{record}/METADATA").decode()
    assert dict(points["console_scripts"]) == {"infotui": "infotui.cli.main:run"}
    assert f"\nVersion: {infotui.__version__}\n" in facts
    assert "\nRequires-Python: >=3.11\n" in facts
    assert wheel.name == f"infotui-{infotui.__version__}-py3-none-any.whl"


def test_a_build_leaves_the_checkout_as_it_was(wheel: Path) -> None:
    assert not (PACKAGE / "question_bank.toml").exists()
    assert not (ROOT / "dist").exists()


# ── it is the same program ────────────────────────────────────────────────────────────────────────


def test_both_say_the_same_version(installed: Path, tmp_path: Path) -> None:
    told = {run(where, tmp_path, "-m", "infotui", "--version") for where in (installed, ROOT)}
    assert told == {f"infotui {infotui.__version__}\n"}


def test_the_command_is_the_module(installed: Path, tmp_path: Path) -> None:
    call = (
        "import sys; from infotui.cli.main import run; sys.argv = ['infotui', '--version']; run()"
    )
    assert run(installed, tmp_path, "-c", call) == f"infotui {infotui.__version__}\n"


def test_both_have_the_same_bank_each_its_own_copy(installed: Path, tmp_path: Path) -> None:
    from_wheel, from_checkout = (
        json.loads(run(where, tmp_path, "-c", BANK)) for where in (installed, ROOT)
    )
    assert Path(from_wheel.pop("from")).is_relative_to(installed)
    assert Path(from_checkout.pop("from")).is_relative_to(ROOT)
    assert Path(from_wheel.pop("bank")) == installed / "infotui" / "question_bank.toml"
    assert Path(from_checkout.pop("bank")) == ROOT / "question_bank.toml"
    assert from_wheel == from_checkout
    assert from_wheel["trouble"] == []
    assert len(from_wheel["questions"]) >= 46


def test_both_export_the_same(installed: Path, tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    desks = open_desks(notebook, ManualClock())
    a_held_interview(desks, "grew up near here", "> Jane Doe, fuel cells")
    desks.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    words = ("-m", "infotui", "--notebook", str(notebook), "export", "json", "-")
    from_wheel, from_checkout = (run(where, elsewhere, *words) for where in (installed, ROOT))
    assert from_wheel == from_checkout
    assert json.loads(from_wheel)["lead"][0]["name"] == "Jane Doe"


def test_a_notebook_made_by_the_wheel_opens_here(installed: Path, tmp_path: Path) -> None:
    make = (
        "import sys; from pathlib import Path\n"
        "from infotui.services.desks import Desks\n"
        "from infotui.config.settings import Settings\n"
        "from infotui.domain.contact import ContactForm\n"
        "desks = Desks.open(Path(sys.argv[1]), Settings())\n"
        "desks.contacts.add(ContactForm(name='Zoë 日本'))\n"
        "desks.close()\n"
    )
    run(installed, tmp_path, "-c", make, str(tmp_path / "n.db"))
    desks = Desks.open(tmp_path / "n.db", Settings())
    assert [row.name for row in desks.contacts.page("", 0, 10)] == ["Zoë 日本"]
    desks.close()

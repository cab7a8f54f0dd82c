"""Where things are: by the platform's rules, and nothing is made by asking."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from infotui.config import paths

ASKED: list[Callable[[], Path]] = [
    paths.default_notebook, paths.config_folder, paths.cache_folder,
    paths.settings_file, paths.user_bank_file,
]  # fmt: skip


@pytest.mark.parametrize("ask", ASKED)
def test_asking_makes_nothing(
    ask: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    found = ask()
    assert found.is_absolute()
    assert "infotui" in found.parts
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("ask", "folder", "name"),
    [
        (paths.default_notebook, "user_data_dir", "notebook.db"),
        (paths.settings_file, "user_config_dir", "settings.toml"),
        (paths.user_bank_file, "user_config_dir", "question_bank.toml"),
    ],
)
def test_each_file_lies_in_the_platforms_folder(
    ask: Callable[[], Path], folder: str, name: str
) -> None:
    assert ask() == Path(getattr(platformdirs, folder)("infotui", appauthor=False)) / name


def test_what_must_last_does_not_lie_where_things_are_thrown_away() -> None:
    lasting = [paths.default_notebook(), paths.settings_file(), paths.user_bank_file()]
    assert len(set(lasting)) == 3
    assert not any(path.is_relative_to(paths.cache_folder()) for path in lasting)


def test_the_shipped_bank_is_there_and_is_a_bank() -> None:
    document = tomllib.loads(paths.shipped_bank_file().read_text(encoding="utf-8"))
    assert document["format"] == 1


def test_the_bank_inside_the_package_comes_before_the_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "infotui"
    package.mkdir()
    monkeypatch.setattr(paths.infotui, "__file__", str(package / "__init__.py"))
    assert paths.shipped_bank_file() == tmp_path / "question_bank.toml"
    (package / "question_bank.toml").write_text("format = 1\n", encoding="utf-8")
    assert paths.shipped_bank_file() == package / "question_bank.toml"

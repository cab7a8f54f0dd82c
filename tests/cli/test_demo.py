"""The sample notebook on the command line: made once a day, kept on request, never over what stands."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.cli import demo
from infotui.config import paths
from infotui.config.settings import Settings
from infotui.storage.store import Store
from tests.cli.conftest import Screens
from tests.fakes import ManualClock

Run = Callable[..., int]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which samples were made: small ones, because the story itself takes seconds and has its own tests."""
    laid: list[Path] = []

    def make(path: Path, _now: object, _zone: object) -> None:
        laid.append(path)
        Store.open(path, ManualClock()).close()

    monkeypatch.setattr("infotui.services.sample.make_sample", make)
    return laid


def cached() -> list[Path]:
    folder = paths.cache_folder()
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_it_opens_on_today_with_the_whole_story_and_leaves_only_the_days_copy(
    infotui: Run, shown: Screens, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("demo") == 0
    assert shown.start == "today"
    assert len(shown.people) >= 14
    assert not shown.path.exists(), "it is a throwaway one"
    assert not shown.path.parent.exists()
    assert not paths.default_notebook().exists()
    said = capsys.readouterr()
    assert said.out == ""
    assert "Making the sample notebook" in said.err
    [copy] = cached()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_the_second_start_of_a_day_only_copies(
    infotui: Run, shown: Screens, made: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("demo") == 0
    first = shown.path
    before = [(path, path.read_bytes()) for path in cached()]
    capsys.readouterr()
    assert infotui("demo") == 0
    assert len(made) == 1
    assert shown.opened == 2
    assert shown.path != first
    assert [(path, path.read_bytes()) for path in cached()] == before
    assert capsys.readouterr().err == ""


def test_yesterdays_copy_goes_and_files_of_others_stay(
    infotui: Run, shown: Screens, made: list[Path]
) -> None:
    folder = paths.cache_folder()
    folder.mkdir(parents=True)
    yesterday = folder / "sample-0.0.1-20200101-Etc-UTC.db"
    other = folder / "something else.db"
    for path in (yesterday, other):
        path.write_bytes(b"old")
    assert infotui("demo") == 0
    assert not yesterday.exists()
    assert other.read_bytes() == b"old"
    assert len(cached()) == 2


def test_another_day_has_another_sample(
    infotui: Run, shown: Screens, made: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "SystemClock", ManualClock)
    assert infotui("demo") == 0
    [copy] = cached()
    assert "20261123" in copy.name
    copy.rename(copy.with_name(copy.name.replace("20261123", "20261122")))
    assert infotui("demo") == 0
    assert len(made) == 2
    assert [path.name for path in cached()] == [copy.name]


def test_where_nothing_can_be_cached_it_works_all_the_same(
    infotui: Run, shown: Screens, made: list[Path]
) -> None:
    # A file where the folder should be stops root as well.
    paths.cache_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.cache_folder().write_text("not a folder", "utf-8")
    assert infotui("demo") == 0
    assert infotui("demo") == 0
    assert shown.opened == 2
    assert len(made) == 2
    assert paths.cache_folder().read_text("utf-8") == "not a folder"


def test_a_copy_that_is_no_notebook_is_made_anew(
    infotui: Run, shown: Screens, made: list[Path]
) -> None:
    assert infotui("demo") == 0
    [copy] = cached()
    copy.write_bytes(b"cut off")
    assert infotui("demo") == 0
    assert shown.opened == 2


# ── --keep ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["mine.db", "new folder/below/mine.db"])
def test_a_kept_sample_is_a_private_notebook_in_its_place(
    infotui: Run, shown: Screens, made: list[Path], tmp_path: Path, name: str
) -> None:
    target = tmp_path / "kept" / name
    assert infotui("demo", "--keep", target) == 0
    assert shown.path == target
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700
    with Store.open(target, ManualClock()) as store:
        assert not store.read_only


def _file(path: Path) -> None:
    path.write_text("my own notebook", "utf-8")


def _empty(path: Path) -> None:
    path.touch()


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("stands", [_file, _empty, _folder])
def test_what_stands_there_is_left_alone(
    infotui: Run,
    shown: Screens,
    made: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    stands: Callable[[Path], None],
) -> None:
    target = tmp_path / "mine.db"
    stands(target)
    before = target.lstat()
    assert infotui("demo", "--keep", target) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"infotui: {target} stands already")
    assert said.count("\n") == 1
    now = target.lstat()
    assert (now.st_size, now.st_mtime, now.st_mode) == (
        before.st_size,
        before.st_mtime,
        before.st_mode,
    )
    assert (shown.opened, made, cached()) == (0, [], [])


def test_a_link_that_leads_nowhere_stands_there_too(
    infotui: Run, shown: Screens, made: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "mine.db"
    target.symlink_to(tmp_path / "elsewhere.db")
    assert infotui("demo", "--keep", target) == 1
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_place_that_cannot_be_written_is_told(
    infotui: Run,
    shown: Screens,
    made: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert infotui("demo", "--keep", tmp_path / "file" / "mine.db") == 1
    said = capsys.readouterr().err
    assert "mine.db cannot be written" in said
    assert shown.opened == 0


def test_a_name_too_long_is_told(
    infotui: Run,
    shown: Screens,
    made: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert infotui("demo", "--keep", tmp_path / ("x" * 300)) == 1
    assert "File name too long" in capsys.readouterr().err


def test_broken_settings_are_told_on_the_sample_too(
    infotui: Run, shown: Screens, made: list[Path]
) -> None:
    paths.config_folder().mkdir(parents=True)
    paths.settings_file().write_text("nudge = 500", "utf-8")
    assert infotui("demo") == 0
    assert len(shown.warnings) == 1
    assert Settings().nudge == 20

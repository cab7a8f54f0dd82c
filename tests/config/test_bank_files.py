"""The shipped bank and the user's own: joined, and a broken one told but never in the way."""

from pathlib import Path

import pytest

from infotui.config import paths
from infotui.config.bank_files import load_bank

SHIPPED = """format = 1
[[set]]
id = "core"
title = "Core"
[[question]]
id = "day"
set = "core"
text = "What is a day like?"
[[question]]
id = "else"
set = "core"
text = "Who else?"
"""


def own_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "own.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    path = tmp_path / "shipped.toml"
    path.write_text(SHIPPED, encoding="utf-8")
    return path


def test_without_a_bank_of_ones_own_the_shipped_one_is_used(tmp_path: Path, shipped: Path) -> None:
    bank = load_bank(shipped, tmp_path / "none.toml")
    assert [q.id for q in bank.questions] == ["day", "else"]
    assert bank.trouble == ()
    assert not (tmp_path / "none.toml").exists()


def test_ones_own_entries_add_or_replace_by_id(tmp_path: Path, shipped: Path) -> None:
    own = own_file(
        tmp_path,
        """format = 1
        [[set]]
        id = "core"
        title = "My core"
        [[question]]
        id = "else"
        text = "Whom next?"
        [[question]]
        id = "mine"
        text = "Why fuel cells?"
        """,
    )
    bank = load_bank(shipped, own)
    assert [(q.id, q.text) for q in bank.questions] == [
        ("day", "What is a day like?"),
        ("else", "Whom next?"),
        ("mine", "Why fuel cells?"),
    ]
    assert [s.title for s in bank.sets] == ["My core"]
    assert bank.trouble == ()


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("format = 1\n[[question]\n", 2, ""),
        ("format = 1\n\n[[question]]\nid = 'a'\n", 3, "`text` is missing"),
        (
            "format = 1\n[[question]]\nid='a'\ntext='b'\n\n[[question]]\nid='c'\ntext=3\n",
            6,
            "`text`",
        ),
        (
            "format = 1\n[[question]]\nid='a'\ntext='b'\n[[question]]\nid='a'\ntext='c'\n",
            5,
            "`a` is there twice",
        ),
        ("format = 1\n# x\n[[set]]\nid='s'\n", 3, "`title` is missing"),
        ("format = 1\n[[question]]\nid='a'\ntext='b'\ngoals=['fame']\n", 2, "`fame` is no kind"),
        ("format = 2\n", 1, "format = 1"),
        ("[[question]]\nid='a'\ntext='b'\n", 1, "format = 1"),
        (b"format = 1\n\xff\n", 2, "not UTF-8"),
    ],
)
def test_a_broken_bank_is_told_with_file_and_line_and_the_shipped_one_loads(
    tmp_path: Path, shipped: Path, content: str | bytes, line: int, reason: str
) -> None:
    own = own_file(tmp_path, content)
    bank = load_bank(shipped, own)
    assert [q.id for q in bank.questions] == ["day", "else"]
    (sentence,) = bank.trouble
    assert f"{own}, line {line}: " in sentence
    assert reason in sentence


@pytest.mark.parametrize("content", ["a = " + "[" * 50_000, "#" * 2_000_001])
def test_a_bank_that_cannot_be_parsed_at_all_names_its_file(
    tmp_path: Path, shipped: Path, content: str
) -> None:
    bank = load_bank(shipped, own_file(tmp_path, content))
    assert len(bank.questions) == 2
    assert str(tmp_path / "own.toml") in bank.trouble[0]


def test_a_folder_in_its_place_is_told(tmp_path: Path, shipped: Path) -> None:
    bank = load_bank(shipped, tmp_path)
    assert len(bank.questions) == 2
    assert "cannot be read" in bank.trouble[0]


def test_an_empty_file_is_no_trouble(tmp_path: Path, shipped: Path) -> None:
    assert load_bank(shipped, own_file(tmp_path, "")).trouble == ()


def test_both_files_can_be_broken_and_nothing_stops(tmp_path: Path) -> None:
    broken = own_file(tmp_path, "format = \n")
    bank = load_bank(broken, broken)
    assert bank.questions == ()
    assert len(bank.trouble) == 2


def test_by_default_the_installed_bank_and_the_config_folder_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "config_folder", lambda: tmp_path)
    (tmp_path / "question_bank.toml").write_text(
        'format = 1\n[[question]]\nid = "mine"\ntext = "Why?"\n', encoding="utf-8"
    )
    bank = load_bank()
    assert bank.trouble == ()
    assert bank.find("mine") is not None
    assert bank.find("who-else") is not None


@pytest.mark.parametrize(
    "content", ["format = 1\n\n[question]\nid = 'a'\n", "format = 1\n\nquestion = 'x'\n"]
)
def test_single_brackets_are_named_by_their_line(
    tmp_path: Path, shipped: Path, content: str
) -> None:
    assert "line 3:" in load_bank(shipped, own_file(tmp_path, content)).trouble[0]


def test_a_shipped_bank_that_is_missing_is_told(tmp_path: Path) -> None:
    assert load_bank(tmp_path / "gone.toml", tmp_path / "none.toml").trouble


def test_a_number_beyond_all_bounds_never_stops_the_program(tmp_path: Path, shipped: Path) -> None:
    assert len(load_bank(shipped, own_file(tmp_path, "a = " + "1" * 5_000)).questions) == 2

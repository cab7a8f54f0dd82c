"""Reading a TOML file of the user's: every way it can be broken, with file and line."""

from pathlib import Path

import pytest

from infotui.config.toml_file import line_of_key, line_of_table, read_toml
from infotui.domain.errors import SettingsError


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "own.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def sentence_of(path: Path) -> str:
    with pytest.raises(SettingsError) as refused:
        read_toml(path)
    return refused.value.sentence


def test_a_document_comes_with_its_text(tmp_path: Path) -> None:
    text = 'name = "Ana"\n\n[keys]\nmust = "m"\n'
    assert read_toml(written(tmp_path, text)) == ({"name": "Ana", "keys": {"must": "m"}}, text)


def test_a_file_that_is_not_there_is_empty_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "none.toml"
    assert read_toml(path) == ({}, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "\n", "# nothing but a comment\n"])
def test_a_file_without_settings_is_no_trouble(tmp_path: Path, content: str) -> None:
    assert read_toml(written(tmp_path, content)) == ({}, content)


def test_a_mark_of_byte_order_and_dos_lines_are_no_trouble(tmp_path: Path) -> None:
    document, _ = read_toml(written(tmp_path, b'\xef\xbb\xbfname = "Ana"\r\nnudge = 20\r\n'))
    assert document == {"name": "Ana", "nudge": 20}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("name = \n", 1),
        ('a = 1\nb = 2\nname = "Ana\n', 3),
        ("a = 1\na = 2\n", 2),
        ("[keys\n", 1),
        ("a = 1\n\n[x]\n[x]\n", 4),
        ("# one\n# two\nnudge = twenty\n", 3),
        ("a = 1\nb = 2026-13-01\n", 2),
        ("a = [1,\n2,\n", 3),  # it breaks off: the end of the file
        ("a = 1\nb = \x00\n", 2),
    ],
)
def test_what_is_no_toml_names_file_and_line(tmp_path: Path, content: str, line: int) -> None:
    path = written(tmp_path, content)
    said = sentence_of(path)
    assert said.startswith(f"{path}, line {line}: ")
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"\xff", 1),
        (b'name = "Ana"\nfield = "caf\xe9"\n', 2),
        (b"\xef\xbb\xbfa = 1\n\n\nb = '\x80'\n", 4),
        (b"a = 1\n" * 2_000 + b"\xc3\x28", 2_001),
        ("name = 'Ana'\n".encode("utf-16"), 1),
    ],
)
def test_what_is_not_utf_8_names_file_and_line(tmp_path: Path, content: bytes, line: int) -> None:
    path = written(tmp_path, content)
    assert sentence_of(path) == f"{path}, line {line}: this is not UTF-8 text."


@pytest.mark.parametrize(
    "content", ["a = " + "[" * 50_000, "a = " + "[" * 9_000 + "]" * 9_000, "a = " + "{a=" * 9_000]
)
def test_what_is_nested_too_deeply_is_refused(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, content)
    said = sentence_of(path)
    assert said.startswith(str(path))


def test_what_is_far_too_large_is_left_out(tmp_path: Path) -> None:
    assert read_toml(written(tmp_path, b"#" * 2_000_000))[0] == {}
    path = written(tmp_path, b"#" * 2_000_001)
    assert "larger than 2 MB" in sentence_of(path)


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    assert sentence_of(tmp_path).startswith(f"{tmp_path} cannot be read")


def test_a_number_beyond_all_bounds_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a = 1\nnudge = " + "1" * 5_000)
    assert sentence_of(path).startswith(str(path))


# ── lines ────────────────────────────────────────────────────────────────────────────────────────

TEXT = """format = 1
[[set]]
id = "core"

[[question]]
id = "a"
  [[ question ]]
"id" = "b"
[keys]
'questions.must' = "m"
"""


@pytest.mark.parametrize(
    ("table", "index", "line"),
    [
        ("set", 0, 2), ("question", 0, 5), ("question", 1, 7),
        ("", -1, 1), ("ques", 0, 1),
    ],
)  # fmt: skip
def test_the_line_of_a_table_is_found(table: str, index: int, line: int) -> None:
    assert line_of_table(TEXT, table, index) == line


@pytest.mark.parametrize(
    ("key", "line"),
    [("format", 1), ("id", 3), ("questions.must", 10), ("none", 1), (".*", 1), ("", 1)],
)
def test_the_line_of_a_key_is_found(key: str, line: int) -> None:
    assert line_of_key(TEXT, key) == line


def test_the_line_of_a_table_that_is_a_setting_is_found() -> None:
    assert line_of_key(TEXT, "keys") == 9

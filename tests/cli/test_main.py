"""The words after the command: help, version, what is wrong usage, and what loads for them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import infotui as package
from infotui.cli import commands, main
from infotui.domain.errors import NotebookError

Run = Callable[..., int]


def test_help_names_every_command_and_how_to_choose_a_notebook(
    infotui: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("--help") == 0
    said = capsys.readouterr()
    for word in ("demo", "live", "export", "log", "--notebook", "INFOTUI_NOTEBOOK", "--version"):
        assert word in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("demo", ("--keep",)),
        ("live", ("WHO", "--new", "--notebook")),
        ("export", ("json", "paper", "FILE", "standard output", "--force", "--interview")),
        (
            "log",
            ("WHO", "--when", "--organization", "--minutes", "--note", "--notes", "--notebook"),
        ),
    ],
)
def test_each_command_has_its_own_help(
    infotui: Run, capsys: pytest.CaptureFixture[str], command: str, words: tuple[str, ...]
) -> None:
    assert infotui(command, "--help") == 0
    out = capsys.readouterr().out
    assert [word for word in words if word not in out] == []


def test_the_version_is_the_packages(infotui: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert infotui("--version") == 0
    assert capsys.readouterr().out == f"infotui {package.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["bogus"],
        ["--bogus"],
        ["--notebook"],
        ["notebook.db"],
        ["demo", "more"],
        ["demo", "--keep"],
        ["export"],
        ["export", "json"],
        ["export", "xml", "-"],
        ["export", "json", "one.json", "two.json"],
        ["live", "Amina", "--new", "Bo"],
        ["live", "Amina", "Patel"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_and_ends_with_two(
    infotui: Run,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert infotui(*words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("usage: infotui")
    assert "error: " in said.err
    assert list(tmp_path.iterdir()) == []


def test_without_arguments_given_it_reads_those_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["infotui", "--version"])
    with pytest.raises(SystemExit) as ended:
        main.run()
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("infotui ")


def test_an_error_becomes_its_sentence_on_standard_error_and_a_one(
    infotui: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_given: object) -> None:
        raise NotebookError("It cannot be read. Nothing was changed.")

    monkeypatch.setitem(commands.COMMANDS, "export", fail)
    assert infotui("export", "json", "-") == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "infotui: It cannot be read. Nothing was changed.\n")


def test_a_sentence_brings_no_escape_sequence_to_the_terminal(
    infotui: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_given: object) -> None:
        raise NotebookError("Evil\x1b]0;pwned\x07 \x9b31m\u202eTwin and Zoë.")

    monkeypatch.setitem(commands.COMMANDS, "export", fail)
    assert infotui("export", "json", "-") == 1
    said = capsys.readouterr().err
    assert not set("\x1b\x07\x9b\u202e") & set(said)
    assert "Evil" in said
    assert "Twin and Zoë." in said


def test_the_module_is_the_same_program_and_help_loads_no_screens_and_no_records() -> None:
    loaded = (
        "import runpy, sys\n"
        "sys.argv = ['infotui', '--help']\n"
        "try:\n    runpy.run_module('infotui', run_name='__main__')\n"
        "except SystemExit as end:\n    print('ended', end.code)\n"
        "print(sorted({'textual', 'sqlmodel', 'sqlite3', 'rich', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, timeout=30, check=True,
        cwd=Path(package.__file__).parents[1],
    )  # fmt: skip
    assert done.stdout.startswith("usage: infotui")
    assert done.stdout.splitlines()[-2:] == ["ended 0", "[]"]

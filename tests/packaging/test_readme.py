"""README's commands: two on the first screen that need only Python and pip, the second one what CI runs."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from infotui.cli.main import main

ROOT = Path(__file__).parents[2]
FIRST_SCREEN = 30  # lines
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


def readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


def shell_commands(text: str) -> list[str]:
    return [
        command.strip()
        for language, body in FENCE.findall(text)
        if language == "sh"
        for command in body.splitlines()
        if command.strip()
    ]


def first_two() -> tuple[str, str]:
    first_screen = "\n".join(readme().splitlines()[:FIRST_SCREEN]) + "\n"
    open_it, test_it = shell_commands(first_screen)
    return open_it, test_it


def project() -> dict[str, Any]:
    document = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: dict[str, Any] = document["project"]
    return found


def test_every_fence_is_closed() -> None:
    text = readme()
    marks = [line for line in text.splitlines() if line.startswith("```")]
    assert len(marks) == 2 * len(FENCE.findall(text))


@pytest.mark.parametrize("command", shell_commands(readme()))
def test_every_command_is_sound_shell(command: str) -> None:
    done = subprocess.run(["bash", "-n", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_first_opens_the_sample_and_the_second_runs_the_tests() -> None:
    open_it, test_it = first_two()
    assert shlex.split(open_it)[-2:] == [".venv/bin/infotui", "demo"]
    assert shlex.split(test_it)[-3:] == [".venv/bin/python", "-m", "pytest"]


@pytest.mark.parametrize("which", [0, 1], ids=["open", "test"])
def test_both_need_only_python_and_pip_and_a_place_of_their_own(which: int) -> None:
    steps = [shlex.split(step) for step in first_two()[which].split(" && ")]
    assert [step[0] for step in steps[:-1]] == ["python3", "python3"]
    assert steps[0][:3] == ["python3", "-m", "venv"]
    # pip itself may be the system's; what it installs goes where a system that refuses does not mind.
    assert "pip" in steps[1]
    assert ".venv" in steps[0][-1] + " ".join(steps[1])
    assert not {"sudo", "--break-system-packages", "--user"} & {
        word for step in steps for word in step
    }


def test_the_second_installs_the_extra_that_the_tests_need() -> None:
    extras = set(re.findall(r"\.\[([\w,]+)\]", first_two()[1])[0].split(","))
    assert extras <= set(project()["optional-dependencies"])
    assert "test" in extras
    needs = " ".join(project()["optional-dependencies"]["test"])
    for module in ("pytest", "pytest-asyncio", "hypothesis", "pyte", "hatchling"):
        assert module in needs


def test_ci_runs_the_second_word_for_word() -> None:
    script = ROOT / ".ci" / "run"
    assert first_two()[1] in script.read_text("utf-8").splitlines()
    assert os.access(script, os.X_OK)
    done = subprocess.run(["bash", "-n", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ci_looks_at_lint_format_types_and_layers() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    for command in ("ruff check", "ruff format --check", "mypy", "lint-imports"):
        assert command in script


def test_every_infotui_command_of_the_readme_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    told = {
        found.split()[0]
        for found in re.findall(r"`infotui ((?!\[)[a-z][^`]*)`", readme())
    }  # fmt: skip
    assert "demo" in {*told, *first_two()[0].split()}
    for command in told:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
        assert f"infotui {command}" in capsys.readouterr().out


def test_the_command_that_is_installed_is_the_one_that_is_declared() -> None:
    assert project()["scripts"] == {"infotui": "infotui.cli.main:run"}
    beside = Path(sys.executable).parent / "infotui"
    if beside.exists():  # not where the tests run from a path alone
        done = subprocess.run([beside, "--version"], capture_output=True, text=True, check=True)
        assert done.stdout.startswith("infotui ")

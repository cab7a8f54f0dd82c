"""`infotui agenda`: what stands today on standard output, to be read or for programs; nothing is changed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.config import paths
from tests.tui.pilots import dump

Run = Callable[..., int]


def test_it_prints_the_ledger_and_changes_nothing(
    infotui: Run, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dump(written)
    assert infotui("agenda", "--notebook", written) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "\x1b" not in said.out
    assert "Write to Jane Doe" in said.out
    assert "None is planned." in said.out
    assert infotui("--notebook", written, "agenda", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "infotui agenda"
    assert {row["kind"] for row in document["my_move"]} == {"thank-you", "debrief", "lead"}
    assert dump(written) == before


def test_it_is_said_on_standard_error_what_is_wrong(
    infotui: Run, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none.db"
    assert infotui("agenda", "--notebook", missing) == 1
    told = capsys.readouterr()
    assert (told.out, "no notebook" in told.err, missing.exists()) == ("", True, False)
    assert infotui("agenda", "--xml", "--notebook", written) == 2
    settings = paths.settings_file()
    settings.parent.mkdir(parents=True)
    settings.write_text('country = "XX"\n')
    capsys.readouterr()
    assert infotui("agenda", "--notebook", written) == 0
    assert "No holidays are known for the country “XX”" in capsys.readouterr().err

"""`infotui search`: to be read, by lines and as JSON; no record is changed and nothing is obeyed."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.storage.store import Store
from tests.builders import a_held_interview, a_live_interview, many_notes, open_desks
from tests.fakes import ManualClock

Run = Callable[..., int]


def test_it_prints_one_line_for_each_to_other_programs(
    infotui: Run, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("search", "jane", "fuel", "--notebook", written) == 0
    said = capsys.readouterr()
    assert said.out == "2026-11-23\tlead\tAmina Patel\tJane Doe, fuel cells · may mention: yes\n"
    assert said.err == ""


def test_it_is_laid_out_for_who_reads_it(
    infotui: Run, written: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert infotui("--notebook", written, "search", "grew", "near") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Mon 23 Nov")
    assert first.endswith("· note · Amina Patel · Northwind")
    assert second == "    grew up near here"
    assert infotui("--notebook", written, "search", "--limit", "1", "kind:note", "foo:bar") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "foo: is no filter" in told.err
    assert "Nothing was found." in told.err


def test_json_is_versioned_and_whole(
    infotui: Run, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        infotui("search", 'from:"amina patel"', "--json", "--limit", "1", "--notebook", written)
        == 0
    )
    document = json.loads(capsys.readouterr().out)
    assert (document["format"], document["version"]) == ("infotui search", 1)
    assert (document["query"], document["more"]) == ('from:"amina patel"', True)
    (hit,) = document["hits"]
    assert set(hit) == {
        "kind", "part", "at", "who", "organization", "words", "marks", "noun", "id", "interview",
        "contact", "organization_id",
    }  # fmt: skip
    assert infotui("search", "nowhere", "--json", "--notebook", written) == 0
    assert json.loads(capsys.readouterr().out)["hits"] == []


def test_hostile_text_is_not_obeyed(
    infotui: Run, notebook: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    desks = open_desks(notebook, clock)
    a_held_interview(desks, "said candour")
    db = desks.store.reading()
    db.execute("UPDATE note SET text = 'a \x1b[31m candour\x1b]0;x\x07\u202e end'")
    db.execute("UPDATE contact SET name = 'Eve\x1b[2J'")
    desks.close()
    for more in ([], ["--json"]):
        assert infotui("search", "candour", *more, "--notebook", notebook) == 0
        said = capsys.readouterr()
        assert "candour" in said.out
        assert not {"\x1b", "\x07", "\u202e", "\x00"} & set(said.out)
    assert infotui("search", "x\x1b[2J:y", "--notebook", notebook) == 0
    assert "\x1b" not in capsys.readouterr().err


def test_it_reads_beside_another_program(
    infotui: Run, written: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store.open(written, clock) as store:
        assert not store.read_only
        assert infotui("search", "jane", "--notebook", written) == 0
        assert "Jane Doe" in capsys.readouterr().out


def test_all_that_was_written_is_found_at_once(
    infotui: Run, written: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    desks = open_desks(written, clock)
    many_notes(desks, a_live_interview(desks, "the first okapi"), "more of it", 3_500)
    kept = desks.store.reading().execute("SELECT count(*) FROM unindexed").fetchone()[0]
    assert infotui("search", "okapi", "--notebook", written) == 0, "another program writes it"
    assert "the first okapi" in capsys.readouterr().out
    assert desks.store.reading().execute("SELECT count(*) FROM unindexed").fetchone()[0] == kept
    desks.close()
    assert infotui("search", "okapi", "--notebook", written) == 0
    assert "the first okapi" in capsys.readouterr().out
    desks = open_desks(written, clock)
    assert desks.store.reading().execute("SELECT count(*) FROM unindexed").fetchone() == (0,)
    desks.close()


@pytest.mark.parametrize("limit", ["0", "1001", "-3", "many"])
def test_a_wrong_limit_is_wrong_usage(
    limit: str, infotui: Run, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("search", "x", f"--limit={limit}", "--notebook", written) == 2
    assert "limit" in capsys.readouterr().err


def test_without_a_notebook_or_words_nothing_is_made(
    infotui: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none.db"
    assert infotui("search", "x", "--notebook", missing) == 1
    assert "no notebook" in capsys.readouterr().err
    assert not missing.exists()
    assert infotui("search", "--notebook", missing) == 2

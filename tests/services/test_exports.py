"""Exports: the whole notebook at one moment, steady to the byte, into a file that is whole or not there."""

import json
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from infotui.domain.errors import ExportError
from infotui.domain.kept import live_line
from infotui.services import exports
from infotui.services.desks import Desks
from infotui.services.exports import file_at_home, stands, write_out
from infotui.storage.everything import TABLES
from tests.builders import a_contact, a_held_interview, a_live_interview, later, reopened

NASTY = "“quotes”, \\back\\slash, </script>, é, 日本, 🙂, \t tab"


def whole(desks: Desks) -> str:
    return "".join(desks.exports.as_json())


@pytest.fixture
def told(desks: Desks) -> Desks:
    """A notebook with a held and a live talk, and a half-typed line."""
    a_held_interview(desks, NASTY, "* a fact", "> Jane Doe")
    later(desks, days=1)
    talk = a_live_interview(desks, "two\nlines")
    desks.scribe.keep(live_line(desks.plans.sheet(talk).interview.uuid), "half a line")
    return desks


# ── what is written ───────────────────────────────────────────────────────────────────────────────


def test_it_is_json_with_every_table(told: Desks) -> None:
    document = json.loads(whole(told))
    assert list(document) == ["format", "version", "notebook", *TABLES]
    assert (document["format"], document["version"]) == ("infotui notebook", 1)
    assert [note["text"] for note in document["note"]] == [
        NASTY,
        "* a fact",
        "> Jane Doe",
        "two",
        "lines",
    ]
    assert [row["text"] for row in document["unfinished"]] == ["half a line"]
    assert {row["state"] for row in document["interview"]} == {"held", "live"}


def test_the_same_notebook_gives_the_same_bytes(told: Desks) -> None:
    before = whole(told)
    assert whole(told) == before
    told.review.conversations("fact")
    told.plans.focus(1)
    again = reopened(told)
    assert whole(again) == before
    a_contact(again, "Li Wei")
    assert whole(again) != before
    again.close()


def test_an_empty_notebook_is_a_document_too(desks: Desks) -> None:
    document = json.loads(whole(desks))
    assert [document[table] for table in TABLES] == [[]] * len(TABLES)


def test_bytes_that_are_no_text_do_not_stop_it(told: Desks) -> None:
    told.store.reading().execute("UPDATE contact SET about = CAST(x'41e9' AS TEXT)")
    assert json.loads(whole(told))["contact"][0]["about"] == "A\ufffd"


def test_a_reader_exports_what_the_writer_wrote(told: Desks) -> None:
    second = Desks.open(told.store.path, told.settings, told.clock, only_read=True)
    assert whole(second) == whole(told)
    second.close()


def test_an_export_that_is_given_up_leaves_the_notebook_free(told: Desks) -> None:
    pieces = iter(told.exports.as_json())
    next(pieces)
    assert isinstance(pieces, Iterator)
    pieces.close()  # type: ignore[attr-defined]
    a_contact(told, "Li Wei")
    assert told.contacts.count("Li Wei") == 1


def test_what_is_typed_during_an_export_is_not_lost(told: Desks) -> None:
    pieces = iter(told.exports.as_json())
    next(pieces)
    assert told.scribe.keep(live_line("other"), "typed meanwhile")
    list(pieces)
    assert told.scribe.unfinished(live_line("other")) == "typed meanwhile"


# ── where it is written ───────────────────────────────────────────────────────────────────────────


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_is_written_whole_and_private(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    write_out(["é\n", "b\r\n"], str(target))
    assert target.read_bytes() == "é\nb\r\n".encode()
    assert names(tmp_path) == ["out.json"]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_file_that_stands_is_replaced_only_when_told(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("mine")
    with pytest.raises(ExportError, match=r"stands already.*--force"):
        write_out(["new"], str(target))
    assert target.read_text() == "mine"
    write_out(["new"], str(target), force=True)
    assert target.read_text() == "new"
    assert names(tmp_path) == ["out.json"]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("stands", [False, True])
@pytest.mark.parametrize("why", [OSError(28, "No space left"), KeyboardInterrupt(), ValueError()])
def test_an_export_that_fails_leaves_what_was_there(
    tmp_path: Path, why: BaseException, stands: bool, force: bool
) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise why

    target = tmp_path / "out.json"
    if stands:
        target.write_text("mine")
    with pytest.raises((ExportError, type(why))):
        write_out(pieces(), str(target), force=force)
    assert names(tmp_path) == (["out.json"] if stands else [])
    assert not stands or target.read_text() == "mine"


def test_a_disk_in_trouble_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(exports.os, "fsync", fail)
    with pytest.raises(ExportError, match=r"cannot be written .Input/output error"):
        write_out(["x"], str(tmp_path / "out.json"))
    assert names(tmp_path) == []


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_no_file(tmp_path: Path, force: bool) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        write_out(["x"], str(tmp_path), force=force)
    with pytest.raises(ExportError, match="cannot be written"):
        write_out(["x"], str(tmp_path / "no" / "out.json"), force=force)
    assert names(tmp_path) == []


def test_a_dash_is_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_out(["a\n", "é"], "-")
    assert capsys.readouterr().out == "a\né"
    assert names(tmp_path) == []


@pytest.mark.parametrize("force", [False, pytest.param(True)])
def test_the_notebook_itself_is_never_replaced(told: Desks, force: bool) -> None:
    before = told.store.path.read_bytes()
    with pytest.raises(ExportError):
        write_out(told.exports.as_json(), str(told.store.path), force=force)
    assert told.store.path.read_bytes() == before


def test_a_name_that_no_file_can_have_is_said(tmp_path: Path) -> None:
    long = str(tmp_path / ("x" * 300))
    assert not stands(long)
    with pytest.raises(ExportError, match="cannot be written \\(File name too long\\)"):
        write_out(["text"], long)


def test_a_file_that_may_not_be_read_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs.txt"
    theirs.write_text("theirs")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(ExportError, match="cannot be written"):
        write_out(["text"], str(theirs), force=True)


def test_a_file_at_home_is_named_after_what_it_is_and_for_whom() -> None:
    assert file_at_home("letter", "Ana/../Alm\n[b]", "draft") == "~/letter-Ana-Alm-b.txt"
    assert file_at_home("letter", "///", "draft") == "~/letter-draft.txt"
    assert len(file_at_home("letter", "x" * 200, "draft")) < 60

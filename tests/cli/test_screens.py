"""Before the screens: is there a terminal, whom does `live` mean, and is the notebook always let go."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.cli import screens
from infotui.cli.screens import NoTerminalError, check_terminal
from infotui.config.settings import Settings
from infotui.services.desks import Desks
from infotui.storage.store import Store
from tests.builders import a_live_interview, a_planned_interview, open_desks
from tests.cli.conftest import Screens
from tests.fakes import ManualClock

Run = Callable[..., int]
NEEDS_A_TERMINAL: list[tuple[str, ...]] = [
    (), ("demo",), ("demo", "--keep", "new.db"), ("live",), ("live", "Amina"), ("live", "--new", "Bo"),
    ("rehearse",), ("rehearse", "Amina", "--speed", "5"),
]  # fmt: skip


def names_in(path: Path) -> list[str]:
    with Store.open_to_read(path, ManualClock()) as store:
        return [row[0] for row in store.reading().execute("SELECT name FROM contact ORDER BY id")]


# ── is there a terminal? ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", NEEDS_A_TERMINAL, ids=lambda words: " ".join(words) or "open")
def test_without_a_terminal_it_says_so_and_makes_nothing(
    infotui: Run,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert infotui("--notebook", "n.db", *words) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("infotui: This needs a terminal")
    assert "export json -" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_closed_input_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(NoTerminalError):
        check_terminal()


# ── whom does `live` mean? ────────────────────────────────────────────────────────────────────────


def test_live_with_a_name_that_one_person_has_puts_the_talk_in_focus(
    infotui: Run, shown: Screens, written: Path
) -> None:
    assert infotui("--notebook", written, "live", "zoë") == 0
    assert (shown.start, shown.in_focus, shown.opened) == ("live", "Zoë 日本", 1)


def test_a_whole_name_goes_before_a_longer_one_that_begins_alike(
    infotui: Run, shown: Screens, written: Path
) -> None:
    assert infotui("--notebook", written, "live", "amina patel") == 0
    assert shown.in_focus == "Amina Patel"


def test_live_with_a_name_that_two_have_names_both_and_opens_nothing(
    infotui: Run, shown: Screens, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("--notebook", written, "live", "amina") == 1
    said = capsys.readouterr().err
    assert "Amina Patel, Amina Patelnik" in said
    assert said.count("\n") == 1
    assert shown.opened == 0


def test_live_with_a_name_that_nobody_has_says_how_to_begin(
    infotui: Run, shown: Screens, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("--notebook", written, "live", "Ruth Álvarez") == 1
    said = capsys.readouterr().err
    assert "Ruth Álvarez" in said
    assert '--new "Ruth Álvarez"' in said
    assert shown.opened == 0
    assert len(names_in(written)) == 3


def test_after_a_refusal_the_notebook_is_free_again(
    infotui: Run, shown: Screens, written: Path
) -> None:
    assert infotui("--notebook", written, "live", "nobody") == 1
    with Store.open(written, ManualClock()) as store:
        assert not store.read_only


def test_live_with_somebody_new_stores_them_and_the_clock_runs(
    infotui: Run, shown: Screens, written: Path, clock: ManualClock
) -> None:
    assert infotui("--notebook", written, "live", "--new", "Ruth Álvarez") == 0
    assert (shown.start, shown.in_focus) == ("live", "Ruth Álvarez")
    assert names_in(written)[-1] == "Ruth Álvarez"
    desks = open_desks(written, clock)
    focus = desks.plans.in_focus()
    assert focus is not None
    assert focus.state == "live"
    assert [entry.kind for entry in desks.live.sheet(focus.id).log if entry.kind != "asked"] == [
        "run"
    ]
    desks.close()


@pytest.mark.parametrize("name", [" ", ""])
def test_somebody_new_without_a_name_is_named_by_the_moment(
    infotui: Run, shown: Screens, written: Path, name: str
) -> None:
    assert infotui("--notebook", written, "live", "--new", name) == 0
    assert shown.opened == 1
    assert shown.in_focus.startswith("Somebody, ")
    assert names_in(written)[-1] == shown.in_focus


def test_somebody_new_while_a_talk_is_on_is_refused_and_nothing_is_stored(
    infotui: Run,
    shown: Screens,
    written: Path,
    clock: ManualClock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desks = open_desks(written, clock)
    a_live_interview(desks, contact_id=1)
    desks.close()
    assert infotui("--notebook", written, "live", "--new", "Ruth Álvarez") == 1
    assert capsys.readouterr().err == (
        "infotui: Another interview is live. End it first; nothing changed.\n"
    )
    assert (shown.opened, len(names_in(written))) == (0, 3)


def test_a_name_looked_for_in_a_notebook_that_is_not_there_makes_none(
    infotui: Run, shown: Screens, tmp_path: Path
) -> None:
    assert infotui("--notebook", tmp_path / "mistyped.db", "live", "Amina") == 1
    assert list(tmp_path.iterdir()) == []


def test_bytes_that_are_no_text_in_a_name_are_no_crash(
    infotui: Run, shown: Screens, written: Path
) -> None:
    assert infotui("--notebook", written, "live", "--new", os.fsdecode(b"Ren\xe9 Q")) == 0
    assert names_in(written)[-1] == "Ren Q"
    assert infotui("--notebook", written, "live", os.fsdecode(b"Ren\xe9 Q")) == 0
    assert shown.in_focus == "Ren Q"


def test_live_without_a_name_takes_the_talk_that_is_live(
    infotui: Run, shown: Screens, notebook: Path, clock: ManualClock
) -> None:
    desks = open_desks(notebook, clock)
    a_live_interview(desks, "first line")
    other = desks.contacts.add(desks.contacts.form_of(1)._replace(name="Somebody Else"))
    desks.plans.focus(a_planned_interview(desks, other))
    desks.close()
    assert infotui("--notebook", notebook, "live") == 0
    assert (shown.start, shown.in_focus) == ("live", "Amina Patel")


def test_live_on_an_empty_notebook_opens_and_offers(
    infotui: Run, shown: Screens, notebook: Path
) -> None:
    assert infotui("--notebook", notebook, "live") == 0
    assert (shown.start, shown.in_focus, shown.opened) == ("live", "", 1)


# ── the notebook is let go ────────────────────────────────────────────────────────────────────────


class Broken:
    """An app that cannot run."""

    return_code = 0

    def __init__(self, *_: object) -> None:
        pass

    def run(self) -> None:
        raise RuntimeError("the screens broke")


class Left(Broken):
    """An app that ends with a code of its own."""

    return_code = 7

    def run(self) -> None:
        pass


def test_when_the_screens_break_the_notebook_is_closed(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infotui.tui.app.InfotuiApp", Broken)
    desks = Desks.open(written, Settings())
    with pytest.raises(RuntimeError, match="the screens broke"):
        screens.run_on(desks, "today", ())
    with Store.open(written, ManualClock()) as store:
        assert not store.read_only


def test_the_code_that_the_screens_end_with_is_the_programs(
    infotui: Run, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens, "check_terminal", lambda: None)
    monkeypatch.setattr("infotui.tui.app.InfotuiApp", Left)
    assert infotui("--notebook", written) == 7
    with Store.open(written, ManualClock()) as store:
        assert not store.read_only

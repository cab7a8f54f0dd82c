"""`infotui rehearse`: straight to the rehearsal of a planned talk, or a sentence on why there is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.storage.store import Store
from tests.builders import a_contact, a_live_interview, a_planned_interview, open_desks
from tests.cli.conftest import Screens
from tests.fakes import ManualClock

Run = Callable[..., int]


@pytest.fixture
def planned(notebook: Path, clock: ManualClock) -> tuple[Path, int, int]:
    """A notebook with two talks to come, Amina's in focus; their ids."""
    desks = open_desks(notebook, clock)
    amina = a_planned_interview(desks)
    zoe = a_planned_interview(desks, a_contact(desks, "Zoë 日本"))
    desks.plans.focus(amina)
    desks.close()
    return notebook, amina, zoe


def test_it_rehearses_the_talk_in_focus_at_the_clocks_own_pace(
    infotui: Run, shown: Screens, planned: tuple[Path, int, int]
) -> None:
    path, amina, _ = planned
    assert infotui("--notebook", path, "rehearse") == 0
    assert (shown.start, shown.in_focus, shown.rehearsed) == ("prepare", "Amina Patel", (amina, 1))


def test_somebody_can_be_named_and_the_pace(
    infotui: Run, shown: Screens, planned: tuple[Path, int, int]
) -> None:
    path, _, zoe = planned
    assert infotui("rehearse", "zoë", "--speed", "5", "--notebook", path) == 0
    assert (shown.in_focus, shown.rehearsed) == ("Zoë 日本", (zoe, 5))


@pytest.mark.parametrize("speed", ["0", "11", "-1", "2.5", "fast"])
def test_another_pace_is_wrong_usage(
    infotui: Run,
    shown: Screens,
    planned: tuple[Path, int, int],
    capsys: pytest.CaptureFixture[str],
    speed: str,
) -> None:
    assert infotui("--notebook", planned[0], "rehearse", "--speed", speed) == 2
    assert "--speed" in capsys.readouterr().err
    assert shown.opened == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rehearse", "nobody"), "No contact is called “nobody”"),
        (("rehearse",), "nothing to rehearse yet"),
        (("rehearse", "amina patel"), "has been held"),
        (("rehearse", "zoë"), "No interview with Zoë 日本 is planned"),
    ],
)
def test_what_cannot_be_rehearsed_is_said_and_the_notebook_is_free_again(
    infotui: Run,
    shown: Screens,
    written: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    said: str,
) -> None:
    assert infotui("--notebook", written, *words) == 1
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert shown.opened == 0
    with Store.open(written, ManualClock()) as store:
        assert not store.read_only


def test_while_a_talk_is_on_nothing_is_rehearsed(
    infotui: Run,
    shown: Screens,
    notebook: Path,
    clock: ManualClock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desks = open_desks(notebook, clock)
    a_live_interview(desks, "first line")
    desks.close()
    assert infotui("--notebook", notebook, "rehearse") == 1
    assert "A talk is on" in capsys.readouterr().err
    assert shown.opened == 0


def test_a_notebook_that_is_not_there_is_not_made(
    infotui: Run, shown: Screens, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("--notebook", tmp_path / "mistyped.db", "rehearse", "Amina") == 1
    assert "There is no notebook" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []

"""`export paper`: the plan as a page, of whom and where to, with the manners of every export."""

from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.config import paths
from tests.builders import a_contact, a_held_interview, a_planned_interview, open_desks
from tests.fakes import ManualClock

Run = Callable[..., int]


@pytest.fixture
def planned(notebook: Path, clock: ManualClock) -> Path:
    """A notebook with two planned talks, the one with Bo in focus."""
    desks = open_desks(notebook, clock)
    a_planned_interview(desks)
    a_planned_interview(desks, a_contact(desks, "Bo Lind", "Civic Data"), when="fri 9:00")
    desks.close()
    return notebook


def test_the_one_in_focus_goes_to_standard_output(
    infotui: Run, planned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("--notebook", planned, "export", "paper", "-") == 0
    said = capsys.readouterr()
    assert said.out.startswith("Bo Lind · Civic Data\n")
    assert max(map(len, said.out.split("\n"))) <= 80
    assert said.err == ""


def test_a_name_means_the_next_talk_with_that_person(
    infotui: Run, planned: Path, tmp_path: Path
) -> None:
    target = tmp_path / "page.txt"
    words = ("export", "paper", target, "--interview", "amina", "--notebook", planned)
    assert infotui(*words) == 0
    assert target.read_text("utf-8").startswith("Amina Patel · Northwind\n")


def test_marks_and_time_zone_are_those_of_the_settings(
    infotui: Run, planned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = paths.settings_file()
    settings.parent.mkdir(parents=True)
    settings.write_text('nudge = 15\ntime_zone = "Europe/Berlin"\nodd = 1\n')
    assert infotui("--notebook", planned, "export", "paper", "-") == 0
    said = capsys.readouterr()
    assert "09:00 (Europe/Berlin)" in said.out
    assert "09:15 a quarter of an hour" in said.out
    assert "no setting “odd”" in said.err


def test_a_file_that_stands_is_left_unless_forced(
    infotui: Run, planned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "page.txt"
    target.write_text("mine")
    assert infotui("--notebook", planned, "export", "paper", target) == 1
    assert "--force" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert infotui("--notebook", planned, "export", "paper", target, "--force") == 0
    assert target.read_text("utf-8").startswith("Bo Lind")


@pytest.mark.parametrize(
    ("who", "said"), [("Zoe", "No contact is called “Zoe”."), ("i", "could be several people")]
)
def test_nobody_and_several_are_a_sentence(
    infotui: Run, planned: Path, capsys: pytest.CaptureFixture[str], who: str, said: str
) -> None:
    assert infotui("--notebook", planned, "export", "paper", "-", "--interview", who) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


def test_without_one_in_focus_it_says_how_to_name_one(
    infotui: Run, notebook: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    open_desks(notebook, clock).close()
    assert infotui("--notebook", notebook, "export", "paper", "-") == 1
    assert "--interview" in capsys.readouterr().err


def test_after_the_last_talk_it_says_that_none_is_planned(
    infotui: Run, notebook: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    desks = open_desks(notebook, clock)
    desks.plans.focus(a_held_interview(desks))
    desks.close()
    assert infotui("--notebook", notebook, "export", "paper", "-") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "No interview is planned" in told.err


def test_the_whole_notebook_takes_no_interview(infotui: Run, planned: Path) -> None:
    assert infotui("--notebook", planned, "export", "json", "-", "--interview", "Bo") == 2

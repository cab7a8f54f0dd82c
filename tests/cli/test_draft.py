"""`infotui draft`: a text for somebody without a screen; nothing is kept, and what to look at is said apart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.config import paths
from tests.builders import a_contact, a_held_interview, a_planned_interview, open_desks
from tests.fakes import ManualClock
from tests.tui.pilots import dump

Run = Callable[..., int]


@pytest.fixture
def known(notebook: Path, clock: ManualClock) -> Path:
    """A notebook in which Ana named Jane, with whom a talk is planned."""
    desks = open_desks(notebook, clock)
    a_held_interview(
        desks, "> Jane Doe, fuel cells", contact_id=a_contact(desks, "Ana Brightwater")
    )
    a_planned_interview(desks, a_contact(desks, "Jane Doe", email="jane@x.org"))
    a_contact(desks, "Janet Roe")
    desks.close()
    return notebook


def test_it_prints_the_text_and_says_apart_what_to_look_at(
    infotui: Run, known: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = paths.settings_file()
    settings.parent.mkdir(parents=True)
    settings.write_text('name = "Robin Vale"\ntime_zone = "Europe/Berlin"\n')
    before = dump(known)
    assert infotui("--notebook", known, "draft", "request-email", "jane doe") == 0
    said = capsys.readouterr()
    assert said.out.startswith("Subject: May I hear")
    assert "My name is Robin Vale. {about_me}" in said.out
    assert "Ana" not in said.out
    assert "infotui: Ask Ana Brightwater first" in said.err
    assert "infotui: Blanks still open: {about_me}, {why}." in said.err
    assert infotui("draft", "confirmation", "Jane Doe", "--notebook", known) == 0
    assert "When: Thursday 26 Nov 2026, 15:00 (Berlin time)" in capsys.readouterr().out
    assert dump(known) == before


def test_a_letter_has_no_subject_and_a_file_is_never_replaced_unasked(
    infotui: Run, known: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "letter.txt"
    words = ("--notebook", known, "draft", "request-letter", "Jane Doe", "--file", target)
    assert infotui(*words) == 0
    assert capsys.readouterr().out == ""
    written = target.read_text("utf-8")
    assert "Subject" not in written
    assert "Dear Jane," in written
    assert infotui(*words) == 1
    assert "--force" in capsys.readouterr().err
    assert infotui(*words, "--force") == 0


@pytest.mark.parametrize(
    ("who", "said"), [("Zoe", "No contact is called “Zoe”."), ("jan", "could be several people")]
)
def test_nobody_and_several_are_a_sentence(
    infotui: Run, known: Path, capsys: pytest.CaptureFixture[str], who: str, said: str
) -> None:
    assert infotui("--notebook", known, "draft", "follow-up", who) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


def test_a_kind_that_is_none_is_wrong_usage(infotui: Run, known: Path) -> None:
    assert infotui("--notebook", known, "draft", "essay", "Jane Doe") == 2


def test_a_broken_template_of_ones_own_is_said(
    infotui: Run, known: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = paths.config_folder() / "templates"
    folder.mkdir(parents=True)
    (folder / "reschedule.txt").write_text("Subject: x\n\n{name")
    assert infotui("--notebook", known, "draft", "reschedule", "Jane Doe") == 0
    said = capsys.readouterr()
    assert "Could we find another time?" in said.out
    assert "reschedule.txt, line 3: a brace is not closed" in said.err

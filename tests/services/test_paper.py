"""The paper side: which interview is meant, what its file is called, and that nothing is written over."""

import os
from pathlib import Path

import pytest

from infotui.domain.errors import BadInputError, ExportError, NotFoundError
from infotui.domain.place import PlaceForm
from infotui.services.desks import Desks
from infotui.services.exports import stands
from tests.builders import a_contact, a_held_interview, a_planned_interview


def test_the_page_is_the_plan_with_the_marks_that_hold_for_it(desks: Desks) -> None:
    planned = a_planned_interview(desks, when="thu 15:00")
    desks.scheduling.set_marks(planned, "15 25 40")
    desks.questions.write_own(planned, "")
    page = desks.paper.page(planned)
    assert page.startswith("Amina Patel · Northwind\nThursday 26 Nov 2026, 15:00 (Europe/Berlin)\n")
    assert "\n 1  How did you begin?\n" in page
    assert "\n 4  ★ must" in page  # the question without words is left out, and keeps its number
    assert "\n 3  " not in page
    assert "15:15 a quarter of an hour · 15:25" in " ".join(page.split())


def test_without_a_name_the_one_in_focus_is_meant(desks: Desks) -> None:
    with pytest.raises(NotFoundError, match="No interview is planned"):
        desks.paper.choose()
    planned = a_planned_interview(desks)
    assert desks.paper.choose(" ") == planned
    desks.plans.focus(None)
    with pytest.raises(NotFoundError, match="to come is in focus"):
        desks.paper.choose()


def test_a_talk_that_was_held_is_not_meant_unless_it_is_named(desks: Desks) -> None:
    held = a_held_interview(desks)
    desks.plans.focus(held)
    with pytest.raises(NotFoundError, match="No interview is planned"):
        desks.paper.choose()
    assert desks.paper.choose(str(held)) == held
    planned = a_planned_interview(desks)
    desks.plans.focus(held)
    with pytest.raises(NotFoundError, match="to come is in focus"):
        desks.paper.choose()
    desks.plans.focus(planned)
    desks.live.start(planned)
    assert desks.paper.choose() == planned


def test_a_name_means_the_one_in_focus_else_the_next_with_that_person(desks: Desks) -> None:
    amina = a_contact(desks)
    a_held_interview(desks, contact_id=amina)
    idea = a_planned_interview(desks, amina, when="")
    late = a_planned_interview(desks, amina, when="fri 9:00")
    soon = a_planned_interview(desks, amina, when="thu 15:00")
    desks.plans.focus(None)
    assert desks.paper.choose("amina patel") == soon
    assert desks.paper.choose("amin") == soon
    desks.plans.focus(idea)
    assert desks.paper.choose("Amina Patel") == idea
    desks.plans.focus(a_planned_interview(desks, a_contact(desks, "Bo Lind")))
    desks.scheduling.give_up(soon, "cancelled")
    assert desks.paper.choose("Amina Patel") == late


def test_a_number_or_a_uuid_means_that_very_interview(desks: Desks) -> None:
    planned = a_planned_interview(desks)
    desks.plans.focus(None)
    assert desks.paper.choose(str(planned)) == planned
    assert desks.paper.choose(desks.plans.sheet(planned).interview.uuid.upper()) == planned


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("Zoe", "No contact is called “Zoe”."),
        ("a", "could be several people: Amina Patel, Ana Silva. Write the whole name."),
        ("Ana Silva", "No interview with Ana Silva is planned."),
        ("99", "No contact is called “99”."),
        ("9" * 30, "No contact"),
    ],
)
def test_who_cannot_be_meant_is_told(desks: Desks, who: str, said: str) -> None:
    a_planned_interview(desks)
    a_contact(desks, "Ana Silva")
    with pytest.raises(NotFoundError) as refused:
        desks.paper.choose(who)
    assert said in refused.value.sentence


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Amina Patel", "interview-Amina-Patel.txt"),
        ("Zoë 日本", "interview-Zoë-日本.txt"),
        ("../../etc/passwd", "interview-etc-passwd.txt"),
        ("*?<>|:\"'", "interview-plan.txt"),
        ("- rf", "interview-rf.txt"),
        ("a" * 200, f"interview-{'a' * 40}.txt"),
    ],
)
def test_the_file_is_named_after_the_person_safely(desks: Desks, name: str, file: str) -> None:
    planned = a_planned_interview(desks, a_contact(desks, name))
    assert desks.paper.file_for(planned) == f"~/{file}"


def test_it_is_written_and_replaced_only_when_told(desks: Desks, tmp_path: Path) -> None:
    planned = a_planned_interview(desks)
    target = tmp_path / "page.txt"
    assert not stands(str(target))
    assert desks.paper.write(planned, f" {target} ") == target
    assert target.read_text("utf-8") == desks.paper.page(planned)
    target.write_text("mine")
    assert stands(str(target))
    with pytest.raises(ExportError):
        desks.paper.write(planned, str(target))
    assert target.read_text() == "mine"
    desks.paper.write(planned, str(target), replace=True)
    assert target.read_text("utf-8") == desks.paper.page(planned)


def test_a_tilde_is_the_home_folder_and_a_dash_is_a_file(
    desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = a_planned_interview(desks)
    monkeypatch.chdir(tmp_path)
    assert desks.paper.write(planned, "~/page.txt") == Path(os.environ["HOME"]) / "page.txt"
    assert desks.paper.write(planned, "-") == tmp_path / "-"
    assert (tmp_path / "-").exists()


@pytest.mark.parametrize("target", ["", "  ", "a\0b", "~nobody-is-called-so/x"])
def test_a_file_that_cannot_be_meant_is_told(desks: Desks, target: str) -> None:
    planned = a_planned_interview(desks)
    with pytest.raises(BadInputError) as refused:
        desks.paper.write(planned, target)
    assert refused.value.field == "file"


@pytest.mark.parametrize("place", ["", "no such folder/x.txt", "notebook.db"])
def test_a_folder_a_missing_one_and_a_notebook_are_no_place(
    desks: Desks, tmp_path: Path, place: str
) -> None:
    planned = a_planned_interview(desks)
    with pytest.raises(ExportError):
        desks.paper.write(planned, str(tmp_path / place), replace=True)
    assert desks.paper.page(planned)


def test_the_page_says_their_clock_when_to_leave_and_how_to_get_in(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="thu 9:00 america/new_york")
    desks.scheduling.set_place(talk, PlaceForm("office", "2 Mill Lane", "room 4", "25"))
    page = " ".join(desks.paper.page(talk).split())
    assert "15:00 (Europe/Berlin) · their 09:00 America/New_York · leave by 14:20" in page
    assert "office: 2 Mill Lane · room 4" in page

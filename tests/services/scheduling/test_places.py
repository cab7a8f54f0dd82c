"""The place in one step, the sheet of the day, the resume's file, arrival; each can be taken back."""

from pathlib import Path

import pytest

from infotui.config.settings import Settings
from infotui.domain.day_sheet import SheetItem
from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.kept import Kept
from infotui.domain.place import PlaceForm
from infotui.services.desks import Desks
from tests.builders import BERLIN, a_held_interview, a_planned_interview, later
from tests.fakes import START

LINK = "https://meet.example.org/1"


def item(desks: Desks, talk: int, key: str) -> SheetItem:
    return next(i for i in desks.scheduling.day_sheet(talk).items if i.key == key)


def test_a_place_is_stored_at_once_and_taken_back_at_once(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    form = PlaceForm("office", "2 Mill Lane", "room 4", "25", "5", "them")
    desks.scheduling.set_place(talk, form)
    assert desks.scheduling.place_form(talk, "office") == form
    row = desks.scheduling.row(talk)
    assert (row.place_kind, row.place, row.entry) == ("office", "2 Mill Lane", "room 4")
    assert (row.travel_minutes, row.margin_minutes) == (25, 5)
    assert desks.undo.take_back() == "the place"
    assert desks.scheduling.place_form(talk, "office") == PlaceForm("office")
    assert desks.scheduling.row(talk).place_kind == ""


def test_a_line_that_cannot_be_meant_changes_nothing(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    before = desks.scheduling.row(talk)
    for form in (PlaceForm("video", "javascript:alert(1)"), PlaceForm("office", travel="far")):
        with pytest.raises(BadInputError):
            desks.scheduling.set_place(talk, form)
    assert desks.scheduling.row(talk) == before


def test_lines_of_an_address_outlive_a_form_that_leaves_them_alone(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scribe.keep(Kept("interview", "place", talk), "2 Mill Lane\nQuillhaven")
    form = desks.scheduling.place_form(talk, "office")
    assert form.place == "2 Mill Lane Quillhaven"
    desks.scheduling.set_place(talk, form._replace(travel="10"))
    assert desks.scheduling.row(talk).place == "2 Mill Lane\nQuillhaven"


def test_an_address_is_no_link_and_words_that_are_none_stay_beside_it(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.set_place(talk, PlaceForm("office", "2 Mill Lane", "room 4", chosen="me"))
    assert desks.scheduling.place_form(talk, "coffee shop").place == "2 Mill Lane"
    assert desks.scheduling.place_form(talk, "video") == PlaceForm("video", chosen="me")
    desks.scheduling.set_place_kind(talk, "video")
    desks.scribe.keep(Kept("interview", "place", talk), "she sends it")
    form = desks.scheduling.place_form(talk, "video")
    assert (form.place, form.entry) == ("", "she sends it · room 4")


def test_the_day_sheet_says_where_and_how(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.set_place(talk, PlaceForm("video", LINK, "her test page"))
    assert item(desks, talk, "link").more == f"{LINK} · her test page"
    assert desks.scheduling.day_sheet(talk).leaving is None
    desks.scheduling.set_place(talk, PlaceForm("coffee shop", "Roos", travel="25"))
    leaving = desks.scheduling.day_sheet(talk).leaving
    assert leaving is not None and leaving.at is not None  # noqa: PT018 - one thing
    assert f"{leaving.at.astimezone(BERLIN):%H:%M}" == "14:20"
    assert item(desks, talk, "buy").doubt == ""


def test_a_resume_is_the_interviews_own_or_that_of_the_settings_and_looked_for(
    desks: Desks, tmp_path: Path
) -> None:
    talk = a_planned_interview(desks)
    assert item(desks, talk, "resume").doubt == "no file is named yet"
    there = tmp_path / "cv.pdf"
    desks.scheduling.set_resume(talk, str(there))
    assert item(desks, talk, "resume")[2:] == ("cv.pdf", "there is no such file")
    there.write_text("me")
    assert item(desks, talk, "resume")[2:] == ("cv.pdf", "")
    assert desks.undo.take_back() == "the resume's file"
    usual = Desks(desks.store, desks.clock, Settings(resume=str(there)), BERLIN)
    assert item(usual, talk, "resume")[2:] == ("cv.pdf", "")
    with pytest.raises(BadInputError, match="fit here") as refused:
        desks.scheduling.set_resume(talk, "x" * 10_000)
    assert refused.value.field == "resume"


@pytest.mark.parametrize("file", ["~nobody-there/cv.pdf", "a\\0b", "x" * 190, "."])
def test_a_file_that_cannot_be_is_only_missing(desks: Desks, file: str) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.set_resume(talk, file)
    assert item(desks, talk, "resume").doubt == "there is no such file"


def test_arrival_is_kept_once_with_its_time_and_taken_back(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="today 15:00")
    assert desks.scheduling.day_sheet(talk).arrived_at is None
    assert desks.scheduling.arrive(talk) == START
    later(desks, minutes=5)
    assert desks.scheduling.arrive(talk) == START
    assert desks.scheduling.day_sheet(talk).arrived_at == START
    desks.live.arrive(talk)  # F2 on the live screen is the same key
    assert [entry.kind for entry in desks.live.sheet(talk).log] == ["arrived"]
    assert desks.undo.take_back() == "“arrived”"
    assert desks.scheduling.arrived_at(talk) is None


def test_nobody_arrives_at_a_talk_that_is_over(desks: Desks) -> None:
    with pytest.raises(IllegalMoveError, match="has ended"):
        desks.scheduling.arrive(a_held_interview(desks))


def test_the_very_place_is_missed_from_the_day_before_in_my_zone(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="thu 0:30")  # Wednesday in UTC
    desks.scheduling.set_place(talk, PlaceForm("video"))

    def missing() -> str:
        return next(c.missing for c in desks.plans.readiness(talk) if c.name == "place")

    assert missing() == ""
    later(desks, hours=36, minutes=59)  # Tuesday 23:59 in Berlin
    assert missing() == ""
    later(desks, minutes=1)
    assert missing() == "link"
    desks.scheduling.set_place(talk, PlaceForm("video", LINK))
    assert missing() == ""

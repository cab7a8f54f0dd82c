"""A plan as rows: their order, what an empty one asks for, and which text each leads to."""

from infotui.domain.interview import PlanSheet
from infotui.domain.place import PlaceForm
from infotui.services.desks import Desks
from infotui.tui.plan_rows import DayOf, PlanRow, draw_plan_row, plan_rows
from infotui.tui.widgets.lines import Line
from tests.builders import BERLIN, a_planned_interview


def rows_of(desks: Desks, when: str = "") -> list[PlanRow]:
    focus = desks.plans.in_focus()
    assert focus is not None
    sheet: PlanSheet = desks.plans.sheet(focus.id)
    return plan_rows(sheet, desks.plans.marks_of(sheet), when)


def said(drawn: Line) -> str:
    return "".join(text for text, _ in drawn.left).rstrip()


def test_rows_go_in_the_order_in_which_one_prepares(desks: Desks) -> None:
    a_planned_interview(desks)
    assert [row.key for row in rows_of(desks) if row.key] == [
        "add goal", "why", "people", "field", "when", "place kind", "place", "chosen", "marks", "opening",
        "close", "if_asked", "item resume",
    ]  # fmt: skip


def test_every_row_without_words_says_what_belongs_there(desks: Desks) -> None:
    a_planned_interview(desks, when="")
    for row in rows_of(desks):
        if row.key and not row.text:
            assert row.hint or said(draw_plan_row(row, 60)[0]).endswith("none yet")


def test_texts_lead_to_their_field_and_nothing_else_does(desks: Desks) -> None:
    interview = a_planned_interview(desks)
    goal = desks.plans.add_goal(interview, "fit")
    assert {row.key: row.field for row in rows_of(desks) if row.field} == {
        f"goal {goal}": ("goal", "text", goal),
        **{
            key: ("interview", key, interview)
            for key in ("why", "place", "opening", "close", "if_asked")
        },
    }


def test_goals_come_first_and_one_more_can_be_added(desks: Desks) -> None:
    interview = a_planned_interview(desks)
    for kind in ("fit", "path"):
        desks.plans.add_goal(interview, kind)
    labels = [(row.label, row.text or row.hint) for row in rows_of(desks)[:3]]
    assert labels == [
        ("Goal", "find out whether this field is right for me"),
        ("", "learn what it takes to get into it"),
        ("", "g adds a goal"),
    ]


def test_the_day_sheet_follows_the_place_and_what_is_ticked(desks: Desks) -> None:
    interview = a_planned_interview(desks)
    desks.scheduling.set_place_kind(interview, "video")
    desks.scheduling.tick(interview, "link")
    items = [(row.label, row.text, row.done) for row in rows_of(desks) if "item" in row.key]
    assert items == [
        ("Day sheet", "background and light looked at", False),
        ("", "link opened and sound tested", True),
        ("", "resume with me; it stays in the bag unless asked for", False),
    ]
    drawn = [said(draw_plan_row(row, 80)[0]) for row in rows_of(desks) if "item" in row.key]
    assert [text[14:17] for text in drawn] == ["[ ]", "[x]", "[ ]"]


def test_the_time_is_said_as_it_was_given_to_it(desks: Desks) -> None:
    a_planned_interview(desks)
    (row,) = (row for row in rows_of(desks, "Thu 26 Nov 15:00") if row.key == "when")
    assert said(draw_plan_row(row, 80)[0]) == "When          Thu 26 Nov 15:00"


def test_long_words_take_three_lines_and_say_that_there_is_more() -> None:
    row = PlanRow("why", "Why them", "word " * 60)
    lines = [said(one) for one in draw_plan_row(row, 40)]
    assert len(lines) == 3
    assert lines[0].startswith("Why them      word")
    assert lines[1].startswith(" " * 14 + "word")
    assert lines[2].endswith("…")
    assert not said(draw_plan_row(row._replace(text="word word"), 40)[0]).endswith("…")


def test_a_gap_is_an_empty_line_and_markup_is_text() -> None:
    assert [said(one) for one in draw_plan_row(PlanRow("", "", ""), 40)] == [""]
    row = PlanRow("why", "Why them", "[/nope] [@click=app.quit]x[/]")
    assert said(draw_plan_row(row, 60)[0]).endswith("[/nope] [@click=app.quit]x[/]")


def rows_of_the_day(desks: Desks, talk: int) -> dict[str, PlanRow]:
    sheet = desks.plans.sheet(talk)
    day = DayOf(desks.scheduling.day_sheet(talk), BERLIN, "too near to Bo at 15:00")
    rows = plan_rows(sheet, desks.plans.marks_of(sheet), "Thu 26 Nov 15:00", day)
    return {row.key: row for row in rows if row.key}


def test_the_day_says_when_to_leave_what_is_missing_and_when_i_arrived(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="today 15:00")
    desks.scheduling.set_place(talk, PlaceForm("office"))
    rows = rows_of_the_day(desks, talk)
    assert (rows["item route"].doubt, rows["when"].doubt) == (
        "no address yet", "too near to Bo at 15:00",
    )  # fmt: skip
    assert rows["leave"].hint == "leave-by needs the minutes on the way: p"
    assert [said(one) for one in draw_plan_row(rows["item route"], 90)][-1].endswith(
        "! no address yet"
    )
    desks.scheduling.set_place(talk, PlaceForm("office", "2 Mill Lane", "room 4", "25", "10"))
    desks.scheduling.arrive(talk)
    rows = rows_of_the_day(desks, talk)
    assert rows["item route"].more == "2 Mill Lane · room 4"
    assert (rows["leave"].text, rows["leave"].more) == (
        "by 14:25", "25 min on the way, 10 min early",
    )  # fmt: skip
    assert rows["arrive"].text == "arrived Mon 23 Nov 11:00"
    assert (rows["entry"].text, rows["travel"].text) == ("room 4", "25 min, 10 min early")


def test_a_place_is_called_by_its_kind_and_a_link_is_not_written_key_by_key(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    for kind, label in (("office", "Address"), ("video", "Link"), ("telephone", "Number")):
        desks.scheduling.set_place(talk, PlaceForm(kind))
        place = rows_of_the_day(desks, talk)["place"]
        assert (place.label, place.field is None) == (label, kind == "video")


def test_a_long_item_goes_on_below_its_sign() -> None:
    row = PlanRow(
        "item x", "Day sheet", "word " * 12, done=True, more="the file", doubt="not there"
    )
    lines = [said(one) for one in draw_plan_row(row, 50)]
    assert lines[0].startswith("Day sheet     [x] word")
    assert lines[1].startswith(" " * 18 + "word")
    assert [text.strip() for text in lines[-2:]] == ["the file", "! not there"]

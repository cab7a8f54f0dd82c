"""Live: choosing an interview, starting, asking one question after the other, pausing, ending."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.form import Form
from tests.builders import a_contact, a_live_interview, a_planned_interview, later
from tests.tui.pilots import SMALL, USUAL, WIDE, at, dump, stored
from tests.tui.screens.live_talk import kinds, log, notes, pass_time, states


async def test_with_nobody_chosen_it_says_how_to_begin(desks: Desks) -> None:
    async with at(desks, "live") as hands:
        seen = hands.seen("#chooser")
        assert "No interview is planned. n begins a talk with anybody, right now." in seen
        assert "2 shows your contacts: l goes live." in seen
        assert hands.focused == "chooser"
        before = dump(desks)
        await hands.press("tab", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "escape", "enter")
        assert (hands.mode, dump(desks)) == ("live", before)


async def test_n_begins_with_somebody_new_and_the_clock_runs(desks: Desks) -> None:
    async with at(desks, "live") as hands:
        before = dump(desks)
        await hands.press("n", "escape")
        assert (hands.focused, dump(desks)) == ("chooser", before)
        await hands.press("n")
        await hands.paste("Ruth Alvarez")
        await hands.press("enter")
        assert "Ruth Alvarez" in hands.seen("#headline")
        assert hands.focused == "line"
        assert log(desks) == [("run", "", None, 0)]


async def test_escape_before_the_start_leads_to_the_others(desks: Desks) -> None:
    a_planned_interview(desks, when="fri 15:00")
    other = a_planned_interview(desks, a_contact(desks, "Bo Lind", "Civic Data"))
    desks.plans.focus(1)
    async with at(desks, "live") as hands:
        assert "Amina Patel" in hands.seen("#headline")
        await hands.press("escape")
        assert hands.focused == "chooser"
        assert hands.seen("#headline") == "Live nobody is chosen"
        assert [row.id for row in hands.rows("#chooser")] == [other, 1]
        await hands.press("n", "escape")
        assert hands.focused == "chooser"
        await hands.press("enter")
        assert ("Bo Lind" in hands.seen("#headline"), hands.focused) == (True, "line")
        await hands.press("escape", "1", "6")  # left and come back to: the one in focus
        assert ("Bo Lind" in hands.seen("#headline"), hands.focused) == (True, "line")
        assert log(desks) == []


async def test_enter_takes_the_interview_that_is_chosen(desks: Desks) -> None:
    a_planned_interview(desks)
    desks.plans.focus(None)
    async with at(desks, "live") as hands:
        assert "Amina Patel · Northwind" in hands.seen("#chooser")
        await hands.press("enter")
        assert hands.focused == "line"
        assert "Amina Patel" in hands.seen("#headline")


async def test_without_questions_the_bank_is_offered_and_nothing_breaks(desks: Desks) -> None:
    interview = a_planned_interview(desks, questions=())
    desks.questions.remove(desks.questions.of(interview)[0].id)
    async with at(desks, "live") as hands:
        assert "ctrl+g 5 opens the bank; or just begin, and write." in hands.seen("#now")
        await hands.press("enter", "tab", "f2", "f3", "up", "down", *"said", "enter")
        assert notes(desks) == [("said", None)]
        await hands.press("ctrl+g", "5")
        assert hands.mode == "questions"


async def test_enter_starts_the_clock_and_the_first_question(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "live") as hands:
        band = "Enter starts the clock; so does your first note"
        assert hands.seen("#band") == f"{band} F2 I have arrived"
        assert hands.seen("#now").endswith("first: How did you begin?")
        await hands.press("f2", "f2")
        assert hands.seen("#band") == f"{band} arrived 11:00"
        assert log(desks) == [("arrived", "", None, 0)]
        await hands.press("ctrl+r")
        assert hands.seen("#hint") == "Taken back: “arrived”."
        assert hands.seen("#band").endswith("F2 I have arrived")
        kept = len(log(desks))
        await hands.press("enter")
        assert log(desks)[kept:] == [("run", "", None, 0)]
        assert hands.seen("#now").startswith("Asking 1 How did you begin?")
        assert "next: What is hard about it?" in hands.seen("#now")
        assert hands.seen("#band") == ""
        await hands.press("enter")  # an empty line is no note
        assert (len(log(desks)), notes(desks)) == (kept + 1, [])


async def test_the_first_note_starts_the_clock_too(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press(*"hello", "enter")
        assert log(desks) == [("run", "", None, 0)]
        assert notes(desks) == [("hello", "How did you begin?")]
        assert hands.seen("#notes").endswith("00:00 hello")


async def test_notes_stand_under_the_question_being_asked(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        for words, key in (("one", "tab"), ("two", "f3"), ("three", "shift+tab"), ("four", "tab")):
            await hands.paste(words)
            await hands.press("enter", key)
        assert [text for _, text in notes(desks)[:2]] == ["How did you begin?",
                                                         "What is hard about it?"]  # fmt: skip
        assert notes(desks)[2][1].startswith("Who else would you suggest")
        assert notes(desks)[3] == ("four", "What is hard about it?")


async def test_tab_f2_and_f3_settle_a_question_and_ask_the_next(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        for key, settled, sign in (("tab", "answered", "✓"), ("f2", "skipped", "–"),
                                   ("f3", "partly", "◐")):  # fmt: skip
            before = states(desks).index("asking")
            await hands.press(key)
            assert states(desks)[before] == settled
            assert sign in hands.seen("#plan")
            assert hands.focused == "line"
        assert states(desks) == ["answered", "skipped", "partly"]
        assert hands.seen("#now").endswith("Every planned question was asked.")
        assert "2 of 3" in hands.seen("#plan")


async def test_arrows_and_shift_tab_jump_without_settling(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        for key, asking in (("down", 1), ("down", 2), ("down", 2), ("up", 1), ("shift+tab", 0),
                            ("up", 0)):  # fmt: skip
            await hands.press(key)
            assert states(desks).index("asking") == asking
            assert hands.focused == "line"
        assert states(desks) == ["asking", "planned", "planned"]


async def test_f4_stops_the_clock_and_lets_it_go_on(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await pass_time(hands, desks, 5)
        await hands.press("f4")
        assert hands.seen("#band") == "Paused at 05:00 F4 goes on"
        later(desks, minutes=3)
        await hands.press("f4")
        await pass_time(hands, desks, 1)
        assert hands.seen("#time").startswith("Time 06:00 of 30")
        assert kinds(desks) == ["run", "pause", "run"]


async def test_only_a_second_f8_ends_it(desks: Desks) -> None:
    interview = a_live_interview(desks, "hello")
    async with at(desks, "live") as hands:
        await hands.press("f8")
        assert hands.seen("#band").startswith("End this interview? F8 again ends it")
        await hands.press("escape")
        assert hands.seen("#band") == ""
        await hands.press("f8", "x", "f8")  # to type is to go on
        assert stored(desks, "SELECT state FROM interview") == [("live",)]
        await hands.press("f8")
        assert stored(desks, "SELECT state FROM interview") == [("held",)]
        assert hands.mode == "review"
        await hands.press("escape")  # the debrief can wait
        assert hands.row("#talks").id == interview
        assert notes(desks)[-1][0] == "x"  # the line that was half typed is its last note
        assert stored(desks, "SELECT state FROM thank_you") == [("due",)]
        await hands.press("6")
        assert hands.seen("#headline") == "Live nobody is chosen"


async def test_f8_before_the_start_ends_nothing(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "live") as hands:
        before = dump(desks)
        await hands.press("f8", "f8", "tab", "f3", "f5", "f6", "f7")
        assert (hands.mode, dump(desks)) == ("live", before)


async def test_an_end_by_a_clock_that_was_set_back_is_the_start(desks: Desks) -> None:
    a_live_interview(desks)
    later(desks, minutes=-5)  # the machine's clock was set back
    async with at(desks, "live") as hands:
        await hands.press("h", "f8", "f8")
        assert stored(desks, "SELECT state, ended_at >= started_at FROM interview") == [("held", 1)]
        assert [text for text, _ in notes(desks)] == ["h"]
        assert hands.mode == "review"


async def test_an_end_that_cannot_be_stored_is_told_below_the_line(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("h", "f8")
        desks.store.reading().execute("PRAGMA query_only = ON")
        await hands.press("f8")
        assert "The notebook is as it was" in hands.seen("#hint")
        desks.store.reading().execute("PRAGMA query_only = OFF")
        assert stored(desks, "SELECT state FROM interview") == [("live",)]
        assert (hands.mode, hands.focused, hands.seen("#line")) == ("live", "line", "h")
        await hands.press("f8", "f8")
        assert stored(desks, "SELECT state FROM interview") == [("held",)]


async def test_what_is_typed_between_two_keys_leaves_what_was_begun(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.burst("f8", "x", "f8")  # typed faster than anything is told
        assert stored(desks, "SELECT state FROM interview") == [("live",)]
        await hands.press("escape")
        await hands.burst("y", "ctrl+o", "3", "enter", "z")
        assert states(desks) == ["planned", "planned", "asking"]
        assert hands.seen("#line") == "xyz"
        assert notes(desks) == []


async def test_the_research_behind_a_question_is_shown_with_it(desks: Desks) -> None:
    contact = a_contact(desks)
    note = desks.research.begin("contact", contact, "posted two roles in October")
    interview = a_planned_interview(desks, contact, questions=())
    desks.questions.from_research(interview, note, "Why two roles?")
    async with at(desks, "live") as hands:
        await hands.press("enter")
        assert "Why two roles? note: posted two roles in October" in hands.seen("#now")


async def test_every_size_shows_clock_question_and_line_and_keeps_the_focus(desks: Desks) -> None:
    a_live_interview(desks, "hello")
    async with at(desks, "live") as hands:
        await hands.paste("half a line")
        for size in (SMALL, WIDE, USUAL):
            await hands.resize(size)
            assert "01:00 of 30" in hands.text
            assert "How did you begin?" in hands.seen("#now")
            assert "hello" in hands.seen("#notes")
            assert hands.seen("#line") == "half a line"
            assert hands.focused == "line"


async def test_help_and_another_screen_leave_the_line_as_it_was(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("half a ")
        await hands.press("f1", "escape", "ctrl+g", "1", "6", *"line")
        assert hands.focused == "line"
        assert hands.seen("#line") == "half a line"
        assert not isinstance(hands.app.screen, Form)

"""Live, from question to question: over to any, aside, open again, back and forth, and taken back (S32, S33)."""

import pytest

from infotui.services.desks import Desks
from tests.builders import a_planned_interview, later
from tests.tries import some
from tests.tui.pilots import SMALL, Hands, at, stored
from tests.tui.screens.live_talk import kinds, log, notes, states

PLAN = ("How did you begin?", "What is hard about it?", "What would you unlearn?")


def a_talk(desks: Desks) -> int:
    """Four questions, the last of them the referral question of the close; the first is asked."""
    talk = a_planned_interview(desks, when="", questions=PLAN)
    desks.live.start(talk)
    return talk


def asking(desks: Desks) -> int:
    return states(desks).index("asking") + 1


# ── over to any ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "position"),
    some(
        [("3", 3), ("hard", 2), ("UNL", 3), ("nlear", 3), ("w", 2), ("who els", 4), ("4", 4)],
        0,
        2,
        5,
    ),
)
async def test_a_number_or_a_part_of_the_words_leads_over(
    desks: Desks, typed: str, position: int
) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press(*"half", "ctrl+o")
        assert hands.seen("#band").startswith("Over to which question? its number, or a part")
        await hands.press(*(key.replace(" ", "space") for key in typed))
        assert hands.seen("#band").startswith(f"Over to: {typed}_ {position} ")
        assert asking(desks) == 1  # nothing is asked before Enter
        await hands.press("enter")
        assert asking(desks) == position
        assert hands.seen("#now").startswith(f"Asking {position} ")
        assert (hands.seen("#band"), hands.seen("#line"), hands.focused) == ("", "half", "line")
        assert notes(desks) == []


async def test_a_jump_can_be_typed_anew_and_left(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press("ctrl+o", "z", "z")
        assert hands.seen("#band") == "Over to: zz_ no question has that Escape back"
        await hands.press("enter")
        assert asking(desks) == 1
        assert hands.seen("#band").startswith("Over to: zz_")
        await hands.press("backspace", "backspace", "backspace", *"what")
        assert (
            hands.seen("#band")
            == "Over to: what_ 2 What is hard about it? Enter asks it and 1 more"
        )
        assert hands.row("#plan").position == 2
        await hands.press("escape")
        assert (asking(desks), hands.seen("#band"), hands.seen("#line")) == (
            1,
            "",
            "write what they say · Enter keeps it",
        )
        await hands.press("x")
        assert hands.seen("#line") == "x"


async def test_another_key_leaves_the_jump_and_does_its_work(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press("ctrl+o", "4", "tab")
        assert states(desks) == ["answered", "asking", "planned", "planned"]
        await hands.press("ctrl+o", "4")
        await hands.paste("pasted words")
        assert (hands.seen("#band"), hands.seen("#line")) == ("", "pasted words")
        await hands.press("enter")
        assert notes(desks) == [("pasted words", PLAN[1])]
        assert asking(desks) == 2


async def test_a_long_jump_stays_within_the_screen(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live", SMALL) as hands:
        await hands.press("ctrl+o", *"x" * 60)
        assert "x" * 40 + "_" in hands.seen("#band")
        assert {len(text) for text in hands.lines()} == {SMALL[0]}
        assert hands.app.screen.query_one("#line").text == ""


async def test_before_the_talk_and_without_questions_there_is_nothing_to_jump_to(
    desks: Desks,
) -> None:
    a_planned_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("ctrl+o", "2")
        assert hands.seen("#line") == "2"
        assert states(desks) == ["planned", "planned", "planned"]


# ── aside ─────────────────────────────────────────────────────────────────────────────────────────


async def test_the_question_being_asked_is_put_aside_and_stays_in_sight(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press("ctrl+l")
        assert hands.seen("#hint") == f"For later: {PLAN[0]}"
        assert states(desks) == ["planned", "asking", "planned", "planned"]
        assert "~ 1 How did you begin?" in hands.seen("#plan")
        assert "later" in hands.seen_lines("#plan")[1]
        await hands.resize(SMALL)
        assert f"later: {PLAN[0]}" in hands.seen("#notes")
        await hands.press("ctrl+o", "1", "enter")
        assert asking(desks) == 1
        assert "later" not in hands.seen("#notes")
    assert stored(desks, "SELECT count(*) FROM question WHERE parked_at IS NOT NULL") == [(0,)]


async def test_the_words_in_the_line_become_a_question_for_later(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press(*"the merger", "ctrl+l")
        assert hands.seen("#hint") == "For later: the merger"
        assert (hands.seen("#line"), asking(desks)) == ("write what they say · Enter keeps it", 1)
        assert notes(desks) == [("? the merger", PLAN[0])]
        row = stored(desks, "SELECT text, origin, parked_at IS NOT NULL, state FROM question"
                            " WHERE origin = 'arisen'")  # fmt: skip
        assert row == [("the merger", "arisen", 1, "planned")]
        assert "~ 5 the merger" in hands.seen("#plan")
        await hands.press(*"x")
        assert hands.seen("#hint") == ""


async def test_a_line_with_a_sign_of_its_own_is_kept_as_what_it_is(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press(*"! send it", "ctrl+l")
        assert notes(desks) == [("! send it", PLAN[0])]
        assert stored(desks, "SELECT count(*) FROM question WHERE parked_at IS NOT NULL") == [(0,)]


async def test_with_nothing_to_put_aside_it_says_so(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press(*["tab"] * 4, "ctrl+l")
        assert hands.seen("#hint") == "There is no question to put aside just now."
        assert states(desks) == ["answered"] * 4


# ── open again, back and forth ────────────────────────────────────────────────────────────────────


async def test_what_was_skipped_last_is_open_again(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        for _ in range(2):
            later(desks, minutes=1)
            await hands.press("f2")
        assert states(desks) == ["skipped", "skipped", "asking", "planned"]
        await hands.press("ctrl+u")
        assert hands.seen("#hint") == f"Open again: 2 {PLAN[1]}"
        await hands.press("ctrl+u")
        assert states(desks) == ["planned", "planned", "asking", "planned"]
        await hands.press("ctrl+u")
        assert hands.seen("#hint").startswith("No question was skipped")


async def test_ctrl_u_and_ctrl_d_take_nothing_out_of_the_line(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press(*"abc", "left", "ctrl+u", "ctrl+d", "d")
        assert hands.seen("#line") == "abdc"
        assert kinds(desks) == ["run", "resume asked"]


async def test_with_all_settled_back_leads_to_the_last_and_on_to_the_first(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press(*["tab"] * 4)
        assert hands.seen("#now").endswith("Every planned question was asked.")
        await hands.press("shift+tab")
        assert asking(desks) == 4
        await hands.press("tab", "down")
        assert asking(desks) == 1


async def test_a_question_with_notes_that_one_leaves_is_partly_answered(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press(*"x", "enter", "down", "down")
        assert states(desks) == ["partly", "planned", "asking", "planned"]


# ── taken back ────────────────────────────────────────────────────────────────────────────────────


async def take_back_all(hands: Hands) -> list[str]:
    """Press ctrl+r until there is nothing more; give what was said each time."""
    said: list[str] = []
    while not said or not said[-1].startswith("There is nothing"):
        await hands.press("ctrl+r")
        said.append(hands.seen("#hint"))
        assert len(said) < 20
        assert hands.focused == "line"
    return said


async def test_each_thing_done_is_taken_back_the_last_first(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        done = [("tab",), ("f2",), ("f3",), ("ctrl+u",), ("up",), ("ctrl+o", "4", "enter"),
                ("ctrl+l",), ("ctrl+d",), ("f4",), ("f5",)]  # fmt: skip
        stood = []
        for keys in done:
            stood.append((states(desks), hands.seen("#band")))
            later(desks, seconds=1)
            await hands.press(*keys)
        for before in reversed(stood):
            await hands.press("ctrl+r")
            assert hands.seen("#hint").startswith("Taken back: ")
            assert (states(desks), hands.seen("#band")) == before
        assert await take_back_all(hands) == ["There is nothing to take back."]
        assert states(desks) == ["asking", "planned", "planned", "planned"]
    assert {"taken back"} < set(kinds(desks))  # nothing is ever taken out of the log


async def test_a_note_taken_back_stands_in_the_line_again_before_what_is_typed(
    desks: Desks,
) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press(*"> Jane", "enter", *"half")
        await hands.press("ctrl+r")
        assert hands.seen("#hint") == "Taken back: the note; its words are in the line again."
        assert hands.app.screen.query_one("#line").text == "> Jane\nhalf"
        assert (notes(desks), stored(desks, "SELECT * FROM lead")) == ([], [])
        await hands.press("enter")
        assert [text for text, _ in notes(desks)] == ["> Jane", "half"]
        assert stored(desks, "SELECT name FROM lead") == [("Jane",)]


async def test_what_was_done_elsewhere_is_not_taken_back_here(desks: Desks) -> None:
    a_talk(desks)
    async with at(desks, "live") as hands:
        await hands.press("ctrl+g", "2", "d", "6")
        before = log(desks, asked=True)
        await hands.press("ctrl+r")
        assert hands.seen("#hint") == "There is nothing to take back."
        assert log(desks, asked=True) == before

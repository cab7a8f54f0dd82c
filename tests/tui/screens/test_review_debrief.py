"""Review after a talk: b opens its debrief, f makes a finding of a note, c changes its kind, u undoes."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.debrief import DebriefDialog
from infotui.tui.routes import OpenConversation
from tests.builders import a_contact, a_held_interview, a_live_interview, clock_of, open_desks
from tests.tui.pilots import SIZES, Hands, at, dump, stored

READER = "Another infotui is writing this notebook; this one only shows it."


async def to_note(hands: Hands, text: str) -> None:
    """Put the cursor on a note of the talk that is read."""
    await hands.press("home")
    for _ in hands.rows("#talk"):
        note = hands.row("#talk").note
        if note is not None and note.text == text:
            return
        await hands.press("down")
    raise AssertionError(f"{text} is not there")


# ── the debrief ───────────────────────────────────────────────────────────────────────────────────


async def test_b_writes_the_debrief_of_the_talk_in_sight(desks: Desks) -> None:
    a_held_interview(desks, "hello", "* they hire for curiosity")
    async with at(desks, "review") as hands:
        assert "confidence" not in hands.seen("#talk")
        await hands.press("enter", "b")
        assert "Debrief · Amina Patel · Northwind" in hands.text
        await hands.press(
            *"explaining counts", "tab", *"the close", "tab", *"ask sooner", "tab", "4"
        )
        assert stored(desks, "SELECT learned, went_well, differently, confidence, state FROM debrief") == [
            ("explaining counts", "the close", "ask sooner", 4, "due")
        ]  # fmt: skip
        await hands.press("f8")
        assert hands.said == "The debrief is written and stands with the talk."
        assert (
            "Debrief confidence 4 of 5, sure learned explaining counts went well the close"
            " differently ask sooner" in hands.seen("#talk")
        )
        assert hands.focused == "talk"
    assert stored(desks, "SELECT state FROM debrief") == [("written",)]


async def test_escape_leaves_it_begun_and_b_goes_on_with_it(desks: Desks) -> None:
    a_held_interview(desks)
    async with at(desks, "review") as hands:
        await hands.press("b", *"half", "escape")
        assert hands.said == "The debrief waits on Today."
        assert "Debrief not done learned half" in hands.seen("#talk")
        await hands.press("b", *" more", "f8", "u")
        assert hands.said == "Taken back: the debrief written."
        assert "Debrief not done learned half more" in hands.seen("#talk")
    assert stored(desks, "SELECT learned, state FROM debrief") == [("half more", "due")]


async def test_an_empty_one_is_not_done_and_stays_open(desks: Desks) -> None:
    a_held_interview(desks)
    async with at(desks, "review") as hands:
        await hands.press("b", "f8")
        assert hands.said == "Nothing is written in this debrief yet. Escape leaves it for later."
        assert isinstance(hands.app.screen, DebriefDialog)


async def test_enter_on_its_words_opens_it_again(desks: Desks) -> None:
    a_held_interview(desks, "hello")
    async with at(desks, "review") as hands:
        await hands.press("enter", "b", *"ask sooner", "f8", "home")
        while not hands.row("#talk").kind.startswith("debrief"):
            await hands.press("down")
        await hands.press("enter")
        assert isinstance(hands.app.screen, DebriefDialog)
        await hands.press("!", "escape")
        assert "ask sooner!" in hands.seen("#talk")
    assert stored(desks, "SELECT state FROM debrief") == [("written",)]


async def test_looking_at_an_older_talks_debrief_leaves_no_loop(desks: Desks) -> None:
    a_held_interview(desks)
    desks.store.reading().execute("DELETE FROM debrief")
    async with at(desks, "review") as hands:
        await hands.press("b")
        assert isinstance(hands.app.screen, DebriefDialog)
        await hands.press("escape")
        assert stored(desks, "SELECT count(*) FROM debrief") == [(0,)]
        await hands.press("b", "x", "escape")
        assert stored(desks, "SELECT learned, state FROM debrief") == [("x", "due")]


async def test_without_a_talk_or_while_one_is_on_there_is_none(desks: Desks) -> None:
    async with at(desks, "review") as hands:
        await hands.press("b", "f", "c")
        assert not isinstance(hands.app.screen, DebriefDialog)
    a_live_interview(desks, "hello")
    async with at(desks, "review") as hands:
        await hands.press("escape", "b")  # it offers to go on first
        assert hands.said == "A debrief comes after the talk, and this one is not over yet."
        assert not isinstance(hands.app.screen, DebriefDialog)
    assert stored(desks, "SELECT count(*) FROM debrief") == [(0,)]


async def test_a_finding_made_in_it_stands_with_the_talk(desks: Desks) -> None:
    a_held_interview(desks, "they hire for curiosity")
    async with at(desks, "review") as hands:
        await hands.press("b", "shift+tab", "f", "c", "escape")
        assert stored(desks, "SELECT text FROM note") == [("* they hire for curiosity #strength",)]
        assert "strength they hire for curiosity question 1" in hands.seen("#talk")
        assert "1 finding" in hands.seen("#talks")


async def test_a_route_opens_the_debrief_of_its_talk_and_one_is_open_at_most(desks: Desks) -> None:
    first = a_held_interview(desks)
    second = a_held_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    async with at(desks) as hands:
        for talk, name in ((first, "Amina Patel"), (first, "Amina Patel"), (second, "Bo Lind")):
            hands.app.post_message(OpenConversation(talk, debrief=True))
            await hands.settle()
            assert f"Debrief · {name}" in hands.text
            assert len(hands.app.screen_stack) == 2
        await hands.press("escape")
        assert hands.seen("#talk").startswith("Conversation Bo Lind")
        hands.app.post_message(OpenConversation(first))
        await hands.settle()
        assert len(hands.app.screen_stack) == 1
        assert hands.seen("#talk").startswith("Conversation Amina Patel")


async def test_it_can_be_left_for_another_screen_and_is_still_open(desks: Desks) -> None:
    a_held_interview(desks)
    async with at(desks, "review") as hands:
        await hands.press("b", *"half", "ctrl+g", "1")
        assert hands.mode == "today"
        assert stored(desks, "SELECT learned FROM debrief") == [("half",)]
        await hands.press("enter")
        assert len(hands.app.screen_stack) == 2
        await hands.press(*" more", "escape")
        assert "learned half more" in hands.seen("#talk")


@pytest.mark.parametrize(
    "keys",
    [("]", "b", "f8"), ("b", "tab", "tab", "tab", "4"), ("enter", "down", "down", "f"), ("b", "x")],
)
async def test_a_program_that_only_reads_changes_nothing_and_says_so(
    sample: Desks, keys: tuple[str, ...]
) -> None:
    reader = open_desks(sample.store.path, clock_of(sample))
    before = dump(sample)
    async with at(reader, "review") as hands:
        await hands.press(*keys)
        if keys[-1] == "4":
            assert "4 5 not said" in hands.seen("#confidence")
        if keys[-1] == "x":
            assert READER in reader.scribe.trouble
        else:
            assert READER in hands.said
        assert dump(sample) == before
    reader.scribe.call_back_with(lambda _seconds, _back: None)
    reader.close()


# ── findings ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("size", SIZES)
async def test_f_makes_a_finding_of_the_note_and_the_cursor_stays_on_it(
    desks: Desks, size: tuple[int, int]
) -> None:
    a_held_interview(desks, "hello", "they hire for curiosity")
    async with at(desks, "review", size) as hands:
        await hands.press("enter")
        await to_note(hands, "they hire for curiosity")
        await hands.press("f")
        assert hands.row("#talk").note.text == "* they hire for curiosity"
        assert stored(desks, "SELECT kind, text FROM finding") == [
            ("career", "they hire for curiosity")
        ]
        assert hands.said.startswith("A finding of the kind “career”: c changes the kind.")
        await hands.press("f")
        assert hands.said == "A plain note again. u takes it back."
        assert hands.row("#talk").note.text == "they hire for curiosity"
        assert stored(desks, "SELECT count(*) FROM finding") == [(0,)]


async def test_c_changes_its_kind_and_u_takes_each_step_back(desks: Desks) -> None:
    a_held_interview(desks, "* they hire for curiosity #market")
    async with at(desks, "review") as hands:
        await hands.press("enter")
        await to_note(hands, "* they hire for curiosity #market")
        await hands.press("c")
        assert hands.said == "A finding of the kind “career”. u takes it back."
        assert "Findings 1 career they hire for curiosity" in hands.seen("#talk")
        await hands.press("f", "u", "u")
        assert hands.row("#talk").note.text == "* they hire for curiosity #market"
        assert stored(desks, "SELECT kind FROM finding") == [("market",)]


@pytest.mark.parametrize(
    ("line", "key", "said"),
    [
        ("> Jane Doe", "f", "This note is a lead already."),
        ("? who pays", "f", "This note is a question that arose already."),
        ("plain words", "c", "This note is no finding yet: f makes it one."),
    ],
)
async def test_what_cannot_be_one_is_said_and_stays(
    desks: Desks, line: str, key: str, said: str
) -> None:
    a_held_interview(desks, line)
    async with at(desks, "review") as hands:
        await hands.press("enter")
        await to_note(hands, line)
        await hands.press(key)
        assert hands.said.startswith(said)
    assert stored(desks, "SELECT text FROM note") == [(line,)]


async def test_where_the_cursor_is_on_no_note_it_says_so(desks: Desks) -> None:
    a_held_interview(desks, "hello")
    async with at(desks, "review") as hands:
        await hands.press("enter", "home", "f")
        assert hands.said == "The cursor is on no note: f makes a finding of one."
        await hands.press("c")
    assert stored(desks, "SELECT text FROM note") == [("hello",)]

"""Typing up: the plan in sight, a word on where each line lands, and nothing lost on any way out."""

import pytest

from infotui.domain.errors import NotSavedError
from infotui.services.desks import Desks
from infotui.tui.dialogs.type_up import TypeUp
from infotui.tui.widgets.kept_area import KeptArea
from tests.builders import a_contact, a_held_interview, a_planned_interview, later, reopened
from tests.tries import some
from tests.tui.pilots import SIZES, SMALL, Hands, at, stored


def a_paper_talk(desks: Desks) -> int:
    """A planned talk that took place with the plan on paper, today at noon."""
    planned = a_planned_interview(desks, when="today 12:00")
    later(desks, hours=3)
    return desks.past_talks.hold(planned)


def typed(hands: Hands) -> str:
    return hands.app.screen.query_one(KeptArea).text


async def open_it(hands: Hands) -> None:
    await hands.press("w")
    assert isinstance(hands.app.screen, TypeUp)


@pytest.mark.parametrize(
    ("text", "lands"),
    some(
        [
            ("", "→ before the first question"),
            ("nice office", "→ before the first question 1 so far"),
            ("2 they hire", "→ 2 What is hard about it? 1 so far"),
            ("2 > Jane Doe", "→ 2 What is hard about it? · lead 1 so far"),
            ("2 one\n! send it", "→ 2 What is hard about it? · my promise 2 so far"),
            ("2 one\n1", "→ 1 How did you begin? 1 so far"),
            ("99 problems", "→ before the first question 1 so far"),
            ("2 one\n\\1 person", "→ 2 What is hard about it? 2 so far"),
        ],
        0,
        4,
        5,
        6,
    ),
)
async def test_it_says_where_the_line_under_the_cursor_lands(
    desks: Desks, text: str, lands: str
) -> None:
    a_paper_talk(desks)
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.paste(text)
        assert hands.seen("#typed-lands") == lands


async def test_it_follows_the_cursor_and_so_does_the_plan(desks: Desks) -> None:
    a_paper_talk(desks)
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.paste("1 one\n2 two")
        assert hands.row("#typed-plan").position == 2
        await hands.press("up")
        assert "→ 1 How did you begin?" in hands.seen("#typed-lands")
        assert hands.row("#typed-plan").position == 1


async def test_f8_keeps_the_lines_under_their_questions_and_u_takes_them_back(
    desks: Desks,
) -> None:
    a_paper_talk(desks)
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.paste("nice office\n2 > Jane Doe, fuel cells\n1 began in testing")
        await hands.press("f8")
        assert hands.said == "3 notes kept with this talk. u takes that back."
        talk = hands.seen("#talk")
        assert "Before the first question nice office" in talk
        assert "began in testing" in talk
        notes = "SELECT q.position, n.text FROM note n LEFT JOIN question q ON q.id = n.question_id"
        assert stored(desks, f"{notes} ORDER BY n.id") == [
            (None, "nice office"), (2, "> Jane Doe, fuel cells"), (1, "began in testing"),
        ]  # fmt: skip
        await hands.press("u")
        assert stored(desks, notes) == []
        await hands.press("w")
        assert typed(hands).startswith("nice office\n2 > Jane")


async def test_keeping_twice_in_a_burst_keeps_once(desks: Desks) -> None:
    a_paper_talk(desks)
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.paste("one")
        await hands.burst("f8", "f8")
        assert stored(desks, "SELECT text FROM note") == [("one",)]
        assert hands.mode == "review"


async def test_escape_leaves_the_words_for_later_and_a_restart_finds_them(desks: Desks) -> None:
    a_paper_talk(desks)
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.press(*"2 wo")
        assert stored(desks, "SELECT text FROM unfinished WHERE place LIKE 'typed:%'") == [
            ("2 wo",)
        ]
        await hands.press("escape")
        assert hands.said == "What you typed waits here: w goes on with it."
        assert stored(desks, "SELECT count(*) FROM note") == [(0,)]
    again = reopened(desks)
    async with at(again, "review") as hands:
        await open_it(hands)
        assert typed(hands) == "2 wo"
        await hands.press("r", "f8")
        assert stored(again, "SELECT text FROM note") == [("wor",)]
    again.close()


async def test_nothing_written_is_told_and_the_dialog_stays(desks: Desks) -> None:
    a_paper_talk(desks)
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.press("f8")
        assert "Nothing is written yet." in hands.seen("#typed-lands")
        await hands.press("a")
        assert hands.seen("#typed-lands") == "→ before the first question 1 so far"
        await hands.press("backspace", "escape")
        assert not hands.toasts


async def test_the_plan_begins_a_line_for_the_question_chosen(desks: Desks) -> None:
    a_paper_talk(desks)
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.press("tab", "home", "down", "enter", *"hard")
        assert typed(hands) == "2 hard"
        await hands.press("tab", "home", "enter", *"x")
        assert typed(hands) == "2 hard\n1 x"


async def test_without_a_plan_there_is_only_the_text(desks: Desks) -> None:
    desks.past_talks.log("Bo Lind", "yesterday")
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.paste("4 people")
        assert hands.seen("#typed-lands") == "→ a note of this talk 1 so far"
        await hands.press("tab", "f8")
        assert stored(desks, "SELECT text FROM note") == [("4 people",)]


async def test_w_without_a_talk_does_nothing_and_a_live_one_is_told(desks: Desks) -> None:
    async with at(desks, "review") as hands:
        await hands.press("w")
        assert not isinstance(hands.app.screen, TypeUp)
    planned = a_planned_interview(desks)
    desks.live.start(planned)
    async with at(desks, "review") as hands:
        await hands.press("escape", "w")
        assert "This interview is live" in hands.said


@pytest.mark.parametrize("size", SIZES)
async def test_plan_text_and_landing_are_in_sight_at_every_size(
    desks: Desks, size: tuple[int, int]
) -> None:
    talk = a_paper_talk(desks)
    desks.typing_up.keep(talk, "[b]? not bold[/b]")
    async with at(desks, "review", size) as hands:
        await open_it(hands)
        await hands.paste("2 日本語 [b]markup[/b] \x1b[31m > Jane")
        assert "What is hard about it?" in hands.seen("#typed-plan")
        assert "日本語 [b]markup[/b]" in hands.seen("#typed-text")
        assert "→ 2 What is hard about it?" in hands.seen("#typed-lands")
        assert "F8 keeps as notes · Escape later" in hands.text


async def test_another_talk_opens_its_own_place(desks: Desks) -> None:
    a_held_interview(desks, "one")
    later(desks, days=1)
    a_held_interview(desks, "two", contact_id=a_contact(desks, "Bo Lind"))
    async with at(desks, "review") as hands:
        await open_it(hands)
        await hands.paste("for bo")
        await hands.press("escape", "down", "w")
        assert typed(hands) == ""


async def test_what_cannot_be_kept_is_told_whole_and_the_words_stay(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_paper_talk(desks)
    sentence = "That was not done (the disk is full). The notebook is as it was; try it again."

    def full(*_: object) -> int:
        raise NotSavedError(sentence)

    async with at(desks, "review", SMALL) as hands:
        await open_it(hands)
        await hands.paste("2 hard")
        with monkeypatch.context() as patch:
            patch.setattr(type(desks.typing_up), "keep", full)
            await hands.press("f8")
        assert hands.seen("#typed-lands") == sentence
        assert typed(hands) == "2 hard"
        await hands.press("f8")
        assert stored(desks, "SELECT text FROM note") == [("hard",)]

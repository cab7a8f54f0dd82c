"""Questions: picked, filled, written, ranked, ordered and taken off by keys, each change stored."""

from infotui.services.desks import Desks
from tests.builders import a_contact, a_live_interview, a_planned_interview, shipped_bank
from tests.tui.pilots import SIZES, USUAL, Hands, at, dump, stored

CLOSE = "Who else would you suggest I talk to about {field}, and may I say that you sent me?"
ORDER = "SELECT text, importance FROM question ORDER BY position"


def texts(hands: Hands) -> list[str]:
    return [row.text for row in hands.rows("#plan")]


async def test_without_an_interview_it_says_where_to_choose_one(desks: Desks) -> None:
    async with at(desks, "questions") as hands:
        assert hands.seen("#headline").startswith("no interview in focus: 3, then s")
        before = dump(desks)
        await hands.press("f", "e", "m", "s", "c", "K", "J", "d", "enter")
        assert dump(desks) == before
        for keys in (("n",), ("a", "enter")):
            await hands.press(*keys)
            assert hands.said == "Put an interview in focus first: 3, then s."


async def test_a_picks_from_the_bank_and_the_close_stays_last(desks: Desks) -> None:
    a_planned_interview(desks, questions=())
    async with at(desks, "questions") as hands:
        await hands.press("a")
        assert hands.focused == "bank"
        first = hands.row("#bank")
        await hands.press("enter", "down", "enter")
        second = hands.row("#bank")
        rows = stored(desks, "SELECT bank_id, template FROM question ORDER BY position")
        assert rows[:2] == [(first.id, first.text), (second.id, second.text)]
        assert rows[2][0] == "who-else"
        assert "{organization}" not in texts(hands)[0]  # the record knows where she works
        await hands.press("escape")
        assert hands.focused == "plan"


async def test_what_is_on_the_plan_is_marked_in_the_bank_and_not_picked_twice(
    desks: Desks,
) -> None:
    a_planned_interview(desks, questions=())
    async with at(desks, "questions") as hands:
        await hands.press("a", "enter", "enter")
        assert stored(desks, "SELECT count(*) FROM question") == [(2,)]
        assert hands.said.startswith("That one is on the plan already")
        assert "✓" in hands.seen("#bank")


async def test_slash_finds_in_the_bank_and_v_takes_another_wording(desks: Desks) -> None:
    a_planned_interview(desks, questions=())
    async with at(desks, "questions") as hands:
        entry = next(entry for entry in shipped_bank().questions if entry.alternates)
        await hands.press("/")
        await hands.paste(entry.short)
        assert entry in hands.rows("#bank")
        await hands.press("enter")
        while hands.row("#bank").id != entry.id:
            await hands.press("down")
        await hands.press("v", "down", "enter")
        assert stored(desks, "SELECT bank_id, template FROM question ORDER BY position")[0] == (
            entry.id, entry.alternates[0]
        )  # fmt: skip


async def test_goals_bring_what_fits_to_the_front(desks: Desks) -> None:
    interview = a_planned_interview(desks, questions=())
    desks.plans.add_goal(interview, "path")
    async with at(desks, "questions") as hands:
        assert "fit your goal" in hands.seen("#bank-box")
        assert "path" in hands.rows("#bank")[0].goals


async def test_f_asks_for_the_blanks_and_fills_them(desks: Desks) -> None:
    a_planned_interview(desks, questions=("What does {organization} want from {profession}s?",))
    async with at(desks, "questions") as hands:
        assert "blanks: organization, profession (f fills" in hands.seen("#writing")
        await hands.press("f")
        seen = hands.seen("#form-box")
        assert "the organization" in seen
        assert "Northwind" in seen  # what the record knows stands there already
        await hands.press("tab")
        await hands.paste("[b]planner")
        await hands.press("enter")
        assert stored(desks, ORDER)[0][0] == "What does Northwind want from [b]planners?"
        assert "What does Northwind want from [b]planners?" in hands.seen("#plan")
        await hands.press("f")  # and on to the next one that has blanks
        await hands.paste("energy")
        await hands.press("enter", "f")
        assert hands.said == "No question has blanks left."


async def test_a_question_from_the_bank_counts_as_tailored_once_it_is_filled(desks: Desks) -> None:
    a_planned_interview(desks, a_contact(desks, "Bo Lind", ""), questions=())
    async with at(desks, "questions") as hands:
        assert "1 not yet tailored" in hands.seen("#headline")
        await hands.press("f")
        await hands.paste("energy")
        await hands.press("enter")
        assert "not yet tailored" not in hands.seen("#headline")
        assert "filled" in hands.seen("#plan")


async def test_n_writes_one_of_ones_own(desks: Desks) -> None:
    a_planned_interview(desks, questions=())
    async with at(desks, "questions") as hands:
        await hands.press("n")
        assert hands.focused == "text"
        await hands.press(*"Why?")
        assert stored(desks, "SELECT text, origin FROM question ORDER BY position")[0] == (
            "Why?", "own"
        )  # fmt: skip
        await hands.press("escape")
        assert texts(hands)[0] == "Why?"
        await hands.press("n", "escape")  # one without words is not kept
        assert len(texts(hands)) == 2


async def test_e_changes_the_wording_of_the_one_under_the_cursor(desks: Desks) -> None:
    a_planned_interview(desks, questions=("First?", "Second?"))
    async with at(desks, "questions") as hands:
        await hands.press("down", "e", "backspace", "!", "escape", "up", "enter", "!", "escape")
        assert texts(hands)[:2] == ["First?!", "Second!"]
        assert [text for text, _ in stored(desks, ORDER)][:2] == ["First?!", "Second!"]


async def test_m_s_c_rank(desks: Desks) -> None:
    a_planned_interview(desks, questions=("First?",))
    async with at(desks, "questions") as hands:
        for key, rank in (("m", "must"), ("c", "could"), ("s", "should")):
            await hands.press(key)
            assert stored(desks, ORDER)[0] == ("First?", rank)
        await hands.press("m")
        assert "★ First?" in hands.seen("#plan")


async def test_shifted_arrows_and_letters_put_them_in_order(desks: Desks) -> None:
    a_planned_interview(desks, questions=("A?", "B?", "C?"))
    async with at(desks, "questions") as hands:
        for key, order in (
            ("J", "BAC"), ("shift+down", "BCA"), ("K", "BAC"), ("shift+up", "ABC"), ("K", "ABC"),
        ):  # fmt: skip
            await hands.press(key)
            assert "".join(text[0] for text in texts(hands)[:3]) == order
            assert [text for text, _ in stored(desks, ORDER)] == texts(hands)
            assert hands.row("#plan").text == "A?"  # the cursor goes with it


async def test_d_takes_one_off_unless_notes_hang_on_it(desks: Desks) -> None:
    a_live_interview(desks, "something said")
    async with at(desks, "questions") as hands:
        await hands.press("escape")  # it offers to go on with the interview first
        await hands.press("d")
        assert hands.said == "1 note hangs on this question, so it stays. Skip it instead."
        await hands.press("down", "d")
        assert texts(hands) == ["How did you begin?", CLOSE]
        assert [text for text, _ in stored(desks, ORDER)] == texts(hands)


async def test_the_count_is_advice(desks: Desks) -> None:
    a_planned_interview(desks, questions=[f"Question {n}?" for n in range(10)])
    async with at(desks, "questions") as hands:
        assert "11 questions: more than ten rarely fit" in hands.seen("#headline")


async def test_on_a_narrow_screen_the_bank_takes_the_place_of_the_plan(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "questions") as hands:
        for size in SIZES:
            await hands.resize(size)
            wide = size[0] > USUAL[0]
            assert bool(hands.seen("#bank-box")) is wide
            await hands.press("a")
            assert "Bank ·" in hands.seen("#bank-box")
            assert bool(hands.seen("#plan")) is wide
            await hands.press("escape")
            assert "How did you begin?" in hands.seen("#plan")
            assert bool(hands.seen("#bank-box")) is wide
        await hands.press("/", "escape", "escape", "n", "X", "escape")
        assert "X" in hands.seen("#plan")


async def test_a_wording_left_with_tab_is_not_shown_as_it_was(desks: Desks) -> None:
    a_planned_interview(desks, questions=("First?", "Second?"))
    async with at(desks, "questions") as hands:
        await hands.press("e")
        await hands.write("All new words?")
        await hands.press("tab", "escape", "escape", "down", "up", "e", "!")
        assert stored(desks, ORDER)[0][0] == "All new words?!"

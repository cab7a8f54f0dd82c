"""Questions, bank entries and notes as lines: what is marked, and that nothing is cut that is needed."""

from datetime import UTC, date, datetime

from infotui.domain.bank import BankQuestion
from infotui.domain.contact import ResearchRow
from infotui.domain.delta import DeltaRow
from infotui.domain.question import QuestionRow
from infotui.domain.question_list import ListedQuestion, QuestionList
from infotui.tui.preparing.rows import (
    Heading,
    draw_entry,
    draw_heading,
    draw_left,
    draw_listed,
    draw_note,
    draw_question,
    is_row,
    say_list,
)
from infotui.tui.widgets.lines import Line
from tests.builders import BERLIN


def said(line: Line) -> str:
    left, right = ("".join(text for text, _ in words) for words in (line.left, line.right))
    return f"{left} | {right}" if right else left


def a_question(text: str, origin: str = "own", importance: str = "should") -> QuestionRow:
    return QuestionRow(1, "", 1, 3, text, "", "", "", origin, "middle", importance, "planned",
                       None, "", None)  # fmt: skip


def test_a_question_says_place_importance_and_how_far_it_is_tailored() -> None:
    assert said(draw_question(a_question("Why?", importance="must"), 60)[0]) == " 3 ★ Why? | own"
    assert said(draw_question(a_question("What of {unit}?", "bank"), 60)[0]).endswith(
        "| not tailored"
    )
    assert said(draw_question(a_question("Why?", "arisen"), 60)[0]).endswith("| arisen")
    assert said(draw_question(a_question(" "), 60)[0]) == " 3   (no words yet) | own"
    flagged = draw_question(a_question("Have you a job for me?"), 60, ["asks for a job"])
    assert said(flagged[-1]) == "     ! asks for a job"


def test_an_entry_says_whether_it_is_taken_or_fits() -> None:
    entry = BankQuestion("day", "core", "What is your day like?", "day", ("fit",), "middle")
    for taken, goals, sign in (((), (), "  "), ((), ("fit",), "◆ "), (("day",), ("fit",), "✓ ")):
        assert said(draw_entry(entry, 60, taken, goals)[0]) == f"{sign}What is your day like?"


def test_a_note_says_its_day_and_on_a_wide_list_its_source() -> None:
    at = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    note = ResearchRow(1, "", "posted\ntwo roles", "their page", at)
    assert said(draw_note(note, 60, BERLIN)[0]) == "Sat 21 Nov posted two roles | their page"
    assert said(draw_note(note, 40, BERLIN)[0]) == "Sat 21 Nov posted two roles"
    assert said(draw_note(note._replace(body=" "), 40, BERLIN)[0]) == "Sat 21 Nov (no words yet)"


def test_the_cursor_passes_over_headings() -> None:
    assert not is_row(Heading("On Northwind"))
    assert is_row(a_question("Why?"))
    assert said(draw_heading(Heading("On Northwind", "H writes"))[0]) == "On Northwind | H writes"


def test_another_list_is_named_by_person_and_day() -> None:
    at = datetime(2026, 10, 1, 23, 30, tzinfo=UTC)
    row = QuestionList(1, 1, "Ana", "Northwind", at, "held", 8, ())
    assert say_list(row, BERLIN, date(2026, 11, 23)) == "Ana · Fri 2 Oct"
    listed = ListedQuestion(1, "Why?", "", "", "", "own", "must", "answered")
    assert said(draw_listed(listed, 40)[0]) == "  ★ Why?"


def test_what_an_earlier_talk_left_says_what_and_from_whom() -> None:
    at = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)
    row = DeltaRow("finding 1", "learned", "grids are slow", "Ana Ruiz", at, 1, False, "How so?")
    drawn = draw_left(row, 60, BERLIN, date(2026, 11, 23))
    assert said(drawn[0]) == "  learned    grids are slow | Ana · Thu 1 Oct"
    taken = draw_left(row._replace(taken=4), 40, BERLIN, date(2026, 11, 23))
    assert said(taken[0]) == "✓ learned    grids are slow"


def test_a_text_that_is_cut_says_so() -> None:
    at = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)
    long = " ".join(f"word{n}" for n in range(60))
    entry = BankQuestion("day", "core", long, "day", ("fit",), "middle")
    left = DeltaRow("finding 1", "learned", long, "Ana Ruiz", at, 1, False, "How so?")
    odds = left._replace(kind="at odds")
    listed = ListedQuestion(1, long, "", "", "", "own", "must", "answered")
    for lines, most in (
        (draw_question(a_question(long), 40), 4), (draw_entry(entry, 40, (), ()), 3),
        (draw_listed(listed, 40), 3), (draw_left(left, 40, BERLIN, at.date()), 2),
        (draw_left(odds, 40, BERLIN, at.date()), 4),
    ):  # fmt: skip
        assert len(lines) == most
        assert "".join(text for text, _ in lines[-1].left).endswith("…")
    assert not said(draw_question(a_question("word " * 5), 40)[-1]).endswith("…")

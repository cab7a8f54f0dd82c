"""The desk of questions: copies that leave the bank alone, a strict order, and removals that come back."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.bank import Bank, BankQuestion
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from tests.builders import (
    a_contact,
    a_live_interview,
    a_planned_interview,
    open_desks,
    shipped_bank,
)
from tests.fakes import ManualClock
from tests.tries import tries


def texts(desks: Desks, talk: int) -> list[str]:
    rows = desks.questions.of(talk)
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))
    return [row.text for row in rows]


def ids(desks: Desks, talk: int) -> list[int]:
    return [row.id for row in desks.questions.of(talk)]


# ── picking ───────────────────────────────────────────────────────────────────────────────────────


def test_picking_copies_and_leaves_the_bank_as_it_was(desks: Desks) -> None:
    entry = shipped_bank().find("current-work")
    assert entry is not None
    talk = a_planned_interview(desks, a_contact(desks, field="energy"), questions=())
    number = desks.questions.pick(talk, "current-work")
    row = desks.questions.one(number)
    assert (row.bank_id, row.origin, row.template, row.short) == (
        "current-work",
        "bank",
        entry.text,
        entry.short,
    )
    assert row.text == entry.text.replace("{organization}", "Northwind")
    assert row.tailoring == "filled"

    desks.questions.set_text(number, "Something else entirely?")
    desks.questions.remove(number)
    again = desks.questions.one(desks.questions.pick(talk, "current-work"))
    assert again[4:] == row[4:], "the bank gives the same words again"


def test_another_wording_of_an_entry_can_be_picked(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    entry = shipped_bank().find("rewarding")
    assert entry is not None
    for wording in entry.parts:
        row = desks.questions.one(desks.questions.pick(talk, "rewarding", wording))
        assert (row.template, row.bank_id) == (wording, "rewarding")


def test_every_entry_of_the_bank_can_be_picked(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=())
    for entry in shipped_bank().questions[::7]:
        desks.questions.pick(talk, entry.id)
    phases = [row.phase for row in desks.questions.of(talk)]
    assert phases == sorted(phases, key=["start", "middle", "close"].index)


def test_an_entry_that_is_not_there_is_said(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    before = texts(desks, talk)
    with pytest.raises(NotFoundError, match="no longer in the bank"):
        desks.questions.pick(talk, "no-such-question")
    assert texts(desks, talk) == before


def test_the_entries_that_fit_the_goals_come_first(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.plans.add_goal(talk, "employers")
    found = desks.questions.bank(talk)
    fits = ["employers" in entry.goals for entry in found]
    assert fits == sorted(fits, reverse=True)
    assert any(fits)
    assert not all(fits)
    assert sorted(found) == sorted(shipped_bank().questions), "none is left out"


def test_the_bank_is_filtered_by_all_words(desks: Desks) -> None:
    found = desks.questions.bank(None, "ORDINARY  wórking")
    assert [entry.id for entry in found] == ["typical-day"]
    assert desks.questions.bank(None, "ordinary nothing") == []
    assert len(desks.questions.bank(None, " ")) == len(shipped_bank().questions)


# ── words ─────────────────────────────────────────────────────────────────────────────────────────


def test_blanks_are_offered_with_what_the_record_knows(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    number = desks.questions.write_own(talk, "{name}: {unit}, {name} and {strange}?")
    assert desks.questions.blanks(number) == [("name", "Amina"), ("unit", ""), ("strange", "")]


def test_blanks_with_words_are_filled_and_the_others_stay(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    number = desks.questions.write_own(talk, "What of {unit} in {field}, {name}?")
    filled = {"unit": " the\n{field}  lab\x1b ", "name": "", "other": "x"}
    desks.questions.fill_blanks(number, filled)
    assert desks.questions.one(number).text == "What of the {field} lab in {field}, {name}?"
    assert desks.undo.take_back() == "a wording"
    assert desks.questions.one(number).text == "What of {unit} in {field}, {name}?"


def test_a_bank_question_counts_as_tailored_only_when_it_is(desks: Desks) -> None:
    talk = a_planned_interview(desks, a_contact(desks, organization=""), questions=())
    number = desks.questions.pick(talk, "typical-day")
    assert desks.questions.one(number).tailoring == "raw"
    desks.questions.fill_blanks(number, {"organization": "Northwind"})
    assert desks.questions.one(number).tailoring == "filled"
    desks.questions.set_text(number, "And on Mondays?")
    assert desks.questions.one(number).tailoring == "edited"


def test_words_are_one_clean_line(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=())
    number = desks.questions.write_own(talk)
    desks.questions.set_text(number, " How\r\ndid\x07 you  begin? ")
    assert desks.questions.one(number).text == "How did you begin?"
    desks.questions.set_text(number, "How did you begin?")
    desks.undo.take_back()
    assert desks.questions.one(number).text == "", "setting the same words was no step"


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\ud800b"])
def test_the_first_words_are_cleaned_too(desks: Desks, text: str) -> None:
    talk = a_planned_interview(desks)
    row = desks.questions.one(desks.questions.write_own(talk, text))
    assert row.text in {"a[31mb", "ab"}


def test_a_question_of_a_note_stays_linked_to_it(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    note = desks.research.begin("contact", 1, "posted two roles")
    row = desks.questions.one(desks.questions.from_research(talk, note, "Why two?"))
    assert (row.research_note_id, row.origin, row.tailoring) == (note, "research", "own")
    desks.scribe.keep(Kept("research_note", "body", note), "posted three roles")
    assert desks.questions.one(row.id).research == "posted three roles"


def test_a_note_is_a_question_of_a_plan_only_once(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    note = desks.research.begin("contact", 1, "Posted two new roles.", "their site")
    made = desks.questions.from_research(talk, note)
    assert made.is_new
    words = desks.questions.one(made).text
    assert words.startswith("I read this: Posted two new roles. How did that come about")
    again = desks.questions.from_research(talk, note, "Other words?")
    assert (again, again.is_new) == (made, False)
    assert desks.questions.one(made).text == words
    assert [q.research_note_id for q in desks.questions.of(talk)].count(note) == 1
    other = a_planned_interview(desks, 1)
    assert desks.questions.from_research(other, note).is_new
    desks.questions.remove(made)
    assert desks.questions.from_research(talk, note).is_new
    with pytest.raises(NotFoundError, match="note"):
        desks.questions.from_research(talk, 99)


@pytest.mark.parametrize("importance", ["must", "could"])
def test_importance_is_set_and_taken_back(desks: Desks, importance: str) -> None:
    talk = a_planned_interview(desks)
    number = ids(desks, talk)[0]
    desks.questions.set_importance(number, importance)
    assert desks.questions.one(number).importance == importance
    assert desks.undo.take_back() == f"“{importance}”"
    assert desks.questions.one(number).importance == "should"
    with pytest.raises(BadInputError, match="a must, a should or a could"):
        desks.questions.set_importance(number, "urgent")


# ── removing ──────────────────────────────────────────────────────────────────────────────────────


def test_a_removed_question_comes_back_as_it_was(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("a", "b", "c"))
    note = desks.research.begin("contact", 1, "posted")
    desks.questions.from_research(talk, note, "d")
    for number in ids(desks, talk):
        before = desks.questions.of(talk)
        desks.questions.remove(number)
        assert number not in ids(desks, talk)
        assert len(texts(desks, talk)) == 4
        assert desks.undo.take_back().startswith("the removal of “")
        assert desks.questions.of(talk) == before


def test_a_question_with_notes_stays(desks: Desks) -> None:
    talk = a_live_interview(desks, "one", "two")
    first = desks.questions.of(talk)[0]
    with pytest.raises(IllegalMoveError, match=r"2 notes hang on this question.*Skip it"):
        desks.questions.remove(first.id)
    assert desks.questions.of(talk)[0] == first


def test_a_question_that_was_asked_comes_back_beside_another(desks: Desks) -> None:
    talk = a_live_interview(desks)
    first, second, _ = ids(desks, talk)
    desks.questions.remove(first)
    desks.live.ask(talk, second)
    desks.undo.take_back()
    assert ids(desks, talk)[:2] == [first, second]
    assert [row.state for row in desks.questions.of(talk)].count("asking") == 1


def test_a_question_without_words_is_dropped(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=())
    empty, kept = desks.questions.write_own(talk, " \n "), desks.questions.write_own(talk, "x")
    assert desks.questions.drop_if_empty(empty)
    assert not desks.questions.drop_if_empty(kept)
    assert empty not in ids(desks, talk)
    assert kept in ids(desks, talk)


def test_dropping_leaves_no_gap_that_misplaces_what_comes_back(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("", "b", "c", "d"))
    first, second, *_ = ids(desks, talk)
    desks.questions.drop_if_empty(first)
    before = ids(desks, talk)
    desks.questions.remove(second)
    desks.undo.take_back()
    assert ids(desks, talk) == before
    assert texts(desks, talk)[:3] == ["b", "c", "d"]


def test_an_emptied_question_with_notes_stays(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    (note,) = desks.live.sheet(talk).notes
    assert note.question_id is not None
    desks.scribe.keep(Kept("question", "text", note.question_id), "")
    assert not desks.questions.drop_if_empty(note.question_id)


def test_a_removed_question_comes_back_beside_a_new_one(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=())
    desks.questions.remove(desks.questions.write_own(talk, "first"))
    desks.scribe.keep(Kept("question", "text", desks.questions.write_own(talk)), "second")
    desks.undo.take_back()
    assert set(texts(desks, talk)) >= {"first", "second"}


def test_a_new_question_is_taken_back_unless_it_has_other_words_by_now(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=())
    before = texts(desks, talk)
    picked = desks.questions.pick(talk, "typical-day")
    desks.undo.take_back()
    assert texts(desks, talk) == before
    desks.questions.pick(talk, "typical-day")
    desks.scribe.keep(Kept("question", "text", ids(desks, talk)[0]), "my own words")
    with pytest.raises(IllegalMoveError, match="words of yours by now"):
        desks.undo.take_back()
    assert "my own words" in texts(desks, talk)
    assert picked not in ids(desks, talk)


def test_a_question_of_another_list_is_worded_for_this_person(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("What is hard?",))
    entry = next(q for q in desks.bank.questions if "{organization}" in q.text)
    desks.questions.pick(talk, entry.id)
    other = a_planned_interview(desks, a_contact(desks, "Bo Lind", "Civic Data"), questions=())
    for row in desks.questions.of(talk):
        taken = desks.questions.take_over(other, row.id)
        assert desks.questions.take_over(other, row.id) == taken, "once"
    rows = desks.questions.of(other)
    assert "What is hard?" in texts(desks, other)
    (copied,) = [row for row in rows if row.bank_id == entry.id]
    assert "Civic Data" in copied.text
    assert (copied.template, copied.tailoring) == (entry.text, "filled")
    assert len([row for row in rows if row.bank_id == "who-else"]) == 1


def test_a_question_comes_back_without_the_note_it_was_made_of(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=())
    note = desks.research.begin("contact", 1)
    desks.questions.remove(desks.questions.from_research(talk, note, "Why two?"))
    desks.research.drop_if_empty(note)
    desks.undo.take_back()
    assert "Why two?" in texts(desks, talk)


def test_a_question_comes_back_without_the_line_it_arose_in(desks: Desks) -> None:
    talk = a_live_interview(desks, "? the merger")
    desks.questions.remove(ids(desks, talk)[-1])
    desks.live.rewrite(1, "")
    desks.undo.take_back()
    assert "the merger" in texts(desks, talk)


def test_a_question_comes_back_when_its_line_asks_another(desks: Desks) -> None:
    talk = a_live_interview(desks, "? the merger")
    desks.questions.remove(ids(desks, talk)[-1])
    desks.live.rewrite(1, "? the takeover")
    desks.undo.take_back()
    assert set(texts(desks, talk)) >= {"the merger", "the takeover"}


def test_a_question_that_is_gone_is_said(desks: Desks) -> None:
    for act in (
        lambda: desks.questions.one(9),
        lambda: desks.questions.blanks(9),
        lambda: desks.questions.fill_blanks(9, {}),
        lambda: desks.questions.set_text(9, "x"),
        lambda: desks.questions.set_importance(9, "must"),
        lambda: desks.questions.move(9, 1),
        lambda: desks.questions.remove(9),
        lambda: desks.questions.drop_if_empty(9),
    ):
        with pytest.raises(NotFoundError, match="question"):
            act()
    assert desks.undo.take_back() == ""


# ── order ─────────────────────────────────────────────────────────────────────────────────────────


def test_moving_stops_at_the_ends_and_can_be_taken_back(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("a", "b", "c"))
    close = texts(desks, talk)[-1]
    first = ids(desks, talk)[0]
    assert desks.questions.move(first, 2) == 2
    assert texts(desks, talk) == ["b", "c", "a", close]
    assert desks.questions.move(first, 99) == 3
    assert desks.questions.move(first, 1) == 3, "which changes nothing, so there is no step"
    assert desks.undo.take_back() == "the order"
    assert texts(desks, talk) == ["b", "c", "a", close]
    assert desks.undo.take_back() == "the order"
    assert texts(desks, talk) == ["a", "b", "c", close]


@dataclass
class Model:
    """A plan as a plain list of (number, phase)."""

    order: list[tuple[int, str]] = field(default_factory=list)

    def place(self, number: int, phase: str) -> None:
        rank = ["start", "middle", "close"].index
        spot = max(
            (n for n, (_, p) in enumerate(self.order, 1) if rank(p) <= rank(phase)), default=0
        )
        self.order.insert(spot, (number, phase))

    def move(self, at: int, steps: int) -> None:
        entry = self.order.pop(at)
        self.order.insert(max(0, min(len(self.order), at + steps)), entry)


BANK = Bank(
    questions=tuple(
        BankQuestion(phase, "mine", f"{phase}?", "", ("fit",), phase)
        for phase in ("start", "middle", "close")
    )
)
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["pick", "own", "move", "move back", "remove", "remove and back"]),
        st.sampled_from(["start", "middle", "close"]),
        st.integers(0, 20),
        st.integers(-6, 6),
    ),
    max_size=12,
)


def _take(desks: Desks, talk: int, model: Model, step: tuple[str, str, int, int]) -> None:
    what, phase, which, steps = step
    at = which % len(model.order) if model.order else None
    if what == "pick":
        model.place(desks.questions.pick(talk, phase), phase)
    elif what == "own":
        model.place(desks.questions.write_own(talk, "x"), "middle")
    elif at is not None and what.startswith("move"):
        before = list(model.order)
        desks.questions.move(model.order[at][0], steps)
        model.move(at, steps)
        if what == "move back" and model.order != before:
            desks.undo.take_back()
            model.order = before
    elif at is not None:
        desks.questions.remove(model.order[at][0])
        if what == "remove and back":
            desks.undo.take_back()
        else:
            del model.order[at]


@settings(max_examples=tries(12), deadline=None, derandomize=True)
@given(steps=_STEPS)
def test_the_order_is_that_of_a_plain_list(
    steps: list[tuple[str, str, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desks = open_desks(tmp_path_factory.mktemp("order") / "n.db", ManualClock(), BANK)
    talk = desks.plans.plan_with(a_contact(desks))
    model = Model()
    for step in steps:
        _take(desks, talk, model, step)
        rows = desks.questions.of(talk)
        assert [(row.id, row.phase) for row in rows] == model.order
        assert [row.position for row in rows] == list(range(1, len(rows) + 1))
    desks.close()


# ── lists ─────────────────────────────────────────────────────────────────────────────────────────

FOUR = ("How did you begin?", "What is hard?", "Who helps?", "Why here?")


def test_a_list_equal_to_another_is_pointed_out(desks: Desks) -> None:
    ana = a_planned_interview(desks, a_contact(desks, "Ana Brightwater"), questions=FOUR)
    assert desks.questions.sameness(ana) is None
    tobias = a_planned_interview(
        desks, a_contact(desks, "Tobias Arle"), questions=FOUR[::-1], when="thu 17:00"
    )
    found = desks.questions.sameness(tobias)
    assert found is not None
    assert (found.interview_id, found.how, found.shared) == (ana, "equal", 4)
    assert found.sentence == (
        "the same list as for Ana Brightwater, 26 Nov: change what you would only ask Tobias"
    )
    first = ids(desks, tobias)[0]
    desks.questions.set_text(first, "What made you leave the sea bed?")
    assert desks.questions.sameness(tobias) is None
    desks.questions.remove(first)
    assert desks.questions.sameness(tobias) is None, "three of four are not four of five"
    assert desks.questions.sameness(99) is None


def test_the_same_bank_questions_in_another_name_are_a_lesser_matter(desks: Desks) -> None:
    talks = [
        a_planned_interview(desks, a_contact(desks, name, place), questions=())
        for name, place in (("Ana", "Northwind"), ("Tobias", "Southwind"))
    ]
    for talk in talks:
        for entry in ("current-work", "clients", "competitors"):
            desks.questions.pick(talk, entry)
    found = desks.questions.sameness(talks[1])
    assert found is not None
    assert (found.how, found.interview_id) == ("renamed", talks[0])
    assert "in another name" in found.sentence
    desks.questions.set_text(ids(desks, talks[1])[0], "What do you do at Southwind, and why?")
    assert desks.questions.sameness(talks[1]) is None


def test_what_arose_and_who_else_is_in_no_list(desks: Desks) -> None:
    a_live_interview(desks, "? What is hard?", "^ And you?")
    talk = a_planned_interview(desks, 1, questions=())
    (listed,) = (found for found in desks.questions.lists() if found.interview_id == talk)
    assert [q.bank_id for q in listed.questions] == ["who-else"]
    (held,) = (found for found in desks.questions.lists() if found.interview_id != talk)
    assert (held.total, held.state, held.contact) == (3, "live", "Amina Patel")
    assert [q.tailoring for q in held.questions] == ["own", "own", "raw"]


def test_all_lists_are_filtered_as_one_types(desks: Desks) -> None:
    ana = a_planned_interview(desks, a_contact(desks, "Zoë Quist", "Ärzte"), questions=FOUR)
    bo = a_planned_interview(
        desks,
        a_contact(desks, "Bo", "100% Sun", field="Énergie"),
        questions=FOUR[:2],
        when="fri 9:00",
    )

    def found(needle: str) -> list[tuple[int, int, int]]:
        rows = desks.questions.lists(needle)
        return [(row.interview_id, len(row.questions), row.total) for row in rows]

    assert found("") == [(bo, 3, 3), (ana, 5, 5)]
    assert found("HARD") == [(bo, 1, 3), (ana, 1, 5)]
    assert found("helps zoe") == [(ana, 1, 5)]
    assert found("arzte") == [(ana, 5, 5)]
    assert found("energie") == [(bo, 3, 3)]
    assert found("100% you") == [(bo, 2, 3)]
    assert found("nothing") == []
    assert [row.interview_id for row in desks.questions.lists(limit=1)] == [bo]


# ── the first question ────────────────────────────────────────────────────────────────────────────


def test_the_first_question_is_about_them_unless_it_is_meant_so(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("What does your company do?", FOUR[0]))
    hint = "begin with them: your first question is about the organization"
    assert desks.questions.first_hint(talk) == hint
    desks.questions.keep_first_as_is(talk)
    desks.questions.keep_first_as_is(talk)
    assert desks.questions.first_hint(talk) == ""
    assert desks.undo.take_back() == "the first question as it is"
    assert desks.questions.first_hint(talk) == hint
    desks.questions.move(ids(desks, talk)[0], 1)
    assert desks.questions.first_hint(talk) == ""
    assert desks.undo.take_back() == "the order", "saying it twice was one step"
    with pytest.raises(NotFoundError):
        desks.questions.keep_first_as_is(99)

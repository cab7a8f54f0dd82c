"""Everyone's answers through the desk: onto plans and back, joined by hand and taken apart (M3)."""

from datetime import date

import pytest

from infotui.domain.answers import GapRow, Sheet, own_key
from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.services.answers import say_put_all
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview, later
from tests.tui.pilots import dump, stored

DAY = "bank:typical-day"


def hold(desks: Desks, contact_id: int, question: str, *lines: str) -> int:
    """Hold a talk in which one question is asked, a bank's by its id, and these lines are noted under it."""
    interview_id = desks.plans.plan_with(contact_id)
    if question.startswith("bank:"):
        asked = desks.questions.pick(interview_id, question.removeprefix("bank:"))
    else:
        asked = desks.questions.write_own(interview_id, question)
    desks.live.start(interview_id)
    desks.live.ask(interview_id, asked)
    for line in lines:
        later(desks, minutes=1)
        desks.live.jot(interview_id, line)
    later(desks, minutes=5)
    desks.live.end(interview_id)
    return interview_id


def gap_of(sheet: Sheet, name: str) -> GapRow:
    return next(gap for gap in sheet.gaps if gap.name == name)


def test_one_row_for_each_talk_with_its_notes_in_order(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Lind", "Contoso")
    hold(desks, ana, DAY, "mail first", "then the lab")
    later(desks, days=1)
    hold(desks, bo, DAY, "no two are alike")
    sheet = desks.answers.sheet(DAY)
    assert [
        (row.who, row.organization, [line.text for line in row.lines]) for row in sheet.rows
    ] == [
        ("Bo Lind", "Contoso", ["no two are alike"]),
        ("Ana Alm", "Northwind", ["mail first", "then the lab"]),
    ]
    assert sheet.gaps == ()
    assert sheet.topic.people == 2
    written = desks.answers.as_markdown(sheet, date(2026, 11, 24))
    assert "## Bo Lind · Contoso · Tue 24 Nov" in written
    assert "- mail first\n- then the lab\n" in written


def test_a_gap_goes_onto_the_next_plan_worded_for_them(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Lind", "Contoso")
    hold(desks, ana, DAY, "mail first")
    plan = a_planned_interview(desks, bo)
    gap = gap_of(desks.answers.sheet(DAY), "Bo Lind")
    assert gap.ahead is not None
    assert gap.ahead.id == plan
    put = desks.answers.put(DAY, gap)
    assert "Contoso" in put.text
    assert (put.interview_id, put.begun) == (plan, False)
    assert gap_of(desks.answers.sheet(DAY), "Bo Lind").planned  # in sight, and marked
    assert desks.answers.sheet(DAY).putting == ()
    desks.undo.take_back()
    assert gap_of(desks.answers.sheet(DAY), "Bo Lind") == gap


def test_without_a_plan_one_is_begun_and_goes_with_its_question(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Lind")
    a_held_interview(desks, "nothing of it", contact_id=bo)
    hold(desks, ana, "How are nights?", "long")
    before = dump(desks)
    key = "own:how are nights"
    put = desks.answers.put(key, gap_of(desks.answers.sheet(key), "Bo Lind"))
    assert put.begun
    asked = gap_of(desks.answers.sheet(key), "Bo Lind")
    assert asked.planned
    with pytest.raises(IllegalMoveError, match="already"):
        desks.answers.put(key, asked)
    assert desks.undo.take_back() == "the plan with Bo Lind, and its question"
    assert dump(desks) == before


def test_all_plans_at_once_and_back_in_one_step(desks: Desks) -> None:
    hold(desks, a_contact(desks, "Ana Alm"), DAY, "mail first")
    for name in ("Bo Lind", "Cy Cole"):
        a_planned_interview(desks, a_contact(desks, name))
    before = dump(desks)
    sheet = desks.answers.sheet(DAY)
    assert len(desks.answers.put_all(DAY, sheet.gaps)) == 2
    assert desks.answers.put_all(DAY, desks.answers.sheet(DAY).gaps) == []
    desks.undo.take_back()
    assert dump(desks) == before


def test_own_words_that_name_somebody_name_nobody_on_others_plans(desks: Desks) -> None:
    asked = "Imran says there are no night shifts any more. Is that so for all of you?"
    imran = a_contact(desks, "Imran Khan")
    hold(desks, imran, asked, "none")
    plans = [a_planned_interview(desks, a_contact(desks, name)) for name in ("Bo Lind", "Cy Cole")]
    key = own_key(asked)
    assert desks.answers.still_named(key, desks.answers.sheet(key).gaps) == ()
    made = desks.answers.put_all(key, desks.answers.sheet(key).gaps)
    said = "Somebody told me: there are no night shifts any more. Is that so for all of you?"
    assert [(put.interview_id, put.text, put.named) for put in made] == [
        (plan, said, ("Imran Khan",)) for plan in plans
    ]
    assert "does not name Imran Khan" in say_put_all(made)
    sheet = desks.answers.sheet(key)
    assert (sheet.putting, [gap.planned for gap in sheet.gaps]) == ((), [True, True])
    own = a_planned_interview(desks, imran)
    again = next(row for row in desks.answers.whose(sheet) if row.contact_id == imran)
    put = desks.answers.put(key, again)
    assert (put.interview_id, put.text) == (own, asked)  # to themselves they may be named


def test_what_they_were_asked_is_not_offered_and_a_new_plan_has_the_goal(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm")
    key = "goal:path"
    first = desks.answers.offers(key, _nobody_planned(desks, key, ana))[0]
    hold(desks, ana, f"bank:{first.bank_id}", "mail first")
    gap = gap_of(desks.answers.sheet(key), "Ana Alm")
    offers = desks.answers.offers(key, gap)
    assert first.bank_id not in {offer.bank_id for offer in offers}
    assert not any("{organization}" in offer.text for offer in offers)
    before = dump(desks)
    put = desks.answers.put(key, gap, offers[0].bank_id)
    assert put.begun
    assert put.text == offers[0].text
    assert [goal.kind for goal in desks.plans.sheet(put.interview_id).goals] == ["path"]
    desks.undo.take_back()
    assert dump(desks) == before


def _nobody_planned(desks: Desks, key: str, contact_id: int) -> GapRow:
    a_held_interview(desks, "nothing of it", contact_id=contact_id)
    return gap_of(desks.answers.sheet(key), "Ana Alm")


def test_one_that_was_skipped_stands_there_and_is_a_gap(desks: Desks) -> None:
    talk = hold(desks, a_contact(desks, "Ana Alm"), DAY)
    desks.store.reading().execute(
        "UPDATE question SET state = 'skipped' WHERE bank_id = 'typical-day'"
    )
    sheet = desks.answers.sheet(DAY)
    assert [(row.interview_id, row.state) for row in sheet.rows] == [(talk, "skipped")]
    assert gap_of(sheet, "Ana Alm").skipped
    assert sheet.topic.people == 0


def test_a_goal_or_a_kind_offers_what_the_bank_asks_for_it(desks: Desks) -> None:
    bo = a_contact(desks, "Bo Lind")
    a_held_interview(desks, "nothing of it", contact_id=bo)
    plan = a_planned_interview(desks, bo)
    put = desks.answers.put("kind:career", gap_of(desks.answers.sheet("kind:career"), "Bo Lind"))
    row = desks.questions.one(put.question_id)
    assert row.interview_id == plan
    entry = desks.bank.find(row.bank_id)
    assert entry is not None
    assert "path" in entry.goals
    gap = gap_of(desks.answers.sheet("goal:own:fly a kite"), "Bo Lind")
    with pytest.raises(IllegalMoveError, match="No question of the bank"):
        desks.answers.put("goal:own:fly a kite", gap)


def test_a_question_is_joined_stays_so_in_copies_and_is_taken_apart(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Lind")
    hold(desks, ana, DAY, "mail first")
    talk = hold(desks, bo, "What does an ordinary day look like", "no two are alike")
    key = "own:what does an ordinary day look like"
    before = dump(desks)
    assert desks.answers.may_mean(key)[0].key == DAY
    desks.answers.join(key, DAY)
    sheet = desks.answers.sheet(DAY)
    assert [row.who for row in sheet.rows] == ["Bo Lind", "Ana Alm"]
    assert sheet.topic.joined == (key,)
    assert key not in {topic.key for topic in desks.answers.topics()}
    question = stored(
        desks, "SELECT id FROM question WHERE interview_id = ? AND joined <> ''", talk
    )[0][0]
    assert desks.answers.key_of(question) == DAY
    plan = a_planned_interview(desks, a_contact(desks, "Cy Cole"), questions=())
    copy = desks.questions.take_over(plan, question)
    assert stored(desks, "SELECT joined FROM question WHERE id = ?", int(copy)) == [(DAY,)]
    desks.questions.remove(int(copy))
    desks.answers.take_apart(DAY, key)
    assert [row.who for row in desks.answers.sheet(key).rows] == ["Bo Lind"]
    desks.undo.take_back()
    assert desks.answers.sheet(DAY).topic.joined == (key,)
    desks.answers.take_apart(DAY, key)
    assert [line for line in dump(desks) if line.startswith("question ")][:4] == [
        line for line in before if line.startswith("question ")
    ]


def test_what_was_joined_before_goes_along(desks: Desks) -> None:
    hold(desks, a_contact(desks, "Ana Alm"), "How are nights?", "long")
    hold(desks, a_contact(desks, "Bo Lind"), "Nights, how are they?", "dark")
    desks.answers.join("own:nights how are they", "own:how are nights")
    desks.answers.join("own:how are nights", DAY)
    sheet = desks.answers.sheet(DAY)
    assert len(sheet.rows) == 2
    assert set(sheet.topic.joined) == {"own:nights how are they", "own:how are nights"}


def test_what_cannot_be_joined_says_why(desks: Desks) -> None:
    hold(desks, a_contact(desks), "How are nights?", "long")
    for key, into, error in (
        (DAY, "own:how are nights", IllegalMoveError),
        ("own:how are nights", "own:how are nights", IllegalMoveError),
        ("own:how are nights", "kind:career", IllegalMoveError),
        ("own:how are nights", "own:gone", NotFoundError),
        ("own:gone", DAY, NotFoundError),
    ):
        with pytest.raises(error):
            desks.answers.join(key, into)
    with pytest.raises(IllegalMoveError):
        desks.answers.may_mean(DAY)
    with pytest.raises(IllegalMoveError):
        desks.answers.take_apart(DAY, "own:how are nights")

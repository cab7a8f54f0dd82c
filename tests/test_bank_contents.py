"""The shipped question bank: what every entry keeps to, and that it covers what was asked for (S44)."""

import re
from collections import Counter
from pathlib import Path

import pytest

from infotui.config.bank_files import load_bank
from infotui.domain.bank import BankQuestion
from infotui.domain.blanks import KNOWN_BLANKS, blanks_in, fill
from infotui.domain.goal import GOAL_KINDS
from infotui.domain.question import PHASES
from infotui.services.plans import REFERRAL

BANK = load_bank(own=Path("no-bank-of-ones-own"))
SIX = [kind for kind in GOAL_KINDS if kind != "own"]
EXAMPLE = {
    "organization": "Northwind", "unit": "the testing lab", "profession": "test engineer",
    "name": "Amina", "field": "energy research", "region": "Leeds",
}  # fmt: skip

# Ways of asking for a job (S7). "What do you look for when you hire?" is not one of them.
ASKS = re.compile(
    r"\b(hire|employ|take) me\b"
    r"|\b(job|position|post|role|opening|vacancy|internship|work) for me\b"
    r"|\b(give|offer|get|find|land) me\b"
    r"|\brefer me\b|\brecommend me\b|\bput in a (good )?word\b|\bpass on my (resume|cv)\b"
    r"|\bmy (resume|cv|application)\b"
    r"|\b(are|is) \S+( \S+)? (hiring|recruiting)\b|\bany (openings?|vacanc\w+|jobs?|positions?)\b"
    r"|\b(could|can|may|might) i (work|apply|join|start)\b|\bjoin your\b",
    re.IGNORECASE,
)


def wordings(question: BankQuestion) -> tuple[str, ...]:
    return (question.text, *question.alternates, *question.parts)


each = pytest.mark.parametrize("question", BANK.questions, ids=lambda q: q.id)


def test_the_bank_loads_without_trouble() -> None:
    assert BANK.trouble == ()


def test_the_guides_sixteen_are_covered_once_each() -> None:
    assert Counter(q.guide for q in BANK.questions if q.guide is not None) == Counter(range(1, 17))
    assert all(type(q.guide) is int for q in BANK.questions if q.guide is not None)


def test_there_are_at_least_thirty_more() -> None:
    assert sum(q.guide is None for q in BANK.questions) >= 30


def test_every_set_has_entries_and_every_entry_a_set() -> None:
    sets = [s.id for s in BANK.sets]
    assert len(sets) == len(set(sets)) >= 6
    assert set(sets) == {q.set_id for q in BANK.questions}
    assert all(s.title.strip() and s.about.strip() for s in BANK.sets)


@pytest.mark.parametrize("a_set", BANK.sets, ids=lambda s: s.id)
def test_a_set_could_carry_a_talk_of_its_own(a_set: object) -> None:
    members = [q for q in BANK.questions if q.set_id == a_set.id]  # type: ignore[attr-defined]
    assert len(members) >= 5, "fewer than a plan needs"
    assert {q.phase for q in members} == set(PHASES)


@pytest.mark.parametrize("goal", SIX)
def test_every_kind_of_goal_is_served_by_a_plan_full(goal: str) -> None:
    serving = [q for q in BANK.questions if goal in q.goals]
    assert len(serving) >= 5
    assert BANK.fitting([goal])[: len(serving)] == tuple(serving)


def test_the_question_for_further_people_is_there_for_every_plan() -> None:
    referral = BANK.find(REFERRAL)
    assert referral is not None
    assert (referral.guide, referral.phase) == (16, "close")
    assert len(referral.parts) == 2, "whom to talk to, and whether they may be mentioned"


def test_no_wording_stands_twice() -> None:
    heads = Counter(q.text.casefold() for q in BANK.questions)
    assert [text for text, count in heads.items() if count > 1] == []
    shorts = Counter(q.short for q in BANK.questions)
    assert [short for short, count in shorts.items() if count > 1] == []


@each
def test_an_entry_keeps_to_the_rules_of_its_file(question: BankQuestion) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", question.id)
    assert question.goals
    assert set(question.goals) <= set(SIX)
    assert len(set(question.goals)) == len(question.goals)
    assert question.phase in PHASES
    assert 2 <= len(question.short.split()) <= 5
    assert len(question.short) <= 26
    assert not blanks_in(question.short)
    assert len(question.parts) != 1, "one part is no part"


@each
def test_its_blanks_are_known_and_nothing_else_stands_in_braces(question: BankQuestion) -> None:
    for wording in wordings(question):
        assert set(blanks_in(wording)) <= set(KNOWN_BLANKS)
        assert not set("{}") & set(fill(wording, EXAMPLE))


@each
def test_it_is_a_question_of_one_line_a_person_can_say(question: BankQuestion) -> None:
    for wording in wordings(question):
        assert wording.endswith("?")
        assert wording[0].isupper() or wording.startswith("{")
        assert len(fill(wording, EXAMPLE)) <= 140
        assert len(set(wordings(question))) == len(wordings(question))


@each
def test_it_does_not_ask_for_a_job(question: BankQuestion) -> None:
    assert [w for w in wordings(question) if ASKS.search(fill(w, EXAMPLE))] == []


@pytest.mark.parametrize(
    "asking",
    [
        "Could you hire me?", "Is there a job for me at Northwind?", "Are you hiring right now?",
        "Do you have any openings?", "Could I work in your team?", "Would you pass on my CV?",
        "Is your team recruiting?", "Can you get me a post?", "Would you put in a word for me?",
    ],
)  # fmt: skip
def test_the_search_for_such_questions_finds_them(asking: str) -> None:
    assert ASKS.search(asking)


@pytest.mark.parametrize(
    "harmless", ["What do you look for when you hire?", "How do people hear of openings?"]
)
def test_the_search_for_such_questions_leaves_others_alone(harmless: str) -> None:
    assert not ASKS.search(harmless)

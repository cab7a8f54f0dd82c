"""Readiness: seven checks that grow step by step, and count only what is worth counting."""

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from tests.builders import a_live_interview, a_planned_interview


def missing(desks: Desks, talk: int) -> list[str]:
    (ahead,) = (a for a in desks.plans.ahead() if a.interview.id == talk)
    assert ahead.checks == desks.plans.readiness(talk)
    assert ahead.done == 7 - sum(not check.done for check in ahead.checks)
    return [check.missing for check in ahead.checks if not check.done]


def keep(desks: Desks, talk: int, field: str, text: str) -> None:
    desks.scribe.keep(Kept("interview", field, talk), text)


def test_readiness_grows_step_by_step(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="", questions=())
    left = [
        "goal",
        "person research",
        "organization research",
        "4 more questions",
        "time and place",
        "your opening is empty",
        "day sheet",
    ]
    assert missing(desks, talk) == left
    desks.plans.add_goal(talk, "fit")
    assert missing(desks, talk) == ["why this person", *left[1:]]
    keep(desks, talk, "why", "she changed fields at forty")
    desks.research.begin("contact", 1, "posted two roles")
    assert missing(desks, talk) == left[2:]
    desks.research.begin("organization", 1, "moved here in 2019")
    for text in ("a?", "b?", "c?"):
        desks.questions.write_own(talk, text)
    assert missing(desks, talk) == ["1 more question", *left[4:]]
    desks.questions.write_own(talk, "d?")
    assert missing(desks, talk) == ["1 question not tailored", *left[4:]]
    desks.questions.fill_blanks(desks.questions.of(talk)[-1].id, {"field": "energy"})
    assert missing(desks, talk) == left[4:]
    desks.scheduling.set_time(talk, "thu 15:00")
    assert missing(desks, talk) == ["place", *left[5:]]
    desks.scheduling.set_place_kind(talk, "coffee shop")
    assert missing(desks, talk) == [left[5], "day sheet, 4 to do"]
    keep(desks, talk, "opening", "I am Robin")
    for key in ("dress", "route", "buy"):
        assert desks.scheduling.tick(talk, key)
    assert missing(desks, talk) == ["day sheet, 1 to do"]
    desks.scheduling.tick(talk, "resume")
    assert missing(desks, talk) == []


def test_a_tick_is_taken_off_again(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    assert [desks.scheduling.tick(talk, "dress") for _ in range(3)] == [True, False, True]
    assert desks.plans.sheet(talk).day_sheet_done == ("dress",)


def test_a_question_without_words_does_not_count(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("", "  ", "", ""))
    desks.questions.fill_blanks(desks.questions.of(talk)[-1].id, {"field": "energy"})
    (check,) = (c for c in desks.plans.readiness(talk) if c.name == "questions")
    assert not check.done


def test_an_arisen_question_is_no_preparation(desks: Desks) -> None:
    talk = a_live_interview(desks, *["? more"] * 5)
    (check,) = (c for c in desks.plans.readiness(talk) if c.name == "questions")
    assert (check.done, check.missing) == (False, "2 more questions")


def test_the_interviews_to_come_are_sorted(desks: Desks) -> None:
    talks = [a_planned_interview(desks, when=when) for when in ("fri 9:00", "", "thu 15:00")]
    assert [a.interview.id for a in desks.plans.ahead()] == [talks[2], talks[0], talks[1]]

"""Whether the first question is about the person opposite: tables, as a person would judge them."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.bank import BankQuestion
from infotui.domain.first_question import about, first_hint, is_about_them
from infotui.domain.question import tailoring
from tests.builders import shipped_bank

TABLE = {
    "them": [
        "How did you begin?",
        "How did you come to work in energy research?",
        "What drew you to the organization?",
        "What do you do at Lanternfield all day?",
        "What does an ordinary day look like for you?",
        "Could you tell me about your path from the lecture hall to the grid?",
        "If you don't mind my asking: what did you study?",
        "I read that you led the storm study. What surprised you?",
        "What part of your work do you enjoy most?",
        "What has your career been like?",
        "Tell me about your current job.",
        "What’s your usual week?",
        "What made you choose this field?",
        "How were you hired?",
        "What did you learn before you came here?",
        "Which project are you proud of?",
        "What was it like for you to change at forty?",
    ],
    "the organization": [
        "What does your company do?",
        "Who are your clients?",
        "What are the greatest strengths of your organization?",
        "How would you describe your team?",
        "What is the institute best at?",
        "Where does {organization} want to be in five years?",
        "How is the unit organised?",
        "How big is your lab?",
    ],
    "the field": [
        "What are the big issues in the field?",
        "How is the market changing?",
        "What is {field} like these days?",
        "How does one see your industry from outside?",
    ],
    "hiring": [
        "What do you look for when you hire?",
        "Which skills do you look for in a new colleague?",
        "How do you recruit?",
        "Are there any openings?",
        "What is the pay like?",
        "When {organization} takes on someone new, what do you hope to see?",
    ],
    "you": [
        "What would you advise someone like me?",
        "Could I do your work with my degree in physics as I am?",
        "How can I get into this?",
        "What do you think of my chances?",
    ],
    "other people": [
        "Who else would you suggest I talk to?",
        "Whom should I talk to next?",
    ],
    "something else": [
        "Why two?",
        "What happened in February?",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("what", "text"), [(w, t) for w, texts in TABLE.items() for t in texts])
def test_what_a_question_is_about(what: str, text: str) -> None:
    assert about(text) == what


class Asked(NamedTuple):
    """A question of a plan."""

    text: str
    origin: str = "own"
    phase: str = "middle"
    template: str = ""

    @property
    def tailoring(self) -> str:
        return tailoring(self.origin, self.text, self.template)


def picked(entry: BankQuestion, text: str = "") -> Asked:
    return Asked(text or entry.text, "bank", entry.phase, entry.text)


@pytest.mark.parametrize("entry", shipped_bank().questions, ids=lambda entry: entry.id)
def test_the_banks_beginnings_are_about_the_person(entry: BankQuestion) -> None:
    if entry.phase == "start":
        assert is_about_them(picked(entry))
    if entry.id in {"clients", "education", "what-you-look-for", "advice", "who-else", "issues"}:
        assert not is_about_them(picked(entry))


def test_a_beginning_that_was_reworded_is_judged_by_its_words() -> None:
    entry = shipped_bank().find("current-work")
    assert entry is not None
    assert is_about_them(picked(entry, entry.text.replace("{organization}", "Northwind")))
    assert not is_about_them(picked(entry, "What does your company do?"))


def test_a_filled_question_of_the_bank_is_judged_by_its_blanks() -> None:
    entry = shipped_bank().find("strengths-and-plans")
    assert entry is not None
    filled = picked(entry, entry.text.replace("{organization}", "Wash & Go"))
    assert first_hint([filled]) == "begin with them: your first question is about the organization"


HOW, WHAT = Asked("How did you begin?"), Asked("What does your company do?")
ELSE = Asked("Who else should I talk to?", "bank", "close")
LATER = Asked("What is that?", "arisen")


@pytest.mark.parametrize(("plan", "hint"), [
    ([], ""),
    ([ELSE], ""),
    ([HOW, WHAT, ELSE], ""),
    ([WHAT, HOW, ELSE], "begin with them: your first question is about the organization"),
    ([LATER, HOW], ""),
    ([Asked("  "), HOW, ELSE], ""),
    ([ELSE, HOW], "begin with them: your first question is about other people"),
    ([Asked("Why two?"), HOW], "begin with them: your first question is about something else"),
    ([Asked("How can I get in?")], "begin with them: your first question is about yourself"),
])  # fmt: skip
def test_the_hint_names_what_comes_first_instead(plan: list[Asked], hint: str) -> None:
    assert first_hint(plan) == hint
    assert first_hint(plan, as_is=True) == ""


@given(st.text())
def test_any_words_are_borne(text: str) -> None:
    hinted = first_hint([Asked(text)]) != ""
    assert hinted == bool(text.strip() and not is_about_them(Asked(text)))

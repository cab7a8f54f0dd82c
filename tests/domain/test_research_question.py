"""A question made of a research note: the note's words, and a question that fits what it tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.research_question import question_of
from infotui.domain.text import clean_line

ASKED = [
    # a change
    ("On their own since the harbour let them go.", "",
     "I read this: On their own since the harbour let them go. "
     "How did that come about, and what has it changed?"),
    ("posted two new analyst roles", "their site",
     "I read this: posted two new analyst roles. How did that come about, and what has it changed?"),
    # a project
    ("Led the study of the storm outages", "her talk",
     "I read this: Led the study of the storm outages. "
     "What was your part in it, and what did you learn from it?"),
    # a number
    ("Belongs to 6,400 members; runs the lines", "letter, p. 4",
     "I read this: Belongs to 6,400 members; runs the lines. What is the story behind that number?"),
    ("The desk is four people in a corridor", "",
     "I read this: The desk is four people in a corridor. What is the story behind that number?"),
    # a claim
    ("“A model nobody can read is private property.”\nThen more", "his talk",
     "I read this: “A model nobody can read is private property.” What stands behind that?"),
    ("Says that she was bored into her best work!", "",
     "I read this: Says that she was bored into her best work! What stands behind that?"),
    # none of them, and heard rather than read
    ("No slides, no folders. Likes it when one draws.", "Ana, on the telephone",
     "I was told this: No slides, no folders. What would you add to that?"),
    ("\n\n  Came as a stand-in.  \nThen stayed", "",
     "I read this: Came as a stand-in. What would you add to that?"),
    ("annual report, p. 4 of it", "",
     "I read this: annual report, p. 4 of it. What was your part in it, and what did you learn from it?"),
    ("", "a page", ""),
    (" \n ", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("body", "source", "question"), ASKED)
def test_a_note_becomes_a_question(body: str, source: str, question: str) -> None:
    assert question_of(body, source) == question


def test_of_a_long_note_the_beginning_is_carried() -> None:
    question = question_of("word " * 5_000)
    assert len(question) < 300
    assert "word…" in question


@given(st.text(), st.text())
def test_any_note_makes_one_clean_line(body: str, source: str) -> None:
    question = question_of(body, source)
    assert question == clean_line(question)
    assert (question == "") == (not clean_line(body)) or not question
    assert not question or question.endswith("?")

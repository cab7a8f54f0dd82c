"""Notes turned into what can be said aloud: to the person they are of, and to others without naming anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.heard import (
    ask_of_nobody,
    asked_of_them,
    deed,
    name_parts,
    said_of_nobody,
    said_to_them,
)

ANA = name_parts(["Ana Brightwater"])

TO_THEM = [
    ("she hires for curiosity: who has opened it when she comes back",
     "you hire for curiosity: who has opened it when you come back"),
    ("She has two trainees, her first ones.", "you have two trainees, your first ones"),
    ("she always begins with the porters", "you always begin with the porters"),
    ("he's off to Kiel", "you are off to Kiel"),
    ("she'd rather teach code", "you would rather teach code"),
    ("she would sooner teach code to an explainer", "you would sooner teach code to an explainer"),
    # further inside it may be anybody, so it is left alone
    ("her boss says he will retire", "her boss says he will retire"),
    ("no night shifts since the new rota, says Ana", "no night shifts since the new rota"),
    ("Ana says that the model is a third of the work", "the model is a third of the work"),
    ("Ana's model is open", "your model is open"),
    ("the model is a third of the work", "the model is a third of the work"),
]  # fmt: skip

OF_NOBODY = [
    ("she hires for curiosity: who has opened it when she comes back",
     "somebody hires for curiosity: who has opened it when they come back"),
    ("night shifts one week in six in her department, against what Ana said",
     "night shifts one week in six in their department, against what somebody said"),
    ("with a riddle he asks the cleaner first", "with a riddle somebody asks the cleaner first"),
    ("Ana Brightwater thinks the model is a third of the work",
     "the model is a third of the work"),
    ("go and see ana", "go and see somebody"),
    ("Brightwater's model is open", "somebody's model is open"),
    ("analysis is a third of the work.", "analysis is a third of the work"),
    ("tell her that he knows", "tell them that somebody knows"),
]  # fmt: skip

PROMISED = [
    ("send her the write-up of our river turbine", "send you the write-up of our river turbine"),
    ("send him his lesson on pulse and light", "send you your lesson on pulse and light"),
    ("tell Ben that she says yes to his visit", "tell Ben that you say yes to your visit"),
    ("write to Ben tonight and copy me in", "write to Ben tonight and copy me in"),
]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Ana says there are no night shifts any more. Is that so for all of you?",
         "Somebody told me: there are no night shifts any more. Is that so for all of you?"),
        ("How did Ana's team begin?", "How did somebody's team begin?"),
        ("ana: is it dark there?", "Somebody told me: is it dark there?"),
        ("Ana Brightwater began late; and you?", "Somebody began late; and you?"),
        ("How are nights?", "How are nights?"),
    ],
)  # fmt: skip
def test_a_question_of_ones_own_names_nobody(asked: str, said: str) -> None:
    assert ask_of_nobody(asked, ANA) == said


DEEDS = [
    ("she sends the list", "send the list"), ("She will send it", "send it"),
    ("I'll write to him", "write to him"), ("to send it", "send it"),
    ("Ana passes it on", "pass it on"), ("they meet again", "meet again"),
    ("send her the list", "send her the list"), ("the slides by friday", "the slides by friday"),
    ("Will Hart gets a mail", "Will Hart gets a mail"), ("", ""), ("she", "she"),
]  # fmt: skip


@pytest.mark.parametrize(("noted", "said"), DEEDS)
def test_a_promise_is_what_is_to_be_done(noted: str, said: str) -> None:
    assert deed(noted, ANA) == said


@pytest.mark.parametrize(("noted", "said"), TO_THEM)
def test_to_the_person_it_is_you(noted: str, said: str) -> None:
    assert said_to_them(noted, ANA) == said


@pytest.mark.parametrize(("noted", "said"), OF_NOBODY)
def test_to_others_nobody_is_named(noted: str, said: str) -> None:
    assert said_of_nobody(noted, ANA) == said


@pytest.mark.parametrize(("noted", "said"), PROMISED)
def test_a_promise_is_said_to_whom_it_was_given(noted: str, said: str) -> None:
    assert asked_of_them(noted, ANA) == said


def test_a_person_is_called_by_every_part_of_the_name() -> None:
    assert name_parts(["Cora  van Lindqvist-Shaw"]) == (
        "Cora Van Lindqvist-Shaw",
        "Cora van Lindqvist-Shaw",
        "cora van lindqvist-shaw",
        "Lindqvist-Shaw",
        "Cora",
        "cora",
    )


@pytest.mark.parametrize(("names", "leads", "text", "said"), [
    (["June Field"], [], "June says that one may move in june, in this field",
     "one may move in june, in this field"),
    ([], ["Valley Model Engineers"], "the model is theirs, ask the Engineers",
     "the model is theirs, ask the somebody"),
    (["Anna van Dyk"], [], "a van came for Dyk", "a van came for somebody"),
    (["ana bright"], [], "Ana and ana bright", "somebody and somebody"),
])  # fmt: skip
def test_a_name_that_is_a_word_is_a_name_only_as_it_is_written(
    names: list[str], leads: list[str], text: str, said: str
) -> None:
    assert said_of_nobody(text, name_parts(names, leads)) == said


@given(st.text(), st.lists(st.sampled_from(["Ana", "Bo (x", "[", "says", "Ana's"]), max_size=3))
def test_any_text_is_borne_and_no_name_is_left(text: str, names: list[str]) -> None:
    said_to_them(text, names)
    asked_of_them(text, names)
    assert "Ana" not in said_of_nobody(f"{text} Ana ", name_parts(["Ana"])).split()

"""What asks for a job and what does not (S7): sentences both ways, the whole bank, and every length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.asking_for_a_job import _asked_in, asks_for_a_job
from tests.builders import shipped_bank
from tests.tries import tries

ASKS = (
    "Do you have a job for me?",
    "Are there any vacancies?",
    "Are you hiring?",
    "Is your team hiring?",
    "Is Northwind hiring at the moment?",
    "Could you hire me?",
    "Would you consider me for the analyst post?",
    "Do you have any open positions?",
    "I would like to apply for a position with you.",
    "How do I apply to your company?",
    "Could you give me a job?",
    "Could you find me a position in your lab?",
    "Is there a job at Northwind?",
    "Are there any openings in your group?",
    "Do you know of any openings?",
    "Would you hire somebody like me?",
    "Would you take me on for the summer?",
    "Can I work for you?",
    "I would love to work with you.",
    "I'd love to work for your team.",
    "I could join your team in March.",
    "Please keep me in mind for future roles.",
    "Keep me in mind if a position opens.",
    "Could you put in a good word for me?",
    "Would you recommend me to your manager?",
    "Could you refer me for the analyst post?",
    "I attach my resume.",
    "Could you pass on my CV?",
    "Is the position still open?",
    "Is there anything for me at Northwind?",
    "Might there be a role for me in your group?",
    "What are my chances of getting a job with you?",
    "I am asking for a job.",
    "I want to ask you for a job.",
    "Can I have a job?",
    "Could you help me find a job?",
    "I need a job.",
    "Why don't you hire me?",
    "Couldn't you hire me?",
    "Could you not take me on?",
    "I wonder whether you are hiring.",
    "Do you need somebody like me?",
    "Could you use someone with my skills?",
    "Do you have an internship with you for me?",
    "Do you have an internship?",
    "Do you offer internships at the moment?",
    "I am looking for a job at your company.",
    "It is not far, and are you hiring?",
    "ARE YOU HIRING?",
    "Do you have a vacancy in your unit?",
    "I hope you have work for me.",
    "Do you currently hire people right now?",
    "Any vacancies?",
    "Please consider my application.",
    "I am writing to apply for the post.",
    "I do not want to impose. Do you have a job for me?",
    "Do you have any room for me on your team?",
    "Are you recruiting?",
    "are   you\nhiring?",
    "Is {organization} hiring?",
    "I’d like to ask you for a job.",
)
ASKS_NOT = (
    "What do you look for when you hire?",
    "What did you do in your first job?",
    "Please tell me about your job.",
    "I am not asking for a job.",
    "My aim is not to ask for a job.",
    "I'm not here to ask for a job; I want to learn.",
    "I don't want you to hire me, only your view.",
    "What led you to apply for a position with Northwind?",
    "What made you join your team?",
    "When Northwind hires, which skills matter most?",
    "When you are hiring, what do you look for?",
    "Who is hiring in this region?",
    "Which employers here are hiring people like this?",
    "How does hiring usually go?",
    "How do people usually find work in this field?",
    "What jobs did you have before this one?",
    "Is this the right job for me, do you think?",
    "What is the best part of your position?",
    "What additional training might improve my chances of finding a position in this field?",
    "Which of your jobs taught you the most?",
    "What is a typical day like?",
    "Would you take me through a typical day?",
    "Could you give me an example?",
    "Could you refer me to other people in the field?",
    "Would you recommend me a book?",
    "Is there anything I should have asked?",
    "Is there anybody else you would recommend?",
    "May I mention your name?",
    "Could you introduce me to Jane?",
    "How did you get your first position?",
    "What was it like joining your team?",
    "Do you have a few minutes?",
    "Would you have about 30 minutes for a conversation?",
    "Rather than ask for a job, I would like to hear your story.",
    "How many openings did you see last year?",
    "Have you ever hired somebody from another field?",
    "What would make an employer hire a career changer?",
    "What role does chance play in your work?",
    "What position does your organization take on this?",
    "Do you have a role model?",
    "How open are positions like yours to people without a degree?",
    "What did you apply for when you came here?",
    "Do you work with your team every day?",
    "I work with children at present.",
    "What do you need from someone in your team?",
    "How do you keep me in mind apart from the others?",
    "Do you hire differently now?",
    "Are you happy in your job?",
    "What do your people work on at the moment?",
    "What resume would make you read on?",
    "How long is an internship here, usually?",
    "Please choose the place and the time.",
    "I don’t ask for a job; I want to learn.",
    "",
    "   \n",
)


@pytest.mark.parametrize("sentence", ASKS)
def test_it_asks(sentence: str) -> None:
    assert asks_for_a_job(sentence)
    assert asks_for_a_job(f"Thank you for your time. {sentence.upper()}")


@pytest.mark.parametrize("sentence", ASKS_NOT)
def test_it_does_not_ask(sentence: str) -> None:
    assert asks_for_a_job(sentence) == ()


def test_there_are_many_of_both() -> None:
    assert len({*ASKS, *ASKS_NOT}) == len(ASKS) + len(ASKS_NOT) >= 100


def test_no_question_of_the_bank_asks_for_a_job() -> None:
    said = [t for q in shipped_bank().questions for t in (q.text, *q.alternates, *q.parts)]
    assert len(said) > 80
    assert [text for text in said if asks_for_a_job(text)] == []


def test_the_phrases_at_fault_are_given_once_each_in_order() -> None:
    text = "Are you hiring? I admire you. Could you hire me?\n\nAre you hiring? Any vacancies?"
    assert asks_for_a_job(text) == ("Are you hiring", "Could you hire me", "Any vacancies")


def test_what_is_taken_back_in_one_sentence_is_asked_in_the_next() -> None:
    assert asks_for_a_job("I am not asking for a job. Do you have a job for me?") == (
        "Do you have a job for me",
    )


@given(st.text(max_size=300))
@settings(max_examples=tries(100))
def test_any_text_is_judged_and_the_phrases_are_its_own(text: str) -> None:
    flat = " ".join(text.split())
    assert all(" ".join(phrase.split()) in flat for phrase in asks_for_a_job(text))


@pytest.mark.parametrize("part", ["a ", "do you have a ", "i ", "any job ", "{", "would you ", "."])
def test_a_long_text_is_judged_in_time(part: str) -> None:
    assert asks_for_a_job(part * (60_000 // len(part))) == ()


def test_a_key_in_a_long_text_looks_at_its_own_sentence_alone() -> None:
    text = " ".join(f"This is sentence {n} of a long one." for n in range(2_000))
    asks_for_a_job(text)
    before = _asked_in.cache_info()
    assert asks_for_a_job(f"{text} Can you hire me?") == ("Can you hire me",)
    assert _asked_in.cache_info().misses == before.misses + 1

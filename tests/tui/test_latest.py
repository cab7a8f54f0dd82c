"""Only the latest question is answered; work on an older one is broken off; all is closed at the end."""

import threading

from infotui.tui.latest import Latest


class Desk:
    """Answers a question when its gate is open, and remembers what happened."""

    def __init__(self) -> None:
        self.begun: dict[str, threading.Event] = {}
        self.gate = threading.Event()
        self.told: list[tuple[str, object]] = []
        self.happened: list[str] = []

    def begins(self, question: str) -> threading.Event:
        return self.begun.setdefault(question, threading.Event())

    def answer(self, question: str) -> str:
        self.begins(question).set()
        if question == "slow":
            assert self.gate.wait(10)
        if question == "bad":
            raise ValueError(question)
        return question.upper()

    def tell(self, question: str, answer: str | Exception) -> None:
        self.told.append((question, answer))

    def interrupt(self) -> None:
        self.happened.append("interrupted")
        self.gate.set()

    def close(self) -> None:
        self.happened.append("closed")


def a_latest() -> tuple[Desk, Latest[str, str]]:
    desk = Desk()
    return desk, Latest(desk.answer, desk.tell, desk.interrupt, desk.close)


def test_each_question_is_answered_and_an_error_is_an_answer() -> None:
    desk, latest = a_latest()
    for question in ("a", "b", "bad"):
        latest.ask(question)
        assert latest.rest()
    latest.end()
    assert desk.told[:2] == [("a", "A"), ("b", "B")]
    assert isinstance(desk.told[2][1], ValueError)
    assert desk.happened == ["closed"]


def test_a_newer_question_breaks_off_the_one_before() -> None:
    desk, latest = a_latest()
    begun = desk.begins("slow")
    latest.ask("slow")
    assert begun.wait(10)
    latest.ask("b")
    assert latest.rest()
    latest.end()
    assert desk.told == [("b", "B")]
    assert desk.happened == ["interrupted", "closed"]


def test_what_is_forgotten_is_not_answered() -> None:
    desk, latest = a_latest()
    begun = desk.begins("slow")
    latest.ask("slow")
    assert begun.wait(10)
    latest.forget()
    assert latest.rest()
    assert desk.told == []
    latest.end()


def test_the_end_waits_for_nobody_and_closes_once() -> None:
    desk, latest = a_latest()
    begun = desk.begins("slow")
    latest.ask("slow")
    assert begun.wait(10)
    latest.end()
    latest.end()
    latest.ask("too late")
    assert desk.told == []
    assert desk.happened == ["interrupted", "closed"]
    never, unasked = a_latest()
    unasked.end()
    assert never.happened == ["closed"]

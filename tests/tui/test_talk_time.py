"""What the log tells of a talk's time: arrival, marks, pauses, gaps, the ask for a resume, the end."""

from infotui.services.desks import Desks
from infotui.tui.talk_time import time_facts
from tests.builders import BERLIN, a_planned_interview, later


def test_everything_that_happened_to_the_time_is_told_in_order(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.arrive(talk)
    later(desks, minutes=5)
    desks.live.start(talk)
    later(desks, minutes=10)
    desks.live.pause(talk)
    later(desks, minutes=3)
    desks.live.start(talk)
    desks.live.resume_asked(talk)
    later(desks, minutes=20)
    desks.live.decide(talk, "hard stop", stop_at="11:45")
    later(desks, minutes=2)
    desks.live.end(talk)
    facts = time_facts(desks.review.conversation(talk).log, BERLIN)
    assert facts == [
        ("before", "arrived at 11:00"),
        ("00:00", "began at 11:05"),
        ("10:00", "paused for 3 minutes"),
        ("10:00", "my resume was asked for"),
        ("30:00", "at the mark of 30 min: hard stop at 11:45"),
        ("32:00", "ended at 11:40"),
    ]
    assert time_facts((), BERLIN) == []

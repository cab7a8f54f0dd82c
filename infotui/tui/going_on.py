"""Asks what shall become of an interview that was live when the program last ended (S41, K2)."""

from collections.abc import Mapping

from infotui.domain.interview import InterviewRow
from infotui.domain.moment import say_when
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.routes import OpenConversation, OpenLive
from infotui.tui.telling import TellsErrors


def offer_to_go_on(teller: TellsErrors, desks: Desks, live: InterviewRow) -> None:
    """Ask whether it goes on, or when it ended.

    Args:
        teller: Who asks, and goes where the answer leads.
        desks: The services.
        live: The interview.
    """
    last = desks.live.last_sign_of_life(live.id)
    said = say_when(last, desks.zone, desks.clock.now().astimezone(desks.zone).date())

    def back(choice: str | None) -> None:
        if choice == "go on":
            teller.post_message(OpenLive(live.id))
        elif choice == "end":
            desks.live.end_when_last_alive(live.id)
            teller.post_message(OpenConversation(live.id, debrief=True))
        elif choice == "at":
            _ask_when_it_ended(teller, desks, live)

    options = [
        ("go on", "Go on: clock and words are as they were"),
        ("end", f"It is over: end it when you last wrote, {said}"),
        ("at", "It is over: it ended at another time …"),
        ("later", "Not now: the Live screen leads back to it"),
    ]
    words = f"The interview with {live.title} is still live. Nothing of it is lost."
    teller.ask(Choice("You were in an interview", options, words=words), back)


def _ask_when_it_ended(teller: TellsErrors, desks: Desks, live: InterviewRow) -> None:
    def hand_in(values: Mapping[str, str]) -> bool:
        desks.live.end_at(live.id, values["end"])
        return True

    def back(ended: bool | None) -> None:
        if ended:
            teller.post_message(OpenConversation(live.id, debrief=True))

    began = live.started_at or desks.clock.now()
    field = Field("end", "It ended at", "", "15:40")
    note = f"It began {say_when(began, desks.zone)}."
    teller.ask(Form("When did it end?", [field], hand_in, note=note), back)

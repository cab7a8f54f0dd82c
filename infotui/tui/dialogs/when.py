"""Asks when an interview takes place, and says in full what is understood before it is stored (S3, S38)."""

from collections.abc import Callable, Mapping

from infotui.services.desks import Desks
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.telling import TellsErrors

_HOW = "tue 3pm · in two weeks 9:30 · 26 nov 14:00 Europe/Berlin"
_AWAY = " · - takes it away"


def ask_time(
    screen: TellsErrors, desks: Desks, interview_id: int, done: Callable[[], object]
) -> None:
    """Ask for the time of an interview; say afterwards in full what was stored.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        interview_id: Of which interview.
        done: Called when the time was set, moved or taken away.
    """
    scheduling = desks.scheduling
    row = scheduling.row(interview_id)
    before = row.scheduled_at

    def echo(text: str) -> str:
        if not text:
            scheduling.load_words()
        return scheduling.echo(interview_id, text)

    def hand_in(values: Mapping[str, str]) -> bool:
        return scheduling.set_time(interview_id, values["when"]) is not None

    def back(has_time: bool | None) -> None:
        if has_time is None:
            return
        now = scheduling.row(interview_id)
        if (now.scheduled_at, now.zone, now.state) != (before, row.zone, row.state):
            said = scheduling.said(now) if has_time else "The time is taken away."
            screen.app.notify(f"{said.rstrip('.')}. u takes it back.", markup=False, timeout=8)
        done()

    note = f"Now: {scheduling.said(row)}" if before is not None else ""
    hint = _HOW + (_AWAY if before is not None else "")
    field = Field("when", "Day and time", "", hint, echo=echo)
    screen.ask(Form(f"When · {row.who}", [field], hand_in, note=note), back)

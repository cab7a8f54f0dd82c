"""How screens keep a touch in two keys, and how often one wants to be in touch with somebody (S49)."""

from collections.abc import Callable, Mapping

from infotui.domain.moment import say_day
from infotui.domain.touch import CADENCES, TOUCH_WORDS, next_touch, read_cadence, say_cadence
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice, Option
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.kept_form import kept_form
from infotui.tui.dialogs.log_touch import LogTouch, Taken
from infotui.tui.telling import UNDO, Done, TellsErrors, nothing

_ANOTHER = "another"


def log_touch(screen: TellsErrors, desks: Desks, contact_id: int, done: Done = nothing) -> None:
    """Ask by one letter how one was in touch with somebody, and keep it: now, or with its day.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        contact_id: With whom.
        done: Called when one was kept.
    """
    name = desks.contacts.sheet(contact_id).name

    def back(taken: Taken | None) -> None:
        if taken is None:
            return
        if taken.more:
            _ask_more(screen, desks, contact_id, taken.kind, done)
            return
        desks.touches.log(contact_id, taken.kind)
        _tell(screen, desks, contact_id, taken.kind)
        done()

    screen.ask(LogTouch(f"In touch with {name}", _stands(desks, contact_id)), back)


def _ask_more(screen: TellsErrors, desks: Desks, contact_id: int, kind: str, done: Done) -> None:
    def hand_in(values: Mapping[str, str]) -> int:
        return desks.touches.log(contact_id, kind, values["when"], values["words"])

    def back(made: int | None) -> None:
        if made is not None:
            _tell(screen, desks, contact_id, kind)
            done()

    fields = [
        Field("when", "When", "", "empty: just now · yesterday 15:00 · last tue",
              echo=lambda text: _understood(desks, text)),
        Field("words", "To remember", "", "empty, or a few words of it"),
    ]  # fmt: skip
    title = f"{TOUCH_WORDS[kind]} · {desks.contacts.sheet(contact_id).name}"
    screen.ask(kept_form(desks, f"touch with {contact_id}", title, fields, hand_in), back)


def _understood(desks: Desks, text: str) -> str:
    from infotui.domain.errors import BadInputError
    from infotui.domain.moment import say_when
    from infotui.domain.past import understand_past

    if not text.strip():
        return ""
    try:
        return say_when(understand_past(text, desks.clock.now(), desks.zone), desks.zone)
    except BadInputError:
        return ""


def _tell(screen: TellsErrors, desks: Desks, contact_id: int, kind: str) -> None:
    """Say what was kept, and when the next touch is due."""
    sheet = desks.contacts.sheet(contact_id)
    said = f"Kept: {TOUCH_WORDS[kind]} ({sheet.name})."
    if sheet.cadence_days is not None and sheet.touched_at is not None:
        day = next_touch(sheet.touched_at.astimezone(desks.zone).date(), sheet.cadence_days)
        said += f" Next by {say_day(day, desks.followups.today())}."
    screen.app.notify(f"{said} {UNDO}", markup=False)


def _stands(desks: Desks, contact_id: int) -> str:
    """Say when the last touch was, and how often one wants one."""
    last, today = desks.touches.last(contact_id), desks.followups.today()
    days = desks.contacts.sheet(contact_id).cadence_days
    said = "No touch yet"
    if last is not None:
        day = say_day(last.at.astimezone(desks.zone).date(), today)
        said = f"Last: {day}, {TOUCH_WORDS.get(last.kind, last.kind)}"
    return f"{said} · wanted {say_cadence(days)}" if days is not None else said


def ask_cadence(screen: TellsErrors, desks: Desks, contact_id: int, done: Done = nothing) -> None:
    """Ask how often one wants to be in touch with somebody; counted from the last touch of any kind.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        contact_id: With whom.
        done: Called when it was set.
    """
    sheet = desks.contacts.sheet(contact_id)

    def take(days: int | None) -> None:
        if days == sheet.cadence_days:
            return  # as it was: there is nothing to take back
        desks.touches.set_cadence(contact_id, days)
        told = f"In touch with {sheet.name}: {say_cadence(days)}. {UNDO}"
        screen.app.notify(told, markup=False)
        done()

    def back(choice: str | None) -> None:
        if choice == _ANOTHER:
            _ask_days(screen, sheet.cadence_days, take)
        elif choice is not None:
            take(read_cadence(choice))

    options: list[Option] = [(_value(days), say_cadence(days)) for days in CADENCES]
    options.append((_ANOTHER, "another number of days"))
    at = _value(sheet.cadence_days)
    if at not in dict(options):
        options.insert(-1, (at, say_cadence(sheet.cadence_days)))
    title = f"How often in touch with {sheet.name}?"
    screen.ask(Choice(title, options, words=_stands(desks, contact_id), at=at), back)


def _value(days: int | None) -> str:
    return "off" if days is None else str(days)


def _ask_days(screen: TellsErrors, days: int | None, take: Callable[[int | None], object]) -> None:
    def hand_in(values: Mapping[str, str]) -> str:
        return _value(read_cadence(values["days"]))

    fields = [Field("days", "Days", "" if days is None else str(days), "1 to 730, or off")]
    screen.ask(
        Form("How many days at most between two touches?", fields, hand_in),
        lambda said: take(read_cadence(said)) if said is not None else None,
    )

"""How screens ask about thanks and promises: what there is to do with one, then the dialog for it (S46, S47)."""

from collections.abc import Mapping

from infotui.domain.moment import say_day, say_due
from infotui.domain.promise import PromiseRow
from infotui.domain.thank_you import ThankYouRow
from infotui.services.desks import Desks
from infotui.services.promises import HOW
from infotui.tui.dialogs.choice import Choice, Option
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.kept_form import kept_form
from infotui.tui.drafting import copy_by_hand, open_draft
from infotui.tui.telling import UNDO, Done, TellsErrors, nothing

# ── thanks ───────────────────────────────────────────────────────────────────────────────────────


def ask_thank_you(
    screen: TellsErrors, desks: Desks, thank_you_id: int, done: Done = nothing
) -> None:
    """Ask what to do with the thanks that one person is owed for one talk (S46).

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        thank_you_id: Which thanks.
        done: Called when something came of it.
    """
    row = desks.thanks.row(thank_you_id)

    def back(answer: str | None) -> None:
        if answer == "hand":
            copy_by_hand(screen, desks, desks.thanks.take_up(row.id), lambda _left: done())
        elif answer == "draft":
            open_draft(screen, desks, desks.thanks.take_up(row.id), lambda _left: done())
        elif answer == "sent":
            desks.thanks.sent(row.id)
            screen.app.notify(f"{row.words}: sent. {UNDO}", markup=False)
            done()
        elif answer is not None:
            desks.thanks.set_medium(row.id, answer)
            _tell_medium(screen, desks, row.id)
            done()

    screen.ask(Choice(row.words, _thanks(row), words=_about(desks, row)), back)


def _thanks(row: ThankYouRow) -> list[Option]:
    if row.state == "sent":
        return [("draft", "See the draft once more")]
    if row.medium == "card":
        return [
            ("hand", "Write it by hand: the words large, to copy"),
            ("draft", "Change the words first"),
            ("sent", "It is sent"),
            ("mail", "By mail instead"),
        ]
    return [("draft", "Write the mail"), ("sent", "It is sent"), ("card", "By card instead")]


def _about(desks: Desks, row: ThankYouRow) -> str:
    today = desks.followups.today()
    talked = row.talked_at and say_day(row.talked_at.astimezone(desks.zone).date(), today)
    state = {"drafted": "Begun", "sent": "Sent"}.get(row.state, "Not begun")
    due = "" if row.state == "sent" else f"due {say_due(row.due, today)}"
    told = " · ".join(part for part in (f"Talk of {talked}" if talked else "", state, due) if part)
    missing = "" if row.state == "sent" else desks.thanks.missing_address(row.id)
    return "\n".join(part for part in (told, missing) if part)


def _tell_medium(screen: TellsErrors, desks: Desks, thank_you_id: int) -> None:
    row = desks.thanks.row(thank_you_id)
    missing = desks.thanks.missing_address(thank_you_id) if row.medium == "card" else ""
    said = " ".join(part for part in (f"{row.words}, instead.", missing, UNDO) if part)
    screen.app.notify(said, markup=False, timeout=8)


# ── promises ─────────────────────────────────────────────────────────────────────────────────────


def ask_promise(screen: TellsErrors, desks: Desks, promise_id: int, done: Done = nothing) -> None:
    """Ask what has become of a promise of mine or of theirs (S47).

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        promise_id: Which promise.
        done: Called when something came of it.
    """
    row, desk = desks.promises.row(promise_id), desks.promises

    def back(answer: str | None) -> None:
        if answer == "mail":
            open_draft(screen, desks, desk.take_up(row.id), lambda _left: done())
        elif answer == "day":
            _ask_day(screen, desks, row, done)
        elif answer in {"withdraw", "let go"}:
            _ask_why(screen, desks, row, done)
        elif answer is not None:
            (desk.keep if row.whose == "mine" else desk.receive)(row.id)
            screen.app.notify(f"“{row.short}”: {answer}. {UNDO}", markup=False)
            done()

    title = f"Promised to {row.contact}" if row.whose == "mine" else f"{row.contact} promised"
    # Keeping it has its key in the ledger; whoever asks for more means mostly to be rid of it.
    at = "withdraw" if row.whose == "mine" else "let go"
    screen.ask(Choice(title, _ways(row), words=_standing(desks, row), at=at), back)


def _ways(row: PromiseRow) -> list[Option]:
    another = ("day", "Another day for it")
    if row.whose == "mine":
        return [
            ("kept", "Kept: it is done"),
            ("mail", "Write the mail that goes with it"),
            another,
            ("withdraw", "Withdraw it, with a word why"),
        ]
    return [
        ("received", "Received"),
        another,
        ("let go", "Let it go, with a word why"),
    ]


def _standing(desks: Desks, row: PromiseRow) -> str:
    today = desks.followups.today()
    given = say_day(row.given_at.astimezone(desks.zone).date(), today)
    due = f"due {say_day(row.due, today)}" if row.due else "no day was said"
    state = due if row.state == "open" else row.state
    state += f": {row.why_not}" if row.why_not and row.state != "open" else ""
    return f"{row.text}\n{given} · {state}"


def _ask_day(screen: TellsErrors, desks: Desks, row: PromiseRow, done: Done) -> None:
    today = desks.followups.today()

    def echo(text: str) -> str:
        day = desks.promises.understood(text) if text.strip() else None
        return say_day(day, today) if day else ""

    def hand_in(values: Mapping[str, str]) -> bool:
        desks.promises.set_due(row.id, values["due"])
        return True

    def back(answer: bool | None) -> None:
        if answer:
            day = desks.promises.row(row.id).due
            told = f"due {say_day(day, today)}" if day else "without a day now"
            screen.app.notify(f"“{row.short}”: {told}. {UNDO}", markup=False)
            done()

    field = Field("due", "Until when", "", HOW, echo=echo)
    screen.ask(Form("Another day", [field], hand_in, note=_standing(desks, row)), back)


def _ask_why(screen: TellsErrors, desks: Desks, row: PromiseRow, done: Done) -> None:
    mine = row.whose == "mine"
    give_up = desks.promises.withdraw if mine else desks.promises.let_go

    def hand_in(values: Mapping[str, str]) -> bool:
        give_up(row.id, values["why"])
        return True

    def back(answer: bool | None) -> None:
        if answer:
            state = desks.promises.row(row.id).state
            screen.app.notify(f"“{row.short}”: {state}. {UNDO}", markup=False)
            done()

    field = Field("why", "Why", "", "a word to remember it by")
    title = "Withdraw a promise of yours" if mine else "Let their promise go"
    name = f"promise {row.id} given up"
    form = kept_form(desks, name, title, [field], hand_in, note=_standing(desks, row))
    screen.ask(form, back)

"""How screens ask about leads and show who led to whom: chains of dialogs, each step said and undoable (S50, S51, M4)."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from infotui.domain.draft import Offer
from infotui.domain.moment import say_day, say_due
from infotui.domain.referral import CONSENT_WORDS, DROPPED, TO_DO, LeadRow, lead_ways_on
from infotui.domain.text import fold
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice, Option
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.kept_form import kept_form
from infotui.tui.drafting import open_draft, write_draft
from infotui.tui.routes import OpenContact, OpenPlan, OpenResearch
from infotui.tui.telling import UNDO, Done, TellsErrors, nothing
from infotui.tui.way_back import ask_again, go

_NEW: Final = "new"
_COURTESY: Final = "courtesy-note"
_CONSENTS: Final[tuple[Option, ...]] = (
    ("yes", "yes: I may mention them"),
    ("no", "no: I do not mention them"),
    ("not asked", "not asked yet: ask first"),
)


def show_tree(
    screen: TellsErrors, desks: Desks, contact_id: int | None = None, left: Done = nothing,
    back_again: bool = False,
) -> None:  # fmt: skip
    """Show who led to whom; it leads to a contact's page, to a plan with them, or on with a lead (M4).

    Args:
        screen: Over which it is shown.
        desks: The open notebook.
        contact_id: Who is under the cursor at first.
        left: Called when it is left without going anywhere.
        back_again: Whether one comes back to it, and so to where it was left.
    """
    from infotui.tui.dialogs.referral_tree import Led, ReferralTree

    def again() -> None:
        show_tree(screen, desks, contact_id, left, back_again=True)

    def back(led: Led | None) -> None:
        if led is None:
            left()
        elif led.plan:
            go(screen, OpenPlan(desks.plans.plan_with(led.id)), again)
        elif led.what == "lead":
            ask_lead(screen, desks, led.id)
        elif led.what == "organization":
            go(screen, OpenResearch("organization", led.id), again)
        else:
            go(screen, OpenContact(led.id), again)

    afresh = contact_id is not None and not back_again
    ask_again(screen, "tree", ReferralTree(desks, contact_id), back, afresh=afresh)


# ── a lead ───────────────────────────────────────────────────────────────────────────────────────


def ask_lead(screen: TellsErrors, desks: Desks, lead_id: int, done: Done = nothing) -> None:
    """Ask what is to become of a lead: every way there is from where it stands (S50)."""
    row = desks.leads.one(lead_id)
    if row.state in DROPPED:
        ask_courtesy(screen, desks, lead_id, done)
        return

    def back(way: str | None) -> None:
        if way is not None:
            _WAYS[way](screen, desks, row, done)

    words = _told(desks, row)
    screen.ask(Choice(f"{row.name} · from {row.giver}", _options(row), words=words), back)


def _told(desks: Desks, row: LeadRow) -> str:
    """Say what is known of a lead: why, how to reach them, whom one may mention, until when."""
    today = desks.followups.today()
    given = f"named {say_day(row.given_at.astimezone(desks.zone).date(), today)}"
    due = f"due {say_due(row.due, today)}" if row.due and row.state in TO_DO else ""
    consent = f"{row.giver}: {CONSENT_WORDS[row.consent]}"
    first = " · ".join(part for part in (row.why, row.reach) if part)
    second = " · ".join(part for part in (row.remark, given, due) if part)
    return "\n".join(part for part in (first, consent, second) if part)


def _options(row: LeadRow) -> list[Option]:
    ways = lead_ways_on(row.state)
    person = row.names == "person"
    options: list[Option] = []
    if person and row.contact_id is not None:
        options.append(("write", f"write to {row.contact or row.name}: a draft"))
    elif person and "became contact" in ways:
        options.append(("write", "write to them: they become a contact, then a draft"))
    if person and "became contact" in ways:
        options.append(("contact", "they become a contact, or are one already"))
    if not person and row.organization_id is None:
        options.append(("stored", "put it among the organizations, for research"))
    if "followed" in ways:
        options.append(
            (
                "followed",
                "followed: I have written or rung" if person else "followed: I have looked into it",
            )
        )
    if "to follow" in ways:
        options.append(("follow", "follow it: it waits under your moves"))
    if "note due" in ways:
        options.append(("drop", f"drop it: you owe {row.giver} a courteous note"))
    options.append(("consent", f"may I mention {row.giver}?  {row.consent}"))
    if row.state in TO_DO:
        options.append(("due", "another day"))
    if row.state != "became contact":
        options.append(("names", "it is an organization" if person else "it is a person"))
    return options


def _write(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    if row.contact_id is not None:
        _draft_to(screen, desks, row.contact_id, done)
        return
    _choose_contact(
        screen, desks, row, lambda number: _draft_to(screen, desks, number, done), waits=True
    )


def _draft_to(screen: TellsErrors, desks: Desks, contact_id: int, done: Done) -> None:
    done()
    write_draft(screen, desks, contact_id, done=lambda _draft: done())


def _become(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    def told(number: int) -> None:
        name = desks.contacts.sheet(number).name
        _say(screen, f"{name} is a contact now, through {row.giver}. {UNDO}")
        done()

    _choose_contact(screen, desks, row, told)


def _choose_contact(
    screen: TellsErrors,
    desks: Desks,
    row: LeadRow,
    then: Callable[[int], object],
    *,
    waits: bool = False,
) -> None:
    """Make a contact of a lead; where somebody is called so already, ask whether they are the one.

    With `waits` the lead stays among my moves until they are written to.
    """
    called = [
        known
        for known in desks.contacts.named(row.name)
        if fold(known.name) == fold(row.name) and known.id != row.giver_id
    ]
    if row.contact_id is not None or not called:
        then(desks.leads.become_contact(row.id, waits=waits))
        return
    options = [
        (str(known.id), " · ".join(p for p in (f"{known.name}, whom you know", known.role, known.organization) if p))
        for known in called
    ]  # fmt: skip
    options.append((_NEW, f"another {row.name}: a new contact"))

    def back(choice: str | None) -> None:
        if choice is not None:
            known = None if choice == _NEW else int(choice)
            then(desks.leads.become_contact(row.id, known, waits=waits))

    screen.ask(Choice(f"Is this the {row.name} you know?", options), back)


def _stored(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    desks.leads.become_organization(row.id)
    _say(screen, f"{row.name} is among the organizations: 4 takes research on it. {UNDO}")
    done()


def _followed(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    desks.leads.followed(row.id)
    _say(screen, f"{row.name}: followed. {UNDO}")
    done()


def _follow(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    desks.leads.follow(row.id)
    due = say_due(desks.leads.one(row.id).due, desks.followups.today())
    _say(screen, f"{row.name} is to be followed, due {due}. {UNDO}")
    done()


def _drop(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    def hand_in(values: Mapping[str, str]) -> bool:
        desks.leads.drop(row.id, values["why"])
        return True

    def back(dropped: bool | None) -> None:
        if dropped:
            done()
            ask_courtesy(screen, desks, row.id, done)

    fields = [Field("why", "Why not", "", "may stay empty; the note can say it kindly")]
    note = f"{row.giver} gave you this name, so the lead closes with a note to them."
    name = f"lead {row.id} dropped"
    screen.ask(kept_form(desks, name, f"Drop {row.name}", fields, hand_in, note=note), back)


def _ask_consent(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    def back(consent: str | None) -> None:
        if consent is not None and consent != row.consent:
            desks.leads.set_consent(row.id, consent)
            _say(screen, f"{row.name}: {row.giver}, {CONSENT_WORDS[consent]}. {UNDO}")
            done()

    title = f"May you mention {row.giver} to {row.name}?"
    screen.ask(Choice(title, _CONSENTS, at=row.consent), back)


def _ask_due(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    def back(day: Any) -> None:
        if day is not None:
            _say(screen, f"{row.name} is due {say_due(day, desks.followups.today())}. {UNDO}")
            done()

    fields = [Field("due", "Until when", "", "fri · in 2 weeks · 4 Dec")]
    title = f"Another day for {row.name}"
    screen.ask(Form(title, fields, lambda v: desks.leads.set_due(row.id, v["due"])), back)


def _turn_names(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    names = "organization" if row.names == "person" else "person"
    desks.leads.set_names(row.id, names)
    said = "an organization" if names == "organization" else "a person"
    _say(screen, f"{row.name} is {said}. {UNDO}")
    done()


_WAYS: Final[Mapping[str, Callable[[TellsErrors, Desks, LeadRow, Done], None]]] = {
    "write": _write, "contact": _become, "stored": _stored, "followed": _followed,
    "follow": _follow, "drop": _drop, "consent": _ask_consent, "due": _ask_due,
    "names": _turn_names,
}  # fmt: skip


# ── the courteous note ───────────────────────────────────────────────────────────────────────────


def ask_courtesy(screen: TellsErrors, desks: Desks, lead_id: int, done: Done = nothing) -> None:
    """Ask what becomes of the note to whoever gave a lead that was dropped (S51)."""
    row = desks.leads.one(lead_id)
    options: list[Option] = [
        ("draft", "draft the note"),
        ("sent", "it is sent, or said: the lead is closed"),
        ("waive", "no note is needed: a word why closes it"),
        ("follow", f"follow {row.name} after all"),
        ("due", "another day"),
    ]

    def back(way: str | None) -> None:
        if way == "draft":
            # Of this lead, and of no other that the same person gave.
            note = Offer(_COURTESY, row.giver_id, row.interview_id, thing_id=row.id)
            open_draft(screen, desks, note, lambda _: done())
        elif way == "sent":
            desks.leads.courtesy_sent(row.id)
            _say(screen, f"{row.giver} knows; the lead {row.name} is closed. {UNDO}")
            done()
        elif way == "waive":
            _waive(screen, desks, row, done)
        elif way == "follow":
            _follow(screen, desks, row, done)
        elif way == "due":
            _ask_due(screen, desks, row, done)

    due = say_due(row.due, desks.followups.today()) if row.due else ""
    dropped = f"You do not follow {row.name}{f': {row.why_not}' if row.why_not else ''}."
    words = "\n".join(part for part in (dropped, f"The note is due {due}.", row.reach) if part)
    screen.ask(Choice(f"A courteous note to {row.giver}", options, words=words), back)


def _waive(screen: TellsErrors, desks: Desks, row: LeadRow, done: Done) -> None:
    def hand_in(values: Mapping[str, str]) -> bool:
        desks.leads.courtesy_waived(row.id, values["why"])
        return True

    def back(waived: bool | None) -> None:
        if waived:
            _say(screen, f"The lead {row.name} is closed without a note. {UNDO}")
            done()

    fields = [Field("why", "Why no note is needed", "", "as: told them in the talk")]
    name = f"lead {row.id} without a note"
    screen.ask(kept_form(desks, name, f"No note to {row.giver}", fields, hand_in), back)


def _say(screen: TellsErrors, words: str) -> None:
    screen.app.notify(words, markup=False)

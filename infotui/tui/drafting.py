"""From a person to a draft for them: which kind, then its dialog, then whatever follows from its use (S22)."""

from collections.abc import Callable

from infotui.domain.blanks import blanks_in
from infotui.domain.draft import KINDS, DraftRow, Offer
from infotui.domain.draft_sheet import remarks
from infotui.domain.moment import say_day
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.telling import TellsErrors

Done = Callable[[int | None], object]


def write_draft(
    screen: TellsErrors,
    desks: Desks,
    contact_id: int,
    interview_id: int | None = None,
    introduction_id: int | None = None,
    kind: str = "",
    done: Done | None = None,
) -> None:
    """Let the person write a draft to or about somebody.

    Args:
        screen: Over which it is asked; it reads anew in `done`.
        desks: The open notebook.
        contact_id: For whom, or about whom where somebody else comes between.
        interview_id: For which talk; by default the next one with them.
        introduction_id: For which introduction; by default one that is under way.
        kind: Which kind; asked when it is not given, the fitting one first.
        done: Called at the end with the draft's id, None when there is none (any more).
    """
    offers = desks.drafts.offers(contact_id, interview_id, introduction_id)
    if kind:
        found = [offer for offer in offers if offer.kind == kind]
        if interview_id is not None and KINDS[kind].after:
            found = [offer for offer in found if offer.interview_id == interview_id]
        first = found[0] if found else Offer(kind, contact_id, interview_id, introduction_id)
        open_draft(screen, desks, first, done)
        return

    def back(choice: str | None) -> None:
        if choice is not None:
            open_draft(screen, desks, offers[int(choice)], done)

    begun = {row.kind: row for row in desks.drafts.of_contact(contact_id) if row.state == "open"}
    name = desks.contacts.sheet(contact_id).name
    options = [
        (str(place), _words(desks, offer, begun.get(offer.kind)))
        for place, offer in enumerate(offers)
    ]
    screen.ask(Choice(f"A draft · {name}", options), back)


def _words(desks: Desks, offer: Offer, begun: DraftRow | None) -> str:
    words = offer.words or KINDS[offer.kind].title
    if begun is None or begun.contact_id != offer.contact_id:
        return words
    day = begun.made_at.astimezone(desks.zone).date()
    return f"{words} · begun {say_day(day, desks.followups.today())}"


def open_draft(screen: TellsErrors, desks: Desks, offer: Offer, done: Done | None = None) -> None:
    """Take up a draft, or begin it, and open it over the screen; then do what follows from its use.

    Args:
        screen: Over which it opens.
        desks: The open notebook.
        offer: Which draft.
        done: Called at the end with the draft's id, None when there is none (any more).
    """
    draft_id = desks.drafts.take_up(offer)
    for sentence in desks.drafts.trouble:
        screen.app.notify(sentence, severity="warning", timeout=12, markup=False)
    open_again(screen, desks, draft_id, done)


def open_again(screen: TellsErrors, desks: Desks, draft_id: int, done: Done | None = None) -> None:
    """Open a draft that is there already, as `open_draft` does."""
    from infotui.tui.dialogs.draft import DraftDialog

    def back(answer: str | None) -> None:
        left: int | None = draft_id
        if answer == "used":
            _tell_used(screen, desks, draft_id)
        else:
            left = _left(desks, draft_id)
        if answer == "ask first" and (first := ask_first) is not None:
            open_draft(screen, desks, first, done)
        elif done is not None:
            done(left)

    ask_first = desks.drafts.ask_first(draft_id)
    screen.ask(DraftDialog(desks, draft_id), back)


def _left(desks: Desks, draft_id: int) -> int | None:
    """Keep what was begun, and nothing of what was only looked at; gives the draft that is there."""
    if desks.drafts.drop_if_untouched(draft_id):
        return None
    row = desks.drafts.row(draft_id)
    if row.kind in KINDS and KINDS[row.kind].after:
        from infotui.tui.afterwards.used import begun

        begun(desks, row)
    return draft_id


def copy_by_hand(screen: TellsErrors, desks: Desks, offer: Offer, done: Done | None = None) -> None:
    """Show the words of a card large, to be copied by hand; F8 there keeps it as sent (S46).

    Where somebody is to be asked first, or must not be named, the draft opens instead and says so.
    """
    from infotui.tui.dialogs.by_hand import ByHand

    draft_id = desks.drafts.take_up(offer)
    sheet = desks.drafts.sheet(draft_id)
    if sheet.held_for is not None or remarks(sheet, "", sheet.row.body).named:
        open_draft(screen, desks, offer, done)
        return
    for sentence in desks.drafts.trouble:
        screen.app.notify(sentence, severity="warning", timeout=12, markup=False)

    def back(answer: str | None) -> None:
        left: int | None = draft_id
        if answer == "sent":
            desks.drafts.mark_used(draft_id, "sent")
            _tell_used(screen, desks, draft_id)
        else:
            left = _left(desks, draft_id)
        if done is not None:
            done(left)

    title = f"{sheet.row.title} · {sheet.row.contact}"
    screen.ask(ByHand(title, sheet.row.body, sheet.address), back)


def _tell_used(screen: TellsErrors, desks: Desks, draft_id: int) -> None:
    """Do what follows from a draft that was used, in one step with its use, and say it."""
    row = desks.drafts.row(draft_id)
    with desks.undo.as_one(f"the draft for {row.contact} used"):
        followed = on_used(screen, desks, draft_id)
    left_open = blanks_in(row.body)
    said = f": {followed}." if followed else "."
    said += f" {{{left_open[0]}}} stood open in it." if left_open else ""
    screen.app.notify(f"Kept as used ({row.used_how}){said} u takes it back.", markup=False)


def on_used(screen: TellsErrors, desks: Desks, draft_id: int) -> str:
    """Do what follows from a draft that was sent or said: the wait for an answer begins (S20, S21).

    An ask makes its introduction `asked`, a reminder starts its wait anew; what went to the person
    themselves is kept as outreach. Each can be taken back.

    Returns:
        What followed, in words; empty when nothing did.
    """
    row = desks.drafts.row(draft_id)
    if row.introduction_id is not None and row.kind == "introduction-ask":
        if desks.introductions.one(row.introduction_id).state == "draft":
            desks.introductions.move(row.introduction_id, "asked")
            return "the introduction is asked for"
    elif row.introduction_id is not None and row.kind == "introduction-reminder":
        if desks.introductions.one(row.introduction_id).state == "asked":
            desks.introductions.remind(row.introduction_id)
            return "the wait begins anew"
    elif row.kind in _REACHES:
        reached = desks.outreach.log(
            row.contact_id, KINDS[row.kind].channel, interview_id=row.interview_id,
            draft_id=draft_id,
        )  # fmt: skip
        return ", ".join(("their answer is waited for", *reached.moved))
    if row.kind in KINDS and KINDS[row.kind].after:
        from infotui.tui.afterwards.used import follow

        return follow(screen, desks, row)
    return ""


# What goes to the person one wants to meet, and waits for an answer.
_REACHES = frozenset(
    {"request-email", "request-letter", "telephone-script", "follow-up", "introduced-email"}
)

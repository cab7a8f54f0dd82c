"""How screens record the end of a search and tell of it, the whole queue or one person (S53, M10)."""

from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice, Option
from infotui.tui.dialogs.outcome import DRAFT, OutcomeQueue, ask_outcome, ask_why
from infotui.tui.drafting import write_draft
from infotui.tui.telling import UNDO, Done, TellsErrors, nothing


def show_outcome(screen: TellsErrors, desks: Desks, done: Done = nothing) -> None:
    """Show who is told how the search ended; ask first how it did where none is recorded.

    Args:
        screen: Over which it is shown.
        desks: The open notebook.
        done: Called at the end, when anything may have changed.
    """

    def show() -> None:
        screen.ask(OutcomeQueue(desks), lambda _: done())

    def recorded(made: bool | None) -> None:
        if not made:
            return
        left = desks.outcomes.progress()[1]
        screen.app.notify(f"Recorded; {count_of(left, 'person')} to tell. {UNDO}", markup=False)
        show()

    if desks.outcomes.current() is None:
        screen.ask(ask_outcome(desks), recorded)
    else:
        show()


def ask_notice(screen: TellsErrors, desks: Desks, notice_id: int, done: Done = nothing) -> None:
    """Ask how one person is told how it ended, or why they need not be: the way of closing its loop.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        notice_id: Which notice.
        done: Called when anything may have changed.
    """
    row = desks.outcomes.notice(notice_id)
    told, everybody = desks.outcomes.progress()

    def tell() -> None:
        desks.outcomes.told(notice_id)
        now = desks.outcomes.progress()[0]
        screen.app.notify(f"{row.name}: told, {now} of {everybody}. {UNDO}", markup=False)
        done()

    def written(draft_id: int | None) -> None:
        used = draft_id is not None and desks.drafts.row(draft_id).state == "used"
        if used and any(n.id == notice_id and n.state == "due" for n in desks.outcomes.queue()):
            tell()
        else:
            done()

    def back(way: str | None) -> None:
        if way == "told":
            tell()
        elif way == "write":
            write_draft(screen, desks, row.contact_id, kind=DRAFT, done=written)
        elif way == "waive":
            screen.ask(ask_why(desks, row), lambda waived: done() if waived else None)
        elif way == "queue":
            screen.ask(OutcomeQueue(desks, notice_id), lambda _: done())

    words = f"They {row.did}."
    screen.ask(Choice(f"Tell {row.name} how it ended", _ways(told, everybody), words=words), back)


def _ways(told: int, everybody: int) -> list[Option]:
    """Give the ways of closing one notice."""
    return [
        ("write", "write: a draft with what they did"),
        ("told", "told: they know now"),
        ("waive", "need not be told, with a word why"),
        ("queue", f"everybody who is to be told: {told} of {everybody} so far"),
    ]

"""What one key does to each kind of loop: the next step towards its end, or the other way out (M5)."""

from collections.abc import Callable, Sequence
from typing import Final

from infotui.domain.kept import form_field
from infotui.domain.loop import Finished, LoopRow
from infotui.services.desks import Desks
from infotui.tui.afterwards.ending import ask_notice
from infotui.tui.afterwards.referring import ask_courtesy, ask_lead
from infotui.tui.afterwards.thanking import ask_promise, ask_thank_you
from infotui.tui.afterwards.touching import ask_cadence, log_touch
from infotui.tui.dialogs.choice import Option
from infotui.tui.dialogs.choice_why import ChoiceWhy
from infotui.tui.dialogs.place import ask_place
from infotui.tui.frame import Frame
from infotui.tui.reaching import ask_answer, show_introduction
from infotui.tui.routes import to_loop
from infotui.tui.telling import UNDO, Done

Step = Callable[[Frame, Desks, int, Done], object]  # of the loop's own record, or of the contact


_WHY: Final = "why: a word to remember it by"
_MAY_STAY_EMPTY: Final = f"{_WHY}; may stay empty"
_NEEDS_WHY: Final = frozenset({"courtesy", "outcome"})

# Ways out beside the good end, for which a word why is kept.
_OTHER: Final[dict[str, tuple[Option, ...]]] = {
    "lead": (("not pursuing", "not pursuing: whoever gave it is told, kindly"),),
    "courtesy": (("waived", "waived: nothing needs to be said"),),
    "outcome": (("waived", "waived: they need not be told"),),
    "introduction": (
        ("lapsed", "lapsed: I let it go"),
        ("declined", "declined: it will not be"),
    ),
}
# Ways out that need no word.
_LET_REST: Final[dict[str, str]] = {"debrief": "written", "outreach": "none"}
_NO_OTHER: Final[dict[str, str]] = {
    "place": "A talk needs a place. If it is off, say so in Prepare: S sets its state.",
}


def close_loop(screen: Frame, desks: Desks, row: LoopRow, done: Done) -> None:
    """Take the next step of a loop: close it at once where it ends in one way, else ask (M5).

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        row: The loop.
        done: Called when something changed.
    """

    def over() -> None:
        done()
        _tell_finished(screen, desks, row)

    if row.kind == "debrief":
        screen.post_message(to_loop(row))
    elif row.kind in _STEPS:
        _STEPS[row.kind](screen, desks, row.id, over)
    else:
        _close(screen, desks, row, over)


def drop_loop(screen: Frame, desks: Desks, row: LoopRow, done: Done) -> None:
    """Let a loop end in its other way, with a word why: withdrawn, let go, dropped, waived."""

    def over() -> None:
        done()
        _tell_finished(screen, desks, row)

    if row.kind in _OTHER_STEPS:
        _OTHER_STEPS[row.kind](screen, desks, row.id, over)
    elif row.kind in _LET_REST:
        _close(screen, desks, row, over, _LET_REST[row.kind])
    elif row.kind in _OTHER:
        _ask(screen, desks, row, _OTHER[row.kind], over)
    else:
        screen.notify(_NO_OTHER[row.kind], markup=False)


def close_talk(screen: Frame, desks: Desks, talk: Finished, done: Done) -> None:
    """Close a talk of which nothing is open (S3)."""
    desks.followups.close_talk(talk.interview_id)
    screen.notify(f"The talk with {talk.who} is closed. {UNDO}", markup=False)
    done()


def close_finished(screen: Frame, desks: Desks, done: Done) -> None:
    """Close the latest talk of which nothing is open, or say that there is none."""
    talks = desks.followups.finished()
    if talks:
        close_talk(screen, desks, talks[0], done)
    else:
        screen.notify("No talk is ready to be closed: something of each is open.", markup=False)


def _tell_finished(screen: Frame, desks: Desks, row: LoopRow) -> None:
    """Offer to close the talk whose last loop this was."""
    for talk in desks.followups.finished():
        if talk.interview_id == row.interview_id:
            said = f"Nothing is open from the talk with {talk.who}: f closes it."
            screen.notify(said, markup=False)


def _close(screen: Frame, desks: Desks, row: LoopRow, done: Done, way: str = "") -> None:
    """Close a loop at once."""
    word = desks.followups.done(row, way)
    rests = "let rest" if way else word
    screen.notify(f"{row.text}: {rests}. {UNDO}", markup=False)
    done()


def _ask(screen: Frame, desks: Desks, row: LoopRow, options: Sequence[Option], done: Done) -> None:
    """Ask for the way and a word why, in one step."""

    def take(way: str, why: str) -> None:
        word = desks.followups.done(row, way, why)
        screen.app.notify(f"{row.text}: {word}. {UNDO}", markup=False)

    words = " · ".join(part for part in (row.contact, row.remark) if part)
    hint = _WHY if row.kind in _NEEDS_WHY else _MAY_STAY_EMPTY
    place = form_field(f"{row.kind} {row.id}", "why")
    dialog = ChoiceWhy(
        row.text, options, take, words=words, hint=hint,
        value=desks.scribe.unfinished(place), keep=lambda text: desks.scribe.keep(place, text),
    )  # fmt: skip
    screen.ask(dialog, lambda taken: done() if taken else None)


# Each kind with a dialog of its own, by the id of its record; of losing touch that is the contact.
# The others are closed at once.
_STEPS: Final[dict[str, Step]] = {
    "introduction": show_introduction,
    "outreach": ask_answer,
    "place": ask_place,
    "lead": ask_lead,
    "courtesy": ask_courtesy,
    "outcome": ask_notice,
    "losing touch": log_touch,
}
# Kinds whose other way has a dialog of its own.
_OTHER_STEPS: Final[dict[str, Step]] = {
    "losing touch": ask_cadence,
    "thank-you": ask_thank_you,  # by hand in large words, a draft, a mail instead
    "my promise": ask_promise,  # withdrawn, another day, the mail with it
    "their promise": ask_promise,
}

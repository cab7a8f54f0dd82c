"""The `log` command: keeps a talk that took place with its notes, and prints what was stored (S14)."""

import argparse
import io
import sys

from infotui.domain.errors import ReadOnlyError
from infotui.domain.moment import say_day, say_when
from infotui.domain.text import clean, count_of
from infotui.services.desks import Desks


def log_talk(desks: Desks, given: argparse.Namespace) -> None:
    """Log a talk as the arguments say.

    Raises:
        ReadOnlyError: Another program writes the notebook; nothing was read or stored.
        InfotuiError: Something cannot be meant, or the notebook cannot be written.
    """
    if desks.store.read_only:  # said by what ends now: nothing takes over later
        raise ReadOnlyError(
            "Another infotui is writing this notebook. Nothing was stored; close it and try again."
        )
    text = "\n".join([*given.note, *([_standard_input()] if given.notes else [])])
    alike = desks.past_talks.alike(given.who)
    people = desks.contacts.count()
    talk = desks.past_talks.log(given.who, given.when, given.organization, given.minutes)
    # Saved as half-typed first: should the notes not be made, their words wait in Review.
    desks.scribe.keep(desks.typing_up.sheet(talk).place, text)
    count = desks.typing_up.keep(talk, text)
    _print(_told(desks, talk, count, alike if desks.contacts.count() > people else None))


def _told(desks: Desks, talk: int, count: int, new: list[str] | None) -> list[str]:
    """Say what was stored; `new` names those that the new contact is not."""
    row, zone = desks.plans.sheet(talk).interview, desks.zone
    began = row.started_at or desks.clock.now()
    minutes = int(((row.ended_at or began) - began).total_seconds()) // 60
    today = desks.followups.today()
    facts = [
        say_when(began, zone, today),
        count_of(minutes, "minute"),
        count_of(count, "note"),
    ]
    lines = [f"Logged: {row.title}, {', '.join(facts)}."]
    if new is not None:
        others = f" Not meant, though alike: {', '.join(new[:3])}." if new else ""
        lines.append(f"{row.contact} is a new contact.{others}")
    owed = [loop for loop in desks.followups.open_loops("me") if loop.interview_id == talk]
    due = [(loop.text, loop.due) for loop in owed if loop.due is not None]
    return [*lines, *(f"{text}: due {say_day(day, today)}." for text, day in due)]


def _standard_input() -> str:
    stream = sys.stdin
    if stream is None:  # it was closed before the start
        return ""
    return stream.buffer.read().decode("utf-8", errors="replace")


def _print(lines: list[str]) -> None:
    """Say something on standard output, without anything a terminal would obey."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.stdout.writelines(f"{clean(line)}\n" for line in lines)
    sys.stdout.flush()

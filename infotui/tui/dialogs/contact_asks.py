"""What is asked before a contact gets another stage or is deleted: two dialogs, ready to be shown."""

from infotui.domain.contact import STAGES, ContactRow
from infotui.domain.moment import say_day
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.choice_why import ChoiceWhy


def ask_stage(desks: Desks, row: ContactRow) -> ChoiceWhy:
    """Make the question where I stand with somebody; what happened marks a stage, and no more (S11)."""
    idea = desks.contacts.suggestion(row.id)
    words, at = f"Now: {row.stage}.", row.stage
    if idea is not None:
        day = say_day(idea.at.astimezone(desks.zone).date(), desks.followups.today())
        words, at = f"Now: {row.stage}. But {idea.why}, {day}; you decide.", idea.stage

    def take(stage: str, why: str) -> None:
        desks.contacts.set_stage(row.id, stage, why)

    options = [(stage, stage) for stage in STAGES]
    return ChoiceWhy(f"Where I stand with {row.name}", options, take, words=words, at=at)


def ask_deletion(desks: Desks, row: ContactRow) -> Choice:
    """Make the question whether somebody shall be deleted: it says what goes, and begins on nothing."""
    options = [("keep", "Leave everything as it is")]
    if not row.archived:
        options.append(("archive", "Archive instead: out of the lists, with nothing lost"))
    options.append(("delete", "Delete them, with all of that"))
    words = desks.contacts.weight(row.id).sentence(row.name)
    return Choice(f"Delete {row.name}?", options, words=words)

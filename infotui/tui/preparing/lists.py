"""The lists one prepares with, each with its keys; what a key does is the screen's matter.

Prepare shows several of them at once. The keys that close a gap there (`g w t p o b f h H D .`) are in
none of them, so that such a key does the same wherever the focus is.
"""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from infotui.tui.widgets.row_list import RowList


class PlanList(RowList[Any]):
    """Goals, time, place, texts and day sheet of one interview."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "screen.tick", "tick", id="prepare.tick",
                tooltip="Tick an item of the day sheet"),
        Binding("d", "screen.delete", "delete", show=False, id="prepare.delete",
                tooltip="Take a goal away; u undoes it"),
    ]  # fmt: skip


class QuestionList(RowList[Any]):
    """The questions of one interview in their strict order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "screen.bank", "bank", id="questions.add",
                tooltip="Pick from the bank"),
        Binding("n", "screen.own", "own", id="questions.new",
                tooltip="Write a question of your own"),
        Binding("e", "screen.edit_question", "edit", id="questions.edit",
                tooltip="Change the wording"),
        Binding("m", "screen.rank('must')", "must", id="questions.must",
                tooltip="This one is a must"),
        Binding("s", "screen.rank('should')", "should", id="questions.should", tooltip="A should"),
        Binding("c", "screen.rank('could')", "could", id="questions.could", tooltip="A could"),
        Binding("shift+up,K", "screen.move(-1)", "up", key_display="K", id="questions.up",
                tooltip="Earlier in the order; the mouse drags as well"),
        Binding("shift+down,J", "screen.move(1)", "down", key_display="J", id="questions.down",
                tooltip="Later in the order"),
        Binding("d", "screen.remove_question", "remove", id="questions.delete",
                tooltip="Take it off; u undoes it"),
    ]  # fmt: skip


class BankList(RowList[Any]):
    """Entries of the bank, or the questions of other interviews."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "add", id="questions.pick", tooltip="Copy it into the plan"),
        Binding("v", "screen.wordings", "other wordings", id="questions.wordings",
                tooltip="Take another wording, or one part of it"),
        Binding("slash", "screen.filter_bank", "filter", key_display="/", id="questions.filter",
                tooltip="Find as you type: words, goal, set, person"),
        Binding("L", "screen.lists", "lists", id="questions.lists",
                tooltip="All lists of questions instead of the bank, and back"),
        Binding("escape", "screen.leave_bank", "back", id="questions.back",
                tooltip="Back to the questions"),
    ]  # fmt: skip


class HomeworkList(RowList[Any]):
    """What research is about, or research itself: the keys are the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "screen.new_note", "new note", id="research.new",
                tooltip="Write a note on this subject"),
        Binding("e", "screen.edit_note", "edit", id="research.edit", tooltip="Change this note"),
        Binding("s", "screen.source", "source", id="research.source", tooltip="Where it is from"),
        Binding("a", "screen.ask_about", "ask about it", id="research.ask",
                tooltip="Make a question of it for the talk with them"),
        Binding("d", "screen.delete_note", "delete", id="research.delete",
                tooltip="Delete this note; u undoes it"),
    ]  # fmt: skip


class SubjectList(HomeworkList):
    """Whom or what research notes are about."""


class ResearchList(HomeworkList):
    """Research notes, and what is left from earlier talks."""

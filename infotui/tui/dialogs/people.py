"""Asks who takes part in an interview beside the one it is planned with: known people or new ones."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from infotui.domain.errors import InfotuiError
from infotui.domain.text import fold
from infotui.services.desks import Desks
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.telling import TellsErrors
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList

_ROWS = 8
_MOST = 200  # contacts that a filter finds and whose names are looked at


class Person(NamedTuple):
    """A row: somebody who takes part, or who could."""

    id: int | None
    name: str
    organization: str
    what: str  # what Enter does; empty where it does nothing


class PeopleDialog(Dialog[bool]):
    """Type a part of a name to add somebody; with nothing typed, those who take part are shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="people.leave", tooltip="Leave; all is stored"),
        Binding("down", "step(1)", "Next", show=False, id="people.next"),
        Binding("up", "step(-1)", "Previous", show=False, id="people.previous"),
    ]
    DEFAULT_CSS = """
    PeopleDialog { align: center middle; background: $background 60%; }
    PeopleDialog #people-box { width: 68; max-width: 98%; height: auto; max-height: 96%; }
    PeopleDialog .wrong { color: $error; height: auto; display: none; }
    PeopleDialog .wrong.shown { display: block; }
    """

    def __init__(self, desks: Desks, interview_id: int) -> None:
        super().__init__()
        self._desks = desks
        self._interview_id = interview_id
        self._changed = False

    def compose(self) -> ComposeResult:
        """Lay out the name and the people."""
        with Vertical(id="people-box", classes="panel") as box:
            box.border_title = Content("Who takes part")
            box.border_subtitle = Content("type a name, Enter adds · Escape leaves")
            entry = Input(placeholder="somebody else: a name", id="people-name")
            entry.cursor_blink = False
            yield entry
            yield Static(id="people-wrong", classes="wrong", markup=False)
            rows = RowList[Person](_draw, id="people-list")
            rows.can_focus = False
            rows.styles.height = _ROWS
            yield rows

    def on_mount(self) -> None:
        """Begin with those who take part."""
        self.query_one(Input).focus()
        self._offer("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer who is meant."""
        self.query_one("#people-wrong", Static).remove_class("shown")
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        name = " ".join(typed.split())
        rows = self._found(name) if name else self._taking_part()
        self.query_one("#people-list", RowList).show(rows, 0)

    def _taking_part(self) -> list[Person]:
        people = self._desks.scheduling.people(self._interview_id)
        return [
            Person(p.id, p.name, p.organization, "" if p.first else "Enter takes them out")
            for p in people
        ]

    def _found(self, name: str) -> list[Person]:
        there = {person.id for person in self._desks.scheduling.people(self._interview_id)}
        begins = re.compile(rf"(?<!\w){re.escape(fold(name))}")  # a filter finds more than names
        known = [
            Person(row.id, row.name, row.organization,
                   "takes part already" if row.id in there else "adds")
            for row in self._desks.contacts.known(name, _MOST)
            if begins.search(fold(row.name))
        ]  # fmt: skip
        return [*known, Person(None, name, "", "adds as a new contact")]

    def action_step(self, by: int) -> None:
        """Mark another one."""
        self.query_one("#people-list", RowList).action_step(by)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add, or take out, the one that is marked."""
        row = self.query_one("#people-list", RowList).row
        if not isinstance(row, Person) or not row.what:
            return
        scheduling = self._desks.scheduling
        try:
            if event.value.strip():
                scheduling.add_person(self._interview_id, row.id, row.name)
            elif row.id is not None:
                scheduling.remove_person(self._interview_id, row.id)
        except InfotuiError as bad:
            remark = self.query_one("#people-wrong", Static)
            remark.update(Content(bad.sentence))
            remark.add_class("shown")
        else:
            self._changed = True
            self.query_one(Input).value = ""
            self._offer("")

    def action_leave(self) -> None:
        """Leave; what was done is stored."""
        self.answer(self._changed)


def _draw(row: Person, _width: int) -> Sequence[Line]:
    who = (row.name, "strong" if row.id is not None else "")
    return (line(who, ("  " + row.organization, "muted"), right=((row.what, "faint"),)),)


def ask_people(
    screen: TellsErrors, desks: Desks, interview_id: int, done: Callable[[], object]
) -> None:
    """Ask who takes part in an interview; each one is stored at once, and u takes it back.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        interview_id: In which interview.
        done: Called when somebody was added or taken out.
    """

    def back(changed: bool | None) -> None:
        if changed:
            screen.app.notify(
                f"{desks.scheduling.row(interview_id).who}. u takes the last one back.",
                markup=False,
            )
            done()

    screen.ask(PeopleDialog(desks, interview_id), back)

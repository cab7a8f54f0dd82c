"""Asks how far an interview has come; what it cannot become is shown dimmed, and says why (S3)."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from infotui.services.desks import Desks
from infotui.services.scheduling.moves import Way
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.log_talk import hold_talk
from infotui.tui.dialogs.when import ask_time
from infotui.tui.telling import TellsErrors
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList

_WIDTH = 10  # of the longest state
_EXITS = ("cancelled", "declined", "no reply", "lapsed")


class States(Dialog[str | None]):
    """The states an interview could pass to; gives the one that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="states.leave", tooltip="Nothing changes"),
    ]
    DEFAULT_CSS = """
    States { align: center middle; background: $background 60%; }
    States #states-box { width: 76; max-width: 98%; height: auto; max-height: 96%; }
    States Static { height: auto; margin-top: 1; color: $warning; display: none; }
    States Static.shown { display: block; }
    """

    def __init__(self, title: str, ways: Sequence[Way]) -> None:
        super().__init__()
        self._title = title
        self._ways = list(ways)

    def compose(self) -> ComposeResult:
        """Lay out the states, and room for the reason why one cannot be."""
        with Vertical(id="states-box", classes="panel") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("Enter takes it · Escape leaves")
            yield RowList[Way](_draw)
            yield Static(id="states-why-not", markup=False)

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(RowList)
        rows.styles.height = min(len(self._ways), 12)
        rows.show(self._ways, 0)
        rows.focus()

    def on_row_list_moved(self) -> None:
        """Take back what was said about another one."""
        self.query_one("#states-why-not", Static).remove_class("shown")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Give the state that was chosen, or say why it cannot be."""
        event.stop()
        way = self._ways[event.index]
        if not way.why_not:
            self.answer(way.state)
            return
        told = self.query_one("#states-why-not", Static)
        told.update(Content(way.why_not))
        told.add_class("shown")

    def action_leave(self) -> None:
        """Leave; nothing changes."""
        self.answer(None)


def _draw(way: Way, _width: int) -> Sequence[Line]:
    if way.why_not:
        return (
            line((f"{way.state:<{_WIDTH}} ", "faint"), (f"no: {_short(way.why_not)}", "faint")),
        )
    return (line((f"{way.state:<{_WIDTH}} ", "strong"), (way.words, "muted")),)


def _short(why_not: str) -> str:
    """Give the reason alone; the whole sentence is told to whoever chooses the state."""
    reason = why_not.partition(": ")[2] if "cannot become" in why_not else why_not
    return reason.partition(". ")[0].rstrip(".")


def ask_state(
    screen: TellsErrors, desks: Desks, interview_id: int, done: Callable[[], object]
) -> None:
    """Ask what became of an interview, then why; all of it kept, and u takes it back.

    A time that is missing, or when it took place, is asked for where the new state needs it.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        interview_id: Which interview.
        done: Called when something changed.
    """
    row = desks.scheduling.row(interview_id)

    def back(state: str | None) -> None:
        if state is None:
            return
        if state == "scheduled" and not _has_time_to_come(desks, interview_id):
            ask_time(screen, desks, interview_id, done)
        elif state == "held" and row.state != "closed":
            screen.ask(hold_talk(desks, row), lambda held: held is not None and done())
        else:
            _ask_why(screen, desks, interview_id, state, done)

    ways = desks.scheduling.ways(interview_id)
    screen.ask(States(f"{row.who} · now {row.state}", ways), back)


def ask_give_up(
    screen: TellsErrors, desks: Desks, interview_id: int, done: Callable[[], object]
) -> None:
    """Ask how an interview came to nothing, then why.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        interview_id: Which interview.
        done: Called when it was given up.
    """
    can = [way for way in desks.scheduling.ways(interview_id) if way.state in _EXITS]
    refusal = next((way.why_not for way in can if way.why_not), "")
    if refusal:
        screen.app.notify(refusal, severity="error", markup=False)
        return

    def back(state: str | None) -> None:
        if state is not None:
            _ask_why(screen, desks, interview_id, state, done)

    words = {way.state: way.words for way in can}
    options = [(state, f"{state.capitalize()}: {words[state]}") for state in _EXITS]
    screen.ask(Choice("It will not take place", options), back)


def _has_time_to_come(desks: Desks, interview_id: int) -> bool:
    at = desks.scheduling.row(interview_id).scheduled_at
    return at is not None and at >= desks.clock.now()


def _ask_why(
    screen: TellsErrors, desks: Desks, interview_id: int, state: str, done: Callable[[], object]
) -> None:
    def hand_in(values: Mapping[str, str]) -> bool:
        desks.scheduling.move(interview_id, state, values["why"])
        return True

    def back(stored: bool | None) -> None:
        if stored:
            who = desks.scheduling.row(interview_id).who
            screen.app.notify(f"{who}: {state}. u takes it back.", markup=False)
            done()

    field = Field("why", "A word why", "", "may be empty")
    screen.ask(Form(state.capitalize(), [field], hand_in), back)

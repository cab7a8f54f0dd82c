"""The live screen in practice: over a throwaway notebook, on a fast clock, with a way out of its own (M7)."""

from collections.abc import Iterable, Sequence
from typing import Final

from textual import on
from textual.binding import ActiveBinding
from textual.content import Content
from textual.widget import Widget

from infotui.domain.timer import Reading
from infotui.services.desks import Desks
from infotui.services.live import LiveSheet
from infotui.services.rehearsal import Rehearsal, begin, check_rehearsal
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.rehearsed import RehearsedTimes
from infotui.tui.live_lines import minutes
from infotui.tui.screens.live import LiveScreen
from infotui.tui.telling import TellsErrors
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Word, line
from infotui.tui.widgets.note_line import NoteLine

_SPEEDS: Final = (1, 2, 5, 10)
_NOT_HERE: Final = frozenset({"app.take_back"})  # of the notebook itself, which stays as it is
_ENDING: Final = ("End the rehearsal?   F8 again ends it   Escape goes on", "bad")


def rehearse(
    teller: TellsErrors, desks: Desks, interview_id: int, speed: int | None = None
) -> None:
    """Rehearse a talk: ask how fast, practise, and ask which times become estimates.

    Args:
        teller: Who asks.
        desks: The open notebook.
        interview_id: Which talk.
        speed: How many times faster; asked for if not given.

    Raises:
        InfotuiError: It cannot be rehearsed; the sentence says why.
    """
    interview = check_rehearsal(desks, interview_id)
    if speed is not None:
        _practise(teller, desks, interview_id, speed)
        return

    def back(chosen: str | None) -> None:
        if chosen is not None:
            _practise(teller, desks, interview_id, int(chosen))

    whole = minutes(desks.live.sheet(interview_id).marks.decision)
    options = [(str(pace), f"x{pace:<3} {_pace_words(whole, pace)}") for pace in _SPEEDS]
    words = "The live screen as it will be. Nothing that you do there is kept."
    teller.ask(Choice(f"Rehearse with {interview.who}", options, words=words), back)


def _pace_words(whole: int, pace: int) -> str:
    if pace == 1:
        return f"as it will be: {whole} minutes"
    return f"{whole} minutes take {round(whole / pace, 1):g}"


def _practise(teller: TellsErrors, desks: Desks, interview_id: int, speed: int) -> None:
    rehearsal = begin(desks, interview_id, speed)
    teller.ask(RehearsalScreen(rehearsal), lambda _: _ask_what_to_take(teller, rehearsal))


def _ask_what_to_take(teller: TellsErrors, rehearsal: Rehearsal) -> None:
    """Offer the times as estimates; the copy is thrown away whatever the answer."""
    rows = rehearsal.outcome()
    if not rows:
        rehearsal.close()
        teller.app.notify("The rehearsal is over. Nothing of it was kept.", markup=False)
        return

    def back(chosen: Sequence[str] | None) -> None:
        try:
            count = rehearsal.accept(chosen or ())
        finally:
            rehearsal.close()
        teller.app.notify(_kept_words(count), markup=False)

    teller.ask(RehearsedTimes(rows, rehearsal.speed), back)


def _kept_words(count: int) -> str:
    if not count:
        return "The rehearsal is over. Nothing of it was kept."
    questions = "1 question is" if count == 1 else f"{count} questions are"
    return f"{questions} estimated by the rehearsal now. Undo (u) takes that back."


class RehearsalScreen(LiveScreen):
    """The live screen over the copy of a plan; it says so, and leads nowhere but back."""

    CSS_PATH = "screens/live.tcss"
    # In quiet mode the headline is gone; who took this for the talk would lose what they write.
    DEFAULT_CSS = """
    RehearsalScreen #rehearsing { display: none; height: 1; margin: 0 1; }
    RehearsalScreen.-quiet #rehearsing { display: block; }
    """

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__(rehearsal.desks)
        self._rehearsal = rehearsal
        self._is_over = False

    def body(self) -> Iterable[Widget]:
        """Lay out the live screen, and one more line for quiet mode."""
        yield LineBox(lambda _width: (line((self._called, "muted")),), id="rehearsing")
        yield from super().body()

    def on_mount(self) -> None:
        """Let the copy's words be stored in time, and say of them what is so."""
        scribe = self._rehearsal.desks.scribe
        scribe.call_back_with(self.set_timer)
        scribe.tell_trouble_to(self.show_trouble)
        self.query_one("#writing").border_subtitle = Content(f"{self._called} · nothing is kept")

    @property
    def _called(self) -> str:
        return f"Rehearsal x{self._rehearsal.speed}"

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """What can be done here: in the talk, and nothing to the notebook itself."""
        active = super().active_bindings
        return {key: a for key, a in active.items() if a.binding.action not in _NOT_HERE}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what belongs to this one talk."""
        if action in {"new", "rehearse", "go"}:
            return False
        return super().check_action(action, parameters)

    def keeps_here(self) -> bool:
        """Stay until it is ended: nothing half done may wait behind another screen."""
        self._say("This is a rehearsal. F8 twice ends it; then you are where you were.")
        return True

    def read_anew(self) -> None:
        """Read the talk again, unless it has ended."""
        if not self._is_over:
            super().read_anew()

    def headline(self, *left: Word, right: Word = ("", ""), keep_right: bool = False) -> None:
        """Say first that this is a rehearsal."""
        narrow = self.has_class("-narrow")
        told = self._called if narrow else f"{self._called} · nothing is kept"
        mark: tuple[Word, ...] = ((told, "warn"), ("   ", ""))
        super().headline(*mark, *left, right=right, keep_right=keep_right)

    def _band_words(self, sheet: LiveSheet, reading: Reading) -> tuple[str, str]:
        if self._stage == "ending":
            return _ENDING
        return super()._band_words(sheet, reading)

    @on(NoteLine.Left)
    def _escape(self, event: NoteLine.Left) -> None:
        """Leave what is being chosen or changed; with nothing of that, leave the rehearsal."""
        event.prevent_default()  # the live screen would choose another interview
        if self._editing is not None or self._stage:
            self.action_calm()
        else:
            self.action_end()

    def action_calm(self) -> None:
        """Leave what was being chosen as it was."""
        if self._stage or self._editing is not None:
            super().action_calm()

    def action_end(self) -> None:
        """End the rehearsal at the second press, also before its clock was started."""
        if self._is_over or self._sheet is None:
            return
        if self._is_live:
            super().action_end()
        elif self._stage != "ending":
            self._stage = "ending"
            self._tick()
        else:
            self._leave()

    def _after_the_end(self, interview_id: int) -> None:
        """Lead back, and to no debrief."""
        self._leave()

    def _leave(self) -> None:
        self._is_over = True
        self._stop_ticking()
        self.dismiss(None)

"""What the live screen shows, and the one tick that keeps its time; what keys do is left to its subclasses."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from infotui.domain.errors import InfotuiError
from infotui.domain.interview import BEFORE_LIVE, InterviewRow
from infotui.domain.kept import live_line
from infotui.domain.note import NoteRow
from infotui.domain.question import QuestionRow
from infotui.domain.ticks import Ticks
from infotui.domain.timer import Mark, Reading
from infotui.services.desks import Desks
from infotui.services.live import LiveSheet, Moment
from infotui.tui.frame import Frame
from infotui.tui.live_lines import (
    band_words,
    choice_lines,
    clock_words,
    fit_words,
    note_lines,
    now_lines,
    parked_words,
    plan_lines,
    quiet_lines,
    time_lines,
)
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, line, wrap
from infotui.tui.widgets.note_line import NoteLine
from infotui.tui.widgets.row_list import RowList

_TOLD_FOR: Final = timedelta(minutes=1)


class ShowsTalk(Frame):
    """The interview that is on, or about to be: its clock, its plan, its notes, a line to write in."""

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._sheet: LiveSheet | None = None
        self._stage = ""  # what is being chosen: see `live_lines.band_words`, and `jump`
        self._written_at_stage = ""  # what stood in the line then: to type is to leave it
        self._told: Mark | None = None
        self._told_at = timedelta(0)
        self._ticking: Timer | None = None
        self._ticks = Ticks()
        self._fitting: frozenset[int] | None = None
        self._somebody_else = False  # the one in focus was left, to choose another
        self._said_over: str | None = None  # the words in the line while something is said below it

    def lay_out(self, note_line: NoteLine) -> Iterable[Widget]:
        """Lay out band, clock, plan, question, notes, the line, and the one line of quiet mode."""
        yield LineBox(id="quiet")
        yield LineBox(id="band")
        clock, plan = LineBox(id="time", classes="panel"), RowList[QuestionRow](
            self._draw_question, height=1, id="plan", classes="panel",
            pickable=lambda _: self._stage == "jump" or self._asks, empty=("no questions",),
        )  # fmt: skip
        clock.border_title, plan.border_title = Content("Time"), Content("Plan")
        now, notes = LineBox(id="now", classes="panel"), RowList[NoteRow](
            note_lines, height=None, id="notes", classes="panel", steady=True,
            pickable=lambda _: self._stage == "note",
            empty=("What is said stands here, each line with its minute.",),
        )  # fmt: skip
        now.border_title, notes.border_title = Content("Now"), Content("Notes")
        plan.can_focus = notes.can_focus = False
        writing = Vertical(note_line, LineBox(id="hint"), id="writing", classes="panel")
        writing.border_subtitle = Content("saved as you type")
        yield Horizontal(Vertical(clock, plan, id="left"), Vertical(now, notes, writing, id="right"),
                         id="talk")  # fmt: skip
        chooser = RowList[InterviewRow](
            self._draw_choice, height=2, id="chooser", classes="panel",
            empty=("No interview is planned.", "",
                   "n begins a talk with anybody, right now.", "2 shows your contacts: l goes live."),
        )  # fmt: skip
        chooser.border_title = Content("Go live with whom?")
        chooser.border_subtitle = Content("Enter takes the interview · n anybody, right now")
        yield chooser

    @property
    def _line(self) -> NoteLine:
        return self.query_one("#line", NoteLine)

    @property
    def _asks(self) -> bool:
        return self._sheet is not None and self._sheet.asking is not None

    @property
    def _is_live(self) -> bool:
        return self._sheet is not None and self._sheet.interview.state == "live"

    def _draw_question(self, row: QuestionRow, width: int) -> Sequence[Line]:
        return plan_lines(row, width, self._fitting)

    def _draw_choice(self, row: InterviewRow, _width: int) -> Sequence[Line]:
        return choice_lines(row, self._desks.clock.now(), self._desks.zone)

    def on_resize(self) -> None:
        """Say the time where there is room for it now."""
        if self.is_mounted and self._sheet is not None:
            self.call_after_refresh(self._tick)

    def _chosen_interview(self) -> InterviewRow | None:
        live = self._desks.live.interrupted()
        focus = self._desks.plans.in_focus()
        return live or (focus if focus and focus.state in BEFORE_LIVE else None)

    def read_anew(self) -> None:
        """Read the interview that is on, or offer the ones that could be."""
        chosen = self._chosen_interview()
        if self._somebody_else and chosen is not None and chosen.state in BEFORE_LIVE:
            chosen = None
        self.set_class(chosen is None, "choosing")
        self._line.can_focus = chosen is not None
        if chosen is None:
            self._sheet = None
            self._be_quiet(False)
            self._stop_ticking()
            rows = [ahead.interview for ahead in self._desks.plans.ahead()]
            chooser = self.query_one("#chooser", RowList)
            chooser.show(rows)
            chooser.focus()
            self.headline(("Live", "strong"), ("   nobody is chosen", "muted"))
            return
        self._read(chosen.id)
        self._show_line(chosen)
        self._line.focus()

    def _be_quiet(self, quiet: bool) -> None:
        """Show nothing private, or all again (M12)."""
        self.set_class(quiet, "-quiet")
        self._line.veiled = quiet

    def on_screen_suspend(self) -> None:
        """Come back to the interview in focus the next time, but from another screen only."""
        if self.app.current_mode != self.MODE:
            self._somebody_else = False

    def _show_line(self, interview: InterviewRow) -> None:
        """Let the line stand for what is being written in this talk."""
        place = live_line(interview.uuid)
        text = self._desks.scribe.unfinished(place)
        if self._line.place != place:
            self._line.put(place, text)
        elif text != self._line.text:  # a note that was taken back, or words of another program
            self._line.put(None, "")
            self._line.put(place, text)

    def _read(self, interview_id: int) -> None:
        """Read the sheet of the interview and show all of it."""
        if self._ticking is None:
            self._desks.live.notice_set_back(interview_id)
        self._sheet = sheet = self._desks.live.sheet(interview_id)
        self._show_plan(sheet)
        notes = self.query_one("#notes", RowList)
        chosen = notes.cursor if self._stage == "note" else len(sheet.notes) - 1
        notes.show(sheet.notes, chosen)
        self._tick()
        reading = sheet.at(self._desks.live.now())
        # A hard stop comes nearer while the clock of the talk stands.
        if (reading.running or reading.hard_stop) and self._ticking is None:
            self._ticking = self.set_interval(1.0, self._tick_by_time)
        elif not reading.running and not reading.hard_stop:
            self._stop_ticking()

    def _show_plan(self, sheet: LiveSheet) -> None:
        plan, now = self.query_one("#plan", RowList), self.query_one("#now", LineBox)
        asking = sheet.asking
        plan.show(sheet.questions, sheet.questions.index(asking) if asking else 0)
        star = " ★" if asking and asking.importance == "must" else ""
        now.border_title = Content(f"Asking {asking.position}{star}" if asking else "Now")
        now.show(lambda width: now_lines(sheet, width))
        self._title_line(f"to {asking.position}" if asking else "note")
        done = sum(q.state in {"answered", "partly"} for q in sheet.questions)
        plan.border_subtitle = Content(f"{done} of {len(sheet.questions)}")

    def _title_line(self, words: str) -> None:
        self.query_one("#writing").border_title = Content(words)

    def _stop_ticking(self) -> None:
        self._ticks.stop()
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _tick_by_time(self) -> None:
        """Let a second pass; the one tick of the program."""
        # Only ticks that time alone makes tell how long they usually take.
        if self._sheet is not None:
            self._notice_gap(self._sheet, self._desks.live.now())
        self._tick()

    def _tick(self) -> None:
        """Show the time as it is now, and speak up at a mark."""
        if self._sheet is None:
            return
        now = self._desks.live.now()
        moment = self._sheet.moment(now)
        if moment.due:
            self._speak_up(self._sheet, now)
            moment = self._sheet.moment(now)
        if self.is_current:
            self._show_time(self._sheet, moment)

    def _notice_gap(self, sheet: LiveSheet, now: datetime) -> None:
        """Ask once when the machine slept, or its clock was set, since the tick before."""
        since = self._ticks.next(now)
        if since is not None and self._desks.live.notice_gap(sheet.interview.id, since):
            self._sheet = self._desks.live.sheet(sheet.interview.id)

    def _show_time(self, sheet: LiveSheet, moment: Moment) -> None:
        reading, zone = moment.reading, self._desks.zone
        if self._told is not None and reading.elapsed >= self._told_at + _TOLD_FOR:
            self._told = None
        if self.has_class("-quiet"):
            typed = len(self._line.text)
            quiet = self.query_one("#quiet", LineBox)
            quiet.show(lambda width: quiet_lines(sheet, reading, self._stage, typed, width))
            return
        self.query_one("#time", LineBox).show(lambda w: time_lines(sheet, moment, zone, w))
        fitting = frozenset(moment.budget.fitting) if reading.started else None
        if fitting != self._fitting:
            self._fitting = fitting
            self.query_one("#plan", RowList).draw_anew()
        self._show_band(*self._band_words(sheet, reading))
        goal = f"goal: {sheet.interview.goal}" if sheet.interview.goal else ""
        narrow = self.has_class("-narrow")
        fits = "".join(text for text, _ in fit_words(sheet, moment.budget))
        self._subtitle("#now", fits if narrow and reading.started else "")
        self._subtitle("#notes", parked_words(sheet, self.size.width - 8) if narrow else "")
        self.headline(
            (sheet.interview.title, "strong"),
            ("  " + sheet.interview.place, "muted"),
            right=(clock_words(reading), "key") if narrow else (goal, "muted"),
            keep_right=narrow,
        )

    def _subtitle(self, selector: str, words: str) -> None:
        """Say something in the lower edge of a box; the same words draw nothing anew."""
        box = self.query_one(selector)
        if str(box.border_subtitle or "") != words:
            box.border_subtitle = Content(words)

    def _band_words(self, sheet: LiveSheet, reading: Reading) -> tuple[str, str]:
        return band_words(sheet, reading, self._stage, self._told, self._desks.zone)

    def _show_band(self, words: str, style: str) -> None:
        band = self.query_one("#band", LineBox)
        for name in ("good", "warn", "bad", "accent"):
            band.set_class(name == style, f"-{name}")
        band.set_class(bool(words), "shown")
        band.show(lambda width: [line(" ", text) for text in wrap(words, width - 2)])

    def _speak_up(self, sheet: LiveSheet, now: datetime) -> None:
        """Tell what is due, each once: band, words, a bell; never a key, never the focus."""
        marks = self._desks.live.show_due(sheet.interview.id)
        self._sheet = self._desks.live.sheet(sheet.interview.id)
        quiet = [mark for mark in marks if mark.kind != "decision"]
        if quiet:
            self._told, self._told_at = quiet[0], sheet.at(now).elapsed
        timed = [mark for mark in marks if mark.kind != "must"]
        if timed and self._desks.settings.bell and not self.has_class("-quiet"):
            self.app.bell()
        if not self.is_current and timed:
            self.notify(f"{timed[-1].at.seconds // 60} minutes have passed. 6 leads to the live screen.",
                        markup=False)  # fmt: skip

    def _begin_stage(self, stage: str) -> None:
        """Begin to choose something by the next keys, until one of them is typed into the line."""
        self._stage, self._written_at_stage = stage, self._line.text

    @property
    def _was_typed_on(self) -> bool:
        """Whether what is being chosen was left by typing, told or not yet."""
        return bool(self._stage) and self._line.text != self._written_at_stage

    def _do(self, act: Callable[[int], object]) -> bool:
        """Do something with the interview that is on, show what it became; tells whether it worked."""
        sheet, done = self._sheet, True
        if sheet is None:
            return False
        try:
            act(sheet.interview.id)
        except InfotuiError as bad:
            self._say(bad.sentence, "bad")
            done = False
        self._stage = ""
        self._read(sheet.interview.id)
        return done

    def _say(self, words: str, style: str = "accent") -> None:
        """Say below the line what was done, until something is typed; a toast would lie over the line.

        In quiet mode nothing is said that may be somebody's words.
        """
        words = "" if self.has_class("-quiet") else words
        self._said_over = self._line.text if words else None
        box = self.query_one("#hint", LineBox)
        box.show(lambda width: [line((text, style)) for text in wrap(words, width)])

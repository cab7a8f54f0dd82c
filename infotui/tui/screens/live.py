"""Live: the clock, the question being asked, the notes, and a note line that always has the focus (S41, S42)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from infotui.domain.contact import ContactForm
from infotui.domain.errors import InfotuiError
from infotui.domain.interview import BEFORE_LIVE, InterviewRow
from infotui.domain.kept import live_line
from infotui.domain.note import NoteRow
from infotui.domain.question import QuestionRow, QuestionState
from infotui.domain.timer import Answer, Mark, Reading
from infotui.services.desks import Desks
from infotui.services.live import LiveSheet
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.frame import Frame
from infotui.tui.live_lines import (
    band_words,
    choice_lines,
    clock_words,
    note_lines,
    now_lines,
    plan_lines,
    time_lines,
)
from infotui.tui.routes import OpenConversation, OpenLive
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, line, wrap
from infotui.tui.widgets.note_line import NoteLine
from infotui.tui.widgets.row_list import RowList

_MORE: Final = {"wrap up": 10, "go on": 15, "hard stop": 30}  # F5, F6, F7 while minutes are chosen
_NOT_WHILE_TYPING: Final = {"live.new", "live.calm"}
_NUDGE_FOR: Final = timedelta(minutes=1)


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return LiveScreen(desks)


class LiveScreen(Frame):
    """The interview that is on, or about to be."""

    MODE = "live"
    CSS_PATH = "live.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "settle('answered')", "answered",
                id="live.answered", tooltip="It is answered: on to the next question"),
        Binding("f2", "settle('skipped')", "skip", id="live.skip",
                tooltip="Skip this question"),
        Binding("f8", "end", "end", id="live.end",
                tooltip="End the interview, when pressed twice"),
        Binding("f4", "pause", "pause", id="live.pause",
                tooltip="Stop the clock, or let it go on"),
        Binding("f3", "settle('partly')", "partly", id="live.partly",
                tooltip="Partly answered: on to the next question"),
        Binding("f5", "decide('wrap up')", "wrap up", id="live.wrap_up",
                tooltip="We are coming to an end"),
        Binding("f6", "decide('go on')", "go on", id="live.go_on",
                tooltip="They want to go on: 10, 15 or 30 minutes more"),
        Binding("f7", "decide('hard stop')", "hard stop", id="live.hard_stop",
                tooltip="They must leave at a certain time"),
        Binding("shift+tab", "step(-1)", "back", show=False, id="live.back",
                tooltip="Ask the question before"),
        Binding("escape", "calm", "back", show=False, id="live.calm",
                tooltip="Leave a choice in the band as it was"),
        Binding("n", "new", "somebody new", id="live.new",
                tooltip="Begin with somebody who is not in the notebook"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._sheet: LiveSheet | None = None
        self._stage = ""
        self._nudge: Mark | None = None
        self._nudged_at = timedelta(0)
        self._ticking: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out band, clock, plan, question, notes and the line."""
        yield LineBox(id="band")
        clock, plan = LineBox(id="time", classes="panel"), RowList[QuestionRow](
            plan_lines, height=1, id="plan", classes="panel", pickable=lambda q: q.state == "asking",
            empty=("no questions",),
        )  # fmt: skip
        clock.border_title, plan.border_title = Content("Time"), Content("Plan")
        now, notes = LineBox(id="now", classes="panel"), RowList[NoteRow](
            note_lines, height=None, id="notes", classes="panel", pickable=lambda note: False,
            empty=("> lead   ! I promised   < they promised   $ opening",
                   "* finding   & resource   ? arisen   ^ asked of me   #tag"),
        )  # fmt: skip
        now.border_title, notes.border_title = Content("Now"), Content("Notes")
        plan.can_focus = notes.can_focus = False
        note_line = NoteLine(self._desks.scribe.keep, self._jot, self._act, id="line")
        writing = Vertical(note_line, id="writing", classes="panel")
        writing.border_subtitle = Content("saved as you type")
        talk = Horizontal(Vertical(clock, plan, id="left"), Vertical(now, notes, writing, id="right"),
                          id="talk")  # fmt: skip
        chooser = RowList[InterviewRow](
            self._draw_choice, height=2, id="chooser", classes="panel",
            empty=("No interview is planned.", "",
                   "n begins with somebody new, right now.", "2 shows your contacts: l goes live."),
        )  # fmt: skip
        chooser.border_title = Content("Go live with whom?")
        chooser.border_subtitle = Content("Enter takes the interview · n somebody new")
        yield talk
        yield chooser

    def on_resize(self) -> None:
        """Say the time where there is room for it now."""
        if self.is_mounted and self._sheet is not None:
            self.call_after_refresh(self._tick)

    @property
    def _line(self) -> NoteLine:
        return self.query_one("#line", NoteLine)

    def _draw_choice(self, row: InterviewRow, _width: int) -> Sequence[Line]:
        return choice_lines(row, self._desks.clock.now(), self._desks.zone)

    def _chosen_interview(self) -> InterviewRow | None:
        live = self._desks.live.interrupted()
        focus = self._desks.plans.in_focus()
        return live or (focus if focus and focus.state in BEFORE_LIVE else None)

    def read_anew(self) -> None:
        """Read the interview that is on, or offer the ones that could be."""
        chosen = self._chosen_interview()
        self.set_class(chosen is None, "choosing")
        self._line.can_focus = chosen is not None
        if chosen is None:
            self._sheet = None
            self._stop_ticking()
            rows = [ahead.interview for ahead in self._desks.plans.ahead()]
            chooser = self.query_one("#chooser", RowList)
            chooser.show(rows)
            chooser.focus()
            self.headline(("Live", "strong"), ("   nobody is chosen", "muted"))
            return
        self._read(chosen.id)
        place = live_line(chosen.uuid)
        if self._line.place != place:
            self._line.put(place, self._desks.scribe.unfinished(place))
        self._line.focus()

    def _read(self, interview_id: int) -> None:
        """Read the sheet of the interview and show all of it."""
        self._sheet = sheet = self._desks.live.sheet(interview_id)
        plan, notes = self.query_one("#plan", RowList), self.query_one("#notes", RowList)
        asking = sheet.asking
        plan.show(sheet.questions, sheet.questions.index(asking) if asking else 0)
        notes.show(sheet.notes, len(sheet.notes) - 1)
        now = self.query_one("#now", LineBox)
        star = " ★" if asking and asking.importance == "must" else ""
        now.border_title = Content(f"Asking {asking.position}{star}" if asking else "Now")
        now.show(lambda width: now_lines(sheet, width))
        self.query_one("#writing").border_title = Content(
            f"to {asking.position}" if asking else "note"
        )
        done = sum(q.state in {"answered", "partly"} for q in sheet.questions)
        plan.border_subtitle = Content(f"{done} of {len(sheet.questions)}")
        self._tick()
        reading = sheet.at(self._desks.live.now())
        if reading.running and self._ticking is None:
            self._ticking = self.set_interval(1.0, self._tick)
        elif not reading.running:
            self._stop_ticking()

    def _stop_ticking(self) -> None:
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def _tick(self) -> None:
        """Show the time as it is now, and speak up at a mark; the one tick of the program."""
        sheet = self._sheet
        if sheet is None:
            return
        now = self._desks.live.now()
        reading = sheet.at(now)
        if reading.due:
            self._speak_up(sheet, reading)
            sheet = self._sheet or sheet
            reading = sheet.at(now)
        if not self.is_current:
            return
        if self._nudge is not None and reading.elapsed >= self._nudged_at + _NUDGE_FOR:
            self._nudge = None
        zone = self._desks.zone
        self.query_one("#time", LineBox).show(lambda w: time_lines(sheet, reading, now, zone, w))
        self._show_band(reading)
        goal = f"goal: {sheet.interview.goal}" if sheet.interview.goal else ""
        narrow = self.has_class("-narrow")
        self.headline(
            (sheet.interview.title, "strong"),
            ("  " + sheet.interview.place, "muted"),
            right=(clock_words(reading), "key") if narrow else (goal, "muted"),
            keep_right=narrow,
        )

    def _show_band(self, reading: Reading) -> None:
        words, style = band_words(reading, self._stage, self._nudge)
        band = self.query_one("#band", LineBox)
        for name in ("good", "warn", "bad", "accent"):
            band.set_class(name == style, f"-{name}")
        band.set_class(bool(words), "shown")
        band.show(lambda width: [line(" ", text) for text in wrap(words, width - 2)])

    def _speak_up(self, sheet: LiveSheet, reading: Reading) -> None:
        """Show the marks that are due, each once: band, words, a bell; never a key, never the focus."""
        marks = self._desks.live.show_due(sheet.interview.id)
        self._sheet = self._desks.live.sheet(sheet.interview.id)
        nudges = [mark for mark in marks if mark.kind == "nudge"]
        if nudges:
            self._nudge = nudges[-1]
            self._nudged_at = reading.elapsed
        if marks and self._desks.settings.bell:
            self.app.bell()
        if not self.is_current and marks:
            self.notify(f"{marks[-1].at.seconds // 60} minutes have passed. 6 leads to the live screen.",
                        markup=False)  # fmt: skip

    def _jot(self, text: str) -> bool:
        """Keep the line; an empty one starts the clock if it stands still before the talk."""
        sheet = self._sheet
        if sheet is None:
            return False
        try:
            if text.strip():
                self._desks.live.jot(sheet.interview.id, text)
            elif not sheet.at(self._desks.live.now()).started:
                self._desks.live.start(sheet.interview.id)
            else:
                return False
        except InfotuiError as bad:
            self.notify(bad.sentence, severity="error", timeout=10, markup=False)
            return False
        self._read(sheet.interview.id)
        return True

    async def _act(self, key: str) -> bool:
        """Do what a key of the live screen stands for; called by the note line, key by key."""
        # The chain, and not our own declaration, has the person's keys in place of ours.
        mine = next((found for node, found in self._binding_chain if node is self), None)
        for binding in mine.key_to_bindings.get(key, ()) if mine else ():
            if str(binding.id).startswith("live.") and binding.id not in _NOT_WHILE_TYPING:
                return bool(await self.app.run_action(binding.action, self))
        return False

    def _do(self, act: Callable[[int], object]) -> bool:
        """Do something with the interview that is on, show what it became; tells whether it worked."""
        sheet, done = self._sheet, True
        if sheet is None:
            return False
        try:
            act(sheet.interview.id)
        except InfotuiError as bad:
            self.notify(bad.sentence, severity="warning", markup=False)
            done = False
        self._stage = ""
        self._read(sheet.interview.id)
        return done

    @property
    def _is_live(self) -> bool:
        return self._sheet is not None and self._sheet.interview.state == "live"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now: nothing of a talk before one is chosen."""
        if action == "new":
            return self._sheet is None
        if action in {"settle", "step", "pause", "decide", "end"}:
            return self._sheet is not None
        return super().check_action(action, parameters)

    def action_settle(self, how: QuestionState) -> None:
        """Settle the question being asked and ask the next."""
        if self._is_live:
            self._do(lambda talk: self._desks.live.settle_and_go_on(talk, how))

    @on(NoteLine.Stepped)
    def _stepped(self, event: NoteLine.Stepped) -> None:
        self.action_step(event.by)

    def action_step(self, by: int) -> None:
        """Ask the question before or after the one being asked."""
        sheet = self._sheet
        if sheet is None or not self._is_live or not sheet.questions:
            return
        here = (
            sheet.questions.index(sheet.asking)
            if sheet.asking
            else -1
            if by > 0
            else len(sheet.questions)
        )
        place = max(0, min(len(sheet.questions) - 1, here + by))
        question = sheet.questions[place]
        self._do(lambda talk: self._desks.live.ask(talk, question.id))

    def action_pause(self) -> None:
        """Pause, or go on."""
        sheet = self._sheet
        if sheet is None:
            return
        running = sheet.at(self._desks.live.now()).running
        self._do(self._desks.live.pause if running else self._desks.live.start)

    def action_decide(self, answer: Answer) -> None:
        """Take one of the three answers, or the minutes of the second one."""
        if not self._is_live:
            return
        if self._stage == "go on":
            minutes = _MORE[answer]
            self._do(lambda talk: self._desks.live.decide(talk, "go on", minutes))
        elif answer == "go on":
            self._stage = "go on"
            self._tick()
        elif answer == "hard stop":
            self._ask_hard_stop()
        else:
            self._do(lambda talk: self._desks.live.decide(talk, answer))

    def _ask_hard_stop(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return

        def hand_in(values: Mapping[str, str]) -> bool:
            self._desks.live.decide(sheet.interview.id, "hard stop", stop_at=values["when"])
            return True

        now = self._desks.live.now().astimezone(self._desks.zone)
        field = Field(
            "when",
            f"They must leave at (it is {now:%H:%M})",
            "",
            f"{now + timedelta(minutes=10):%H:%M}",
        )
        self.ask(Form("Hard stop", [field], hand_in), lambda _: self.read_anew())

    @on(NoteLine.Left)
    def action_calm(self) -> None:
        """Leave a choice in the band as it was."""
        self._stage = ""
        self._tick()

    @on(TextArea.Changed, "#line")
    def _typed(self) -> None:
        if self._stage:
            self.action_calm()

    def action_end(self) -> None:
        """End the interview at the second press."""
        sheet = self._sheet
        if sheet is None or not self._is_live:
            return
        if self._stage != "ending":
            self._stage = "ending"
            self._tick()
            return
        if not self._do(self._desks.live.end):
            return
        self._line.put(None, "")
        self._sheet = None
        self._stop_ticking()
        self.post_message(OpenConversation(sheet.interview.id))

    @on(RowList.Chosen, "#chooser")
    def _chosen(self, event: RowList.Chosen) -> None:
        row = event.rows.row
        if isinstance(row, InterviewRow):
            self.post_message(OpenLive(row.id))

    def action_new(self) -> None:
        """Ask for a name and go live with that person."""

        def hand_in(values: Mapping[str, str]) -> int:
            return self._desks.live.begin_with_new(ContactForm(**values))

        def back(_interview_id: int | None) -> None:
            self.read_anew()

        fields = [
            Field("name", "Name"),
            Field("organization", "Organization", "", "if you know it"),
        ]
        self.ask(Form("Somebody new", fields, hand_in), back)

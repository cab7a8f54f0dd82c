"""The keys of the live screen that are about time: pause, the half-hour courtesy, gaps, the end (S42, M6)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from infotui.domain.timer import Answer
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.live.asking import Asks
from infotui.tui.routes import OpenConversation
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import line

_OVER: Final = ("The talk has ended.   F9 goes on", "strong")
_MORE: Final = {"wrap up": 10, "go on": 15, "hard stop": 30}  # F5, F6, F7 while minutes are chosen


class Decides(Asks):
    """How long it goes on."""

    _ended_quietly: int | None = None

    def action_pause(self) -> None:
        """Pause, or go on."""
        sheet = self._sheet
        if sheet is None:
            return
        running = sheet.at(self._desks.live.now()).running
        self._do(self._desks.live.pause if running else self._desks.live.start)

    def action_decide(self, answer: Answer) -> None:
        """Take one of the three answers, the minutes of the second one, or what a gap was."""
        sheet = self._sheet
        if sheet is None or not self._is_live:
            return
        if self._stage == "go on":
            minutes = _MORE[answer]
            self._do(lambda talk: self._desks.live.decide(talk, "go on", minutes))
        elif sheet.at(self._desks.live.now()).open_gap is not None and answer != "hard stop":
            self._settle_gap(answer)
        elif answer == "go on":
            self._begin_stage("go on")
            self._tick()
        elif answer == "hard stop":
            self._ask_hard_stop()
        else:
            self._do(lambda talk: self._desks.live.decide(talk, answer))

    def _settle_gap(self, answer: Answer) -> None:
        sheet = self._sheet
        gap = sheet.at(self._desks.live.now()).open_gap if sheet is not None else None
        if gap is None or gap.since is None:
            return
        if answer == "wrap up":
            self._do(lambda talk: self._desks.live.answer_gap(talk, "counted"))
        elif gap.at < gap.since:  # nothing to leave out: the clock went back
            self._do(lambda talk: self._desks.live.answer_gap(talk, "counted"))
            self._do(self._desks.live.pause)
        else:
            self._do(lambda talk: self._desks.live.answer_gap(talk, "left out"))

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
        note = "A time; or minutes: 25 in all, as they said, or +10 from now."
        self.ask(Form("Hard stop", [field], hand_in, note=note), lambda _: self.read_anew())

    def action_resume_asked(self) -> None:
        """Keep that they asked for my resume (S39)."""
        if self._is_live:
            self._do(self._desks.live.resume_asked)
            self._say("Kept: they asked for your resume.")

    def action_end(self) -> None:
        """End the interview at the second press."""
        sheet = self._sheet
        if sheet is None or not self._is_live:
            return
        if self._stage != "ending":
            self._begin_stage("ending")
            self._tick()
            return
        self._before_the_end()
        if not self._do(self._desks.live.end):
            return
        self._line.put(None, "")
        self._sheet = None
        self._stop_ticking()
        if self.has_class("-quiet"):
            self._ended_quietly = sheet.interview.id  # they still sit there
            self.query_one("#quiet", LineBox).show(lambda _: (line(" ", _OVER),))
        else:
            self._after_the_end(sheet.interview.id)

    def _before_the_end(self) -> None:
        """Finish what is being written elsewhere than in the line."""

    def _after_the_end(self, interview_id: int) -> None:
        """Lead to the debrief of the talk (S10)."""
        if self._desks.live.is_unnamed(interview_id):
            self.notify("They have no name yet: 2 and e give them one.", timeout=10, markup=False)
        self.post_message(OpenConversation(interview_id, debrief=True))

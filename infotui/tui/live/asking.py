"""The keys of the live screen that lead through the questions: on, back, over to any, aside, and undone (S32, S33)."""

from collections.abc import Callable

from textual import on

from infotui.domain.errors import InfotuiError
from infotui.domain.finding_question import find_questions
from infotui.domain.question import QuestionRow, QuestionState
from infotui.domain.timer import Reading
from infotui.services.live import LiveSheet
from infotui.tui.live.showing import ShowsTalk
from infotui.tui.live_lines import jump_words
from infotui.tui.widgets.note_line import NoteLine
from infotui.tui.widgets.row_list import RowList

_LONGEST = 40  # characters of what a jump is typed with


class Asks(ShowsTalk):
    """Which question is asked."""

    _typed_to_jump = ""

    def action_settle(self, how: QuestionState) -> None:
        """Settle the question being asked and ask the next."""
        if self._is_live:
            self._do(lambda talk: self._desks.live.settle_and_go_on(talk, how))

    def action_skip(self) -> None:
        """Skip the question being asked; before the talk begins, keep that I have arrived (S40)."""
        sheet = self._sheet
        if sheet is not None and not sheet.at(self._desks.live.now()).started:
            self._do(self._desks.live.arrive)
        else:
            self.action_settle("skipped")

    def action_unskip(self) -> None:
        """Open the question again that was skipped last."""
        if self._is_live:
            self._do_and_say(lambda talk: f"Open again: {self._desks.live.unskip(talk)}")

    def _do_and_say(self, act: Callable[[int], str]) -> bool:
        """Do something and say in the end what came of it."""
        said: list[str] = []
        done = self._do(lambda talk: said.append(act(talk)))
        if said:
            self._say(said[0])
        return done

    @on(NoteLine.Stepped)
    def _stepped(self, event: NoteLine.Stepped) -> None:
        self.action_step(event.by)

    def action_step(self, by: int) -> None:
        """Ask the question before or after the one being asked."""
        sheet = self._sheet
        if sheet is None or not self._is_live or not sheet.questions:
            return
        rows = sheet.questions
        none = -1 if by > 0 else len(rows)
        here = rows.index(sheet.asking) if sheet.asking else none
        self._ask(rows[max(0, min(len(rows) - 1, here + by))])

    def _ask(self, question: QuestionRow) -> None:
        self._do(lambda talk: self._desks.live.ask(talk, question.id))

    @on(RowList.Chosen, "#plan")
    def _question_chosen(self, event: RowList.Chosen) -> None:
        row = event.rows.row
        if self._is_live and isinstance(row, QuestionRow):
            self._ask(row)

    def action_park(self) -> None:
        """Put aside what stands in the line, else the question being asked, to come back to it (S32)."""
        if not self._is_live:
            return
        text = self._line.text
        said: list[str] = []
        if not self._do(lambda talk: said.append(self._desks.live.park(talk, text))):
            return
        if text.strip():
            self._line.put(self._line.place, "")
        self._say(f"For later: {said[0]}")

    def action_take_back(self) -> None:
        """Take back the last thing that was done in the talk."""
        sheet = self._sheet
        if sheet is None:
            return
        try:
            what = self._desks.live.take_back()
        except InfotuiError as bad:
            self._say(bad.sentence, "bad")
            return
        self._stage = ""
        self._read(sheet.interview.id)
        self._show_line(sheet.interview)
        self._say(f"Taken back: {what}." if what else "There is nothing to take back.")

    def action_jump(self) -> None:
        """Wait for the number of a question, or a part of its words; the note line stays as it is."""
        if self._is_live and self._sheet is not None and self._sheet.questions:
            self._typed_to_jump = ""
            self._begin_stage("jump")
            self._show_jump()

    def _show_jump(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        found = find_questions(sheet.questions, self._typed_to_jump)
        if found:
            self.query_one("#plan", RowList).show(sheet.questions, sheet.questions.index(found[0]))
        self._tick()

    def _band_words(self, sheet: LiveSheet, reading: Reading) -> tuple[str, str]:
        if self._stage == "jump":
            found = find_questions(sheet.questions, self._typed_to_jump)
            return jump_words(self._typed_to_jump, found), "accent"
        return super()._band_words(sheet, reading)

    def _type_to_jump(self, key: str, character: str | None) -> bool:
        """Take a key while a question is being chosen; tells whether it was for that."""
        if key == "enter":
            found = find_questions(
                self._sheet.questions if self._sheet else (), self._typed_to_jump
            )
            if found:
                self._ask(found[0])
            return True
        if key == "backspace":
            self._typed_to_jump = self._typed_to_jump[:-1]
        elif character is not None and character.isprintable():
            self._typed_to_jump = (self._typed_to_jump + character)[:_LONGEST]
        else:
            return False
        self._show_jump()
        return True

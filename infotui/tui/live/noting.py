"""The line of the live screen: notes, earlier notes changed and taken away, consent, hints, quiet mode (M2, M12)."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from textual import on
from textual.binding import ActiveBinding, Binding
from textual.widget import Widget
from textual.widgets import TextArea

from infotui.domain.capture import read_line
from infotui.domain.errors import InfotuiError
from infotui.domain.hint import hint_of
from infotui.domain.interview import BEFORE_LIVE, InterviewRow
from infotui.domain.kept import Kept
from infotui.domain.lead import lead_words, next_consent, with_consent
from infotui.domain.moment import say_length
from infotui.domain.note import NoteRow
from infotui.services.live import LiveSheet
from infotui.tui.live.deciding import Decides
from infotui.tui.live_lines import NOTE_STYLE, SIGNS_IN_SHORT
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import cut, line
from infotui.tui.widgets.note_line import NoteLine
from infotui.tui.widgets.row_list import RowList

_NOT_WHILE_TYPING: Final = frozenset({"live.new", "live.calm"})  # and Escape is the line's own


class Notes(Decides):
    """What is written."""

    _editing: NoteRow | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out the talk around the line."""
        return self.lay_out(NoteLine(self._desks.scribe.keep, self._hand_in, self._act, id="line"))

    def _hand_in(self, text: str) -> bool:
        """Keep the line; an empty one starts the clock if it stands still before the talk."""
        sheet = self._sheet
        if sheet is None:
            return False
        if self._editing is not None:
            self._end_editing()
            return False
        try:
            if text.strip():
                self._desks.live.jot(sheet.interview.id, text)
            elif not sheet.at(self._desks.live.now()).started:
                self._desks.live.start(sheet.interview.id)
            else:
                return False
        except InfotuiError as bad:
            self._say(bad.sentence, "bad")
            return False
        self._said_over = None
        self._read(sheet.interview.id)
        return True

    @on(TextArea.Changed, "#line")
    def _line_changed(self) -> None:
        if self._was_typed_on:
            self.action_calm()
        self._show_hint()

    def _show_hint(self) -> None:
        """Say what the line will become; in quiet mode nothing but that something is typed."""
        if self.has_class("-quiet"):
            self._tick()
            return
        if self._said_over == self._line.text:
            return
        self._said_over = None
        text = self._line.document.get_line(self._line.cursor_location[0])
        hint = hint_of(text, self._writing_day()) if text else None
        box = self.query_one("#hint", LineBox)
        if hint is None:
            signs = "" if self._line.text else SIGNS_IN_SHORT
            box.show(lambda width: (line((cut(signs, width), "faint")),))
            return
        words, style = hint.words, NOTE_STYLE[hint.kind] or "muted"
        box.show(lambda width: (line((cut(words, width), style)),))

    def _writing_day(self) -> date:
        """The day from which a date in the line counts: of the note that is changed, else today."""
        at = self._editing.at if self._editing is not None else self._desks.live.now()
        return at.astimezone(self._desks.zone).date()

    def action_choose_note(self, by: int) -> None:
        """Move among the notes that were taken, to change or delete one; the line stays as it is."""
        sheet, notes = self._sheet, self.query_one("#notes", RowList)
        if sheet is None or not sheet.notes or self._editing is not None:
            return
        if self.has_class("-quiet"):
            return  # nobody should change or delete what cannot be seen
        last = len(sheet.notes) - 1
        if self._stage != "note":
            if by > 0:
                return
            self._begin_stage("note")
            notes.show(sheet.notes, last)
        elif notes.cursor + by > last:
            self.action_calm()
            return
        else:
            notes.show(sheet.notes, notes.cursor + by)
        self._tick()

    def show_note(self, note_id: int) -> None:
        """Bring an earlier note into sight, chosen as by its key; the line keeps the focus and its words."""
        sheet = self._sheet
        ids = [note.id for note in sheet.notes] if sheet is not None else []
        if sheet is None or note_id not in ids or self.has_class("-quiet"):
            return
        if self._editing is None:
            self._begin_stage("note")
        self.query_one("#notes", RowList).show(sheet.notes, ids.index(note_id))
        self._tick()

    def _type_to_note(self, key: str) -> bool:
        """Take a key while an earlier note is chosen; tells whether it was for that."""
        row = self.query_one("#notes", RowList).row
        if key == "enter" and isinstance(row, NoteRow):
            self._edit(row)
        elif key == "delete" and isinstance(row, NoteRow):
            self._do(lambda _: self._desks.live.delete_note(row.id))
            self._say(f"The note is gone. {self._key_of('live.take_back')} takes it back.")
        else:
            return False
        return True

    def _key_of(self, binding_id: str) -> str:
        for active in self.active_bindings.values():
            if active.binding.id == binding_id:
                return self.app.get_key_display(active.binding)
        return "the key"

    @on(RowList.Chosen, "#notes")
    def _note_chosen(self, event: RowList.Chosen) -> None:
        if self._editing is None and isinstance(event.rows.row, NoteRow):
            self._edit(event.rows.row)

    def _edit(self, row: NoteRow) -> None:
        """Let the line stand for an earlier note; what was half typed waits where it is stored."""
        self._stage, self._editing = "", row
        self._line.put(Kept("note", "text", row.id), row.text)
        self._title_editing(row)
        self._show_hint()
        self._tick()

    def _end_editing(self) -> None:
        """Bring what was caught in the note in step with its words; give the line back to the talk."""
        row, sheet, text = self._editing, self._sheet, self._line.text
        if row is None or sheet is None:
            return
        self._editing = None
        self._do(lambda _: self._desks.live.rewrite(row.id, text))
        self._line.put(None, "")
        self._show_line(sheet.interview)
        self._show_hint()

    def _before_the_end(self) -> None:
        self._end_editing()

    def action_take_back(self) -> None:
        """Be done with the note that is being changed, then take back: that change, or what was before."""
        self._end_editing()
        super().action_take_back()

    def action_park(self) -> None:
        """Put aside for later; what stands in an earlier note is not to be taken out of it."""
        if self._editing is not None:
            self._say("A note is being changed: Enter first, then put aside.", "bad")
        else:
            super().action_park()

    def _show_line(self, interview: InterviewRow) -> None:
        if self._editing is None:
            super()._show_line(interview)

    def _show_plan(self, sheet: LiveSheet) -> None:
        super()._show_plan(sheet)
        if self._editing is not None:
            self._title_editing(self._editing)

    def _title_editing(self, row: NoteRow) -> None:
        self._title_line(f"changing the note of {say_length(row.elapsed)} · Enter is done")

    def action_consent(self) -> None:
        """Turn "may I mention you" of the lead in the line, else of the latest lead: yes, no, not asked."""
        row = self._lead_in_the_line()
        if row is not None:
            lines = self._line.text.split("\n")
            said = lead_words(read_line(lines[row]).words).consent
            lines[row] = with_consent(lines[row], next_consent(said or "not asked"))
            self._line.write_anew("\n".join(lines))
        elif self._editing is not None:
            self._say("This note is no lead. One begins with >", "bad")
        elif self._sheet is not None:
            self._do_and_say(self._desks.live.change_consent)

    def _lead_in_the_line(self) -> int | None:
        """Which row of what is being written is a lead: the cursor's, else the last such."""
        rows = self._line.text.split("\n")
        leads = [place for place, text in enumerate(rows) if read_line(text).kind == "lead"]
        here = self._line.cursor_location[0]
        return here if here in leads else leads[-1] if leads else None

    @on(NoteLine.Left)
    def action_calm(self) -> None:
        """Leave what was being chosen as it was, or the note that was being changed."""
        if self._stage:
            self._stage = ""
            if self._sheet is not None:
                self._read(self._sheet.interview.id)
        elif self._editing is not None:
            self._end_editing()
        elif self._sheet is not None and self._sheet.interview.state in BEFORE_LIVE:
            self._somebody_else = True
            self.read_anew()

    def action_quiet(self) -> None:
        """Show one calm line and nothing private, or all again (M12)."""
        ended, self._ended_quietly = self._ended_quietly, None
        if ended is not None:
            self._be_quiet(False)
            self._after_the_end(ended)
            return
        if self._sheet is None:
            return
        self.app.clear_notifications()
        self._be_quiet(not self.has_class("-quiet"))
        self._tick()
        self._show_hint()

    async def _act(self, key: str, character: str | None) -> bool:
        """Do what a key of the live screen stands for; called by the note line, key by key."""
        if self._was_typed_on:  # the message that says so is behind this key
            self.action_calm()
        if self._stage == "jump" and self._type_to_jump(key, character):
            return True
        if self._stage == "note" and self._type_to_note(key):
            return True
        if character is not None and character.isprintable():
            return False
        binding = self._live_bindings().get(key)
        return binding is not None and bool(await self.app.run_action(binding.action, self))

    def _live_bindings(self) -> dict[str, Binding]:
        """The keys of a talk that work while one types, in the order in which they are needed."""
        # The chain, and not our own declaration, has the person's keys in place of ours.
        mine = next((found for node, found in self._binding_chain if node is self), None)
        return {
            key: binding
            for key, bindings in (mine.key_to_bindings.items() if mine else ())
            for binding in bindings
            if str(binding.id).startswith("live.") and binding.id not in _NOT_WHILE_TYPING
        }

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """What works here: the keys of the talk go before the text's own, as they do when pressed."""
        found = super().active_bindings
        if self.focused is not self._line:
            return found
        live = {}
        for key, binding in self._live_bindings().items():
            enabled = self.check_action(binding.action.partition("(")[0], ())
            live[key] = ActiveBinding(self, binding, bool(enabled), binding.tooltip)
        return {**live, **{key: kept for key, kept in found.items() if key not in live}}

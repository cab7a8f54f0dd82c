"""Review: every held talk, found by a word that was said, and read whole beside the list (S1)."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.capture import read_line
from infotui.domain.kept import Kept
from infotui.domain.moment import say_day
from infotui.domain.note import ConversationRow, NoteRow
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.debrief import DebriefDialog, Deeds
from infotui.tui.dialogs.edit_text import EditText
from infotui.tui.dialogs.type_up import TypeUp
from infotui.tui.frame import Frame
from infotui.tui.routes import OpenConversation, OpenTypingUp
from infotui.tui.talk_rows import TalkRow, draw_talk_row, talk_rows
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.lines import Line, cut, line
from infotui.tui.widgets.row_list import RowList


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return ReviewScreen(desks)


class ReviewScreen(Frame):
    """Past conversations."""

    MODE = "review"
    CSS_PATH = "review.tcss"
    FIRST_FOCUS = "#talks"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", key_display="/", id="review.search",
                tooltip="Find talks by a word that was said, by name, organization or field"),
        Binding("e", "edit", "edit note", id="review.edit", tooltip="Change the note under the cursor"),
        Binding("f", "finding", "finding", id="review.finding",
                tooltip="Make a finding of this note, or a plain note of it again"),
        Binding("c", "next_kind", "kind", show=False, id="review.kind",
                tooltip="Give this finding the next kind: employer, person, market …"),
        Binding("b", "debrief", "debrief", id="review.debrief",
                tooltip="What I learned, what went well, what to do differently"),
        Binding("w", "type_up", "type up", id="review.type_up",
                tooltip="Type up notes of this talk: “4 text” lands on question 4"),
        Binding("right_square_bracket", "talk(1)", "next talk", key_display="]", id="review.next",
                tooltip="Read the talk below in the list"),
        Binding("left_square_bracket", "talk(-1)", "previous", key_display="[", id="review.previous",
                tooltip="Read the talk above in the list"),
        Binding("a", "answers", "answers", id="review.answers",
                tooltip="One question, goal, kind, tag or field: what everybody said on it"),
        Binding("o", "findings", "all findings", show=False, id="review.findings",
                tooltip="The findings of all talks by kind, and which are at odds"),
        Binding("g", "goals", "goals", show=False, id="review.goals",
                tooltip="How far each goal is answered: what the last talks still brought"),
        Binding("escape", "back", "back to the list", show=False, id="review.back"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks

    def body(self) -> Iterable[Widget]:
        """Lay out list and talk."""
        talks = RowList[ConversationRow](
            self._draw, height=3, id="talks",
        )  # fmt: skip
        left = Vertical(FilterLine("search: a word that was said, a name", id="search"), talks,
                        id="left", classes="panel")  # fmt: skip
        left.border_title = Content("Talks")
        talk = RowList[TalkRow](
            draw_talk_row, height=None, id="talk", classes="panel",
            pickable=lambda row: row.kind not in {"fact", "gap"},
        )  # fmt: skip
        talk.border_title = Content("Conversation")
        yield Horizontal(left, talk)

    @property
    def _talks(self) -> RowList[ConversationRow]:
        return self.query_one("#talks", RowList)

    @property
    def _talk(self) -> RowList[TalkRow]:
        return self.query_one("#talk", RowList)

    def _draw(self, row: ConversationRow, width: int) -> Sequence[Line]:
        day = say_day(row.met_at.astimezone(self._desks.zone).date(), self._desks.followups.today())
        facts = f"{count_of(row.notes, 'note')}, {count_of(row.findings, 'finding')}"
        below = (
            (f"“{cut(row.found, max(4, width - 4))}”", "accent") if row.found else (facts, "faint")
        )
        return (
            line((row.contact, "strong"), right=((day, "muted"),)),
            line((row.organization, "muted"), right=((f"{row.minutes} min", "muted"),)),
            line(below),
        )

    def read_anew(self) -> None:
        """Read list and talk; the cursor stays on its note."""
        note = self._note_here()
        self._fill(note_id=note.id if note else None)

    def _fill(self, cursor: int | None = None, note_id: int | None = None) -> None:
        query = self.query_one("#search", FilterLine).value
        found = self._desks.review.conversations(query)
        if query.strip():
            self._talks.say_when_empty(
                f"Nothing with “{query.strip()}”.", "", "Escape clears the search."
            )
        else:
            self._talks.say_when_empty(
                "No talk yet.", "", "6 goes live; what is said there stands here."
            )
        self._talks.show(found, cursor)
        told = f"   {count_of(len(found), 'talk')}"
        told += f" with “{query.strip()}”" if query.strip() else ""
        self.headline(("Review", "strong"), (told, "muted"))
        self._show_talk(note_id=note_id)

    def _show_talk(self, cursor: int | None = 0, note_id: int | None = None) -> None:
        row = self._talks.row
        if row is None:
            self._talk.show([])
            return
        talk = self._desks.review.conversation(row.id)
        rows = talk_rows(talk, self._desks.zone, self._desks.followups.today())
        ids = [r.note.id if r.note else None for r in rows]
        if note_id is not None and note_id in ids:
            cursor = ids.index(note_id)
        elif row.found and cursor == 0:
            texts = [r.note.text if r.note else "" for r in rows]
            cursor = texts.index(row.found) if row.found in texts else 0
        self._talk.show(rows, cursor)

    @on(RowList.Moved, "#talks")
    def _moved(self) -> None:
        self._show_talk()

    @on(RowList.Chosen, "#talks")
    def _chosen(self) -> None:
        self.add_class("reading")
        self._talk.focus()

    @on(RowList.Chosen, "#talk")
    def _line_chosen(self) -> None:
        row = self._talk.row
        if row is not None and row.kind.startswith("debrief"):
            self.action_debrief()
        else:
            self.action_edit()

    @on(Input.Changed, "#search")
    def _searched(self) -> None:
        self._fill(0)

    @on(FilterLine.Done)
    def _search_done(self) -> None:
        self._talks.focus()

    def go_to(self, what: object) -> None:
        """Put the cursor on a talk and read it; its route may ask for what is opened over it."""
        if not isinstance(what, OpenConversation | OpenTypingUp):
            return
        interview_id = what.interview_id
        with self.prevent(Input.Changed):
            self.query_one("#search", FilterLine).value = ""
        ids = [row.id for row in self._desks.review.conversations()]
        if interview_id in ids:
            note_id = what.note_id if isinstance(what, OpenConversation) else None
            self._fill(ids.index(interview_id), note_id)
            self._chosen()
        if isinstance(what, OpenTypingUp):
            self._open_typing_up(interview_id)
        elif what.debrief:
            self._open_debrief(interview_id)

    def action_search(self) -> None:
        """Go to the search line."""
        self.remove_class("reading")
        self.query_one("#search").focus()

    def action_back(self) -> None:
        """Go back to the list."""
        self.remove_class("reading")
        self._talks.focus()

    def action_talk(self, by: int) -> None:
        """Read the next or the previous talk."""
        self._talks.action_step(by)

    def action_edit(self) -> None:
        """Change the note under the cursor; what was caught in it follows."""
        row = self._talk.row
        note = row.note if row else None
        if note is None:
            return

        def in_step(text: str) -> None:
            self._desks.live.rewrite(note.id, text)

        def back(text: str | None) -> None:
            if text is not None:
                in_step(text)
            self._show_talk(self._talk.cursor)

        place = Kept("note", "text", note.id)
        words = self._desks.scribe.latest(place, note.text)
        self.ask(EditText("Note", place, words, self._desks.scribe.keep, in_step), back)

    def _note_here(self) -> NoteRow | None:
        row = self._talk.row
        return row.note if row else None

    def action_finding(self) -> None:
        """Make a finding of the note under the cursor, or a plain note of it again."""
        note = self._note_here()
        if note is None:
            self.notify("The cursor is on no note: f makes a finding of one.", markup=False)
            return
        kind = self._turn(note)
        said = (
            f"A finding of the kind “{kind}”: c changes the kind" if kind else "A plain note again"
        )
        self.notify(f"{said}. u takes it back.", markup=False)
        self.read_anew()

    def action_next_kind(self) -> None:
        """Give the finding under the cursor the next kind."""
        note = self._note_here()
        if note is not None:
            kind = self._desks.debriefs.next_kind(note.id)
            self.notify(f"A finding of the kind “{kind}”. u takes it back.", markup=False)
            self.read_anew()

    def _turn(self, note: NoteRow) -> str:
        """Make a finding of a note and give its kind, or a plain note of a finding and give nothing."""
        if read_line(note.text).kind == "finding":
            self._desks.debriefs.unmake_finding(note.id)
            return ""
        return self._desks.debriefs.make_finding(note.id)

    def action_debrief(self) -> None:
        """Open the debrief of the talk in sight (S10)."""
        row = self._talks.row
        if row is not None:
            self._open_debrief(row.id)

    def _open_debrief(self, interview_id: int) -> None:
        desk, above = self._desks.debriefs, self.app.screen
        if isinstance(above, DebriefDialog):
            if above.debrief.interview_id == interview_id:
                return
            above.answer("later")
        waited = desk.of(interview_id) is not None
        debrief = desk.open_for(interview_id)
        talk = self._desks.review.conversation(interview_id)

        def back(answer: str | None) -> None:
            if answer == "written":
                self.notify("The debrief is written and stands with the talk.", markup=False)
            elif not waited and desk.drop_if_empty(interview_id):
                self.read_anew()
            elif (left := desk.of(interview_id)) is not None and left.state == "due":
                self.notify("The debrief waits on Today.", markup=False)

        dialog = DebriefDialog(
            talk.interview.title, debrief, talk.notes, self._deeds_for(interview_id)
        )
        self.ask(dialog, back)

    def _deeds_for(self, interview_id: int) -> Deeds:
        desk, scribe = self._desks.debriefs, self._desks.scribe

        def notes_after(
            deed: Callable[[NoteRow], object],
        ) -> Callable[[NoteRow], Sequence[NoteRow]]:
            def do(note: NoteRow) -> Sequence[NoteRow]:
                deed(note)
                return self._desks.review.conversation(interview_id).notes

            return do

        return Deeds(
            keep=scribe.keep,
            latest=scribe.latest,
            set_confidence=lambda step: desk.set_confidence(interview_id, step),
            turn=notes_after(self._turn),
            next_kind=notes_after(lambda note: desk.next_kind(note.id)),
            finish=lambda: desk.finish(interview_id),
        )

    def action_answers(self) -> None:
        """Show what everybody said on one thing (M3)."""
        from infotui.tui.reviewing.answers import show_answers

        show_answers(self, self._desks)

    def action_findings(self) -> None:
        """Show the findings of all talks by kind (S12)."""
        from infotui.tui.reviewing.answers import show_findings

        show_findings(self, self._desks)

    def action_goals(self) -> None:
        """Show how far each goal is answered (M9)."""
        from infotui.tui.reviewing.answers import show_goals

        show_goals(self, self._desks)

    def action_type_up(self) -> None:
        """Type up notes of the talk in sight; each line lands under its question (M11)."""
        row = self._talks.row
        if row is not None:
            self._open_typing_up(row.id)

    def _open_typing_up(self, interview_id: int) -> None:
        above, desk = self.app.screen, self._desks.typing_up
        sheet = desk.sheet(interview_id)
        if isinstance(above, TypeUp):
            if above.place == sheet.place:
                return
            above.answer(None)

        def back(count: int | None) -> None:
            if count:
                told = count_of(count, "note")
                self.notify(f"{told} kept with this talk. u takes that back.", markup=False)
            elif self._desks.scribe.unfinished(sheet.place):
                self.notify("What you typed waits here: w goes on with it.", markup=False)
            self.read_anew()

        dialog = TypeUp(
            sheet.interview.title, sheet.questions, sheet.place, sheet.text,
            self._desks.scribe.keep, lambda text: desk.keep(interview_id, text),
        )  # fmt: skip
        self.ask(dialog, back)

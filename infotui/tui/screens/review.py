"""Review: every held talk, found by a word that was said, and read whole beside the list (S1)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.kept import Kept
from infotui.domain.moment import say_day
from infotui.domain.note import ConversationRow
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.edit_text import EditText
from infotui.tui.frame import Frame
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
        Binding("right_square_bracket", "talk(1)", "next talk", key_display="]", id="review.next",
                tooltip="Read the talk below in the list"),
        Binding("left_square_bracket", "talk(-1)", "previous", key_display="[", id="review.previous",
                tooltip="Read the talk above in the list"),
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
            pickable=lambda row: row.kind in {"note", "finding", "title", "name"},
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
        """Read list and talk."""
        self._fill()

    def _fill(self, cursor: int | None = None) -> None:
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
        self._show_talk()

    def _show_talk(self, cursor: int | None = 0) -> None:
        row = self._talks.row
        if row is None:
            self._talk.show([])
            return
        talk = self._desks.review.conversation(row.id)
        rows = talk_rows(talk, self._desks.zone, self._desks.followups.today())
        if row.found and cursor == 0:
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
        self.action_edit()

    @on(Input.Changed, "#search")
    def _searched(self) -> None:
        self._fill(0)

    @on(FilterLine.Done)
    def _search_done(self) -> None:
        self._talks.focus()

    def go_to(self, what: object) -> None:
        """Put the cursor on a talk and read it."""
        with self.prevent(Input.Changed):
            self.query_one("#search", FilterLine).value = ""
        ids = [row.id for row in self._desks.review.conversations()]
        if what in ids:
            self._fill(ids.index(what))
            self._chosen()

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
            self._desks.live.rewrite(note.id, text, note.text)

        def back(text: str | None) -> None:
            if text is not None:
                in_step(text)
            self._show_talk(self._talk.cursor)

        place = Kept("note", "text", note.id)
        words = self._desks.scribe.latest(place, note.text)
        self.ask(EditText("Note", place, words, self._desks.scribe.keep, in_step), back)

"""Review: every held talk, found by a word that was said, and read whole beside the list (S1)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.moment import say_day
from infotui.domain.note import ConversationRow, NoteRow
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.services.review import Conversation
from infotui.tui.frame import Frame
from infotui.tui.reviewing.beside import BesideRow, beside_rows, draw_beside_row
from infotui.tui.reviewing.history import ShowsHistory
from infotui.tui.reviewing.leading import Spot, lead_to
from infotui.tui.reviewing.writing import WritesAfterwards
from infotui.tui.routes import OpenConversation, OpenTypingUp
from infotui.tui.talk_lines import draw_talk_row
from infotui.tui.talk_rows import HEADINGS, TalkRow, talk_rows
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.lines import Line, cut, line
from infotui.tui.widgets.row_list import RowList

_THREE: Final = 150  # cells, from which on list, talk and research have room beside each other


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return ReviewScreen(desks)


class ReviewScreen(WritesAfterwards, ShowsHistory):
    """Past conversations."""

    MODE = "review"
    CSS_PATH = "review.tcss"
    FIRST_FOCUS = "#talks"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", key_display="/", id="review.search",
                tooltip="Find talks by a word that was said, by name, organization or field"),
        Binding("a", "answers", "answers", id="review.answers",
                tooltip="One question, goal, kind, tag or field: what everybody said on it"),
        Binding("r", "research", "research", id="review.research",
                tooltip="Show the research on person and organization beside the talk, or hide it"),
        Binding("right_square_bracket", "talk(1)", "next talk", key_display="]", id="review.next",
                tooltip="Read the talk below in the list"),
        Binding("left_square_bracket", "talk(-1)", "previous", show=False, key_display="[",
                id="review.previous", tooltip="Read the talk above in the list"),
        Binding("right_curly_bracket", "same_person(1)", "before, with them", show=False,
                key_display="}", id="review.before", tooltip="Read the talk before this one with the same person"),
        Binding("left_curly_bracket", "same_person(-1)", "later, with them", show=False,
                key_display="{", id="review.later", tooltip="Read the later talk with the same person"),
        Binding("J,shift+down", "heading(1)", "next heading", show=False, key_display="J",
                id="review.heading_next", tooltip="To the next question or heading of the talk"),
        Binding("K,shift+up", "heading(-1)", "heading before", show=False, key_display="K",
                id="review.heading_before", tooltip="To the question or heading before"),
        Binding("o", "findings", "all findings", show=False, id="review.findings",
                tooltip="The findings of all talks by kind, and which are at odds"),
        Binding("g", "goals", "goals", show=False, id="review.goals",
                tooltip="How far each goal is answered: what the last talks still brought"),
        Binding("p", "pictures", "pictures", show=False, id="review.pictures",
                tooltip="Past talks as pictures: when, how long, how sure, what came back"),
        Binding("escape", "back", "back to the list", show=False, id="review.back"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._shown: Conversation | None = None
        self._older: int | None = None  # a talk that is asked for, however old it is
        self._places: dict[int, tuple[int, float]] = {}  # how far each talk was read
        self._beside: bool | None = None  # as the person wants it; None as there is room

    def body(self) -> Iterable[Widget]:
        """Lay out list, talk, and the research beside it."""
        talks = RowList[ConversationRow](
            self._draw, height=3, id="talks",
        )  # fmt: skip
        left = Vertical(FilterLine("search: a word that was said, a name", id="search"), talks,
                        id="left", classes="panel")  # fmt: skip
        left.border_title = Content("Talks")
        talk = RowList[TalkRow](
            draw_talk_row, height=None, id="talk", classes="panel", steady=True,
            pickable=lambda row: row.pickable,
        )  # fmt: skip
        talk.border_title = Content("Conversation")
        research = RowList[BesideRow](
            draw_beside_row, height=None, id="research", classes="panel", steady=True,
            pickable=lambda row: row.pickable,
        )  # fmt: skip
        research.border_title = Content("Research")
        yield Horizontal(left, talk, research)

    @property
    def _talks(self) -> RowList[ConversationRow]:
        return self.query_one("#talks", RowList)

    @property
    def _talk(self) -> RowList[TalkRow]:
        return self.query_one("#talk", RowList)

    @property
    def _research(self) -> RowList[BesideRow]:
        return self.query_one("#research", RowList)

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

    # ── showing ──────────────────────────────────────────────────────────────────────────────────

    def read_anew(self) -> None:
        """Read list and talk; the cursor stays on its note."""
        row = self._talk.row
        self._fill(note_id=row.note.id if row is not None and row.note else None)

    def show_changed(self) -> None:
        """Read the talk again, with the cursor where it is."""
        self._show_talk()

    def _fill(self, cursor: int | None = None, note_id: int | None = None) -> None:
        query = self.query_one("#search", FilterLine).value
        found = self._desks.review.conversations(query, self._older)
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
        self._show_talk(note_id)

    def _show_talk(self, note_id: int | None = None) -> None:
        """Show the talk under the cursor: at its top, where it was read before, or at a note."""
        row, was = self._talks.row, self._shown
        if was is not None:
            self._places[was.interview.id] = (self._talk.cursor, self._talk.scroll_offset.y)
        if row is None:
            self._shown = None
            self._talk.show([])
            self._research.show([])
            return
        self._shown = talk = self._desks.review.conversation(row.id)
        rows = talk_rows(talk, self._desks.zone, self._desks.followups.today())
        again = was is not None and was.interview.id == row.id
        at = _place_of(rows, note_id, "" if again else row.found)
        cursor, top = self._places.get(row.id, (0, 0.0)) if at is None else (at, None)
        self._talk.show(rows, cursor)
        if top is not None:
            self._talk.scroll_to(y=top, animate=False, force=True)
        self._show_research()

    def _show_research(self) -> None:
        self._set_beside()
        talk = self._shown
        if talk is None or not self.has_class("beside"):
            return  # nothing is read for what is not in sight
        today, zone = self._desks.followups.today(), self._desks.zone
        rows = beside_rows(self._desks, talk.interview, talk.organization_id, zone, today)
        self._research.show(rows, None if self._research.rows == rows else 0)

    def _set_beside(self) -> None:
        self.set_class(self.size.width >= _THREE, "three")
        there = self._beside if self._beside is not None else self.has_class("three")
        self.set_class(there, "beside")

    def on_resize(self, event: events.Resize) -> None:
        """Show the research once there is room for it."""
        self.call_after_refresh(self._show_research)

    @on(RowList.Moved, "#talks")
    def _moved(self) -> None:
        self._show_talk()

    @on(Input.Changed, "#search")
    def _searched(self) -> None:
        self._fill(0)

    @on(FilterLine.Done)
    def _search_done(self) -> None:
        self._talks.focus()

    # ── leading on ───────────────────────────────────────────────────────────────────────────────

    @on(RowList.Chosen, "#talks")
    def _chosen(self) -> None:
        self.add_class("reading")
        self._talk.focus()

    @on(RowList.Chosen, "#talk")
    def _line_chosen(self) -> None:
        row = self._talk.row
        if row is None:
            return
        if row.kind.startswith("debrief"):
            self.action_debrief()
        elif row.leads is None:
            self.action_edit()
        elif row.leads[0] == "note":
            self._to_note(row.leads[1])
        else:
            self._lead_on(*row.leads)

    def _to_note(self, note_id: int) -> None:
        at = _place_of(self._talk.rows, note_id, "")
        if at is not None:
            self._talk.cursor = at

    def _lead_on(self, noun: str, number: int) -> None:
        talk = self._shown
        if talk is None:
            return
        became = next((row.contact_id for row in talk.opened if (row.noun, row.id) == (noun, number)
                       and row.state == "became contact"), None)  # fmt: skip
        spot = Spot(noun, number, talk.interview.id, talk.interview.contact_id)
        lead_to(
            self, self._desks, spot if became is None else Spot("contact", became), self.read_anew
        )

    @on(RowList.Chosen, "#research")
    def _research_chosen(self) -> None:
        row = self._research.row
        if row is not None and row.pickable:
            spot = Spot("research_note", row.id, None, row.contact_id, row.organization_id)
            lead_to(self, self._desks, spot)

    def go_to(self, what: object) -> None:
        """Put the cursor on a talk and read it; its route may ask for what is opened over it."""
        if not isinstance(what, OpenConversation | OpenTypingUp):
            return
        interview_id = what.interview_id
        with self.prevent(Input.Changed):
            self.query_one("#search", FilterLine).value = ""
        self._older = (
            interview_id  # of many talks the list shows the newest; this one stands behind them
        )
        ids = [row.id for row in self._desks.review.conversations(also=interview_id)]
        if interview_id in ids:
            self._fill(ids.index(interview_id), note_id=getattr(what, "note_id", None))
            self._to_question(getattr(what, "question_id", None))
            self._chosen()
        if isinstance(what, OpenTypingUp):
            self.open_typing_up(interview_id)
        elif what.debrief:
            self.open_debrief(interview_id, what.sought)

    def _to_question(self, question_id: int | None) -> None:
        """Put the cursor on the heading of a question, with what was said to it below."""
        rows = self._talk.rows
        places = [at for at, row in enumerate(rows) if row.question_id == question_id]
        if question_id is not None and places:
            self._at_top(places[0])

    def _at_top(self, place: int) -> None:
        self._talk.cursor = len(self._talk.rows) - 1  # from below it comes to stand at the top
        self._talk.cursor = place

    def note_here(self) -> NoteRow | None:
        """Give the note under the cursor; of a finding the line that holds it."""
        row = self._talk.row
        if row is None or row.note is not None or row.leads is None or row.leads[0] != "note":
            return row.note if row else None
        at = _place_of(self._talk.rows, row.leads[1], "")
        return None if at is None else self._talk.rows[at].note

    def talk_here(self) -> int | None:
        """Tell which talk is read."""
        row = self._talks.row
        return row.id if row is not None else None

    # ── keys ─────────────────────────────────────────────────────────────────────────────────────

    def action_search(self) -> None:
        """Go to the search line."""
        self.remove_class("reading")
        self.query_one("#search").focus()

    def action_back(self) -> None:
        """Go back: from the research to the talk, from the talk to the list."""
        if self.focused is self._research:
            self._leave_research()
            return
        self.remove_class("reading")
        self._talks.focus()

    def action_talk(self, by: int) -> None:
        """Read the next or the previous talk; at the ends of the list, say so."""
        if self._talks.rows and not 0 <= self._talks.cursor + by < len(self._talks.rows):
            which = "last" if by > 0 else "first"
            self.notify(f"This is the {which} talk of the list.", markup=False)
            return
        self._talks.action_step(by)

    def action_same_person(self, by: int) -> None:
        """Read another talk with the same person."""
        here = self.talk_here()
        if here is None:
            return
        ids = self._desks.review.others_with(here)
        place = ids.index(here) + by if here in ids else -1
        if 0 <= place < len(ids):
            self.go_to(OpenConversation(ids[place]))
        else:
            which = "earlier" if by > 0 else "later"
            self.notify(f"There is no {which} talk with them.", markup=False)

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

    def action_pictures(self) -> None:
        """Look at all past talks as pictures, each with its figures."""
        from infotui.tui.reviewing.pictures import show_pictures  # no start waits for what draws

        show_pictures(self, self._desks)

    def action_heading(self, by: int) -> None:
        """Go to the next heading of the talk, or the one before; it stands at the top then."""
        rows, here = self._talk.rows, self._talk.cursor
        places = [
            at for at, row in enumerate(rows) if row.kind in HEADINGS and (at - here) * by > 0
        ]
        if places:
            self._at_top(min(places) if by > 0 else max(places))

    def action_research(self) -> None:
        """Show the research beside the talk and go to it, or hide it."""
        if self.has_class("beside"):
            self._leave_research(hide=True)
            return
        self._beside = True
        self._show_research()
        self._research.focus()

    def _leave_research(self, *, hide: bool = False) -> None:
        if hide or not self.has_class("three"):
            self._beside = False
            self._show_research()
        was_there = self.focused is self._research
        if was_there or self.focused is None:
            (self._talk if self.has_class("reading") or was_there else self._talks).focus()
            self.add_class("reading")

    def history_of(self) -> tuple[str, int] | None:
        """Whom the talk in sight was with."""
        return None if self._shown is None else ("contact", self._shown.interview.contact_id)

    def organization_here(self) -> int | None:
        """Where they worked when we talked."""
        return None if self._shown is None else self._shown.organization_id


def _place_of(rows: Sequence[TalkRow], note_id: int | None, found: str) -> int | None:
    """Which row holds a note, or the words that were found."""
    for at, row in enumerate(rows):
        if row.note is None:
            continue
        if row.note.id == note_id or (note_id is None and found and row.note.text == found):
            return at
    return None

"""Live: the clock, the question being asked, the notes, and a note line that always has the focus (S41, S42)."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from infotui.domain.interview import InterviewRow
from infotui.services.desks import Desks
from infotui.tui.dialogs.who import Known, Who
from infotui.tui.frame import Frame
from infotui.tui.live.noting import Notes
from infotui.tui.routes import OpenAnybody, OpenLive, OpenRehearsal
from infotui.tui.widgets.row_list import RowList

_IN_A_TALK = frozenset(
    {"settle", "skip", "unskip", "step", "park", "jump", "take_back", "pause", "decide", "end",
     "choose_note", "consent", "quiet", "resume_asked"}
)  # fmt: skip


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return LiveScreen(desks)


class LiveScreen(Notes):
    """The interview that is on, or about to be."""

    MODE = "live"
    CSS_PATH = "live.tcss"

    ALSO = (
        (">", "A line that begins so is a lead: name, why, how to reach them"),
        ("!", "I promised, with a day: by fri, tomorrow, 27 nov, in two weeks"),
        ("<", "They promised"),
        ("$", "An opening"),
        ("*", "A finding; #market or another kind chooses what it is about"),
        ("&", "A resource: a book, a link, a place"),
        ("?", "A question that arose"),
        ("^", "What they asked me"),
        ("#", "A tag, anywhere in a line"),
        ("\\", "Before a sign: the sign is only text"),
    )

    # In the order in which they are needed. No letters, and no key that a terminal keeps for itself.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "settle('answered')", "answered",
                id="live.answered", tooltip="It is answered: on to the next question"),
        Binding("f2", "skip", "skip", id="live.skip",
                tooltip="Skip this question; before the talk begins: I have arrived"),
        Binding("ctrl+o", "jump", "over to", id="live.jump",
                tooltip="Over to any question: type its number or a part of its words"),
        Binding("ctrl+l", "park", "later", id="live.park",
                tooltip="Put aside for later what stands in the line, else this question"),
        Binding("f3", "settle('partly')", "partly", id="live.partly",
                tooltip="Partly answered: on to the next question"),
        Binding("ctrl+r", "take_back", "take back", id="live.take_back",
                tooltip="Take back the last thing that was done in this talk"),
        Binding("ctrl+y", "consent", "may mention", id="live.consent",
                tooltip="May I mention you: yes, no, not asked; of the lead in the line, or the last"),
        Binding("f4", "pause", "pause", id="live.pause",
                tooltip="Stop the clock, or let it go on"),
        Binding("f9", "quiet", "quiet", id="live.quiet",
                tooltip="One calm line and nothing private, or all again"),
        Binding("f5", "decide('wrap up')", "wrap up", id="live.wrap_up",
                tooltip="We are coming to an end"),
        Binding("f6", "decide('go on')", "go on", id="live.go_on",
                tooltip="They want to go on: 10, 15 or 30 minutes more"),
        Binding("f7", "decide('hard stop')", "hard stop", id="live.hard_stop",
                tooltip="They must leave at a time, or have so many minutes"),
        Binding("f8", "end", "end", id="live.end",
                tooltip="End the interview, when pressed twice"),
        Binding("pageup", "choose_note(-1)", "earlier note", id="live.earlier",
                tooltip="Choose an earlier note: Enter changes it, Delete takes it away"),
        Binding("pagedown", "choose_note(1)", "later note", show=False, id="live.later",
                tooltip="Choose a later note"),
        Binding("ctrl+u", "unskip", "open again", id="live.unskip",
                tooltip="Open the question again that was skipped last"),
        Binding("ctrl+d", "resume_asked", "resume asked", show=False, id="live.resume",
                tooltip="They asked for my resume"),
        Binding("shift+tab", "step(-1)", "back", show=False, id="live.back",
                tooltip="Ask the question before"),
        Binding("escape", "calm", "back", show=False, id="live.calm",
                tooltip="Leave a choice in the band as it was"),
        Binding("ctrl+t", "rehearse", "rehearse", show=False, id="live.rehearse",
                tooltip="Rehearse this talk before it begins; nothing of it is kept"),
        Binding("n", "new", "anybody, now", id="live.new",
                tooltip="Begin a talk with anybody, right now"),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now: nothing of a talk before one is chosen."""
        if action == "new":
            return self._sheet is None or not self._is_live
        if action == "rehearse":
            return self._sheet is not None and not self._is_live
        if action == "quiet" and self._ended_quietly is not None:
            return True
        if action in _IN_A_TALK:
            return self._sheet is not None
        return super().check_action(action, parameters)

    @on(RowList.Chosen, "#chooser")
    def _chosen(self, event: RowList.Chosen) -> None:
        row = event.rows.row
        if isinstance(row, InterviewRow):
            self._somebody_else = False
            self.post_message(OpenLive(row.id))

    def go_to(self, what: object) -> None:
        """Ask with whom, when another screen leads to a talk by chance (S14); or show a note of the talk (K6)."""
        if isinstance(what, OpenLive) and what.note_id is not None:
            self.read_anew()
            self.show_note(what.note_id)
        elif isinstance(what, OpenAnybody) and not self._is_live:
            self.action_new()
        elif isinstance(what, OpenAnybody):
            self._say("A talk is on already: end it first, F8 twice.", "bad")

    def action_rehearse(self) -> None:
        """Rehearse the talk that is about to be (M7)."""
        if self._sheet is not None:
            self.post_message(OpenRehearsal(self._sheet.interview.id))

    def action_new(self) -> None:
        """Ask with whom, and begin at once: a chance conversation (S14)."""

        def begin(known: Known | None, name: str) -> int:
            return self._desks.live.begin_at_once(known.id if known else None, name)

        self.ask(Who("Who is it?", self._find, begin), lambda _: self.read_anew())

    def _find(self, typed: str) -> list[Known]:
        rows = self._desks.contacts.page(typed, 0, 8) if typed.strip() else []
        return [Known(row.id, row.name, row.organization) for row in rows]

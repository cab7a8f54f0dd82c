"""The two minutes after a talk (S10): three texts, how sure one was, and which notes are findings."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from infotui.domain.capture import SIGN_OF, finding_kind, read_line
from infotui.domain.debrief import CONFIDENCE, TEXTS, DebriefRow
from infotui.domain.errors import InfotuiError
from infotui.domain.finding import finding_words
from infotui.domain.kept import Kept, Place
from infotui.domain.moment import say_length
from infotui.domain.note import NoteRow
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.kept_area import Keep, KeptArea
from infotui.tui.widgets.lines import Line, Word, line, wrap
from infotui.tui.widgets.row_list import RowList
from infotui.tui.widgets.scale import Scale

_ROOM_FOR_KIND = 12
_CAN_TURN = frozenset({"note", "finding"})


class Deeds(NamedTuple):
    """What the dialog has done for it: it knows no service."""

    keep: Keep
    latest: Callable[[Place, str], str]
    set_confidence: Callable[[int | None], object]
    turn: Callable[
        [NoteRow], Sequence[NoteRow]
    ]  # finding or plain; gives the notes as they are now
    next_kind: Callable[[NoteRow], Sequence[NoteRow]]
    finish: Callable[[], object]


class NotesToWeigh(RowList[NoteRow]):
    """The notes of the talk; a key makes a finding of one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f,space,enter", "screen.turn", "finding", show=False, id="debrief.finding",
                tooltip="Make a finding of this note, or a plain note of it again"),
        Binding("c", "screen.next_kind", "kind", show=False, id="debrief.kind",
                tooltip="The next kind of finding: employer, person, market …"),
    ]  # fmt: skip


class DebriefDialog(Dialog[str]):
    """A talk's debrief; gives `written` or `later`. Nothing of it is lost by leaving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "finish", "done", id="debrief.finish", tooltip="The debrief is written"),
        Binding("escape", "leave", "later", id="debrief.leave",
                tooltip="Leave it as it is; one that is not done waits on Today"),
        Binding("f1,question_mark", "app.show_keys", "keys", show=False, id="debrief.keys",
                tooltip="All keys that work here"),
        Binding("tab", "app.focus_next", "next part", show=False, id="debrief.next"),
        Binding("shift+tab", "app.focus_previous", "part before", show=False, id="debrief.before"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    DebriefDialog {
        align: center middle; background: $background 60%;
        #debrief-box { width: 86; max-width: 100%; height: 36; max-height: 100%; }
        #debrief-parts { height: 1fr; layout: vertical; }
        #debrief-words { height: 4fr; }
        #debrief-said { height: 3fr; }
        .part { height: 1fr; border-left: outer $panel; }
        .part:focus-within { border-left: outer $primary; }
        .part:focus-within .label { color: $primary; }
        .label { height: 1; color: $foreground 62%; }
        #debrief-said .label { padding: 0 1; }
        #debrief-said:focus-within .label { color: $primary; }
        KeptArea { height: 1fr; }

        &.-tall .part { margin-bottom: 1; }
        &.-tall #debrief-said { margin-top: 1; }
        &.-wide #debrief-box { width: 112; height: 26; }
        &.-wide #debrief-parts { layout: horizontal; }
        &.-wide #debrief-words { width: 1fr; height: 100%; margin-right: 2; }
        &.-wide #debrief-said { width: 1fr; height: 100%; margin-top: 0; }
    }
    """

    def __init__(
        self,
        title: str,
        debrief: DebriefRow,
        notes: Sequence[NoteRow],
        deeds: Deeds,
        part: str = "",
        words: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._part, self._words = part, words  # where it opens, and what is in sight there
        self._title = title
        self.debrief = debrief
        self._confidence = debrief.confidence
        self._notes = notes
        self._deeds = deeds

    def compose(self) -> ComposeResult:
        """Lay out the texts, the scale and the notes."""
        with Vertical(id="debrief-box", classes="panel") as box:
            box.border_title = Content(f"Debrief · {self._title}")
            box.border_subtitle = Content("Tab next · F8 done · Escape later")
            with Vertical(id="debrief-parts"):
                with Vertical(id="debrief-words"):
                    for field, question, _ in TEXTS:
                        with Vertical(classes="part"):
                            yield Static(Content(question), classes="label")
                            yield KeptArea(self._deeds.keep, id=f"debrief-{field}")
                    yield Scale("Confidence", CONFIDENCE, self.debrief.confidence, id="confidence")
                with Vertical(id="debrief-said"):
                    said = "Your notes   f makes a finding · c its kind"
                    yield Static(Content(said), classes="label")
                    yield NotesToWeigh(
                        _draw, height=None, empty=("No notes in this talk.",), id="debrief-notes",
                        pickable=_can_turn,
                    )  # fmt: skip

    def on_mount(self) -> None:
        """Show what is written, and begin with the first text."""
        for field, _, _ in TEXTS:
            place = Kept("debrief", field, self.debrief.id)
            words = self._deeds.latest(place, self.debrief.text(field))
            self.query_one(f"#debrief-{field}", KeptArea).put(place, words)
        self.query_one(NotesToWeigh).show(self._notes)
        self.to_words(self._part, self._words)

    def to_words(self, part: str = "", words: Sequence[str] = ()) -> None:
        """Go to a text, the first where none is named, and to words in it."""
        field = next((field for field, _, name in TEXTS if name == part), TEXTS[0][0])
        area = self.query_one(f"#debrief-{field}", KeptArea)
        area.focus()
        area.to_words(words)

    def on_kept_area_left(self) -> None:
        """Leave it for later."""
        self.action_leave()

    def on_scale_chosen(self, event: Scale.Chosen) -> None:
        """Keep how sure one was; what cannot be kept is not shown."""
        try:
            self._deeds.set_confidence(event.value)
        except InfotuiError:
            event.scale.put(self._confidence)
            raise
        self._confidence = event.value

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Do with a second click what the key does."""
        event.stop()
        self.action_turn()

    def action_turn(self) -> None:
        """Make a finding of the note under the cursor, or a plain note of it again."""
        self._change(self._deeds.turn)

    def action_next_kind(self) -> None:
        """Give the finding under the cursor the next kind."""
        self._change(self._deeds.next_kind)

    def _change(self, deed: Callable[[NoteRow], Sequence[NoteRow]]) -> None:
        notes = self.query_one(NotesToWeigh)
        if notes.row is not None and _can_turn(notes.row):
            notes.show(deed(notes.row))

    def action_finish(self) -> None:
        """Settle it, unless nothing is written yet."""
        if not self._answered:
            self._deeds.finish()
            self.answer("written")

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.answer("later")


def _can_turn(row: NoteRow) -> bool:
    """Whether a finding can be made of a note, or is one: the cursor passes over the others."""
    return read_line(row.text).kind in _CAN_TURN


def _draw(row: NoteRow, width: int) -> Sequence[Line]:
    """Draw a note: its minute, its sign, its words, and the kind of finding it is."""
    caught = read_line(row.text)
    finding = caught.kind == "finding"
    style = "good" if finding else ""
    aside: tuple[Word, ...] = ((finding_kind(caught.tags), style),) if finding else ()
    if caught.kind not in {"finding", "note"}:
        aside = ((caught.kind, "faint"),)
    words = finding_words(row.text) if finding else caught.words
    texts = wrap(words, max(8, width - 8 - (_ROOM_FOR_KIND + 1 if aside else 0)))
    head = ((f"{say_length(row.elapsed)} ", "muted"), (f"{SIGN_OF.get(caught.kind, ' ')} ", style))
    return (line(*head, texts[0], right=aside), *(line(" " * 8, text) for text in texts[1:]))

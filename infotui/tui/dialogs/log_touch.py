"""Asks how one was in touch with somebody, by one letter; it stores nothing itself (S49)."""

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList


class Way(NamedTuple):
    """A kind of touch, the letter that takes it, and its words."""

    kind: str
    letter: str
    words: str


WAYS: Final = (
    Way("wrote", "w", "I wrote to them"),
    Way("they wrote", "t", "they wrote to me"),
    Way("called", "c", "we spoke by telephone or video"),
    Way("met", "m", "we met"),
    Way("other", "o", "another way"),
)


class Taken(NamedTuple):
    """What was taken, and whether a day and words are to be told as well."""

    kind: str
    more: bool = False


class LogTouch(Dialog[Taken | None]):
    """The kinds of touch; a letter, or Enter for the marked one, takes it at once.

    Args:
        title: With whom.
        words: When the last touch was.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(way.letter, f"take('{way.kind}')", way.kind, show=False, tooltip=way.words,
                    id=f"touch.{way.kind.replace(' ', '_')}")
            for way in WAYS
        ),
        Binding("e", "more", "day and words", id="touch.more",
                tooltip="Tell the day and a few words of the marked one as well"),
        Binding("escape", "leave", "leave", id="touch.leave", tooltip="Nothing is kept"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    LogTouch { align: center middle; background: $background 60%; }
    LogTouch #touch-box { width: 60; max-width: 98%; height: auto; max-height: 96%; }
    LogTouch Static { height: auto; margin-bottom: 1; color: $foreground 70%; }
    """

    def __init__(self, title: str, words: str = "") -> None:
        super().__init__()
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay out the kinds."""
        with Vertical(id="touch-box", classes="panel") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("letter or Enter: now · e another day · Escape")
            if self._words:
                yield Static(Content(self._words))
            yield RowList[Way](_draw, id="touch-ways")

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(RowList)
        rows.styles.height = len(WAYS)
        rows.show(WAYS, 0)
        rows.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take the one that is marked."""
        event.stop()
        self.answer(Taken(WAYS[event.index].kind))

    def action_take(self, kind: str) -> None:
        """Take one by its letter."""
        self.answer(Taken(kind))

    def action_more(self) -> None:
        """Take the marked one, with a day and words."""
        row = self.query_one(RowList).row
        if isinstance(row, Way):
            self.answer(Taken(row.kind, more=True))

    def action_leave(self) -> None:
        """Leave; nothing is kept."""
        self.answer(None)


def _draw(way: Way, _width: int) -> Sequence[Line]:
    return (line((way.letter, "key"), "  ", way.words),)

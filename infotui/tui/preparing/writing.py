"""One place to write, for whatever the cursor is on; what may be written there is told by who shows it."""

from collections.abc import Iterable
from typing import NamedTuple

from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, TextArea

from infotui.domain.kept import Kept, Place
from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.widgets.kept_area import KeptArea
from infotui.tui.widgets.row_list import RowList


class Shown(NamedTuple):
    """A text to show: its heading, where it is kept (None: it cannot be changed), and its words."""

    title: str
    place: Kept | None = None
    text: str = ""
    hint: str = ""
    source: str | None = None  # of a research note; None where there is none


NOTHING = Shown("Text")
_TEXTS = {"text", "source"}


class Writes(Frame):
    """A screen with lists and one text box; the box follows the list that has, or last had, the focus."""

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._list: RowList[object] | None = None
        self._is_behind = False  # one has been in a text since everything was read

    def writing_box(self, *, source: bool = False) -> Iterable[Widget]:
        """Lay out the text, with a line for the source of a research note below it."""
        parts: list[Widget] = [KeptArea(self._desks.scribe.keep, id="text")]
        if source:
            line = Input(placeholder="source: a page, a talk, a person", id="source")
            line.cursor_blink = False
            parts.append(line)
        box = Vertical(*parts, id="writing", classes="panel")
        box.border_title = Content("Text")
        box.border_subtitle = Content("saved as you type · Escape goes back")
        yield box

    @property
    def area(self) -> KeptArea:
        """The text box."""
        return self.query_one("#text", KeptArea)

    def shown(self) -> Shown:
        """Tell which text belongs to the cursor; each screen knows its lists."""
        return NOTHING

    def show_text(self) -> None:
        """Show the text that the cursor is on, ready to be changed."""
        shown, area = self.shown(), self.area
        self.query_one("#writing", Vertical).border_title = Content(shown.title)
        area.placeholder = Content(shown.hint)
        place: Place | None = shown.place
        area.put(place, self._latest(place, shown.text))
        for line in self.query("#source").results(Input):
            line.display = shown.source is not None
            if not line.has_focus:
                with self.prevent(Input.Changed):
                    line.value = self._latest(self._source_place(shown), shown.source or "")

    def _latest(self, place: Place | None, stored: str) -> str:
        return stored if place is None else self._desks.scribe.latest(place, stored)

    def _source_place(self, shown: Shown) -> Kept | None:
        if shown.place is None or shown.source is None:
            return None
        return Kept("research_note", "source", shown.place.id)

    def write(self) -> None:
        """Go into the text, if there is one to be changed."""
        if self.shown().place is not None:
            self.show_text()
            self.add_class("writing")
            self.area.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember which list one works in; told late, the focus may be elsewhere again."""
        if event.widget.id in _TEXTS:
            self._is_behind = True
        elif isinstance(event.widget, RowList) and event.widget is self.focused:
            self.work_in(event.widget)

    def work_in(self, rows: RowList[object]) -> None:
        """Let the text follow another list."""
        self._list = rows
        self.remove_class("writing")
        self.show_text()

    def read_lists(self) -> None:
        """Read again what the lists show, while a text of theirs is being written."""

    def read_written(self, _place: Kept) -> None:
        """Read again what shows a text while it is being written: all lists, unless a screen knows better."""
        self.read_lists()

    def drop_empty(self) -> None:
        """Remove what was left without any words."""

    @on(TextArea.Changed, "#text")
    def _written(self) -> None:
        place = self.area.place
        if self.area.has_focus and isinstance(place, Kept):
            self.read_written(place)

    @on(Input.Changed, "#source")
    def _source_written(self, event: Input.Changed) -> None:
        place = self._source_place(self.shown())
        if place is not None and event.input.has_focus:
            self._desks.scribe.keep(place, event.value)
            self.read_written(place)

    @on(Input.Submitted, "#source")
    def _source_done(self) -> None:
        self.leave_text()

    @on(KeptArea.Left, "#text")
    def _text_left(self) -> None:
        self.leave_text()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep nothing without words, however a text was left; but wait while they may still come."""
        if event.widget.id not in _TEXTS or not self._is_behind:
            return  # whoever leaves the text by its key has had everything read anew already
        if self.app.app_focus and not self._is_writing():
            self._is_behind = False
            self._tidy()
        self.read_anew()

    def _is_writing(self) -> bool:
        return self.focused is not None and self.focused.id in _TEXTS

    def _tidy(self) -> None:
        if (
            not self._desks.store.read_only
        ):  # else it may be what the other program is about to write
            self.drop_empty()

    def put_down(self) -> None:
        """Leave what was begun without words; a text that has some can be written on later."""
        line = self.query("#source").results(Input)
        if self._is_writing() and not any(text.strip() for text in
                                          (self.area.text, *(entry.value for entry in line))):  # fmt: skip
            self.leave_text()

    def leave_text(self) -> None:
        """Go back to the list one came from; what has no words is not kept."""
        self._tidy()
        self.remove_class("writing")
        self.read_anew()
        self._is_behind = False
        rows = self._list or self.query_one(self.FIRST_FOCUS, RowList)
        rows.focus()

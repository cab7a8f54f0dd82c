"""Search over everything as one types: a line, what was found below it, and more of the place beside it."""

from collections.abc import Sequence
from typing import Any, ClassVar, Final, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from infotui.domain.errors import InfotuiError
from infotui.domain.hit import Hit
from infotui.domain.moment import say_when
from infotui.domain.query import Completion
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.hit_rows import draw_hit, help_lines, kind_words, passage_lines
from infotui.tui.latest import Latest
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import BLANK, Line, Word, cut, line
from infotui.tui.widgets.row_list import RowList
from infotui.tui.widgets.search_line import Results, SearchLine

_FIRST: Final = 50  # as many as one looks through; more when one comes to their end
_MORE: Final = 4  # times as many
_MOST: Final = 3_200
_RECENT: Final = 6
_AROUND: Final = 7  # lines of the screen above and below more of the place
_PAUSE: Final = 0.02  # seconds for keys between two steps of catching up
_Row = Hit | str  # a place, or an earlier query


class Asked(NamedTuple):
    """A query with how many places it is to give at most."""

    text: str
    limit: int


class SearchDialog(Dialog[Hit | None]):
    """Type words and filters; gives the place that was chosen.

    Args:
        desks: The open notebook.
        sought: The queries of this sitting, the latest first; what is sought here is put into it.
        calm: Show nothing of the notebook before something is typed, for others may see the screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", id="search.leave",
                tooltip="Leave; all is as it was"),
        Binding("tab", "complete", "complete", id="search.complete",
                tooltip="Take what is offered below the line; so does the right arrow at its end"),
        Binding("f1", "app.show_keys", "keys", id="search.keys", tooltip="All keys that work here"),
    ]  # fmt: skip
    AUTO_FOCUS = "#search-line"
    DEFAULT_CSS = """
    SearchDialog {
        background: $background;
        #search-box { width: 100%; height: 100%; }
        #search-offer, #search-remark { height: 1; }
        #search-remark { display: none; }
        #search-remark.shown { display: block; }
        #search-help { height: auto; max-height: 80%; display: none; }
        #search-two { height: 1fr; }
        #search-list { width: 1fr; scrollbar-gutter: stable; }
        #search-detail { width: 1fr; height: 1fr; display: none; border-left: solid $border; padding: 0 0 0 1; }
        #search-about { height: 2; }
        #search-passage { height: 1fr; }
    }
    SearchDialog.-blank #search-help { display: block; }
    SearchDialog.-wide #search-detail { display: block; }
    SearchDialog.-blank #search-detail { visibility: hidden; }
    """

    class Answered(Message):
        """The thread has found what was asked for, or could not."""

        def __init__(self, asked: Asked, found: Any) -> None:
            super().__init__()
            self.asked = asked
            self.found = found

    def __init__(self, desks: Desks, sought: list[str], *, calm: bool = False) -> None:
        super().__init__()
        self._desks = desks
        self._sought = sought
        self._calm = calm
        self._asked = Asked("", _FIRST)
        self._shown = Asked("", _FIRST)  # what the rows in sight are the answer to
        self._more = False
        self._place = 0  # of the cursor in what is found first
        self._goes = False  # Enter was pressed before the answer was there
        self._is_behind = False  # not all that was written can be found yet
        self._offer: Completion | None = None
        self._told = ""  # how many were found, as it stands there
        self._trouble = ""  # why nothing can be searched for at all
        self._searching: Any = None
        self.latest: Latest[Asked, Any] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line, what it may become, what is to be said of it, and what was found."""
        with Vertical(id="search-box", classes="panel") as box:
            box.border_title = Content("Search everything")
            entry = SearchLine(placeholder="words, or from: kind: field: #tag …", id="search-line",
                               select_on_focus=False)  # fmt: skip
            entry.cursor_blink = False
            yield entry
            yield LineBox(id="search-offer")
            yield LineBox(id="search-remark")
            yield LineBox(id="search-help")
            with Horizontal(id="search-two"):
                yield Results(self._draw, height=2, steady=True, id="search-list")
                with Vertical(id="search-detail"):
                    yield LineBox(id="search-about")
                    yield LineBox(id="search-passage")
            yield KeyBar()

    def on_mount(self) -> None:
        """Open a connection of its own, and say what can be typed."""
        try:
            self._searching = self._desks.search.searching()
        except InfotuiError as bad:
            self._trouble = bad.sentence
        else:
            self.latest = Latest(
                lambda asked: self._searching.find(asked.text, asked.limit),
                lambda asked, found: self.post_message(self.Answered(asked, found)),
                self._searching.interrupt,
                self._searching.close,
            )
        self._show_blank()
        if self.begins_at is not None:
            self._line.value, self._place = self.begins_at
        self._catch_up()

    def whereabouts(self) -> tuple[str, int]:
        """Tell what is sought, and which place is under the cursor."""
        return self._line.value, self._list.cursor

    def _catch_up(self) -> None:
        """Let all that was written lately be found; what takes long goes on beside the typing."""
        try:
            is_done = self._desks.search.catch_up()
        except InfotuiError as bad:
            self._remark(bad.sentence, "bad")
            return
        if not is_done:
            self._is_behind = True
            self.set_timer(_PAUSE, self._catch_up)
        elif self._is_behind and self.latest is not None and self._asked.text.strip():
            self._is_behind = False
            self.latest.ask(self._asked)

    def on_unmount(self) -> None:
        """Let the connection go."""
        if self.latest is not None:
            self.latest.end()

    @property
    def _line(self) -> SearchLine:
        return self.query_one(SearchLine)

    @property
    def _list(self) -> Results:
        return self.query_one(Results)

    def _draw(self, row: _Row, width: int) -> Sequence[Line]:
        if isinstance(row, str):
            return (line((cut(row, width), "")), line(("  sought before", "faint")))
        return draw_hit(row, width, self._desks.zone, self._desks.followups.today())

    # ── asking and being answered ────────────────────────────────────────────────────────────────

    @on(Input.Changed, "#search-line")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._goes = False
        self._asked = Asked(event.value, _FIRST)
        self._show_offer()
        if not event.value.strip():
            if self.latest is not None:
                self.latest.forget()
            self._show_blank()
        elif self.latest is not None:
            self.latest.ask(self._asked)

    @on(Answered)
    def _answered_by_thread(self, event: Answered) -> None:
        if event.asked != self._asked or self._answered:
            return
        found = event.found
        if found is None or isinstance(found, Exception):
            self._goes = False
            self._remark(_sentence(found), "bad")
        else:
            self._show_found(event.asked, found)
            if self._goes:
                self._go()

    def _show_found(self, asked: Asked, found: Any) -> None:
        """Show what was found; with more of the same the cursor stays where it is."""
        again = asked.text == self._shown.text and not self.has_class("-blank")
        self._shown, self._more = asked, found.more
        self.remove_class("-blank")
        if found.query.is_empty:
            self._list.say_when_empty(
                "Nothing is asked for yet.", "", "Type a word, or more of it."
            )
        else:
            self._list.say_when_empty(
                "Nothing in this notebook has that.",
                "",
                "Fewer words, or the beginning of one, find more.",
            )
        self._list.show(found.hits, None if again else self._place)
        if self._place and self._list.rows:
            self._list.focus()
        self._place = 0
        self._remark("  ".join(found.query.remarks))
        count = count_of(len(found.hits), "place")
        told = f"{len(found.hits)} shown, there are more" if found.more else count
        self._tell_count(told if found.hits else "")
        self._show_detail()

    def _show_blank(self) -> None:
        """Show which filters there are, and what was sought before, while nothing is typed."""
        self._shown, self._more = self._asked, False
        self.add_class("-blank")
        self._remark("")
        # Where there is something to be sought again, that is the better example.
        examples = () if self._calm or self._sought else self._desks.passages.examples()
        self.query_one("#search-help", LineBox).show(lambda width: help_lines(examples, width))
        self._list.say_when_empty("")
        self._list.show([] if self._calm else self._sought[:_RECENT], 0)
        self._tell_count("")

    def _tell_count(self, told: str) -> None:
        """Say how many there are; what says so already is left, for its box is painted whole."""
        if told != self._told:
            self._told = told
            self.query_one("#search-box").border_subtitle = Content(told)

    def _remark(self, words: str, style: str = "muted") -> None:
        words, style = (self._trouble, "bad") if self._trouble else (words, style)
        box = self.query_one("#search-remark", LineBox)
        box.set_class(bool(words), "shown")
        box.show(lambda width: (line((cut(words, width), style)),))

    # ── what it may become ───────────────────────────────────────────────────────────────────────

    def _show_offer(self) -> None:
        """Offer what the word at the cursor may become."""
        entry = self._line
        offer = self._desks.search.complete(entry.value, entry.cursor_position)
        if offer is not None:
            now = entry.value[offer.start : offer.end]
            options = tuple(option for option in offer.options if option != now)
            offer = offer._replace(options=options) if options else None
        self._offer = offer
        options = offer.options if offer is not None else ()
        self.query_one("#search-offer", LineBox).show(lambda width: (_offered(options, width),))

    @on(SearchLine.AtEnd)
    def _right_at_end(self) -> None:
        self._take_offer()

    def _take_offer(self) -> bool:
        offer, entry = self._offer, self._line
        if offer is None or entry.value[offer.start : offer.end] == offer.options[0]:
            return False
        taken = offer.options[0]
        rest = entry.value[offer.end :]
        if not rest and not taken.endswith((":", " ")):
            taken += " "
        entry.value = entry.value[: offer.start] + taken + rest
        entry.cursor_position = offer.start + len(taken)
        return True

    def action_complete(self) -> None:
        """Take what is offered; where nothing is, go between the line and what was found."""
        if self.focused is not self._line:
            self._line.focus()
        elif not self._take_offer():
            self.action_results()

    # ── moving about, and leaving ────────────────────────────────────────────────────────────────

    def action_results(self) -> None:
        """Go down to what was found."""
        if self._list.rows:
            self._list.focus()

    @on(Results.Typed)
    def _typed_on(self, event: Results.Typed) -> None:
        entry = self._line
        entry.focus()
        if event.character:
            entry.insert_text_at_cursor(event.character)
        else:
            entry.action_delete_left()

    def begin_anew(self) -> None:
        """Come back to the line, so that what is typed next takes the place of the query."""
        self._line.focus()
        self._line.select_all()

    @on(RowList.Moved, "#search-list")
    def _moved(self) -> None:
        self._show_detail()
        limit = self._shown.limit * _MORE
        at_end = self._list.cursor >= len(self._list.rows) - 1
        if at_end and self._more and limit <= _MOST and self.latest is not None:
            self._asked = Asked(self._shown.text, limit)
            self.latest.ask(self._asked)

    def on_resize(self) -> None:
        """Show more of the place where there is room for it now."""
        self.call_after_refresh(self._show_detail)

    def _show_detail(self) -> None:
        hit = self._list.row
        about, passage = (
            self.query_one(name, LineBox) for name in ("#search-about", "#search-passage")
        )
        if not isinstance(hit, Hit) or not self.has_class("-wide"):
            passage.show(lambda _width: (BLANK,))
            about.show(lambda _width: (BLANK,))
            return
        found = self._desks.passages.passage(hit)
        when = say_when(hit.at, self._desks.zone, self._desks.followups.today()) if hit.at else ""
        whose = " · ".join(part for part in (hit.who, hit.organization) if part)
        about.show(lambda _width: (
            line((whose or kind_words(hit), "strong")),
            line((kind_words(hit) if whose else "", "muted"), right=((when, "muted"),)),
        ))  # fmt: skip
        room = max(1, self.size.height - _AROUND)
        passage.show(lambda width: passage_lines(found, hit, width, room))

    @on(RowList.Chosen, "#search-list")
    def _chosen(self) -> None:
        self._go()

    def action_open(self) -> None:
        """Go to what is marked; as soon as it is found, if the line is ahead of what is in sight."""
        if self._shown.text == self._line.value:
            self._go()
        else:
            self._goes = True

    def _go(self) -> None:
        self._goes = False
        row = self._list.row
        if isinstance(row, Hit):
            self._remember()
            self.answer(row)
        elif isinstance(row, str):
            self._line.value = row
            self._line.cursor_position = len(row)
            self._line.focus()

    def _remember(self) -> None:
        text = self._line.value.strip()
        if text:
            self._sought[:] = [text, *(other for other in self._sought if other != text)][:_RECENT]

    def action_leave(self) -> None:
        """Leave; all is as it was."""
        self._remember()
        self.answer(None)


def _offered(options: Sequence[str], width: int) -> Line:
    """Draw what the word may become, the first being what Tab takes."""
    if not options:
        return BLANK
    words: list[Word] = [("Tab ", "key"), (cut(options[0], width - 4), "strong")]
    room = width - 4 - cell_len(options[0])
    for option in options[1:]:
        room -= 3 + cell_len(option)
        if room < 0:  # what does not fit whole says nothing; one letter more brings it
            break
        words += [("   ", ""), (option, "muted")]
    return line(*words)


def _sentence(bad: Exception | None) -> str:
    if isinstance(bad, InfotuiError):
        return bad.sentence
    why = f" ({bad})" if bad is not None else ""
    return f"That could not be searched for{why}. Nothing is lost; type on."

"""Past talks as pictures, one at a time, each with its figures as a table one key away."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from infotui.domain.errors import InfotuiError
from infotui.domain.pictures.table import Table, TableRow, Way
from infotui.services.desks import Desks
from infotui.services.pictures import Pictures
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.picture_kinds import PICTURES, TREE, Kind, Rows
from infotui.tui.widgets import plot
from infotui.tui.widgets.chart import Chart
from infotui.tui.widgets.columns import Layout, laid_out, natural_widths
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import BLANK, Line, cut, line, wrap
from infotui.tui.widgets.numbered import Numbered
from infotui.tui.widgets.row_list import RowList

WHOLE_TREE: Final = "tree"
Answer = Way | Literal["tree"] | None
_MOST_SAID: Final = 3  # lines of the sentence


class Figures(RowList[int]):
    """Rows of a picture or of its table; left and right are the pictures', where other lists scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.step(-1)", "previous", show=False, id="picture.left"),
        Binding("right", "screen.step(1)", "next", show=False, id="picture.right"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open only what leads somewhere."""
        screen = self.screen
        return action != "choose" or not isinstance(screen, PicturesDialog) or screen.leads_on()


class PicturesDialog(Dialog[Answer]):
    """All pictures; gives where the row that was chosen leads, or None.

    Args:
        desks: The open notebook.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "turn", "figures", id="picture.turn", tooltip="The figures as a table, or the picture"),
        Binding("right,right_square_bracket", "step(1)", "next", key_display="]", id="picture.next",
                tooltip="The next picture"),
        Binding("left,left_square_bracket", "step(-1)", "previous", key_display="[",
                id="picture.previous", tooltip="The picture before this one"),
        *(
            Binding(str(place + 1), f"look({place})", kind.name, show=False, id=f"picture.{place + 1}")
            for place, kind in enumerate(PICTURES)
        ),
        Binding("o", "whole_tree", "the whole tree", id="picture.tree",
                tooltip="Walk in the tree: fold it, find in it, plan a talk"),
        Binding("f1,question_mark", "app.show_keys", "keys", key_display="?", id="picture.keys",
                tooltip="All keys that work here"),
        Binding("escape", "leave", "leave", id="picture.leave", tooltip="Leave the pictures"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    PicturesDialog { background: $background; }
    PicturesDialog #picture-box { height: 1fr; }
    PicturesDialog .away { display: none; }
    """

    class Read(Message):
        """The notebook was read, or could not be."""

        def __init__(self, pictures: Pictures | None, trouble: str = "") -> None:
            super().__init__()
            self.pictures = pictures
            self.trouble = trouble

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._pictures: Pictures | None = None
        self._at = 0
        self._as_table = False
        self._place = 0  # of the cursor, when the rows are shown next
        self._tables: Sequence[tuple[Table, tuple[int, ...]]] = ()
        self._table = Table(())
        self._natural: tuple[int, ...] = ()
        self._layouts: dict[int, Layout] = {}
        self._ways: Sequence[Way | None] = ()
        self._drawing: Callable[[int, int], Sequence[Line]] = lambda _place, _width: ()

    def compose(self) -> ComposeResult:
        """Lay out the names of the pictures, and one of them as a picture or a table."""
        yield Numbered([kind.name for kind in PICTURES])
        with Vertical(id="picture-box", classes="panel"):
            yield LineBox(id="picture-said")
            yield LineBox(id="picture-legend")
            yield Chart(id="picture-chart")
            yield LineBox(id="picture-head", classes="away")
            yield Figures(self._draw_figures, id="picture-rows", classes="away")
            yield LineBox(self._foot, id="picture-foot", classes="away")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the notebook in a thread: of thousands of talks it takes longer than a frame."""
        if self.begins_at is not None:
            self._at, self._as_table, self._place = self.begins_at
        self.query_one(Chart).focus()
        self._say_which()
        self.run_worker(self._read, thread=True, exclusive=True, exit_on_error=False)

    def whereabouts(self) -> tuple[int, bool, int]:
        """Tell which picture is in sight, whether as a table, and which row is under the cursor."""
        return self._at, self._as_table, self.query_one(Figures).cursor

    def _read(self) -> None:
        try:
            pictures = self._desks.pictures.read()
        except InfotuiError as bad:
            self.post_message(self.Read(None, bad.sentence))
            return
        self.post_message(self.Read(pictures))
        plot.load()
        # Of thousands of talks a table takes longer than a frame as well: it is made before it is asked for.
        self._tables = [_with_widths(kind.of(pictures).table()) for kind in PICTURES]

    @on(Read)
    def _was_read(self, event: Read) -> None:
        event.stop()
        self._pictures = event.pictures
        if event.trouble:
            self.notify(event.trouble, severity="error", timeout=10, markup=False)
        self._show()

    # ── showing ──────────────────────────────────────────────────────────────────────────────────

    @property
    def _kind(self) -> Kind:
        return PICTURES[self._at]

    @property
    def _shown(self) -> Any:
        return None if self._pictures is None else self._kind.of(self._pictures)

    def _say_which(self) -> None:
        """Say which picture is in sight, and which key turns it."""
        self.query_one(Numbered).show(self._at)
        box = self.query_one("#picture-box")
        box.border_title = Content(self._kind.title)
        box.border_subtitle = Content("t: the picture" if self._as_table else "t: the figures")

    def _show(self) -> None:
        """Show the picture in sight, or its table; or in words that there is nothing to see yet."""
        self._say_which()
        shown, kind = self._shown, self._kind
        if shown is None:
            return
        self.refresh_bindings()
        there = kind.points(shown) > 0
        said = kind.said(shown) if there else " ".join(kind.missing)
        self.query_one("#picture-said", LineBox).show(lambda width: _sentence(said, width))
        rows = kind.rows(shown) if there and kind.rows is not None and not self._as_table else None
        table = there and self._as_table
        legend = kind.legend(shown) if there and not table and kind.legend is not None else None
        self.query_one("#picture-legend", LineBox).show(
            lambda _width: (BLANK,) if legend is None else (legend, BLANK)
        )
        self._show_parts(rows, table=table)
        if table:
            made = self._tables
            self._show_table(*(made[self._at] if made else _with_widths(shown.table())))
        elif rows is not None:
            self._show_rows(rows)
        else:
            chart = self.query_one(Chart)
            draw = kind.chart
            chart.show(lambda width, height: draw(shown, width, height) if there and draw else ())
            chart.focus()

    def _show_parts(self, rows: Rows | None, *, table: bool) -> None:
        listed = table or rows is not None
        self.query_one(Chart).set_class(listed, "away")
        self.query_one(Figures).set_class(not listed, "away")
        headed = table or (rows is not None and rows.head is not None)
        self.query_one("#picture-head").set_class(not headed, "away")
        self.query_one("#picture-foot").set_class(not table, "away")

    def _show_rows(self, rows: Rows) -> None:
        self._drawing = rows.draw
        self._ways = rows.ways
        head = rows.head
        if head is not None:
            self.query_one("#picture-head", LineBox).show(lambda width: (head(width - 2),))
        self._fill(len(rows.ways))

    def _show_table(self, table: Table, natural: tuple[int, ...]) -> None:
        self._table, self._natural, self._layouts = table, natural, {}
        self._drawing = lambda place, width: (self._layout(width).row(table.rows[place]),)
        self._ways = [row.way for row in table.rows]
        self.query_one("#picture-head", LineBox).show(self._head)
        self._fill(len(table.rows))

    def _fill(self, count: int) -> None:
        figures = self.query_one(Figures)
        figures.show(range(count), self._place)
        self._place = 0
        figures.focus()
        self.refresh_bindings()
        self.query_one("#picture-foot", LineBox).show(self._foot)

    def _draw_figures(self, place: int, width: int) -> Sequence[Line]:
        return self._drawing(place, width)

    def _layout(self, width: int) -> Layout:
        if width not in self._layouts:
            self._layouts[width] = laid_out(self._table, self._natural, width)
        return self._layouts[width]

    def _head(self, width: int) -> Sequence[Line]:
        # Left of a row stands the cursor, right of it the bar that scrolls.
        drawn = self._layout(width - 2).head()
        return (Line(((" ", ""), *drawn.left)),)

    def _foot(self, width: int) -> Sequence[Line]:
        """Say the whole of a row where the columns have no room for it."""
        row = self._row_here()
        if row is None or not self._as_table or not self._layout(width - 2).cut_short:
            return (BLANK,)
        named = zip(self._table.columns, row.cells, strict=True)
        said = " · ".join(
            f"{column.name} {' '.join(text.split())}" for column, text in named if text.strip(" ·")
        )
        return tuple(line((text, "muted")) for text in wrap(cut(said, width * 2), width)[:2])

    def _row_here(self) -> TableRow | None:
        place = self.query_one(Figures).row
        known = place is not None and place < len(self._table.rows)
        return self._table.rows[place] if known and place is not None else None

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.query_one("#picture-foot", LineBox).show(self._foot)
        self.refresh_bindings()

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    def action_look(self, place: int) -> None:
        """Look at another picture."""
        self._at, self._place = place, 0
        self._show()

    def action_step(self, by: int) -> None:
        """Look at the next or the previous picture; after the last comes the first."""
        self.action_look((self._at + by) % len(PICTURES))

    @on(Numbered.Chosen)
    def _clicked(self, event: Numbered.Chosen) -> None:
        event.stop()
        self.action_look(event.place)

    def action_turn(self) -> None:
        """Turn the picture into its table, or back."""
        self._as_table, self._place = not self._as_table, 0
        self._show()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        way = self._ways[event.index]
        if way is not None:
            self.answer(way)
        else:
            self.notify("This row sums up several; it leads to none of them alone.", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the whole tree where the tree is in sight."""
        return self._at == TREE if action == "whole_tree" else True

    def leads_on(self) -> bool:
        """Tell whether the row under the cursor leads anywhere."""
        at = self.query_one(Figures).cursor
        return at < len(self._ways) and self._ways[at] is not None

    def action_whole_tree(self) -> None:
        """Go to the tree to walk in."""
        self.answer(WHOLE_TREE)

    def action_leave(self) -> None:
        """Leave the pictures."""
        self.answer(None)


def _with_widths(table: Table) -> tuple[Table, tuple[int, ...]]:
    return table, natural_widths(table)


def _sentence(said: str, width: int) -> Sequence[Line]:
    texts = wrap(said, width)
    if len(texts) > _MOST_SAID:
        texts = [*texts[: _MOST_SAID - 1], cut(" ".join(texts[_MOST_SAID - 1 :]), width)]
    return [line(text) for text in texts]

"""The findings of all talks by kind, found as one types, with those at odds marked and taken up (S12, M9)."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input

from infotui.domain.findings import FoundRow, Haystack, Odds, found, haystacks
from infotui.domain.moment import say_when
from infotui.domain.text import clean_line, shorten
from infotui.services.desks import Desks
from infotui.tui.dialogs.answers import SaidAt
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.choice_why import ChoiceWhy
from infotui.tui.dialogs.guessing import GuessesOdds
from infotui.tui.finding_rows import (
    ALL,
    OPEN,
    SETTLED,
    Group,
    OddsRow,
    draw_found,
    draw_group,
    draw_odds,
    groups,
    is_finding,
    odds_rows,
)
from infotui.tui.telling import UNDO
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, line, wrap
from infotui.tui.widgets.row_list import RowList

_BESIDE: Final = 90  # cells, from which on findings stand beside their kinds
_FOOT: Final = 4
_HINT: Final = "find: words · from:name · field:energy"
_NONE: Final = (
    "No finding yet.", "",
    "In a talk, a note that begins with * is one; f on Review makes one of a note.",
)  # fmt: skip
_NO_ODDS: Final = ("Nothing is at odds.", "", "m on two findings marks them as at odds by hand.")
_NO_PAIR: Final = "Nothing is at odds with this one: m marks it and another one."
_DONE: Final = "Kept: settled pairs stand under “settled”, where x opens them again."
_SETTLE: Final = {
    "explained": "explained: both are true, with a word why",
    "none": "not at odds: it only looked so",
    "open": "open: it still wants an answer",
}


class Findings(GuessesOdds[SaidAt | None]):
    """All findings; gives the line of a talk that was chosen, or None.

    Args:
        desks: The open notebook.
        chosen: What stands in the filter at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_list", "other list", id="findings.other",
                tooltip="From the kinds to the findings, and back"),
        Binding("p", "put", "ask about it", id="findings.put",
                tooltip="Put what is at odds onto the plan of a talk ahead, as a question"),
        Binding("x", "settle", "settle", id="findings.settle",
                tooltip="Explained with a word why, not at odds, or open again"),
        Binding("m", "mark", "mark at odds", id="findings.mark",
                tooltip="On one finding and then on another: these two are at odds"),
        Binding("slash", "filter", "find", key_display="/", id="findings.filter",
                tooltip="Find as you type: words, from:name, field:energy"),
        Binding("u", "take_back", "undo", show=False, id="findings.undo",
                tooltip="Take back the last change"),
        Binding("f1,question_mark", "app.show_keys", "keys", key_display="?", id="findings.keys",
                tooltip="All keys that work here"),
        Binding("escape", "leave", "leave", id="findings.leave",
                tooltip="Back to the kinds, then leave"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Findings { background: $background; }
    Findings #findings-body { height: 1fr; layout: horizontal; }
    Findings #findings-kinds { width: 1fr; height: 1fr; }
    Findings #findings-box { width: 1fr; height: 1fr; display: none; }
    Findings .reading #findings-kinds { display: none; }
    Findings .reading #findings-box { display: block; }
    Findings .beside #findings-kinds { display: block; width: 26; }
    Findings .beside #findings-box { display: block; width: 1fr; }
    Findings #findings-rows, Findings #findings-pairs { height: 1fr; }
    Findings #findings-foot { height: 4; margin-top: 1; }
    """

    def __init__(self, desks: Desks, chosen: str = "") -> None:
        super().__init__()
        self._chosen = chosen
        self._begins: tuple[int, int] | None = (
            None  # the group and the place in it, until they stand
        )
        self._desks = desks
        self._today = desks.followups.today()
        self._all: Sequence[FoundRow] = ()
        self._stacks: Sequence[Haystack] = ()
        self._guesses: Sequence[Odds] | None = None  # None while they are still being guessed
        self._open: Sequence[Odds] = ()
        self._settled: Sequence[Odds] = ()
        self._at_odds: dict[int, Odds] = {}
        self._marked: FoundRow | None = None

    def compose(self) -> ComposeResult:
        """Lay out the kinds, the findings, and what is said of the one under the cursor."""
        yield FilterLine(_HINT, id="findings-filter")
        with Container(id="findings-body"):
            kinds = RowList[Group](draw_group, id="findings-kinds", classes="panel")
            kinds.border_title = Content("Findings")
            yield kinds
            with Vertical(id="findings-box", classes="panel"):
                yield RowList[FoundRow](self._draw, height=3, id="findings-rows", empty=_NONE)
                yield RowList[OddsRow](
                    self._draw_pair, height=None, id="findings-pairs", pickable=is_finding,
                    empty=_NO_ODDS,
                )  # fmt: skip
                yield LineBox(id="findings-foot")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin where it was left, else with the kinds."""
        needle, group, reads, place = self.begins_at or (self._chosen, 0, bool(self._chosen), 0)
        with self.prevent(Input.Changed):
            self.query_one(FilterLine).value = needle
        self._begins = (group, place)
        self._read()
        if reads:
            self._go_reading()
        else:
            self._kinds.focus()

    def whereabouts(self) -> tuple[str, int, bool, int]:
        """Tell what is typed, which group is in sight, whether one reads in it, and where."""
        reads = self.query_one("#findings-body").has_class("reading")
        return self.query_one(FilterLine).value, self._kinds.cursor, reads, self._list.cursor

    def on_resize(self, event: events.Resize) -> None:
        """Put the two beside each other where there is room."""
        self.query_one("#findings-body").set_class(event.size.width >= _BESIDE, "beside")

    @property
    def _kinds(self) -> RowList[Group]:
        return self.query_one("#findings-kinds", RowList)

    @property
    def _rows(self) -> RowList[FoundRow]:
        return self.query_one("#findings-rows", RowList)

    @property
    def _pairs(self) -> RowList[OddsRow]:
        return self.query_one("#findings-pairs", RowList)

    @property
    def _list(self) -> RowList[FoundRow] | RowList[OddsRow]:
        return self._pairs if self._group in {OPEN, SETTLED} else self._rows

    @property
    def _group(self) -> str:
        row = self._kinds.row
        return row.key if row is not None else ALL

    # ── what is shown ────────────────────────────────────────────────────────────────────────────

    def _read(self) -> None:
        """Read all findings, and guess anew which are at odds where there are others than before."""
        before, self._all = self._all, self._desks.findings.all()
        if self._guesses is None or before != self._all:
            self._guesses = None
            self._stacks = haystacks(self._all)
            self._look()
            self.guess(self._all, self._desks.findings.enough())
        else:
            self._look()

    def guessed(self, odds: Sequence[Odds]) -> None:
        """Mark what may be at odds."""
        self._guesses = odds
        self._look(keep=True)

    def _look(self, *, keep: bool = False) -> None:
        """Put together what is open and what is settled, and show it."""
        desk = self._desks.findings
        self._open = desk.open_odds(self._all, self._guesses or ())
        self._settled = [odds for odds in desk.kept(self._all) if odds.state != "open"]
        self._at_odds = {}
        for odds in reversed(self._open):
            self._at_odds |= dict.fromkeys(odds.ids, odds)
        self._show(keep=keep)

    def _show(self, *, keep: bool = True) -> None:
        needle = self.query_one(FilterLine).value
        rows = found(self._all, needle, self._stacks)
        ids = {row.id for row in rows} if needle.strip() else None
        both = {OPEN: _among(self._open, ids), SETTLED: _among(self._settled, ids)}
        number = None if self._guesses is None else len(both[OPEN])
        first = self._begins
        if self._guesses is not None:
            self._begins = None
        self._kinds.show(groups(rows, number, len(both[SETTLED])), first[0] if first else None)
        place = first[1] if first else None if keep else 0
        group = self._group
        in_pairs = group in both
        self._rows.display, self._pairs.display = not in_pairs, in_pairs
        if in_pairs:
            self._pairs.show(odds_rows(both[group]), place)
        else:
            kind = [row for row in rows if group in {ALL, row.kind}]
            self._rows.say_when_empty(
                *(("No finding here has these words.",) if self._all else _NONE)
            )
            self._rows.show(kind, place)
        self._show_foot()

    def _draw(self, row: FoundRow, width: int) -> Sequence[Line]:
        zone, kind = self._desks.zone, self._group == ALL
        return draw_found(row, width, zone, self._today, self._at_odds, kind)

    def _draw_pair(self, row: OddsRow, width: int) -> Sequence[Line]:
        return draw_odds(row, width, self._desks.zone, self._today)

    def _show_foot(self) -> None:
        words, style = self._told()

        def draw(width: int) -> Sequence[Line]:
            return [line((text, style)) for text in wrap(words, width)[:_FOOT]]

        self.query_one("#findings-foot", LineBox).show(draw)

    def _told(self) -> tuple[str, str]:
        """Say what belongs to the row under the cursor: the question to ask, or what is at odds with it."""
        row, odds = self._here(), self._pair()
        if self._marked is not None:
            return f"At odds with “{clean_line(self._marked.text)}”: m on the other one.", "accent"
        if odds is not None and odds.state == "open":
            if self._group == OPEN:
                return f"To ask: {self._desks.findings.question(odds)}", "muted"
            other = odds.older if row is not None and row.id == odds.newer.id else odds.newer
            return f"≠ {other.talk.who}: {clean_line(other.text)}", "warn"
        return (clean_line(row.text) if row is not None and odds is None else ""), "muted"

    def _here(self) -> FoundRow | None:
        row = self._list.row
        return row.finding if isinstance(row, OddsRow) else row

    def _pair(self) -> Odds | None:
        """The pair that the cursor is on, or that its finding belongs to."""
        row = self._list.row
        if isinstance(row, OddsRow):
            return row.odds
        return self._at_odds.get(row.id) if row is not None else None

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.rows is self._kinds:
            self._show(keep=False)
        else:
            self._show_foot()

    @on(RowList.Chosen)
    def _row_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        row = self._here()
        if event.rows is self._kinds:
            self._go_reading()
        elif row is not None:
            self.answer(SaidAt(row.talk.id, row.note_id))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(keep=False)

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        if self.query_one(FilterLine).value:
            self._go_reading()
        else:
            self._go_back()

    def _go_reading(self) -> None:
        self.query_one("#findings-body").add_class("reading")
        self._list.focus()

    def _go_back(self) -> None:
        self.query_one("#findings-body").remove_class("reading")
        self._kinds.focus()

    def action_other_list(self) -> None:
        """Go to the other list."""
        if self._kinds.has_focus:
            self._go_reading()
        else:
            self._go_back()

    def action_filter(self) -> None:
        """Go to the line in which one types."""
        self.query_one(FilterLine).focus()

    def action_leave(self) -> None:
        """Let go of a mark, go back to the kinds, empty the filter, then leave."""
        entry = self.query_one(FilterLine)
        if self._marked is not None:
            self._marked = None
            self._show_foot()
        elif (
            not self._kinds.has_focus and not self._chosen
        ):  # else the kinds were never chosen from
            self._go_back()
        elif entry.value != self._chosen:
            entry.value = self._chosen
        else:
            self.answer(None)

    # ── what is at odds ──────────────────────────────────────────────────────────────────────────

    def _say(self, words: str) -> None:
        self.app.notify(f"{words} {UNDO}", markup=False)

    def action_put(self) -> None:
        """Put what is at odds onto the plan of a talk ahead, as a question."""
        odds, desk = self._pair(), self._desks.findings
        if odds is None:
            self.app.notify(_NO_PAIR, markup=False)
            return
        ahead = desk.ahead()
        if not ahead:
            self.app.notify("No talk is ahead whose plan it could stand in: N on Prepare plans one.",
                            markup=False)  # fmt: skip
            return

        def back(chosen: str | None) -> None:
            if chosen is not None:
                self._say(f"Put onto the plan: “{shorten(desk.put(odds, int(chosen)), 80)}”")

        zone, today = self._desks.zone, self._today
        options = [
            (str(talk.id), f"{talk.title} · "
             f"{say_when(talk.scheduled_at, zone, today) if talk.scheduled_at else talk.state}")
            for talk in ahead
        ]  # fmt: skip
        self.ask(Choice("Onto whose plan?", options, words=desk.question(odds)), back)

    def action_settle(self) -> None:
        """Ask what became of two findings at odds."""
        odds, desk = self._pair(), self._desks.findings
        if odds is None:
            self.app.notify(_NO_PAIR, markup=False)
            return

        def take(state: str, why: str) -> None:
            desk.settle(odds, state, why)

        options = [(state, words) for state, words in _SETTLE.items() if state != odds.state]
        words = f"{clean_line(odds.older.text)}\n≠ {clean_line(odds.newer.text)}"
        hint = "why: what explains it; may stay empty for the others"
        dialog = ChoiceWhy(
            "What are these two?", options, take, words=words, hint=hint, value=odds.why
        )
        self.ask(dialog, lambda taken: self._after(_DONE) if taken else None)

    def _after(self, words: str) -> None:
        self._say(words)
        self._look(keep=True)

    def action_mark(self) -> None:
        """Mark the finding under the cursor; with the one marked before, as at odds."""
        row, first = self._here(), self._marked
        if row is None:
            return
        if first is None or first.id == row.id:
            self._marked = row if first is None else None
            self._show_foot()
            return
        self._desks.findings.mark(first, row)
        self._marked = None
        self._after("These two are at odds.")

    def action_take_back(self) -> None:
        """Take back the last change."""
        what = self._desks.undo.take_back()
        said = f"Taken back: {what}." if what else "There is nothing to take back."
        self.app.notify(said, markup=False)
        self._read()


def _among(pairs: Sequence[Odds], ids: set[int] | None) -> list[Odds]:
    """Give the pairs of which at least one is found."""
    return [odds for odds in pairs if ids is None or not ids.isdisjoint(odds.ids)]

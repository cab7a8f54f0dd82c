"""The referral tree to look at and to walk in: who led to whom, how each branch stands, what it yielded (M4)."""

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from infotui.domain.referral import CONSENT_WORDS
from infotui.domain.referral_tree import Step, TreeRow, What, branches, in_sight, matching
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import BLANK, Line, Word, cut, line, wrap
from infotui.tui.widgets.row_list import RowList

_FOOT: Final = 3  # lines that tell of the row under the cursor
_WIDE: Final = 66  # cells, from which on every number has its column
_COLUMNS: Final = ("talks", "facts", "leads", "jobs")
_COLUMN: Final = 6
_STATE: Final = 15
_STYLES: Final = {
    "met": "good", "in touch": "good", "advocate": "good", "contact made": "accent",
    "introduced": "accent", "new": "warn", "to follow": "warn", "note due": "warn",
    "not pursuing": "warn",
}  # fmt: skip
_EMPTY: Final = (
    "Nobody has led you to anybody yet.",
    "",
    "In a talk, a note that begins with > is somebody they name; on a contact, “Through whom” says "
    "who led you to them. Both grow here.",
)


class Branches(RowList[int]):
    """The rows of the tree; left and right are its own, where other lists scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.fold", "fold", id="tree.fold",
                tooltip="Fold this branch; or go up to its giver"),
        Binding("right", "screen.unfold", "unfold", id="tree.unfold",
                tooltip="Unfold this branch; or go down into it"),
    ]  # fmt: skip


class Led(NamedTuple):
    """What was chosen in the tree: a contact, a lead or an organization; whether to plan a talk."""

    what: What
    id: int
    plan: bool = False


class ReferralTree(Dialog[Led | None]):
    """The whole tree; gives whom it leads to, or None.

    Args:
        desks: The open notebook.
        contact_id: Who is under the cursor at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "all", id="tree.turn", tooltip="Fold all branches, or unfold them all"),
        Binding("p", "plan", "plan", id="tree.plan", tooltip="Plan a talk with them"),
        Binding("slash", "filter", "filter", id="tree.filter", tooltip="Find by name, organization or field"),
        Binding("f1,question_mark", "app.show_keys", "keys", key_display="?", id="tree.keys",
                tooltip="All keys that work here"),
        Binding("escape", "leave", "leave", id="tree.leave", tooltip="Leave the tree"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    ReferralTree { background: $background; }
    ReferralTree #tree-box { height: 1fr; }
    ReferralTree FilterLine { display: none; }
    ReferralTree FilterLine.shown { display: block; }
    ReferralTree RowList { height: 1fr; }
    ReferralTree #tree-foot { height: 3; margin-top: 1; }
    """

    def __init__(self, desks: Desks, contact_id: int | None = None) -> None:
        super().__init__()
        self._desks = desks
        self._at = f"c{contact_id}" if contact_id is not None else ""
        self._tree: Sequence[TreeRow] = ()
        self._folded: set[str] = set()

    def compose(self) -> ComposeResult:
        """Lay out the tree with its filter and what is said of the row under the cursor."""
        with Vertical(id="tree-box", classes="panel") as box:
            box.border_title = Content("Who led to whom")
            yield FilterLine("name, organization or field", id="tree-filter")
            yield LineBox(_head, id="tree-head")
            yield Branches(self._draw, id="tree-rows", empty=_EMPTY)
            yield LineBox(self._foot, id="tree-foot")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the tree and begin at whom it was asked for."""
        self._tree = self._desks.referrals.rows()
        here = next(
            (p for p, row in enumerate(self._tree) if row.node.key == self._at and not row.mark), 0
        )
        needle, folded, key = self.begins_at or ("", (), "")
        self._folded = set(folded)
        with self.prevent(Input.Changed):
            entry = self.query_one(FilterLine)
            entry.value = needle
            entry.set_class(bool(needle), "shown")
        self._show(next((p for p, row in enumerate(self._tree) if row.node.key == key), here))
        self._rows.focus()
        people = sum(1 for row in self._tree if row.node.what == "contact" and not row.mark)
        self.query_one("#tree-box").border_subtitle = Content(count_of(people, "person"))

    def whereabouts(self) -> tuple[str, tuple[str, ...], str]:
        """Tell what is typed, which branches are folded, and who is under the cursor."""
        place = self._place()
        key = self._tree[place].node.key if place is not None else ""
        return self.query_one(FilterLine).value, tuple(self._folded), key

    @property
    def _rows(self) -> RowList[int]:
        return self.query_one("#tree-rows", RowList)

    def _place(self) -> int | None:
        """Which row of the tree is under the cursor."""
        return self._rows.row

    def _show(self, place: int | None = None) -> None:
        """Show what is not folded, with the cursor on a row of the tree, or on what hides it."""
        shown = in_sight(self._tree, self._folded, self.query_one(FilterLine).value)
        wanted = place if place is not None and self._tree else -1
        while wanted >= 0 and wanted not in shown:
            wanted = self._tree[wanted].parent
        self._rows.say_when_empty(*(("Nobody here is found by that.",) if self._tree else _EMPTY))
        self._rows.show(shown, shown.index(wanted) if wanted in shown else 0)
        self.query_one("#tree-foot", LineBox).show(self._foot)

    # ── drawing ──────────────────────────────────────────────────────────────────────────────────

    def _draw(self, place: int, width: int) -> Sequence[Line]:
        row = self._tree[place]
        wide = width >= _WIDE
        right = _numbers(row, wide)
        lines = branches(self._tree, place, max(2, width // 8))
        room = width - sum(cell_len(text) for text, _ in right) - cell_len(lines) - 1
        return (line((lines, "faint"), *self._named(row, room), right=right),)

    def _named(self, row: TreeRow, room: int) -> list[Word]:
        node = row.node
        sign = {"lead": "› ", "organization": "⌂ "}.get(node.what, "")
        folded = row.below and not row.mark and node.key in self._folded and not self._filter
        style = "muted" if row.mark or node.archived else "strong" if node.what == "contact" else ""
        name = cut(node.name, room - len(sign) - (6 if folded else 0))
        words: list[Word] = [(sign, "accent"), (name, style)]
        if folded:
            words.append((f" +{row.below}", "accent"))
        elif row.mark:
            words.append(
                (" ↑ further up" if row.mark == "circle" else " ↗ shown elsewhere", "faint")
            )
        elif node.organization:
            words.append((f"  {node.organization}", "muted"))
        return words

    @property
    def _filter(self) -> str:
        return self.query_one(FilterLine).value.strip()

    def _foot(self, width: int) -> Sequence[Line]:
        place = self._place()
        if place is None:
            return (BLANK,)
        texts = wrap(self._told(self._tree[place]), width)
        if len(texts) > _FOOT:
            texts = [*texts[: _FOOT - 1], cut(" ".join(texts[_FOOT - 1 :]), width)]
        return [line((text, "muted")) for text in texts]

    def _told(self, row: TreeRow) -> str:
        """Say all of a row in sentences: through whom, by which ways, what came of them and of the branch."""
        node = row.node
        who = " · ".join(part for part in (node.name, node.organization, node.field) if part)
        said = [f"{who}{' (archived)' if node.archived else ''}."]
        if row.parent >= 0:
            giver = self._tree[row.parent].node.name
            said.append(f"Through {giver}: {_ways(row.steps)}.")
        own, whole = node.own.words(), row.whole.words()
        if own:
            said.append(f"From them {own}.")
        if row.below and not row.mark and whole != own:
            said.append(f"With all below: {whole}.")
        return " ".join(said)

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.query_one("#tree-foot", LineBox).show(self._foot)

    def action_fold(self) -> None:
        """Fold the branch under the cursor; where there is nothing to fold, go up."""
        place = self._place()
        if place is None:
            return
        row = self._tree[place]
        if row.below and row.node.key not in self._folded and not self._filter:
            self._folded.add(row.node.key)
            self._show(place)
        elif row.parent >= 0:
            self._show(row.parent)

    def action_unfold(self) -> None:
        """Unfold the branch under the cursor; where it is open, go down into it; elsewhere to where it is."""
        place = self._place()
        if place is None:
            return
        row = self._tree[place]
        if row.mark:
            whole = (
                p for p, r in enumerate(self._tree) if r.node.key == row.node.key and not r.mark
            )
            target = next(whole, place)
            self._open_above(target)
            self._show(target)
        elif row.below and row.node.key in self._folded and not self._filter:
            self._folded.discard(row.node.key)
            self._show(place)
        elif row.below:
            self._show(place + 1)

    def _open_above(self, place: int) -> None:
        above = self._tree[place].parent
        while above >= 0:
            self._folded.discard(self._tree[above].node.key)
            above = self._tree[above].parent

    def action_turn(self) -> None:
        """Fold all branches, or unfold all of them."""
        all_of_them = {row.node.key for row in self._tree if row.below and not row.mark}
        self._folded = set() if self._folded else all_of_them
        self._show(self._place())

    def action_filter(self) -> None:
        """Go to the filter."""
        entry = self.query_one(FilterLine)
        entry.add_class("shown")
        entry.focus()

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        found = self._found()
        self._show(found if found is not None else self._place())

    def _found(self) -> int | None:
        """Give the first row that is itself found by the filter, not because of who is below it."""
        places = matching(self._tree, self._filter)
        return places[0] if places else None

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        entry = self.query_one(FilterLine)
        entry.set_class(bool(entry.value.strip()), "shown")
        self._rows.focus()

    # ── leading on ───────────────────────────────────────────────────────────────────────────────

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._lead_on()

    def action_plan(self) -> None:
        """Plan a talk with whoever is under the cursor."""
        self._lead_on(plan=True)

    def _lead_on(self, *, plan: bool = False) -> None:
        place = self._place()
        if place is None:
            return
        node = self._tree[place].node
        if plan and node.what != "contact":
            self.app.notify(f"{node.name} is no contact yet. Enter leads on.", markup=False)
        else:
            self.answer(Led(node.what, node.id, plan))

    def action_leave(self) -> None:
        """Empty the filter first, then leave."""
        entry = self.query_one(FilterLine)
        if entry.value:
            entry.value = ""
            entry.remove_class("shown")
            self._rows.focus()
        else:
            self.answer(None)


def _ways(steps: Sequence[Step]) -> str:
    """Say by which ways somebody was led to; what was only noted down is said where nothing else is."""
    said = []
    for step in steps:
        if step.how == "introduction":
            said.append(f"introduction, {step.state}")
        elif step.how == "lead":
            consent = f" ({CONSENT_WORDS[step.consent]})" if step.consent else ""
            said.append(f"a lead, {step.state}{consent}")
    return "; ".join(dict.fromkeys(said)) or "as it stands on the contact"


def _numbers(row: TreeRow, wide: bool) -> list[Word]:
    state = row.state
    words: list[Word] = [(f"{cut(state, _STATE - 1):<{_STATE}}", _STYLES.get(state, "muted"))]
    numbers = row.node.own if not row.mark else (0, 0, 0, 0)
    if row.mark:
        words = [(" " * _STATE, "")]
    shown = numbers if wide else numbers[:1]
    return [
        *words,
        *(
            (f"{n or '·':>{_COLUMN}}" if not row.mark else " " * _COLUMN, "" if n else "faint")
            for n in shown
        ),
    ]


def _head(width: int) -> Sequence[Line]:
    names = _COLUMNS if width - 2 >= _WIDE else _COLUMNS[:1]
    words = f"{'stands':<{_STATE}}" + "".join(f"{name:>{_COLUMN}}" for name in names)
    return (line("", right=((f"{words} ", "muted"),)),)

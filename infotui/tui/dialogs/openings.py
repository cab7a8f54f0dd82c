"""The openings one heard of, and for the one under the cursor who may help with it (S13, S52)."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input

from infotui.domain.moment import say_day
from infotui.domain.opening import (
    OPENING_STATES,
    POSTED,
    Advocate,
    OpeningForm,
    OpeningRow,
    next_posted,
)
from infotui.domain.text import clean_line, shorten
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice_why import ChoiceWhy
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.kept_form import kept_form
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.lines import Line, line, wrap
from infotui.tui.widgets.row_list import RowList

_BESIDE: Final = 100  # cells, from which on who may help stands beside the openings
_STATES: Final = {
    "heard": "heard: somebody spoke of it",
    "watching": "watching: I look at what becomes of it",
    "applied": "applied: I have put my name in",
    "closed": "closed: it is over for me, with a word why",
}
_STYLES: Final = {"heard": "muted", "watching": "accent", "applied": "good", "closed": "faint"}
_EMPTY: Final = (
    "No opening yet.",
    "",
    "n adds one; in a talk, a note that begins with $ is one. Most jobs are never posted: p says "
    "whether this one is.",
)
_NOBODY: Final = (
    "Nobody you have met has to do with it yet.",
    "",
    "With an organization and a field (e), whoever is there or knows that field stands here.",
)


Take = Callable[[OpeningForm], int]


class Helped(NamedTuple):
    """Who was chosen to help: their page, or a draft to them."""

    contact_id: int
    draft: bool = False


class Openings(Dialog[Helped | None]):
    """All openings; gives whom it leads to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_list", "other list", id="openings.other",
                tooltip="From the openings to who may help, and back"),
        Binding("s", "state", "state", id="openings.state",
                tooltip="Heard, watching, applied, closed with a word why"),
        Binding("p", "posted", "posted", id="openings.posted",
                tooltip="Unknown, posted, unposted"),
        Binding("n", "new", "new", id="openings.new", tooltip="Add an opening"),
        Binding("e", "edit", "edit", id="openings.edit",
                tooltip="Change its words, organization, field, link"),
        Binding("W", "draft", "draft", id="openings.draft",
                tooltip="Draft a message to whoever may help"),
        Binding("slash", "filter", "filter", id="openings.filter",
                tooltip="Find by words, organization, field, state, or who told of it"),
        Binding("delete", "delete", "delete", id="openings.delete",
                tooltip="Take it off the list; its note stays, u brings it back"),
        Binding("u", "take_back", "undo", id="openings.undo", tooltip="Take back the last change"),
        Binding("escape", "leave", "leave", id="openings.leave", tooltip="Leave; all is stored"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Openings { background: $background; }
    Openings #openings-body { height: 1fr; layout: vertical; }
    Openings #openings-body.beside { layout: horizontal; }
    Openings #openings-rows { height: 3fr; }
    Openings #openings-help { height: 2fr; min-height: 6; }
    Openings .beside #openings-rows { height: 1fr; width: 3fr; }
    Openings .beside #openings-help { height: 1fr; width: 2fr; }
    Openings FilterLine { display: none; }
    Openings FilterLine.shown { display: block; }
    """

    def __init__(self, desks: Desks, opening_id: int | None = None) -> None:
        super().__init__()
        self._desks = desks
        self._first = opening_id  # which is under the cursor at first
        self._today = desks.followups.today()

    def compose(self) -> ComposeResult:
        """Lay out the openings and who may help."""
        yield FilterLine("words, organization, field, state", id="openings-filter")
        with Container(id="openings-body"):
            rows = RowList[OpeningRow](
                self._draw, height=None, id="openings-rows", classes="panel", empty=_EMPTY
            )
            rows.border_title = Content("Openings")
            rows.border_subtitle = Content("s state · p posted · Enter: who may help")
            yield rows
            help_rows = RowList[Advocate](
                _draw_advocate, height=None, id="openings-help", classes="panel", empty=_NOBODY
            )
            help_rows.border_title = Content("Who may help")
            help_rows.border_subtitle = Content("Enter: their page · W: a draft")
            yield help_rows
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the openings."""
        self._read(self._first)
        self._rows.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Put the two beside each other where there is room."""
        self.query_one("#openings-body").set_class(event.size.width >= _BESIDE, "beside")

    @property
    def _rows(self) -> RowList[OpeningRow]:
        return self.query_one("#openings-rows", RowList)

    @property
    def _help(self) -> RowList[Advocate]:
        return self.query_one("#openings-help", RowList)

    def _read(self, at: int | None = None) -> None:
        """Read anew; the cursor stays on its opening, or goes to the one that is given."""
        here = at if at is not None else self._rows.row and self._rows.row.id
        needle = self.query_one(FilterLine).value
        rows = self._desks.openings.all(needle)
        places = {row.id: place for place, row in enumerate(rows)}
        self._rows.say_when_empty(
            *(("No opening is found by that.",) if needle.strip() else _EMPTY)
        )
        self._rows.show(rows, places.get(here or 0))
        self._read_help()

    def _read_help(self) -> None:
        row = self._rows.row
        found = self._desks.openings.advocates(row.id) if row is not None else []
        self._help.say_when_empty(*(_NOBODY if row is not None else ()))
        self._help.show(found, 0)

    # ── drawing ──────────────────────────────────────────────────────────────────────────────────

    def _draw(self, row: OpeningRow, width: int) -> Sequence[Line]:
        style = "faint" if row.state == "closed" else "strong"
        state = f"{row.state} · {row.posted}" if row.posted != "unknown" else row.state
        first, *rest = wrap(clean_line(row.text), max(8, width - len(state) - 2))
        day = say_day(row.since.astimezone(self._desks.zone).date(), self._today)
        told = f"{row.told_by} told, {day}" if row.told_by else f"added {day}"
        where = " · ".join(part for part in (row.organization, row.field, told) if part)
        lines = [line((first, style), right=((state, _STYLES[row.state]),))]
        more = " ".join(rest)
        lines += [line("  ", (text, style)) for text in wrap(more, width - 2)[:2] if text]
        lines += [line("  ", (text, "muted")) for text in wrap(where, width - 2)[:2]]
        if row.link:
            lines.append(line("  ", (row.link, "accent")))
        return lines

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    @on(RowList.Moved, "#openings-rows")
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        self._read_help()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if event.rows is self._rows:
            self._help.focus()
        elif (person := self._help.row) is not None:
            self.answer(Helped(person.id))

    def action_other_list(self) -> None:
        """Go to the other list."""
        (self._rows if self._help.has_focus else self._help).focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        entry = self.query_one(FilterLine)
        entry.add_class("shown")
        entry.focus()

    @on(Input.Changed, "#openings-filter")
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._read()

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        entry = self.query_one(FilterLine)
        entry.set_class(bool(entry.value.strip()), "shown")
        self._rows.focus()

    # ── changing ─────────────────────────────────────────────────────────────────────────────────

    def action_state(self) -> None:
        """Ask how the opening stands, and why where it is closed."""
        row = self._rows.row
        if row is None:
            return
        desk = self._desks.openings

        def take(state: str, why: str) -> None:
            if state == "closed":
                desk.close(row.id, why)
            else:
                desk.set_state(row.id, state)

        options = [(state, _STATES[state]) for state in OPENING_STATES]
        title = shorten(row.text, 40)
        dialog = ChoiceWhy(
            title, options, take, at=row.state, hint="why it is closed; may stay empty"
        )
        self.ask(dialog, lambda taken: self._read(row.id) if taken else None)

    def action_posted(self) -> None:
        """Turn whether it is posted: unknown, posted, unposted."""
        row = self._rows.row
        if row is not None:
            self._desks.openings.set_posted(row.id, next_posted(row.posted))
            self._read(row.id)

    def action_new(self) -> None:
        """Add an opening."""
        take = self._desks.openings.add
        dialog = _form("new opening", "New opening", OpeningForm(""), self._desks, take)
        self.ask(dialog, self._after)

    def action_edit(self) -> None:
        """Change an opening's words."""
        row = self._rows.row
        if row is None:
            return
        desk = self._desks.openings

        def take(form: OpeningForm) -> int:
            desk.change(row.id, form)
            return row.id

        name, now = f"opening {row.id}", desk.form_of(row.id)
        self.ask(_form(name, "Change the opening", now, self._desks, take), self._after)

    def _after(self, opening_id: int | None) -> None:
        if opening_id is not None:
            self._read(opening_id)

    def action_delete(self) -> None:
        """Take an opening off the list."""
        row = self._rows.row
        if row is not None:
            self._desks.openings.delete(row.id)
            self.app.notify(
                f"“{shorten(row.text, 40)}” is deleted. u brings it back.", markup=False
            )
            self._read()

    def action_take_back(self) -> None:
        """Take back the last change."""
        what = self._desks.undo.take_back()
        said = f"Taken back: {what}." if what else "There is nothing to take back."
        self.app.notify(said, markup=False)
        self._read()

    def action_draft(self) -> None:
        """Lead to a draft to whoever is under the cursor, or is the likeliest."""
        if (person := self._help.row) is not None:
            self.answer(Helped(person.id, draft=True))

    def action_leave(self) -> None:
        """Go back to the openings first, then empty the filter, then leave."""
        entry = self.query_one(FilterLine)
        if self._help.has_focus:
            self._rows.focus()
        elif entry.value:
            entry.value = ""
            entry.remove_class("shown")
        else:
            self.answer(None)


def _draw_advocate(row: Advocate, width: int) -> Sequence[Line]:
    reasons = wrap(" · ".join(row.reasons), width - 2)
    return (
        line(
            (row.name, "strong"), (f"  {row.organization}", "muted"), right=((row.stage, "muted"),)
        ),
        *(line("  ", (text, "good")) for text in reasons[:3]),
    )


def _form(name: str, title: str, now: OpeningForm, desks: Desks, take: Take) -> Form:
    fields = [
        Field("text", "What it is", now.text, "grid analyst in the planning team"),
        Field("organization", "Organization", now.organization, "where", desks.contacts.organizations),
        Field("field", "Field of work", now.field, "energy, public data, …", desks.contacts.fields),
        Field("link", "Link", now.link, "https://…"),
        Field("posted", "Posted, unposted, or unknown", now.posted, "unknown", POSTED),
    ]  # fmt: skip

    def hand_in(values: Mapping[str, str]) -> int:
        return take(OpeningForm(**values))

    return kept_form(desks, name, title, fields, hand_in)

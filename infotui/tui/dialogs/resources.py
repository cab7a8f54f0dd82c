"""All resources, and beside the one under the cursor who may like it; passing it on is one key (S48)."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input

from infotui.domain.moment import say_day
from infotui.domain.resource import Liking, ResourceRow
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.dialogs.form import Field
from infotui.tui.dialogs.kept_form import kept_form
from infotui.tui.dialogs.who import Known
from infotui.tui.dialogs.with_whom import WithWhom
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, Word, line, wrap
from infotui.tui.widgets.row_list import RowList

_DRAFT: Final = "resource-mail"
_MOST: Final = 4  # lines of a resource's own words above the people


class Resources(Dialog[None]):
    """The list of resources; everything done in it is stored at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "share", "shared", id="resources.share",
                tooltip="Keep that you passed it on to the marked person, now"),
        Binding("n", "new", "new", id="resources.new", tooltip="Add a resource you found yourself"),
        Binding("e", "edit", "edit", id="resources.edit", tooltip="Change this resource"),
        Binding("s", "else", "somebody else", id="resources.else",
                tooltip="Keep that you passed it on to somebody who is not listed"),
        Binding("W", "draft", "write", id="resources.draft",
                tooltip="Draft a mail that passes it on to the marked person"),
        Binding("slash", "filter", "filter", key_display="/", id="resources.filter",
                tooltip="Find as you type: words, link, field, who named it, who has it"),
        Binding("tab", "other", "people", id="resources.other", tooltip="To the people and back"),
        Binding("d", "delete", "delete", id="resources.delete", tooltip="Delete this resource"),
        Binding("u", "take_back", "undo", id="resources.undo", tooltip="Take back the last change"),
        Binding("f1,question_mark", "app.show_keys", "keys", key_display="?", id="resources.keys",
                tooltip="All keys that work here"),
        Binding("escape", "leave", "leave", id="resources.leave", tooltip="Leave; all is stored"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Resources { align: center middle; background: $background 60%; }
    Resources #resources-box { width: 112; max-width: 100%; height: 34; max-height: 100%; }
    Resources #resources-two { layout: horizontal; height: 1fr; }
    Resources #resources-left { width: 1fr; height: 1fr; }
    Resources #resources-right { width: 1fr; height: 1fr; padding: 0 0 0 1; }
    Resources #resources-about { height: auto; }
    Resources.-narrow #resources-two { layout: vertical; }
    Resources.-narrow #resources-left { width: 100%; }
    Resources.-narrow #resources-right { width: 100%; padding: 0; }
    """

    def __init__(self, desks: Desks, resource_id: int | None = None) -> None:
        super().__init__()
        self._desks = desks
        self._first = resource_id  # which is under the cursor at first

    def compose(self) -> ComposeResult:
        """Lay out the resources, and who may like one."""
        with Vertical(id="resources-box", classes="panel") as box:
            box.border_title = Content("Resources")
            with Container(id="resources-two"):
                with Vertical(id="resources-left"):
                    yield FilterLine("filter: words, who named it, who has it", id="filter")
                    yield RowList[ResourceRow](
                        self._draw, height=2, id="resources-list",
                        empty=("No resource yet.", "", "n adds one; live, a line with & does."),
                    )  # fmt: skip
                with Vertical(id="resources-right"):
                    yield LineBox(id="resources-about")
                    yield RowList[Liking](_draw_person, height=2, id="resources-people")
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the latest."""
        self._list.focus()
        self._fill(self._first)

    @property
    def _list(self) -> RowList[ResourceRow]:
        return self.query_one("#resources-list", RowList)

    @property
    def _people(self) -> RowList[Liking]:
        return self.query_one("#resources-people", RowList)

    def _fill(self, resource_id: int | None = None) -> None:
        """Show those that are found, with the cursor on one of them."""
        needle = self.query_one("#filter", FilterLine).value
        rows = self._desks.resources.rows(needle)
        before = self._list.row
        wanted = resource_id or (before.id if before is not None else None)
        ids = [row.id for row in rows]
        if needle.strip():
            self._list.say_when_empty("Nothing here is found by that.")
        self._list.show(rows, ids.index(wanted) if wanted in ids else None)
        box = self.query_one("#resources-box")
        box.border_subtitle = Content(count_of(len(rows), "resource"))
        self._show_people()

    @on(RowList.Moved, "#resources-list")
    def _show_people(self) -> None:
        row = self._list.row
        self.query_one("#resources-about", LineBox).show(self._about)
        if row is None:
            self._people.say_when_empty("")
            self._people.show((), 0)
            return
        self._people.say_when_empty(
            "Nobody comes to mind by field, organization or words. s shares it with somebody."
        )
        self._people.show(self._desks.resources.who_may_like(row.id), 0)

    def _day(self, row: ResourceRow) -> str:
        return say_day(
            row.noted_at.astimezone(self._desks.zone).date(), self._desks.followups.today()
        )

    def _draw(self, row: ResourceRow, _width: int) -> Sequence[Line]:
        who = f"{row.giver}, {self._day(row)}" if row.giver else f"my own, {self._day(row)}"
        has: list[Word] = [(f"shared {len(row.shared)}×", "good")] if row.shared else []
        return (
            line((row.text, "strong"), right=has),
            line("  ", (" · ".join(part for part in (who, row.field) if part), "muted")),
        )

    def _about(self, width: int) -> Sequence[Line]:
        """Give the words of the resource whole, its link, who has it, and the heading of the people."""
        row = self._list.row
        if row is None:
            return (line(""),)
        room = _MOST if not self.has_class("-narrow") else 1
        text = wrap(row.text, width)
        lines = [line((part, "strong")) for part in text[:room]]
        if len(text) > room:
            lines[-1] = line((f"{text[room - 1]} …", "strong"))
        if row.link:
            lines.append(line((row.link, "accent")))
        if row.shared:
            names = ", ".join(shared.name for shared in row.shared)
            lines.append(line(("shared with ", "muted"), (names, "good")))
        gap = [] if self.has_class("-narrow") else [line("")]
        return [*lines, *gap, line(("Who may like it", "accent"))]

    # ── what is done ─────────────────────────────────────────────────────────────────────────────

    @on(RowList.Chosen, "#resources-list")
    def _to_people(self) -> None:
        if self._people.rows:
            self._people.focus()

    @on(RowList.Chosen, "#resources-people")
    def _chosen(self) -> None:
        self.action_share()

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._fill()

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._list.focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#filter").focus()

    def action_other(self) -> None:
        """Go to the people, or back."""
        if self.focused is self._list and self._people.rows:
            self._people.focus()
        else:
            self._list.focus()

    def action_share(self) -> None:
        """Keep that the resource was passed on to the marked person; from the list, go to the people."""
        row, who = self._list.row, self._people.row
        if self.focused is not self._people:
            self._to_people()
        elif row is not None and who is not None:
            self._share(row, who.contact_id, who.name)

    def _share(self, row: ResourceRow, contact_id: int, name: str) -> None:
        self._desks.resources.share(row.id, contact_id)
        self.app.notify(f"Shared with {name}. u takes it back.", markup=False)
        self._fill(row.id)
        if not self._people.rows:
            self._list.focus()

    def action_else(self) -> None:
        """Ask with whom else it was shared."""
        row = self._list.row
        if row is None:
            return

        def back(who: Known | None) -> None:
            if who is not None and who.id is not None:
                self._share(row, who.id, who.name)

        self.ask(WithWhom(self._desks, "With whom did you share it?"), back)

    def action_draft(self) -> None:
        """Draft the mail that passes it on; when it went out it was shared."""
        row, likely = self._list.row, self._people.row
        if row is not None and likely is not None:
            self._draft(row, likely.contact_id, likely.name)
        elif row is not None:

            def back(who: Known | None) -> None:
                if who is not None and who.id is not None:
                    self._draft(row, who.id, who.name)

            self.ask(WithWhom(self._desks, "To whom do you pass it on?"), back)

    def _draft(self, row: ResourceRow, contact_id: int, name: str) -> None:
        from infotui.domain.draft import Offer
        from infotui.tui.drafting import open_draft

        def done(draft_id: int | None) -> None:
            used = draft_id is not None and self._desks.drafts.row(draft_id).state == "used"
            has = {shared.contact_id for shared in self._desks.resources.one(row.id).shared}
            if used and contact_id not in has:
                self._share(row, contact_id, name)
            else:
                self._fill(row.id)

        open_draft(self, self._desks, Offer(_DRAFT, contact_id, thing_id=row.id), done)

    def action_new(self) -> None:
        """Ask for a new resource; then it is seen who may like it."""

        def hand_in(values: Mapping[str, str]) -> int:
            return self._desks.resources.add(values["text"], values["link"], values["field"])

        form = kept_form(self._desks, "new resource", "A resource", self._fields(), hand_in)
        self.ask(form, self._made)

    def _made(self, resource_id: int | None) -> None:
        if resource_id is not None:
            with self.prevent(Input.Changed):
                self.query_one("#filter", FilterLine).value = ""
            self._fill(resource_id)

    def action_edit(self) -> None:
        """Ask for changes of this resource."""
        row = self._list.row
        if row is None:
            return

        def hand_in(values: Mapping[str, str]) -> int:
            self._desks.resources.change(row.id, values["text"], values["link"], values["field"])
            return row.id

        name = f"resource {row.id}"
        form = kept_form(self._desks, name, "A resource", self._fields(row), hand_in)
        self.ask(form, self._made)

    def _fields(self, row: ResourceRow | None = None) -> list[Field]:
        text, link, field = (row.text, row.link, row.own_field) if row else ("", "", "")
        return [
            Field("text", "What it is", text, "a book, a site, an association"),
            Field("link", "Link", link, "empty, or where it is found"),
            Field(
                "field", "Field of work", field, "empty, or which", self._desks.contacts.fields()
            ),
        ]

    def action_delete(self) -> None:
        """Delete this resource."""
        if (row := self._list.row) is not None:
            self._desks.resources.remove(row.id)
            self.app.notify("The resource is deleted. u puts it back.", markup=False)
            self._fill()
            self._list.focus()

    def action_take_back(self) -> None:
        """Take back the last change."""
        what = self._desks.undo.take_back()
        said = f"Taken back: {what}." if what else "There is nothing to take back."
        self.app.notify(said, markup=False)
        self._fill()

    def action_leave(self) -> None:
        """Leave; everything is stored."""
        self.answer(None)


def _draw_person(row: Liking, _width: int) -> Sequence[Line]:
    return (
        line((row.name, "strong"), right=((row.organization, "muted"),)),
        line("  ", (" · ".join(row.reasons), "muted")),
    )

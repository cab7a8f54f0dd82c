"""Contacts: everyone I know, found as one types, with one person's page and history beside the list (S18)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.contact import ORDERS, ContactRow
from infotui.domain.interview import HAS_BEEN
from infotui.domain.kept import Kept
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.afterwards.touching import ask_cadence
from infotui.tui.contact_rows import PageRow, draw_page_row, draw_person, nobody, page_rows
from infotui.tui.dialogs.contact_asks import ask_deletion, ask_stage
from infotui.tui.dialogs.contact_form import ask_contact
from infotui.tui.dialogs.edit_text import EditText
from infotui.tui.dialogs.log_talk import log_talk
from infotui.tui.dialogs.other_one import OtherOne
from infotui.tui.dialogs.side_by_side import SideBySide
from infotui.tui.frame import Frame
from infotui.tui.page_places import place_of
from infotui.tui.preparing.reaching import ReachesPeople
from infotui.tui.reviewing.history import ShowsHistory
from infotui.tui.reviewing.leading import lead_to, leads_on, spot_of
from infotui.tui.routes import OpenLive, OpenPlan, OpenResearch, OpenTypingUp, to_talk
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.lines import Line
from infotui.tui.widgets.paged import Paged
from infotui.tui.widgets.row_list import RowList

_ORDER_WORDS: Final = {"name": "by name", "prospects": "prospects first",
                       "touch": "by last touch, longest ago first"}  # fmt: skip


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return ContactsScreen(desks)


class ContactsScreen(ReachesPeople, ShowsHistory):
    """People."""

    MODE = "contacts"
    CSS_PATH = "contacts.tcss"
    FIRST_FOCUS = "#people"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new", id="contacts.new", tooltip="Add a contact"),
        Binding("e", "edit", "edit", id="contacts.edit", tooltip="Change this contact"),
        Binding("p", "plan", "plan a talk", id="contacts.plan",
                tooltip="Plan an interview with this contact"),
        Binding("space", "pick", "pick", id="contacts.pick",
                tooltip="Pick this contact as a prospect, or let them go"),
        Binding("t", "stage", "stage", id="contacts.stage", tooltip="Where I stand with them, and why"),
        Binding("o", "order", "order", id="contacts.order",
                tooltip="By name, prospects first, or by last touch"),
        Binding("slash", "filter", "filter", key_display="/", id="contacts.filter",
                tooltip="Find as you type: name, organization, role, field, stage, #tag, through whom"),
        Binding("tab", "other", "page", id="contacts.other", tooltip="To the page and back"),
        Binding("r", "research", "research", id="contacts.research",
                tooltip="Research notes on this contact"),
        Binding("c", "cadence", "how often", id="contacts.cadence",
                tooltip="How often you mean to be in touch with them"),
        Binding("a", "about", "about", id="contacts.about", tooltip="Words about this contact"),
        Binding("m", "merge", "merge", id="contacts.merge",
                tooltip="Make one of two that are one person; this one stays"),
        Binding("z", "archive", "archive", id="contacts.archive",
                tooltip="Take them out of the lists, or bring them back; nothing is lost"),
        Binding("d", "delete", "delete", id="contacts.delete",
                tooltip="Delete them; it says first what goes with them"),
        Binding("l", "live", "live", id="contacts.live", tooltip="Go live with this contact now"),
        Binding("g", "log", "log a talk", id="contacts.log",
                tooltip="Log a talk with this contact that took place"),
        Binding("shift+up,K", "move(-1)", "up", key_display="K", id="contacts.up",
                tooltip="Move this prospect up in the order"),
        Binding("shift+down,J", "move(1)", "down", key_display="J", id="contacts.down",
                tooltip="Move this prospect down in the order"),
        Binding("Z", "archived", "archived", id="contacts.archived",
                tooltip="Show those who are archived, or everybody else again"),
        Binding("escape", "back", "back", show=False, id="contacts.back"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._order = ORDERS[0]
        self._archived = False
        self._shown: int | None = None  # whose page it is

    def body(self) -> Iterable[Widget]:
        """Lay out list and page."""
        people = RowList[ContactRow](self._draw, height=2, id="people")
        left = Vertical(FilterLine("filter: words, #tag", id="filter"), people,
                        id="list", classes="panel")  # fmt: skip
        left.border_title = Content("People")
        page = RowList[PageRow](
            draw_page_row, height=None, pickable=lambda row: row.pickable,
            empty=("The page of a contact stands here.",), id="page", classes="panel",
        )  # fmt: skip
        page.border_title = Content("Page")
        yield Horizontal(left, page)

    @property
    def _people(self) -> RowList[ContactRow]:
        return self.query_one("#people", RowList)

    @property
    def _page(self) -> RowList[PageRow]:
        return self.query_one("#page", RowList)

    @property
    def _needle(self) -> str:
        return self.query_one("#filter", FilterLine).value

    def read_anew(self) -> None:
        """Read the list and the page; the cursor stays with whom it stands on."""
        row = self._people.row
        self._fill(row.id if row is not None else None)

    def _fill(self, contact_id: int | None = None, cursor: int | None = None) -> None:
        """Show those who are found, with the cursor on a contact, or at a place."""
        desk = self._desks.contacts
        ids = desk.found(self._needle, self._order, archived=self._archived)
        if contact_id in ids:
            cursor = ids.index(contact_id)
        self._people.say_when_empty(*nobody(self._needle, archived=self._archived))
        rows = Paged(len(ids), lambda offset, limit: desk.rows(ids[offset : offset + limit]))
        self._people.show(rows, cursor)
        what = "Archived" if self._archived else "Contacts"
        found = f"{len(ids)} found" if self._needle.strip() else count_of(len(ids), "person")
        told = f"   {found}"
        if len(ids) > 1:
            told += f" · {_ORDER_WORDS[self._order]}"
        back = ("Z shows the others", "muted") if self._archived else ("", "")
        self.headline((what, "strong"), (told, "muted"), right=back)
        self._show_page()

    def _draw(self, row: ContactRow, width: int) -> Sequence[Line]:
        return draw_person(row, width, self._desks.zone, self._desks.followups.today())

    def _show_page(self) -> None:
        row = self._people.row
        before, self._shown = self._shown, row.id if row is not None else None
        if row is None:
            self._page.show((), 0)
            return
        desk = self._desks.contacts
        rows = page_rows(
            desk.sheet(row.id), desk.history(row.id), desk.suggestion(row.id),
            self._desks.zone, self._desks.clock.now(),
        )  # fmt: skip
        self._page.show(rows, None if before == row.id else 0)

    @on(RowList.Moved, "#people")
    def _moved(self) -> None:
        self._show_page()

    @on(RowList.Chosen, "#people")
    def _chosen(self) -> None:
        row = self._people.row
        if row is None:
            return
        talks = self._desks.contacts.talks_with(row.id)
        coming = [talk for talk in talks if talk.state not in HAS_BEEN]
        if coming or talks:
            talk = (coming or talks)[0]
            self.post_message(to_talk(talk.id, talk.state))
        else:
            self.action_edit()

    @on(RowList.Chosen, "#page")
    def _page_chosen(self) -> None:
        row, person = self._page.row, self._people.row
        if row is None or person is None:
            return
        if row.leads is not None and leads_on(row.leads):
            lead_to(self, self._desks, spot_of(row.leads), self.read_anew)
        elif row.contact_id is not None:
            self.go_to(row.contact_id)
        elif row.kind == "research":
            self.action_research()
        elif row.kind in {"stage", "suggestion"} or row.label == "stage":
            self.action_stage()
        elif row.label == "about":
            self.action_about()
        elif row.leads is None and row.kind != "hint":
            self.action_edit()

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._fill(cursor=0)

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._people.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where there is room for one of the two, show the one that has the focus."""
        # Of two that had it one after the other, the first is told of when the second has it already.
        self.set_class(self.focused is self._page, "-reading")

    def go_to(self, what: object) -> None:
        """Put the cursor on a contact, wherever it is listed."""
        if isinstance(what, int):
            with self.prevent(Input.Changed):
                self.query_one("#filter", FilterLine).value = ""
            self._archived = self._desks.contacts.row(what).archived
            self._fill(what)
            self.action_back()

    def go_to_line(self, line: object) -> None:
        """Put the cursor on a line of the page (K6): a fact, or a line of the history."""
        at = place_of(self._page.rows, line)
        if at is not None:  # else the list says it
            self.add_class("-reading")
            self._page.focus()
            self._page.cursor = at

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Let nobody be moved by a key that is pressed while one types."""
        return action != "move" or not isinstance(self.focused, Input)

    def action_filter(self) -> None:
        """Go to the filter."""
        self.remove_class("-reading")
        self.query_one("#filter").focus()

    def action_other(self) -> None:
        """Go to the page, or back to the list."""
        if self.focused is self._people and self._people.row is not None:
            self.add_class("-reading")
            self._page.focus()
        else:
            self.action_back()

    def action_back(self) -> None:
        """Go back to the list."""
        self.remove_class("-reading")
        self._people.focus()

    def action_order(self) -> None:
        """List people in the next order; the cursor stays with whom it stands on."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.read_anew()

    def action_archived(self) -> None:
        """Show the archived, or everybody else."""
        self._archived = not self._archived
        self._fill(cursor=0)

    def action_new(self) -> None:
        """Ask for a new contact."""

        def back(contact_id: int | None) -> None:
            if contact_id is not None:
                self.go_to(contact_id)
                self._tell_doubles(contact_id)

        self.ask(ask_contact(self._desks)[0], back)

    def _tell_doubles(self, contact_id: int) -> None:
        likely = self._desks.merging.likely(contact_id)
        if likely:
            other = " · ".join(part for part in (likely[0].name, likely[0].organization) if part)
            self.notify(f"{other} has the {likely[0].why}. m makes one of the two.", markup=False)

    def action_edit(self) -> None:
        """Ask for changes of this contact."""
        row = self._people.row
        if row is None:
            return
        form, forget = ask_contact(self._desks, row.id)

        def back(contact_id: int | None) -> None:
            if contact_id is None:
                forget()
            else:
                self.go_to(contact_id)

        self.ask(form, back)

    def action_cadence(self) -> None:
        """Ask how often I mean to be in touch with them (S49)."""
        if (row := self._people.row) is not None:
            ask_cadence(self, self._desks, row.id, self.read_anew)

    def action_about(self) -> None:
        """Write about this contact; the words follow every key."""
        if (row := self._people.row) is not None:
            place = Kept("contact", "about", row.id)
            text = self._desks.scribe.latest(place, self._desks.contacts.sheet(row.id).about)
            dialog = EditText(f"About {row.name}", place, text, self._desks.scribe.keep)
            self.ask(dialog, lambda _text: self.read_anew())

    def action_pick(self) -> None:
        """Pick this contact as a prospect, or let them go."""
        if (row := self._people.row) is not None:
            self._desks.prospects.pick(row.id)
            self._fill(row.id)

    def action_move(self, by: int) -> None:
        """Move this prospect in the order."""
        row = self._people.row
        if row is None:
            return
        if self._desks.prospects.move(row.id, by) is None:
            self.notify(f"{row.name} is no prospect yet: Space picks them.", markup=False)
        self._fill(row.id)

    def action_plan(self) -> None:
        """Plan an interview with this contact."""
        if (row := self._people.row) is not None:
            self.post_message(OpenPlan(self._desks.plans.plan_with(row.id)))

    def whom(self) -> tuple[int, int | None] | None:
        """Whoever the cursor is on; for which interview is found out from what is planned."""
        row = self._people.row
        return (row.id, None) if row is not None else None

    def action_research(self) -> None:
        """Go to the research on this contact."""
        if (row := self._people.row) is not None:
            self.post_message(OpenResearch("contact", row.id))

    def action_live(self) -> None:
        """Go live with this contact."""
        if (row := self._people.row) is not None:
            self.post_message(OpenLive(self._desks.live.choose_for(row.id)))

    def action_log(self) -> None:
        """Log a talk with this contact that took place, then type up its notes (S14)."""
        row = self._people.row

        def back(interview_id: int | None) -> None:
            if interview_id is not None:
                self.post_message(OpenTypingUp(interview_id))

        known = (row.name, row.organization) if row is not None else ("", "")
        self.ask(log_talk(self._desks, *known), back)

    def action_stage(self) -> None:
        """Ask where I stand with this contact, and why (S11)."""
        row = self._people.row
        if row is None:
            return
        dialog = ask_stage(self._desks, row)
        self.ask(dialog, lambda taken: self.read_anew() if taken else None)

    def action_archive(self) -> None:
        """Archive this contact, or bring them back."""
        if (row := self._people.row) is not None:
            gone = self._desks.contacts.archive(row.id)
            said = "is archived; Z shows them" if gone else "is back among the others"
            self.notify(f"{row.name} {said}. u takes that back.", markup=False)
            self.read_anew()

    def action_delete(self) -> None:
        """Say what goes with this contact, and ask whether it shall (S18)."""
        row = self._people.row
        if row is None:
            return
        desk = self._desks.contacts
        desk.check_not_live(row.id)

        def back(choice: str | None) -> None:
            if choice == "archive":
                self.action_archive()
            elif choice == "delete":
                desk.delete(row.id)
                self.notify(f"{row.name} is deleted. u puts all of it back.", markup=False)
                self.read_anew()

        self.ask(ask_deletion(self._desks, row), back)

    def action_merge(self) -> None:
        """Ask who is the same person as this contact, and show the two side by side."""
        row = self._people.row
        if row is None:
            return
        desk = self._desks.merging

        def compare(other_id: int) -> None:
            pair = desk.compare(row.id, other_id)
            dialog = SideBySide(pair, lambda theirs: desk.merge(row.id, other_id, theirs))

            def back(merged: bool | None) -> None:
                if merged:
                    self.notify("The two are one now. u takes that back.", markup=False)
                    self.go_to(row.id)

            self.ask(dialog, back)

        dialog = OtherOne(f"Who is {row.name} as well?", lambda typed: desk.find(row.id, typed))
        self.ask(dialog, lambda other: compare(other.id) if other is not None else None)

"""Contacts: everyone I know, found as one types, with one person's page beside the list (S18)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.contact import STAGES, ContactForm, ContactRow
from infotui.domain.interview import HAS_BEEN
from infotui.domain.kept import form_field
from infotui.domain.moment import say_when
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.log_talk import log_talk
from infotui.tui.frame import Frame
from infotui.tui.routes import OpenConversation, OpenLive, OpenPlan, OpenResearch, OpenTypingUp
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import BLANK, Line, line, wrap
from infotui.tui.widgets.paged import Paged
from infotui.tui.widgets.row_list import RowList

_LABELS = (
    ("name", "Name", "Amina Patel"),
    ("organization", "Organization", "where they work"),
    ("role", "Profession or role", "fills {profession} in questions"),
    ("unit", "Unit or team", "fills {unit}"),
    ("field", "Field of work", "energy, public data, …"),
    ("email", "E-mail", ""),
    ("phone", "Telephone", ""),
    ("address", "Postal address", "for the thank-you card"),
    ("introduced_by", "Through whom", "who can introduce you, or did"),
)


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return ContactsScreen(desks)


class ContactsScreen(Frame):
    """People."""

    MODE = "contacts"
    CSS_PATH = "contacts.tcss"
    FIRST_FOCUS = "#people"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new", id="contacts.new", tooltip="Add a contact"),
        Binding("e", "edit", "edit", id="contacts.edit", tooltip="Change this contact"),
        Binding("p", "plan", "plan a talk", id="contacts.plan",
                tooltip="Plan an interview with this contact"),
        Binding("r", "research", "research", id="contacts.research",
                tooltip="Research notes on this contact"),
        Binding("t", "stage", "stage", id="contacts.stage", tooltip="Where I stand with them"),
        Binding("l", "live", "live", id="contacts.live", tooltip="Go live with this contact now"),
        Binding("g", "log", "log a talk", id="contacts.log",
                tooltip="Log a talk with this contact that took place"),
        Binding("slash", "filter", "filter", key_display="/", id="contacts.filter",
                tooltip="Find as you type: name, organization, field, role, stage"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks

    def body(self) -> Iterable[Widget]:
        """Lay out list and page."""
        people = RowList[ContactRow](
            self._draw,
            height=2,
            empty=("Nobody here yet.", "", "n adds the first person you know or want to meet."),
            id="people",
        )
        left = Vertical(FilterLine("filter: name, organization, field, role", id="filter"), people,
                        id="list", classes="panel")  # fmt: skip
        left.border_title = Content("People")
        page = LineBox(id="page", classes="panel")
        page.border_title = Content("Page")
        yield Horizontal(left, page)

    @property
    def _people(self) -> RowList[ContactRow]:
        return self.query_one("#people", RowList)

    @property
    def _needle(self) -> str:
        return self.query_one("#filter", FilterLine).value

    def read_anew(self) -> None:
        """Read the list and the page."""
        self._fill()

    def _fill(self, cursor: int | None = None) -> None:
        needle, desk = self._needle, self._desks.contacts
        count = desk.count(needle)
        rows = Paged(count, lambda offset, limit: desk.page(needle, offset, limit))
        self._people.show(rows, cursor)
        found = f"{count} found" if needle.strip() else count_of(count, "person")
        self.headline(("Contacts", "strong"), (f"   {found}", "muted"))
        self._show_page()

    def _draw(self, row: ContactRow, width: int) -> Sequence[Line]:
        talks = count_of(row.talks, "talk") if row.talks else ""
        about = " · ".join(part for part in (row.role, row.organization) if part)
        return (
            line((row.name, "strong"), right=((row.stage, "muted"),)),
            line("  ", (about or row.field or "—", "muted"), right=((talks, "good"),)),
        )

    def _show_page(self) -> None:
        row = self._people.row
        page = self.query_one("#page", LineBox)
        if row is None:
            page.show(lambda _width: (line(("The page of a contact stands here.", "muted")),))
            return
        page.show(lambda width: self._page_lines(row.id, width))

    def _page_lines(self, contact_id: int, width: int) -> Sequence[Line]:
        sheet = self._desks.contacts.sheet(contact_id)
        facts = (
            ("role", sheet.role), ("at", sheet.organization), ("unit", sheet.unit),
            ("field", sheet.field), ("stage", sheet.stage), ("through", sheet.introduced_by),
            *((point.kind, point.value) for point in sheet.points),
            ("research", f"{sheet.research_notes} on the person, "
                         f"{sheet.organization_notes} on the organization"),
        )  # fmt: skip
        lines = [line((sheet.name, "strong")), BLANK]
        for label, value in facts:
            for index, text in enumerate(wrap(value, max(8, width - 12)) if value else ()):
                lines.append(line((f"{label if not index else '':<11} ", "muted"), text))
        lines += [BLANK, line(("Interviews", "accent"))]
        lines += self._talk_lines(contact_id)
        return [*lines, BLANK, *(line(text) for text in wrap(sheet.about, width) if text)]

    def _talk_lines(self, contact_id: int) -> list[Line]:
        zone = self._desks.zone
        today = self._desks.clock.now().astimezone(zone).date()
        lines = []
        for talk in self._desks.contacts.talks_with(contact_id):
            when = talk.started_at or talk.scheduled_at
            said = say_when(when, zone, today) if when else "no time yet"
            lines.append(line(said, "  ", (talk.goal, "muted"), right=((talk.state, "muted"),)))
        return lines or [line(("none yet: p plans one", "muted"))]

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
        if coming:
            self.post_message(OpenPlan(coming[0].id))
        elif talks:
            self.post_message(OpenConversation(talks[0].id))
        else:
            self.action_edit()

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._fill(0)

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._people.focus()

    def go_to(self, what: object) -> None:
        """Put the cursor on a contact."""
        if isinstance(what, int):
            with self.prevent(Input.Changed):
                self.query_one("#filter", FilterLine).value = ""
            self._fill(self._desks.contacts.place_of(what))

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#filter").focus()

    def action_new(self) -> None:
        """Ask for a new contact."""
        self._ask("New contact", "contact", ContactForm(""), self._desks.contacts.add)

    def action_edit(self) -> None:
        """Ask for changes of this contact."""
        row = self._people.row
        if row is None:
            return
        desk = self._desks.contacts

        def change(form: ContactForm) -> int:
            desk.change(row.id, form)
            return row.id

        self._ask(f"Change {row.name}", f"contact-{row.id}", desk.form_of(row.id), change)

    def _ask(self, title: str, form: str, now: ContactForm, store: Any) -> None:
        scribe = self._desks.scribe
        places = {name: form_field(form, name) for name, _, _ in _LABELS}
        before = {name: scribe.unfinished(place) for name, place in places.items()}
        known = {"organization": self._desks.contacts.organizations(),
                 "field": self._desks.contacts.fields()}  # fmt: skip

        def hand_in(values: Mapping[str, str]) -> int:
            contact_id: int = store(now._replace(**values))
            forget()
            return contact_id

        def forget() -> None:
            for place in places.values():
                if scribe.unfinished(place):
                    scribe.forget(place)

        def back(contact_id: int | None) -> None:
            if contact_id is None:
                if now.name:
                    forget()
                return
            self.go_to(contact_id)

        fields = [Field(name, label, before[name] or getattr(now, name), hint, known.get(name, ()))
                  for name, label, hint in _LABELS]  # fmt: skip
        note = "What you had typed before is here again." if any(before.values()) else ""
        dialog = Form(title, fields, hand_in,
                      keep=lambda name, text: scribe.keep(places[name], text), note=note)  # fmt: skip
        self.ask(dialog, back)

    def action_plan(self) -> None:
        """Plan an interview with this contact."""
        if (row := self._people.row) is not None:
            self.post_message(OpenPlan(self._desks.plans.plan_with(row.id)))

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
        """Ask where I stand with this contact."""
        row = self._people.row
        if row is None:
            return

        def back(stage: str | None) -> None:
            if stage:
                self._desks.contacts.set_stage(row.id, stage)
                self.read_anew()

        options = [(stage, stage) for stage in STAGES]
        self.ask(Choice(f"Where I stand with {row.name}", options, at=row.stage), back)

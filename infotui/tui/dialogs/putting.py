"""Puts what a sheet of answers is over onto plans: for one person or for all, asked first where it begins something (M3)."""

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from infotui.domain.answers import GapRow, Sheet
from infotui.domain.text import count_of, shorten
from infotui.services.answers import say_put, say_put_all
from infotui.services.desks import Desks
from infotui.tui.answer_rows import remark, title_of
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.telling import UNDO

A = TypeVar("A")
_OFFERED: Final = 60  # people whose plan is offered
_NOBODY: Final = "Everybody was asked, and no talk is ahead whose plan it could stand in."


class PutsOnPlans(Dialog[A], Generic[A]):
    """Mixed into what shows a sheet of answers."""

    _desks: Desks

    def sheet_here(self) -> Sheet | None:
        """Give the sheet in sight."""
        return None

    def gap_here(self) -> GapRow | None:
        """Give who is under the cursor, of those who gave no answer."""
        return None

    def read_on(self) -> None:
        """Read anew after a change."""

    def action_put(self) -> None:
        """Put what the sheet is over onto a plan: with whoever is under the cursor, else it is asked whose."""
        sheet, gap = self.sheet_here(), self.gap_here()
        if sheet is None:
            return
        if gap is not None:
            self._put_for(sheet, gap)
            return
        whose = self._desks.answers.whose(sheet)[:_OFFERED]
        if not whose:
            self.app.notify(_NOBODY, markup=False)
            return

        def back(place: str | None) -> None:
            if place is not None:
                self._put_for(sheet, whose[int(place)])

        options = [(str(place), self._named(each)) for place, each in enumerate(whose)]
        self.ask(Choice("Onto whose plan?", options, words=title_of(sheet.topic)), back)

    def _named(self, gap: GapRow) -> str:
        state = remark(gap, self._desks.zone, self._desks.followups.today())
        return " · ".join(part for part in (gap.name, gap.organization, state) if part)

    def _put_for(self, sheet: Sheet, gap: GapRow) -> None:
        desk, key = self._desks.answers, sheet.topic.key

        def put(bank_id: str | None) -> None:
            if bank_id is not None:
                self._say(say_put(desk.put(key, gap, bank_id), gap.name))
                self.read_on()

        if gap.planned:
            put("")
        elif sheet.topic.what != "question":
            options = [(offer.bank_id, shorten(offer.text, 66)) for offer in desk.offers(key, gap)]
            words = f"The bank has these for “{title_of(sheet.topic)}”, worded for {gap.name}."
            if gap.ahead is None:
                words += f" No talk with {gap.name} is planned: with one of them a plan is begun."
            self.ask(Choice(f"What to ask {gap.name}", options, words=words), put)
        else:
            self._ask_first(sheet, gap, put)

    def _ask_first(self, sheet: Sheet, gap: GapRow, put: Callable[[str | None], None]) -> None:
        """Put a question; where that begins a plan, or names somebody all the same, ask first."""
        named = _listed(self._desks.answers.still_named(sheet.topic.key, [gap]))
        if gap.ahead is not None and not named:
            put("")
            return
        begins = "" if gap.ahead is not None else "Begin a plan with this question"
        title = f"{gap.name} has no talk planned" if begins else f"It names {named}"
        words = title_of(sheet.topic)
        words += f"\nIt names {named} to {gap.name}." if named and begins else ""
        option = begins or f"Put it onto the plan with {gap.name} all the same"
        options = [("yes", option), ("no", "Leave it")]
        options = options[::-1] if named else options  # it begins on the harmless one
        self.ask(Choice(title, options, words=words),
                 lambda choice: put("") if choice == "yes" else None)  # fmt: skip

    def action_put_all(self) -> None:
        """Put it onto every plan there is with those who gave no answer."""
        sheet = self.sheet_here()
        if sheet is None:
            return

        def put(choice: str | None) -> None:
            if choice == "yes":
                self._put_all(sheet)

        named = _listed(self._desks.answers.still_named(sheet.topic.key, sheet.putting))
        if not named:
            put("yes")
            return
        plans = count_of(len({gap.ahead.id for gap in sheet.putting if gap.ahead}), "plan")
        options = [("no", "Leave it"), ("yes", f"Put it onto {plans} all the same")]
        self.ask(Choice(f"It names {named}", options, words=title_of(sheet.topic)), put)

    def _put_all(self, sheet: Sheet) -> None:
        made = self._desks.answers.put_all(sheet.topic.key, sheet.gaps)
        if not made:
            self.app.notify("No talk ahead with any of them lacks it.", markup=False)
            return
        self._say(say_put_all(made))
        self.read_on()

    def _say(self, words: str) -> None:
        self.app.notify(f"{words} {UNDO}", markup=False)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names)

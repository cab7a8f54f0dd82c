"""The desk of introductions: who is asked to bring me together with whom, and how far that has come (S19-S21)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.clock import Clock
from infotui.domain.contact import Weight, optional_line
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.introduction import (
    NOTICES,
    IntroductionRow,
    advice_on,
    check_introduction_move,
    stage_after,
)
from infotui.domain.text import clean_line, fold, shorten
from infotui.domain.working_days import IsOff, add_working_days, working_days_between
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import contacts, histories, reaching

if TYPE_CHECKING:
    from infotui.domain.records.reaching import Introduction
    from infotui.storage.shelves import Shelves

_GONE: Final = "That introduction is no longer in the notebook. Nothing changed."
_DATED: Final = ("asked_at", "reminded_at", "made_at", "followed_at", "settled_at", "due")
_SETTLED: Final = frozenset({"led to interview", "declined", "lapsed"})
StepBack = Callable[["Shelves"], None]  # within a transaction that is open already


class Introducer(NamedTuple):
    """Somebody who could make an introduction."""

    id: int
    name: str
    organization: str


class IntroductionDesk:
    """Introductions."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        settings: Settings,
        is_off: IsOff,
        undo: Undo,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._settings = settings
        self._is_off = is_off
        self._undo = undo

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def one(self, introduction_id: int) -> IntroductionRow:
        """Give an introduction.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = reaching.introduction(self._store.reading(), introduction_id)
        if row is None:
            raise NotFoundError(_GONE)
        return self._told(row)

    def of_contact(self, contact_id: int) -> list[IntroductionRow]:
        """Give the introductions to a contact and by a contact, the latest first."""
        return [self._told(r) for r in reaching.introductions_of(self._store.reading(), contact_id)]

    def introducers(self, target_id: int, typed: str) -> list[Introducer]:
        """Give who could introduce me to a contact, the likeliest first."""
        found = reaching.introducers(self._store.reading(), target_id, typed)
        return [Introducer(*row) for row in found]

    def stage_hint(self, introduction_id: int) -> str:
        """Give the stage that suits the target now; empty when it suits already (S11)."""
        row = self.one(introduction_id)
        sheet = contacts.sheet(self._store.reading(), row.target_id)
        return stage_after(row.state, sheet.stage) if sheet is not None else ""

    def _told(self, row: IntroductionRow) -> IntroductionRow:
        """Add how many working days have passed, and what is fair to do."""
        waits_since = (row.reminded_at if row.state == "asked" else None) or row.since
        today = self._today()
        waited = 0
        if waits_since is not None and row.state not in _SETTLED:
            day = waits_since.astimezone(self._zone).date()
            waited = working_days_between(day, today, self._is_off)
        reminded = row.reminded_at is not None
        advice = advice_on(row.state, row.due, today, reminded=reminded)
        return row._replace(waited=waited, advice=advice)

    # ── changing ─────────────────────────────────────────────────────────────────────────────────

    def begin(
        self,
        introducer: int | str,
        target_id: int,
        notice: str = "",
        why: str = "",
        interview_id: int | None = None,
    ) -> int:
        """Keep that somebody is to be asked for an introduction; it is a draft until I asked (S19).

        Args:
            introducer: A contact's id, or the name of a contact or of somebody new.
            target_id: Whom I want to meet.
            notice: Whether I am to be `copied` or `told`; empty where that is open (S20).
            why: What the introducer may say of it.
            interview_id: Which planned interview it is for, where one is.

        Returns:
            The introduction's id.

        Raises:
            BadInputError: A field cannot be meant; nothing was stored.
            IllegalMoveError: The same two are brought together already.
        """
        from infotui.domain.records.reaching import Introduction

        reason = _checked(notice, why)
        with self._store.writing() as shelves:
            known = self._named(introducer) if isinstance(introducer, str) else introducer
            who = known if known is not None else _new_contact(shelves, str(introducer))
            self._check_two(shelves, who, target_id)
            made = Introduction(
                introducer_id=who, target_id=target_id, interview_id=interview_id,
                notice=notice,  # type: ignore[arg-type]
                why=reason,
            )  # fmt: skip
            introduction_id = shelves.reaching.add(made).row_id
        new = who if known is None else None
        self._undo.remember("the introduction", lambda: self._forget(introduction_id, new))
        return introduction_id

    def _named(self, name: str) -> int | None:
        """Give the contact of that name; None when there is none."""
        line = clean_line(name)
        found = contacts.named(self._store.reading(), line) if line else []
        same = [row for row in found if fold(row.name) == fold(line)]
        if len(same) > 1:
            raise BadInputError("introducer", f"{len(same)} contacts are called so. Choose one.")
        return same[0].id if same else None

    def _check_two(self, shelves: "Shelves", introducer_id: int, target_id: int) -> None:
        from infotui.domain.records.contact import Contact

        target = shelves.contacts.get(Contact, target_id)
        introducer = shelves.contacts.get(Contact, introducer_id)
        if introducer_id == target_id:
            raise BadInputError(
                "introducer", f"{target.name} cannot introduce you to themselves. Choose another."
            )
        open_now = shelves.reaching.open_between(introducer_id, target_id)
        if open_now is not None:
            raise IllegalMoveError(
                f"{introducer.name} is to introduce you to {target.name} already: "
                f"that one is {open_now.state}."
            )

    def _forget(self, introduction_id: int, introducer_id: int | None) -> None:
        """Take an introduction away, and the introducer who came with it and of whom nothing else is kept."""
        from infotui.domain.records.reaching import Introduction

        bare = introducer_id is not None and histories.is_bare(
            self._store.reading(), introducer_id, Weight(introductions=1)
        )
        with self._store.writing() as shelves:
            state = shelves.reaching.introduction(introduction_id).state
            if state != "draft":
                raise IllegalMoveError(f"This introduction is {state} by now, so it stays.")
            shelves.reaching.remove(Introduction, introduction_id)
            if bare and introducer_id is not None:
                shelves.contacts.remove_whole(introducer_id)

    def move(self, introduction_id: int, became: str, why: str = "") -> str:
        """Let an introduction pass to another state, dated, with what falls due by it (S20, S21).

        Returns:
            The state it now has.

        Raises:
            IllegalMoveError: It cannot become that; the sentence names the ways there are.
        """
        reason = optional_line("why", why)
        with self._store.writing() as shelves:
            introduction = shelves.reaching.introduction(introduction_id)
            back = self.step(shelves, introduction, became, reason)
        self._remember(f"“{shorten(self.one(introduction_id).words, 60)}” {became}", back)
        return became

    def _remember(self, what: str, back: "StepBack") -> None:
        def take_back() -> None:
            with self._store.writing() as shelves:
                back(shelves)

        self._undo.remember(what, take_back)

    def step(
        self, shelves: "Shelves", introduction: "Introduction", became: str, why: str = ""
    ) -> StepBack:
        """Take a step within a transaction that is open already; gives what takes it back in another.

        Whoever made the contact is noted as the one through whom, where nobody is noted yet (M4).
        """
        check_introduction_move(introduction.state, became)
        before = _standing(introduction)
        self._date(introduction, became, shelves)
        change = shelves.reaching.change_state(introduction, became, why)
        unnote = _note_introducer(shelves, introduction) if became == "contact made" else None
        return _way_back(introduction.row_id, before, became, change, unnote)

    def _date(self, introduction: "Introduction", became: str, shelves: "Shelves") -> None:
        """Date what a step brings, and forget the dates of what it takes back."""
        back = (introduction.state, became) == ("contact made", "asked")
        if became == "asked" and not back:
            introduction.asked_at, introduction.reminded_at = shelves.now, None
        elif became == "draft":
            introduction.asked_at = introduction.reminded_at = None
        elif became == "contact made" and introduction.state == "asked":
            introduction.made_at = shelves.now
        elif became == "followed up":
            known = introduction.followed_at if introduction.state == "led to interview" else None
            introduction.followed_at = known or shelves.now
        if became in {"draft", "asked"}:
            introduction.made_at = None
        if became in {"draft", "asked", "contact made"}:
            introduction.followed_at = None
        introduction.settled_at = shelves.now if became in _SETTLED else None
        introduction.due = self._due(introduction, became)

    def _due(self, introduction: "Introduction", became: str) -> date | None:
        """Give the day on which something is to be done: a reminder, or my follow-up (S21)."""
        if became == "asked":
            asked = introduction.reminded_at or introduction.asked_at or self._clock.now()
            return self._after(asked.astimezone(self._zone).date())
        if became == "contact made":
            made = introduction.made_at or self._clock.now()
            return add_working_days(made.astimezone(self._zone).date(), 1, self._is_off)
        return None

    def _after(self, day: date) -> date:
        return add_working_days(day, self._settings.introduction_days, self._is_off)

    def remind(self, introduction_id: int) -> date:
        """Keep that the introducer was reminded; the wait begins anew (S21).

        Returns:
            The day from which on it has been long enough again.

        Raises:
            IllegalMoveError: Nobody was asked, or the contact is made.
        """
        with self._store.writing() as shelves:
            introduction = shelves.reaching.introduction(introduction_id)
            if introduction.state != "asked":
                raise IllegalMoveError(
                    f"This introduction is {introduction.state}, so there is nothing to remind of."
                )
            before = _standing(introduction)
            introduction.reminded_at = shelves.now
            introduction.due = due = self._after(self._today())
            change = shelves.reaching.change_state(introduction, "asked", "reminded")
        self._remember("the reminder", _way_back(introduction_id, before, "asked", change))
        return due


def _new_contact(shelves: "Shelves", name: str) -> int:
    from infotui.domain.records.contact import Contact, ContactDraft

    try:
        draft = ContactDraft.model_validate({"name": clean_line(name)})
    except BadInputError as bad:
        raise BadInputError("introducer", bad.sentence) from bad
    return shelves.contacts.add(Contact.of(draft, None)).row_id


def _checked(notice: str, why: str) -> str:
    if notice not in NOTICES:
        raise BadInputError("notice", "You are either copied or told. Nothing was stored.")
    return optional_line("why", why)


def _standing(introduction: "Introduction") -> dict[str, Any]:
    """Give what a step may change, as it is."""
    return {name: getattr(introduction, name) for name in ("state", *_DATED)}


def _note_introducer(shelves: "Shelves", introduction: "Introduction") -> StepBack | None:
    """Note who led me to the target; gives what takes that back, None where somebody is noted."""
    introducer_id, target_id = introduction.introducer_id, introduction.target_id
    target = shelves.contacts.contact(target_id)
    was = target.introduced_by
    if not shelves.contacts.note_introducer(target, shelves.contacts.contact(introducer_id)):
        return None

    def back(shelves: "Shelves") -> None:
        target = shelves.contacts.contact(target_id)
        shelves.contacts.forget_introducer(target, introducer_id, was)

    return back


def _way_back(
    introduction_id: int,
    before: Mapping[str, Any],
    now: str,
    change_id: int,
    more: StepBack | None = None,
) -> StepBack:
    """Give what lets an introduction be as before, unless it went on in the meantime."""

    def back(shelves: "Shelves") -> None:
        introduction = shelves.reaching.introduction(introduction_id)
        if introduction.state != now:
            raise IllegalMoveError(
                f"This introduction is {introduction.state} by now, so that stays."
            )
        for field in _DATED:
            setattr(introduction, field, before[field])
        shelves.reaching.take_back_change(introduction, before["state"], change_id)
        if more is not None:
            more(shelves)

    return back

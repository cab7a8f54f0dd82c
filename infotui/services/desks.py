"""All desks of one open notebook, made once and handed to screens and commands."""

from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from infotui.config.bank_files import load_bank
from infotui.config.local_zone import local_zone
from infotui.config.settings import Settings
from infotui.domain.bank import Bank
from infotui.domain.clock import Clock, SystemClock
from infotui.services.contacts import ContactDesk
from infotui.services.exports import ExportDesk
from infotui.services.followups import FollowupDesk
from infotui.services.live import LiveDesk
from infotui.services.plans import PlanDesk
from infotui.services.questions import QuestionDesk
from infotui.services.research import ResearchDesk
from infotui.services.review import ReviewDesk
from infotui.services.scribe import Scribe
from infotui.services.undo import Undo
from infotui.storage.store import Store


class Desks:
    """The services of one notebook."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        zone: ZoneInfo,
        bank: Bank | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.settings = settings
        self.zone = zone
        self._given_bank = bank
        self.undo = Undo()
        self.scribe = Scribe(store)
        self.contacts = ContactDesk(store, self.undo)
        self.research = ResearchDesk(store, self.undo)
        self.plans = PlanDesk(store, clock, zone, settings, self._bank, self.undo)
        self.questions = QuestionDesk(store, settings, self._bank, self.undo)
        self.live = LiveDesk(store, clock, zone, self.plans, self.contacts)
        self.followups = FollowupDesk(store, clock, zone, self.undo)
        self.review = ReviewDesk(store, self.plans)
        self.exports = ExportDesk(store)

    @classmethod
    def open(
        cls,
        path: Path,
        settings: Settings,
        clock: Clock | None = None,
        *,
        only_read: bool = False,
    ) -> "Desks":
        """Open a notebook and make its desks.

        Raises:
            NotebookError: The file cannot be used; nothing was changed.
        """
        time = clock or SystemClock()
        store = Store.open_to_read(path, time) if only_read else Store.open(path, time)
        return cls(store, time, settings, local_zone(settings.time_zone))

    @cached_property
    def _loaded_bank(self) -> Bank:
        return self._given_bank or load_bank()

    def _bank(self) -> Bank:
        # Read from its files when the first question is picked, not before the first screen.
        return self._loaded_bank

    def close(self) -> None:
        """Put everything onto the disk and let the notebook go."""
        self.scribe.settle()
        self.store.close()

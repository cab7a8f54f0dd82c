"""All desks of one open notebook, each made when it is first asked for."""

# Each desk's module is loaded with it: a start needs two of them, and loading all would cost a sixth
# of the time to the first screen.

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from infotui.config.local_zone import local_zone
from infotui.config.settings import Settings
from infotui.domain.clock import Clock, SystemClock
from infotui.services.scribe import Scribe
from infotui.services.undo import Undo
from infotui.storage.store import Store

if TYPE_CHECKING:
    from infotui.config.days_off import DaysOff
    from infotui.domain.bank import Bank
    from infotui.services.answers import AnswerDesk
    from infotui.services.before import BeforeDesk
    from infotui.services.contacts import ContactDesk
    from infotui.services.debriefs import DebriefDesk
    from infotui.services.drafts import DraftDesk
    from infotui.services.exports import ExportDesk
    from infotui.services.findings import FindingDesk
    from infotui.services.followups import FollowupDesk
    from infotui.services.histories import HistoryDesk
    from infotui.services.introductions import IntroductionDesk
    from infotui.services.leads import LeadDesk
    from infotui.services.live import LiveDesk
    from infotui.services.merging import MergingDesk
    from infotui.services.openings import OpeningDesk
    from infotui.services.outcomes import OutcomeDesk
    from infotui.services.outreach import OutreachDesk
    from infotui.services.paper import PaperDesk
    from infotui.services.passages import PassageDesk
    from infotui.services.past_talks import PastTalkDesk
    from infotui.services.pictures import PictureDesk
    from infotui.services.plans import PlanDesk
    from infotui.services.promises import PromiseDesk
    from infotui.services.prospects import ProspectDesk
    from infotui.services.questions import QuestionDesk
    from infotui.services.referrals import ReferralDesk
    from infotui.services.research import ResearchDesk
    from infotui.services.resources import ResourceDesk
    from infotui.services.review import ReviewDesk
    from infotui.services.saturation import SaturationDesk
    from infotui.services.scheduling import SchedulingDesk
    from infotui.services.search import SearchDesk
    from infotui.services.thanks import ThanksDesk
    from infotui.services.touches import TouchDesk
    from infotui.services.typing_up import TypingUpDesk
    from infotui.storage.shelves import Shelves


class Desks:
    """The services of one notebook."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        zone: ZoneInfo,
        bank: "Bank | None" = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.settings = settings
        self.zone = zone
        self._given_bank = bank
        self.undo = Undo()
        self.scribe = Scribe(store)
        self.beside = ExitStack()  # what was opened beside the notebook, and is closed with it
        store.end_each_with(self._keep_queue)

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

    def _keep_queue(self, shelves: "Shelves") -> None:
        """Let whoever was met meanwhile join those who are told how the search ended (S53)."""
        from infotui.services.whom_to_tell import keep_queue

        keep_queue(shelves, self.zone, self.days_off)

    @cached_property
    def contacts(self) -> "ContactDesk":
        """Who I know."""
        from infotui.services.contacts import ContactDesk

        return ContactDesk(self.store, self.undo)

    @cached_property
    def prospects(self) -> "ProspectDesk":
        """Whom of them I have picked."""
        from infotui.services.prospects import ProspectDesk

        return ProspectDesk(self.store, self.undo)

    @cached_property
    def merging(self) -> "MergingDesk":
        """Two of them that are one."""
        from infotui.services.merging import MergingDesk

        return MergingDesk(self.store, self.undo)

    @cached_property
    def research(self) -> "ResearchDesk":
        """What I found out about them."""
        from infotui.services.research import ResearchDesk

        return ResearchDesk(self.store, self.undo)

    @cached_property
    def plans(self) -> "PlanDesk":
        """What I prepared."""
        from infotui.services.plans import PlanDesk

        return PlanDesk(
            self.store, self.clock, self.zone, self.settings, lambda: self.bank, self.undo,
            lambda: self.scheduling,
        )  # fmt: skip

    @cached_property
    def scheduling(self) -> "SchedulingDesk":
        """When and where it takes place, with whom, and how far it has come."""
        from infotui.services.scheduling import SchedulingDesk

        return SchedulingDesk(self.store, self.clock, self.zone, self.settings, self.undo)

    @cached_property
    def questions(self) -> "QuestionDesk":
        """What I want to ask."""
        from infotui.services.questions import QuestionDesk

        return QuestionDesk(
            self.store, self.settings, lambda: self.bank, self.undo, self.clock, self.zone
        )

    @cached_property
    def before(self) -> "BeforeDesk":
        """What earlier talks left to ask."""
        from infotui.services.before import BeforeDesk

        return BeforeDesk(self.store, self.settings, self.questions, self.undo)

    @cached_property
    def live(self) -> "LiveDesk":
        """The talk that is on."""
        from infotui.services.live import LiveDesk

        return LiveDesk(
            self.store, self.clock, self.zone, self.plans, self.contacts, self.undo, self.days_off
        )

    @cached_property
    def followups(self) -> "FollowupDesk":
        """What is owed."""
        from infotui.services.followups import FollowupDesk

        return FollowupDesk(self.store, self.clock, self.zone, self.days_off, self)

    @cached_property
    def thanks(self) -> "ThanksDesk":
        """What each person is owed for each talk."""
        from infotui.services.thanks import ThanksDesk

        return ThanksDesk(self.store, self.undo)

    @cached_property
    def promises(self) -> "PromiseDesk":
        """What I promised, and what was promised to me."""
        from infotui.services.promises import PromiseDesk

        return PromiseDesk(self.store, self.clock, self.zone, self.undo)

    @cached_property
    def introductions(self) -> "IntroductionDesk":
        """Who is asked to bring me together with whom."""
        from infotui.services.introductions import IntroductionDesk

        return IntroductionDesk(
            self.store, self.clock, self.zone, self.settings, self.days_off, self.undo
        )

    @cached_property
    def outreach(self) -> "OutreachDesk":
        """To whom I wrote, and what came back."""
        from infotui.services.outreach import OutreachDesk

        return OutreachDesk(
            self.store, self.clock, self.zone, self.settings, self.days_off, self.introductions,
            self.undo,
        )  # fmt: skip

    @cached_property
    def touches(self) -> "TouchDesk":
        """With whom I am in touch, and how often I want to be."""
        from infotui.services.touches import TouchDesk

        return TouchDesk(self.store, self.clock, self.zone, self.undo)

    @cached_property
    def resources(self) -> "ResourceDesk":
        """What was named to me, and to whom I passed it on."""
        from infotui.services.resources import ResourceDesk

        return ResourceDesk(self.store, self.undo)

    @cached_property
    def outcomes(self) -> "OutcomeDesk":
        """How the search ended, and who is told of it."""
        from infotui.services.outcomes import OutcomeDesk

        return OutcomeDesk(self.store, self.undo)

    @cached_property
    def days_off(self) -> "DaysOff":
        """Which days are no working days."""
        from infotui.config.days_off import DaysOff

        return DaysOff(self.settings.country)

    @cached_property
    def debriefs(self) -> "DebriefDesk":
        """What I think of a talk afterwards."""
        from infotui.services.debriefs import DebriefDesk

        return DebriefDesk(self.store, self.clock, self.zone, self.undo)

    @cached_property
    def drafts(self) -> "DraftDesk":
        """What I write to people, or say to them on the telephone."""
        from infotui.services.drafts import DraftDesk

        return DraftDesk(self.store, self.clock, self.zone, self.settings, self.undo)

    @cached_property
    def review(self) -> "ReviewDesk":
        """What was said."""
        from infotui.services.review import ReviewDesk

        return ReviewDesk(self.store, self.plans)

    @cached_property
    def search(self) -> "SearchDesk":
        """What was ever written down, by its words."""
        from infotui.services.search import SearchDesk

        return SearchDesk(self.store, self.clock, self.zone)

    @cached_property
    def histories(self) -> "HistoryDesk":
        """What was with one person, or one organization, over time."""
        from infotui.services.histories import HistoryDesk

        return HistoryDesk(self.store)

    @cached_property
    def pictures(self) -> "PictureDesk":
        """What is easier to look at than to read."""
        from infotui.services.pictures import PictureDesk

        return PictureDesk(self.store, self.settings, self.zone)

    @cached_property
    def passages(self) -> "PassageDesk":
        """Where what was found stands, and more of that place."""
        from infotui.services.passages import PassageDesk

        return PassageDesk(self.store)

    @cached_property
    def answers(self) -> "AnswerDesk":
        """What they all said on one thing."""
        from infotui.services.answers import AnswerDesk

        return AnswerDesk(self.store, self.settings, lambda: self.bank, self.zone, self.undo,
                          self.questions, self.plans)  # fmt: skip

    @cached_property
    def findings(self) -> "FindingDesk":
        """What I learned in all talks, and what of it is at odds."""
        from infotui.services.findings import FindingDesk

        return FindingDesk(self.store, self.undo, self.questions, self.before)

    @cached_property
    def saturation(self) -> "SaturationDesk":
        """How far each goal is answered."""
        from infotui.services.saturation import SaturationDesk

        return SaturationDesk(self.store, lambda: self.bank, self.findings)

    @cached_property
    def paper(self) -> "PaperDesk":
        """The plan as a page to print."""
        from infotui.services.paper import PaperDesk

        return PaperDesk(self.store, self.plans, self.contacts, self.zone, lambda: self.scheduling)

    @cached_property
    def typing_up(self) -> "TypingUpDesk":
        """Notes that are typed up after a talk."""
        from infotui.services.typing_up import TypingUpDesk

        return TypingUpDesk(
            self.store, self.clock, self.zone, self.plans, self.scribe, self.undo, self.days_off
        )

    @cached_property
    def past_talks(self) -> "PastTalkDesk":
        """Talks that took place without the live screen."""
        from infotui.services.past_talks import PastTalkDesk

        return PastTalkDesk(
            self.store, self.clock, self.zone, self.settings, self.contacts, self.undo,
            self.days_off,
        )  # fmt: skip

    @cached_property
    def leads(self) -> "LeadDesk":
        """Whom they named to me."""
        from infotui.services.leads import LeadDesk

        return LeadDesk(self.store, self.clock, self.zone, self.days_off, self.undo)

    @cached_property
    def referrals(self) -> "ReferralDesk":
        """Who led me to whom."""
        from infotui.services.referrals import ReferralDesk

        return ReferralDesk(self.store)

    @cached_property
    def openings(self) -> "OpeningDesk":
        """The jobs that were spoken of."""
        from infotui.services.openings import OpeningDesk

        return OpeningDesk(self.store, self.undo)

    @cached_property
    def exports(self) -> "ExportDesk":
        """What can be taken away."""
        from infotui.services.exports import ExportDesk

        return ExportDesk(self.store)

    @cached_property
    def bank(self) -> "Bank":
        """The question bank, the person's own entries joined in; read when it is first asked for."""
        if self._given_bank is not None:
            return self._given_bank
        from infotui.config.bank_files import load_bank

        return load_bank()

    def warm_up(self) -> None:
        """Load what the first change will need; may be called in a thread of its own."""
        from infotui.storage import warm

        warm.load()
        _ = self.bank

    def close(self) -> None:
        """Put everything onto the disk and let the notebook go."""
        self.scribe.call_back_with(None)
        self.scribe.tell_trouble_to(None)
        self.scribe.settle()
        self.store.close()
        self.beside.close()

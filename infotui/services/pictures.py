"""The desk of the pictures: the whole notebook in figures, read at one moment."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.pictures.confidence import Confidence, confidence
from infotui.domain.pictures.findings import Findings, findings
from infotui.domain.pictures.outreach import Outreach, outreach
from infotui.domain.pictures.referrals import Referrals, referrals
from infotui.domain.pictures.talks import (
    OverTime,
    Times,
    figures_of,
    over_time,
    times,
)
from infotui.domain.referral_tree import joined, tree
from infotui.storage.store import Store
from infotui.storage.views import pictures
from infotui.storage.views import referrals as led


class Pictures(NamedTuple):
    """What each picture shows."""

    talks: OverTime
    times: Times
    confidence: Confidence
    outreach: Outreach
    findings: Findings
    referrals: Referrals


class PictureDesk:
    """Past talks to look at."""

    def __init__(self, store: Store, settings: Settings, zone: ZoneInfo) -> None:
        self._store = store
        self._settings = settings
        self._zone = zone

    def read(self) -> Pictures:
        """Give all pictures as the notebook is at one moment.

        It reads on a connection of its own, so that it may be called in a thread: of thousands of
        talks it takes longer than a frame.
        """
        usual = self._settings.marks
        with self._store.snapshot() as db:
            logs = pictures.logs(db)
            held = [
                figures_of(talk, logs.get(talk.id, ()), usual, talk.met_at.astimezone(self._zone))
                for talk in pictures.talks(db)
            ]
            sent, told = pictures.outreach(db), pictures.findings(db)
            named, steps = led.leads(db)
            people, others = led.people(db), led.others(db)
        rows = tree(*joined([*people, *named], [*steps, *others]))
        return Pictures(
            over_time(held), times(held), confidence(held), outreach(sent), findings(told),
            referrals(rows),
        )  # fmt: skip

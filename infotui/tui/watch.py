"""Tells the marks of a talk that is on while its own screen was not opened yet, as after a restart (S41)."""

from textual.app import App
from textual.timer import Timer

from infotui.domain.interview import InterviewRow
from infotui.domain.ticks import Ticks
from infotui.services.desks import Desks


class TalkWatch:
    """One tick a second until the live screen keeps the time itself.

    Args:
        app: Who ticks, and says what is due.
        desks: The services.
    """

    def __init__(self, app: App[None], desks: Desks) -> None:
        self._app = app
        self._desks = desks
        self._ticking: Timer | None = None
        self._ticks = Ticks()

    def begin(self) -> None:
        """Watch the talk that is on; does nothing when none is, or its clock stands."""
        live = self._desks.live.interrupted()
        if live is None or self._ticking is not None:
            return
        self._desks.live.notice_set_back(live.id)
        sheet = self._desks.live.sheet(live.id, with_notes=False)
        reading = sheet.at(self._desks.live.now())
        if reading.running or reading.hard_stop:
            self._ticking = self._app.set_interval(1.0, self.tick)

    def end(self) -> None:
        """Leave it to the live screen."""
        self._ticks.stop()
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None

    def tick(self) -> None:
        """Tell what is due, once; stop when the talk has ended."""
        live = self._desks.live.interrupted()
        if live is None:
            self.end()
            return
        now = self._desks.live.now()
        since = self._ticks.next(now)
        if since is not None:
            self._desks.live.notice_gap(live.id, since)
        if self._desks.live.sheet(live.id, with_notes=False).due(now):
            self._tell(live)

    def _tell(self, live: InterviewRow) -> None:
        timed = [mark for mark in self._desks.live.show_due(live.id) if mark.kind != "must"]
        if not timed:
            return
        minutes = int(timed[-1].at.total_seconds()) // 60
        if self._desks.settings.bell:
            self._app.bell()
        self._app.notify(
            f"{minutes} minutes of the talk with {live.contact} have passed. 6 leads to it.",
            markup=False, timeout=15,
        )  # fmt: skip

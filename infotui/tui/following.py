"""Follows a notebook that another infotui writes, and takes it over when that one is closed."""

from collections.abc import Callable
from typing import Final

from textual.app import App
from textual.timer import Timer

from infotui.domain.errors import NotebookError
from infotui.services.desks import Desks

_EVERY: Final = 1.0  # seconds; only while another program writes the notebook


class WriterWatch:
    """One look a second until this program is the one that writes.

    Args:
        app: Who looks, and says how things stand.
        desks: The services.
        read_anew: Called when the other one has written.
        write_now: Called once this program may write.
    """

    def __init__(
        self,
        app: App[None],
        desks: Desks,
        read_anew: Callable[[], None],
        write_now: Callable[[], None],
    ) -> None:
        self._app = app
        self._desks = desks
        self._read_anew = read_anew
        self._write_now = write_now
        self._seen = 0
        self.timer: Timer | None = None

    def begin(self) -> None:
        """Say how things stand, and look from now on."""
        self._app.notify(
            "Another infotui is writing this notebook. This one shows it, follows its changes, and "
            "takes over when the other is closed.",
            title="For reading only", severity="warning", timeout=15, markup=False,
        )  # fmt: skip
        self._seen = self._desks.store.version()
        self.timer = self._app.set_interval(_EVERY, self.look)

    def look(self) -> None:
        """Read what the other one wrote, or take over if it is gone.

        Raises:
            NotebookError: It cannot be taken over; this program stays for reading.
        """
        try:
            taken = self._desks.store.take_over()
        except NotebookError:
            self._end()  # the sentence is told by who catches it
            raise
        if taken:
            self._end()
            self._app.notify("The other infotui is closed: this one writes now.", markup=False)
            self._write_now()
        elif self._desks.store.version() == self._seen:
            return
        self._seen = self._desks.store.version()
        self._read_anew()

    def _end(self) -> None:
        if self.timer is not None:
            self.timer.stop()

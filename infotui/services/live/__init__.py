"""The desk of the live interview; each module here adds one side of the talk to the one before."""

# talk (shared) → asking → timing → noting → ending → choosing

from infotui.services.live.choosing import Choosing
from infotui.services.live.sheet import LiveSheet, Moment

__all__ = ["LiveDesk", "LiveSheet", "Moment"]


class LiveDesk(Choosing):
    """The one interview that is live, and those that may become it (S41, S42, M6)."""

"""A gate in front of the slow libraries: who needs them waits while another thread is loading them."""

from threading import RLock
from typing import Final

# Two threads that import one large package at once can each be handed half of it; Python only sees
# that its own locks go round in a circle, and then lets one of them through too early.
GATE: Final = RLock()

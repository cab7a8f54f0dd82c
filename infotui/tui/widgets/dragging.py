"""One row of a list being dragged with the mouse: from where, over what, and whether it drifts."""

from dataclasses import dataclass

from textual.timer import Timer


@dataclass(slots=True)
class Drag:
    """What is known from the press of the button to its release.

    Attributes:
        index: The row that was taken.
        to: The place it would land in now; None where it cannot land.
        under_way: Whether it left its own row at least once, so that this is no click.
        y: The line of the list's sight that the mouse is on.
        drift: The lines by which the list moves under the mouse at an edge: -1, 0 or 1.
    """

    index: int
    to: int | None
    under_way: bool = False
    y: int = 0
    drift: int = 0
    timer: Timer | None = None

    def stop(self) -> None:
        """Let the list stand still."""
        if self.timer is not None:
            self.timer.stop()
            self.timer = None
        self.drift = 0

    def mark(self, index: int) -> str:
        """Give the sign of a row: which way what is dragged would go, or that it is the one."""
        if index == self.to and index != self.index:
            return "▲" if index < self.index else "▼"
        return "▏" if index == self.index else " "

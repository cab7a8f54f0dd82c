"""Curves and points over time, drawn in dots by plotille; the one door to it, and nothing else knows of it."""

from collections.abc import Sequence
from types import ModuleType
from typing import Final, NamedTuple

from infotui.tui.widgets.axes import joined
from infotui.tui.widgets.lines import Word

# The dots of a cell as one of the quarters that every font has; dots of writing for the blind, which
# plotille would give, are boxes in many a terminal. Bits: left above, right above, left and right below.
_QUARTERS: Final = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_ACROSS: Final = 2  # dots in a cell
_UP: Final = 2
_BLIND: Final = 0x2800
# What plotille calls each dot of its own cells, which are as high as two of ours.
_UPPER: Final = ((0x01, 1), (0x08, 2), (0x02, 4), (0x10, 8))
_LOWER: Final = ((0x04, 1), (0x20, 2), (0x40, 4), (0x80, 8))


class Curve(NamedTuple):
    """Points joined by a line."""

    points: Sequence[tuple[float, float]]
    style: str


class Spot(NamedTuple):
    """One sign at a point; with `until` the same sign from there on to the right, without the last cell."""

    x: float
    y: float
    sign: str
    style: str
    until: float | None = None


class Frame(NamedTuple):
    """What part of the plane is drawn, and into how many cells."""

    left: float
    right: float
    bottom: float
    top: float
    width: int
    height: int

    def column(self, x: float) -> int:
        """Give the cell of a place on the axis below."""
        return self.dots(x, 0.0)[0] // _ACROSS

    def row(self, y: float) -> int:
        """Give the row of a value, counted from the top."""
        return self.height - 1 - self.dots(0.0, y)[1] // _UP

    def dots(self, x: float, y: float) -> tuple[int, int]:
        """Give the dot of a point, counted from the left and from below; of one outside, at the edge."""
        across, up = self.width * _ACROSS - 1, self.height * _UP - 1
        wide, high = self.right - self.left, self.top - self.bottom
        dot_x = round((x - self.left) / wide * across) if wide > 0 else across // 2
        dot_y = round((y - self.bottom) / high * up) if high > 0 else up // 2
        return max(0, min(across, dot_x)), max(0, min(up, dot_y))


def plot(
    frame: Frame, curves: Sequence[Curve], spots: Sequence[Spot] = ()
) -> list[tuple[Word, ...]]:
    """Draw spots over curves.

    Args:
        frame: What is drawn, and how large; what lies outside is drawn at its edge.
        curves: The last lies above the others.
        spots: The last lies above the others.

    Returns:
        The words of each row, from the top, each row as wide as the frame.
    """
    cells = [[(" ", "")] * frame.width for _ in range(frame.height)]
    for curve in curves:
        for row, text in enumerate(_drawn(frame, curve)):
            for column, sign in enumerate(text):
                if sign != " ":
                    cells[row][column] = (sign, curve.style)
    for spot in spots:
        first = frame.column(spot.x)
        last = first if spot.until is None else max(first, frame.column(spot.until) - 1)
        for column in range(first, last + 1):
            cells[frame.row(spot.y)][column] = (spot.sign, spot.style)
    return [joined(row) for row in cells]


def load() -> ModuleType:
    """Load plotille, which takes some frames; may be called in a thread before a curve is drawn."""
    import plotille  # type: ignore[import-untyped]

    return plotille  # type: ignore[no-any-return]


def _drawn(frame: Frame, curve: Curve) -> list[str]:
    """Draw one curve alone, row by row from the top."""
    high = -(-frame.height // 2)
    canvas = load().Canvas(
        frame.width, high, xmin=0, ymin=0, xmax=frame.width * _ACROSS, ymax=high * 2 * _UP
    )
    places = [frame.dots(x, y) for x, y in curve.points]
    for (x, y), (to_x, to_y) in zip(places, places[1:] or places, strict=False):
        canvas.line(x, y, to_x, to_y)
    rows: list[str] = []
    for text in canvas.plot("\n").split("\n"):
        rows += ["".join(_quarter(sign, half) for sign in text) for half in (_UPPER, _LOWER)]
    return rows[len(rows) - frame.height :]


def _quarter(sign: str, half: tuple[tuple[int, int], ...]) -> str:
    dots = ord(sign) - _BLIND
    return _QUARTERS[sum(bit for dot, bit in half if dots & dot)]

"""Curves and points over time, drawn in dots by plotille; the one door to it, and nothing else knows of it."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

import plotille  # type: ignore[import-untyped]

from infotui.tui.widgets.axes import joined
from infotui.tui.widgets.lines import Word

Pattern = Literal["solid", "dashed", "dotted"]
# Which dots of a curve are drawn, of so many one after the other.
_PATTERNS: Final[dict[Pattern, tuple[int, int]]] = {
    "solid": (1, 1), "dashed": (4, 7), "dotted": (1, 4),
}  # fmt: skip
_ACROSS: Final = 2  # dots in a cell
_UP: Final = 4
_EMPTY: Final = "\u2800"  # a cell without dots, which some fonts draw as eight rings


class Curve(NamedTuple):
    """Points joined by a line; told apart by its pattern, whatever the colours."""

    points: Sequence[tuple[float, float]]
    pattern: Pattern
    style: str


class Spot(NamedTuple):
    """One sign at a point."""

    x: float
    y: float
    sign: str
    style: str


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
        """Give the dot of a point, counted from the left and from below."""
        across, up = self.width * _ACROSS - 1, self.height * _UP - 1
        wide, high = self.right - self.left, self.top - self.bottom
        dot_x = round((x - self.left) / wide * across) if wide > 0 else across // 2
        dot_y = round((y - self.bottom) / high * up) if high > 0 else up // 2
        return max(0, min(across, dot_x)), max(0, min(up, dot_y))


def plot(
    frame: Frame, curves: Sequence[Curve], spots: Sequence[Spot] = ()
) -> list[tuple[Word, ...]]:
    """Draw curves and, over them, spots.

    Args:
        frame: What is drawn, and how large; what lies outside is drawn at its edge.
        curves: The first lies above the others.
        spots: The last lies above the others.

    Returns:
        The words of each row, from the top, each row as wide as the frame.
    """
    cells = [[(" ", "")] * frame.width for _ in range(frame.height)]
    for curve in reversed(curves):
        for row, text in enumerate(_drawn(frame, curve)):
            for column, sign in enumerate(text):
                if sign != _EMPTY:
                    cells[row][column] = (sign, curve.style)
    for spot in spots:
        cells[frame.row(spot.y)][frame.column(spot.x)] = (spot.sign, spot.style)
    return [joined(row) for row in cells]


def _drawn(frame: Frame, curve: Curve) -> list[str]:
    """Draw one curve alone, as rows of dots."""
    across, up = frame.width * _ACROSS, frame.height * _UP
    canvas = plotille.Canvas(frame.width, frame.height, xmin=0, ymin=0, xmax=across, ymax=up)
    shown, of = _PATTERNS[curve.pattern]
    places = [frame.dots(x, y) for x, y in curve.points]
    passed = 0
    for (x, y), (to_x, to_y) in zip(places, places[1:] or places, strict=False):
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        if curve.pattern == "solid":
            canvas.line(x, y, to_x, to_y)
        for step in range(steps + 1 if curve.pattern != "solid" else 0):
            if (passed + step) % of < shown:
                part = step / steps
                canvas.point(round(x + (to_x - x) * part), round(y + (to_y - y) * part))
        passed += steps
    text: str = canvas.plot("\n")
    return text.split("\n")

"""A line of the screen as styled words: fitted to a width by cells, never read as markup."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from infotui.tui.widgets.harmless import harmless

Word = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """Words from the left, and words that stand at the right edge; each (text, style name).

    What a name looks like is told by `looks`.
    """

    left: tuple[Word, ...] = ()
    right: tuple[Word, ...] = ()


def line(*left: Word | str, right: Sequence[Word | str] = ()) -> Line:
    """Make a line; a bare string is a word without a style."""
    return Line(tuple(map(_word, left)), tuple(map(_word, right)))


def _word(word: Word | str) -> Word:
    return (word, "") if isinstance(word, str) else word


BLANK: Final = Line()


def cut(text: str, width: int) -> str:
    """Cut a text to `width` cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells, at spaces where there are any."""
    lines: list[str] = []
    for paragraph in text.replace("\t", "    ").split("\n"):
        lines.extend(_wrap_paragraph(harmless(paragraph), max(1, width)))
    return lines


def _wrap_paragraph(text: str, width: int) -> list[str]:
    lines: list[str] = []
    now: str | None = None
    for word in text.split(" "):
        candidate = word if now is None else f"{now} {word}"
        if cell_len(candidate) <= width:
            now = candidate
            continue
        if now is not None and now.strip():
            lines.append(now)
        while cell_len(word) > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]  # noqa: PLW2901 - what is left of a word longer than a line
        now = word
    return [*lines, now or ""]


def _head(word: str, width: int) -> str:
    """The longest beginning of a word that fits, at least one character of it."""
    spans, _ = split_graphemes(word)
    end, used = 0, 0
    for _start, stop, cells in spans:
        if used + cells > width and end:
            break
        end, used = stop, used + cells
    return word[: max(1, end)]


def paint(drawn: Line, width: int, styles: Mapping[str, Style], base: Style) -> Strip:
    """Draw a line at exactly `width` cells.

    Args:
        drawn: The line.
        width: In cells; the left words are cut first, the right ones only when nothing else fits.
        styles: What each style name looks like.
        base: What is behind all of it.
    """
    right = _fitted(drawn.right, width, styles, base)
    right_width = sum(cell_len(segment.text) for segment in right)
    gap = 1 if right and right_width < width else 0
    segments = _fitted(drawn.left, width - right_width - gap, styles, base)
    used = sum(cell_len(segment.text) for segment in segments)
    segments.append(Segment(" " * (width - right_width - used), base))
    return Strip([*segments, *right], width)


def _fitted(
    words: Sequence[Word], width: int, styles: Mapping[str, Style], base: Style
) -> list[Segment]:
    segments: list[Segment] = []
    for text, name in words:
        if width <= 0:
            break
        # Measured as it will be drawn: a hidden character is no cell wide, its picture is one.
        flat = harmless(text.replace("\n", " ").replace("\t", " "))
        shown = cut(flat, width)
        style = base + styles[name] if name else base
        segments.append(Segment(shown, style))
        if shown != flat:
            break  # one ellipsis says it
        width -= cell_len(shown)
    return segments

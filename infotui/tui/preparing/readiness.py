"""How ready an interview is, in a line or two: what is missing, and the key that fixes it (S16, K5)."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from infotui.domain.readiness import Check
from infotui.tui.widgets.lines import Line, Word, line
from infotui.tui.widgets.pictures import bar

# Which key closes which gap; the second is for the other half of a check that has two.
_KEYS: Final[dict[str, tuple[str, str]]] = {
    "goal": ("g", "w"), "person research": ("h", "h"), "organization research": ("H", "H"),
    "questions": ("b", "f"), "place": ("t", "p"), "opening": ("o", "o"), "day sheet": ("D", "D"),
}  # fmt: skip


def key_for(check: Check) -> str:
    """Give the key that closes the gap of a check."""
    first, second = _KEYS[check.name]
    if check.name == "goal":
        return first if check.missing == "goal" else second
    if check.name == "questions":
        return second if "tailored" in check.missing else first
    if check.name == "place":
        return first if "time" in check.missing else second
    return first


def next_gap(checks: Sequence[Check]) -> Check | None:
    """Give the first check that does not hold."""
    return next((check for check in checks if not check.done), None)


def ready_lines(checks: Sequence[Check], width: int) -> Sequence[Line]:
    """Say what is missing, each with its key, in as few lines as there is room for."""
    done = sum(check.done for check in checks)
    if done == len(checks):
        return (line(*bar(done, len(checks)), ("  prepared", "good")),)
    parts: list[tuple[Word, ...]] = [(*bar(done, len(checks)), (f" {done} of {len(checks)}", ""))]
    parts += [
        ((key_for(check), "key"), (f" {check.missing}", "warn"))
        for check in checks if not check.done
    ]  # fmt: skip
    return [line(*words) for words in _flowing(parts, width)]


def _flowing(parts: Sequence[Sequence[Word]], width: int) -> list[list[Word]]:
    """Lay parts one after the other, a new line where the next one does not fit."""
    lines: list[list[Word]] = [[]]
    room = width
    for part in parts:
        cells = sum(cell_len(text) for text, _ in part)
        gap = 3 if lines[-1] else 0
        if lines[-1] and cells + gap > room:
            lines.append([])
            room, gap = width, 0
        lines[-1] += [(" " * gap, ""), *part] if gap else [*part]
        room -= cells + gap
    return lines

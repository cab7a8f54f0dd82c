"""Shows the words of a card large and alone, so that one can copy them by hand (S46)."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from infotui.domain.draft import open_blanks
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.large_hand import WIDEST, Part, large_parts
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import BLANK, Line, line, wrap


class ByHand(Dialog[str]):
    """The words, and nothing else, over the whole screen; gives `sent` or `back`.

    Args:
        title: What it is, and for whom.
        words: What is to be copied.
        address: Where it goes; nothing is said of it where it is empty.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "part(1)", "next part", id="by_hand.next",
                tooltip="The next part of the words; after the last one comes the first"),
        Binding("pagedown", "part(1)", "next part", show=False, id="by_hand.page_down"),
        Binding("down", "part(1)", "next part", show=False, id="by_hand.down"),
        Binding("pageup", "part(-1)", "part before", show=False, id="by_hand.page_up"),
        Binding("up", "part(-1)", "part before", show=False, id="by_hand.up"),
        Binding("f8", "sent", "sent", id="by_hand.sent", tooltip="It is written and sent"),
        Binding("escape", "leave", "back", id="by_hand.leave", tooltip="Back; nothing changes"),
        Binding("f1", "app.show_keys", "keys", id="by_hand.keys", tooltip="All keys that work here"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    ByHand { background: $background; layout: vertical; }
    ByHand #hand-top, ByHand #hand-below { margin: 0 2; }
    ByHand #hand-room { height: 1fr; margin: 1 2; align: center middle; }
    """

    def __init__(self, title: str, words: str, address: str = "") -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._address = address
        self._at = 0

    def compose(self) -> ComposeResult:
        """Lay out the words between what it is and the keys."""
        yield LineBox(self._top, id="hand-top")
        with Vertical(
            id="hand-room"
        ):  # whose height it is that counts: the words are as tall as they are
            yield LineBox(self._large, id="hand-words")
        yield LineBox(self._below, id="hand-below")
        yield KeyBar()

    @property
    def parts(self) -> list[Part]:
        """The words in parts as they fit the screen now."""
        room = self.query_one("#hand-room").size
        return large_parts(self._words, room.width, room.height)

    def on_resize(self) -> None:
        """Lay the words out for the new size, once it is known."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        self._at = min(self._at, len(self.parts) - 1)
        self.query_one("#hand-words", LineBox).show(self._large)
        self.query_one("#hand-top", LineBox).show(self._top)

    def _top(self, _width: int) -> Sequence[Line]:
        count = len(self.parts)
        told = f"part {self._at + 1} of {count}" if count > 1 else ""
        return (line((self._title, "muted"), right=((told, "muted"),)),)

    def _large(self, width: int) -> Sequence[Line]:
        parts = self.parts
        part = parts[min(self._at, len(parts) - 1)]
        margin = " " * max(0, (width - WIDEST) // 2)
        lines: list[Line] = []
        for text in part:
            lines += [line(margin, (text, "strong")), BLANK] if text else [BLANK]
        return lines[:-1]

    def _below(self, width: int) -> Sequence[Line]:
        blanks = open_blanks("", self._words)
        if blanks:
            told = " ".join(f"{{{name}}}" for name in blanks)
            return (line(("Blanks still open: ", "warn"), told),)
        # All of it is copied onto the envelope, so nothing of it is cut.
        parts = wrap(f"to {self._address}" if self._address else "", width - 3)
        return tuple(line((f"   {part}" if n else part, "muted")) for n, part in enumerate(parts))

    def action_part(self, by: int) -> None:
        """Go to another part, round and round."""
        self._at = (self._at + by) % len(self.parts)
        self._draw()

    def action_sent(self) -> None:
        """Keep that it is sent."""
        self.answer("sent")

    def action_leave(self) -> None:
        """Go back."""
        self.answer("back")

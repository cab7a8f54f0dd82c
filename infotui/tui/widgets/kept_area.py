"""A text that is saved with every key, before the screen shows it; where it is saved is a value from outside."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from infotui.domain.kept import Place
from infotui.domain.text import clean

Keep = Callable[[Place, str], object]


class KeptArea(TextArea):
    """A text of a person's.

    Every change is handed to `keep` inside `edit()`, so that nothing can be on the screen that is
    not stored; undo and redo do not pass there, so `Changed` saves once more.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False, id="text.leave"),
    ]

    class Left(Message):
        """The person is done with this text."""

        def __init__(self, area: "KeptArea") -> None:
            super().__init__()
            self.area = area

        @property
        def control(self) -> "KeptArea":
            """The text."""
            return self.area

    def __init__(
        self,
        keep: Keep,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
            placeholder=Content(placeholder),
            id=id,
            classes=classes,
        )
        self.cursor_blink = False  # a blinking cursor alone costs more than the whole idle program
        self._keep = keep
        self._place: Place | None = None
        self._kept: str | None = None
        self._given: str | None = None
        self._loaded: str | None = None

    @property
    def place(self) -> Place | None:
        """Where the text is saved; None while it shows nothing that can be written."""
        return self._place

    def put(self, place: Place | None, text: str) -> None:
        """Show the text of another place; the one before is stored already."""
        unchanged = text == self._given and self.text == self._loaded
        if place == self._place and (unchanged or text == self.text):
            return
        self._place = None  # so that loading is not taken for typing
        self.load_text(text)
        # What the widget shows may differ from what was stored, as in its line ends; looking at a text
        # must not count as a change of it.
        self._place, self._kept = place, self.text
        self._given, self._loaded = text, self.text
        self.read_only = place is None
        self.move_cursor(self.document.end)

    def to_words(self, words: Sequence[str]) -> None:
        """Put the cursor on the first of some words that begins a word here, and bring it into sight."""
        for word in words:
            found = re.search(rf"(?<!\w){re.escape(word)}", self.text, re.IGNORECASE)
            if found is not None:
                before = self.text[: found.start()].split("\n")
                self.move_cursor((len(before) - 1, len(before[-1])))
                self.call_after_refresh(self.scroll_cursor_visible, center=True)
                return

    def edit(self, edit: Edit) -> EditResult:
        """Change the text and store it, in this order and in one go."""
        edit.text = clean(edit.text)
        result = super().edit(edit)
        self._store()
        return result

    def on_text_area_changed(self) -> None:
        """Store what undo and redo brought back."""
        self._store()

    def _store(self) -> None:
        if self._place is None:
            return
        text = self.text
        if text != self._kept:
            self._keep(self._place, text)
            self._kept = text

    def action_leave(self) -> None:
        """Say that the person is done."""
        self.post_message(self.Left(self))

"""One text to read and change in peace; it is saved as it is typed, so leaving it is all there is to do."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from infotui.domain.kept import Place
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.kept_area import Keep, KeptArea


class EditText(Dialog[str]):
    """A text in a box; gives its last words.

    `step_aside` gets the words when another screen comes in front while the box stays open.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Done", id="edit.leave"),
    ]
    DEFAULT_CSS = """
    EditText { align: center middle; background: $background 60%; }
    EditText #edit-box { width: 90; max-width: 98%; height: 60%; min-height: 8; }
    EditText KeptArea { height: 1fr; }
    """

    def __init__(
        self,
        title: str,
        place: Place,
        text: str,
        keep: Keep,
        step_aside: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._place = place
        self._text = text
        self._keep = keep
        self._step_aside = step_aside

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with Vertical(id="edit-box", classes="panel") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("saved as you type · Escape goes back")
            yield KeptArea(self._keep)

    def on_mount(self) -> None:
        """Show the text."""
        area = self.query_one(KeptArea)
        area.put(self._place, self._text)
        area.focus()

    def on_screen_suspend(self) -> None:
        """Hand over the words as they are, for whoever looks elsewhere in the meantime."""
        if self._step_aside is not None and not self._answered:
            self._step_aside(self.query_one(KeptArea).text)

    def on_kept_area_left(self) -> None:
        """Go back."""
        self.action_leave()

    def action_leave(self) -> None:
        """Go back with the words."""
        self.answer(self.query_one(KeptArea).text)

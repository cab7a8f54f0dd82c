"""What the eight screens share: the names above, the keys below, and reading anew when they are shown."""

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from infotui.tui.routes import MODES, OpenScreen, WayBack
from infotui.tui.telling import TellsErrors
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, Word, cut, line, wrap
from infotui.tui.widgets.nav_bar import NavBar


class Frame(TellsErrors, Screen[None]):
    """One of the eight screens; a screen fills `body` and reads its rows in `read_anew`."""

    # None by itself: the first thing that can have the focus may be a filter, and a key that comes
    # before `on_mount` would be typed into it.
    AUTO_FOCUS: ClassVar[str | None] = ""
    MODE: ClassVar[str] = ""
    FIRST_FOCUS: ClassVar[str] = ""
    ALSO: ClassVar[tuple[tuple[str, str], ...]] = ()  # what the help names beside the keys

    way_back: WayBack | None = None  # to the view that led here, until one goes elsewhere

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(digit, f"go('{mode}')", name, show=False, id=f"go.{mode}")
            for digit, mode, name in MODES
        ),
        Binding(
            "q",
            "app.quit",
            "Quit",
            show=False,
            id="quit",
            tooltip="Quit; everything is saved already",
        ),
        Binding(
            "u", "app.take_back", "Undo", show=False, id="undo", tooltip="Take back the last change"
        ),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the frame around the screen's body."""
        yield NavBar(MODES, self.MODE)
        yield LineBox(id="headline")
        yield from self.body()
        yield LineBox(id="trouble")
        yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """Give what is between the names and the keys."""
        return ()

    def read_anew(self) -> None:
        """Read again what is shown, after a change or when the screen comes back."""

    def keeps_here(self) -> bool:
        """Tell whether nobody may go elsewhere from here just now, and say so if it is so."""
        return False

    def put_down(self) -> None:
        """Let go of what was only begun, before another screen is shown."""

    def go_to(self, what: object) -> None:
        """Put the cursor on something that another screen named."""

    def go_to_line(self, line: object) -> None:
        """Put the cursor on one line of what `go_to` has shown."""

    def show_trouble(self, sentence: str) -> None:
        """Say that typed words are not stored yet, until they are."""
        box = self.query_one("#trouble", LineBox)
        box.set_class(bool(sentence), "shown")
        box.show(lambda width: tuple(line(" ", text) for text in wrap(sentence, width - 2)))

    def headline(self, *left: Word, right: Word = ("", ""), keep_right: bool = False) -> None:
        """Say in the second line what this screen is about just now.

        Where there is no room for all, the right words give way, or with `keep_right` the left ones.
        """

        def draw(width: int) -> tuple[Line, ...]:
            room = width - 3 - sum(cell_len(text) for text, _ in left)
            shown = right[0] if keep_right else cut(right[0], max(room, 0))
            return (line(" ", *left, right=((shown, right[1]), " ")),)

        self.query_one("#headline", LineBox).show(draw)

    def on_mount(self) -> None:
        """Put the cursor where the work begins."""
        if self.FIRST_FOCUS:
            self.query_one(self.FIRST_FOCUS).focus()

    def on_screen_resume(self) -> None:
        """Show what is so now."""
        self.read_anew()

    def on_nav_bar_chosen(self, event: NavBar.Chosen) -> None:
        """Go where was clicked."""
        self.post_message(OpenScreen(event.mode))

    def action_go(self, mode: str) -> None:
        """Go to a screen."""
        self.post_message(OpenScreen(mode))

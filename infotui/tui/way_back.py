"""Where views were left in this sitting, and the way back to them from where they led; nothing of it is stored."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from infotui.tui.routes import Route, WayBack
from infotui.tui.telling import TellsErrors

if TYPE_CHECKING:
    from infotui.tui.dialogs.dialog import Dialog

A = TypeVar("A")


def ask_again(
    screen: TellsErrors,
    view: str,
    dialog: "Dialog[A]",
    back: Callable[[A | None], object],
    *,
    afresh: bool = False,
) -> None:
    """Ask in a dialog that opens where it was left.

    Args:
        screen: Over which it is shown.
        view: By which name its place is remembered.
        dialog: It tells its place as `whereabouts`, and begins at `begins_at`.
        back: What follows from the answer.
        afresh: Whether it begins anew, wherever it was left.
    """
    places: dict[str, Any] = screen.app.places  # type: ignore[attr-defined]
    dialog.begins_at = None if afresh else places.get(view)

    def told(answer: A | None) -> None:
        places[view] = dialog.left_at
        back(answer)

    screen.ask(dialog, told)


def go(screen: TellsErrors, route: Route, show: Callable[[], object]) -> None:
    """Go somewhere from a view; Escape there leads back to it."""
    route.way_back = WayBack(screen.app.current_mode, show)
    screen.post_message(route)

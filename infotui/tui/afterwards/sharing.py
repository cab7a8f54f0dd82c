"""How screens show the resources and pass one on (S48)."""

from collections.abc import Callable

from infotui.services.desks import Desks
from infotui.tui.telling import TellsErrors, nothing


def show_resources(
    screen: TellsErrors,
    desks: Desks,
    done: Callable[[], object] = nothing,
    resource_id: int | None = None,
) -> None:
    """Show all resources and who may like each.

    Args:
        screen: Over which they are shown.
        desks: The open notebook.
        done: Called when the person leaves; whatever was done is stored by then.
        resource_id: Which is under the cursor at first.
    """
    from infotui.tui.dialogs.resources import Resources

    screen.ask(Resources(desks, resource_id), lambda _: done())

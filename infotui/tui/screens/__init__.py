"""One screen a file, with its .tcss beside it; the only code that calls services."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from infotui.services.desks import Desks
    from infotui.tui.frame import Frame


def make_screen(mode: str, desks: "Desks") -> "Frame":
    """Make the screen of a mode; its module is loaded only now, so that the first screen is fast."""
    from importlib import import_module

    module = import_module(f"infotui.tui.screens.{mode}")
    screen: Frame = module.make(desks)
    return screen

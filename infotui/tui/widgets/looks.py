"""What the style names of a line look like on a widget: its component classes, blended with its ground."""

from collections.abc import Iterable

from rich.style import Style
from textual.color import Color
from textual.widget import Widget


def looks_of(widget: Widget, prefix: str, names: Iterable[str]) -> dict[str, Style]:
    """Give a style for each name; colours that let the ground through are blended with it.

    Args:
        widget: Whose component classes and whose ground.
        prefix: What stands before each name in the class (`row--`).
        names: The style names.
    """
    ground = widget.background_colors[1]
    return {name: _look(widget, f"{prefix}{name}", ground) for name in names}


def _look(widget: Widget, component: str, ground: Color) -> Style:
    styles = widget.get_component_styles(component)
    color = background = None
    if styles.has_rule("color"):
        color = (ground + styles.color).rich_color
    if styles.has_rule("background"):
        background = (ground + styles.background).rich_color
    return Style(color=color, bgcolor=background) + styles.text_style

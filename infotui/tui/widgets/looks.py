"""What the style names of a line look like: colours of the theme, blended with the ground of a widget."""

# Not by Textual's component classes: each would be a node to style for every widget and every pass,
# which costs a fifth of the time to the first screen.

from typing import Final

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

# Name -> (theme variable of the text, how much of it, theme variable behind, how much of it, bold).
_RECIPES: Final[dict[str, tuple[str, float, str, float, bool]]] = {
    "strong": ("", 1.0, "", 0.0, True),
    "muted": ("foreground", 0.62, "", 0.0, False),
    "faint": ("foreground", 0.42, "", 0.0, False),
    "good": ("success", 1.0, "", 0.0, False),
    "warn": ("warning", 1.0, "", 0.0, False),
    "bad": ("error", 1.0, "", 0.0, False),
    "accent": ("primary", 1.0, "", 0.0, True),
    "key": ("warning", 1.0, "", 0.0, True),
    "here": ("background", 1.0, "primary", 1.0, True),
    "found": ("warning", 1.0, "", 0.0, True),  # underlined as well: it must be seen without colour
    "cursor": ("", 1.0, "primary", 0.25, False),
    "cursor-blurred": ("", 1.0, "panel", 1.0, False),
}

_UNDERLINED: Final = frozenset({"found"})

Looks = dict[str, Style]


class LooksOf:
    """The looks on one widget, made anew when the theme or the ground changed."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._made_for: object = None
        self._looks: Looks = {}

    def __call__(self) -> Looks:
        """Give a style for each name."""
        ground = self._widget.background_colors[1]
        variables = self._widget.app.theme_variables
        made_for = (ground, self._widget.app.theme)
        if made_for != self._made_for:
            self._made_for = made_for
            self._looks = {
                name: _look(recipe, variables, ground, underline=name in _UNDERLINED)
                for name, recipe in _RECIPES.items()
            }
        return self._looks


def _look(
    recipe: tuple[str, float, str, float, bool],
    variables: dict[str, str],
    ground: Color,
    *,
    underline: bool = False,
) -> Style:
    text, of_text, behind, of_behind, bold = recipe
    color = background = None
    if text:
        color = ground.blend(Color.parse(variables[text]), of_text).rich_color
    if behind:
        background = ground.blend(Color.parse(variables[behind]), of_behind).rich_color
    return Style(color=color, bgcolor=background, bold=bold or None, underline=underline or None)

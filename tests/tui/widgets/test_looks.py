"""Style names look like the theme says, on the ground of the widget, and follow a change of either."""

from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.widget import Widget

from infotui.tui.themes import DARK, LIGHT
from infotui.tui.widgets.looks import Looks, LooksOf
from tests.tui.pilots import sitting

NAMES = {"strong", "muted", "faint", "good", "warn", "bad", "accent", "key", "here",
         "found", "cursor", "cursor-blurred"}  # fmt: skip


class Painted(App[None]):
    """A widget on a ground of its own."""

    CSS = "Widget#ground { background: $panel; }"

    def compose(self) -> ComposeResult:
        yield Widget(id="ground")

    def on_mount(self) -> None:
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name


def distance(one: Style, ground: str | None) -> float:
    assert one.color is not None
    assert one.color.triplet is not None
    color, behind = Color.from_rich_color(one.color), Color.parse(ground or "")
    return abs(color.brightness - behind.brightness)


async def test_every_name_has_a_look_and_bold_carries_what_must_be_seen_without_colour() -> None:
    async with sitting(Painted()) as hands:
        looks = LooksOf(hands.app.screen.query_one("#ground"))()
        assert set(looks) == NAMES
        assert {name for name in looks if looks[name].bold} == {
            "strong",
            "accent",
            "key",
            "here",
            "found",
        }


async def test_muted_stands_between_the_words_and_the_ground() -> None:
    async with sitting(Painted()) as hands:
        looks = LooksOf(hands.app.screen.query_one("#ground"))()
        muted, faint = distance(looks["muted"], DARK.panel), distance(looks["faint"], DARK.panel)
        assert muted > faint > 0.1


async def test_looks_are_kept_until_theme_or_ground_change() -> None:
    async with sitting(Painted()) as hands:
        widget = hands.app.screen.query_one("#ground")
        ask = LooksOf(widget)
        seen: list[Looks] = [ask()]
        assert ask() is seen[0]
        hands.app.theme = LIGHT.name
        await hands.settle()
        seen.append(ask())
        widget.styles.background = "red"
        await hands.settle()
        seen.append(ask())
        assert seen[0]["good"] != seen[1]["good"]
        assert seen[1]["good"] == seen[2]["good"]
        assert seen[1]["cursor"] != seen[2]["cursor"]


async def test_every_theme_of_the_palette_has_all_the_looks() -> None:
    async with sitting(Painted()) as hands:
        ask = LooksOf(hands.app.screen.query_one("#ground"))
        for name in hands.app.available_themes:
            hands.app.theme = name
            await hands.settle()
            assert set(ask()) == NAMES, name

"""Both themes have every colour the screens name, and their words can be read on their grounds."""

import pytest
from textual.color import Color
from textual.theme import Theme

from infotui.config.settings import Settings
from infotui.services.desks import Desks
from infotui.tui.themes import DARK, LIGHT
from tests.builders import BERLIN, shipped_bank
from tests.tui.pilots import MODES, at

BOTH = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""

    def light(color: Color) -> float:
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
                 for part in color.normalized]  # fmt: skip
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colors(theme: Theme) -> dict[str, Color]:
    return {name: Color.parse(value) for name, value in vars(theme).items()
            if isinstance(value, str) and value.startswith("#")}  # fmt: skip


@BOTH
def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    named = colors(theme)
    for ground in ("background", "surface", "panel"):
        assert contrast(named["foreground"], named[ground]) >= 7
    for color in ("primary", "warning", "error", "success"):
        assert contrast(named[color], named["background"]) >= 4.5, color


@BOTH
def test_muted_words_can_still_be_read(theme: Theme) -> None:
    named = colors(theme)
    muted = named["background"].blend(named["foreground"], 0.62)
    assert contrast(muted, named["background"]) >= 4


def with_settings(desks: Desks, settings: Settings) -> Desks:
    return Desks(desks.store, desks.clock, settings, BERLIN, shipped_bank())


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [("", DARK.name), ("infotui-light", LIGHT.name), ("nord", "nord"), ("no such", DARK.name)],
)
async def test_the_theme_of_the_settings_is_used_if_there_is_one(
    desks: Desks, wanted: str, shown: str
) -> None:
    settings = Settings(theme=wanted) if wanted else Settings()
    async with at(with_settings(desks, settings)) as hands:
        assert hands.app.theme == shown


@pytest.mark.slow
async def test_every_theme_of_the_palette_draws_every_screen(sample: Desks) -> None:
    async with at(sample) as hands:
        plain: dict[str, str] = {}
        for mode in MODES:
            await hands.app.switch_mode(mode)
            await hands.settle()
            plain[mode] = hands.text
            for name in ("infotui-light", "ansi-dark"):
                hands.app.theme = name
                await hands.settle()
                assert hands.text == plain[mode]
                assert hands.output()
            hands.app.theme = DARK.name

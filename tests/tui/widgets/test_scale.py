"""A scale is chosen from by digit, by arrow and by mouse; what is chosen can be read without colour."""

import pytest
from textual.app import App, ComposeResult

from infotui.tui.widgets.scale import Scale
from tests.tui.pilots import sitting

STEPS = {1: "lost", 2: "unsure", 3: "steady", 4: "sure", 5: "at ease"}


class Measure(App[None]):
    """A scale and what it said."""

    def __init__(self, value: int | None = None) -> None:
        super().__init__()
        self.value = value
        self.said: list[int | None] = []

    def compose(self) -> ComposeResult:
        yield Scale("Confidence", STEPS, self.value, id="scale")

    def on_scale_chosen(self, event: Scale.Chosen) -> None:
        assert event.control.value == event.value
        self.said.append(event.value)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("4",), [4]),
        (("1", "5", "5"), [1, 5]),
        (("2", "0"), [2, None]),
        (("2", "backspace", "delete"), [2, None]),
        (("right",), [3]),
        (("left",), [3]),
        (("4", "right", "right"), [4, 5]),
        (("2", "left", "left"), [2, 1]),
        (("6", "x", "0"), []),
    ],
)
async def test_a_step_is_chosen_by_its_digit_or_beside_the_last(
    keys: tuple[str, ...], said: list[int | None]
) -> None:
    app = Measure()
    async with sitting(app) as hands:
        await hands.press("tab", *keys)
        assert app.said == said


async def test_the_chosen_step_stands_in_brackets_with_its_word() -> None:
    async with sitting(Measure(4)) as hands:
        assert hands.seen("#scale") == "Confidence 1 2 3 [4] 5 sure"
        await hands.press("tab", "0")
        assert hands.seen("#scale") == "Confidence 1 2 3 4 5 not said"


async def test_a_click_chooses_a_step_and_one_beside_them_nothing() -> None:
    app = Measure()
    async with sitting(app) as hands:
        drawn = hands.seen_lines("#scale")[0]
        for words in ("2", "5", "Conf", "not"):
            place = drawn.index(words) if words in drawn else 70
            await hands.click("#scale", offset=(place, 0))
        assert app.said == [2, 5]

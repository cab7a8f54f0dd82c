"""A row of numbered names: which one is in sight is told by brackets."""

from textual.app import App, ComposeResult

from infotui.tui.widgets.numbered import Numbered
from tests.tui.pilots import sitting


class Names(App[None]):
    chosen: list[int]

    def compose(self) -> ComposeResult:
        self.chosen = []
        yield Numbered(["Talks", "Time", "Confidence"])

    def on_numbered_chosen(self, event: Numbered.Chosen) -> None:
        self.chosen.append(event.place)
        self.query_one(Numbered).show(event.place)


async def test_names_are_shown_as_far_as_there_is_room_and_a_click_chooses() -> None:
    app = Names()
    async with sitting(app, (40, 3)) as hands:
        assert hands.lines()[0].rstrip() == "[1 Talks] 2 Time  3 Confidence"
        await hands.click("Numbered", offset=(12, 0))
        assert app.chosen == [1]
        assert hands.lines()[0].rstrip() == " 1 Talks [2 Time] 3 Confidence"
        await hands.resize((28, 3))
        assert hands.lines()[0].rstrip() == " 1 Talks[2 Time]3 Confidence"
        await hands.resize((16, 3))
        assert hands.lines()[0].rstrip() == " 1[2 Time]3"

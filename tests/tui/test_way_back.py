"""The way back to the view that led somewhere, with its cursor; and views that open where they were left."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.answers import Answers
from infotui.tui.dialogs.findings import Findings
from infotui.tui.dialogs.history import HistoryDialog
from infotui.tui.dialogs.pictures import PicturesDialog
from infotui.tui.dialogs.referral_tree import ReferralTree
from infotui.tui.dialogs.saturation import Saturated
from infotui.tui.dialogs.search import SearchDialog
from tests.tui.dialogs.test_answers import some_answers
from tests.tui.pilots import Hands, at, stored
from tests.tui.searches import answered, gone_to


async def rested(hands: Hands) -> None:
    await hands.app.workers.wait_for_complete()
    await hands.settle()


async def test_escape_leads_back_to_the_answers_and_their_cursor(desks: Desks) -> None:
    some_answers(desks)
    async with at(desks, "review") as hands:
        await hands.press("a", *"ordinary", "enter", "enter", "down")
        row = hands.row("#answers-sheet")
        await hands.press("enter")
        assert not isinstance(hands.app.screen, Answers)
        assert "esc back" in hands.seen("KeyBar")
        await hands.press("escape")
        assert isinstance(hands.app.screen, Answers)
        assert hands.row("#answers-sheet") == row
        assert "ordinary" in hands.seen("#answers-filter")
        await hands.press("escape", "escape", "escape", "escape")
        assert hands.mode == "review"
        await hands.press("escape")  # only once
        assert not isinstance(hands.app.screen, Answers)
        await hands.press("a", "tab", "home")
        assert isinstance(hands.app.screen, Answers)
        # From a person's page as well, unless one went elsewhere in between.
        await hands.press("slash")
        await hands.write("ordinary")
        await hands.press("enter", "enter", "end", "enter")
        assert hands.mode == "contacts"
        await hands.press("escape")
        assert hands.mode == "review"
        assert isinstance(hands.app.screen, Answers)
        await hands.press("enter", "1", "2", "escape")
        assert hands.mode == "contacts"


async def test_findings_goals_and_history_open_where_they_were_left(sample: Desks) -> None:
    async with at(sample, "review") as hands:
        await hands.press("o", "down", "down", "enter", "down")
        found = hands.row("#findings-rows")
        await hands.press("enter", "escape")
        assert isinstance(hands.app.screen, Findings)
        assert hands.row("#findings-rows") == found
        await hands.press("escape", "escape", "o")
        assert hands.row("#findings-kinds").key == "person"
        await hands.press("escape", "g", "down", "enter")
        assert isinstance(hands.app.screen, Answers)
        await hands.press("escape")
        assert isinstance(hands.app.screen, Saturated)
        goal = hands.row("#saturation-rows")
        await hands.press("enter", "enter", "escape", "escape")
        assert isinstance(hands.app.screen, Saturated)
        assert hands.row("#saturation-rows") == goal
        await hands.press("escape", "H")
        assert isinstance(hands.app.screen, HistoryDialog)
        await hands.press("down", "down", "down")
        line = hands.row("#history-rows")
        await hands.press("escape", "H")
        assert hands.row("#history-rows") == line


async def test_pictures_and_the_tree_open_where_they_were_left(sample: Desks) -> None:
    async with at(sample, "review") as hands:
        await hands.press("p")
        await rested(hands)
        await hands.press("2", "down", "enter", "escape")
        await rested(hands)
        assert isinstance(hands.app.screen, PicturesDialog)
        assert "How long talks" in hands.text
        assert hands.app.screen.query_one("#picture-rows").cursor == 1  # type: ignore[attr-defined]
        await hands.press("6", "o", "down", "escape")
        await rested(hands)
        assert isinstance(hands.app.screen, PicturesDialog)
        await hands.press("o")
        assert isinstance(hands.app.screen, ReferralTree)
        assert hands.app.screen.query_one("#tree-rows").cursor == 1  # type: ignore[attr-defined]


async def test_escape_leads_back_to_what_was_found_and_nothing_is_stored(sample: Desks) -> None:
    before = stored(sample, "SELECT * FROM notebook")
    async with at(sample, "today") as hands:
        hit = await gone_to(hands, "curiosity", "finding")
        assert hands.mode == "review"
        await hands.press("escape")
        await answered(hands)
        assert isinstance(hands.app.screen, SearchDialog)
        assert hands.mode == "today"
        assert hands.row("#search-list") == hit
        await hands.press("escape", "escape")
        assert hands.mode == "today"
    assert stored(sample, "SELECT * FROM notebook") == before

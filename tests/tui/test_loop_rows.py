"""The ledger as rows: headings, whose move, the talk a loop comes from, and one's story."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from infotui.domain.loop import Behind, DraftBegun, Finished, Ledger, LoopRow, LoopStory
from infotui.tui.loop_rows import draw_ledger_row, is_pickable, ledger_rows, story_lines
from infotui.tui.widgets.lines import Line

NOW = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # the 24th in Berlin
BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 26)
ROW = LoopRow("thank-you", 1, "me", "Thank-you card", "Bo Lind", 1, NOW, date(2026, 11, 25), "", 2,
              "Northwind", "wind", "Amina Patel", NOW, 2, -1, 2)  # fmt: skip


def text_of(lines: list[Line]) -> str:
    drawn = (" ".join(text.strip() for text, _ in (*line.left, *line.right)) for line in lines)
    return " ".join(" ".join(drawn).replace("\u00a0", " ").split())


def drawn(row: LoopRow | Finished | str, width: int = 90) -> str:
    return text_of(list(draw_ledger_row(row, width, TODAY, BERLIN)))


def test_each_part_has_a_heading_that_is_passed_over() -> None:
    done = Finished(4, "Bo", NOW)
    rows = ledger_rows(Ledger((ROW,), (), (ROW._replace(kind="losing touch"),)), [done])
    assert [row if isinstance(row, str) else type(row).__name__ for row in rows] == [
        "Your move", "LoopRow", "Losing touch", "LoopRow", "Nothing open from these talks", "Finished"
    ]  # fmt: skip
    assert [is_pickable(row) for row in rows] == [False, True] * 3
    assert ledger_rows(Ledger(), [done])[0] == "No open loops"
    assert ledger_rows(Ledger(), []) == []


def test_a_row_says_when_what_whom_since_and_from_which_talk() -> None:
    assert drawn(ROW) == (
        "late Thank-you card Bo Lind · since 2 d talk with Amina Patel, Tue 24 Nov"
    )
    assert drawn(ROW._replace(talk_with="Bo Lind")).endswith("talk of Tue 24 Nov")
    assert drawn(ROW._replace(talked_at=None)).endswith("since 2 d")
    losing = ROW._replace(kind="losing touch", days=94, remark="every 60 days")
    assert drawn(losing) == "94 d Bo Lind · Northwind every 60"
    assert drawn(losing, 24) == "94 d Bo Lind"
    assert drawn(Finished(1, "Bo", NOW)) == "closed? talk with Bo, Tue 24 Nov"


def test_a_story_says_where_it_comes_from_and_what_closing_does() -> None:
    story = LoopStory(Behind("! send it #x", NOW, "What is hard?"),
                      (DraftBegun("confirmation", "Thursday", NOW),), "both at sea")  # fmt: skip
    said = text_of(list(story_lines(ROW._replace(kind="my promise"), story, 60, TODAY, BERLIN)))
    for words in ("whom Bo Lind · Northwind · wind", "ball your move", "since Tue 24 Nov, 2 working days",
                  "due Wed 25 Nov, 1 working day late", "from talk with Amina Patel, Tue 24 Nov",
                  "00:30 ! send it #x", "asked What is hard?", "why both at sea",
                  "begun Tue 24 Nov: Thursday", "space closes it as kept", "x withdraws it"):  # fmt: skip
        assert words in said
    assert "Space closes it" in text_of(
        list(story_lines(Finished(1, "Bo", NOW), LoopStory(), 60, TODAY, BERLIN))
    )
    assert "Nothing is under the cursor" in text_of(
        list(story_lines(None, LoopStory(), 60, TODAY, BERLIN))
    )

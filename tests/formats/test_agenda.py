"""The agenda as text of 80 columns that no terminal obeys, and as JSON with steady keys."""

import json
from datetime import UTC, date, datetime

from infotui.domain.agenda import Agenda, AgendaTalk
from infotui.domain.interview import InterviewRow
from infotui.domain.loop import Ledger, LoopRow
from infotui.formats.agenda import as_json, as_text
from infotui.formats.columns import cells

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
TALK = InterviewRow(
    7, "u-7", 1, "Zoë 日本", "Northwind " * 9, "wind", "scheduled",
    datetime(2026, 11, 26, 23, 30, tzinfo=UTC), "Europe/Berlin", "office", "1 Elm\x1b[31m Street",
    "", None, None,
)  # fmt: skip


def a_loop(**more: object) -> LoopRow:
    row = LoopRow("my promise", 3, "me", "send\x1b]0;x\x07 it " * 12, "Zoë 日本", 7, NOW,
                  date(2026, 11, 20), "no day was said", 1, "Northwind", "wind", "Zoë 日本", NOW,
                  2, -1, 3)  # fmt: skip
    return row._replace(**more)  # type: ignore[arg-type]


AGENDA = Agenda(
    date(2026, 11, 23), NOW, "Europe/Berlin",
    (AgendaTalk(TALK, 2, 7, ("goal", "place"), datetime(2026, 11, 26, 22, 10, tzinfo=UTC), "too near"),),
    Ledger(
        (a_loop(),),
        (a_loop(kind="outreach", ball="them", text="Answer", talked_at=None, due=None, due_in=None),),
        (a_loop(kind="losing touch", contact="Bo " * 40, remark="every 30 days", days=94),),
    ),
)  # fmt: skip


def test_the_text_keeps_to_80_columns_and_holds_nothing_a_terminal_obeys() -> None:
    text = "".join(as_text(AGENDA))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert max(cells(line) for line in text.splitlines()) <= 80
    for words in (
        "Monday 23 Nov 2026 · 3 open loops",
        "Fri 27 Nov 00:30, in 4 d · Zoë 日本",
        "leave by Thu 26 Nov 23:10",
        "missing: goal · place",
        "late     send",
        "2 d      Answer",
        "94 d     Bo Bo",
    ):
        assert words in text


def test_an_empty_day_says_so() -> None:
    text = "".join(as_text(Agenda(date(2026, 11, 23), NOW, "UTC", (), Ledger())))
    for words in ("no open loops", "None is planned.", "Nothing waits for you.", "Nobody."):
        assert words in text


def test_the_json_says_days_and_instants_as_iso_on_the_wall_of_the_zone() -> None:
    document = json.loads(as_json(AGENDA))
    assert (document["format"], document["version"]) == ("infotui agenda", 1)
    (talk,) = document["interviews"]
    assert (talk["at"], talk["leave_by"]) == (
        "2026-11-27T00:30:00+01:00", "2026-11-26T23:10:00+01:00"
    )  # fmt: skip
    assert (talk["ready"], talk["of"], talk["missing"]) == (2, 7, ["goal", "place"])
    (mine,) = document["my_move"]
    assert {key: mine[key] for key in ("kind", "since", "due", "due_in_working_days", "late")} == {
        "kind": "my promise", "since": "2026-11-23", "due": "2026-11-20",
        "due_in_working_days": -1, "late": True,
    }  # fmt: skip
    assert document["their_move"][0]["due"] is None
    assert set(document["losing_touch"][0]) == set(mine)
    assert document["open_loops"] == 3

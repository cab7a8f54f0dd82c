"""What a talk opened: whether it is open still, whose move it is, and how it ended, in words."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from infotui.domain.opened import Opened, say_end

TODAY = date(2026, 11, 25)
SETTLED = datetime(2026, 11, 24, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("thank_you", 1, "thank-you", "", "due", "me", TODAY, None), "open, your move, due today"),
        (("thank_you", 1, "thank-you", "", "drafted", "me", date(2026, 11, 24), None),
         "drafted, your move, was due Tue 24 Nov"),
        (("thank_you", 1, "thank-you", "", "sent", "me", TODAY, SETTLED), "sent Tue 24 Nov"),
        (("promise", 1, "their promise", "", "open", "them", None, None), "open, their move"),
        (("promise", 1, "my promise", "", "withdrawn", "me", None, SETTLED, "she found it"),
         "withdrawn Tue 24 Nov: she found it"),
        (("lead", 1, "lead", "", "became contact", "me", None, SETTLED), "became a contact Tue 24 Nov"),
        (("lead", 1, "courtesy", "", "note due", "me", None, SETTLED), "dropped, a note is owed, your move"),
        (("lead", 1, "lead", "", "dropped, note waived", "me", None, None), "dropped, note waived"),
        (("introduction", 1, "introduction", "", "", "introducer", None, None), "open, the introducer's move"),
    ],
)  # fmt: skip
def test_how_it_stands_is_said(row: tuple[object, ...], said: str) -> None:
    opened = Opened(*row)  # type: ignore[arg-type]
    assert say_end(opened, ZoneInfo("Europe/Berlin"), TODAY) == said
    assert opened.open is said.startswith(("open", "drafted", "dropped, a"))

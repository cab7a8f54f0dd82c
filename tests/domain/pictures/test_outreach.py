"""What came back of outreach: every message once, by path and by channel."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from infotui.domain import outreach as words
from infotui.domain.pictures.outreach import ANSWERS, Sent, outreach

SENT = st.builds(
    Sent, st.sampled_from(words.PATHS), st.sampled_from(words.CHANNELS),
    st.sampled_from(words.ANSWERS), st.none() | st.timedeltas(timedelta(0), timedelta(days=90)),
)  # fmt: skip


@given(st.lists(SENT, max_size=60))
def test_every_message_is_counted_once(rows: list[Sent]) -> None:
    shown = outreach(rows)
    assert shown.sent == len(rows)
    for path, channels in zip(shown.paths, shown.channels, strict=True):
        mine = [row for row in rows if row.path == path.name]
        assert path.sent == len(mine) == sum(channel.sent for channel in channels)
        assert path.answered == sum(row.answer in {"yes", "no", "later"} for row in mine)
        for place, answer in enumerate(ANSWERS):
            assert path.counts[place] == sum((row.answer or "open") == answer for row in mine)
    headings = [row for row in shown.table().rows if row.heading]
    assert len(headings) == {0: 0, 1: 1, 2: 3}[len(shown.paths)]
    assert sum(int(row.cells[1]) for row in headings[:2]) == len(rows)


def test_warm_and_cold_are_set_against_each_other() -> None:
    day = timedelta(days=1)
    rows = [
        Sent("cold", "e-mail", "none", 20 * day), Sent("warm", "letter", "yes", 4 * day),
        Sent("warm", "e-mail", "later", 2 * day), Sent("warm", "e-mail", ""),
    ]  # fmt: skip
    shown = outreach(rows)
    assert shown.said == "warm: 2 of 3 answered; cold: 0 of 1 answered; 1 answer still open."
    assert [row.cells for row in shown.table().rows] == [
        ("warm", "3", "1", "1", "0", "0", "1", "2  67%", "3.0"),
        ("  e-mail", "2", "0", "1", "0", "0", "1", "1  50%", "2.0"),
        ("  letter", "1", "1", "0", "0", "0", "0", "1 100%", "4.0"),
        ("cold", "1", "0", "0", "0", "1", "0", "0   0%", ""),
        ("  e-mail", "1", "0", "0", "0", "1", "0", "0   0%", ""),
        ("both", "4", "1", "1", "0", "1", "1", "2  50%", ""),
    ]
    assert outreach([]).said == ""

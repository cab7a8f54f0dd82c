"""A row being dragged: which sign each row bears."""

import pytest

from infotui.tui.widgets.dragging import Drag


@pytest.mark.parametrize(("index", "to", "signs"), [
    (1, 3, " ▏ ▼"),
    (2, 0, "▲ ▏ "),
    (2, 2, "  ▏ "),
    (0, None, "▏   "),
])  # fmt: skip
def test_the_signs_say_where_it_is_from_and_where_it_would_land(
    index: int, to: int | None, signs: str
) -> None:
    drag = Drag(index, to)
    assert "".join(drag.mark(place) for place in range(4)) == signs
    drag.stop()
    assert (drag.timer, drag.drift) == (None, 0)

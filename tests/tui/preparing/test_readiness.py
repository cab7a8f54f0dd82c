"""The line of what is missing: each gap with the key that closes it, in as few lines as fit."""

import pytest
from rich.cells import cell_len

from infotui.domain.readiness import Check, Prepared, checks
from infotui.tui.preparing.readiness import key_for, next_gap, ready_lines
from infotui.tui.widgets.lines import Line

NOTHING = Prepared(0, "", 0, 0, True, 0, 0, "", "", False, "", ())


def said(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line.left) for line in lines]


@pytest.mark.parametrize(
    ("facts", "keys"),
    [
        (NOTHING, "g h H b t o D"),
        (NOTHING._replace(goals=1), "w h H b t o D"),
        (NOTHING._replace(has_organization=False), "g h H b t o D"),
        (NOTHING._replace(questions=5, raw_questions=2), "g h H f t o D"),
        (NOTHING._replace(scheduled=True), "g h H b p o D"),
        (NOTHING._replace(goals=1, why="she knows", person_notes=1, organization_notes=1,
                          questions=6, scheduled=True, place_kind="telephone", opening="hello"),
         "D"),
    ],
)  # fmt: skip
def test_each_gap_has_its_key(facts: Prepared, keys: str) -> None:
    open_ones = [check for check in checks(facts) if not check.done]
    assert [key_for(check) for check in open_ones] == keys.split()
    assert next_gap(checks(facts)) == open_ones[0]


@pytest.mark.parametrize("width", [118, 78, 58, 20])
def test_no_gap_is_left_out_and_no_line_is_too_long(width: int) -> None:
    lines = said(list(ready_lines(checks(NOTHING), width)))
    assert all(cell_len(text) <= max(width, 26) for text in lines)
    whole = " ".join(lines)
    for check in checks(NOTHING):
        assert f"{key_for(check)} {check.missing}" in whole
    assert whole.startswith("▱▱▱▱▱▱▱ 0 of 7")


def test_nothing_missing_is_said_in_a_word() -> None:
    ready = tuple(Check(check.name, True) for check in checks(NOTHING))
    assert next_gap(ready) is None
    assert said(list(ready_lines(ready, 60))) == ["▰▰▰▰▰▰▰  prepared"]

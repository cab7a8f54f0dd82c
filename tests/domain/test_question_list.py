"""A question in a list tells how far it is tailored, as it does in its plan."""

import pytest

from infotui.domain.question_list import ListedQuestion


@pytest.mark.parametrize(("text", "template", "origin", "how"), [
    ("How is {organization}?", "How is {organization}?", "bank", "raw"),
    ("How is Northwind?", "How is {organization}?", "bank", "filled"),
    ("And you?", "How is {organization}?", "bank", "edited"),
    ("And you?", "", "own", "own"),
])  # fmt: skip
def test_how_far_it_is_tailored(text: str, template: str, origin: str, how: str) -> None:
    listed = ListedQuestion(1, text, template, "", "", origin, "should", "planned")
    assert listed.tailoring == how

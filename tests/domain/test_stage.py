"""Which stage is suggested: one step that something speaks for, never one that was decided against."""

import pytest

from infotui.domain.contact import STAGES
from infotui.domain.stage import Evidence, Sign, suggested
from tests.domain.builders import at


def sign(what: Sign, minutes: float = 10) -> Evidence:
    return Evidence(what, at(minutes), at(minutes))


@pytest.mark.parametrize(
    ("stage", "signs", "then"),
    [
        ("stranger", [], None),
        ("stranger", [sign("introduced")], "introduced"),
        ("stranger", [sign("introduced"), sign("met")], "met"),
        ("stranger", [sign("met"), sign("met again"), sign("made a contact")], "met"),
        ("introduced", [sign("introduced")], None),
        ("introduced", [sign("met")], "met"),
        ("met", [sign("met"), sign("introduced")], None),
        ("met", [sign("met again")], "in touch"),
        ("met", [sign("answered")], "in touch"),
        ("in touch", [sign("made a contact"), sign("met again")], "advocate"),
        ("stranger", [sign("made a contact")], None),
        ("advocate", [sign("made a contact"), sign("met")], None),
    ],
)
def test_what_happened_speaks_for_a_stage(
    stage: str, signs: list[Evidence], then: str | None
) -> None:
    found = suggested(stage, None, signs)
    assert (found.stage if found else None) == then


def test_the_latest_sign_is_the_reason() -> None:
    found = suggested("introduced", None, [sign("met", 5), sign("met", 20), sign("met", 9)])
    assert found is not None
    assert (found.at, found.why) == (at(20), "you met")


@pytest.mark.parametrize("stage", STAGES)
def test_what_was_known_when_the_stage_was_chosen_is_not_brought_up_again(stage: str) -> None:
    signs = [sign("met"), sign("met again"), sign("introduced"), sign("made a contact")]
    assert suggested(stage, at(10), signs) is None


def test_what_the_notebook_learned_later_counts_however_long_ago_it_was() -> None:
    logged = Evidence("met", at(-10_000), at(20))
    found = suggested("stranger", at(10), [logged])
    assert found is not None
    assert found.at == at(-10_000)

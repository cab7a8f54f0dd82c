"""Copying from the bank: what the record knows is filled in, what it does not know stays a blank."""

from dataclasses import dataclass

import pytest

from infotui.config.settings import Settings
from infotui.domain.bank import BankQuestion
from infotui.services.desks import Desks
from infotui.services.picking import copy_of, values_for
from tests.builders import a_contact, a_planned_interview

ENTRY = BankQuestion(
    id="hard",
    set_id="mine",
    text="What is hard in {field} at {organization}, {name}?",
    short="what is hard",
    goals=("fit",),
    phase="start",
    alternates=("And {unit}?",),
)


@dataclass
class Case:
    """What is on record, and what it gives for the blanks."""

    contact: dict[str, str]
    settings: Settings
    values: dict[str, str]


CASES = [
    Case({"name": "Amina Patel", "organization": ""}, Settings(), {"name": "Amina"}),
    Case(
        {
            "name": "Zoë",
            "organization": "Northwind",
            "role": "test engineer",
            "unit": "the lab",
            "field": "energy",
        },
        Settings(field="law", region="Leeds"),
        {
            "name": "Zoë",
            "organization": "Northwind",
            "unit": "the lab",
            "profession": "test engineer",
            "field": "energy",
            "region": "Leeds",
        },
    ),
    Case(
        {"name": "Li Wei", "organization": "{field}"},
        Settings(field="law"),
        {"name": "Li", "organization": "{field}", "field": "law"},
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_the_record_fills_what_it_knows(desks: Desks, case: Case) -> None:
    talk = a_planned_interview(desks, a_contact(desks, **case.contact), questions=())
    assert values_for(desks.store, talk, case.settings) == case.values
    assert values_for(desks.store, 99, case.settings) == {}


def test_a_copy_keeps_where_it_came_from() -> None:
    copy = copy_of(ENTRY, 7, {"name": "Zoë", "organization": "{field} AG"})
    assert copy.text == "What is hard in {field} at {field} AG, Zoë?", "filled once, not twice"
    assert (copy.template, copy.short, copy.bank_id) == (ENTRY.text, "what is hard", "hard")
    assert (copy.origin, copy.phase, copy.interview_id) == ("bank", "start", 7)


def test_another_wording_is_its_own_template() -> None:
    copy = copy_of(ENTRY, 7, {"unit": "the lab"}, ENTRY.alternates[0])
    assert (copy.text, copy.template, copy.bank_id) == ("And the lab?", "And {unit}?", "hard")

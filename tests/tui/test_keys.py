"""The house of keys: each is declared with an id and words, none is another's, and any can be changed."""

import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from string import ascii_letters, digits

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import infotui.tui
from infotui.config.settings import Settings
from infotui.services.desks import Desks
from infotui.tui.dialogs.form import Form
from infotui.tui.dialogs.go_to import GoTo
from tests.builders import (
    BERLIN,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    shipped_bank,
)
from tests.tries import some
from tests.tui.pilots import at, stored
from tests.tui.screens.live_talk import states

TAKEN = {"ctrl+s", "ctrl+b", "ctrl+a", "ctrl+j", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+z"}


def declared() -> Iterator[tuple[type[DOMNode], Binding]]:
    """Every key that a class of ours declares itself."""
    for module in pkgutil.walk_packages(infotui.tui.__path__, "infotui.tui."):
        for found in vars(import_module(module.name)).values():
            if isinstance(found, type) and found.__module__ == module.name:
                for binding in found.__dict__.get("BINDINGS", ()):
                    assert isinstance(binding, Binding), f"{found.__name__}: {binding}"
                    yield found, binding


def keys_of(binding: Binding) -> list[str]:
    return [key.strip() for key in binding.key.split(",")]


def test_every_key_has_an_id_of_its_own() -> None:
    ids = Counter(binding.id for _, binding in declared())
    assert None not in ids
    assert [name for name, count in ids.items() if count > 1] == []
    assert len(ids) > 70


def test_every_key_has_words() -> None:
    assert [b.id for _, b in declared() if not (b.tooltip or b.description)] == []


def test_what_a_person_sees_in_the_line_of_keys_is_explained() -> None:
    leaving = {"choice.leave", "edit.leave", "form.leave", "keys.leave", "who.leave"}
    shown = [b.id for _, b in declared() if b.show and not b.tooltip and b.id not in leaving]
    assert shown == []


def test_no_key_is_one_that_terminals_or_multiplexers_take() -> None:
    assert [(b.id, key) for _, b in declared() for key in keys_of(b) if key in TAKEN] == []


def test_not_even_the_one_that_leaves() -> None:
    assert [b.id for _, b in declared() if "ctrl+q" in keys_of(b)] == []


def test_no_class_gives_one_key_two_meanings() -> None:
    for owner in {owner for owner, _ in declared()}:
        keys = Counter(key for o, b in declared() if o is owner for key in keys_of(b))
        assert [key for key, count in keys.items() if count > 1] == [], owner.__name__


LETTERS = [*ascii_letters, *digits, "?", "/", "[", "]", " ", ".", "!", ">"]


@pytest.mark.parametrize(
    ("mode", "keys", "field"),
    some([("contacts", ("/",), "filter"), ("contacts", ("n",), "field-name"),
     ("prepare", ("w",), "text"), ("research", ("n",), "text"), ("research", ("n", "tab"), "source"),
     ("research", ("/",), "filter"), ("questions", ("n",), "text"), ("questions", ("/",), "bank-filter"),
     ("live", (), "line"), ("review", ("/",), "search"),
     ("review", ("enter", "down", "down", "e"), "KeptArea")], 1, 2, 8, 9),
)  # fmt: skip
async def test_a_letter_in_a_text_is_a_letter(
    desks: Desks, mode: str, keys: tuple[str, ...], field: str
) -> None:
    a_held_interview(desks, "x")
    a_planned_interview(desks, 1)
    async with at(desks, mode) as hands:
        await hands.press(*keys)
        assert hands.focused == field
        await hands.write("")
        screens, focus = list(hands.app.screen_stack), hands.app.focused
        await hands.burst(*LETTERS)
        assert (hands.mode, hands.app.screen_stack, hands.app.focused) == (mode, screens, focus)
        typed = getattr(focus, "value", None) or getattr(focus, "text", None)
        assert typed == "".join(LETTERS)


def own_keys(desks: Desks, **keys: str) -> Desks:
    """The same notebook, seen by a person with keys of their own."""
    named = {name.replace("__", "."): key for name, key in keys.items()}
    return Desks(desks.store, desks.clock, Settings(keys=named), BERLIN, shipped_bank())


async def test_a_key_can_be_changed_and_bar_and_help_follow(desks: Desks) -> None:
    async with at(own_keys(desks, contacts__new="f9"), "contacts") as hands:
        assert "F9 new" in hands.seen("KeyBar")
        await hands.press("n")
        assert not isinstance(hands.app.screen, Form)
        await hands.press("f1")
        assert ("F9", "Add a contact") in hands.rows("RowList")
        await hands.press("escape", "f9")
        assert isinstance(hands.app.screen, Form)


async def test_keys_of_the_live_screen_and_of_everywhere_can_be_changed(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(own_keys(desks, live__skip="f11", go_to="ctrl+o"), "live") as hands:
        await hands.press("f2")
        assert states(desks)[0] == "asking"
        await hands.press("f11")
        assert states(desks)[0] == "skipped"
        await hands.press("ctrl+g")
        assert not isinstance(hands.app.screen, GoTo)
        await hands.press("ctrl+o", "3")
        assert hands.mode == "prepare"


async def test_two_keys_can_change_places(desks: Desks) -> None:
    a_planned_interview(desks)
    swapped = own_keys(desks, questions__must="c", questions__could="m")
    async with at(swapped, "questions") as hands:
        for key, rank in (("c", "must"), ("m", "could")):
            await hands.press(key)
            assert stored(desks, "SELECT importance FROM question WHERE position = 1") == [(rank,)]


async def test_a_name_that_is_no_key_changes_nothing(desks: Desks) -> None:
    async with at(own_keys(desks, no__such="f9", contacts__edit=""), "contacts") as hands:
        await hands.press("n")
        assert isinstance(hands.app.screen, Form)

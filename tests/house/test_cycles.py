"""No module needs itself: not at import, not in a function, not even for the type checker."""

from graphlib import CycleError, TopologicalSorter

import pytest

from tests.house.source import imports_of, modules


def test_there_is_no_cycle() -> None:
    graph = {name: {i.target for i in imports_of(name)} & set(modules()) for name in modules()}
    assert sum(map(len, graph.values())) > 100, "the imports were not found"
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as found:
        pytest.fail(" → ".join(found.args[1]))
    assert order.index("infotui.domain.errors") < order.index("infotui.services.live")


def test_imports_for_the_type_checker_and_in_functions_are_seen() -> None:
    seen = {i.target for i in imports_of("infotui.storage.store")}
    assert {"infotui.storage.shelves", "infotui.storage.writing_road"} <= seen

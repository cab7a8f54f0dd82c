"""Layers run down: which room may import which, and what of the world outside each may touch."""

from collections.abc import Callable

from tests.house.source import Import, imports_of, modules, outside_of, within

# From the top down; a layer may import those after it, never one before it or beside it.
LAYERS = (
    ("infotui.cli",),
    ("infotui.tui",),
    ("infotui.services",),
    ("infotui.storage", "infotui.formats", "infotui.config"),
    ("infotui.domain",),
)
RANK = {package: rank for rank, row in enumerate(LAYERS) for package in row}
RECORDS = "infotui.domain.records"
SCREENS, WIDGETS, DIALOGS = (f"infotui.tui.{room}" for room in ("screens", "widgets", "dialogs"))

# What of the world outside may be imported where; a package that is not named may be nowhere.
OUTSIDE = {
    "textual": ("infotui.tui", "infotui.cli"),
    "rich": ("infotui.tui", "infotui.cli"),
    "sqlmodel": (RECORDS, "infotui.storage"),
    "sqlalchemy": (RECORDS, "infotui.storage"),
    "pydantic": (RECORDS,),
    "dateutil": ("infotui.domain", "infotui.storage.warm"),
    "platformdirs": ("infotui.config",),
    "tzlocal": ("infotui.config",),
    "holidays": ("infotui.config",),
    "plotille": ("infotui.tui.widgets.plot",),
}


def layer_of(name: str) -> str:
    return next((package for package in RANK if within(name, package)), "")


def is_in(name: str, *rooms: str) -> bool:
    return any(within(name, room) for room in rooms)


def breaches(room: str, is_wrong: Callable[[str, Import], bool]) -> list[str]:
    """List the imports of a room's modules that break a rule, each with its file and line."""
    return [
        f"{modules()[name].name} ({name}), line {found.line}: {found.target}"
        for name in modules()
        if within(name, room)
        for found in imports_of(name)
        if is_wrong(name, found)
    ]


def test_every_module_has_a_layer() -> None:
    assert {n for n in modules() if not layer_of(n)} == {"infotui", "infotui.__main__"}


def test_arrows_only_go_down() -> None:
    def goes_up(name: str, found: Import) -> bool:
        here, there = layer_of(name), layer_of(found.target)
        return bool(here and there) and here != there and RANK[there] <= RANK[here]

    assert breaches("infotui", goes_up) == []
    assert goes_up("infotui.domain.timer", Import("infotui.config.paths", 1))
    assert goes_up("infotui.storage.store", Import("infotui.config.paths", 1))
    assert not goes_up("infotui.services.live", Import("infotui.domain.timer", 1))


def test_the_package_itself_imports_nothing_but_the_way_in() -> None:
    assert imports_of("infotui") == ()
    assert {found.target for found in imports_of("infotui.__main__")} == {"infotui.cli.main"}


def test_only_storage_and_services_know_records() -> None:
    knowing = (RECORDS, "infotui.storage", "infotui.services")
    assert (
        breaches("infotui", lambda n, i: within(i.target, RECORDS) and not is_in(n, *knowing)) == []
    )


def test_the_world_outside_is_let_in_by_its_own_door() -> None:
    def is_wrong(name: str, found: Import) -> bool:
        package = outside_of(found.target)
        return bool(package) and not is_in(name, *OUTSIDE.get(package, ()))

    assert breaches("infotui", is_wrong) == []
    assert is_wrong("infotui.services.live", Import("textual.app", 1))
    assert is_wrong("infotui.tui.app", Import("requests", 1))


def test_only_the_command_line_parses_arguments() -> None:
    parsers = {"argparse", "optparse", "getopt"}
    assert (
        breaches("infotui", lambda n, i: i.target in parsers and not is_in(n, "infotui.cli")) == []
    )


def test_the_first_schema_follows_nothing_that_grows() -> None:
    assert {found.target for found in imports_of("infotui.storage.schema")} == {"typing"}


# ── inside the tui ───────────────────────────────────────────────────────────────────────────────


def test_a_screen_knows_neither_storage_nor_its_neighbours_nor_the_app() -> None:
    def is_wrong(name: str, found: Import) -> bool:
        beside = within(found.target, SCREENS) and not within(found.target, name)
        beyond = ("infotui.storage", "infotui.formats", "infotui.cli", "infotui.tui.app")
        return beside or is_in(found.target, *beyond)

    assert breaches(SCREENS, is_wrong) == []


def test_a_widget_knows_the_domain_and_other_widgets_alone() -> None:
    def is_wrong(name: str, found: Import) -> bool:
        if within(found.target, "infotui"):
            return within(found.target, RECORDS) or not is_in(
                found.target, "infotui.domain", WIDGETS
            )
        return outside_of(found.target) not in {"", "textual", "rich", "plotille"}

    assert breaches(WIDGETS, is_wrong) == []


def test_a_dialog_knows_no_screen_no_app_and_no_storage() -> None:
    beyond = (SCREENS, "infotui.tui.app", "infotui.storage", "infotui.formats", "infotui.cli")
    assert breaches(DIALOGS, lambda _, found: is_in(found.target, *beyond)) == []

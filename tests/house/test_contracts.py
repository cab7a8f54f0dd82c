"""The import contracts of pyproject.toml name every room that is there, so that none slips out of them."""

import tomllib
from typing import Any

from tests.house.source import ROOT, modules

SECTION: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "tool"
]["importlinter"]
CONTRACTS: dict[str, dict[str, Any]] = {c["id"]: c for c in SECTION["contracts"]}


def children(package: str) -> set[str]:
    """Give the modules and packages that lie directly in a package."""
    inside = f"{package}."
    return {
        f"{inside}{name.removeprefix(inside).split('.')[0]}"
        for name in modules()
        if name.startswith(inside)
    }


def test_every_layer_is_in_the_first_contract() -> None:
    listed = " | ".join(CONTRACTS["layers"]["layers"]).split(" | ")
    assert set(listed) == children("infotui") - {"infotui.__main__"}


def test_every_pure_module_of_the_domain_is_kept_from_records() -> None:
    pure = children("infotui.domain") - {"infotui.domain.records"}
    assert set(CONTRACTS["pure-domain"]["source_modules"]) == pure


def test_whatever_a_contract_names_exists() -> None:
    named = {
        name
        for contract in CONTRACTS.values()
        for key in ("source_modules", "forbidden_modules", "modules")
        for name in contract.get(key, [])
        if name.startswith("infotui") and "*" not in name
    }
    assert named <= set(modules())

"""The source of infotui as the house rules look at it: its modules, and what each imports and calls."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "infotui"


class Import(NamedTuple):
    """One import: the module it reaches, and the line it stands on."""

    target: str
    line: int


def name_of(path: Path) -> str:
    """Give the dotted name of a module's file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, Path]:
    """Map every module of infotui to its file."""
    return {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def tree_of(name: str) -> ast.Module:
    """Give a module's syntax tree."""
    return ast.parse(modules()[name].read_text(encoding="utf-8"), filename=str(modules()[name]))


@cache
def imports_of(name: str) -> tuple[Import, ...]:
    """List what a module imports: at its top, in functions, and for the type checker alone."""
    found = []
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Import):
            found += [Import(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _base(name, node)
            for alias in node.names:
                # `from package import module` reaches the module, `from module import name` the module.
                inner = f"{base}.{alias.name}"
                found.append(Import(inner if inner in modules() else base, node.lineno))
    return tuple(found)


def _base(name: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = name.split(".")
    is_package = modules()[name].name == "__init__.py"
    kept = parts[: len(parts) - node.level + is_package]
    return ".".join([*kept, node.module] if node.module else kept)


def within(name: str, package: str) -> bool:
    """Tell whether a module is a package or lies in it."""
    return name == package or name.startswith(f"{package}.")


def outside_of(name: str) -> str:
    """Give the name of another distribution's package that an import reaches, or nothing."""
    top = name.partition(".")[0]
    return "" if top == "infotui" or top in sys.stdlib_module_names else top


def calls_of(name: str) -> Iterator[tuple[str, int]]:
    """List the dotted names that a module calls or hands on, as they are written, with their lines."""
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Attribute):
            yield _dotted(node), node.lineno


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""

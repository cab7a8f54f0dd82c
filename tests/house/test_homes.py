"""Things with one home: reading the time in domain/clock.py, statements and SQLite in storage."""

import ast
import re
from collections.abc import Iterator

from tests.house.source import calls_of, imports_of, modules, tree_of, within

CLOCK = "infotui.domain.clock"
TIME_NAMES = (
    "time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "localtime",
    "gmtime", "ctime", "process_time", "clock_gettime", "sleep",
)  # fmt: skip
TIME = re.compile(rf"(^|\.)((datetime|date)\.(now|utcnow|today)|time\.({'|'.join(TIME_NAMES)}))$")

# A statement, told from a sentence by its capitals: "SELECT …", not "Select …".
SQL = re.compile(
    r"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s|DROP\s"
    r"|ALTER\s|PRAGMA\s|VACUUM|BEGIN\b|COMMIT\b|ROLLBACK\b|SAVEPOINT\s|ATTACH\s)"
)
EXECUTES = {"execute", "executemany", "executescript", "exec_driver_sql"}


def reads_of_time(name: str) -> Iterator[str]:
    for called, line in calls_of(name):
        if TIME.search(called):
            yield f"{name}, line {line}: {called}"
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            taken = [alias.name for alias in node.names if alias.name in TIME_NAMES]
            yield from (f"{name}, line {node.lineno}: {what}" for what in taken)


def statements_of(name: str) -> Iterator[str]:
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value):
            yield f"{name}, line {node.lineno}: {node.value[:40]!r}"
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in EXECUTES:
            yield f"{name}, line {node.lineno}: {called.attr}()"  # type: ignore[attr-defined]


def test_the_time_is_read_by_the_clock_alone() -> None:
    assert [read for name in modules() if name != CLOCK for read in reads_of_time(name)] == []
    assert len(list(reads_of_time(CLOCK))) == 2, "the one home is not seen any more"


ELSEWHERE = [name for name in sorted(modules()) if not within(name, "infotui.storage")]


def test_statements_are_written_in_storage_alone() -> None:
    assert [found for name in ELSEWHERE for found in statements_of(name)] == []


def test_sqlite_is_named_in_storage_alone() -> None:
    naming = [n for n in ELSEWHERE for found in imports_of(n) if within(found.target, "sqlite3")]
    assert naming == []


def test_statements_are_seen_where_they_are() -> None:
    assert len(list(statements_of("infotui.storage.views.contacts"))) > 10
    assert len(list(statements_of("infotui.storage.shelves"))) == 2

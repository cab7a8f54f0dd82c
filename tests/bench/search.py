"""Measures the search at any size, beside ripgrep over the same words as Markdown: run it by hand.

    python -m tests.bench.search 1000000 --json figures.json

It makes the notebook once and keeps it beside `--folder` for the next run.
"""

import argparse
import json
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from infotui.domain.query import read_query
from infotui.storage.connection import connect
from infotui.storage.views import seeking
from tests.bench.large_notebook import make

TODAY: Final = date(2026, 11, 25)
ZONE: Final = ZoneInfo("Europe/Berlin")
WORDS: Final = {
    "a rare word": "quixotic",
    "a common word": "energy",
    "the commonest word": "the",
    "two letters": "ma",
    "a longer beginning": "inter",
    "a phrase": '"energy project"',
    "a word that is nowhere": "zzyzxq",
}
FILTERS: Final = (
    "",
    'from:"amina patel"',
    "kind:finding",
    "after:2026-09",
    "field:energy",
    "#hiring",
)


def measure(path: Path, times: int) -> list[dict[str, Any]]:
    """Give for each kind of query how long it takes, in milliseconds."""
    figures = []
    with closing(connect(path, read_only=True)) as db:
        for what, words in WORDS.items():
            for more in FILTERS:
                query = read_query(f"{words} {more}", TODAY)
                took = _times(lambda query=query: seeking.find(db, query, ZONE, TODAY, 50), times)
                hits, _ = seeking.find(db, query, ZONE, TODAY, 50)
                figures.append({"what": what, "query": f"{words} {more}".strip(), "hits": len(hits),
                                **took})  # fmt: skip
    return figures


def _times(work: Callable[[], object], times: int) -> dict[str, float]:
    took, spent = [], []
    for _ in range(times):
        began, busy = time.perf_counter(), _busy()
        work()
        took.append((time.perf_counter() - began) * 1000)
        spent.append((_busy() - busy) * 1000)
    took.sort()
    return {
        "cpu": round(statistics.median(spent), 3),  # what it is when others use the machine as well
        "p50": round(statistics.median(took), 3),
        "p95": round(took[min(len(took) - 1, int(len(took) * 0.95))], 3),
    }


def _busy() -> float:
    """Give the seconds that processors worked for this program and those it began."""
    own, begun = (
        resource.getrusage(resource.RUSAGE_SELF),
        resource.getrusage(resource.RUSAGE_CHILDREN),
    )
    return own.ru_utime + own.ru_stime + begun.ru_utime + begun.ru_stime


def as_markdown(path: Path, folder: Path) -> int:
    """Write each talk of a notebook as a Markdown file; give how many bytes there are."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    with closing(sqlite3.connect(path)) as db:
        talks = db.execute(
            "SELECT i.id, c.name, i.started_at, i.field, (SELECT group_concat('- ' || n.text, char(10))"
            " FROM note n WHERE n.interview_id = i.id) FROM interview i"
            " JOIN contact c ON c.id = i.contact_id"
        )
        for talk, name, at, field, notes in talks:
            text = f"# {name}\n\n{at} · {field}\n\n{notes}\n"
            (folder / f"{talk}.md").write_text(text, encoding="utf-8")
            size += len(text.encode())
    return size


def ripgrep(folder: Path, times: int) -> dict[str, dict[str, float]]:
    """Give how long ripgrep takes for each kind of words; empty where it is not there."""
    program = shutil.which("rg")
    if program is None:
        return {}
    figures = {}
    for what, words in WORDS.items():
        pattern = rf"\b{words.strip(chr(34))}"
        command = [program, "--ignore-case", "--no-ignore", pattern, str(folder)]
        figures[what] = _times(
            lambda command=command: subprocess.run(command, stdout=subprocess.DEVNULL, check=False),
            times,
        )
    return figures


def report(figures: Sequence[dict[str, Any]], beside: dict[str, dict[str, float]]) -> list[str]:
    """Give the figures as lines of a table."""
    lines = [
        f"{'query':<40}{'hits':>5}{'p50 ms':>9}{'p95 ms':>9}{'cpu ms':>9}"
        f"{'rg p50':>9}{'rg cpu':>9}{'ratio':>8}"
    ]
    for row in figures:
        rg = beside.get(row["what"]) if row["query"] == WORDS[row["what"]] else None
        other = ""
        if rg:
            ratio = rg["p50"] / max(row["p50"], 0.001)
            other = f"{rg['p50']:>9.1f}{rg['cpu']:>9.1f}{ratio:>7.0f}x"
        own = f"{row['p50']:>9.2f}{row['p95']:>9.2f}{row['cpu']:>9.2f}"
        lines.append(f"{row['query']:<40}{row['hits']:>5}{own}{other}")
    return lines


def main(arguments: Sequence[str] | None = None) -> dict[str, Any]:
    """Make the notebook if it is not there, measure, print a table, and give the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("notes", type=int, nargs="?", default=100_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    given = parser.parse_args(arguments)
    path: Path = given.folder / f"infotui-bench-{given.notes}.db"
    if not path.exists():
        make(path, given.notes)
    pages = path.with_suffix(".md")
    size = as_markdown(path, pages)
    figures = measure(path, given.times)
    beside = ripgrep(pages, min(given.times, 10))
    sys.stdout.write(f"{given.notes} notes, {size / 1e6:.0f} MB as Markdown,"
                     f" {path.stat().st_size / 1e6:.0f} MB as a notebook\n")  # fmt: skip
    sys.stdout.writelines(f"{line}\n" for line in report(figures, beside))
    result = {"notes": given.notes, "bytes": size, "queries": figures, "ripgrep": beside}
    if given.json:
        given.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return result


if __name__ == "__main__":
    main()

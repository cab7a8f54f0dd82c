"""The benchmark of the search runs and finds what it should; nothing is said of how long it takes."""

import json
from pathlib import Path

import pytest

from tests.bench.search import FILTERS, WORDS, main


def test_a_small_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "figures.json"
    arguments = ["1000", "--folder", str(tmp_path), "--times", "1", "--json", str(page)]
    result = main(arguments)
    assert json.loads(page.read_text()) == result
    hits = {row["query"]: row["hits"] for row in result["queries"]}
    assert len(hits) == len(WORDS) * len(FILTERS)
    assert (hits["quixotic"], hits["zzyzxq"], hits["the"], hits["the kind:finding"]) == (
        3,
        0,
        50,
        50,
    )
    assert "1000 notes" in capsys.readouterr().out
    assert len(list((tmp_path / "infotui-bench-1000.md").glob("*.md"))) == 3

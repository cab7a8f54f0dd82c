"""Findings by kind and field: each once, fields that are spelt alike as one, the small ones gathered."""

from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.note import FINDING_KINDS
from infotui.domain.pictures.findings import NO_FIELD, Told, findings

TOLD = st.builds(
    Told, st.sampled_from(FINDING_KINDS), st.sampled_from(("energy", " Energy", "law", "教育", "", "film")),
    st.integers(1, 9),
)  # fmt: skip


@given(st.lists(TOLD, max_size=40), st.integers(1, 6))
def test_every_finding_is_counted_once_however_few_columns_there_are(
    rows: list[Told], most: int
) -> None:
    shown = findings(rows)
    assert shown.total == sum(row.many for row in rows)
    for kind, counts in zip(FINDING_KINDS, shown.counts, strict=True):
        assert sum(counts) == sum(row.many for row in rows if row.kind == kind)
    fields, counts = shown.gathered(most)
    assert len(fields) <= most
    assert sum(map(sum, counts)) == shown.total
    assert len({field.casefold() for field in shown.fields}) == len(shown.fields)
    table = shown.table().rows
    whole = [int(row.cells[2]) for row in table if row.cells[1] == "all fields"]
    assert sum(whole) == shown.total


def test_the_most_told_field_comes_first_and_what_has_none_last() -> None:
    rows = [
        Told("market", "", 9),
        Told("market", "law", 2),
        Told("gap", "Energy", 3),
        Told("gap", "energy", 1),
    ]
    shown = findings(rows)
    assert shown.fields == ("Energy", "law", NO_FIELD)
    assert shown.said == "15 findings; most of the kind “market” (11), most in Energy (4)."
    assert shown.gathered(2)[0] == ("Energy", "2 others")
    assert [row.cells for row in shown.table().rows][:3] == [
        ("market", "all fields", "11", "73%"), ("", "law", "2", "13%"), ("", NO_FIELD, "9", "60%"),
    ]  # fmt: skip
    assert (findings([]).total, findings([]).said) == (0, "")

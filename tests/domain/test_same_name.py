"""Nearly the same names: of people by title, initial, order and place; of organizations by their form."""

import pytest

from infotui.domain.same_name import likely_same, likely_same_organization

NEAR = (
    ("Jane Doe", "Dr. Jane Doe"), ("Prof. Jane Doe", "Jane Doe"), ("Jane A. Doe", "Jane Doe"),
    ("Doe, Jane", "Jane Doe"), ("Jane Doe at Southwind", "Jane Doe"), ("jane  doe", "Jáne Doe"),
    ("J. Doe", "Jane Doe"), ("Jane Doe, PhD", "Jane Doe"), ("Jane Doe Ph.D.", "Jane Doe"),
    ("Jane Doe (Southwind)", "Jane Doe"), ("Dan Doe", "Daniel Doe"), ("Jane Doe-Smith", "Jane Doe"),
    ("Jane Maria Doe", "Jane Doe"), ("Dipl.-Ing. Jane Doe", "Jane Doe"), ("Doe, Dr. Jane", "Jane Doe"),
    ("山田太郎", "山田太郎"), ("Jane", "jane"), ("Doe Jane", "Jane Doe"), ("Frau Jane Doe", "Jane Doe"),
)  # fmt: skip
FAR = (
    ("Jane Doe", "John Doe"), ("Jane Doe", "Jane Roe"), ("Jane", "Joan Doe"), ("Dr.", "Dr. Jane"),
    ("", ""), ("", "Jane"), ("J. Doe", "Mia Doe"), ("山田太郎", "山田花子"), ("A. B.", "Ana Berg"),
    ("Jane at Doe", "Mary Doe"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_nearly_the_same_name_is_likely_the_same_person(one: str, other: str) -> None:
    assert likely_same(one, other)
    assert likely_same(other, one)


@pytest.mark.parametrize(("one", "other"), FAR)
def test_another_name_is_not(one: str, other: str) -> None:
    assert not likely_same(one, other)
    assert not likely_same(other, one)
    assert not likely_same(one, other, fits=True)


@pytest.mark.parametrize(("one", "other"), [("Jane", "Jane Doe"), ("Ms Doe", "Jane Doe")])
def test_a_part_of_a_name_is_enough_where_all_else_fits(one: str, other: str) -> None:
    assert not likely_same(one, other)
    assert likely_same(one, other, fits=True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Northwind Labs", "Northwind Labs GmbH", True), ("northwind", "Northwind Labs", True),
        ("The Northwind Labs, Ltd.", "Northwind Labs", True), ("Northwind", "Southwind", False),
        ("Labs", "Northwind Labs", False), ("A", "A B", False), ("", "", False), ("AG", "AG", True),
    ],
)  # fmt: skip
def test_nearly_the_same_organization(one: str, other: str, same: bool) -> None:
    assert likely_same_organization(one, other) is same
    assert likely_same_organization(other, one) is same

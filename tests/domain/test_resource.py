"""Resources: which words tell what one is about, and who may like it for which reasons."""

from datetime import UTC, datetime

import pytest

from infotui.domain.resource import Reader, ResourceRow, Shared, telling_words, who_may_like

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
BOOK = ResourceRow(
    1, "a good book on fuel cells", "https://example.org/cells", "energy", NOON, 1, "Ana Alm", 7,
    "Northwind",
)  # fmt: skip


def reader(number: int = 2, name: str = "Bo", **more: object) -> Reader:
    base = {"organization_id": None, "organization": "", "field": ""}
    return Reader(number, name, **{**base, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a good book on fuel cells", {"fuel", "cell"}),
        ("The Batteries yearbook, https://cells.example.org/deep", {"batterie", "yearbook"}),
        ("Größe der Brücken", {"grosse", "brucken"}),
        ("glass", {"glass"}),
        ("a to of", set()),
        ("", set()),
    ],
)
def test_words_that_tell(text: str, words: set[str]) -> None:
    assert set(telling_words(text)) == words


@pytest.mark.parametrize(
    ("who", "reasons"),
    [
        (reader(field="Energy"), ("same field: Energy",)),
        (reader(organization_id=7, organization="Northwind"), ("at Northwind, as Ana Alm",)),
        (reader(texts=("how do fuel cells age?",)), ("“cells”, “fuel” came up with them",)),
        (reader(texts=("a FUEL pump",)), ("“fuel” came up with them",)),
        (reader(texts=("kept and keeps books",)), None),
        (reader(named=(("the cell atlas", "energy"),)), ("named one like it: the cell atlas",)),
        (reader(named=(("fuel cell news", ""),)), ("named one like it: fuel cell news",)),
        (reader(named=(("a cell", "biology"), ("poems", "energy"))), None),
        (reader(texts=("a good book",)), None),
        (reader(organization_id=8), None),
        (reader(), None),
    ],
)
def test_each_reason_is_told(who: Reader, reasons: tuple[str, ...] | None) -> None:
    found = who_may_like(BOOK, [who])
    assert [liking.reasons for liking in found] == ([] if reasons is None else [reasons])


def test_the_best_comes_first_and_neither_the_giver_nor_who_has_it() -> None:
    people = [
        reader(1, "Ana", field="energy"),
        reader(2, "Bo", field="energy", organization_id=7, organization="Northwind"),
        reader(3, "Cy", field="energy", texts=("fuel",)),
        reader(4, "Dee", field="energy"),
        reader(5, "Abe", field="energy"),
    ]
    shared = BOOK._replace(shared=(Shared(4, "Dee", NOON),))
    found = who_may_like(shared, people)
    assert [liking.name for liking in found] == ["Cy", "Bo", "Abe"]
    assert found[0].reasons == ("“fuel” came up with them", "same field: energy")


def test_one_word_of_many_weighs_less_than_a_common_field() -> None:
    many = BOOK._replace(text="the pocket book of alarm tones in the door of the van")
    people = [reader(2, "Bo", texts=("her door",)), reader(3, "Cy", field="energy")]
    people.append(reader(4, "Dee", texts=("an alarm has a tone",)))
    assert [liking.name for liking in who_may_like(many, people)] == ["Dee", "Cy", "Bo"]


def test_no_field_is_no_common_field() -> None:
    assert who_may_like(BOOK._replace(field=""), [reader(field="")]) == []

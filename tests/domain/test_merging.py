"""What stays of two that are one: filled fields win, empty ones are filled, nothing said is lost."""

from infotui.domain.contact import ContactSheet
from infotui.domain.merging import about_of, chosen, sides


def sheet(**said: str) -> ContactSheet:
    empty = ContactSheet(1, "", "Amina Patel", "", "", None, "", "", "stranger", "", "", (), 0, 0)
    return empty._replace(**said)  # type: ignore[arg-type]


STAYS = sheet(role="analyst", stage="introduced", introduced_by="A. Patel", about="likes tea")
GONE = sheet(name="A. Patel", role="chemist", unit="the lab", stage="met", about="met at a fair",
             introduced_by="Ruth")  # fmt: skip


def test_only_what_one_of_them_fills_is_shown() -> None:
    both = sides(STAYS, GONE)
    assert [side.field for side in both] == ["name", "role", "unit", "stage", "introduced_by"]
    assert [side.field for side in both if side.differs] == ["name", "role", "stage"]
    assert [side.field for side in both if side.takes_theirs] == ["unit", "stage", "introduced_by"]


def test_nobody_is_introduced_by_oneself() -> None:
    by = {side.field: side for side in sides(STAYS, GONE)}
    assert by["introduced_by"].mine == ""
    both = sides(
        sheet(introduced_by="a. patel"), sheet(name="A. Patel", introduced_by="AMINA patel")
    )
    assert [side.field for side in both] == ["name", "stage"]


def test_filled_fields_of_the_one_that_stays_win() -> None:
    said = chosen(sides(STAYS, GONE), ())
    assert said == {"name": "Amina Patel", "role": "analyst", "unit": "the lab",
                    "stage": "introduced", "introduced_by": "Ruth"}  # fmt: skip
    assert chosen(sides(STAYS, GONE), {"role", "stage"}) == {
        **said,
        "role": "chemist",
        "stage": "met",
    }


def test_a_word_that_is_not_taken_is_kept_among_the_words_about_them() -> None:
    both = sides(STAYS, GONE)
    assert about_of(STAYS, GONE, both, ()).splitlines() == [
        "likes tea", "met at a fair", "name in the other entry: A. Patel",
        "role in the other entry: chemist",
    ]  # fmt: skip
    assert "role in the other entry: analyst" in about_of(STAYS, GONE, both, {"role"})
    assert about_of(STAYS, STAYS, sides(STAYS, STAYS), ()) == "likes tea"

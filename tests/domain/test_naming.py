"""Names: by which one is addressed, and whether a text names somebody who would rather not be (M4)."""

import pytest

from infotui.domain.naming import (
    Referrer,
    first_name,
    give_introducer,
    mentions,
    names,
    not_to_be_named,
    to_be_asked,
)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Amina Patel", "Amina"), ("Dr. Amina Patel", "Amina"), ("Prof. Dr. Li Wei", "Li"),
        ("Amina", "Amina"), ("Dr", "Dr"), ("  Zoë   日本 ", "Zoë"), ("", ""),
    ],
)  # fmt: skip
def test_one_is_addressed_by_the_first_name(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Brightwater told me of you", "Ana Brightwater"), ("ana   brightwater", "Ana Brightwater"),
        ("past Ana's door", "Ana Brightwater"), ("as Mrs Brightwater says", "Ana Brightwater"),
        ("ANA sends her best", "Ana Brightwater"), ("Zoe told me", "Zoë Müller"),
        ("mit Mueller und Zoë", "Zoë Müller"), ("Grüße von Hart", "Ben Oduya-Hart"),
        ("山田太郎さんから聞きました", "山田太郎"), ("May told me", "May Dunn"),
    ],
)  # fmt: skip
def test_a_text_names_somebody(text: str, name: str) -> None:
    assert names(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("nothing", "Ana Brightwater"), ("banana", "Ana Brightwater"), ("I may write", "May Dunn"),
        ("Dr. Who", "Dr. Ana Bright"), ("van gogh", "Vincent van Berg"), ("A word", "A. Berg"),
        ("", "Ana"), ("Ana", ""),
    ],
)  # fmt: skip
def test_a_text_names_nobody(text: str, name: str) -> None:
    assert not names(text, name)


def test_a_shared_name_is_spared_and_the_whole_name_is_not() -> None:
    assert not names("Dear Ana,", "Ana Brightwater", ["Ana Lind"])
    assert names("Dear Ana, Brightwater told me", "Ana Brightwater", ["Ana Lind"])
    assert names("Ana Brightwater", "Ana Brightwater", ["Ana Lind", "Brightwater Ltd"])


YES, NO, OPEN = Referrer(1, "Ana", "yes"), Referrer(2, "Bo", "no"), Referrer(3, "Cy", "not asked")


def test_whoever_made_the_contact_is_named_before_whoever_may_be() -> None:
    assert give_introducer([YES, OPEN], [Referrer(3, "Cy", "yes")]) == Referrer(3, "Cy", "yes")
    assert give_introducer([OPEN, YES], []) == YES
    assert give_introducer([OPEN], []) is None


def test_a_no_stands_whatever_else_there_is() -> None:
    said_yes = Referrer(2, "Bo", "yes")
    assert give_introducer([said_yes, NO], [said_yes]) is None
    assert not_to_be_named([said_yes, NO, NO]) == (NO,)


def test_who_was_not_asked_is_asked_unless_settled_otherwise() -> None:
    assert to_be_asked([OPEN, OPEN, YES, NO], []) == (OPEN,)
    assert to_be_asked([OPEN, Referrer(3, "Cy", "no")], []) == ()
    assert to_be_asked([OPEN], [Referrer(3, "Cy", "yes")]) == ()


def test_what_may_name_somebody_in_haste_is_found_as_well() -> None:
    assert mentions("ana said so", "Ana Brightwater")
    assert mentions("BRIGHTWATER again", "Ana Brightwater")
    assert mentions("from angstrom", "Zoë Ångström")
    assert not mentions("an annual banana", "Ana Brightwater")
    assert not mentions("it may be that they will", "Will May")
    assert not mentions("the does and don'ts of jane doe", "Jo Doe", ("Jane Doe",))

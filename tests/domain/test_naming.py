"""Names: by which one is addressed, and whether a text names somebody who would rather not be (M4)."""

import pytest

from infotui.domain.naming import (
    Referrer,
    first_name,
    give_introducer,
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ana said so", "Ana Brightwater"), ("BRIGHTWATER again", "Ana Brightwater"),
        ("from angstrom", "Zoë Ångström"), ("Anas idea", "Ana Alvarez"), ("alvarezs list", "Ana Alvarez"),
        ("it was ana who told me, and alvarez knows", "Ana Alvarez"), ("ANA's idea", "Ana Alvarez"),
        ("Alva\u00adrez said", "Ana Alvarez"), ("alvarez’s tip", "Ana Alvarez"),
        ("so said Will", "Will May"), ("Yesterday May told me", "May Dunn"), ("the dunns", "May Dunn"),
        ("Will told me of you", "Will Dunn"), ("Anna Longs list", "Ann Long"), ("Fr. Lucas", "Jo Lucas"),
    ],
)  # fmt: skip
def test_what_names_somebody_in_haste_is_found_as_well(text: str, name: str) -> None:
    assert names(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("an annual banana", "Ana Brightwater"), ("it may be that they will", "Will May"),
        ("May I hear from you?", "May Dunn"), ("Yes.\nWill you have time?", "Will Dunn"),
        ("it took long, and an old man was young", "An Long"), ("the field of my work", "Sally Field"),
        ("mark that in an art of its own", "Mark Art"), ("it will do", "Will"), ("as usual", "A. Sa"),
    ],
)  # fmt: skip
def test_a_common_word_names_nobody_in_small_letters(text: str, name: str) -> None:
    assert not names(text, name)


def test_the_parts_of_a_name_that_may_stand_there_are_spared_in_haste_as_well() -> None:
    assert not names("the does and don'ts of jane doe", "Jo Doe", ("Jane Doe",))


def test_a_no_for_whomever_counts_but_towards_whom_they_said_yes() -> None:
    yes, no_for_another = Referrer(2, "Bo", "yes"), Referrer(2, "Bo", "no", 9)
    assert not_to_be_named([], [], [no_for_another]) == (no_for_another,)
    assert not_to_be_named([yes], [], [no_for_another]) == ()
    assert not_to_be_named([], [yes], [no_for_another]) == ()
    assert not_to_be_named([yes, NO], [yes], [no_for_another]) == (NO,)

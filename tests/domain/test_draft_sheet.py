"""What is remarked on a draft: blanks, asking for a job, names that are not to be named; and when it is held."""

from datetime import UTC, datetime
from typing import Any

from infotui.domain.draft import DraftRow
from infotui.domain.draft_sheet import DraftSheet, Remarks, remarks
from infotui.domain.naming import Referrer

ANA, BO = Referrer(1, "Ana Brightwater", "no"), Referrer(2, "Bo Lind", "not asked")


def sheet(kind: str = "request-email", **more: Any) -> DraftSheet:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    row = DraftRow(7, 3, "Jane Doe", None, None, kind, "", "", "open", at, None, "")
    spared = ("Jane Doe", "Robin Vale", "Northwind")
    known = DraftSheet(row, "jane@x.org", "123", "Mill Lane 2", (ANA,), (BO,), spared, 3)
    return known._replace(**more)


def test_nothing_is_said_of_plain_words() -> None:
    assert remarks(sheet(), "Hello", "Dear Jane, Robin here, of Northwind.") == Remarks()
    assert Remarks().sentences() == ()


def test_everything_is_said_the_gravest_first() -> None:
    found = remarks(sheet(), "Bo sent me {why}", "Ana too. Do you have a job for me? {why} {me}")
    assert found == Remarks(
        ("why", "me"), ("Do you have a job for me",), ("Ana Brightwater",), ("Bo Lind",)
    )
    assert [said.split()[0] for said in found.sentences()] == ["Ana", "Bo", "This"]


def test_a_no_counts_in_every_kind_and_an_open_question_in_first_words_alone() -> None:
    for kind in ("confirmation", "reschedule", "introduction-ask", "mention-ask"):
        assert remarks(sheet(kind), "", "Ana and Bo") == Remarks(named=("Ana Brightwater",))
    assert remarks(sheet(met=True), "", "Ana and Bo") == Remarks(named=("Ana Brightwater",))


def test_first_words_are_held_while_somebody_was_not_asked() -> None:
    assert sheet().held_for == BO
    for free in (sheet(unasked=()), sheet(has_introducer=True), sheet(met=True),
                 sheet("confirmation"), sheet("introduction-ask"), sheet("strange")):  # fmt: skip
        assert free.held_for is None


def test_each_kind_goes_its_own_way() -> None:
    assert (sheet().way_name, sheet().way) == ("e-mail address", "jane@x.org")
    assert (sheet("request-letter").way_name, sheet("request-letter").way) == (
        "postal address", "Mill Lane 2",
    )  # fmt: skip
    assert (sheet("telephone-script").way_name, sheet("telephone-script").way) == ("number", "123")

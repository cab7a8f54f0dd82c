"""The words for findings and for consent."""

from infotui.domain.note import CONSENTS, FINDING_KINDS


def test_findings_are_of_the_nine_kinds_of_the_requirement() -> None:
    assert set(FINDING_KINDS) == {
        "employer", "person", "market", "career", "strength", "gap", "opening", "resource", "advice",
    }  # fmt: skip
    assert len(set(FINDING_KINDS)) == len(FINDING_KINDS)


def test_consent_is_yes_no_or_not_asked() -> None:
    assert set(CONSENTS) == {"yes", "no", "not asked"}

"""Reading a bank's document, joining two banks, and which questions fit a goal."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.bank import Bank, BankEntryError, BankQuestion, BankSet, read_bank
from infotui.domain.goal import GOAL_KINDS
from tests.domain.builders import steady

GOOD: dict[str, Any] = {"id": "day", "text": "What is a day like?"}


def entry(name: str, *goals: str, text: str = "Why?") -> BankQuestion:
    return BankQuestion(name, "core", text, name, goals, "middle")


def document(*questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"format": 1, "question": list(questions), **more}


def test_an_entry_is_read_with_everything_it_says() -> None:
    full = {
        "id": "who", "set": "core", "text": " Who\nelse? ", "short": "who else",
        "goals": ["network", "fit"], "phase": "close", "guide": 16,
        "alternates": ["Whom next?"], "parts": ["Who?", "May I say so?"],
    }  # fmt: skip
    bank = read_bank(document(full, set=[{"id": "core", "title": "Core", "about": "All"}]))
    assert bank.questions == (
        BankQuestion(
            "who", "core", "Who else?", "who else", ("network", "fit"), "close", 16,
            ("Whom next?",), ("Who?", "May I say so?"),
        ),
    )  # fmt: skip
    assert bank.sets == (BankSet("core", "Core", "All"),)
    assert bank.trouble == ()


def test_an_entry_needs_but_an_id_and_a_text() -> None:
    (question,) = read_bank(document(GOOD)).questions
    assert question == BankQuestion("day", "mine", "What is a day like?", "", (), "middle")


def test_a_text_may_be_long_and_a_short_one_is_short() -> None:
    long = {"id": "long", "text": "x" * 500, "short": "words for a list " * 5}
    (question,) = read_bank(document(long)).questions
    assert question.text == "x" * 500
    assert question.short == "words for a list words for a…"


def test_a_bank_may_be_empty() -> None:
    assert read_bank({"format": 1}) == Bank()


@pytest.mark.parametrize(
    ("parsed", "table", "index", "reason"),
    [
        ({}, "", -1, "format = 1"),
        ({"format": 2}, "", -1, "format = 1"),
        ({"format": "1"}, "", -1, "format = 1"),
        ({"format": 1, "question": {"id": "a"}}, "question", -1, r"\[\[question\]\]"),
        ({"format": 1, "question": "a"}, "question", -1, r"\[\[question\]\]"),
        ({"format": 1, "question": [1]}, "question", -1, r"\[\[question\]\]"),
        ({"format": 1, "set": 3}, "set", -1, r"\[\[set\]\]"),
        ({"format": 1, "set": [{"id": "a"}]}, "set", 0, "`title` is missing"),
        (document({"text": "Why?"}), "question", 0, "`id` is missing"),
        (document(GOOD, {"id": "b"}), "question", 1, "`text` is missing"),
        (document({"id": "b", "text": 3}), "question", 0, "`text` is missing or no text"),
        (document({"id": "b", "text": " \n\x1b"}), "question", 0, "`text` is missing or no text"),
        (document({"id": "b", "text": "x" * 501}), "question", 0, "longer than 500"),
        (document(GOOD, GOOD), "question", 1, "`day` is there twice"),
        (document({**GOOD, "goals": ["fame"]}), "question", 0, "`fame` is no kind of goal"),
        (document({**GOOD, "goals": "fit"}), "question", 0, "`goals` must be a list"),
        (document({**GOOD, "goals": [["fit"]]}), "question", 0, "`goals` must be a list"),
        (document({**GOOD, "phase": "after"}), "question", 0, "phase must be one of"),
        (document({**GOOD, "phase": {"a": 1}}), "question", 0, "phase must be one of"),
        (document({**GOOD, "guide": "two"}), "question", 0, "`guide` must be a number"),
        (document({**GOOD, "parts": "one"}), "question", 0, "`parts` must be a list"),
        (document({**GOOD, "alternates": [1]}), "question", 0, "`alternates` must be a list"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(
    parsed: dict[str, Any], table: str, index: int, reason: str
) -> None:
    with pytest.raises(BankEntryError, match=reason) as refused:
        read_bank(parsed)
    assert (refused.value.table, refused.value.index) == (table, index)


JSONLIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
KEYS = st.sampled_from(
    ["id", "set", "text", "short", "goals", "phase", "guide", "alternates", "parts", "about"]
)


@steady
@given(st.lists(st.dictionaries(KEYS, JSONLIKE, max_size=9), max_size=3))
def test_a_wrong_type_anywhere_is_an_entry_error_and_nothing_else(
    entries: list[dict[str, Any]],
) -> None:
    for key in ("question", "set"):
        with contextlib.suppress(BankEntryError):
            bank = read_bank({"format": 1, key: entries})
            assert len(bank.questions) + len(bank.sets) == len(entries)


def test_texts_of_a_file_are_cleaned() -> None:
    hostile = {
        "id": "x\x1b[2J", "text": "a\u202eb\x9b", "short": "\x1b]0;x",
        "alternates": ["\x1b[1m"], "parts": ["c\x00"],
    }  # fmt: skip
    (question,) = read_bank(document(hostile)).questions
    whole = "".join((question.id, question.text, question.short, *question.alternates))
    assert "\x1b" not in whole
    assert question.text == "ab"
    assert question.parts == ("c",)


# ── joining and fitting ──────────────────────────────────────────────────────────────────────────


def test_a_users_entry_replaces_by_id_and_others_are_added() -> None:
    shipped = Bank((BankSet("core", "Core", ""),), (entry("a"), entry("b"), entry("c")))
    own = Bank((BankSet("mine", "Mine", ""),), (entry("b", text="My own?"), entry("d")))
    joined = shipped.joined_by(own)
    assert [q.id for q in joined.questions] == ["a", "b", "c", "d"]
    assert joined.find("b") == entry("b", text="My own?")
    assert [s.id for s in joined.sets] == ["core", "mine"]
    assert [q.text for q in shipped.questions] == ["Why?"] * 3, "the bank itself never changes"


def test_trouble_of_both_is_kept() -> None:
    joined = Bank(trouble=("one",)).joined_by(Bank(trouble=("two",)))
    assert joined.trouble == ("one", "two")


def test_finding_what_is_not_there_gives_nothing() -> None:
    assert Bank((), (entry("a"),)).find("b") is None


def test_questions_that_fit_come_first_else_in_the_banks_order() -> None:
    bank = Bank((), (entry("a"), entry("b", "fit"), entry("c", "path"), entry("d", "fit", "path")))
    assert [q.id for q in bank.fitting([])] == ["a", "b", "c", "d"]
    assert [q.id for q in bank.fitting(["fit"])] == ["b", "d", "a", "c"]
    assert [q.id for q in bank.fitting(["fit", "path", "fit"])] == ["d", "b", "c", "a"]


@steady
@given(
    st.lists(st.lists(st.sampled_from(GOAL_KINDS), unique=True), max_size=8),
    st.lists(st.sampled_from(GOAL_KINDS)),
)
def test_fitting_loses_and_doubles_nothing(all_goals: list[list[str]], wanted: list[str]) -> None:
    bank = Bank((), tuple(entry(f"q{n}", *goals) for n, goals in enumerate(all_goals)))
    found = bank.fitting(wanted)
    assert sorted(q.id for q in found) == sorted(q.id for q in bank.questions)
    fits = [len(set(wanted) & set(q.goals)) for q in found]
    assert fits == sorted(fits, reverse=True)

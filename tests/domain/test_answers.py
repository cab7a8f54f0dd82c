"""What a sheet is over: its key, how it is found, who stands among the gaps first, and what fits it (M3)."""

from datetime import UTC, datetime

import pytest

from infotui.domain.answers import (
    Asked,
    Coming,
    GapRow,
    Topic,
    finds,
    fitting,
    goal_key,
    likely_first,
    order_gaps,
    order_topics,
    own_key,
    strongest,
    what_of,
)
from infotui.domain.bank import Bank, BankQuestion

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def a_question(text: str = "Why?", bank_id: str = "", joined: str = "", state: str = "planned",
               *, noted: bool = False) -> Asked:  # fmt: skip
    return Asked(1, 1, text, "", bank_id, joined, state, noted)


@pytest.mark.parametrize(("question", "key"), [
    (a_question("What is hard?"), "own:what is hard"),
    (a_question("  WHAT, is  “hard”!"), "own:what is hard"),
    (a_question("Pourquoi l'énergie ?"), "own:pourquoi l energie"),
    (a_question("tailored by hand", "hard"), "bank:hard"),
    (a_question("What is hard?", joined="bank:hard"), "bank:hard"),
])  # fmt: skip
def test_one_key_for_all_wordings_of_one_question(question: Asked, key: str) -> None:
    assert question.key == key
    assert what_of(key) == "question"


@pytest.mark.parametrize(("state", "noted", "answered"), [
    ("answered", False, True), ("partly", False, True), ("asking", False, True),
    ("planned", True, True), ("skipped", True, True), ("planned", False, False),
    ("skipped", False, False),
])  # fmt: skip
def test_it_was_asked_when_something_stands_under_it(
    state: str, noted: bool, answered: bool
) -> None:
    assert a_question(state=state, noted=noted).answered == answered


def test_goals_are_told_apart_by_kind_and_own_ones_by_their_words() -> None:
    assert goal_key("fit", "in any words") == "goal:fit"
    assert goal_key("own", "See  the LAB") == "goal:own:see the lab"
    assert [what_of(key) for key in ("goal:fit", "kind:gap", "tag:x", "field:y", own_key("z"))] == [
        "goal", "finding", "tag", "field", "question",
    ]  # fmt: skip


def test_the_strongest_state_counts() -> None:
    assert strongest(["skipped", "partly"]) == "partly"
    assert strongest([]) == "planned"


def test_questions_come_first_of_each_kind_the_fullest_and_words_find() -> None:
    topics = [Topic("tag:nights", "tag", "nights", 7), Topic("bank:b", "question", "Why?"),
              Topic("bank:a", "question", "Who else?", 5), Topic("field:x", "field", "x", 9),
              Topic("goal:fit", "goal", "is it for me", 2)]  # fmt: skip
    assert [topic.key for topic in order_topics(topics)] == [
        "bank:a", "bank:b", "goal:fit", "field:x", "tag:nights",
    ]  # fmt: skip
    assert [topic.key for topic in topics if finds(topic, "tag")] == ["tag:nights"]
    assert [topic.key for topic in topics if finds(topic, "#nig")] == ["tag:nights"]
    assert [topic.key for topic in topics if finds(topic, "ÉLSE who")] == ["bank:a"]
    assert [topic.key for topic in topics if finds(topic, "goal")] == ["goal:fit"]


def test_the_likeliest_meaning_is_offered_first() -> None:
    topics = [Topic("bank:a", "question", "Who else should I meet?", 9),
              Topic("bank:b", "question", "What does an ordinary day look like?")]  # fmt: skip
    found = likely_first(topics, "how does your ordinary day look")
    assert [topic.key for topic in found] == ["bank:b", "bank:a"]


def test_gaps_that_can_be_mended_come_first() -> None:
    soon, late = Coming(1, NOW, "scheduled", (1,)), Coming(2, None, "idea", (2,))
    gaps = [GapRow(4, "Dov", "", None, soon, planned=True), GapRow(3, "Cy", "", NOW),
            GapRow(2, "Bo", "", None, late), GapRow(1, "Ana", "", NOW, soon)]  # fmt: skip
    assert [gap.name for gap in order_gaps(gaps)] == ["Ana", "Bo", "Cy", "Dov"]


def test_what_the_bank_asks_for_a_sheet() -> None:
    bank = Bank(questions=(
        BankQuestion("day", "s", "What is a day like?", "", ("fit",), "start"),
        BankQuestion("pay", "s", "How is pay in {field}?", "pay", ("evaluate",), "middle"),
        BankQuestion("in", "s", "How does one get in?", "", ("path", "approach"), "middle"),
    ))  # fmt: skip

    def ids(key: str) -> list[str]:
        return [question.id for question in fitting(bank, key)]

    assert ids("bank:pay") == ["pay"]
    assert ids("bank:gone") == []
    assert ids("goal:path") == ["in"]
    assert ids("goal:own:see the lab") == []
    assert ids("kind:career") == ["in"]
    assert ids("kind:employer") == ["pay"]
    assert ids("field:energy") == ["pay"]
    assert ids("tag:pay") == ["pay"]
    assert ids("tag:nights") == []

"""The search over everything: every noun is found at its place, filters narrow, nothing is an error."""

import threading
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from infotui.domain.hit import Hit
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    clock_of,
    later,
    many_notes,
    open_desks,
)
from tests.fakes import ManualClock
from tests.people import busy


def words(desks: Desks, query: str) -> list[str]:
    return [hit.words for hit in desks.search.find(query).hits]


def kinds(desks: Desks, query: str) -> list[str]:
    return [hit.kind for hit in desks.search.find(query).hits]


def nouns(desks: Desks, query: str) -> list[str]:
    return [hit.noun for hit in desks.search.find(query).hits]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """A notebook with talks in three months, at two places; only read."""
    desks = open_desks(tmp_path_factory.mktemp("search") / "n.db", ManualClock())
    amina = a_contact(desks, "Amina Patel", "Northwind", role="analyst", field="Energy",
                      email="amina@example.org", tags="#alumni", about="met at the zoo")  # fmt: skip
    bo = a_contact(desks, "Bo Lind", "Civic Data", field="law")
    a_held_interview(
        desks, "* they hire for curiosity #hiring", "> Jane Doe, fuel cells", "! send a zebra book",
        "the naïve café", "C++ and 日本の会社", contact_id=amina,
    )  # fmt: skip
    later(desks, days=40)
    a_held_interview(desks, "hired two people #hiring #law", "< a list of zebras", contact_id=bo)
    later(desks, days=40)
    plan = a_planned_interview(desks, amina, questions=("Which zebra bites?",))
    desks.scribe.keep(Kept("interview", "why", plan), "knows every zebra keeper")
    goal = desks.plans.add_goal(plan, "fit")
    desks.scribe.keep(Kept("goal", "text", goal), "see a zebra")
    note = desks.research.begin("contact", bo, "wrote on zebra law")
    desks.scribe.keep(Kept("research_note", "source", note), "Zoo Weekly")
    yield desks
    desks.close()


def test_it_finds_each_noun_at_its_place(full: Desks) -> None:
    found = {(hit.kind, hit.noun, hit.part): hit for hit in full.search.find("zebra").hits}
    assert set(found) == {
        ("my promise", "note", ""), ("their promise", "note", ""), ("question", "question", ""),
        ("plan", "interview", "why"), ("research", "research_note", ""),
    }  # fmt: skip
    promise = found["my promise", "note", ""]
    assert (promise.words, promise.who, promise.organization) == (
        "send a zebra book", "Amina Patel", "Northwind",
    )  # fmt: skip
    assert [promise.words[start:end] for start, end in promise.marks] == ["zebra"]
    assert promise.at is not None
    assert promise.interview_id is not None
    assert found["research", "research_note", ""].who == "Bo Lind"
    assert found["plan", "interview", "why"].words == "knows every zebra keeper"
    assert [h.part for h in full.search.find("see zebra").hits] == ["goal"]
    assert [h.part for h in full.search.find("weekly").hits] == ["source"]


def test_the_newest_come_first_and_names_before_all(full: Desks) -> None:
    hits = full.search.find("zebra").hits
    dated = [hit.at for hit in hits if hit.at]
    assert dated == sorted(dated, reverse=True)
    by_name = full.search.find("amina").hits
    assert (by_name[0].kind, by_name[0].who, by_name[0].at) == ("person", "Amina Patel", None)
    assert by_name[0].words.startswith("Amina Patel · analyst")
    assert kinds(full, "northw") == ["organization"]
    assert kinds(full, "amina@example.org") == ["person"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("hiring", ["hired two people #hiring #law", "they hire for curiosity #hiring"]),
        ("curiosi", ["they hire for curiosity #hiring"]),
        ("hiri", ["hired two people #hiring #law", "they hire for curiosity #hiring"]),
        ("CAFE naive", ["the naïve café"]),
        ("会社", ["C++ and 日本の会社"]),
        ("c++ 日", ["C++ and 日本の会社"]),
        ('"hire for"', ["they hire for curiosity #hiring"]),
        ('"hire fo"', []),
        ('"for hire"', []),
        ("hired -people", ["they hire for curiosity #hiring"]),
        ("hire -#law", ["they hire for curiosity #hiring"]),
        ("-hire", []),
        ("#hiring from:bo", ["hired two people #hiring #law"]),
        ("#hiring #law", ["hired two people #hiring #law"]),
        ("#alumni", ["Amina Patel · analyst"]),
        ('hire from:"amina patel"', ["they hire for curiosity #hiring"]),
        ("hire from:patel from:lind kind:note", ["hired two people #hiring #law"]),
        ("hire from:nobody", []),
        ("hire org:civic", ["hired two people #hiring #law"]),
        ("hire field:energy", ["they hire for curiosity #hiring"]),
        ("hire kind:finding", ["they hire for curiosity #hiring"]),
        ("hire after:2027", ["hired two people #hiring #law"]),
        ("hire before:2027", ["they hire for curiosity #hiring"]),
        ("hire after:2026-11-24 before:2027", []),
        ("kind:promise", ["a list of zebras", "send a zebra book"]),
        ("kind:finding after:2026 before:2026-12", ["they hire for curiosity #hiring"]),
        ("jane fuel", ["Jane Doe, fuel cells"]),
        ("hire -from:bo", ["they hire for curiosity #hiring"]),
        ("hire -org:northwind", ["hired two people #hiring #law"]),
        ("hire -field:law", ["they hire for curiosity #hiring"]),
        ("hire -kind:finding", ["hired two people #hiring #law"]),
        ("hire -from:bo -from:amina", []),
        ("hire -from:nobody -#law", ["they hire for curiosity #hiring"]),
        ("zebra kind:promise -from:bo", ["send a zebra book"]),
        ("hire after:jan 2027", ["hired two people #hiring #law"]),
        ("hire bo", ["hired two people #hiring #law"]),
        ("curiosity patel amina", ["they hire for curiosity #hiring"]),
        ("curiosity northwind", ["they hire for curiosity #hiring"]),
        ("from:bo kind:talk", ["nothing was planned for it"]),
        ("org:northwind kind:talk zebra", []),
        ("hire nothing", []),
        ("hire from:patel,lind kind:note,lead", ["hired two people #hiring #law"]),
        ("jane from:lind,patel kind:note,lead", ["Jane Doe, fuel cells"]),
        ("kind:goal", ["see a zebra"]),
        ("keeper kind:goal", []),
        ("c++", ["C++ and 日本の会社"]),
        ("c#", []),
        ("iosity", []),
    ],
)
def test_words_and_filters(full: Desks, query: str, found: list[str]) -> None:
    hits = [h.words for h in full.search.find(query).hits if h.kind != "question"]
    assert hits == found


def test_signs_are_found_as_they_are(desks: Desks) -> None:
    a_held_interview(desks, "likes the 🦊 at night", "a fox", "C# and café", "C sharp, or C++?")
    for _ in range(2):  # before they are indexed, and after
        assert (
            words(desks, "🦊") == words(desks, "🦊 night from:amina") == ["likes the 🦊 at night"]
        )
        assert words(desks, "🦊 day") == words(desks, "🐢") == words(desks, "🦊 kind:lead") == []
        assert words(desks, "c#") == ["C# and café"]
        assert words(desks, "C++") == ["C sharp, or C++?"]
        assert words(desks, "fox — a") == ["a fox"]
        desks.store.catch_up_index()


@pytest.mark.parametrize("text", ["kind:", "from:", "after:"])
def test_a_filter_that_waits_says_for_what(full: Desks, text: str) -> None:
    query = full.search.find(text).query
    assert query.is_empty
    assert query.remarks[0].startswith(f"{text} is followed by ")


def test_a_caught_item_is_found_once(full: Desks) -> None:
    assert [(hit.noun, hit.kind) for hit in full.search.find("curiosity").hits] == [
        ("note", "finding")
    ]


def test_a_plan_is_a_talk_from_the_moment_it_begins(desks: Desks) -> None:
    amina = a_contact(desks, "Amina Patel", "Northwind")
    plan = a_planned_interview(desks, amina)
    desks.scribe.keep(Kept("interview", "why", plan), "knows every zebra keeper")
    assert kinds(desks, "zebra") == ["plan"]
    assert "interview" in nouns(desks, "from:amina kind:plan")
    desks.live.start(plan)
    desks.live.end(plan)
    assert kinds(desks, "zebra") == kinds(desks, "from:amina kind:talk") == ["talk"]
    assert "interview" not in nouns(desks, "from:amina kind:plan")
    assert kinds(desks, "zebra -kind:talk") == []
    searching = desks.search.searching()  # it finds what is not indexed yet
    other = a_planned_interview(desks, amina)
    found = searching.find("from:amina kind:plan")
    assert found is not None
    assert [hit.id for hit in found.hits if hit.noun == "interview"] == [other]
    for query in ("kind:plan -from:amina", "from:amina -kind:plan -kind:talk kind:plan"):
        none = searching.find(query)
        assert none is not None
        assert none.hits == ()
    searching.close()


def test_what_was_not_understood_is_said(full: Desks) -> None:
    found = full.search.find("zebra foo:bites")
    assert found.query.words == ("zebra", "foo", "bites")
    assert found.query.remarks


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("Pat curiosity", "pat is taken for Amina Patel: from:pat curiosity"),
        ("curiosity amina pat", 'amina pat is taken for Amina Patel: from:"amina pat" curiosity'),
        ("kind:promise lind", "lind is taken for Bo Lind: from:lind kind:promise"),
        ("curiosity civic", ""),
        ("two civic", "civic is taken for Civic Data: org:civic two"),
        ("from:zzz hire", "Nobody is called zzz."),
        ("hire org:zzz", "No organization is called zzz."),
        ("amina patel", ""),
        ("amina", ""),
        ("hire curiosity", ""),
    ],
)
def test_a_word_that_is_a_name_is_taken_for_one_where_little_else_is_found(
    full: Desks, query: str, remark: str
) -> None:
    found = full.search.find(query)
    assert found.query.remarks == ((remark,) if remark else ())
    assert bool(found.hits) == (
        "taken" in remark or query in {"amina patel", "amina", "hire curiosity"}
    )


def test_no_more_than_asked_for(full: Desks) -> None:
    assert [len(full.search.find("zebra", n).hits) for n in (1, 3, 50)] == [1, 3, 5]
    assert [full.search.find("zebra", n).more for n in (1, 4, 5, 50)] == [True, True, False, False]


SIGNS = st.sampled_from([*'"()*:^-+{}[]#<>&|!,.\x00🙂é日', "AND", "OR", "NOT", "NEAR(", "from:",
                        "after:", "hire", "zebra", " ", "text:", "facets:", "0knote"])  # fmt: skip


@settings(
    max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.one_of(st.text(max_size=40), st.lists(SIGNS, max_size=12).map("".join)))
@example('"' * 99)
@example("a" * 10_000)
@example("hire " * 3_000)
@example("after:9999-12-31")
@example("before:0001-01-01 zebra")
def test_anything_may_be_typed_and_what_is_found_has_the_words(full: Desks, text: str) -> None:
    from infotui.domain.sought import has_all, rows_of

    found = full.search.find(text)
    for hit in found.hits:
        assert all(0 <= start < end <= len(hit.words) for start, end in hit.marks)
        if len(rows_of(found.query)) == 1:
            assert has_all(rows_of(found.query), (hit.words,))
    full.search.complete(text, len(text))


def test_the_index_follows_before_each_search(desks: Desks) -> None:
    talk = a_live_interview(desks, "candour")
    assert words(desks, "candour") == ["candour"]
    desks.scribe.keep(Kept("note", "text", 1), "patience")
    assert (words(desks, "candour"), words(desks, "patience")) == ([], ["patience"])
    desks.live.end(talk)
    me = busy(desks, "Zoe Quist")
    assert kinds(desks, "zoe quist")[0] == "person"
    desks.contacts.delete(me)
    assert words(desks, '"zoe quist" kind:person -friend') == []
    desks.undo.take_back()
    assert kinds(desks, "zoe quist")[0] == "person"


def test_a_large_backlog_holds_nobody_up_and_hides_nothing(desks: Desks) -> None:
    many_notes(desks, a_live_interview(desks, "candour first"), "more of it", 2_500)
    assert desks.search.catch_up() is False
    assert words(desks, "candour") == ["candour first"]
    assert desks.search.catch_up() is True


def test_many_notes_and_many_people(desks: Desks) -> None:
    for number in range(70):
        a_contact(desks, f"Mara Nr{number}", "")
    talk = a_live_interview(desks, contact_id=a_contact(desks, "Mara Oz", ""))
    many_notes(desks, talk, "the same again", 1_300)
    desks.store.catch_up_index()
    found = desks.search.find("same from:mara")
    assert (len(found.hits), found.more) == (50, True)
    assert {hit.who for hit in found.hits} == {"Mara Oz"}
    assert len(desks.search.find("mara").hits) == 50
    assert desks.search.find("same from:nr1").hits == ()


def test_a_search_beside_is_the_same_and_can_be_given_up(desks: Desks) -> None:
    a_live_interview(desks, "candour")
    desks.search.catch_up()
    searching = desks.search.searching()
    assert searching.find("candour") == desks.search.find("candour")
    found: list[object] = []
    many_notes(desks, 1, "candour again", 3_000)
    desks.store.catch_up_index()

    def work() -> None:
        found.extend(searching.find("candour", 1000) for _ in range(3))

    thread = threading.Thread(target=work)
    thread.start()
    while thread.is_alive():
        searching.interrupt()
    thread.join()
    assert len(found) == 3
    again = searching.find("candour", 3)
    assert again is not None
    assert len(again.hits) == 3
    searching.close()
    searching.interrupt()


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("fr", ("from:",)),
        ("f", ("from:", "field:")),
        ("hire from:am", ('from:"Amina Patel"',)),
        ('from:"amina p', ('from:"Amina Patel"',)),
        ("FROM:lind", ('from:"Bo Lind"',)),
        ("with:lind", ('with:"Bo Lind"',)),
        ("-kind:pers", ("kind:person",)),
        ("kind:promise", ('kind:"my promise"', 'kind:"their promise"')),
        ("field:", ("field:Energy", "field:law")),
        ("org:civ", ('org:"Civic Data"',)),
        ("#hi", ("#hiring",)),
        ("tag:al", ("tag:alumni",)),
        ("after:last", ('after:"last week"', 'after:"last month"', 'after:"last year"')),
        ("zebra", None),
        ("foo:bar", None),
        ("from:nobody", None),
        ("", None),
        ("hire ", None),
    ],
)
def test_what_is_typed_is_completed(
    full: Desks, text: str, options: tuple[str, ...] | None
) -> None:
    done = full.search.complete(text, len(text))
    assert (done and done.options) == options
    if done:
        assert text[done.start : done.end].lstrip("-") == text[done.start :]
        assert full.search.complete(text + " more", len(text)) == done


def test_a_completion_is_read_as_it_is_meant(full: Desks) -> None:
    done = full.search.complete("hire from:am", 12)
    assert done is not None
    whole = "hire from:am"[: done.start] + done.options[0]
    assert words(full, whole)[0] == "they hire for curiosity #hiring"


def test_hits_name_all_who_were_there(desks: Desks) -> None:
    from infotui.domain.records.interview import InterviewPerson

    talk = a_held_interview(desks, "candour")
    other = a_contact(desks, "Bo Lind", "")
    with desks.store.writing() as shelves:
        shelves.interviews.add(InterviewPerson(interview_id=talk, contact_id=other))
    (hit,) = desks.search.find("candour from:bo").hits
    assert isinstance(hit, Hit)
    assert hit.who == "Amina Patel + Bo Lind"
    assert clock_of(desks).now() >= hit.at

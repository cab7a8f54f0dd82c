"""The search finds what was changed by its new words, and what was written by whom it was written to."""

from infotui.domain.kept import Kept
from infotui.domain.records.interview import InterviewPerson
from infotui.domain.records.reaching import Draft
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, clock_of, open_desks


def found(desks: Desks, query: str) -> list[tuple[str, str, str]]:
    return [(hit.noun, hit.who, hit.words) for hit in desks.search.find(query).hits]


def test_what_was_caught_and_then_changed_is_found_by_its_own_words(desks: Desks) -> None:
    a_held_interview(desks, "$ an analyst #zoo in May", "& the zoo weekly", "? who feeds them")
    assert [hit[0] for hit in found(desks, "kind:opening")] == ["note"]
    opening = desks.openings.all()[0]
    form = desks.openings.form_of(opening.id)
    desks.openings.change(opening.id, form._replace(text="an analyst in May or June"))
    desks.openings.close(opening.id, "taken by a caracal")
    resource = desks.resources.rows()[0]
    desks.resources.change(resource.id, "the okapi weekly")
    (question,) = desks.store.reading().execute("SELECT id FROM question WHERE note_id IS NOT NULL")
    desks.scribe.keep(Kept("question", "text", question[0]), "who feeds the okapi")
    assert found(desks, "june") == [
        ("opening", "Amina Patel", "an analyst in May or June · closed: taken by a caracal")
    ]
    assert [hit[0] for hit in found(desks, "analyst caracal")] == ["opening"]
    assert {hit[0] for hit in found(desks, "okapi")} == {"resource", "question"}
    for both in ("analyst", "weekly", "feeds", "zoo", "kind:opening"):
        assert len({hit[0] for hit in found(desks, both)}) == 1, f"{both} is found twice"
    reader = open_desks(desks.store.path, clock_of(desks))
    assert [hit[0] for hit in found(reader, "analyst")] == ["note"]
    reader.close()


def test_a_letter_is_theirs_to_whom_it_is_written(desks: Desks) -> None:
    mina, zelda = a_contact(desks, "Mina Orr", "Whitlowe"), a_contact(desks, "Zelda Quist", "")
    kasper = a_contact(desks, "Kasper Lund", "Okapi Works")
    talk = a_held_interview(desks, contact_id=mina)
    with desks.store.writing() as shelves:
        shelves.interviews.add(InterviewPerson(interview_id=talk, contact_id=zelda))
        shelves.reaching.add(
            Draft(contact_id=kasper, interview_id=talk, kind="introduction-ask", body="the caracal")
        )
    made = desks.introductions.begin(kasper, zelda, "told", "both keep a serval")
    letter = [("draft", "Kasper Lund", "the caracal")]
    assert found(desks, "from:kasper kind:draft") == letter
    assert found(desks, "caracal from:mina") == letter
    assert found(desks, "caracal org:okapi") == letter
    assert made
    for who in ("kasper", "zelda"):
        assert found(desks, f"serval from:{who}") == [
            ("introduction", "Zelda Quist", "both keep a serval")
        ]
    assert found(desks, "serval from:mina") == []


def test_among_very_many_people_as_well(desks: Desks) -> None:
    many = [a_contact(desks, f"Mara Nr{number}", "") for number in range(62)]
    other = a_contact(desks, "Bo Lind", "")
    desks.introductions.begin(many[3], other, "told", "both keep a serval")
    assert found(desks, "serval from:mara") == [("introduction", "Bo Lind", "both keep a serval")]

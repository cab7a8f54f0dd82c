"""Research: notes on people and organizations, stored as they are typed, found, asked about, deleted."""

from infotui.services.desks import Desks
from infotui.tui.routes import OpenResearch
from tests.builders import a_contact, a_planned_interview, later
from tests.tui.pilots import Hands, at, dump, stored

NOTES = "SELECT body, source FROM research_note ORDER BY id"


def two_notes(desks: Desks) -> tuple[int, int]:
    """Amina with an older and a newer note."""
    amina = a_contact(desks)
    older = desks.research.begin("contact", amina, "older words", "her page")
    later(desks, days=1)
    return older, desks.research.begin("contact", amina, "newer words", "a talk")


def subjects(hands: Hands) -> list[str]:
    return [row.name for row in hands.rows("#subjects")]


async def test_with_nobody_it_says_where_people_come_from(desks: Desks) -> None:
    async with at(desks, "research") as hands:
        assert "2 leads to Contacts, n adds one there." in hands.seen("#subjects")
        before = dump(desks)
        await hands.press("n", "e", "s", "d", "enter", "escape")
        assert dump(desks) == before
        await hands.press("a")
        assert hands.said == "There is no note to ask about yet: n writes one."


async def test_n_writes_a_note_on_a_person_and_one_on_the_organization(desks: Desks) -> None:
    a_contact(desks)
    async with at(desks, "research") as hands:
        assert "No research here yet. n writes the first note." in hands.seen("#notes")
        await hands.press("n")
        assert hands.focused == "text"
        await hands.press("A", "b")
        assert stored(desks, NOTES) == [("Ab", "")]
        await hands.press("escape")
        assert hands.focused == "notes"
        assert hands.seen("#notes").endswith("Mon 23 Nov Ab")
        await hands.press("escape", "down", "n")
        await hands.paste("posted two roles\nin October")
        await hands.press("escape")
        assert stored(desks, "SELECT contact_id, organization_id, body FROM research_note") == [
            (1, None, "Ab"), (None, 1, "posted two roles\nin October")
        ]  # fmt: skip
        assert hands.seen("#notes").endswith("posted two roles in October")
        assert hands.seen("#subjects").count("1 ✎") == 2


async def test_s_says_where_it_is_from(desks: Desks) -> None:
    two_notes(desks)
    async with at(desks, "research") as hands:
        await hands.press("enter", "s")
        assert hands.focused == "source"
        await hands.write("her talk in May")
        assert stored(desks, NOTES)[1] == ("newer words", "her talk in May")
        await hands.press("enter")
        assert hands.focused == "notes"
        assert "her talk in May" in hands.seen("#notes")
        await hands.press("s", "escape")
        assert hands.focused == "notes"


async def test_the_text_follows_the_cursor_and_writes_into_its_own_note(desks: Desks) -> None:
    two_notes(desks)
    async with at(desks, "research") as hands:
        await hands.press("enter")
        assert hands.seen("#text") == "newer words"
        await hands.press("down")
        assert hands.seen("#text") == "older words"
        await hands.press("e", "!", "escape", "up", "e", "?", "escape")
        assert stored(desks, NOTES) == [("older words!", "her page"), ("newer words?", "a talk")]


async def test_enter_on_a_note_opens_it(desks: Desks) -> None:
    two_notes(desks)
    async with at(desks, "research") as hands:
        await hands.press("enter", "down", "enter", "!")
        assert stored(desks, NOTES)[0] == ("older words!", "her page")


async def test_a_note_without_words_is_not_kept(desks: Desks) -> None:
    a_contact(desks)
    async with at(desks, "research") as hands:
        await hands.press("enter")  # with nothing written yet, Enter begins the first note
        assert hands.focused == "text"
        await hands.press("escape")
        assert stored(desks, NOTES) == []
        assert hands.focused == "subjects"


async def test_d_deletes_the_note(desks: Desks) -> None:
    two_notes(desks)
    async with at(desks, "research") as hands:
        await hands.press("enter", "d")
        assert hands.said == "The note is gone. u takes that back."
        assert stored(desks, NOTES) == [("older words", "her page")]
        assert hands.seen("#text") == "older words"


async def test_a_makes_a_question_of_the_note_for_the_interview_in_focus(desks: Desks) -> None:
    two_notes(desks)
    a_planned_interview(desks, 1, questions=())
    async with at(desks, "research") as hands:
        assert hands.seen("#headline") == "Research in focus: Amina Patel · Northwind"
        await hands.press("enter", "a")
        assert hands.said == "A question for Amina Patel. 5 shows it; give it your words."
        assert stored(desks, "SELECT text, origin, research_note_id FROM question"
                      " WHERE origin <> 'bank'") == [
            ("I read this: newer words. What would you add to that?", "research", 2)]  # fmt: skip
        await hands.press("5")
        assert "I read this: newer words." in hands.seen("#plan")
        await hands.press("4", "a")
        assert hands.said.startswith("This is a question already for Amina Patel.")
        assert len(stored(desks, "SELECT 1 FROM question WHERE origin = 'research'")) == 1


async def test_those_in_focus_come_first(desks: Desks) -> None:
    a_contact(desks, "Ana Brightwater", "Acorn")
    a_planned_interview(desks, a_contact(desks, "Zoe Quill", "Zenith"))
    async with at(desks, "research") as hands:
        assert subjects(hands)[:2] == ["Zoe Quill", "Zenith"]


async def test_slash_finds_a_person_or_an_organization(desks: Desks) -> None:
    a_contact(desks)
    a_contact(desks, "Bo Lind", "Civic Data")
    async with at(desks, "research") as hands:
        await hands.press("/", *"civ")
        assert subjects(hands) == ["Bo Lind", "Civic Data", "Notes with “civ”"]
        await hands.press("down")
        assert hands.focused == "subjects"
        await hands.press("/", "escape")
        assert len(subjects(hands)) == 4


async def test_typing_a_key_of_the_screen_is_only_typing(desks: Desks) -> None:
    two_notes(desks)
    async with at(desks, "research") as hands:
        await hands.press("enter", "e", *"nesadu/12345678?")
        assert hands.mode == "research"
        assert stored(desks, NOTES)[1][0] == "newer wordsnesadu/12345678?"


async def test_a_note_left_with_tab_is_not_shown_as_it_was(desks: Desks) -> None:
    two_notes(desks)
    async with at(desks, "research") as hands:
        await hands.press("enter", "e")
        await hands.write("all new words")
        await hands.press(*["tab"] * 4, "down", "up")
        assert hands.focused == "notes"
        await hands.press("e", "!")
        assert stored(desks, NOTES)[1] == ("all new words!", "a talk")


async def test_a_note_left_with_the_mouse_is_not_shown_as_it_was(desks: Desks) -> None:
    two_notes(desks)
    async with at(desks, "research") as hands:
        await hands.press("enter", "e")
        await hands.write("all new words")
        await hands.click("#notes", offset=(5, 2))
        await hands.click("#notes", offset=(5, 1))
        await hands.press("e", "!")
        assert stored(desks, NOTES)[1] == ("all new words!", "a talk")


async def test_who_was_asked_for_is_shown_whatever_was_filtered(desks: Desks) -> None:
    a_contact(desks)
    a_contact(desks, "Bo Lind", "Civic Data")
    async with at(desks, "research") as hands:
        await hands.press("/", *"amina", "enter", "2", "down", "r")
        assert hands.row("#subjects").name == "Bo Lind"


async def test_whoever_is_archived_is_there_in_focus_and_when_asked_for(desks: Desks) -> None:
    focused, other = a_contact(desks), a_contact(desks, "Bo Lind", "Civic Data")
    a_planned_interview(desks, focused)
    for contact in (focused, other):
        desks.contacts.archive(contact)
    async with at(desks, "research") as hands:
        assert hands.row("#subjects").name == "Amina Patel"
        assert "Bo Lind" not in hands.seen("#subjects")
        hands.app.post_message(OpenResearch("contact", other))
        await hands.settle()
        assert hands.row("#subjects").name == "Bo Lind"


async def test_all_notes_those_of_a_field_and_those_with_words_are_gathered(desks: Desks) -> None:
    two_notes(desks)
    bo = a_contact(desks, "Bo Lind", "Civic Data", field="public data")
    desks.research.begin("contact", bo, "counts the ships in the harbour")
    async with at(desks, "research") as hands:
        assert subjects(hands)[:2] == ["All notes", "public data"]
        assert hands.row("#subjects").name == "Amina Patel", (
            "one begins with somebody to write about"
        )
        await hands.press("home")
        assert "All notes" in hands.seen("#notes")
        assert len(hands.rows("#notes")) == 3
        assert "Bo Lind" in hands.seen("#notes")
        await hands.press("down")
        assert [row.body for row in hands.rows("#notes")] == ["counts the ships in the harbour"]
        await hands.press("/")
        await hands.paste("harbour ships")
        assert subjects(hands) == ["Notes with “harbour ships”"]
        assert "1 ✎" in hands.seen("#subjects")
        assert [row.body for row in hands.rows("#notes")] == ["counts the ships in the harbour"]
        await hands.press("enter", "enter", "e", "!", "escape")
        assert stored(desks, NOTES)[2][0] == "counts the ships in the harbour!"
        assert desks.research.in_field("PUBLIC DATA")[0].subject == "Bo Lind"

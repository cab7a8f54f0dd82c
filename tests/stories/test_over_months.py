"""Three talks with one person over months, two at one organization: each read whole, and all in their order."""

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from tests.builders import a_contact, a_live_interview, later
from tests.tui.pilots import Hands, at, stored


def a_year(desks: Desks) -> tuple[int, int]:
    """Talk with Amina in three months, with Bo at the same place once, and keep or drop what was promised."""
    amina = a_contact(desks)
    for month, lines in enumerate(
        (
            ("* they hire in spring #employer", "! send the report", "> Bo Lind, next door", "$ an analyst"),
            ("* they hire in autumn #employer", "< the syllabus", "^ what do you earn"),
            ("* two juniors began #employer", "? is the merger off"),
        )
    ):  # fmt: skip
        talk = a_live_interview(desks, *lines, contact_id=amina)
        desks.live.settle_and_go_on(talk, "answered")
        later(desks, minutes=20)
        desks.live.end(talk)
        debrief = desks.debriefs.open_for(talk)
        desks.scribe.keep(Kept("debrief", "learned", debrief.id), f"lesson {month + 1}")
        desks.debriefs.set_confidence(talk, 3 + month % 2)
        desks.debriefs.finish(talk)
        later(desks, days=1)
        desks.thanks.sent(month + 1)
        if month == 0:
            desks.promises.keep(1)
            desks.leads.become_contact(1)
        later(desks, days=30)
    desks.touches.log(amina, "called", words="of the merger")
    later(desks, hours=1)
    bo = desks.contacts.named("Bo Lind")[0].id
    desks.contacts.change(bo, desks.contacts.form_of(bo)._replace(organization="Northwind"))
    talk = a_live_interview(desks, "* nobody leaves #employer", "! a book", contact_id=bo)
    desks.live.end(talk)
    later(desks, days=2)
    desks.promises.withdraw(3, "it is out of print")
    return amina, bo


async def in_talk(hands: Hands, *seen: str) -> None:
    """Read the talk in sight to its end and see some words in their order."""
    rows = [
        f"{row.mark} {row.text} {row.aside} {row.note.text if row.note else ''}"
        for row in hands.rows("#talk")
    ]
    whole = " ".join(" ".join(rows).split())
    places = [whole.find(words) for words in seen]
    assert -1 not in places, (seen[places.index(-1)], whole)
    assert places == sorted(places)


async def test_what_was_said_over_months_is_read_in_order(desks: Desks) -> None:
    amina, bo = a_year(desks)
    async with at(desks, "review") as hands:
        await in_talk(hands, "Bo Lind · Northwind", "employer nobody leaves question 1", "1 How did you begin?",
                      "I owe a book withdrawn", "it is out of print")  # fmt: skip
        await hands.press("]")
        await in_talk(hands, "employer two juniors began", "? is the merger off", "Questions that arose",
                      "Debrief confidence 3 of 5, steady", "learned lesson 3", "thanks Thank-you mail to Amina Patel sent")  # fmt: skip
        await hands.press("}")
        await in_talk(
            hands,
            "they hire in autumn",
            "Asked of me 1 question",
            "in question 1",
            "they owe the syllabus open, their move",
        )
        await hands.press("}")
        await in_talk(hands, "they hire in spring", "I owe send the report kept", "lead Bo Lind, next door became a contact",
                      "Openings heard of", "an analyst heard")  # fmt: skip

        await hands.press("h")
        lines = [
            row for row in hands.rows("#history-rows") if row.kind in {"talk", "touch", "debrief"}
        ]
        assert [row.kind for row in lines] == ["touch"] + 3 * ["debrief", "talk"]
        await hands.press("/", *"lesson", "down", "down", "down", "enter")
        assert "lesson 1" in hands.text, "Enter opens the debrief of the first talk"
        await hands.press("escape", "H")
        told = [
            (row.who, row.kind)
            for row in hands.rows("#history-rows")
            if row.kind in {"talk", "touch"}
        ]
        assert told == [
            ("Bo Lind", "talk"),
            ("Amina Patel", "touch"),
            *[("Amina Patel", "talk")] * 3,
        ]
        await hands.press("o", "/", *"finding hire")
        assert [row.text for row in hands.rows("#history-rows")] == [
            "employer: they hire in spring", "employer: they hire in autumn",
        ]  # fmt: skip
        await hands.press("down", "down", "enter")
        assert hands.row("#talk").note.text == "* they hire in autumn #employer"
    assert stored(
        desks, "SELECT count(*) FROM interview WHERE contact_id IN (?, ?)", amina, bo
    ) == [(4,)]

"""What follows from a used draft for afterwards: its own loop is closed, or it is asked which."""

from typing import Any

from infotui.domain.draft import Offer
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.drafting import open_draft
from infotui.tui.frame import Frame
from tests.builders import a_contact, a_held_interview
from tests.tui.pilots import Hands, at, stored


class Joined:
    """Desks of others, which keep what is asked of them."""

    def __init__(self) -> None:
        self.done: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *given: self.done.append((name, *given))


async def use(hands: Hands, desks: Desks, offer: Offer) -> None:
    screen = hands.app.screen
    assert isinstance(screen, Frame)
    open_draft(screen, desks, offer)
    await hands.settle()
    await hands.press("f8")


async def test_each_kind_tells_the_desk_it_belongs_to(desks: Desks) -> None:
    jane = a_contact(desks, "Jane Doe")
    a_held_interview(desks, "& the atlas", contact_id=a_contact(desks, "Bo Lind"))
    talk = a_held_interview(desks, "> Cy Young", contact_id=jane)
    db, joined = desks.store.reading(), Joined()
    db.execute("UPDATE lead SET state = 'note due'")
    db.execute("INSERT INTO outcome (uuid, created_at, kind, recorded_at) SELECT uuid, created_at,"
               " 'job', created_at FROM contact LIMIT 1")  # fmt: skip
    db.execute("INSERT INTO outcome_notice (uuid, created_at, outcome_id, contact_id, due) SELECT"
               " uuid, created_at, 1, id, '2026-11-26' FROM contact WHERE id = 1")  # fmt: skip
    for name in ("leads", "outcomes", "resources", "touches"):
        desks.__dict__[name] = joined
    async with at(desks, "contacts") as hands:
        for kind in ("courtesy-note", "outcome-mail", "resource-mail", "in-touch-mail"):
            await use(hands, desks, Offer(kind, jane, talk))
    assert joined.done == [
        ("courtesy_sent", 1), ("told", 1), ("share", 1, jane), ("log", jane, "wrote"),
    ]  # fmt: skip


async def test_it_is_asked_which_promise_where_the_words_do_not_tell(desks: Desks) -> None:
    jane = a_contact(desks, "Jane Doe")
    talk = a_held_interview(desks, "! the list", "! the map", contact_id=jane)
    draft = desks.drafts.take_up(Offer("promise-mail", jane, talk))
    desks.scribe.keep(Kept("draft", "body", draft), "Here you are.")
    async with at(desks, "contacts") as hands:
        await use(hands, desks, Offer("promise-mail", jane, talk))
        assert isinstance(hands.app.screen, Choice)
        assert "Which promise is kept?" in hands.text
        await hands.press("down", "enter")
        assert stored(desks, "SELECT state FROM promise ORDER BY id") == [("open",), ("kept",)]
        again = desks.promises.take_up(1)
        await use(hands, desks, again)
        assert stored(desks, "SELECT state FROM promise ORDER BY id") == [("kept",), ("kept",)]


async def test_what_names_who_said_no_is_held(desks: Desks) -> None:
    a_held_interview(desks, "> Jane Doe, may mention: no", contact_id=a_contact(desks, "Ana Alm"))
    desks.store.reading().execute("UPDATE lead SET consent = 'no'")
    jane = a_contact(desks, "Jane Doe")
    talk = a_held_interview(desks, contact_id=jane)
    draft = desks.drafts.take_up(Offer("thank-you-mail", jane, talk))
    desks.scribe.keep(Kept("draft", "body", draft), "Ana sent me.")
    async with at(desks, "contacts") as hands:
        await use(hands, desks, Offer("thank-you-mail", jane, talk))
        assert isinstance(hands.app.screen, Choice)
        assert "Ana Alm asked not to be named" in hands.text
        await hands.press("enter")
        assert stored(desks, "SELECT state FROM draft") == [("open",)]
        await hands.press("f8", "down", "enter")
        assert stored(desks, "SELECT state FROM draft") == [("used",)]
        assert stored(desks, "SELECT state FROM thank_you WHERE interview_id = ?", talk) == [
            ("sent",)
        ]

"""The way to a draft: the fitting kind first, what was begun is said, asking first, and what follows its use."""

import pytest

from infotui.config.templates import own_folder
from infotui.services.desks import Desks
from infotui.tui import drafting
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.draft import DraftDialog
from infotui.tui.drafting import write_draft
from infotui.tui.frame import Frame
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.tui.pilots import Hands, at, stored


def begin(
    hands: Hands, desks: Desks, contact_id: int, done: list[int | None], kind: str = ""
) -> None:
    screen = hands.app.screen
    assert isinstance(screen, Frame)
    write_draft(screen, desks, contact_id, kind=kind, done=done.append)


async def test_the_fitting_one_is_under_the_cursor_and_what_was_begun_is_said(desks: Desks) -> None:
    a_planned_interview(desks, a_contact(desks, "Jane Doe", email="jane@x.org"))
    done: list[int | None] = []
    async with at(desks, "contacts") as hands:
        begin(hands, desks, 1, done)
        await hands.settle()
        assert isinstance(hands.app.screen, Choice)
        assert "A draft · Jane Doe" in hands.text
        await hands.press("enter")
        assert isinstance(hands.app.screen, DraftDialog)
        assert "Confirm time and place · Jane Doe" in hands.text
        await hands.press("x", "escape")
        begin(hands, desks, 1, done)
        await hands.settle()
        assert "Confirm time and place · begun Mon 23 Nov" in hands.text
        await hands.press("escape")
        assert done == [1]


async def test_one_that_was_only_looked_at_leaves_nothing(desks: Desks) -> None:
    a_contact(desks, "Jane Doe")
    done: list[int | None] = []
    async with at(desks, "contacts") as hands:
        begin(hands, desks, 1, done, "request-letter")
        await hands.settle()
        await hands.press("down", "tab", "escape")
        assert done == [None]
        assert stored(desks, "SELECT count(*) FROM draft") == [(0,)]


async def test_use_is_kept_told_on_and_can_be_taken_back(desks: Desks, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    used: list[int] = []
    monkeypatch.setattr(
        drafting, "on_used", lambda _screen, _desks, draft: used.append(draft) or ""
    )
    a_contact(desks, "Jane Doe")
    done: list[int | None] = []
    async with at(desks, "contacts") as hands:
        begin(hands, desks, 1, done, "telephone-script")
        await hands.settle()
        await hands.press("f8")
        assert (used, done) == ([1], [1])
        assert stored(desks, "SELECT state, used_how FROM draft") == [("used", "said")]
        await hands.press("u")
        assert stored(desks, "SELECT state, used_how, used_at FROM draft") == [("open", "", None)]


async def test_asking_first_leads_to_that_draft(desks: Desks) -> None:
    a_held_interview(
        desks, "> Jane Doe, fuel cells", contact_id=a_contact(desks, "Ana Brightwater")
    )
    jane = a_contact(desks, "Jane Doe")
    done: list[int | None] = []
    async with at(desks, "contacts") as hands:
        begin(hands, desks, jane, done, "request-email")
        await hands.settle()
        assert "Ask Ana Brightwater first" in hands.seen("#draft-below")
        for key in ("f2", "f3", "f5", "f8"):
            await hands.press(key)
            assert isinstance(hands.app.screen, Choice)
            await hands.press("escape")
        assert stored(desks, "SELECT state FROM draft") == [("open",)]
        await hands.press("f8", "enter")
        assert "Ask whether I may name them · Ana Brightwater" in hands.text
        assert "May I mention you to Jane Doe?" in hands.text
        await hands.press("f8")
        assert len(hands.app.screen_stack) == 1
        assert stored(desks, "SELECT kind, contact_id, state FROM draft") == [
            ("mention-ask", 1, "used")
        ]
        assert len(done) == 1


async def test_one_may_go_on_without_the_name(desks: Desks) -> None:
    a_held_interview(
        desks, "> Jane Doe, fuel cells", contact_id=a_contact(desks, "Ana Brightwater")
    )
    jane = a_contact(desks, "Jane Doe")
    async with at(desks, "contacts") as hands:
        begin(hands, desks, jane, [], "request-email")
        await hands.settle()
        await hands.press("f2", "down", "enter")
        assert hands.said.startswith("The text is copied")
        assert "Brightwater" not in hands.app.clipboard
        await hands.press("f8")
        assert stored(desks, "SELECT used_how FROM draft") == [("copied",)]


async def test_a_broken_template_is_told_where_the_draft_is_begun(desks: Desks) -> None:
    own_folder().mkdir(parents=True)
    (own_folder() / "follow-up.txt").write_text("Subject: [b]x\n\n{nme}")
    a_contact(desks, "Jane Doe")
    async with at(desks, "contacts") as hands:
        begin(hands, desks, 1, [], "follow-up")
        await hands.settle()
        assert "Dear Jane" in hands.text
        assert "line 3: there is no blank {nme} here" in hands.said


async def test_what_was_sent_is_waited_for_and_what_was_asked_is_asked(desks: Desks) -> None:
    jane, ruth = a_contact(desks, "Jane Doe", email="jane@x.org"), a_contact(desks, "Ruth Berger")
    talk = a_planned_interview(desks, jane, when="")
    asked = desks.introductions.begin(ruth, jane, "copied")
    async with at(desks, "contacts") as hands:
        begin(hands, desks, jane, [], "request-email")
        await hands.settle()
        await hands.press("f8")
        assert "their answer is waited for" in hands.said
        assert stored(
            desks, "SELECT contact_id, interview_id, draft_id, channel FROM outreach"
        ) == [(jane, talk, 1, "e-mail")]
        assert stored(desks, "SELECT state FROM interview") == [("requested",)]
        screen = hands.app.screen
        assert isinstance(screen, Frame)
        write_draft(screen, desks, ruth, introduction_id=asked, kind="introduction-ask")
        await hands.settle()
        await hands.press("f8")
        assert "the introduction is asked for" in hands.said
        await hands.press("u")
        assert stored(desks, "SELECT state FROM introduction") == [("draft",)]
        assert stored(desks, "SELECT state FROM draft ORDER BY id") == [("used",), ("open",)]
        await hands.press("u")
        assert stored(desks, "SELECT state FROM draft ORDER BY id") == [("open",), ("open",)]
        assert stored(desks, "SELECT (SELECT count(*) FROM outreach), state FROM interview") == [
            (0, "idea")
        ]


@pytest.mark.parametrize(("keys", "consent"), [(("down",) * 3, "yes"), (("end",), "no")])
async def test_what_they_said_of_being_named_is_kept_where_it_is_asked(
    desks: Desks, keys: tuple[str, ...], consent: str
) -> None:
    a_held_interview(desks, "> Jane Doe, fuel cells")
    jane = desks.leads.become_contact(1)
    async with at(desks, "contacts") as hands:
        begin(hands, desks, jane, [], "request-email")
        await hands.settle()
        await hands.press("f8")
        assert "They said yes: I may name them" in hands.text
        await hands.press(*keys, "enter")
        assert stored(desks, "SELECT consent FROM lead") == [(consent,)]
        assert "ctrl+n writes the draft anew with it." in hands.said
        assert "Ask Amina Patel first" not in hands.text
        await hands.press("f8")
        assert stored(desks, "SELECT state FROM draft") == [("used",)], "it is held no longer"

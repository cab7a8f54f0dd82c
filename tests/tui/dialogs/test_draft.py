"""The dialog of a draft: every key is stored, blanks and flags follow as one types, five ways lead out."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from infotui.domain.draft import Offer
from infotui.services.desks import Desks
from infotui.tui.app import InfotuiApp
from infotui.tui.dialogs import draft as dialog
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.draft import DraftDialog
from infotui.tui.dialogs.form import Form
from infotui.tui.dialogs.keys import AllKeys
from tests.builders import a_contact, a_held_interview
from tests.tui.pilots import SIZES, Hands, at, stored


async def ask(
    hands: Hands, desks: Desks, kind: str = "request-email", contact_id: int = 1
) -> list[str | None]:
    answers: list[str | None] = []
    draft_id = desks.drafts.take_up(Offer(kind, contact_id))
    hands.app.push_screen(DraftDialog(desks, draft_id), answers.append)
    await hands.settle()
    return answers


def on_disk(desks: Desks, field: str = "body") -> str:
    return str(stored(desks, f"SELECT {field} FROM draft")[0][0])


@pytest.fixture
def jane(desks: Desks) -> Desks:
    a_contact(desks, "Jane Doe", email="jane@x.org", field="fuel cells")
    return desks


async def test_every_key_is_stored_where_it_was_typed(jane: Desks) -> None:
    async with at(jane) as hands:
        answers = await ask(hands, jane)
        assert hands.focused == "draft-body"
        await hands.press("?", "q", "1", "tab", "shift+tab")
        assert on_disk(jane).startswith("?q1Dear Jane,")
        await hands.press("shift+tab", "!", "enter")
        assert on_disk(jane, "subject") == "May I hear how you work in fuel cells?!"
        assert hands.focused == "draft-body"
        await hands.press("shift+tab")
        await hands.paste(" two\nlines")
        assert on_disk(jane, "subject").endswith("?! two lines")
        await hands.press("escape")
        assert answers == ["later"]


async def test_blanks_and_flags_follow_as_one_types(jane: Desks) -> None:
    a_held_interview(jane, "> Jane Doe", contact_id=a_contact(jane, "Bo Lind"))
    jane.store.reading().execute("UPDATE lead SET consent = 'no', contact_id = 1")
    async with at(jane) as hands:
        await ask(hands, jane)
        assert "Blanks still open: {about_me} {why}" in hands.seen("#draft-below")
        await hands.press("f9")
        await hands.press(*"[b]me")
        await hands.press("f9")
        await hands.paste("Bo sent me. Are you hiring?")
        assert "My name is Robin Vale. [b]me\n" in on_disk(jane)
        below = hands.seen("#draft-below")
        assert "Bo Lind asked not to be named, and the text names them." in below
        assert "This asks for a job: “Are you hiring”." in below
        assert "No blank is open." in below
        await hands.press("f9")
        assert hands.said == "No blank is open."
        await hands.press("f8")
        assert isinstance(hands.app.screen, Choice)
        assert "Somebody else is meant" in hands.text
        await hands.press("down", "enter")
        assert stored(jane, "SELECT state FROM draft") == [("used",)]


async def test_the_next_blank_goes_round_through_subject_and_text(jane: Desks) -> None:
    async with at(jane) as hands:
        await ask(hands, jane, "confirmation")
        seen = []
        for _ in range(4):
            await hands.press("f9")
            seen.append((hands.focused, hands.app.focused.selected_text))  # type: ignore[union-attr]
        body = [("draft-body", "{when}"), ("draft-body", "{place}")]
        assert seen == [*body, ("draft-subject", "{when}"), body[0]]


async def test_anew_from_the_template_and_back(jane: Desks) -> None:
    async with at(jane) as hands:
        await ask(hands, jane)
        await hands.write("mine alone")
        await hands.press("ctrl+n")
        assert on_disk(jane).startswith("Dear Jane")
        assert "Dear Jane" in hands.seen("#draft-body")
        await hands.press("ctrl+r")
        assert on_disk(jane) == "mine alone"
        assert hands.seen("#draft-body") == "mine alone"
        await hands.press("ctrl+r")
        assert hands.said == "There is nothing to take back here."


async def test_the_text_is_copied_or_the_subject_where_the_cursor_is(jane: Desks) -> None:
    async with at(jane) as hands:
        await ask(hands, jane)
        await hands.press("f2")
        assert hands.app.clipboard == on_disk(jane)
        assert "F3 writes it to ~/request-email-Jane-Doe.txt" in hands.said
        assert "Still open: {about_me}, {why}" in hands.said
        await hands.press("shift+tab", "f2")
        assert hands.app.clipboard == on_disk(jane, "subject")


async def test_a_file_is_asked_for_and_again_before_one_is_replaced(
    jane: Desks, tmp_path: Path
) -> None:
    target = tmp_path / "x.txt"
    target.write_text("old")
    async with at(jane) as hands:
        await ask(hands, jane)
        await hands.press("f3")
        assert isinstance(hands.app.screen, Form)
        await hands.write(str(target))
        await hands.press("enter")
        assert isinstance(hands.app.screen, Choice)
        await hands.press("enter")
        assert target.read_text() == "old"
        assert isinstance(hands.app.screen, Form)
        await hands.press("enter", "down", "enter")
        assert (
            target.read_text("utf-8") == f"Subject: {on_disk(jane, 'subject')}\n\n{on_disk(jane)}\n"
        )
        assert str(target) in hands.said.replace(" ", "")
        await hands.press("f8")
        assert stored(jane, "SELECT used_how FROM draft") == [("file",)]


async def test_the_editor_changes_both_and_that_can_be_taken_back(
    jane: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "ed.py"
    script.write_text(
        "import sys, pathlib\np = pathlib.Path(sys.argv[1])\n"
        "words = p.read_text().replace('Subject: May', 'Subject: Might').replace('Dear', 'Hi')\n"
        "p.write_bytes(words.replace('\\n', '\\r\\n').encode())  # as an editor elsewhere does\n"
    )
    monkeypatch.setattr(InfotuiApp, "suspend", lambda _app: nullcontext())
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with at(jane) as hands:
        await ask(hands, jane)
        before = on_disk(jane)
        await hands.press("f4")
        assert hands.said.startswith("No editor is set.")
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
        await hands.press("f4")
        assert on_disk(jane) == before.replace("Dear", "Hi")
        assert on_disk(jane, "subject").startswith("Might I hear")
        assert "Hi Jane" in hands.seen("#draft-body")
        await hands.press("ctrl+r")
        assert on_disk(jane) == before


async def test_the_mail_program_gets_a_link(jane: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(dialog, "open_link", lambda url, _told: given.append(url) or True)
    async with at(jane) as hands:
        await ask(hands, jane)
        await hands.press("f5")
        assert given[0].startswith("mailto:jane@x.org?subject=May%20I")
        assert hands.said.startswith("Handed to your mail program. F8 when it is sent.")
        await hands.paste("word " * 500)
        await hands.press("f5")
        assert "body=" not in given[1]
        assert hands.app.clipboard == on_disk(jane)
        assert "too long for a link" in hands.said
        monkeypatch.setattr(dialog, "open_link", lambda _url, _told: False)
        await hands.press("f5")
        assert "There is no program here that opens a mail link. F2 copies" in hands.said
        await hands.press("f8")
        assert stored(jane, "SELECT used_how FROM draft") == [("mail",)]


async def test_a_mail_program_that_did_not_open_was_no_use(
    jane: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Callable[[bool], object]] = []
    monkeypatch.setattr(dialog, "open_link", lambda _url, tell: told.append(tell) or True)
    async with at(jane) as hands:
        await ask(hands, jane)
        await hands.press("f5")
        await asyncio.to_thread(told[0], True)
        await asyncio.to_thread(told[0], False)
        await hands.settle()
        assert hands.said.startswith("No mail program opened.")
        await hands.press("f8")
        assert stored(jane, "SELECT used_how FROM draft") == [("sent",)]


async def test_a_letter_has_no_subject_and_no_mail(jane: Desks) -> None:
    async with at(jane) as hands:
        await ask(hands, jane, "request-letter")
        assert not hands.app.screen.query("#draft-subject")
        assert "no postal address known" in hands.seen("#draft-to")
        await hands.press("f5")
        assert hands.said.startswith("This is no e-mail.")
        await hands.press("f1")
        assert isinstance(hands.app.screen, AllKeys)


async def test_done_and_escape_in_a_burst_answer_once(jane: Desks) -> None:
    async with at(jane) as hands:
        answers = await ask(hands, jane)
        await hands.burst("f8", "f8", "escape", "escape")
        assert answers == ["used"]
        assert len(hands.app.screen_stack) == 1


async def test_everything_is_in_sight_on_every_size(jane: Desks) -> None:
    async with at(jane) as hands:
        await ask(hands, jane)
        for size in SIZES:
            await hands.resize(size)
            for words in (
                "Request by e-mail · Jane Doe", "jane@x.org", "May I hear how you work", "Dear Jane,",
                "Blanks still open: {about_me} {why}", "F9 goes there", "F2 copy", "F5 mail", "F8 done",
                "F1 keys", "Escape later",
            ):  # fmt: skip
                assert words in hands.text, f"{words} at {size}"
            assert len(hands.seen_lines("#draft-body")) >= 10

"""The desk of drafts: filled from the record, taken up again, begun anew, used; and who is never named (M4)."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infotui.config.settings import Settings
from infotui.config.templates import own_folder
from infotui.domain.contact import ContactForm
from infotui.domain.draft import KINDS, Offer, as_text, open_blanks
from infotui.domain.draft_sheet import remarks
from infotui.domain.errors import BadInputError, ExportError, NotFoundError
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.services.exports import stands
from tests.builders import BERLIN, a_contact, a_held_interview, a_planned_interview
from tests.services.drafting import an_introduction, an_outreach, consents, takes_place
from tests.tries import tries
from tests.tui.pilots import stored

ME = Settings(
    name="Robin Vale", about="I taught physics.", email="robin@vale.example", phone="0163 2",
    address="Mill Lane 2", field="energy", region="the lakes",
)  # fmt: skip


@pytest.fixture
def mine(desks: Desks) -> Desks:
    """The same notebook with every setting made."""
    return Desks(desks.store, desks.clock, ME, BERLIN, desks.bank)


def jane(desks: Desks, **more: str) -> int:
    known = {"email": "jane@x.org", "phone": "77 12", "unit": "the cell lab", "role": "engineer",
             "field": "fuel cells", "address": "Dock 1"}  # fmt: skip
    return a_contact(desks, "Jane Doe", **{**known, **more})


def a_full_record(desks: Desks) -> tuple[int, int]:
    """Everything there is to know of Jane, and Ana who brought us together."""
    ana, target = a_contact(desks, "Ana Brightwater"), jane(desks, zone="America/New_York")
    talk = a_planned_interview(desks, target, when="thu 15:00")
    desks.scribe.keep(Kept("interview", "why", talk), "You built the first rig.")
    desks.scribe.keep(Kept("interview", "entry", talk), "Ring twice")
    takes_place(desks, talk, "office", "Dock 1")
    desks.plans.add_goal(talk, "path")
    an_outreach(desks, target)
    an_introduction(
        desks, ana, target, state="contact made", why="Her rig", notice="copied",
        asked_at=desks.clock.now(),
    )  # fmt: skip
    return ana, target


def everything_afterwards(desks: Desks, ana: int, target: int) -> None:
    """Ana named a book; Jane talked with me, and there is something of every kind to write to her."""
    a_held_interview(desks, "& the atlas of grids", contact_id=ana)
    a_held_interview(
        desks, "* she hires for curiosity #market", "> Bo Lind, batteries", "! send her the list by fri",
        "it began in a garage of theirs", contact_id=target,
    )  # fmt: skip
    db = desks.store.reading()
    db.execute("UPDATE lead SET state = 'note due'")
    db.execute(
        "INSERT INTO outcome (uuid, created_at, kind, recorded_at) SELECT uuid, created_at, 'job',"
        " created_at FROM contact LIMIT 1"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_renders_with_a_full_and_with_a_bare_record(mine: Desks, kind: str) -> None:
    ana, target = a_full_record(mine)
    introduction = stored(mine, "SELECT id FROM introduction")[0][0]
    if KINDS[kind].after:
        everything_afterwards(mine, ana, target)
    whom = ana if KINDS[kind].to == "introducer" else target
    full = mine.drafts.fill(Offer(kind, whom, None, introduction))
    assert open_blanks(*full) == ()
    bare = mine.drafts.fill(Offer(kind, a_contact(mine, "Bo", organization="")))
    assert "Bo" in bare.body


def test_it_says_what_the_record_knows(mine: Desks) -> None:
    _, target = a_full_record(mine)
    request = as_text(mine.drafts.row(mine.drafts.take_up(Offer("request-email", target))))
    for words in ("Subject: Ana Brightwater spoke of you", "Dear Jane", "Robin Vale. I taught physics.",
                  "You built the first rig.", "30 minutes", "fuel cells", "robin@vale.example"):  # fmt: skip
        assert words in request
    settled = mine.drafts.fill(Offer("confirmation", target))
    for words in ("When: Thursday 26 Nov 2026, 15:00 (Berlin time)",
                  "where you are: Thursday 26 Nov 2026, 09:00 (New York time)", "Where: Dock 1",
                  "How I find you: Ring twice", "30 minutes"):  # fmt: skip
        assert words in settled.body
    assert "On Monday 23 Nov 2026 I asked" in mine.drafts.fill(Offer("follow-up", target)).body


def test_an_ask_is_about_the_third_and_says_copied_or_told(mine: Desks) -> None:
    ana, target = a_contact(mine, "Ana Brightwater"), jane(mine)
    for notice, words in (
        ("copied", "If you copy me"),
        ("told", "A word to me"),
        ("", "Copy me on it, or"),
    ):
        made = an_introduction(mine, ana, target, notice=notice, why="Her rig")
        filled = mine.drafts.fill(Offer("introduction-ask", ana, None, made))
        assert filled.subject == "Would you introduce me to Jane Doe?"
        assert "Dear Ana" in filled.body
        assert words in filled.body
        assert "Her rig" in filled.body


def test_a_video_call_has_a_link_and_a_call_by_telephone_needs_no_place(mine: Desks) -> None:
    target = jane(mine)
    talk = a_planned_interview(mine, target)
    takes_place(mine, talk, "video", "https://meet.example/x")
    assert "Link: https://meet.example/x" in mine.drafts.fill(Offer("confirmation", target)).body
    takes_place(mine, talk, "telephone", "")
    assert "Where: by telephone" in mine.drafts.fill(Offer("confirmation", target)).body


# ── which one fits ───────────────────────────────────────────────────────────────────────────────


def kinds(desks: Desks, contact_id: int) -> list[str]:
    found = desks.drafts.offers(contact_id)
    assert set(KINDS) <= {offer.kind for offer in found}
    assert len({offer[:4] for offer in found}) == len(found)
    return [offer.kind for offer in found]


def test_the_fitting_one_is_offered_first(mine: Desks) -> None:
    ana, target = a_contact(mine, "Ana Brightwater"), jane(mine)
    assert kinds(mine, target)[:3] == ["request-email", "request-letter", "telephone-script"]
    assert kinds(mine, a_contact(mine, "Bo", phone="7"))[0] == "telephone-script"
    an_outreach(mine, target)
    assert kinds(mine, target)[0] == "follow-up"
    a_planned_interview(mine, target)
    assert kinds(mine, target)[:2] == ["confirmation", "reschedule"]
    made = an_introduction(mine, ana, target)
    for state, kind in (("draft", "introduction-ask"), ("asked", "introduction-reminder"),
                        ("contact made", "introduced-email")):  # fmt: skip
        mine.store.reading().execute("UPDATE introduction SET state = ?", (state,))
        for seen_from in (ana, target):
            first = mine.drafts.offers(seen_from)[0]
            assert (first.kind, first.introduction_id) == (kind, made)
            assert first.contact_id == (target if kind == "introduced-email" else ana)
            assert "Ana Brightwater" in first.words


def test_nobody_has_no_drafts(mine: Desks) -> None:
    for ask in (lambda: mine.drafts.offers(99), lambda: mine.drafts.take_up(Offer("follow-up", 99)),
                lambda: mine.drafts.row(99)):  # fmt: skip
        with pytest.raises(NotFoundError):
            ask()
    with pytest.raises(BadInputError, match="no kind of draft"):
        mine.drafts.fill(Offer("essay", jane(mine)))


# ── who may be named (M4) ────────────────────────────────────────────────────────────────────────


def led_by_ana(desks: Desks, consent: str, *, linked: bool = True) -> int:
    """Ana named Jane in a talk."""
    a_held_interview(
        desks, "> Jane Doe, fuel cells", contact_id=a_contact(desks, "Ana Brightwater")
    )
    target = jane(desks)
    consents(desks, consent, target if linked else None)
    return target


def test_whoever_said_yes_is_named(mine: Desks) -> None:
    target = led_by_ana(mine, "yes")
    draft = mine.drafts.take_up(Offer("request-email", target))
    assert "Ana Brightwater told me of you" in mine.drafts.row(draft).body
    assert mine.drafts.sheet(draft).held_for is None
    assert "Ana" not in mine.drafts.fill(Offer("introduced-email", target)).body


@pytest.mark.parametrize("linked", [True, False])
def test_whoever_said_no_is_never_given_and_remarked_on(mine: Desks, linked: bool) -> None:
    target = led_by_ana(mine, "no", linked=linked)
    an_introduction(mine, 1, target, state="contact made")
    for kind in KINDS:
        offer = Offer(kind, target)
        filled, sheet = mine.drafts.look_at(offer)
        assert "Ana" not in filled.subject + filled.body
        assert remarks(sheet, filled.subject, filled.body + " Ana sent me.").named == (
            "Ana Brightwater",
        )
        assert sheet.held_for is None


def test_not_asked_holds_the_draft_and_offers_to_ask(mine: Desks) -> None:
    target = led_by_ana(mine, "not asked")
    draft = mine.drafts.take_up(Offer("request-email", target))
    assert "Ana" not in as_text(mine.drafts.row(draft))
    assert mine.drafts.ask_first(mine.drafts.take_up(Offer("confirmation", target))) is None
    offer = mine.drafts.ask_first(draft)
    assert offer is not None
    asking = mine.drafts.row(mine.drafts.take_up(offer))
    assert (asking.contact, asking.subject) == ("Ana Brightwater", "May I mention you to Jane Doe?")
    assert mine.drafts.take_up(offer) == asking.id
    other = mine.drafts.take_up(offer._replace(target_id=a_contact(mine, "Cy Young")))
    assert other != asking.id


def test_a_yes_of_the_same_name_is_only_likely_and_names_nobody(mine: Desks) -> None:
    target = led_by_ana(mine, "yes", linked=False)
    assert "Ana" not in mine.drafts.fill(Offer("request-email", target)).body


@given(words=st.lists(st.sampled_from(
    ["{introducer}", "{introducer_full}", "{?introducer}", "{!introducer_full}", "{why}", "\n", "x"]
), max_size=8))  # fmt: skip
@settings(
    max_examples=tries(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_template_whatever_its_words_gives_who_said_no(mine: Desks, words: list[str]) -> None:
    if not mine.contacts.count():
        led_by_ana(mine, "no")
    own_folder().mkdir(parents=True, exist_ok=True)
    for kind, spec in KINDS.items():
        head = "Subject: s\n\n" if spec.channel == "e-mail" else ""
        (own_folder() / f"{kind}.txt").write_text(head + "".join(words) + "\nend")
        filled = mine.drafts.fill(Offer(kind, 2))
        assert "Ana" not in filled.subject + filled.body
        assert "Brightwater" not in filled.subject + filled.body


# ── its life ─────────────────────────────────────────────────────────────────────────────────────


def test_an_open_draft_is_taken_up_again_and_a_used_one_is_not(mine: Desks) -> None:
    target = jane(mine)
    first = mine.drafts.take_up(Offer("request-email", target))
    mine.scribe.keep(Kept("draft", "body", first), "my words")
    a_planned_interview(mine, target)
    assert mine.drafts.take_up(Offer("request-email", target)) == first
    assert mine.drafts.take_up(Offer("follow-up", target)) != first
    mine.drafts.mark_used(first, "mail")
    row = mine.drafts.row(first)
    assert (row.id, row.state, row.used_how, row.used_at) == (
        first,
        "used",
        "mail",
        mine.clock.now(),
    )
    assert mine.drafts.take_up(Offer("request-email", target)) != first
    assert mine.undo.take_back() == "the draft for Jane Doe marked as used"
    assert mine.drafts.row(first).state == "open"
    with pytest.raises(BadInputError):
        mine.drafts.mark_used(first, "owl")


def test_begun_anew_it_says_what_its_template_says_and_that_can_be_taken_back(mine: Desks) -> None:
    draft = mine.drafts.take_up(Offer("request-email", jane(mine)))
    fresh = mine.drafts.row(draft)
    mine.scribe.keep(Kept("draft", "body", draft), "my words")
    mine.drafts.begin_anew(draft)
    assert mine.drafts.row(draft) == fresh
    assert not mine.drafts.drop_if_untouched(draft)
    mine.undo.take_back()
    assert mine.drafts.row(draft).body == "my words"


def test_one_that_was_only_looked_at_is_not_kept(mine: Desks) -> None:
    target = jane(mine)
    assert mine.drafts.drop_if_untouched(mine.drafts.take_up(Offer("follow-up", target)))
    draft = mine.drafts.take_up(Offer("follow-up", target))
    mine.scribe.keep(Kept("draft", "subject", draft), "mine")
    assert not mine.drafts.drop_if_untouched(draft)
    mine.drafts.drop(draft)
    assert mine.drafts.of_contact(target) == []
    mine.undo.take_back()
    assert [row.subject for row in mine.drafts.of_contact(target)] == ["mine"]


def test_a_broken_template_is_told_and_the_draft_written_all_the_same(mine: Desks) -> None:
    own_folder().mkdir(parents=True)
    (own_folder() / "follow-up.txt").write_text("Subject: x\n\n{nobody}")
    assert mine.drafts.fill(Offer("follow-up", jane(mine))).body.startswith("Dear Jane")
    [sentence] = mine.drafts.trouble
    assert "follow-up.txt, line 3: there is no blank {nobody}" in sentence


# ── handing it on ────────────────────────────────────────────────────────────────────────────────


def test_the_mail_link_goes_to_the_first_address(mine: Desks) -> None:
    draft = mine.drafts.take_up(Offer("request-email", jane(mine)))
    assert mine.drafts.mail_link(draft).url.startswith("mailto:jane@x.org?subject=May%20I")
    mine.scribe.keep(Kept("draft", "body", draft), "word " * 1_000)
    link = mine.drafts.mail_link(draft)
    assert not link.whole
    assert "body=" not in link.url


def test_a_file_is_written_whole_and_never_over_another_by_itself(mine: Desks) -> None:
    draft = mine.drafts.take_up(Offer("request-email", jane(mine)))
    assert mine.drafts.file_for(draft) == "~/request-email-Jane-Doe.txt"
    path = mine.drafts.write(draft, "~/x.txt")
    assert path == Path(os.environ["HOME"]) / "x.txt"
    assert path.read_text("utf-8") == as_text(mine.drafts.row(draft))
    assert stands("~/x.txt")
    with pytest.raises(ExportError):
        mine.drafts.write(draft, "~/x.txt")
    mine.drafts.write(draft, "~/x.txt", replace=True)
    with pytest.raises(BadInputError):
        mine.drafts.write(draft, " ")


def test_a_name_in_any_script_makes_a_file_name(mine: Desks) -> None:
    for name in ("Zoë 日本", "../..", "a" * 190):
        mine.contacts.change(jane(mine), ContactForm(name))
        draft = mine.drafts.take_up(Offer("mention-ask", mine.contacts.named(name)[0].id))
        assert mine.drafts.write(draft, mine.drafts.file_for(draft)).exists()

"""No draft of any kind names a referrer who said no, whatever their name and whatever was noted (M4)."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.config.settings import Settings
from infotui.config.templates import Templates, load_templates
from infotui.domain.draft import KINDS, Offer
from infotui.domain.draft_sheet import remarks
from infotui.domain.naming import WORDS_TOO
from infotui.domain.text import fold
from infotui.services.desks import Desks
from tests.builders import (
    BERLIN,
    a_contact,
    a_held_interview,
    a_planned_interview,
    later,
    open_desks,
)
from tests.fakes import ManualClock
from tests.services.drafting import an_introduction, an_outreach
from tests.tries import tries

# Inside other words, in capitals, with accents, of the same family, a word itself, without spaces.
HOSTILE = ("Ana Brightwater", "ANNA LI", "Zoë Ångström", "Jo Doe", "Will May", "Ann", "李伟",
           "van der Berg", "Robin North", "Dr. Mark Grace", "O’Neil Sean")  # fmt: skip
TURNS = ("{0}", "{0} told me of it", "ask {0} again, says {0}", "the {0}s annual brightwaters",
         "from {1}", "{2}'s list of names", "nothing to see here", "may will annual brightwater")  # fmt: skip
LED = 5  # whoever was named by them has a number up to this one
CONSENTS = ("yes", "no", "not asked")


@cache
def shipped() -> Templates:
    """Give the shipped templates, read once."""
    return load_templates(Path("no templates of ones own"))


@cache
def own_words(kind: str) -> frozenset[str]:
    """Give the words that a shipped template says by itself: “May I hear” names no Will May."""
    template = shipped().of[kind]
    return words_of(" ".join(line.text for line in (*template.subjects, *template.lines)))


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", fold(text)))


@pytest.fixture(scope="module")
def led(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Three people who each named both of two: Jane, whom I never met, and Mia, whom I did.

    Zoe, Xu and Kim were named by nobody; I met Xu, and Kim works where nobody else does.
    """
    opened = open_desks(tmp_path_factory.mktemp("led") / "n.db", ManualClock())
    me = Settings(name="Robin Vale", about="I taught physics.")
    desks = Desks(opened.store, opened.clock, me, BERLIN, opened.bank)
    for number in range(3):
        who = a_contact(desks, f"Referrer {'ABC'[number]}", "")
        a_held_interview(desks, "> Jane Doe", "> Mia Moor", contact_id=who)
    jane = a_contact(desks, "Jane Doe", unit="the cell lab", address="Dock 1")
    mia = a_contact(desks, "Mia Moor", "Northwind", email="mia@x.org")
    a_planned_interview(desks, jane)
    a_held_interview(desks, "* something they said", "a note of some words", "! send the list",
                     "> Cy Young", "& a book of theirs", contact_id=mia)  # fmt: skip
    zoe = a_contact(desks, "Zoe Zed", "")
    a_planned_interview(desks, zoe)
    a_held_interview(
        desks, "* something else #advice", "! send it", contact_id=a_contact(desks, "Xu Tan")
    )
    a_planned_interview(desks, a_contact(desks, "Kim Xi", "Eastwind", introduced_by="Zoe Zed"))
    an_outreach(desks, jane)
    desks.store.reading().execute(
        "UPDATE lead SET contact_id = (SELECT id FROM contact c WHERE c.name = lead.name)"
    )
    desks.store.reading().execute(
        "INSERT INTO outcome (uuid, created_at, kind, recorded_at) SELECT uuid, created_at, 'other',"
        " created_at FROM contact LIMIT 1"
    )
    yield desks
    opened.close()


def lay(desks: Desks, people: list[tuple[str, str]], turns: list[str], made: bool) -> None:
    """Let the three be called so and have said this, and let what was noted name them."""
    db = desks.store.reading()
    said = []
    for number, (name, consent) in enumerate(people, 1):
        db.execute(
            "UPDATE contact SET name = ?, folded = ? WHERE id = ?", (name, fold(name), number)
        )
        db.execute(
            "UPDATE lead SET consent = ? WHERE interview_id ="
            " (SELECT id FROM interview WHERE contact_id = ?)",
            (consent, number),
        )
        parts = name.split()
        said += [turn.replace("{0}", name).replace("{1}", parts[0]).replace("{2}", parts[-1])
                 for turn in turns]  # fmt: skip
    for place, sql in enumerate((
        "UPDATE interview SET why = ?", "UPDATE finding SET text = ?", "UPDATE promise SET text = ?",
        "UPDATE note SET text = ? WHERE kind = 'note'", "UPDATE outcome SET text = ?",
        "UPDATE resource SET text = ?", "UPDATE lead SET name = ? WHERE contact_id IS NULL",
        "UPDATE interview SET place = ?, place_kind = 'office'", "UPDATE interview SET entry = ?",
        "UPDATE introduction SET why = ?",
    )):  # fmt: skip
        db.execute(sql, (said[place % len(said)],))
    db.execute("DELETE FROM introduction")
    if made:
        an_introduction(desks, 1, 4, state="contact made", why=said[0])
    db.execute("UPDATE lead SET state = 'note due' WHERE contact_id IS NULL")


def checked(desks: Desks, offer: Offer, people: list[tuple[str, str]]) -> None:
    """Look at one draft as it would be begun."""
    filled, sheet = desks.drafts.look_at(offer)
    text = f"{filled.subject}\n{filled.body}"
    # Who said yes of all their leads may be named to anybody. The same name may be borne by another, who may be named.
    yes = [name for number, (name, consent) in enumerate(people, 1)
           if consent == "yes" or number == offer.contact_id or KINDS[offer.kind].to != "them"]  # fmt: skip
    for number, (name, consent) in enumerate(people, 1):
        if consent == "no" and number != offer.contact_id and name not in yes:
            told = (
                words_of(name) - words_of(" ".join((*sheet.spared, *yes))) - own_words(offer.kind)
            )
            told -= {"dr", "van", "der", *WORDS_TOO}
            assert not told & words_of(text), (offer.kind, name, text)
            whole = rf"(?<!\w){re.escape(fold(name))}(?!\w)"
            assert not re.search(whole, fold(text)) or own_words(offer.kind) & words_of(name)
    asked = {consent for _, consent in people}
    if (
        offer.contact_id <= LED
        and KINDS[offer.kind].reaches_out
        and asked <= {"no", "not asked"}
        and "not asked" in asked
    ):
        held = sheet.held_for
        free = sheet.met or sheet.has_introducer
        assert free or (held is not None and people[held.contact_id - 1][1] == "not asked")


@given(
    people=st.lists(
        st.tuples(st.sampled_from(HOSTILE), st.sampled_from(CONSENTS)),
        min_size=3, max_size=3, unique_by=lambda who: who[0],
    ),
    turns=st.lists(st.sampled_from(TURNS), min_size=1, max_size=4),
    made=st.booleans(),
)  # fmt: skip
@settings(max_examples=tries(60), deadline=None, derandomize=True)
def test_no_draft_names_who_said_no_and_who_was_not_asked_holds_it(
    led: Desks, people: list[tuple[str, str]], turns: list[str], made: bool
) -> None:
    with patch("infotui.services.drafts.load_templates", shipped):
        lay(led, people, turns, made)
        for kind in KINDS:
            for contact_id in (4, 5, 6, 7, 8):
                checked(led, Offer(kind, contact_id), people)
        for number in (1, 2, 3):
            checked(led, Offer("mention-ask", number, target_id=4), people)


def test_what_is_left_out_is_said(led: Desks) -> None:
    lay(
        led,
        [("Ana Alm", "no"), ("Bo Berg", "yes"), ("Cy Cole", "not asked")],
        ["{0} says so"],
        False,
    )
    filled = led.drafts.fill(Offer("request-email", 4))
    assert "{why}" in filled.body
    assert led.drafts.trouble == (
        "Left out: why this person. It names Ana Alm, who asked not to be named.",
    )
    assert "Bo Berg told me of you" in filled.body


# ── a no counts for everybody, and for whoever is likely meant ───────────────────────────────────


def fresh(desks: Desks, line: str) -> int:
    """Ana gave one lead in a talk; gives her number."""
    ana = a_contact(desks, "Ana Alvarez", "Westwind")
    a_held_interview(desks, line, contact_id=ana)
    return ana


def a_request(desks: Desks, name: str, house: str = "Southwind", why: str = "") -> Offer:
    """Somebody new whom I mean to write to because Ana said so."""
    whom = a_contact(desks, name, house)
    talk = a_planned_interview(desks, whom)
    words = why or "Ana Alvarez told me about you"
    desks.store.reading().execute("UPDATE interview SET why = ? WHERE id = ?", (words, talk))
    return Offer("request-email", whom, talk)


@pytest.mark.parametrize("called", ["Jane Doe", "Dr. Jane Doe", "Jane", "Zoe Zed"])
def test_a_no_for_any_lead_counts_for_everybody(desks: Desks, called: str) -> None:
    ana = fresh(desks, "> Jane A. Doe at Southwind, fuel cells · may mention: no")
    request = a_request(desks, called)
    filled, sheet = desks.drafts.look_at(request)
    assert "Ana" not in filled.body
    assert desks.drafts.trouble == (
        "Left out: why this person. It names Ana Alvarez, who asked not to be named.",
    )
    typed = remarks(sheet, "", "it was ana who told me, and alvarez knows")
    assert typed.sentences() == ("Ana Alvarez asked not to be named, and the text names them.",)
    to_her = desks.drafts.look_at(Offer("thank-you-mail", ana))[1]
    assert to_her.unnamed == ()
    an_introduction(desks, ana, request.contact_id, state="contact made")
    assert bool(desks.drafts.look_at(request)[1].unnamed) == (called != "Zoe Zed")


def test_a_yes_towards_somebody_counts_for_that_one_alone(desks: Desks) -> None:
    ana = fresh(desks, "> Jane Doe · may mention: no")
    a_held_interview(desks, "> Bo Berg · may mention: yes", contact_id=ana)
    bo = desks.leads.become_contact(2)
    assert "Ana Alvarez told me of you" in desks.drafts.fill(Offer("request-email", bo)).body
    assert "Ana" not in desks.drafts.fill(a_request(desks, "Cy Cole")).body


@pytest.mark.parametrize("consent", ["no", "not asked"])
@pytest.mark.parametrize("known", [True, False])
def test_a_lead_that_is_an_organization_counts_for_all_there(
    desks: Desks, consent: str, known: bool
) -> None:
    fresh(desks, f"> Northwind Labs, they hire · may mention: {consent}")
    if known:
        desks.leads.become_organization(1)
    _, there = desks.drafts.look_at(a_request(desks, "Bo Berg", "Northwind Labs"))
    _, elsewhere = desks.drafts.look_at(a_request(desks, "Cy Cole", "Southwind"))
    assert [r.name for r in there.unnamed] == (["Ana Alvarez"] if consent == "no" else [])
    assert (there.held_for is not None) == (consent == "not asked")
    assert elsewhere.held_for is None


def test_everybody_in_a_talk_may_have_given_its_leads(desks: Desks) -> None:
    ana, carl = a_contact(desks, "Ana Alvarez"), a_contact(desks, "Carl Cox")
    talk = a_planned_interview(desks, ana, when="")
    desks.scheduling.add_person(talk, carl)
    desks.live.start(talk)
    desks.live.jot(talk, "> Jane Doe · may mention: no")
    later(desks, minutes=9)
    desks.live.end(talk)
    jane = desks.leads.become_contact(1)
    assert [r.name for r in desks.drafts.look_at(Offer("request-email", jane))[1].unnamed] == [
        "Ana Alvarez", "Carl Cox",
    ]  # fmt: skip
    desks.leads.set_consent(1, "yes")
    filled, sheet = desks.drafts.look_at(Offer("request-email", jane))
    assert "Ana Alvarez told me of you" in filled.body
    assert (sheet.unnamed, sheet.held_for) == ((), None)


@pytest.mark.parametrize("known", [True, False])
def test_through_whom_is_nobodys_consent_and_is_remarked_on(desks: Desks, known: bool) -> None:
    if known:
        a_contact(desks, "Ana Alvarez")
    yan = a_contact(desks, "Yan Yu", introduced_by="Ana Alvarez")
    draft = desks.drafts.take_up(Offer("request-email", yan))
    sheet = desks.drafts.sheet(draft)
    assert sheet.held_for is None
    assert remarks(sheet, "", "Hello").sentences() == ()
    said = remarks(sheet, "", "ana told me about you").sentences()
    how = ": “Ask whether I may name them” is the draft for it" if known else ""
    assert said == (f"Ana Alvarez is named, and was never asked whether that is well{how}.",)
    asks = [
        o for o in desks.drafts.offers(yan) if o.words == "Ask whether I may name them: Ana Alvarez"
    ]
    assert [(o.kind, o.target_id) for o in asks] == ([("mention-ask", yan)] if known else [])
    offer = desks.drafts.ask_first(draft)
    assert (offer is not None) == known
    if offer is not None:
        assert desks.drafts.fill(offer).subject == "May I mention you to Yan Yu?"


def test_a_later_no_outlives_a_change_of_its_line(desks: Desks) -> None:
    fresh(desks, "> Jane Doe, fuel cells · may mention: yes")
    desks.leads.set_consent(1, "no")
    desks.live.rewrite(1, "> Jane Doe, fuel cells and stacks · may mention: yes")
    assert desks.leads.one(1).consent == "no"


def test_a_no_outlives_whoever_said_it(desks: Desks) -> None:
    ana = fresh(desks, "> Jane Doe, fuel cells · may mention: no")
    jane = desks.leads.become_contact(1)
    talk = a_planned_interview(desks, jane)
    desks.store.reading().execute("UPDATE interview SET why = 'Ana told me' WHERE id = ?", (talk,))
    desks.contacts.delete(ana)
    filled, sheet = desks.drafts.look_at(Offer("request-email", jane, talk))
    assert "Ana" not in filled.body
    assert desks.contacts.sheet(jane).introduced_by == "Ana Alvarez (asked not to be named)"
    assert remarks(sheet, "", "so says alvarez").sentences() == (
        "Ana Alvarez asked not to be named, and the text names them.",
    )
    desks.undo.take_back()
    assert desks.contacts.sheet(jane).introduced_by == "Ana Alvarez"

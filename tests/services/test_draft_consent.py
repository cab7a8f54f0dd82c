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
from infotui.domain.heard import ALSO_WORDS
from infotui.domain.text import fold
from infotui.services.desks import Desks
from tests.builders import BERLIN, a_contact, a_held_interview, a_planned_interview, open_desks
from tests.fakes import ManualClock
from tests.services.drafting import an_introduction, an_outreach
from tests.tries import tries

# Inside other words, in capitals, with accents, of the same family, a word itself, without spaces.
HOSTILE = ("Ana Brightwater", "ANNA LI", "Zoë Ångström", "Jo Doe", "Will May", "Ann", "李伟",
           "van der Berg", "Robin North", "Dr. Mark Grace", "O’Neil Sean")  # fmt: skip
TURNS = ("{0}", "{0} told me of it", "ask {0} again, says {0}", "the {0}s annual brightwaters",
         "from {1}", "{2}'s list of names", "nothing to see here", "may will annual brightwater")  # fmt: skip
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
    """Three people who each named both of two: Jane, whom I never met, and Mia, whom I did."""
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
    # The same name may be borne by another, who may be named.
    yes = [name for number, (name, consent) in enumerate(people, 1)
           if consent == "yes" or number == offer.contact_id or KINDS[offer.kind].to != "them"]  # fmt: skip
    for number, (name, consent) in enumerate(people, 1):
        if consent == "no" and number != offer.contact_id and name not in yes:
            told = (
                words_of(name) - words_of(" ".join((*sheet.spared, *yes))) - own_words(offer.kind)
            )
            told -= {"dr", "van", "der", *ALSO_WORDS}
            assert not told & words_of(text), (offer.kind, name, text)
            whole = rf"(?<!\w){re.escape(fold(name))}(?!\w)"
            assert not re.search(whole, fold(text)) or own_words(offer.kind) & words_of(name)
    asked = {consent for _, consent in people}
    if KINDS[offer.kind].reaches_out and asked <= {"no", "not asked"} and "not asked" in asked:
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
            for contact_id in (4, 5):
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

"""The shipped templates: each reads well full and bare, invites, asks for no job, names nobody unasked (S55)."""

import re
from pathlib import Path

import pytest

from infotui.config.templates import load_templates, shipped_folder
from infotui.domain.asking_for_a_job import asks_for_a_job
from infotui.domain.draft import BLANKS, KINDS, open_blanks
from infotui.domain.template import Filled, render

SHIPPED = load_templates(Path("no templates of ones own")).of
BARE = {"name": "Jane", "full_name": "Jane Doe", "minutes": "30", "today": "Monday 23 Nov 2026"}
FULL = {
    **{name: f"<{name}>" for name in BLANKS}, **BARE, "me": "Robin Vale",
    "about_me": "I taught physics for eleven years.",
}  # fmt: skip
REQUESTS = ("request-email", "request-letter", "telephone-script", "introduced-email", "follow-up")
each = pytest.mark.parametrize("kind", KINDS)


def text_of(kind: str, values: dict[str, str]) -> str:
    filled = render(SHIPPED[kind], values)
    return f"{filled.subject}\n\n{filled.body}"


@each
def test_a_full_record_leaves_no_blank_open(kind: str) -> None:
    assert open_blanks("", text_of(kind, FULL)) == ()


@each
def test_a_bare_record_leaves_only_what_must_be_said_open(kind: str) -> None:
    must = {"me", "about_me", "why", "target", "target_name", "when", "place", "notice",
            "promise", "lead", "resource", "outcome"}  # fmt: skip
    assert set(open_blanks("", text_of(kind, BARE))) <= must


@each
@pytest.mark.parametrize("values", [BARE, FULL], ids=["bare", "full"])
def test_it_reads_as_a_text(kind: str, values: dict[str, str]) -> None:
    filled = render(SHIPPED[kind], values)
    assert bool(filled.subject) == (KINDS[kind].channel == "e-mail")
    assert not re.search(r"\n{4,}|[ \t]\n|  |\{[?!]", filled.body)
    assert len(filled.body) < 1_700
    assert values["name"] in filled.body


@each
@pytest.mark.parametrize("values", [BARE, FULL], ids=["bare", "full"])
def test_it_asks_for_no_job(kind: str, values: dict[str, str]) -> None:
    assert asks_for_a_job(text_of(kind, values)) == ()


@pytest.mark.parametrize("kind", REQUESTS)
def test_a_request_says_who_i_am_and_how_long_and_lets_them_choose_the_place(kind: str) -> None:
    text = text_of(kind, FULL)
    assert "Robin Vale" in text
    assert FULL["about_me"] in text
    assert "30 minutes" in text
    assert re.search(r"(place|where)", text, re.IGNORECASE)
    assert re.search(r"(choose|suits? you)", text)
    assert "<introducer_full>" in text
    assert "introducer" not in text_of(kind, {k: v for k, v in FULL.items() if "intro" not in k})


@pytest.mark.parametrize("kind", ["request-email", "request-letter", "telephone-script"])
def test_a_first_word_says_why_it_is_them(kind: str) -> None:
    assert "<why>" in text_of(kind, FULL)
    assert "{why}" in text_of(kind, BARE)


def test_an_ask_names_the_third_and_says_how_i_hear_of_it() -> None:
    for kind in ("introduction-ask", "introduction-reminder"):
        assert {"<target>", "<notice>"} <= set(re.findall(r"<\w+>", text_of(kind, FULL)))


def test_a_confirmation_says_when_in_both_zones_where_and_how_long() -> None:
    text = text_of("confirmation", FULL)
    assert {"<when>", "<their_when>", "<place>", "<link>", "<entry>"} <= set(
        re.findall(r"<\w+>", text)
    )
    assert "30 minutes" in text
    assert "where you are" not in text_of("confirmation", BARE)


def test_each_file_is_one_of_a_kind_and_points_to_the_explanation() -> None:
    files = {path.name for path in shipped_folder().iterdir()}
    assert files == {"README.txt", *(f"{kind}.txt" for kind in KINDS)}
    for kind in KINDS:
        said = (shipped_folder() / f"{kind}.txt").read_text("utf-8")
        assert said.startswith("# ")
        assert "README.txt" in said


def test_the_explanation_names_every_kind_and_every_blank() -> None:
    said = (shipped_folder() / "README.txt").read_text("utf-8")
    assert {name for name in BLANKS if f"{{{name}}}" not in said} == set()
    assert {kind for kind in KINDS if f"  {kind} " not in said} == set()
    assert max(map(len, said.splitlines())) <= 104


def test_an_usual_request_fits_into_a_mail_link() -> None:
    from infotui.formats.mailto import mail_link

    usual = {**FULL, "field": "energy research", "introducer_full": "Ana Brightwater",
             "why": "You built the grid model that everybody here speaks of.",
             "my_email": "robin@vale.example", "my_phone": "01632 960199"}  # fmt: skip
    found: Filled = render(SHIPPED["request-email"], usual)
    assert mail_link("jane.doe@northwind.example", *found).whole

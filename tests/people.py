"""A person in the middle of everything, and all that a notebook holds, to see that it is as it was."""

import sqlite3
from contextlib import closing
from datetime import timedelta

from infotui.domain.kept import form_field
from infotui.domain.records.interview import InterviewPerson, StateChange
from infotui.domain.records.reaching import Draft, Introduction, Outreach
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview, later

LINES = ("* they hire late #hiring", "> Jane Doe, fuel cells", "! send it", "< a list", "$ an analyst",
         "& a book", "? the merger", "an unfinished thought")  # fmt: skip


def busy(desks: Desks, name: str = "Amina Patel", organization: str = "Northwind") -> int:
    """Store a contact with whom there was one of everything; give the id."""
    me = a_contact(desks, name, organization, email=f"{name[:2]}@example.org; b@example.org",
                   phone="030 12", tags="#energy #hiring", about="met at a fair")  # fmt: skip
    other = a_contact(desks, f"Friend of {name}", "Civic Data", introduced_by=name)
    note = desks.research.begin("contact", me, "posted two roles")
    held = a_held_interview(desks, *LINES, contact_id=me)
    desks.plans.add_goal(held, "fit")
    planned = a_planned_interview(desks, me, when="")
    desks.questions.from_research(planned, note, "Why two?")
    theirs = a_planned_interview(desks, other, when="")
    later(desks, days=1)
    desks.contacts.set_stage(me, "met", "a good hour")
    desks.prospects.pick(other)
    desks.prospects.pick(me)
    desks.scribe.keep(form_field(f"contact-{me}", "role"), "half ty")
    hang_reaching(desks, me, other, held, theirs)
    desks.plans.focus(planned)
    return me


def hang_reaching(desks: Desks, me: int, other: int, held: int, theirs: int) -> None:
    """Store introductions both ways, a draft, outreach that was answered, a place in another talk."""
    with desks.store.writing() as shelves:
        now = shelves.now
        shelves.interviews.add(InterviewPerson(interview_id=theirs, contact_id=me))
        for one, two in ((me, other), (other, me)):
            made = shelves.reaching.add(
                Introduction(introducer_id=one, target_id=two, interview_id=held, asked_at=now,
                             reminded_at=now + timedelta(days=3), made_at=now + timedelta(days=4),
                             followed_at=now + timedelta(days=5), state="followed up")
            )  # fmt: skip
            for state in ("asked", "declined"):
                shelves.reaching.add(
                    StateChange(introduction_id=made.id, was="draft", became=state, why="so it is")
                )
        draft = shelves.reaching.add(
            Draft(contact_id=me, introduction_id=made.id, kind="thank-you-mail", subject="Hello",
                  used_at=now, used_how="copied", state="used")
        )  # fmt: skip
        shelves.reaching.add(
            Outreach(contact_id=me, draft_id=draft.id, channel="e-mail", path="warm", words="hello",
                     sent_at=now, due=now.date(), answer="yes", answered_at=now + timedelta(days=2))
        )  # fmt: skip


def everything(desks: Desks) -> dict[str, list[str]]:
    """Give every row of every table, to see that nothing is lost and nothing is left."""
    with closing(sqlite3.connect(f"file:{desks.store.path}?mode=ro", uri=True)) as db:
        named = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        tables = [table for (table,) in db.execute(named) if not table.startswith("sqlite")]
        return {
            table: sorted(map(repr, db.execute(f"SELECT * FROM {table}")))
            for table in tables
            if table not in {"unindexed", "unindexed_thing", "known_word"}
        }

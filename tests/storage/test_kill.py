"""Killed while somebody types: what was said to be kept is there, and the file is sound."""

import random
from pathlib import Path

import pytest

from infotui.domain.kept import Kept, Place, live_line
from infotui.services.desks import Desks
from infotui.storage.store import Store
from tests.builders import a_live_interview, open_desks
from tests.fakes import ManualClock
from tests.storage.programs import TYPE, running, said

ROUNDS = 4  # in each of three places
PLACES = ["live line", "research body", "question text"]


def make_place(desks: Desks, name: str) -> Place:
    interview_id = a_live_interview(desks, "grew up near here")
    if name == "live line":
        return live_line(desks.plans.sheet(interview_id).interview.uuid)
    if name == "research body":
        return Kept("research_note", "body", desks.research.begin("contact", 1))
    return Kept("question", "text", desks.questions.write_own(interview_id))


def words_at(store: Store, place: Place) -> str:
    if not isinstance(place, Kept):
        return store.unfinished(place)
    query = f"SELECT {place.field} FROM {place.noun} WHERE id = ?"
    return str(store.reading().execute(query, (place.id,)).fetchone()[0])


def type_and_be_killed(notebook: Path, place: Place, start: int, after: int) -> int:
    """Let a program type until it has reported `after` lengths; give the last that it reported."""
    where = (
        (place.noun, place.field, str(place.id))
        if isinstance(place, Kept)
        else ("unfinished", "", place.place)
    )
    with running(TYPE, str(notebook), *where, str(start)) as typist:
        assert typist.stdout is not None
        reported = [typist.stdout.readline() for _ in range(after)]
        typist.kill()  # at whatever it is doing now: it did not wait for us
        reported += typist.stdout.readlines()
    return int([line for line in reported if line.endswith("\n")][-1])


@pytest.mark.parametrize("name", PLACES)
def test_what_was_reported_as_kept_survives_a_kill(
    notebook: Path, clock: ManualClock, name: str
) -> None:
    desks = open_desks(notebook, clock)
    place = make_place(desks, name)
    desks.close()
    moments = random.Random(f"killed in {name}")
    length = 0
    for _ in range(ROUNDS):
        reported = type_and_be_killed(notebook, place, length, moments.randint(1, 300))
        with Store.open(notebook, clock) as store:
            assert not store.read_only, "the lock died with its holder"
            text = words_at(store, place)
            assert len(text) >= reported > length
            assert text == said(len(text)), "every letter that is there is the right one"
            db = store.reading()
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
            length = len(text)

"""All desks of one notebook: opened together, closed together, with the bank read when it is needed."""

from pathlib import Path

import pytest

from infotui.config import paths
from infotui.config.settings import Settings
from infotui.domain.clock import SystemClock
from infotui.domain.errors import NotebookError, ReadOnlyError
from infotui.domain.kept import live_line
from infotui.services.desks import Desks
from infotui.storage.store import Store
from tests.builders import a_contact, a_planned_interview
from tests.fakes import ManualClock

LINE = live_line("1")


def test_opening_makes_a_notebook_and_closing_lets_it_go(
    notebook: Path, clock: ManualClock
) -> None:
    desks = Desks.open(notebook, Settings(time_zone="Asia/Tokyo"), clock)
    assert (desks.zone.key, desks.clock) == ("Asia/Tokyo", clock)
    a_contact(desks)
    desks.scribe.keep(LINE, "half")
    desks.close()
    with Store.open(notebook, clock) as store:
        assert (store.read_only, store.unfinished(LINE)) == (False, "half")


def test_without_a_clock_it_is_the_machine_s(notebook: Path) -> None:
    desks = Desks.open(notebook, Settings())
    assert isinstance(desks.clock, SystemClock)
    desks.close()


def test_only_to_read_it_writes_nothing(notebook: Path, clock: ManualClock) -> None:
    with pytest.raises(NotebookError):
        Desks.open(notebook, Settings(), clock, only_read=True)
    assert not notebook.exists()
    Desks.open(notebook, Settings(), clock).close()
    desks = Desks.open(notebook, Settings(), clock, only_read=True)
    with pytest.raises(ReadOnlyError):
        a_contact(desks)
    assert desks.contacts.count() == 0
    desks.close()


def test_the_desks_share_one_notebook_and_one_undo(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.questions.set_importance(desks.questions.of(talk)[0].id, "must")
    assert desks.undo.take_back() == "“must”"
    assert desks.live.sheet(talk).interview == desks.plans.sheet(talk).interview
    assert desks.plans is desks.plans


def test_what_could_not_be_saved_is_saved_at_the_end(notebook: Path, clock: ManualClock) -> None:
    desks = Desks.open(notebook, Settings(), clock)
    desks.store.reading().execute("PRAGMA query_only = ON")
    assert not desks.scribe.keep(LINE, "half")
    desks.store.reading().execute("PRAGMA query_only = OFF")
    desks.close()
    with Store.open(notebook, clock) as store:
        assert store.unfinished(LINE) == "half"


def test_closing_in_trouble_still_lets_the_notebook_go(notebook: Path, clock: ManualClock) -> None:
    desks = Desks.open(notebook, Settings(), clock)
    desks.scribe.keep(LINE, "half")
    desks.store.reading().execute("PRAGMA query_only = ON")
    desks.close()
    with Store.open(notebook, clock) as store:
        assert (store.read_only, store.unfinished(LINE)) == (False, "half")


def own_bank(text: str) -> None:
    file = paths.user_bank_file()
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")


def test_the_person_s_own_questions_join_the_bank(notebook: Path, clock: ManualClock) -> None:
    own_bank(
        'format = 1\n[[question]]\nid = "mine"\ntext = "Why {name}?"\ngoals = ["fit"]\n'
        '[[question]]\nid = "who-else"\ntext = "Who next?"\ngoals = ["fit"]\nphase = "close"\n'
    )
    desks = Desks.open(notebook, Settings(), clock)
    talk = desks.plans.plan_with(a_contact(desks))
    desks.questions.pick(talk, "mine")
    assert [row.text for row in desks.questions.of(talk)] == ["Why Amina?", "Who next?"]
    assert desks.bank.trouble == ()
    desks.close()


def test_a_broken_bank_is_said_with_its_line_and_stops_nothing(
    notebook: Path, clock: ManualClock
) -> None:
    own_bank('format = 1\n[[question]]\nid = "mine"\ntext = \n')
    desks = Desks.open(notebook, Settings(), clock)
    (sentence,) = desks.bank.trouble
    assert f"{paths.user_bank_file()}, line 4" in sentence
    talk = desks.plans.plan_with(a_contact(desks))
    assert len(desks.questions.of(talk)) == 1
    assert desks.questions.bank(talk)
    desks.close()


def test_what_a_first_change_needs_can_be_loaded_before(desks: Desks) -> None:
    desks.warm_up()
    assert desks.bank.questions
    a_contact(desks)

"""The scribe: every text in its order, again when it could not be saved, on the disk within 0.8 s."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.kept import Kept, Unfinished, live_line
from infotui.services.desks import Desks
from infotui.services.scribe import Scribe
from infotui.storage.store import SYNC_EVERY, Store
from tests.builders import a_planned_interview, clock_of, open_desks, reopened
from tests.fakes import Later, ManualClock
from tests.tries import tries

LINE, NAME, ROLE = live_line("1"), Unfinished("form:contact:name"), Unfinished("form:contact:role")


@contextmanager
def trouble(store: Store) -> Iterator[None]:
    """Let every write fail, as when the disk turned read-only."""
    store.reading().execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        store.reading().execute("PRAGMA query_only = OFF")


def scribe_of(desks: Desks) -> tuple[Scribe, Later]:
    later = Later(clock_of(desks))
    desks.scribe.call_back_with(later)
    return desks.scribe, later


def test_what_is_kept_is_cleaned_and_there_at_once(desks: Desks) -> None:
    assert desks.scribe.keep(LINE, "half \x1b[31ma\r\nline\ud800") is True
    assert desks.scribe.unfinished(LINE) == "half [31ma\nline"
    desks.scribe.forget(LINE)
    assert desks.scribe.unfinished(LINE) == ""
    talk = a_planned_interview(desks)
    desks.scribe.keep(Kept("interview", "why", talk), "she changed\u2028fields")
    assert desks.plans.sheet(talk).why == "she changed\nfields"


def test_what_is_kept_outlives_the_program(desks: Desks) -> None:
    desks.scribe.keep(LINE, "half a line")
    again = reopened(desks)
    assert again.scribe.unfinished(LINE) == "half a line"
    again.close()


def test_the_last_key_is_synced_when_the_time_is_up(desks: Desks) -> None:
    scribe, later = scribe_of(desks)
    scribe.keep(LINE, "h")
    scribe.keep(LINE, "ha")
    assert later.waits == (SYNC_EVERY,), "asked once, however many keys"
    assert desks.store.unsynced
    later.pass_time(SYNC_EVERY)
    assert not desks.store.unsynced
    assert later.waits == (), "and never without need"
    later.pass_time(60)
    scribe.keep(LINE, "hal")
    assert not desks.store.unsynced, "after a rest a key is synced by itself"
    assert later.waits == ()


def test_without_somebody_to_call_back_nothing_breaks(desks: Desks) -> None:
    assert desks.scribe.keep(LINE, "h")
    desks.scribe.settle()
    assert not desks.store.unsynced


def test_in_trouble_the_words_wait_and_are_tried_again(desks: Desks) -> None:
    scribe, later = scribe_of(desks)
    scribe.keep(LINE, "half")
    with trouble(desks.store):
        assert scribe.keep(LINE, "half a") is False
        assert "Not saved" in scribe.trouble
        assert "still here" in scribe.trouble
        assert desks.store.unfinished(LINE) == "half"
        assert scribe.unfinished(LINE) == "half a", "the screen gets what was typed"
        later.pass_time(3)
        assert scribe.trouble
        assert later.waits, "it is tried again and again"
    later.pass_time(1)
    assert (scribe.trouble, desks.store.unfinished(LINE)) == ("", "half a")
    later.pass_time(1)
    assert not desks.store.unsynced


def test_the_next_key_saves_what_waits(desks: Desks) -> None:
    with trouble(desks.store):
        desks.scribe.keep(LINE, "half")
        desks.scribe.keep(NAME, "Ami")
    assert desks.scribe.keep(ROLE, "tester") is True
    assert [desks.store.unfinished(place) for place in (LINE, NAME, ROLE)] == [
        "half",
        "Ami",
        "tester",
    ]


def test_what_waits_is_saved_in_the_order_it_was_typed(desks: Desks) -> None:
    with trouble(desks.store):
        for place, text in ((NAME, "A"), (LINE, "h"), (NAME, "Am"), (ROLE, "t"), (LINE, "")):
            desks.scribe.keep(place, text)
    saved: list[str] = []

    def hear(sql: str) -> None:
        if sql.startswith("INSERT INTO unfinished"):
            saved.append(sql)

    desks.store.reading().set_trace_callback(hear)
    desks.scribe.settle()
    desks.store.reading().set_trace_callback(None)
    assert [("'Am'" in sql, "'t'" in sql) for sql in saved] == [(True, False), (False, True)]
    assert desks.store.unfinished(LINE) == ""


def test_a_text_that_was_forgotten_in_trouble_does_not_come_back(desks: Desks) -> None:
    desks.scribe.keep(LINE, "half")
    with trouble(desks.store):
        desks.scribe.forget(LINE)
        assert desks.scribe.unfinished(LINE) == ""
    desks.scribe.settle()
    assert desks.store.unfinished(LINE) == ""


def test_a_reader_keeps_its_words_until_it_may_write(desks: Desks) -> None:
    second = open_desks(desks.store.path, clock_of(desks))
    assert second.scribe.keep(LINE, "half") is False
    assert "Another infotui" in second.scribe.trouble
    desks.close()
    assert second.store.take_over()
    second.scribe.settle()
    assert (second.scribe.trouble, second.store.unfinished(LINE)) == ("", "half")
    second.close()


def taken_over(desks: Desks, second: Desks) -> None:
    """The writer ends and the second program writes from then on, as the app does it."""
    desks.close()
    assert second.store.take_over()
    second.scribe.take_over()


@pytest.mark.parametrize(
    ("theirs", "ours", "both"),
    [
        ("they were typing", "and so was I", "they were typing\nand so was I"),
        ("they were typing", "", "they were typing"),
        ("", "and so was I", "and so was I"),
        ("the same words", "the same words", "the same words"),
        ("half A more", "half A and B", "half A more\nand B"),
        ("half A", "half A and B", "half A\nand B"),
        ("half and more", "half", "half and more"),
        ("", "", ""),
    ],
)
def test_who_takes_over_writes_behind_the_writers_line_and_neither_is_lost(
    desks: Desks, theirs: str, ours: str, both: str
) -> None:
    second = open_desks(desks.store.path, clock_of(desks))
    for key in range(1, len(theirs) + 1):
        desks.scribe.keep(LINE, theirs[:key])
    second.scribe.keep(LINE, "x")
    second.scribe.keep(LINE, ours)
    taken_over(desks, second)
    assert (second.scribe.unfinished(LINE), second.store.unfinished(LINE)) == (both, both)
    assert second.scribe.trouble == ""
    assert second.scribe.keep(LINE, both + " on") is True
    again = reopened(second)
    assert again.scribe.unfinished(LINE) == both + " on"
    again.close()


def test_who_takes_over_leaves_alone_what_it_did_not_type(desks: Desks) -> None:
    second = open_desks(desks.store.path, clock_of(desks))
    desks.scribe.keep(LINE, "theirs")
    desks.scribe.keep(NAME, "Ami")
    second.scribe.keep(ROLE, "tester")
    taken_over(desks, second)
    places = {place: second.store.unfinished(place) for place in (LINE, NAME, ROLE)}
    assert places == {LINE: "theirs", NAME: "Ami", ROLE: "tester"}
    second.close()


def test_who_takes_over_twice_writes_once(desks: Desks) -> None:
    second = open_desks(desks.store.path, clock_of(desks))
    desks.scribe.keep(LINE, "theirs")
    second.scribe.keep(LINE, "mine")
    taken_over(desks, second)
    second.scribe.take_over()
    assert second.store.unfinished(LINE) == "theirs\nmine"
    second.close()


def test_trouble_while_syncing_is_said_and_tried_again(desks: Desks) -> None:
    scribe, later = scribe_of(desks)
    scribe.keep(LINE, "half")
    with trouble(desks.store):
        later.pass_time(SYNC_EVERY)
        assert "Not saved" in scribe.trouble
        assert desks.store.unsynced
    later.pass_time(2)
    assert (desks.store.unsynced, later.waits) == (False, ())


def test_trouble_while_syncing_is_over_when_it_is_over(desks: Desks) -> None:
    scribe, later = scribe_of(desks)
    told: list[str] = []
    scribe.tell_trouble_to(told.append)
    scribe.keep(LINE, "half")
    with trouble(desks.store):
        later.pass_time(SYNC_EVERY)
    later.pass_time(2)
    assert (scribe.trouble, told[-1]) == ("", "")


def test_trouble_is_told_once_and_so_is_its_end(desks: Desks) -> None:
    scribe, later = scribe_of(desks)
    told: list[str] = []
    scribe.tell_trouble_to(told.append)
    scribe.keep(LINE, "h")
    with trouble(desks.store):
        for text in ("ha", "hal", "half"):
            scribe.keep(LINE, text)
        scribe.keep(NAME, "A")
        later.pass_time(3)
    later.pass_time(1)
    assert [sentence.split(" (")[0] for sentence in told] == ["Not saved", ""]


_PLACES = (LINE, NAME, ROLE)
_KEYS = st.lists(
    st.tuples(
        st.sampled_from(_PLACES),
        st.text("ab \n'", max_size=4),
        st.sampled_from([0.01, 0.2, 0.5, 0.79, 1.5]),
        st.booleans(),
    ),
    max_size=15,
)


@settings(max_examples=tries(25), deadline=None, derandomize=True)
@given(keys=_KEYS)
def test_nothing_is_lost_whenever_the_disk_is_in_trouble(
    keys: list[tuple[Unfinished, str, float, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desks = open_desks(tmp_path_factory.mktemp("scribe") / "n.db", ManualClock())
    scribe, _ = scribe_of(desks)
    typed = dict.fromkeys(_PLACES, "")
    for place, text, _, bad in keys:
        if bad:
            with trouble(desks.store):
                assert scribe.keep(place, text) is False
        else:
            assert scribe.keep(place, text) is True
        typed[place] = text
        assert {p: scribe.unfinished(p) for p in _PLACES} == typed
    scribe.settle()
    assert {p: desks.store.unfinished(p) for p in _PLACES} == typed
    assert (scribe.trouble, desks.store.unsynced) == ("", False)
    desks.close()


@settings(max_examples=tries(25), deadline=None, derandomize=True)
@given(keys=_KEYS)
def test_a_loss_of_power_takes_at_most_eight_tenths_of_a_second(
    keys: list[tuple[Unfinished, str, float, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    clock = ManualClock()
    desks = open_desks(tmp_path_factory.mktemp("scribe") / "n.db", clock)
    scribe, later = scribe_of(desks)
    oldest: float | None = None
    for place, text, rest, _ in keys:
        scribe.keep(place, text)
        if not desks.store.unsynced:
            oldest = None
        elif oldest is None:
            oldest = clock.monotonic()
        # A key that was not synced waits for a call no later than 0.8 s after it was typed.
        if oldest is not None:
            assert later.waits[0] <= oldest + SYNC_EVERY - clock.monotonic() + 1e-6
        if later.waits and rest >= later.waits[0]:
            oldest = None
        later.pass_time(rest)
    later.pass_time(SYNC_EVERY)
    assert not desks.store.unsynced
    desks.close()

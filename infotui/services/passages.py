"""The desk of passages: where what was found stands, and more of that place than one line."""

from collections.abc import Callable, Sequence
from typing import Final

from infotui.domain.debrief import TEXTS
from infotui.domain.errors import NotFoundError
from infotui.domain.hit import Hit
from infotui.domain.passage import Passage, PassageLine, Whereabouts
from infotui.domain.text import clean_line, fold
from infotui.storage.store import Store
from infotui.storage.views import contacts, debriefs, drafts, interviews, passages

_CAUGHT: Final = ("lead", "promise", "opening", "resource")
_OF_A_PERSON: Final = ("contact_tag", "contact_point", "contact")  # whose page says it


class PassageDesk:
    """The places that a search finds."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def where(self, hit: Hit) -> Whereabouts:
        """Tell where a hit stands now.

        Raises:
            NotFoundError: It is not there any more.
        """
        db = self._store.reading()
        if hit.noun not in passages.KNOWN:  # what the hit itself says still leads near
            talk = passages.where(db, "interview", hit.interview_id or 0) or Whereabouts()
            return talk._replace(
                contact_id=hit.contact_id or talk.contact_id, organization_id=hit.organization_id
            )
        spot = passages.where(db, hit.noun, hit.id)
        if spot is None:
            raise NotFoundError("That is not in the notebook any more.")
        return self._caught(hit, spot)._replace(goal_id=self._goal(hit))

    def _caught(self, hit: Hit, spot: Whereabouts) -> Whereabouts:
        """Leave the note out that something was caught in, where the words are not in it (K6).

        They were changed or added since; and why it ended stands in the history alone.
        """
        if hit.noun not in _CAUGHT:
            return spot
        told = spot.told if hit.part == "why not" else None
        words = [fold(hit.words[start:end]) for start, end in hit.marks]
        if spot.note_id is None or not words:
            return spot._replace(told=told)
        said = fold(passages.note_text(self._store.reading(), spot.note_id))
        has_them = all(word in said for word in words)
        return spot._replace(told=told, note_id=spot.note_id if has_them else None)

    def _goal(self, hit: Hit) -> int | None:
        """Tell which goal of a plan is meant: the one that has the words of the hit."""
        if hit.noun == "goal":
            return hit.id
        if hit.noun != "interview" or hit.part != "goal":
            return None
        goals = passages.goals_of(self._store.reading(), hit.id)
        words = hit.words.strip("…")
        having = [number for number, text in goals if words in clean_line(text)]
        return next(iter([*having, *(number for number, _ in goals)]), None)

    def passage(self, hit: Hit) -> Passage:
        """Give more of the place a hit stands in; without lines when it is there no more."""
        try:
            spot = self.where(hit)
        except NotFoundError:
            return Passage("", ())
        lines = _lines(self._store, hit, spot)
        return Passage(hit.who or hit.organization, tuple(ln for ln in lines if ln.text.strip()))

    def examples(self) -> tuple[str, ...]:
        """Give some queries that find something in this very notebook."""
        name, field, tag = passages.examples(self._store.reading())
        said = f"from:{_quoted(name)}" if name else ""
        tagged = f"kind:finding #{tag}" if tag else ""
        return tuple(text for text in (said, field and f"field:{_quoted(field)}", tagged) if text)


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words


def _lines(store: Store, hit: Hit, spot: Whereabouts) -> Sequence[PassageLine]:
    """Read the place: by itself, as a part of a talk, or as a line of somebody's history."""
    whole = _WHOLE.get(hit.noun)
    if whole is not None:
        return whole(store, hit.id)
    if spot.note_id is not None:
        return passages.around_note(store.reading(), spot.note_id)
    if hit.noun == "debrief" and spot.interview_id is not None:
        return _debrief(store, spot.interview_id, hit)
    if hit.noun in {"interview", "goal"} and spot.interview_id is not None:
        return _plan(store, spot, hit)
    if hit.noun in _OF_A_PERSON and spot.contact_id is not None:
        return _person(store, spot.contact_id)
    return passages.words_of(store.reading(), hit.noun, hit.id)


def _draft(store: Store, draft_id: int) -> Sequence[PassageLine]:
    row = drafts.one(store.reading(), draft_id)
    if row is None:
        return ()
    return (
        PassageLine("draft", f"{row.title}, {row.used_how or row.state}"),
        PassageLine("to", row.contact),
        PassageLine("subject", row.subject),
        PassageLine("", row.body, here=True),
    )


def _debrief(store: Store, interview_id: int, hit: Hit) -> Sequence[PassageLine]:
    row = debriefs.of(store.reading(), interview_id)
    if row is None:
        return ()
    return [PassageLine(name, row.text(field), _is(hit, name, field)) for field, _, name in TEXTS]


def _plan(store: Store, spot: Whereabouts, hit: Hit) -> Sequence[PassageLine]:
    sheet = interviews.plan(store.reading(), spot.interview_id or 0)
    if sheet is None:
        return ()
    goals = [PassageLine("goal", goal.text, goal.id == spot.goal_id) for goal in sheet.goals]
    texts = (
        ("why", "why", sheet.why), ("opening", "opening", sheet.opening),
        ("close", "close", sheet.close), ("if asked", "if_asked", sheet.if_asked),
        ("place", "place", sheet.interview.place), ("way in", "entry", sheet.interview.entry), ("field", "field", sheet.interview.field),
    )  # fmt: skip
    return [
        *goals,
        *(PassageLine(name, text, _is(hit, name, field)) for name, field, text in texts),
    ]


def _is(hit: Hit, name: str, field: str) -> bool:
    return fold(hit.part) in {name, field}


def _person(store: Store, contact_id: int) -> Sequence[PassageLine]:
    sheet = contacts.sheet(store.reading(), contact_id)
    if sheet is None:
        return ()
    return [
        PassageLine("", sheet.name, here=True),
        PassageLine("role", sheet.role),
        PassageLine("at", " · ".join(part for part in (sheet.organization, sheet.unit) if part)),
        PassageLine("field", sheet.field),
        PassageLine("tags", "  ".join(f"#{tag}" for tag in sheet.tags)),
        PassageLine("stage", sheet.stage),
        PassageLine("through", sheet.introduced_by),
        *(PassageLine(point.kind, point.value) for point in sheet.points),
        PassageLine("about", sheet.about),
    ]


# What is read by its own id, whole.
_WHOLE: Final[dict[str, Callable[[Store, int], Sequence[PassageLine]]]] = {
    "question": lambda store, number: passages.around_question(store.reading(), number),
    "research_note": lambda store, number: passages.research_note(store.reading(), number),
    "draft": _draft,
    "organization": lambda store, number: passages.organization(store.reading(), number),
}

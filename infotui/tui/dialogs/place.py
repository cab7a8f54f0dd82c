"""Asks where an interview takes place: the kind first, then what that kind needs, in one step (S23, S24, S37)."""

from collections.abc import Callable, Mapping

from infotui.domain.interview import PLACE_KINDS, InterviewRow
from infotui.domain.leaving import IN_PERSON, Leaving, say_leaving
from infotui.domain.place import PlaceForm
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.telling import TellsErrors

_WORDS = {
    "office": "Office: theirs, mostly",
    "coffee shop": "Coffee shop: you may offer to buy",
    "video": "Video: with a link",
    "telephone": "Telephone: with a number",
    "other": "Somewhere else",
}
# What stands for place and entry in the form of a kind: label and placeholder of each.
_LINES = {
    "video": (("Link", "https://…"), ("How to test it", "their test page, headphones, …")),
    "telephone": (("Number", "+49 30 1234567"), ("Who calls whom", "I call · she calls")),
}
_WALKED = (("Address", "12 Harbour Street"), ("Room and way in", "room 4.2, ring at Lind"))
_CHOSEN = "them or me; it is theirs to choose first"


def ask_place(
    screen: TellsErrors, desks: Desks, interview_id: int, done: Callable[[], object]
) -> None:
    """Ask for the place of an interview: its kind, then its own lines, all stored at once.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        interview_id: Of which interview.
        done: Called when the place was stored.
    """
    row = desks.scheduling.row(interview_id)

    def back(kind: str | None) -> None:
        if kind is not None:
            _ask_lines(screen, desks, row, kind, done)

    options = [(kind, _WORDS[kind]) for kind in PLACE_KINDS]
    words = "Where they like it best: invite them to choose."
    screen.ask(Choice(f"Where · {row.who}", options, words=words, at=row.place_kind), back)


def _ask_lines(
    screen: TellsErrors, desks: Desks, row: InterviewRow, kind: str, done: Callable[[], object]
) -> None:
    """Ask for what a kind of place needs."""
    scheduling = desks.scheduling
    before = scheduling.place_form(row.id, kind)

    def hand_in(values: Mapping[str, str]) -> bool:
        scheduling.set_place(row.id, PlaceForm(kind, **values))
        return True

    def back(stored: bool | None) -> None:
        if not stored:
            return
        now = scheduling.row(row.id)
        leave = say_leaving(scheduling.leaving(now), now.scheduled_at, desks.zone)
        said = " · ".join(part for part in (kind, now.place, leave) if part)
        screen.app.notify(f"{said}. u takes it back.", markup=False)
        done()

    (place, place_hint), (entry, entry_hint) = _LINES.get(kind, _WALKED)
    fields = [
        Field("place", place, before.place, place_hint),
        Field("entry", entry, before.entry, entry_hint),
    ]
    if kind in IN_PERSON:
        fields += _minutes(desks, row._replace(place_kind=kind), before)
    fields.append(Field("chosen", "Chosen by", before.chosen, _CHOSEN, ("them", "me")))
    screen.ask(Form(f"{kind.capitalize()} · {row.who}", fields, hand_in), back)


def _minutes(desks: Desks, row: InterviewRow, before: PlaceForm) -> list[Field]:
    """Give the lines from which leave-by is reckoned; the first says it back as one types."""
    usual = desks.settings.margin

    def echo(text: str) -> str:
        word = text.strip()
        if not (word.isascii() and word.isdigit() and len(word) < 5):
            return ""
        leaving: Leaving | None = desks.scheduling.leaving(row._replace(travel_minutes=int(word)))
        early = leaving.margin if leaving is not None else usual
        leave = say_leaving(leaving, row.scheduled_at, desks.zone)
        return f"{leave}, {early} minutes early" if leave else ""

    hint = "25; so that leave-by can be told"
    return [
        Field("travel", "Minutes on the way", before.travel, hint, echo=echo),
        Field("margin", "Minutes to be early", before.margin, f"empty: {usual}"),
    ]


def ask_resume(
    screen: TellsErrors, desks: Desks, interview_id: int, done: Callable[[], object]
) -> None:
    """Ask which file the resume is for this interview; says whether it is there (S39).

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        interview_id: For which interview.
        done: Called when it was stored.
    """
    scheduling = desks.scheduling

    def hand_in(values: Mapping[str, str]) -> bool:
        scheduling.set_resume(interview_id, values["resume"])
        return True

    def echo(text: str) -> str:
        if not text.strip():
            return ""
        return "it is there" if scheduling.is_there(text.strip()) else "there is no such file"

    usual = desks.settings.resume
    hint = f"empty: {usual}, as the settings say" if usual else "~/resume.pdf"
    field = Field("resume", "File", scheduling.row(interview_id).resume, hint, echo=echo)
    note = "It stays in the bag unless they ask for it."
    form = Form("The resume to take along", [field], hand_in, note=note)
    screen.ask(form, lambda stored: stored and done())

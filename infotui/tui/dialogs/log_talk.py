"""Asks for a talk that took place: who, where, when and how long; in under a minute (S14)."""

from collections.abc import Mapping

from infotui.domain.interview import InterviewRow
from infotui.domain.kept import form_field
from infotui.domain.moment import say_when
from infotui.services.desks import Desks
from infotui.services.past_talks import USUAL_MINUTES
from infotui.tui.dialogs.form import Field, Form

_WHEN = "last tue · yesterday 15:00 · 12 nov"
_FORM = "log"
_MOST_NAMES = 2_000  # that complete what is typed


def log_talk(desks: Desks, name: str = "", organization: str = "") -> Form:
    """Make the form that logs a talk with anybody; gives the interview's id.

    Args:
        desks: The open notebook.
        name: With whom, when that is known already.
        organization: Where they work, when that is known already.
    """
    scribe = desks.scribe
    places = {
        field: form_field(_FORM, field) for field in ("who", "organization", "when", "minutes")
    }
    before = {field: scribe.unfinished(place) for field, place in places.items()}
    if name and name != before["who"]:
        before = dict.fromkeys(before, "")  # half-typed words about somebody else

    def hand_in(values: Mapping[str, str]) -> int:
        interview_id = desks.past_talks.log(
            values["who"], values["when"], values["organization"], values["minutes"]
        )
        for place in places.values():
            if scribe.unfinished(place):
                scribe.forget(place)
        return interview_id

    people = [row.name for row in desks.contacts.page("", 0, _MOST_NAMES)]
    fields = [
        Field("who", "With whom", before["who"] or name, "Amina Patel", people),
        Field("organization", "Organization", before["organization"] or organization,
              "empty: where they work", desks.contacts.organizations()),
        Field("when", "When", before["when"], _WHEN),
        _minutes(before["minutes"]),
    ]  # fmt: skip
    note = "What you had typed before is here again." if any(before.values()) else ""
    return Form(
        "A talk that took place", fields, hand_in,
        keep=lambda field, text: scribe.keep(places[field], text), note=note,
    )  # fmt: skip


def hold_talk(desks: Desks, interview: InterviewRow) -> Form:
    """Make the form that says when a planned interview took place; gives the interview's id."""
    at = interview.scheduled_at
    planned = say_when(at, desks.zone, desks.followups.today()) if at is not None else ""

    def hand_in(values: Mapping[str, str]) -> int:
        return desks.past_talks.hold(interview.id, values["when"], values["minutes"])

    hint = f"empty: as planned, {planned}" if planned else _WHEN
    fields = [Field("when", "When", "", hint), _minutes("")]
    return Form(f"It took place: {interview.who}", fields, hand_in)


def _minutes(value: str) -> Field:
    return Field("minutes", "Minutes", value, f"empty: {USUAL_MINUTES}")

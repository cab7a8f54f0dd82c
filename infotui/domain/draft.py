"""What a draft is: its kinds, the blanks each may fill, its rows; words and files are left to others (S22)."""

from datetime import datetime
from typing import Final, Literal, NamedTuple

from infotui.domain.blanks import blanks_in
from infotui.domain.outreach import Channel
from infotui.domain.text import clean_line

How = Literal["copied", "file", "mail", "said", "sent"]

# Every blank that a template may use at all, and what it stands for.
BLANKS: Final[dict[str, str]] = {
    "name": "their first name",
    "full_name": "their whole name",
    "organization": "where they work",
    "unit": "their unit, team or office",
    "profession": "what they do",
    "field": "the field of work",
    "region": "where I look",
    "me": "my name (name in settings.toml)",
    "about_me": "a sentence on who I am (about in settings.toml)",
    "my_email": "my e-mail address (email in settings.toml)",
    "my_phone": "my telephone number (phone in settings.toml)",
    "my_address": "my postal address (address in settings.toml)",
    "today": "the day of today",
    "why": "why this person",
    "goal": "what the talk is for",
    "minutes": "how long the talk is meant to take",
    "introducer": "the first name of whoever led me to them, if I may say so",
    "introducer_full": "the whole name of whoever led me to them, if I may say so",
    "target": "the whole name of the one I want to meet",
    "target_name": "the first name of the one I want to meet",
    "target_organization": "where the one I want to meet works",
    "notice": "the sentence by which I ask to be copied or told",
    "when": "the time of the talk where I am",
    "their_when": "the time of the talk where they are, if that is another",
    "place": "where we meet",
    "link": "the link of a video call",
    "entry": "the room, and how to get in",
    "sent_on": "the day I wrote before",
    "talk_day": "the day of our talk",
    "said_one": "something they said in the talk",
    "said_two": "another thing they said in it",
    "promise": "what I promised them",
    "lead": "the lead of theirs that I will not follow",
    "resource": "what I pass on to them",
    "did": "what they did for me, as it goes on after “you”",
    "outcome": "how my search has ended",
}

_EVERYBODY: Final = (
    "name", "full_name", "organization", "unit", "profession", "field", "region", "me",
    "about_me", "my_email", "my_phone", "my_address", "today",
)  # fmt: skip
_ASKING: Final = ("why", "goal", "minutes", "introducer", "introducer_full")
_THIRD: Final = ("target", "target_name", "target_organization", "why", "minutes")
_MEETING: Final = ("when", "their_when", "place", "link", "entry", "minutes")
_SAID: Final = ("talk_day", "said_one", "said_two")


class DraftKind(NamedTuple):
    """A kind of draft.

    Its `key` is also the name of its template's file. `channel` is the way it goes; `to` says whether
    it is for the one I want to meet or for whoever brings us together; what reaches out for the first
    time may name an introducer; what comes `after` a talk is filled from the talk that was held.
    """

    key: str
    title: str
    channel: Channel
    blanks: frozenset[str]
    to: Literal["them", "introducer"] = "them"
    reaches_out: bool = False
    after: bool = False


def _kind(
    key: str, title: str, channel: Channel, own: tuple[str, ...], *,
    to: Literal["them", "introducer"] = "them", reaches_out: bool = False,
) -> tuple[str, DraftKind]:  # fmt: skip
    return key, DraftKind(key, title, channel, frozenset({*_EVERYBODY, *own}), to, reaches_out)


def _after(key: str, title: str, channel: Channel, *own: str) -> tuple[str, DraftKind]:
    return key, DraftKind(key, title, channel, frozenset({*_EVERYBODY, *own}), after=True)


KINDS: Final[dict[str, DraftKind]] = dict(
    (
        _kind("request-email", "Request by e-mail", "e-mail", _ASKING, reaches_out=True),
        _kind("request-letter", "Request by letter", "letter", _ASKING, reaches_out=True),
        _kind("telephone-script", "What to say on the telephone", "telephone", _ASKING,
              reaches_out=True),
        _kind("introduction-ask", "Ask for an introduction", "e-mail", (*_THIRD, "notice"),
              to="introducer"),
        _kind("introduction-reminder", "Remind of an introduction", "e-mail",
              (*_THIRD, "notice", "sent_on"), to="introducer"),
        _kind("introduced-email", "After an introduction", "e-mail", _ASKING, reaches_out=True),
        _kind("mention-ask", "Ask whether I may name them", "e-mail", _THIRD, to="introducer"),
        _kind("follow-up", "Follow up, no answer yet", "e-mail", (*_ASKING, "sent_on"),
              reaches_out=True),
        _kind("confirmation", "Confirm time and place", "e-mail", _MEETING),
        _kind("reschedule", "Ask for another time", "e-mail", _MEETING),
        _after("thank-you-card", "Thank-you card, by hand", "letter", *_SAID),
        _after("thank-you-mail", "Thank-you mail", "e-mail", *_SAID, "promise"),
        _after("promise-mail", "Send what I promised", "e-mail", "talk_day", "promise"),
        _after("courtesy-note", "Say that I drop a lead", "e-mail", "talk_day", "lead"),
        _after("resource-mail", "Pass something on", "e-mail", *_SAID[:2], "resource"),
        _after("in-touch-mail", "Be in touch again", "e-mail", *_SAID[:2], "did"),
        _after("outcome-mail", "Tell how it ended", "e-mail", *_SAID[:2], "did", "outcome"),
    )
)  # fmt: skip


class DraftRow(NamedTuple):
    """A draft as a page or a history shows it."""

    id: int
    contact_id: int
    contact: str
    interview_id: int | None
    introduction_id: int | None
    kind: str
    subject: str
    body: str
    state: str
    made_at: datetime
    used_at: datetime | None
    used_how: str

    @property
    def title(self) -> str:
        """What kind it is, in words."""
        known = KINDS.get(self.kind)
        return known.title if known else self.kind

    @property
    def has_subject(self) -> bool:
        """Whether a subject belongs to it."""
        return self.kind not in KINDS or KINDS[self.kind].channel == "e-mail"


class Offer(NamedTuple):
    """A draft that could be written now, and the words by which it is chosen."""

    kind: str
    contact_id: int
    interview_id: int | None = None
    introduction_id: int | None = None
    target_id: int | None = None
    words: str = ""
    thing_id: int | None = None  # the promise, lead or resource it is about


def open_blanks(subject: str, body: str) -> tuple[str, ...]:
    """Name the blanks that are still open, each once, in the order they stand."""
    return tuple(dict.fromkeys(blanks_in(f"{subject}\n{body}")))


def blank_places(text: str) -> list[tuple[int, int]]:
    """Give where each open blank of a text begins and ends."""
    places, start = [], 0
    for name in blanks_in(text):
        begin = text.index(f"{{{name}}}", start)
        start = begin + len(name) + 2
        places.append((begin, start))
    return places


def as_text(row: DraftRow) -> str:
    """Give a draft as one text: an e-mail with its subject in the first line, and in no other.

    So nothing in it is taken for a header, whatever was stored.
    """
    return join(clean_line(row.subject) if row.has_subject else None, row.body)


def join(subject: str | None, body: str) -> str:
    """Give subject and body as one text; None where there is no subject."""
    body = body.rstrip("\n") + "\n"
    return body if subject is None else f"Subject: {subject}\n\n{body}"


def part(text: str, subject: str | None) -> tuple[str, str]:
    """Take a text apart again into subject and body.

    Args:
        text: What `join` gave, by now perhaps changed.
        subject: What the subject was; it stays when there is none in the text any more, and None
            when none belongs to it.
    """
    first, _, rest = text.partition("\n")
    head, colon, said = first.partition(":")
    if subject is not None and colon and head.strip().casefold() == "subject":
        return said.strip(), rest.strip("\n")
    return subject or "", text.strip("\n")


THANKS: Final = {"card": "thank-you-card", "mail": "thank-you-mail"}


def how_used(kind: str, last: str = "") -> How:
    """Tell how a draft was used: as it was handed on last, else as its kind goes."""
    if last in {"copied", "file", "mail"}:
        return last  # type: ignore[return-value]
    known = KINDS.get(kind)
    return "said" if known and known.channel == "telephone" else "sent"

"""Which texts are saved as they are typed, and the names by which a place for words is found again."""

from dataclasses import dataclass
from typing import Final

KEPT_FIELDS: Final[frozenset[tuple[str, str]]] = frozenset(
    {
        ("note", "text"),
        ("research_note", "body"),
        ("research_note", "source"),
        ("question", "text"),
        ("goal", "text"),
        ("interview", "why"),
        ("interview", "place"),
        ("interview", "opening"),
        ("interview", "close"),
        ("interview", "if_asked"),
        ("interview", "entry"),
        ("introduction", "why"),
        ("draft", "subject"),
        ("draft", "body"),
        ("contact", "about"),
        ("debrief", "learned"),
        ("debrief", "went_well"),
        ("debrief", "differently"),
    }
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A text of a record that follows every key: which noun, which of its fields, which record."""

    noun: str
    field: str
    id: int

    def __post_init__(self) -> None:
        if (self.noun, self.field) not in KEPT_FIELDS:
            raise ValueError(f"{self.noun}.{self.field} is not saved as it is typed")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Words that are no record yet, such as a half-typed line; `place` says where they stand."""

    place: str


Place = Kept | Unfinished


def live_line(interview_uuid: str) -> Unfinished:
    """The place of the note line of a live interview."""
    return Unfinished(f"live:{interview_uuid}")


def form_field(form: str, field: str) -> Unfinished:
    """The place of one field of a form that was not handed in yet."""
    return Unfinished(f"form:{form}:{field}")


def typed_up(interview_uuid: str) -> Unfinished:
    """The place of notes that are being typed up after an interview."""
    return Unfinished(f"typed:{interview_uuid}")

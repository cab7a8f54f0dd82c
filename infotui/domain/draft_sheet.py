"""A draft with what must be known while one writes it, and what is remarked on its words (S7, M4)."""

from typing import Final, NamedTuple

from infotui.domain.asking_for_a_job import asks_for_a_job
from infotui.domain.draft import KINDS, DraftRow, open_blanks
from infotui.domain.naming import Referrer


class DraftSheet(NamedTuple):
    """A draft, where it goes, and who is not to be named in it."""

    row: DraftRow
    email: str  # the first address; empty when none is known
    phone: str
    address: str
    unnamed: tuple[Referrer, ...]  # who said no
    unasked: tuple[Referrer, ...]  # whom I have not asked
    spared: tuple[str, ...]  # names that may stand in it
    subject_id: int  # whom it is about: whoever it is for, or the one I want to meet
    has_introducer: bool = False
    met: bool = False  # who has met needs nobody's name to come with
    through: tuple[Referrer, ...] = ()  # through whom I came, of which nothing else is known

    @property
    def way_name(self) -> str:
        """What leads it there: an e-mail address, a number, a postal address."""
        channel = KINDS[self.row.kind].channel if self.row.kind in KINDS else ""
        return {"letter": "postal address", "telephone": "number"}.get(channel, "e-mail address")

    @property
    def way(self) -> str:
        """That address or number; empty when it is not known."""
        ways = {"letter": self.address, "telephone": self.phone}
        return ways.get(KINDS[self.row.kind].channel if self.row.kind in KINDS else "", self.email)

    @property
    def held_for(self) -> Referrer | None:
        """Whom to ask first whether I may name them; until then the draft is held (M4)."""
        kind = KINDS.get(self.row.kind)
        if kind is None or not kind.reaches_out or self.has_introducer or self.met:
            return None
        return self.unasked[0] if self.unasked else None

    @property
    def worth_asking(self) -> Referrer | None:
        """Through whom I came to them, where they never said whether I may say so; that holds nothing."""
        kind = KINDS.get(self.row.kind)
        if kind is None or not kind.reaches_out or self.met:
            return None
        return self.through[0] if self.through else None


_ASK: Final = KINDS["mention-ask"].title


class Remarks(NamedTuple):
    """What there is to say on the words of a draft; none of it blocks anything."""

    blanks: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    named: tuple[str, ...] = ()  # who said no and is named all the same
    too_early: tuple[str, ...] = ()  # who is named and was not asked yet
    never_asked: tuple[Referrer, ...] = ()  # through whom I came; they said nothing of it yet

    def sentences(self) -> tuple[str, ...]:
        """Say what speaks against the words, the gravest first."""
        said = [f"{name} asked not to be named, and the text names them." for name in self.named]
        said += [
            f"{name} is named, and was not asked yet whether that is well."
            for name in self.too_early
        ]
        for through in self.never_asked:
            how = f": “{_ASK}” is the draft for it" if through.contact_id else ""
            said.append(f"{through.name} is named, and was never asked whether that is well{how}.")
        if self.asking:
            phrases = ", ".join(f"“{phrase}”" for phrase in self.asking[:3])
            said.append(f"This asks for a job: {phrases}. Ask for what they know instead.")
        return tuple(said)


def remarks(sheet: DraftSheet, subject: str, body: str) -> Remarks:
    """Remark on the words of a draft as they stand.

    Whoever said no is looked for in every draft; whoever was not asked, where one writes to
    somebody for the first time.
    """
    text = f"{subject}\n\n{body}"
    kind = KINDS.get(sheet.row.kind)
    early = sheet.unasked if kind is not None and kind.reaches_out and not sheet.met else ()
    through = sheet.worth_asking
    never = {r.name for r in sheet.unnamed}
    also = (through,) if through is not None and through.name not in never else ()
    return Remarks(
        open_blanks(subject, body),
        asks_for_a_job(text),
        tuple(r.name for r in sheet.unnamed if r.is_named_in(text, sheet.spared)),
        tuple(r.name for r in early if r.is_named_in(text, sheet.spared)),
        tuple(r for r in also if r.is_named_in(text, sheet.spared)),
    )

"""How screens ask for introductions and outreach, and show them: chains of dialogs, and lines for a page."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from infotui.domain.interview import BEFORE_LIVE
from infotui.domain.introduction import IntroductionRow, next_step, ways_on
from infotui.domain.moment import say_due, say_when
from infotui.domain.outreach import CHANNELS, OutreachRow
from infotui.services.desks import Desks
from infotui.services.outreach import Reached
from infotui.tui.dialogs.choice import Choice, Option
from infotui.tui.dialogs.form import Field
from infotui.tui.dialogs.introducer import Introducer
from infotui.tui.dialogs.kept_form import kept_form
from infotui.tui.dialogs.who import Known
from infotui.tui.frame import Frame
from infotui.tui.telling import UNDO, Done, nothing

_NOTICES: Final[tuple[Option, ...]] = (
    ("copied", "I am copied: the message comes to me as well"),
    ("told", "I am told when it has gone out"),
    ("", "That is open still"),
)
_WAYS: Final[dict[str, str]] = {
    "asked": "asked: I have asked them",
    "contact made": "contact made: they have put us in touch",
    "followed up": "followed up: I have written or rung",
    "led to interview": "led to interview: they will talk with me",
    "declined": "declined: it will not be",
    "lapsed": "lapsed: I let it go",
    "draft": "draft: I have not asked yet",
}
_REMIND: Final = "remind"
_WRITE: Final = "write"


# ── an introduction that is asked for ────────────────────────────────────────────────────────────


def ask_introduction(
    screen: Frame,
    desks: Desks,
    target_id: int,
    interview_id: int | None = None,
    done: Done = nothing,
) -> None:
    """Ask who is to introduce me to a contact, whether I am copied or told, and why (S19, S20)."""
    target = desks.contacts.sheet(target_id).name

    def find(typed: str) -> list[Known]:
        return [Known(*row) for row in desks.introductions.introducers(target_id, typed)]

    def taken(who: Known | None) -> None:
        if who is not None:
            screen.ask(Choice(f"How will you know that {who.name} did?", _NOTICES, at="copied"),
                       lambda notice: noticed(who, notice))  # fmt: skip

    def noticed(who: Known, notice: str | None) -> None:
        if notice is None:
            return

        def hand_in(values: Mapping[str, str]) -> int:
            introducer = who.name if who.id is None else who.id
            return desks.introductions.begin(
                introducer, target_id, notice, values["why"], interview_id
            )

        hint = "empty for now; or in a line, as they may pass it on"
        fields = [Field("why", f"Why you want to meet {target}", "", hint)]
        title = f"{who.name} to introduce you to {target}"
        screen.ask(
            kept_form(desks, f"introduction-{target_id}-{who.id or 'new'}", title, fields, hand_in),
            lambda made: _tell_draft(screen, desks, made, done),
        )

    title = f"Who can introduce you to {target}?"
    screen.ask(Introducer(title, find, lambda row, name: row or Known(None, name, "")), taken)


def _tell_draft(screen: Frame, desks: Desks, introduction_id: int | None, done: Done) -> None:
    if introduction_id is not None:
        row = desks.introductions.one(introduction_id)
        said = f"Next: ask {row.introducer}. It waits under your moves until you have. {UNDO}"
        screen.notify(said, markup=False)
        done()


def show_introduction(
    screen: Frame, desks: Desks, introduction_id: int, done: Done = nothing
) -> None:
    """Show how far an introduction has come, and ask for its next step (S20, S21)."""
    row = desks.introductions.one(introduction_id)

    def back(way: str | None) -> None:
        if way == _WRITE:
            ask_outreach(screen, desks, row.target_id, row.interview_id, done)
        elif way == _REMIND:
            due = desks.introductions.remind(row.id)
            again = say_due(due, desks.followups.today())
            screen.notify(f"{row.introducer} is reminded; wait until {again}. {UNDO}", markup=False)
            done()
        elif way is not None:
            desks.introductions.move(row.id, way)
            screen.notify(f"{row.words}: {_said_after(desks, row, way)}{UNDO}", markup=False)
            done()

    steps = "\n".join(_steps(desks, row))
    screen.ask(Choice(row.words, _options(row), words=steps, at=next_step(row.state)), back)


def _options(row: IntroductionRow) -> list[Option]:
    ways = [(way, _WAYS[way]) for way in ways_on(row.state)]
    if row.state == "asked":
        ways.insert(1, (_REMIND, "reminded: I have asked again, gently"))
    if row.state == "contact made":
        ways.insert(0, (_WRITE, "wrote or rang: note it, and wait for the answer"))
    return ways


def _said_after(desks: Desks, row: IntroductionRow, way: str) -> str:
    """Say what a step means for the next one; the stage is suggested, never set (S11)."""
    if way == "contact made":
        hint = desks.introductions.stage_hint(row.id)
        stage = f" Their stage could be “{hint}” now." if hint else ""
        return f"contact made. Your follow-up is due the next working day.{stage} "
    return f"{way}. "


def _steps(desks: Desks, row: IntroductionRow) -> list[str]:
    """Give what has happened to an introduction, each with its day."""
    told = {"copied": "you are copied", "told": "they tell you", "": ""}[row.notice]
    dated = (("asked", row.asked_at), ("reminded", row.reminded_at),
             ("contact made", row.made_at), ("followed up", row.followed_at))  # fmt: skip
    steps = [f"{_when(desks, at)}  {what}" for what, at in dated if at is not None]
    if not steps:
        steps = ["Not asked yet."]
    now = " · ".join(part for part in (row.why, told, row.advice) if part)
    return [*steps, *([now] if now else [])]


def _when(desks: Desks, at: datetime) -> str:
    return say_when(at, desks.zone, desks.followups.today())


# ── outreach and its answer ──────────────────────────────────────────────────────────────────────


def ask_outreach(
    screen: Frame,
    desks: Desks,
    contact_id: int,
    interview_id: int | None = None,
    done: Done = nothing,
) -> None:
    """Ask by which way and when I wrote or rang, and keep it; what waited for it moves along."""
    sheet = desks.contacts.sheet(contact_id)
    about = interview_id if interview_id is not None else desks.outreach.meant_interview(contact_id)
    before = desks.outreach.of_contact(contact_id)
    reach = {point.kind for point in sheet.points}
    likely = "telephone" if "phone" in reach and "email" not in reach else "e-mail"

    def chosen(channel: str | None) -> None:
        if channel is None:
            return

        def hand_in(values: Mapping[str, str]) -> Reached:
            return desks.outreach.log(
                contact_id, channel, values["when"], values["path"], values["words"], about
            )

        fields = [
            Field("when", "When", "", "empty: just now · yesterday 15:00 · last tue"),
            Field("path", "Path: warm through somebody, cold without",
                  desks.outreach.likely_path(contact_id), "warm or cold", ("warm", "cold")),
            Field("words", "To remember", "", "empty, or a few words of it"),
        ]  # fmt: skip
        title = f"{channel.capitalize()} to {sheet.name}"
        screen.ask(
            kept_form(desks, f"outreach-{contact_id}", title, fields, hand_in),
            lambda reached: _tell_sent(screen, desks, reached, done),
        )

    at = before[0].channel if before else likely
    screen.ask(Choice(f"How did you reach out to {sheet.name}?",
                      [(way, way) for way in CHANNELS], at=at), chosen)  # fmt: skip


def _tell_sent(screen: Frame, desks: Desks, reached: Reached | None, done: Done) -> None:
    if reached is not None:
        row = desks.outreach.one(reached.id)
        waits = desks.outreach.advice(row.contact_id)
        _tell(screen, f"Kept: {row.channel} to {row.contact}; {waits}", reached.moved)
        done()


def ask_answer(screen: Frame, desks: Desks, outreach_id: int, done: Done = nothing) -> None:
    """Ask what came back from somebody, or keep that I wrote again."""
    row = desks.outreach.one(outreach_id)
    options: list[Option] = [
        ("yes", "yes: they will talk with me"),
        ("later", "later: not now, perhaps another time"),
        ("no", "no: they would rather not"),
        (_WRITE, "nothing yet, and I wrote or rang again"),
        ("none", "none: I let it rest"),
    ]

    def back(answer: str | None) -> None:
        if answer == _WRITE:
            ask_outreach(screen, desks, row.contact_id, row.interview_id, done)
        elif answer is not None:
            reached = desks.outreach.answer(row.id, answer)
            moved = [*reached.moved, *_planned(desks, row, answer)]
            _tell(screen, f"Answer of {row.contact}: {answer}", moved)
            done()

    since = f"{row.channel.capitalize()}, {_when(desks, row.sent_at)}"
    fair = desks.outreach.advice(row.contact_id)
    words = " · ".join(part for part in (since, fair) if part)
    screen.ask(Choice(f"What came back from {row.contact}?", options, words=words), back)


def _planned(desks: Desks, row: OutreachRow, answer: str) -> list[str]:
    """Let a talk that was agreed to have a plan, so that it is not lost sight of."""
    coming = [t for t in desks.contacts.talks_with(row.contact_id) if t.state in BEFORE_LIVE]
    if answer != "yes" or coming:
        return []
    talk = desks.plans.plan_with(row.contact_id)
    desks.scheduling.move(talk, "agreed", "they said yes")
    return ["a talk with them is planned, 3 leads to it"]


def _tell(screen: Frame, said: str, moved: Sequence[str]) -> None:
    more = "".join(f"; {what}" for what in moved)
    screen.notify(f"{said}{more}. {UNDO}", markup=False)

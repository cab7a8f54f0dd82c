"""Search from any screen, and the way to what was found: the very line, wherever it stands (K6)."""

from typing import Any

from textual.app import App
from textual.widgets import Input

from infotui.domain.hit import Hit
from infotui.domain.interview import HAS_BEEN
from infotui.domain.passage import Whereabouts
from infotui.services.desks import Desks
from infotui.tui.afterwards.ending import show_outcome
from infotui.tui.afterwards.opening import show_openings
from infotui.tui.afterwards.referring import ask_lead
from infotui.tui.afterwards.sharing import show_resources
from infotui.tui.afterwards.thanking import ask_promise
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.dialogs.go_to import GoTo
from infotui.tui.dialogs.keys import AllKeys
from infotui.tui.dialogs.search import SearchDialog
from infotui.tui.drafting import open_again
from infotui.tui.frame import Frame
from infotui.tui.palette import Palette
from infotui.tui.routes import (
    OpenContact,
    OpenConversation,
    OpenPlan,
    OpenResearch,
    Route,
    Sought,
    ToldLine,
    WayBack,
    to_talk,
)
from infotui.tui.telling import Done, TellsErrors, nothing
from infotui.tui.widgets.filter_line import FilterLine


def seek(
    teller: TellsErrors, desks: Desks, sought: list[str], begins_at: tuple[str, int] | None = None
) -> None:
    """Open the search over whatever is in sight, then go to what was chosen.

    Args:
        teller: The program.
        desks: The open notebook.
        sought: The queries of this sitting, the latest first.
        begins_at: What was sought when one went from here, and which place was under the cursor.
    """
    app = teller.app
    above = app.screen
    if isinstance(above, SearchDialog):
        above.begin_anew()
        return
    if any(isinstance(screen, Frame) and screen.keeps_here() for screen in app.screen_stack):
        return  # it has said so itself
    if isinstance(above, GoTo | AllKeys):
        above.answer(None)
    elif isinstance(above, Palette):
        above.dismiss(None)
    calm = any(screen.has_class("-quiet") for screen in app.screen_stack)

    dialog = SearchDialog(desks, sought, calm=calm)
    dialog.begins_at = begins_at

    def back(hit: Hit | None) -> None:
        if hit is not None:
            follow(teller, desks, hit, lambda: seek(teller, desks, sought, dialog.left_at))

    teller.ask(dialog, back)


def follow(teller: TellsErrors, desks: Desks, hit: Hit, again: Done = nothing) -> None:
    """Go to the place of a hit; Escape there leads back to what was found.

    Raises:
        NotFoundError: It is not there any more.
    """
    spot = desks.passages.where(hit)
    route = way_to(hit, spot)
    if route is None:
        _open(teller, desks, hit)
        return
    app = teller.app
    is_covered = _uncover(app, route.mode)
    if again is not nothing:
        route.way_back = WayBack(app.current_mode, again)
    app.post_message(route)
    if is_covered:  # said when it is shown, for what was said before is gone then
        app.call_later(
            app.notify, "Something is open over it: leave that, and it is in sight.", markup=False
        )


def way_to(hit: Hit, spot: Whereabouts) -> Route | None:
    """Give the way to a hit; none where a dialog of its own shows it."""
    if hit.noun in {"draft", "outcome"}:
        return None
    if hit.noun == "research_note":
        return _to_research(spot, hit.id)
    if spot.told is not None and spot.contact_id is not None:
        return OpenContact(spot.contact_id, ToldLine(*spot.told, hit.noun, hit.id))
    if hit.noun in _BY_THEMSELVES and spot.note_id is None:
        return None
    if spot.interview_id is not None:
        return _to_talk(hit, spot, spot.interview_id)
    return _to_person(hit, spot.contact_id) if spot.contact_id is not None else _to_research(spot)


def _to_person(hit: Hit, contact_id: int) -> Route:
    """Give the way to a fact on somebody's page."""
    return OpenContact(contact_id, _sought(hit))


def _sought(hit: Hit) -> Sought:
    return Sought(hit.part, tuple(hit.words[start:end] for start, end in hit.marks))


def _to_talk(hit: Hit, spot: Whereabouts, talk: int) -> Route:
    """Give the way to what belongs to an interview: its plan, its debrief, a note of it."""
    if hit.kind == "talk":
        return to_talk(talk, spot.state, None)
    if hit.noun in {"goal", "interview"}:
        key = _ROWS.get(hit.part, hit.part)
        return OpenPlan(talk, ("plan", key if spot.goal_id is None else f"goal {spot.goal_id}"))
    if hit.noun == "debrief":
        return OpenConversation(talk, debrief=True, sought=_sought(hit))
    if hit.noun == "question" and spot.state != "live" and spot.note_id is None:
        return OpenPlan(talk, ("question", hit.id))
    if hit.noun == "question" and spot.state in HAS_BEEN:
        return OpenConversation(talk, note_id=spot.note_id, question_id=hit.id)
    return to_talk(talk, spot.state, spot.note_id)


def _to_research(spot: Whereabouts, note_id: int | None = None) -> Route | None:
    if spot.contact_id is not None:
        return OpenResearch("contact", spot.contact_id, note_id)
    if spot.organization_id is not None:
        return OpenResearch("organization", spot.organization_id, note_id)
    return None


# The rows of a plan that are called otherwise than the parts which are found.
_ROWS = {"if asked": "if_asked", "way in": "entry"}
# What was caught in no note has a dialog of its own.
_BY_THEMSELVES = frozenset({"lead", "promise", "opening", "resource"})


def _open(teller: TellsErrors, desks: Desks, hit: Hit) -> None:
    """Open the dialog that shows a hit, over the screen in sight."""

    def done(_left: object = None) -> None:
        for screen in teller.app.screen_stack:
            if isinstance(screen, Frame) and screen.is_mounted:
                screen.read_anew()

    if hit.noun == "draft":
        open_again(teller, desks, hit.id, done)
    elif hit.noun == "outcome":
        show_outcome(teller, desks, done)
    elif hit.noun == "lead":
        ask_lead(teller, desks, hit.id, done)
    elif hit.noun == "promise":
        ask_promise(teller, desks, hit.id, done)
    elif hit.noun == "opening":
        show_openings(teller, desks, hit.id)
    elif hit.noun == "resource":
        show_resources(teller, desks, done, hit.id)


def _uncover(app: App[Any], mode: str) -> bool:
    """Leave the dialogs over a screen, as Escape does, but none in which words would be lost.

    Returns:
        Whether something is left over it.
    """
    for screen in reversed(app._screen_stacks.get(mode, [])):
        if not isinstance(screen, Dialog) or isinstance(screen, SearchDialog):
            continue
        typed = [entry for entry in screen.query(Input) if not isinstance(entry, FilterLine)]
        leave = getattr(screen, "action_leave", None)
        if leave is None or any(entry.value.strip() for entry in typed):
            return True
        leave()
    return False

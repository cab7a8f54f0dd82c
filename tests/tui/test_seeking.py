"""From a hit to its very line: what is in sight afterwards, and where the cursor stands."""

import pytest

from infotui.domain.clock import instant_text
from infotui.domain.errors import NotFoundError
from infotui.domain.hit import Hit, HitKind
from infotui.domain.kept import Kept
from infotui.domain.passage import Whereabouts
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.debrief import DebriefDialog
from infotui.tui.dialogs.draft import DraftDialog
from infotui.tui.dialogs.form import Form
from infotui.tui.dialogs.openings import Openings
from infotui.tui.dialogs.outcome import OutcomeQueue
from infotui.tui.dialogs.resources import Resources
from infotui.tui.dialogs.search import SearchDialog
from infotui.tui.routes import (
    OpenContact,
    OpenConversation,
    OpenLive,
    OpenPlan,
    OpenRehearsal,
    OpenResearch,
)  # fmt: skip
from infotui.tui.seeking import follow, way_to
from infotui.tui.telling import TellsErrors
from infotui.tui.widgets.kept_area import KeptArea
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
    lay_reaching,
)
from tests.tui.pilots import SMALL, USUAL, Hands, at
from tests.tui.searches import gone_to, sought


def a_hit(kind: HitKind, noun: str, number: int = 1, **more: object) -> Hit:
    return Hit(kind, noun, number, "Ana", None, "words", ())._replace(**more)


async def followed(hands: Hands, desks: Desks, hit: Hit) -> None:
    app = hands.app
    assert isinstance(app, TellsErrors)
    follow(app, desks, hit)
    await hands.settle()


async def test_a_note_of_a_held_talk_is_under_the_cursor_in_review(desks: Desks) -> None:
    a_held_interview(desks, "apples", "pears", "* quinces are rare", "plums")
    a_held_interview(desks, "later apples", contact_id=a_contact(desks, "Ben Ito"))
    async with at(desks, "contacts") as hands:
        await gone_to(hands, "pears", "note")
        assert (hands.mode, hands.focused) == ("review", "talk")
        assert hands.row("#talk").note.text == "pears"
        assert "pears" in hands.seen("#talk")
        await gone_to(hands, "quinces", "finding")  # from Review to Review
        assert hands.row("#talk").note.text == "* quinces are rare"
        await hands.resize(SMALL)
        await gone_to(hands, "pears", "note")
        assert "pears" in hands.seen("#talk")


async def test_what_was_caught_leads_to_the_line_it_was_caught_in(desks: Desks) -> None:
    a_held_interview(
        desks,
        "> Cy Cole, opera",
        "! send the papers",
        "$ a post at the mill",
        "& the atlas of mills",
    )
    async with at(desks) as hands:
        for kind, noun, text in (
            ("lead", "lead", "> Cy Cole, opera"), ("my promise", "promise", "! send the papers"),
            ("opening", "opening", "$ a post at the mill"),
            ("resource", "resource", "& the atlas of mills"),
        ):  # fmt: skip
            await followed(hands, desks, a_hit(kind, noun))  # type: ignore[arg-type]
            assert hands.row("#talk").note.text == text


async def test_a_note_of_the_talk_that_is_on_leads_to_live(desks: Desks) -> None:
    a_live_interview(desks, "apples")
    async with at(desks, "contacts") as hands:
        await gone_to(hands, "apples", "note")
        assert (hands.mode, hands.focused) == ("live", "line")
        assert "apples" in hands.seen("#notes")


async def test_an_early_note_of_the_talk_that_is_on_is_in_sight_and_the_line_keeps_the_keys(
    desks: Desks,
) -> None:
    a_live_interview(desks, "quinces", *(f"line {number}" for number in range(40)))
    async with at(desks, "contacts") as hands:
        await gone_to(hands, "quinces", "note")
        assert (hands.mode, hands.focused) == ("live", "line")
        assert "quinces" in hands.seen("#notes")
        assert hands.row("#notes").text == "quinces"
        assert "Enter" in hands.seen("#band")
        await hands.press(*"so")  # to type is to leave it
        assert hands.app.screen.query_one("#line").text == "so"  # type: ignore[attr-defined]
        assert "line 39" in hands.seen("#notes")
        await hands.resize(SMALL)
        await gone_to(hands, "quinces", "note")
        assert "quinces" in hands.seen("#notes")


async def test_a_question_of_a_held_talk_is_under_the_cursor_above_its_notes(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("How was the harvest?",))
    desks.live.start(talk)
    for number in range(40):
        desks.live.jot(talk, f"line {number}")
    desks.live.end(talk)
    asked = desks.review.conversation(talk).notes[0].question_id
    words = next(q.text for q in desks.questions.of(talk) if q.id == asked)
    async with at(desks, size=SMALL) as hands:
        for jump in range(2):
            await followed(hands, desks, a_hit("question", "question", asked or 0))
            assert (hands.mode, hands.focused) == ("review", "talk")
            assert (hands.row("#talk").kind, hands.row("#talk").text) == ("question", words)
            assert words[:20] in hands.seen("#talk")
            await hands.press(*["pagedown"] * (3 - jump))  # read lower, then sought again


async def test_a_debrief_opens_at_the_words(desks: Desks) -> None:
    talk = a_held_interview(desks, "x")
    debrief = desks.debriefs.open_for(talk)
    long = "\n".join(f"line {number}" for number in range(40))
    for field, text in (
        ("went_well", f"unripe\nripe medlars\n{long}"), ("differently", f"{long}\nquinces first"),
    ):  # fmt: skip
        desks.scribe.keep(Kept("debrief", field, debrief.id), text)
    async with at(desks, size=SMALL) as hands:
        for word, part, row in (("medlars", "went_well", 1), ("quinces", "differently", 40)):
            await gone_to(hands, word, "debrief")
            assert hands.focused == f"debrief-{part}"
            area = hands.app.screen.focused
            assert isinstance(area, KeptArea)
            assert area.cursor_location[0] == row
            assert word in hands.seen(f"#debrief-{part}")
            await hands.press("f8")
        assert desks.debriefs.of(talk).went_well.startswith("unripe")  # type: ignore[union-attr]


async def test_words_said_of_something_later_are_in_sight(desks: Desks) -> None:
    talk = a_held_interview(
        desks, "> Cy Cole, opera", "> Di Dale, mills", "! send the papers", "$ a post"
    )
    ruth = a_contact(desks, "Ruth Berger", "")
    later(desks, minutes=5)
    desks.leads.drop(1, "too busy with quinces")
    desks.promises.withdraw(1, "cherries came in between")
    asked = desks.introductions.begin(ruth, target_id=1, why="she grafts medlars")
    desks.introductions.move(asked, "asked")
    desks.store.reading().execute("UPDATE lead SET reach = 'di@plums.example' WHERE id = 2")
    desks.store.reading().execute("UPDATE opening SET field = 'orchards' WHERE id = 1")
    assert talk
    async with at(desks) as hands:
        for word, kind, size in (
            ("quinces", "lead", USUAL), ("cherries", "my promise", SMALL),
            ("medlars", "introduction", SMALL), ("medlars", "introduction", USUAL),
        ):  # fmt: skip
            await hands.resize(size)
            await gone_to(hands, word, kind)
            assert (hands.mode, hands.focused) == ("contacts", "page")
            row = hands.row("#page")
            assert word in f"{row.text} {row.detail} {row.aside}"
            assert word in hands.seen("#page")
        for word, kind in (("plums", "lead"), ("orchards", "opening")):
            await gone_to(hands, word, kind)
            assert isinstance(hands.app.screen, Choice | Openings)
            assert word in hands.text
            await hands.press("escape")


async def test_a_plan_leads_to_its_line_in_prepare(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("How was the harvest?", "Who picks quinces?"))
    other = a_planned_interview(desks, a_contact(desks, "Ben Ito"), questions=("Who mills?",))
    goal = desks.plans.add_goal(talk, "own")
    for noun, field, number, text in (
        ("interview", "why", talk, "she grows medlars"),
        ("interview", "close", talk, "thank her for the cherries"),
        ("goal", "text", goal, "learn about damsons"),
    ):
        desks.scribe.keep(Kept(noun, field, number), text)
    desks.plans.focus(other)
    async with at(desks) as hands:
        await gone_to(hands, "quinces", "question")
        assert (hands.mode, hands.focused) == ("prepare", "questions")
        assert hands.row("#questions").text == "Who picks quinces?"
        assert "Amina Patel" in hands.seen("#headline")
        for size in (USUAL, SMALL):
            await hands.resize(size)
            await gone_to(hands, "medlars", "plan")
            assert (hands.focused, hands.row("#plan").key) == ("plan", "why")
            assert "medlars" in hands.seen("#plan")
        await gone_to(hands, "cherries", "plan")
        assert hands.row("#plan").key == "close"
        await gone_to(hands, "damsons", "plan")
        assert hands.row("#plan").key == f"goal {goal}"
        await gone_to(hands, "harvest", "question")
        assert hands.row("#questions").text == "How was the harvest?"


async def test_research_leads_to_the_note_under_the_cursor(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm", "Orchard House")
    place = desks.contacts.sheet(ana).organization_id or 0
    for kind, subject, text in (
        ("contact", ana, "she grafts medlars"), ("contact", ana, "she wrote on rust"),
        ("organization", place, "they press cider"), ("organization", place, "they hire in May"),
    ):  # fmt: skip
        desks.research.begin(kind, subject, text)
        later(desks, minutes=1)
    async with at(desks) as hands:
        for word, text in (("medlars", "she grafts medlars"), ("cider", "they press cider")):
            await gone_to(hands, word, "research")
            assert (hands.mode, hands.focused) == ("research", "notes")
            assert hands.row("#notes").body == text
            assert text in hands.seen("#notes")
        await gone_to(hands, "Orchard", "organization")
        assert hands.row("#subjects").name == "Orchard House"


async def test_people_are_shown_and_what_was_between_us_in_their_history(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm")
    a_contact(desks, "Ben Ito")
    desks.outreach.log(ana, "e-mail", words="asked about medlars")
    later(desks, days=1)
    desks.touches.log(ana, "wrote", words="thanked for the cherries")
    async with at(desks) as hands:
        await gone_to(hands, "Ito", "person")
        assert (hands.mode, hands.focused) == ("contacts", "people")
        assert hands.row("#people").name == "Ben Ito"
        for word, kind, size in (("medlars", "outreach", USUAL), ("cherries", "touch", SMALL)):
            await hands.resize(size)
            await gone_to(hands, word, kind)
            assert (hands.mode, hands.focused) == ("contacts", "page")
            assert hands.row("#people").name == "Ana Alm"
            assert hands.row("#page").leads.kind == kind
            assert word in hands.seen("#page")


async def test_on_a_small_screen_one_jump_after_another_leaves_the_keys_alive(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm", tags="orchard", about="she knows medlars")
    ben = a_contact(desks, "Ben Ito", email="ben@plums.example")
    desks.outreach.log(ana, "e-mail", words="asked about quinces")
    desks.touches.log(ben, "wrote", words="thanked for the cherries")
    async with at(desks, size=SMALL) as hands:
        for word, kind in (
            ("quinces", "outreach"), ("cherries", "touch"), ("medlars", "person"),
            ("orchard", "person"), ("plums", "person"), ("quinces", "outreach"),
        ):  # fmt: skip
            await gone_to(hands, word, kind)
            assert (hands.mode, hands.focused) == ("contacts", "page"), word
            assert word in hands.seen("#page")
            before = hands.row("#page")
            await hands.press("up")
            assert hands.row("#page") != before
        await gone_to(hands, "Ito", "person")  # what the list says stands in the list
        assert hands.focused == "people"


async def test_two_of_one_instant_are_told_apart(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm")
    for words in ("about medlars", "about quinces"):
        desks.touches.log(ana, "wrote", words=words)
    async with at(desks) as hands:
        for word in ("medlars", "quinces", "medlars"):
            await gone_to(hands, word, "touch")
            assert word in hands.row("#page").detail


async def test_to_look_at_a_past_plan_leaves_the_coming_one_in_focus(desks: Desks) -> None:
    past = a_planned_interview(desks)
    desks.scribe.keep(Kept("interview", "why", past), "she grows medlars")
    desks.scheduling.move(past, "cancelled", "the harvest")
    coming = a_planned_interview(desks, a_contact(desks, "Ben Ito"))
    desks.plans.focus(coming)
    async with at(desks) as hands:
        await gone_to(hands, "medlars", "plan")
        assert "Amina Patel" in hands.seen("#headline")
        assert "medlars" in hands.seen("#plan")
        focus = desks.plans.in_focus()
        assert focus is not None
        assert focus.id == coming
        await hands.press("6")
        assert "Ben Ito" in hands.seen("#headline")
        await hands.press("3")
        assert "Ben Ito" in hands.seen("#headline")


async def test_each_dialog_opens_by_itself(desks: Desks) -> None:
    talk = a_held_interview(desks, "x")
    desks.debriefs.open_for(talk)
    lay_reaching(desks)
    desks.store.reading().executescript("UPDATE outcome SET text = 'the mill it is'")
    opened = (
        (a_hit("debrief", "debrief"), DebriefDialog), (a_hit("draft", "draft"), DraftDialog),
        (a_hit("outcome", "outcome"), OutcomeQueue),
    )  # fmt: skip
    async with at(desks) as hands:
        for hit, dialog in opened:
            await followed(hands, desks, hit)
            assert isinstance(hands.app.screen, dialog)
            await hands.press("escape")
        await followed(hands, desks, a_hit("introduction", "introduction"))
        assert (hands.mode, hands.row("#page").leads.kind) == ("contacts", "introduction")
        await followed(hands, desks, a_hit("person", "nothing", 7, contact_id=2))
        assert hands.row("#people").id == 2  # near, where the table is none we know
        with pytest.raises(NotFoundError):
            follow(hands.app, desks, a_hit("note", "note", 99))  # type: ignore[arg-type]


def test_the_way_depends_on_how_far_a_talk_has_come() -> None:
    held = Whereabouts(3, "held", 5, 1)
    way = way_to(a_hit("question", "question", 9), held)
    assert isinstance(way, OpenConversation)
    assert (way.interview_id, way.note_id) == (3, 5)
    way = way_to(a_hit("question", "question", 9), held._replace(note_id=None))
    assert isinstance(way, OpenPlan)
    assert way.line == ("question", 9)
    live = held._replace(state="live")
    assert isinstance(way_to(a_hit("question", "question", 9), live), OpenLive)
    assert isinstance(way_to(a_hit("note", "note", 9), held._replace(state="cancelled")), OpenPlan)
    for noun in ("lead", "promise", "opening", "resource"):
        assert way_to(a_hit("lead", noun), held._replace(note_id=None)) is None
        assert isinstance(way_to(a_hit("lead", noun), held), OpenConversation)
    talk = way_to(a_hit("talk", "interview", 3, part="why"), held)
    assert isinstance(talk, OpenConversation)
    plan = way_to(a_hit("plan", "interview", 3, part="if asked"), held)
    assert isinstance(plan, OpenPlan)
    assert plan.line == ("plan", "if_asked")
    assert isinstance(way_to(a_hit("person", "contact"), Whereabouts(contact_id=1)), OpenContact)
    assert isinstance(
        way_to(a_hit("organization", "organization"), Whereabouts(organization_id=1)), OpenResearch
    )
    assert way_to(a_hit("organization", "nothing"), Whereabouts()) is None


async def test_my_own_openings_and_resources_open_in_their_lists(desks: Desks) -> None:
    async with at(desks) as hands:
        for kind, noun, dialog in (
            ("opening", "opening", Openings), ("resource", "resource", Resources)
        ):  # fmt: skip
            desks.store.reading().execute(
                f"INSERT INTO {noun} (uuid, created_at, text) VALUES"
                " ('00000000-0000-4000-8000-000000000001', ?, 'my own')",
                (instant_text(desks.clock.now()),),
            )
            await followed(hands, desks, a_hit(kind, noun))  # type: ignore[arg-type]
            assert isinstance(hands.app.screen, dialog)
            await hands.press("escape")


async def test_a_dialog_over_the_place_is_left_unless_words_would_be_lost(desks: Desks) -> None:
    a_held_interview(desks, "apples", "pears")
    async with at(desks, "review") as hands:
        await hands.press("b")
        assert isinstance(hands.app.screen, DebriefDialog)
        await hands.press(*"learned")
        await gone_to(hands, "pears", "note")
        assert len(hands.app.screen_stack) == 1
        assert hands.row("#talk").note.text == "pears"
        debrief = desks.debriefs.of(1)
        assert debrief is not None
        assert debrief.learned == "learned"
        await hands.press("2", "n", *"Zora")
        assert isinstance(hands.app.screen, Form)
        await gone_to(hands, "Amina", "person")
        assert isinstance(hands.app.screen, Form)
        assert "Something is open over it" in hands.said
        await hands.press("escape")
        assert hands.row("#people").name == "Amina Patel"


async def test_nobody_is_led_out_of_a_rehearsal(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    async with at(desks) as hands:
        app = hands.app
        app.post_message(OpenRehearsal(talk, 1))
        await hands.settle()
        here = app.screen
        await hands.press("ctrl+f")
        assert app.screen is here
        assert "This is a rehearsal" in hands.text


async def test_the_results_are_there_again_after_a_jump(desks: Desks) -> None:
    a_held_interview(desks, "apples", "pears")
    async with at(desks) as hands:
        await gone_to(hands, "pears", "note")
        await sought(hands, "apples")
        assert isinstance(hands.app.screen, SearchDialog)
        await hands.press("escape")
        assert hands.mode == "review"

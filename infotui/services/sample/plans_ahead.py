"""The three interviews to come in the sample: nearly ready, half ready, hardly begun."""

from typing import Final

from infotui.services.sample.story import Day, Own, Pick, Plan

_TOBIAS: Final = Plan(
    who="tobias",
    made=Day(-4),
    day=Day(1),
    at="15:00",
    goals=(
        ("evaluate", "judge whether Lanternfield could use somebody who explains"),
        ("approach", "learn how such work is paid for, so that I look in the right place"),
    ),
    why=(
        "He wrote the call for Open Bench, the only sentence in this county that asks for what I "
        "do best. Ana says to come with one clear wish, and now I have one."
    ),
    opening=(
        "Thank you for the half hour. I have taught physics at Hollin Bank for eleven years, and "
        "your call for Open Bench made me sit up: I would like to understand the work behind it. "
        "I have a few questions, and I will watch the clock."
    ),
    close=(
        "Say back the one thing I understood best. Ask who else, and whether I may use his name. "
        "Tell him that he will hear how it ends."
    ),
    if_asked=(
        "What I would want: four days, explaining things that are true.\n"
        "When: not before the summer, the exam years come first.\n"
        "A doctorate: no, and I have asked three people whether I need one."
    ),
    place_kind="office",
    place="Lanternfield, 3 Beacon Rise, Quillhaven",
    entry="top floor, past Ana's door",
    travel="25",
    chosen_by="them",
    questions=(
        Pick("glad-of", "could"),
        Own(
            "explain",
            "What would the person do all week whom Open Bench calls “someone who can explain”?",
            "must",
            homework="programmes",
        ),
        Own(
            "readable",
            "You said that a model nobody can read is private property. Which of yours is closest "
            "to being readable?",
            homework="tobias",
        ),
        Own(
            "doctorate",
            "Ana and Ben see it differently: how much does a doctorate weigh in the programmes?",
            "must",
        ),
        Pick(
            "where-money-comes-from",
            text="How steady is the money behind Open Bench, and who decides on the next round?",
        ),
        Pick(
            "before-it-is-public",
            "could",
            text="By the time the programmes office is looking for someone, what has happened already?",
        ),
        Pick("advice", text="Knowing what you know of me now, what would be a sensible next step?"),
    ),
    who_else="Who else should I talk to about making models readable, and may I say you sent me?",
    moves=(("doctorate", -1), ("advice", -1)),
    ticked=("dress", "resume"),
)

_LUCIA: Final = Plan(
    who="lucia",
    made=Day(-4),
    day=Day(5),
    at="09:30",
    goals=(
        ("path", "learn whether the evening course can come before the trainee scheme"),
        ("network", "hear who else came to the course from a school"),
    ),
    why=(
        "She has taught both kinds, those from hospitals and those from companies, and sees "
        "early who will be happy where."
    ),
    place_kind="video",
    entry="she sends the link the evening before",
    chosen_by="them",
    questions=(
        Pick("your-research", "could"),
        Pick("education", "must"),
        Own("both-kinds", "How do you tell a hospital person from a company person?", "must"),
        Pick("who-is-happy"),
        Pick("bad-week", "could"),
    ),
)

_GRETA: Final = Plan(
    who="greta",
    made=Day(-2),
    day=Day(8),
    at="12:15",
    goals=(("fit", "find out whether I would like working with numbers on my own"),),
    why="The only one on my list who works alone, and she sounded cheerful on the telephone.",
    place_kind="telephone",
    questions=(
        Pick(
            "clients",
            wording="What do people come to {organization} for?",
            fill=(("organization", "you"),),
        ),
    ),
)

# The last to be planned is not the first to come: the first of these is put in focus.
AHEAD: Final = (_TOBIAS, _LUCIA, _GRETA)

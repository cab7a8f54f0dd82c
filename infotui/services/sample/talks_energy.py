"""Three held talks on energy research: Ana, who sent Robin to Ben, who sent Robin to Cora."""

from typing import Final

from infotui.services.sample.story import (
    Asked,
    Day,
    Decided,
    Done,
    Own,
    Pick,
    Plan,
    Talk,
)

_ANA: Final = Talk(
    plan=Plan(
        who="ana",
        made=Day(-40),
        day=Day(-38),
        at="10:30",
        goals=(
            ("fit", "find out whether modelling would feed the part of me that likes explaining"),
            ("network", "get to know two more people in energy research"),
        ),
        why=(
            "She went from a lecture hall to the grid model at forty, so she knows what such a "
            "change costs. And she will tell me if I am dreaming."
        ),
        opening=(
            "Eleven years of physics at Hollin Bank, and this term I am on half a timetable to "
            "look around. You changed at about my age; I would like to hear how that was. "
            "Thank you for the half hour."
        ),
        close="Say which two things I will think about. Ask who else. Thank her, get up first.",
        if_asked="Why now: because I still like teaching. I want to leave before I stop.",
        place_kind="office",
        place="Lanternfield, Beacon Rise, second floor, ask for Ana at the glass door",
        chosen_by="them",
        questions=(
            Pick("current-work"),
            Pick("more-time-than-expected", "could"),
            Pick(
                "education",
                "must",
                text="Would a physics degree be enough to begin in the modelling group?",
            ),
            Own(
                "habits",
                "Which of a teacher's habits would help in the modelling group, and which would "
                "get in the way?",
                "must",
            ),
            Pick("work-and-life"),
            Pick("trying-it-out"),
        ),
    ),
    late=2,
    ended="44:20",
    course=(
        Asked(
            "current-work",
            "0:00",
            "answered",
            """
            0:50 keeps one big model of the county grid alive, "like an old ship"
            3:05 half her week is talking: network owners, town halls, doubters
            6:20 * the model is a third of the work, the rest is explaining it #career
            """,
        ),
        Asked(
            "more-time-than-expected",
            "6:55",
            "answered",
            """
            7:30 cleaning other people's meter readings. weeks of it, every autumn
            9:45 & the open grid model with its notebook for beginners, on the institute's page
            """,
        ),
        Asked(
            "education",
            "10:40",
            "answered",
            """
            12:50 * without a doctorate you stay on short contracts in energy research #gap
            14:10 ? a doctorate in the evenings, has anybody done that
            """,
        ),
        Asked(
            "habits",
            "15:00",
            "answered",
            """
            15:40 help: stopping on the bell, reading faces. hinder: wanting to be right first time
            18:20 * she would sooner teach code to an explainer than explaining to a coder #strength
            """,
        ),
        Asked(
            "a doctorate in the evenings, has anybody done that",
            "20:40",
            "partly",
            """
            21:30 two did. five years each, and one of the two marriages made it
            """,
        ),
        Asked(
            "work-and-life",
            "22:50",
            "answered",
            """
            23:40 storm nights: telephone beside the bed, perhaps six in a winter
            """,
        ),
        Asked(
            "trying-it-out",
            "26:00",
            "answered",
            """
            27:10 the monthly model clinic is open to anyone with a question. go!
            28:30 ! send her the write-up of our river turbine
            """,
        ),
        Asked(
            "who-else",
            "31:00",
            "answered",
            """
            31:50 > Ben Oduya-Hart, tests cells at Brindle & Moss, no doctorate and happy
            34:20 > Tobias Fenwick-Arle, runs the programmes, but only when I know what I want
            41:10 < write to Ben tonight and copy me in
            """,
        ),
    ),
    decided=(Decided("30:20", "go on", 15),),
    done=(
        Done("thank-you", 1),
        Done("their promise", 1, "write to Ben"),
        Done("my promise", 2, "river turbine"),
        Done("lead", 2, "Ben"),
        Done("lead", 40, "Tobias"),
    ),
)

_BEN: Final = Talk(
    plan=Plan(
        who="ben",
        made=Day(-35),
        day=Day(-33),
        at="16:20",
        goals=(("path", "learn whether a physics degree and good hands are enough to begin"),),
        why=(
            "Works in a lab that has tripled in two years, and came to it from church organs. "
            "If anybody knows the side door, he does."
        ),
        opening=(
            "Ana told me that you came to batteries from organs. I teach physics and am looking "
            "at what else I could do. You said half an hour; I will keep to it."
        ),
        close="Tell him which of his sentences I will take home. Ask who else.",
        place_kind="coffee shop",
        place="Café Semaphore, Tansy Bridge, the table under the clock",
        chosen_by="them",
        questions=(
            Pick("typical-day", "could"),
            Pick("why-here"),
            Own("ticket", "Ana says a doctorate is the ticket. How is it in the cell lab?", "must"),
            Pick("what-you-look-for", "must", wording="What do you look for when {unit} hires?"),
            Own(
                "late",
                "The second product is late, I read. What does that do to a week in the lab?",
                homework="brindle",
            ),
            Pick("competitors", "could"),
            Pick("unusual-ways-in", "could"),
        ),
    ),
    late=4,
    ended="32:10",
    course=(
        Asked(
            "typical-day",
            "0:00",
            "answered",
            """
            0:40 begins with the overnight log: which cells drifted, which died
            3:20 builds his own rigs. soldering iron older than he is
            5:05 * half a test engineer's day is finding out whether the meter lies #career
            """,
        ),
        Asked(
            "why-here",
            "6:30",
            "answered",
            """
            7:15 nine years of organs: "a leak is a leak"
            9:40 came to stand in for two weeks, never went home
            """,
        ),
        Asked(
            "ticket",
            "10:30",
            "answered",
            """
            11:10 laughed out loud. nobody has asked him for a doctorate, ever
            12:25 * two of six in the cell lab have a doctorate, their lead has none #gap
            """,
        ),
        Asked(
            "what-you-look-for",
            "15:10",
            "answered",
            """
            15:45 * they hire for curiosity and a tidy logbook, in that order #employer
            18:05 you get a dead cell and one hour. he watches what you ask
            19:30 $ a second test post is in the budget for spring, not written up yet
            """,
        ),
        Asked(
            "late",
            "20:15",
            "partly",
            """
            21:00 seals swell. long days, nobody shouts. did not want to say more
            23:10 ^ would I mind solvents and ear defenders all day?
            """,
        ),
        Asked("competitors", "24:30", "skipped"),
        Asked(
            "who-else",
            "24:40",
            "answered",
            """
            25:20 > Cora Lindqvist-Shaw, sees storage from the control room, blunt and kind
            27:40 > Ifeoma Castell, taught chemistry before she came to the materials bench
            30:50 ! lend him the book on how organ pipes speak
            """,
        ),
    ),
    decided=(Decided("30:15", "wrap up"),),
    done=(
        Done("thank-you", 1),
        Done("my promise", 3, "organ pipes"),
        Done("lead", 2, "Cora"),
        Done("lead", 9, "Ifeoma"),
    ),
)

_CORA: Final = Talk(
    plan=Plan(
        who="cora",
        made=Day(-25),
        day=Day(-24),
        at="14:05",
        goals=(
            ("fit", "find out whether I could live with a room that never closes"),
            ("evaluate", "see how the co-op treats the people at its desks"),
        ),
        why=(
            "Ana and Ben both work by day. She is the first who can tell me about the other half "
            "of the clock, and she is not known for sweetening things."
        ),
        opening=(
            "Ben said you would be honest with me about the hours, and that is what I came for. "
            "I teach physics at Hollin Bank. You have until your handover, I know."
        ),
        close="Thank her for the gallery. Ask who else. Out before the handover begins.",
        place_kind="office",
        place="Old Lifeboat House, side door on the quay, she comes down",
        chosen_by="them",
        questions=(
            Pick("typical-day"),
            Pick("rewarding", wording="What do you enjoy most about your work in {unit}?"),
            Own(
                "outage",
                "You printed your own report of the February outage. How was that night from "
                "your chair?",
                "must",
                homework="harbour",
            ),
            Pick(
                "bad-week",
                text="What turns a week in the control room into a bad one?",
            ),
            Pick(
                "work-and-life",
                "must",
                text="How do the nights sit with the rest of your life, and what do they cost?",
            ),
            Pick("licences", "could"),
        ),
        moves=(("work-and-life", -1),),
    ),
    late=2,
    ended="37:20",
    course=(
        Asked(
            "typical-day",
            "0:00",
            "answered",
            """
            0:50 handover takes 25 minutes. nobody may chat
            3:30 six screens, one pencil. the pencil is the one she trusts
            6:10 * planning is guessing tomorrow's wind, then owning up to the guess #career
            """,
        ),
        Asked(
            "rewarding",
            "7:20",
            "answered",
            """
            8:00 when the lamps on the quay stay lit and nobody notices
            """,
        ),
        Asked(
            "outage",
            "10:10",
            "answered",
            """
            10:55 she was at the desk. still knows who rang, and in what order
            15:20 * the co-op prints its own mistakes, and members do read them #employer
            """,
        ),
        Asked(
            "work-and-life",
            "17:00",
            "answered",
            """
            17:50 night shifts one week in four. you never get used to it, you get good at it
            20:10 * night shifts bring a third more pay and cost you the week after #career
            22:05 waters her beans at six in the morning and calls that the evening
            """,
        ),
        Asked(
            "bad-week",
            "23:00",
            "partly",
            """
            23:40 two people ill at once, then everybody's rota falls over
            24:50 ? how does somebody learn this who has never sat at a desk
            """,
        ),
        Asked(
            "how does somebody learn this who has never sat at a desk",
            "25:40",
            "answered",
            """
            26:30 eleven months beside an old hand, one exam, then alone
            28:50 * training is paid, eleven months, two places a year #employer
            """,
        ),
        Asked(
            "who-else",
            "30:40",
            "answered",
            """
            31:30 > Valley Model Engineers, workshop evenings, half the control room goes
            34:10 ! tell Ben that she says yes to his visit
            36:20 ^ could I keep quiet for a whole shift?
            """,
        ),
    ),
    decided=(Decided("30:15", "hard stop", stop_at="14:45"),),
    done=(
        Done("thank-you", 1),
        Done("my promise", 1, "tell Ben"),
        Done("lead", 8, "Valley"),
    ),
)

ENERGY: Final = (_ANA, _BEN, _CORA)

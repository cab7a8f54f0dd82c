"""Three held talks on public data: Dov, who sent Robin to Esme, who sent Robin to Femi."""

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

_DOV: Final = Talk(
    plan=Plan(
        who="dov",
        made=Day(-31),
        day=Day(-29),
        at="18:00",
        goals=(
            ("fit", "find out whether public data is more than tidy tables"),
            ("employers", "learn who works with public data in Quillshire"),
        ),
        why=(
            "Knows me without a tie, so he will not be polite. Sixteen years in the same office "
            "and still cheerful about it: I want to know how."
        ),
        opening=(
            "Not for old times' sake: I am thinking of leaving school and you are my first call "
            "on public data. Half an hour, and then you may talk about the saucepan."
        ),
        close="Ask for one name who is not like him. Thank him properly, for once.",
        place_kind="telephone",
        entry="he rings me",
        chosen_by="them",
        questions=(
            Pick(
                "current-work",
                wording="How do you explain your work to friends who know nothing about {field}?",
            ),
            Pick(
                "why-you-stay",
                "must",
                text="Sixteen years at the Numbers Office: what makes you stay?",
            ),
            Pick("main-employers", "must"),
            Pick("pay-over-time", "could"),
            Pick("issues"),
            Own(
                "buses",
                "Would my bus-delay project with year nine count as data work, or as a hobby?",
            ),
        ),
    ),
    late=0,
    ended="42:00",
    course=(
        Asked(
            "current-work",
            "0:00",
            "answered",
            """
            0:55 counts people who would rather not be counted
            3:10 "we print the number, then we defend it for a year"
            """,
        ),
        Asked(
            "why-you-stay",
            "5:00",
            "answered",
            """
            5:40 they counted who lives on boats, and a lane got its bus back
            8:20 * the good days are when a table changes a decision #career
            """,
        ),
        Asked(
            "main-employers",
            "11:30",
            "answered",
            """
            12:10 the office, three city halls, Plainfigure. hospitals too, but badly, he says
            14:45 * only Plainfigure pays people to explain public numbers here #market
            """,
        ),
        Asked(
            "pay-over-time",
            "18:40",
            "answered",
            """
            19:25 flat, then flatter. good pension
            21:50 * every post at the Numbers Office is permanent after a year #employer
            """,
        ),
        Asked(
            "issues",
            "23:40",
            "partly",
            """
            24:20 trust. people photograph the chart and cut off the axis
            """,
        ),
        Asked(
            "buses",
            "27:00",
            "answered",
            """
            27:45 a hobby today. write it up with the dirty data left in and it is a portfolio
            29:10 * teachers see at once which chart will be misread, rare over there #strength
            """,
        ),
        Asked(
            "who-else",
            "31:00",
            "answered",
            """
            32:20 > Esme Tallow, runs the Data Desk at Tansy Bridge, soft spot for teachers
            36:10 < send me the reading list of their newcomers' week
            38:30 ! send him the bus data, year nine's mistakes and all
            """,
        ),
    ),
    decided=(Decided("30:25", "go on", 10), Decided("40:20", "wrap up")),
    done=(
        Done("thank-you", 1),
        Done("my promise", 2, "bus data"),
        Done("their promise", 6, "reading list"),
        Done("lead", 2, "Esme"),
    ),
)

_ESME: Final = Talk(
    plan=Plan(
        who="esme",
        made=Day(-23),
        day=Day(-20),
        at="12:30",
        goals=(
            ("approach", "collect ideas for showing what I can do without a data job on paper"),
            ("network", "get to know people who explain numbers for a living"),
        ),
        why=(
            "She chooses people for exactly the work I might do, and Dov says that she once "
            "taught. Her talk made me want to clean up a street list."
        ),
        opening=(
            "Thank you for 25 minutes of your lunch. I teach physics, I like making numbers "
            "readable, and I would like to learn what that looks like from your desk."
        ),
        close="Ask whether I may use her name. Stop at 25, whatever happens.",
        if_asked="What I have to show: the bus delays, the tide curve on the school wall.",
        minutes="25",
        place_kind="office",
        place="City Hall, room 214, the corridor behind the lifts",
        chosen_by="them",
        questions=(
            Pick("just-finished", "could"),
            Pick("scarce-skills", "must"),
            Pick("what-you-look-for", wording="What do you look for when {unit} hires?"),
            Own(
                "one-piece",
                "If I brought you one piece of my own work, what should it be?",
                "must",
            ),
            Pick("small-employers"),
        ),
        moves=(("one-piece", -1),),
    ),
    late=1,
    ended="26:50",
    course=(
        Asked(
            "just-finished",
            "0:00",
            "answered",
            """
            0:35 every planning notice since the flood, on one map
            2:50 the hard part: four departments, five spellings of one street
            """,
        ),
        Asked(
            "scarce-skills",
            "4:40",
            "answered",
            """
            5:20 * coders they find; somebody who can question a department is rare #market
            7:45 "curiosity about boring things" is the whole job, she says
            9:30 & Streets with two names, her talk, recording on the Data Desk's page
            """,
        ),
        Asked(
            "one-piece",
            "10:50",
            "answered",
            """
            11:25 one page, one question, and an answer that surprised me
            13:20 * bring one page with a surprising answer, not a portfolio #advice
            14:30 < look over my page once it is ready
            """,
        ),
        Asked(
            "what-you-look-for",
            "15:20",
            "answered",
            """
            16:00 reads the covering note first, the CV never before lunch
            17:40 * has hired two former teachers, both stayed #employer
            19:10 * my lesson plans are evidence: they show that I can leave things out #strength
            """,
        ),
        Asked(
            "small-employers",
            "20:30",
            "partly",
            """
            21:10 > Femi Hollis, leads the product at Plainfigure, talks fast
            22:40 > Greta Soames, housing numbers for tenants' groups, works alone
            """,
        ),
        Asked(
            "who-else",
            "25:20",
            "answered",
            """
            25:50 I may use her name with both
            """,
        ),
    ),
    decided=(Decided("25:10", "wrap up"),),
    done=(
        Done("thank-you", 1),
        Done("lead", 1, "Femi"),
        Done("lead", 5, "Greta"),
        Done("their promise", 12, "look over"),
    ),
)

_FEMI: Final = Talk(
    plan=Plan(
        who="femi",
        made=Day(-16),
        day=Day(-14),
        at="08:45",
        goals=(("evaluate", "judge whether Plainfigure would suit me"),),
        why=(
            "The one company on Dov's list, and Esme's warmest name. She also changed fields, "
            "from a newsroom, without going back to study."
        ),
        opening=(
            "Esme thought we might get on. I teach physics and am looking at work where numbers "
            "are explained. You start at half past nine, so I will watch the clock."
        ),
        close="Ask who else, and whether she would like my three bad maps.",
        place_kind="video",
        entry="link in her mail, camera on, she said",
        chosen_by="them",
        questions=(
            Pick("why-a-company"),
            Pick("first-half-year", "must"),
            Pick("how-decisions-fall"),
            Pick("where-money-comes-from", "must"),
            Pick(
                "strengths-and-plans",
                wording="Where does {organization} want to be a few years from now?",
            ),
            Own("school-maps", "Who in a school would ever look at one of your maps?", "could"),
        ),
        moves=(("where-money-comes-from", -1),),
    ),
    late=3,
    ended="24:10",
    course=(
        Asked(
            "why-a-company",
            "0:00",
            "answered",
            """
            0:30 the newspaper folded under her, she took the map desk with her
            2:40 likes it that a bad map loses a customer by Friday
            """,
        ),
        Asked(
            "first-half-year",
            "4:10",
            "answered",
            """
            4:50 first week: answer the help line. everybody, founders too
            6:35 * newcomers at Plainfigure spend six weeks on the help line #employer
            8:20 angry surveyors = year nine, last period. I could do that
            """,
        ),
        Asked(
            "where-money-comes-from",
            "9:40",
            "partly",
            """
            10:15 three city halls pay two thirds of it. if one goes, two people go
            12:30 * the Numbers Office hires by the year now, says Femi; Dov says the reverse #employer
            """,
        ),
        Asked(
            "how-decisions-fall",
            "13:30",
            "answered",
            """
            14:05 whoever spoke to the customer last wins. mostly
            15:50 * nine people, nobody is told what to do, two left because of it #employer
            16:45 & Open Figures, an evening a month, upstairs in the old customs house
            """,
        ),
        Asked(
            "strengths-and-plans",
            "17:50",
            "answered",
            """
            18:25 wants to sell to schools, has nobody who ever stood in one
            19:50 $ thinks of taking somebody on for schools in the summer, nothing written
            """,
        ),
        Asked(
            "who-else",
            "20:40",
            "answered",
            """
            21:10 > Hal Penrose-Yu, turning round how the Numbers Office publishes
            21:50 * Hal answers a short mail within a day and a long one never #person
            22:30 ! send her the three maps my pupils could not read
            23:40 child at her door, she had to go. nothing went wrong
            """,
        ),
    ),
    done=(
        Done("thank-you", 1),
        Done("my promise", 2, "three maps"),
        Done("lead", 8, "Hal"),
    ),
)

DATA: Final = (_DOV, _ESME, _FEMI)

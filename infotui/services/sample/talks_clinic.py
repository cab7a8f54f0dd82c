"""Three held talks on clinical engineering: Imran, and Kasper and June whom he led Robin to."""

from typing import Final

from infotui.services.sample.story import (
    Asked,
    Day,
    Decided,
    Done,
    Own,
    Pick,
    Plan,
    Reread,
    Talk,
)

_IMRAN: Final = Talk(
    plan=Plan(
        who="imran",
        made=Day(-12),
        day=Day(-9),
        at="13:00",
        goals=(
            ("path", "learn how one becomes a clinical engineer after thirty"),
            ("fit", "find out whether a hospital frightens me"),
        ),
        why=(
            "The pupils forgot to go home from his table. He teaches without calling it so, "
            "and he came to it late himself."
        ),
        opening=(
            "You let my pupils take a pump apart. I have wondered since what the rest of your "
            "day looks like. I teach physics and may want to do something else with it."
        ),
        close="Say back what I understood of the scheme. Ask who else, and whether he minds.",
        if_asked="Blood: no trouble. Responsibility for it: ask me again in a year.",
        place_kind="office",
        place="St Orrin's, lower ground, follow the blue line, ring at the stores",
        chosen_by="them",
        questions=(
            Pick("typical-day"),
            Pick("a-telling-problem"),
            Pick("education", "must"),
            Pick("licences", "must"),
            Own("fear", "What frightened you in the first month, and when did it stop?"),
            Pick("work-and-life", text="What do the hours leave you, and has that changed?"),
            Pick("where-people-go-next", "could"),
        ),
        ticked=("dress", "route", "resume"),
    ),
    late=3,
    ended="47:30",
    course=(
        Asked(
            "typical-day",
            "0:00",
            "answered",
            """
            0:45 a basement, no window, 3,100 devices. knows a third of them by their faults
            5:40 * a third of the job is teaching people in a hurry #career
            """,
        ),
        Asked(
            "a-telling-problem",
            "7:00",
            "answered",
            """
            7:40 a pump that alarmed on ward six only. it was the curtain motor
            10:10 * with a riddle he asks the cleaner first #advice
            """,
        ),
        Asked(
            "education",
            "11:20",
            "answered",
            """
            11:50 physics counts in full. they add anatomy and a little law
            20:05 < dig out the syllabus of the trainee scheme
            21:30 * a physics degree is enough to apply for the trainee scheme #gap
            """,
        ),
        Asked(
            "licences",
            "23:10",
            "answered",
            """
            23:50 state register after four years. until then somebody signs beside you
            """,
        ),
        Asked(
            "fear",
            "26:20",
            "partly",
            """
            27:00 the first time a surgeon asked “is it safe?” and waited
            29:30 would like to see my lesson on pulse and light
            """,
        ),
        Asked(
            "work-and-life",
            "31:00",
            "answered",
            """
            31:40 * no night shifts at St Orrin's since the new rota, says Imran #career
            """,
        ),
        Asked(
            "who-else",
            "37:10",
            "answered",
            """
            37:50 > June Akintola, heads the department, chooses the trainees
            40:20 > Kasper Dunmore, the same work from the maker's side, forty hospitals a year
            42:30 > Lucía Ferran, runs the device course at Otterholt, was his tutor
            45:00 ^ would I begin at the bottom again, with pupils' parents in the beds?
            """,
        ),
    ),
    decided=(Decided("36:40", "go on", 10), Decided("46:30", "wrap up")),
    pauses=(("12:30", "18:40"),),
    done=(
        Done("thank-you", 1),
        Done("lead", 1, "June"),
        Done("lead", 1, "Kasper"),
        Done("lead", 2, "Lucía"),
    ),
    reread=(
        Reread(
            Day(0, -2),
            "would like to see my lesson",
            "! send him my lesson on pulse and light",
        ),
    ),
)

_KASPER: Final = Talk(
    plan=Plan(
        who="kasper",
        made=Day(-6),
        day=Day(-3),
        at="17:15",
        goals=(
            ("employers", "learn who besides hospitals needs clinical engineers"),
            ("fit", "find out whether the road would suit me better than a basement"),
        ),
        why=(
            "Sees forty hospitals a year and belongs to none. He can compare, and Imran says "
            "that he enjoys it."
        ),
        opening=(
            "Imran says you know every basement in the county. I teach physics and am trying to "
            "see this work from more than one side. Half an hour, and the coffee is mine."
        ),
        close="Ask who sees the part of it that neither he nor Imran sees.",
        place_kind="coffee shop",
        place="Ferry Steps Café, Otterholt, parking behind",
        chosen_by="them",
        questions=(
            Pick("what-you-still-use", "could"),
            Pick("other-kinds-of-employer", "must"),
            Own("van", "What does living out of the van cost that nobody mentions?"),
            Pick(
                "new-methods",
                text="What did you have to learn in the last two years that was not there before?",
            ),
            Pick("what-leavers-say"),
            Own("maker", "Where does Whitlowe listen to its service people, and where not?"),
        ),
        moves=(("maker", -2),),
        ticked=("dress", "route", "buy", "resume"),
    ),
    late=6,
    ended="31:40",
    course=(
        Asked(
            "what-you-still-use",
            "0:00",
            "answered",
            """
            0:40 ship's electrician before. still listens to a motor before he opens it
            """,
        ),
        Asked(
            "other-kinds-of-employer",
            "3:30",
            "answered",
            """
            4:10 dialysis clinics, the ambulance yard, leasing firms, two vets
            6:50 * makers and leasing firms take on more engineers than hospitals do #market
            9:15 $ Whitlowe looks for a trainer for ward staff, posted inside only so far
            """,
        ),
        Asked(
            "van",
            "11:00",
            "answered",
            """
            11:30 knees. and the school plays you miss
            13:40 * on the road four nights a week, home office on the fifth day #career
            """,
        ),
        Asked(
            "maker",
            "15:20",
            "partly",
            """
            16:00 they read his reports since he began to draw in them
            18:20 & the pocket book of alarm tones, he keeps it in the door of the van
            """,
        ),
        Asked(
            "new-methods",
            "19:45",
            "answered",
            """
            20:20 every pump is a small computer now: updates, passwords, logs
            22:30 * who can explain a log to a nurse is worth two who can read it #strength
            """,
        ),
        Asked("what-leavers-say", "24:50", "skipped"),
        Asked(
            "who-else",
            "25:00",
            "answered",
            """
            25:40 > Mina Galloway-Birch, gets devices through approval, used to write exam papers
            28:10 ! send him the worksheet on the oscilloscope
            30:40 ^ do I drive?
            """,
        ),
    ),
    decided=(Decided("30:10", "wrap up"),),
    done=(Done("lead", 1, "Mina"),),
)

_JUNE: Final = Talk(
    plan=Plan(
        who="june",
        made=Day(0, -2),
        day=Day(0, -1),
        at="10:30",
        goals=(
            ("path", "learn what the trainee scheme asks of somebody like me"),
            ("evaluate", "judge whether her department would suit me"),
        ),
        why=(
            "Built the scheme and chooses its two people a year. Better to hear from her what "
            "she thinks of late starters than to guess it."
        ),
        opening=(
            "Thank you for coming out after a duty. I teach physics at Hollin Bank, Imran showed "
            "me your basement, and I would like to understand the scheme before I dream of it."
        ),
        close="Thank her. Who else. Do not mention the autumn places unless she does.",
        if_asked="Money: I know what trainees earn and have done the sums.",
        place_kind="coffee shop",
        place="Nightjar Café, opposite the ambulance gate",
        chosen_by="them",
        questions=(
            Pick("glad-of", "could"),
            Own(
                "curiosity",
                "You wrote that you hire for curiosity. How do you see it in somebody in an hour?",
                "must",
                homework="june",
            ),
            Pick(
                "unusual-ways-in",
                "must",
                text="Who came into your scheme by an odd road, and how did they manage?",
            ),
            Pick("first-half-year"),
            Own(
                "rota", "Imran says there are no night shifts any more. Is that so for all of you?"
            ),
            Pick("extra-preparation"),
        ),
        ticked=("dress", "route", "buy", "resume"),
    ),
    late=5,
    ended="39:30",
    course=(
        Asked(
            "glad-of",
            "0:00",
            "answered",
            """
            0:50 the trolley: every ward has the same one now, in the same order. took her two years
            """,
        ),
        Asked(
            "curiosity",
            "4:00",
            "answered",
            """
            4:35 puts a dead monitor on the table and leaves the room
            6:10 * she hires for curiosity: who has opened it when she comes back #employer
            """,
        ),
        Asked(
            "unusual-ways-in",
            "9:40",
            "answered",
            """
            10:15 a baker, a piano tuner, one physics teacher
            12:05 * a third of her trainees were over thirty when they began #gap
            13:30 > Noor Ellwood, second-year trainee, taught physics before
            """,
        ),
        Asked(
            "rota",
            "15:10",
            "answered",
            """
            15:45 smiled. the library has none, the rest of them do
            16:50 * night shifts one week in six in her department, against what Imran said #career
            19:05 came straight from one, two coffees
            """,
        ),
        Asked(
            "first-half-year",
            "20:30",
            "answered",
            """
            22:10 * the first month is with the porters, and no signature before year two #employer
            """,
        ),
        Asked(
            "extra-preparation",
            "26:00",
            "partly",
            """
            26:40 basic life support, and shadow a duty before you write a word to her
            28:15 < ask the ward sister whether I may shadow a morning
            """,
        ),
        Asked(
            "who-else",
            "30:50",
            "answered",
            """
            31:20 Noor, as said; and Imran's old tutor. have her already
            34:00 ! send her the photos of the pupils' pulse rig
            37:10 ^ how long would I stay, if it came to that?
            """,
        ),
    ),
    decided=(Decided("30:20", "hard stop", stop_at="11:15"),),
)

CLINIC: Final = (_IMRAN, _KASPER, _JUNE)

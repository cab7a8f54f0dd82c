"""The research of the sample notebook: what Robin read and heard about people and organizations."""

from typing import Final

from infotui.services.sample.story import Day, Homework

_PERSON: Final = "contact"
_PLACE: Final = "organization"

HOMEWORK: Final = (
    Homework(
        "lanternfield",
        Day(-41),
        _PLACE,
        "ana",
        "84 people, on their own since the harbour authority let them go.\n"
        "Two thirds of the money comes by project, so posts come and go with projects.\n"
        "Put their model of the county grid in the open last spring.",
        "annual report, p. 4",
    ),
    Homework(
        "ana",
        Day(-40),
        _PERSON,
        "ana",
        "Led the study of the storm outages in the upper valley.\n"
        "Lectured in mathematics before; changed at forty.",
        "her talk at the Harbour Energy Days",
    ),
    Homework(
        "brindle",
        Day(-35),
        _PLACE,
        "ben",
        "Flow batteries as big as a garden shed, for farms and small ports.\n"
        "From 20 people to 61 in two years.\n"
        "The second product is late; nobody in the paper says why.",
        "Quillhaven Courier, business page",
    ),
    Homework(
        "ben",
        Day(-34),
        _PERSON,
        "ben",
        "Came as a two-week stand-in. Ana: ask him about the organs.",
        "Ana, on the telephone",
    ),
    Homework(
        "numbers",
        Day(-31),
        _PLACE,
        "dov",
        "Counts everything in the county that holds still, and publishes on Tuesdays.\n"
        "210 people. A third have been there for more than fifteen years.",
        "their leaflet for school leavers",
    ),
    Homework(
        "harbour",
        Day(-26),
        _PLACE,
        "cora",
        "Belongs to 6,400 members; runs the lines from the quay to the upper valley.\n"
        "February outage: 41 minutes in the dark. They printed their own report of it,\n"
        "and it names what they did wrong on page one.",
        "members' letter, spring",
    ),
    Homework(
        "cityhall",
        Day(-22),
        _PLACE,
        "esme",
        "The Data Desk is four people in a corridor. 312 tables in the open.\n"
        "Newest: every planning notice since the flood, on one map.",
        "the Data Desk's own page",
    ),
    Homework(
        "esme",
        Day(-21),
        _PERSON,
        "esme",
        "Gave “Streets with two names”: funny, and not one slide with a bullet on it.\n"
        "Says in it that she was bored into her best work.",
        "recording of her talk, 22 minutes",
    ),
    Homework(
        "plainfigure",
        Day(-16),
        _PLACE,
        "femi",
        "Nine people above the old customs house. Maps and plain tables for city halls.\n"
        "No word about schools anywhere, though half their examples are school runs.",
        "their page of customers",
    ),
    Homework(
        "orrin",
        Day(-12),
        _PLACE,
        "imran",
        "620 beds, the only hospital for the coast. Clinical engineering sits in the basement.\n"
        "Praised for the equipment library; told off for late checks on the wards.",
        "inspectors' report, p. 17",
    ),
    Homework(
        "imran",
        Day(-11),
        _PERSON,
        "imran",
        "Let pupils take a pump apart and did not flinch.\nStudied at Otterholt, beside work.",
        "the careers evening at school",
    ),
    Homework(
        "whitlowe",
        Day(-5),
        _PLACE,
        "kasper",
        "Makes pumps and monitors in Upper Tansy, 340 people.\n"
        "Bought by nobody so far, and proud of it.",
        "company brochure, inside cover",
    ),
    Homework(
        "programmes",
        Day(-5),
        _PLACE,
        "tobias",
        "New programme “Open Bench”: brings the institute's models into schools and town halls.\n"
        "Second round in spring. There is a budget line for “someone who can explain”.",
        "notice on the institute's page",
    ),
    Homework(
        "tobias",
        Day(-4),
        _PERSON,
        "tobias",
        "Surveyed sea beds, then ran the tide station; came to programmes by accident.\n"
        "Signed the call for Open Bench himself.\n"
        "“A model nobody can read is private property.”",
        "his talk at the Harbour Energy Days",
    ),
    Homework(
        "tobias-ways",
        Day(0, -2),
        _PERSON,
        "tobias",
        "No slides, no folders. Likes it when one draws. Always says when his time is up.",
        "Ana, on the telephone",
    ),
    Homework(
        "otterholt",
        Day(-4),
        _PLACE,
        "lucia",
        "The device course runs over two years in the evenings, 14 places.\n"
        "Half of each year comes from hospitals, half from companies.",
        "course booklet, p. 9",
    ),
    Homework(
        "lucia",
        Day(-3),
        _PERSON,
        "lucia",
        "Looks into near misses: what people did right before a device went wrong.\n"
        "Asks for stories rather than numbers.",
        "two of her papers, the summaries",
    ),
    Homework(
        "june",
        Day(0, -2),
        _PERSON,
        "june",
        "Built the trainee scheme four years ago, with two places a year.\n"
        "Wrote in the staff paper that she hires for curiosity and trains the rest.",
        "hospital staff paper, autumn",
    ),
)

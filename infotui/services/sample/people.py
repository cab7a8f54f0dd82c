"""The people of the sample notebook, all invented: who they are, who led to whom, where Robin stands."""

from typing import Final

from infotui.domain.contact import ContactForm
from infotui.services.sample.story import Day, Person, Turn

_LANTERNFIELD: Final = "Lanternfield Institute"
_BRINDLE: Final = "Brindle & Moss Storage"
_NUMBERS: Final = "Quillshire Numbers Office"
_ORRIN: Final = "St Orrin's Hospital"
_WHITLOWE: Final = "Whitlowe Instruments"

_ENERGY: Final = (
    Person(
        "ana",
        Day(-44),
        ContactForm(
            name="Ana Brightwater",
            tags="#alumni-parent #modelling",
            organization=_LANTERNFIELD,
            role="grid modeller",
            unit="the network modelling group",
            field="energy research",
            email="ana.brightwater@example.org; ana@brightwater.example.net",
            phone="01632 960114",
            address="Lanternfield Institute, 3 Beacon Rise, Quillhaven",
            about="Both her boys sat in my physics class. Answers mail before eight in the morning.",
        ),
        (
            Turn(Day(-38), "met", "three quarters of an hour, felt like ten minutes"),
            Turn(Day(-30), "in touch", "she wrote first, with a paper she thought I would like"),
            Turn(Day(-8), "advocate", "wrote to Tobias for me, without my asking twice"),
        ),
    ),
    Person(
        "ben",
        Day(-38),
        ContactForm(
            name="Ben Oduya-Hart",
            tags="#batteries #second-career",
            organization=_BRINDLE,
            role="battery test engineer",
            unit="the cell lab",
            field="energy research",
            email="ben@brindle-moss.example.com",
            phone="01632 960127",
            introduced_by="Ana Brightwater",
            about="Repaired church organs for nine years. Prefers the telephone to mail.",
        ),
        (
            Turn(Day(-37), "introduced", "Ana wrote to both of us"),
            Turn(Day(-33), "met", "coffee after his shift"),
            Turn(Day(-22), "in touch", "sent me a photo of the rig we talked about"),
        ),
    ),
    Person(
        "cora",
        Day(-33),
        ContactForm(
            name="Cora Lindqvist-Shaw",
            tags="#second-career",
            organization="Harbour Light Energy Co-op",
            role="control room planner",
            unit="the control room",
            field="energy research",
            phone="01632 960140",
            address="Harbour Light, Old Lifeboat House, Quillhaven",
            introduced_by="Ben Oduya-Hart",
            about="Never ring in the morning: she may have come off nights.",
        ),
        (
            Turn(Day(-29), "introduced", "Ben told her that I would ring"),
            Turn(Day(-24), "met", "showed me the control room, then sat down with me"),
        ),
    ),
    Person(
        "tobias",
        Day(-38),
        ContactForm(
            name="Tobias Fenwick-Arle",
            organization=_LANTERNFIELD,
            role="head of programmes",
            unit="the programmes office",
            field="energy research",
            email="t.fenwick-arle@example.org",
            address="Lanternfield Institute, 3 Beacon Rise, Quillhaven",
            introduced_by="Ana Brightwater",
            about="Ana: go to him only when you know what you want.",
        ),
        (Turn(Day(-8), "introduced", "Ana wrote to him and copied me in"),),
        picked=Day(-7),
    ),
    Person(
        "ifeoma",
        Day(-33),
        ContactForm(
            name="Ifeoma Castell",
            tags="#batteries #ex-teacher",
            organization=_BRINDLE,
            role="electrolyte chemist",
            unit="the materials bench",
            field="energy research",
            email="ifeoma@brindle-moss.example.com",
            zone="Africa/Lagos",
            introduced_by="Ben Oduya-Hart",
            about="Taught chemistry for six years. At a test site abroad until the end of next month.",
        ),
        (Turn(Day(-12), "introduced", "answered from the test site: gladly, once she is back"),),
    ),
)

_COLD: Final = (
    Person(
        "owen",
        Day(-5),
        ContactForm(
            name="Owen Pettifer-Lang",
            organization="Fernwick Science Yard",
            role="exhibits planner",
            field="energy research",
            email="owen@fernwick-yard.example.com",
            about="Built the bridge of bicycle wheels that my pupils would not leave.",
        ),
    ),
)

_DATA: Final = (
    Person(
        "dov",
        Day(-43),
        ContactForm(
            name="Dov Marchetti",
            tags="#university",
            organization=_NUMBERS,
            role="statistician",
            unit="the population team",
            field="public data",
            email="dov.marchetti@example.net",
            phone="01632 960155",
            about="We shared a kitchen in our last year at university. He still owes me a saucepan.",
        ),
        (
            Turn(Day(-29), "met", "first real talk in six years"),
            Turn(Day(-15), "in touch", "rang to ask how it is going"),
        ),
    ),
    Person(
        "esme",
        Day(-29),
        ContactForm(
            name="Esme Tallow",
            tags="#ex-teacher",
            organization="Tansy Bridge City Hall",
            role="open data editor",
            unit="the Data Desk",
            field="public data",
            email="esme.tallow@example.org",
            address="City Hall, Weir Street 1, Tansy Bridge",
            introduced_by="Dov Marchetti",
            about="Gives exactly the time she promised. Taught evening classes once.",
        ),
        (
            Turn(Day(-26), "introduced", "Dov sent her my two lines"),
            Turn(Day(-20), "met", "25 minutes at City Hall, every one used"),
            Turn(Day(-11), "in touch", "wrote back about my thank-you card"),
        ),
    ),
    Person(
        "femi",
        Day(-20),
        ContactForm(
            name="Femi Hollis",
            organization="Plainfigure",
            role="product lead",
            unit="the maps team",
            field="public data",
            email="femi@plainfigure.example.com",
            introduced_by="Esme Tallow",
            about="Was a reporter until the paper folded.",
        ),
        (
            Turn(Day(-18), "introduced", "Esme said I may use her name"),
            Turn(Day(-14), "met", "video, before her working day"),
        ),
    ),
    Person(
        "greta",
        Day(-20),
        ContactForm(
            name="Greta Soames",
            tags="#second-career",
            role="housing analyst",
            field="public data",
            phone="01632 960162",
            introduced_by="Esme Tallow",
            about="Works for herself, mostly for tenants' groups.",
        ),
        (Turn(Day(-10), "introduced", "Esme passed on my number; she rang"),),
    ),
    Person(
        "hal",
        Day(-14),
        ContactForm(
            name="Hal Penrose-Yu",
            organization=_NUMBERS,
            role="head of publishing",
            field="public data",
            introduced_by="Femi Hollis",
            about="Ask Dov first how he likes to be written to.",
        ),
    ),
)

_CLINIC: Final = (
    Person(
        "imran",
        Day(-25),
        ContactForm(
            name="Imran Vasey",
            organization=_ORRIN,
            role="clinical engineer",
            unit="the equipment library",
            field="clinical engineering",
            email="imran.vasey@example.org",
            phone="01632 960178",
            about="Stood next to my table at the school's careers evening, with an infusion pump.",
        ),
        (
            Turn(Day(-9), "met", "the basement of St Orrin's, with one bleep in between"),
            Turn(Day(-4), "in touch", "asked after my lesson on pulse and light"),
        ),
    ),
    Person(
        "june",
        Day(-9),
        ContactForm(
            name="June Akintola",
            organization=_ORRIN,
            role="head of clinical engineering",
            unit="the clinical engineering department",
            field="clinical engineering",
            email="june.akintola@example.org",
            address="St Orrin's Hospital, Clinical Engineering, Priory Road, Otterholt",
            introduced_by="Imran Vasey",
            about="Works duty weeks like everybody else in her department.",
        ),
        (
            Turn(Day(-6), "introduced", "Imran walked over to her office"),
            Turn(Day(0, -1), "met", "coffee opposite the ambulance gate"),
        ),
    ),
    Person(
        "kasper",
        Day(-9),
        ContactForm(
            name="Kasper Dunmore",
            organization=_WHITLOWE,
            role="field service engineer",
            unit="the service team",
            field="clinical engineering",
            phone="01632 960183",
            introduced_by="Imran Vasey",
            about="Forty hospitals a year, lives in his van. Ring between five and six.",
        ),
        (
            Turn(Day(-7), "introduced", "Imran gave him my number"),
            Turn(Day(-3), "met", "coffee on his way home"),
        ),
    ),
    Person(
        "lucia",
        Day(-9),
        ContactForm(
            name="Lucía Ferran",
            organization="Otterholt University",
            role="lecturer in medical physics",
            unit="the device safety group",
            field="clinical engineering",
            email="lucia.ferran@example.net",
            introduced_by="Imran Vasey",
            about="Imran's tutor in his second year.",
        ),
        (Turn(Day(-5), "introduced", "answered Imran's mail within the hour"),),
        picked=Day(-4),
    ),
    Person(
        "mina",
        Day(-3),
        ContactForm(
            name="Mina Galloway-Birch",
            organization=_WHITLOWE,
            role="regulatory specialist",
            unit="the approvals desk",
            field="clinical engineering",
            introduced_by="Kasper Dunmore",
        ),
    ),
    Person(
        "noor",
        Day(0, -1),
        ContactForm(
            name="Noor Ellwood",
            tags="#ex-teacher",
            organization=_ORRIN,
            role="trainee clinical engineer",
            unit="the trainee scheme",
            field="clinical engineering",
            introduced_by="June Akintola",
            about="Taught physics until two years ago: my road, two years ahead of me.",
        ),
        picked=Day(0, -1),
    ),
)

PEOPLE: Final = (*_ENERGY, *_COLD, *_DATA, *_CLINIC)

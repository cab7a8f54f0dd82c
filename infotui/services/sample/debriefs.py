"""What Robin thought of each talk on the way home; the latest one still waits for it."""

from typing import Final, NamedTuple


class Debriefed(NamedTuple):
    """A debrief as Robin wrote it, in the same evening or on the tram."""

    learned: str
    went_well: str
    differently: str
    confidence: int


DEBRIEFS: Final[dict[str, Debriefed]] = {
    "ana": Debriefed(
        "The model is the smaller half of the work. Explaining it is a job, and somebody pays "
        "for it. The doctorate is a real wall at the institute, though.",
        "The question about a teacher's habits: she put her pen down and thought.",
        "Ask about contracts earlier. I heard the hard part in minute twelve and then had no "
        "room to stay with it.",
        3,
    ),
    "ben": Debriefed(
        "There is a side door, and nobody guards it. Hands and a tidy logbook count.",
        "Let him talk about organs first. After that every answer came by itself.",
        "Leave the late product alone. He went quiet and I noticed too late.",
        4,
    ),
    "cora": Debriefed(
        "I could learn the desk. I am not sure that I could live beside it, one week in four.",
        "Kept to her handover to the minute; she said so at the door.",
        "Bring one question on what she likes. I asked about nights and got nights.",
        4,
    ),
    "dov": Debriefed(
        "Public data is defended more than it is made. My bus project is closer to it than I "
        "thought.",
        "He was not polite, as hoped.",
        "Do not do it by telephone with an old friend: twelve minutes over, all of it saucepan.",
        2,
    ),
    "esme": Debriefed(
        "One page with a surprising answer beats everything I was about to prepare.",
        "25 minutes promised, nearly kept. Asked about her name and got a clear yes.",
        "Stop at small employers when there are five minutes left. It was two names and a rush.",
        4,
    ),
    "femi": Debriefed(
        "Nine people can be more unruly than thirty pupils. I liked the help line and did not "
        "like where the money comes from.",
        "Dared to say what Dov had told me. She laughed and answered.",
        "Have the close ready at twenty minutes: with a child at the door there is no other.",
        3,
    ),
    "imran": Debriefed(
        "A hospital does not frighten me. A surgeon who waits for my answer might.",
        "He wanted my lesson. For a while we were two teachers.",
        "Watch the clock after a break; we had both forgotten it.",
        4,
    ),
    "kasper": Debriefed(
        "The same work has four employers I never counted. The van is not for me.",
        "Paid for the coffee before he could.",
        "Six minutes late: look for the parking the day before.",
        3,
    ),
}

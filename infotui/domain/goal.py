"""The six kinds of goal a talk can have (S17, the guide's step 1); it leaves their wording per talk free."""

from typing import Final, Literal, get_args

GoalKind = Literal["fit", "path", "network", "employers", "evaluate", "approach", "own"]

GOAL_KINDS: Final[tuple[str, ...]] = get_args(GoalKind)

GOAL_WORDS: Final[dict[str, str]] = {
    "fit": "find out whether this field is right for me",
    "path": "learn what it takes to get into it",
    "network": "get to know more people in it",
    "employers": "learn who employs people like this here",
    "evaluate": "judge whether this organization would suit me",
    "approach": "collect ideas for looking for work here",
    "own": "a goal in my own words",
}

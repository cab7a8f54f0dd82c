"""The lists of questions of all plans, as rows to look through; what a question is stands in `question`."""

from datetime import datetime
from typing import NamedTuple

from infotui.domain.question import Tailoring, tailoring


class ListedQuestion(NamedTuple):
    """A question as it stands in the list of some interview."""

    id: int
    text: str
    template: str
    short: str
    bank_id: str
    origin: str
    importance: str
    state: str

    @property
    def tailoring(self) -> Tailoring:
        """Where it stands between the bank's wording and one's own (S30)."""
        return tailoring(self.origin, self.text, self.template)


class QuestionList(NamedTuple):
    """The planned questions of one interview: all of them, or those in which words were found."""

    interview_id: int
    contact_id: int
    contact: str
    organization: str
    when: datetime  # it began, or is to, or was thought of
    state: str
    total: int  # of all its questions, found or not
    questions: tuple[ListedQuestion, ...]

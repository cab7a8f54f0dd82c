"""The desk of what came before: what earlier talks left to ask, and how it gets into a plan (M8)."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from infotui.config.settings import Settings
from infotui.domain.delta import (
    DeltaRow,
    Earlier,
    Facing,
    Unasked,
    delta,
    marked,
)
from infotui.domain.errors import NotFoundError
from infotui.domain.heard import name_parts
from infotui.domain.interview import InterviewRow
from infotui.domain.question import PLANNED, tailoring
from infotui.domain.text import fold
from infotui.services.picking import copied_for, values_for, worded_for
from infotui.services.plans import REFERRAL
from infotui.services.questions import QuestionDesk
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import delta as views
from infotui.storage.views import interviews

if TYPE_CHECKING:
    from infotui.domain.records.question import Question

_CAPITALIZED: Final = re.compile(r"\b[^\W\d_a-z][\w'’-]+")


class BeforeDesk:
    """Earlier talks, seen from one to come."""

    def __init__(
        self, store: Store, settings: Settings, questions: QuestionDesk, undo: Undo
    ) -> None:
        self._store = store
        self._settings = settings
        self._questions = questions
        self._undo = undo

    def items(self, interview_id: int) -> list[DeltaRow]:
        """Give what talks with the same people, or at the same organization, left to ask.

        By kind and the newest first; what stands in the plan already says as which question.

        Raises:
            NotFoundError: The interview is not there any more.
        """
        db = self._store.reading()
        interview = interviews.one(db, interview_id)
        if interview is None:
            raise NotFoundError("That interview is no longer in the notebook.")
        talks = views.earlier(db, interview)
        near = [talk for talk in talks if talk.same_place]
        if not near:
            return []
        far = [talk for talk in talks if not talk.same_place]
        learned = [*views.learned(db, near), *views.learned(db, far)]
        promised = views.promised(db, near)
        unasked = self._unasked(interview_id, views.unanswered(db, near))
        texts = [*(found.text for found in learned), *(promise.text for promise in promised)]
        facing = self.facing(interview, near, [talk.contact for talk in near], texts)
        return self._marked(interview_id, delta(learned, promised, unasked, facing))

    def facing(
        self,
        interview: InterviewRow | None,
        near: Sequence[Earlier],
        names: Sequence[str],
        texts: Sequence[str],
    ) -> Facing:
        """Tell whom one is about to ask, and who must not be named to them.

        Args:
            interview: The talk to come; without one it is nobody known yet.
            near: The talks from which something will be said.
            names: Of those who said it.
            texts: What was noted, of which something will be said.
        """
        db = self._store.reading()
        own = views.people_of(db, interview) if interview is not None else []
        there = views.names_there(db, interview) if interview is not None else []
        written = {word for text in texts for word in _CAPITALIZED.findall(text)}
        told = "\n".join(texts)  # of hundreds of names only few stand in there
        known = name_parts([*names, *there, *own], views.leads_of(db, near))
        unnamed = tuple(name for name in known if name in told)
        others = views.known_by(db, sorted(written - set(unnamed)))
        return Facing(
            organization=interview.organization if interview is not None else "",
            field=interview.field if interview is not None else "",
            unnamed=(*unnamed, *others),
            own_names=name_parts(own),
        )

    def _unasked(self, interview_id: int, musts: Iterable[views.Unanswered]) -> list[Unasked]:
        """Give musts in the words for this interview; who else to talk to is asked in every plan."""
        values = values_for(self._store, interview_id, self._settings)
        asked = {q.bank_id for q in self._questions.of(interview_id)}
        return [
            Unasked(must.id, must.text, must.bank_id, _wording(must, values), must.talk)
            for must in musts
            if not (must.bank_id == REFERRAL and REFERRAL in asked)
        ]

    def _marked(self, interview_id: int, rows: list[DeltaRow]) -> list[DeltaRow]:
        planned = [q for q in self._questions.of(interview_id) if q.origin in PLANNED]
        bank_ids = {q.bank_id: q.id for q in planned if q.bank_id}
        wordings = {fold(q.template): q.id for q in planned if q.origin != "bank"}
        wordings |= {fold(q.text): q.id for q in planned}
        return marked(rows, bank_ids, wordings)

    def take(self, interview_id: int, item: DeltaRow) -> int:
        """Put what an earlier talk left to ask into a plan; it can be taken back.

        A must that was skipped keeps what it is: the bank's, with its words, and a must. All else
        becomes a question of one's own. What stands in the plan already is not put there again.

        Returns:
            The question's id.

        Raises:
            NotFoundError: The item is not there any more; nothing was changed.
        """
        found = next((row for row in self.items(interview_id) if row.key == item.key), None)
        if found is None:
            raise NotFoundError("What that talk left is no longer in the notebook.")
        if found.taken is not None:
            return found.taken
        return self._questions.add_undoably(self._question(interview_id, found))

    def _question(self, interview_id: int, item: DeltaRow) -> "Question":
        from infotui.domain.records.question import Question

        if item.kind != "must skipped":
            # The wording it was offered in is kept as what it was made of: so it is known as taken.
            return Question(interview_id=interview_id, position=0, text=item.question,
                            template=item.question, origin="own")  # fmt: skip
        was = self._questions.one(int(item.key.rpartition(" ")[2]))
        question = copied_for(was, interview_id, {})
        question.text, question.importance = item.question, "must"
        question.template = question.template or item.question
        question.research_note_id = was.research_note_id if item.same_person else None
        return question


def _wording(must: views.Unanswered, values: dict[str, str]) -> str:
    tailored = tailoring(must.origin, must.text, must.template)
    return worded_for(must.text, must.template, tailored, values)

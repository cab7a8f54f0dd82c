"""Stores the questions of plans in their strict order."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import col, func, select  # noqa: TID251 - storage

from infotui.domain.records.contact import ResearchNote
from infotui.domain.records.note import Note
from infotui.domain.records.question import Question
from infotui.storage.shelves.shelf import Shelf


class QuestionShelf(Shelf):
    """Questions, ordered per interview."""

    def question(self, question_id: int) -> Question:
        """Give a question."""
        return self.get(Question, question_id)

    def of(self, interview_id: int) -> Sequence[Question]:
        """Give the questions of an interview, in order."""
        return self.session.exec(
            select(Question)
            .where(Question.interview_id == interview_id)
            .order_by(col(Question.position))
        ).all()

    def asking(self, interview_id: int) -> Question | None:
        """Give the question that is being asked, if one is."""
        return self.session.exec(
            select(Question).where(
                Question.interview_id == interview_id, Question.state == "asking"
            )
        ).first()

    def next_position(self, interview_id: int) -> int:
        """Give the position after the last."""
        last = self.session.exec(
            select(func.max(Question.position)).where(Question.interview_id == interview_id)
        ).one()
        return (last or 0) + 1

    def reorder(self, interview_id: int, ids: Sequence[int]) -> None:
        """Give the questions the order of `ids`, counted from 1; those not named come after."""
        known = {q.row_id: q for q in self.of(interview_id)}
        order = [*(i for i in ids if i in known), *(i for i in known if i not in ids)]
        # Two steps, because no two questions may ever share a position.
        for place, question_id in enumerate(order, 1):
            known[question_id].position = -place
        self.session.flush()
        for place, question_id in enumerate(order, 1):
            known[question_id].position = place
        self.session.flush()

    def of_research(self, note_id: int) -> list[int]:
        """Give the questions that were made of a research note."""
        rows = self.session.exec(select(Question).where(Question.research_note_id == note_id))
        return [question.row_id for question in rows]

    def made_of(self, interview_id: int, note_id: int) -> Question | None:
        """Give the question of a plan that was made of a research note, if one was."""
        return self.session.exec(
            select(Question)
            .where(Question.interview_id == interview_id, Question.research_note_id == note_id)
            .order_by(col(Question.position))
        ).first()

    def link_research(self, question_ids: Sequence[int], note_id: int) -> None:
        """Link questions to the research note they were made of."""
        for question in self.session.exec(
            select(Question).where(col(Question.id).in_(question_ids))
        ):
            question.research_note_id = note_id

    def arisen_in(self, note_id: int) -> Question | None:
        """Give the question that arose in a line of the talk."""
        return self.session.exec(select(Question).where(Question.note_id == note_id)).first()

    def without_lost_links(self, values: dict[str, Any]) -> dict[str, Any]:
        """Give a removed question's values, unlinked from what is gone or taken meanwhile."""
        kept = dict(values)
        research, line = values["research_note_id"], values["note_id"]
        if research is not None and self.session.get(ResearchNote, research) is None:
            kept["research_note_id"] = None
        if line is not None and (self.session.get(Note, line) is None or self.arisen_in(line)):
            kept["note_id"] = None
        return kept

    def notes_on(self, question_id: int) -> int:
        """Count the notes taken under a question."""
        return self.session.exec(
            select(func.count()).select_from(Note).where(Note.question_id == question_id)
        ).one()

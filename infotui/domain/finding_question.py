"""Finds a question of the plan by its number or by a part of its words, as one types (S33)."""

from collections.abc import Sequence

from infotui.domain.question import QuestionRow
from infotui.domain.text import fold


def find_questions(questions: Sequence[QuestionRow], typed: str) -> list[QuestionRow]:
    """Give the questions that are meant, the likeliest first; none while nothing is typed.

    Digits are a number of the plan: the very one first, then those that begin with them. Anything
    else is a part of the words: beginnings of words before the inside of words, in the plan's order.
    """
    wanted = fold(typed)
    if not wanted:
        return []
    if wanted.isdigit():
        same = [q for q in questions if str(q.position) == wanted]
        return same + [q for q in questions if str(q.position).startswith(wanted) and q not in same]
    begins, inside = [], []
    for question in questions:
        words = f" {fold(question.short)} {fold(question.text)}"
        if f" {wanted}" in words:
            begins.append(question)
        elif wanted in words:
            inside.append(question)
    return begins + inside

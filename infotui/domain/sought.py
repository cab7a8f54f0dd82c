"""Which words of a text are those that are sought, and the line around them; it finds no records."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from infotui.domain.query import Query
from infotui.domain.stem import stem
from infotui.domain.text import clean_line, fold
from infotui.domain.wording import Placed, placed_words, words_beginning, words_of

WIDTH: Final = 160  # characters of a line that is shown
_SIGNED: Final = re.compile(r"(\w+[+#]+)[.,;:!?]*")
_BEFORE: Final = 50  # of them before the first match
_EDGE: Final = 16  # how far away a word may end at which is cut
Marks = tuple[tuple[int, int], ...]


class Context(NamedTuple):
    """A line as it is shown, where the words stand in it, and how many of those sought it has."""

    words: str
    marks: Marks
    found: int


class Row(NamedTuple):
    """Words that stand one after the other; a single one may be another form, or a beginning."""

    words: tuple[str, ...]
    loose: bool  # the last may be the beginning of a word

    def end_at(self, there: Sequence[Placed], start: int) -> int | None:
        """Give the place behind the words if they begin with this one."""
        last = start + len(self.words) - 1
        if last >= len(there):
            return None
        if any(there[start + n].word != word for n, word in enumerate(self.words[:-1])):
            return None
        found, wanted = there[last], self.words[-1]
        if found.word == wanted:
            return found.end
        if self.loose and found.word.startswith(wanted):
            # Just the beginning is marked, unless a letter folds into several.
            same = found.end - found.start == len(found.word)
            return found.start + len(wanted) if same else found.end
        alike = self.loose and len(self.words) == 1 and stem(found.word) == stem(wanted)
        return found.end if alike else None


def rows_of(query: Query) -> tuple[Row, ...]:
    """Give what each place must have, one after the other as it was typed."""
    loose = [Row(tuple(words_of(text)), not _SIGNED.fullmatch(text)) for text in query.words]
    exact = [Row(tuple(words_of(text)), False) for text in query.phrases]
    return tuple(row for row in (*loose, *exact) if row.words)


def has_all(rows: Iterable[Row], texts: Iterable[str]) -> bool:
    """Whether each row of words stands in one of the texts."""
    placed = [placed_words(text) for text in texts]
    return all(any(_places(row, there) for there in placed) for row in rows)


def has_signs(query: Query, texts: Iterable[str]) -> bool:
    """Whether what is more than its letters, as C++ or an emoji, stands in one of the texts as it is."""
    signed = [found[1] for text in query.words if (found := _SIGNED.fullmatch(text))]
    if not signed and not query.signs:
        return True
    said = "\n".join(texts)
    folded = fold(said) if signed else ""
    return all(sign in said for sign in query.signs) and all(
        re.search(rf"(?<!\w){re.escape(word)}(?![\w+#])", folded) for word in signed
    )


def stands_in(left_out: str, texts: Iterable[str]) -> bool:
    """Whether a word in any form, or words exactly as they are in a row, stand in one of the texts."""
    words = tuple(words_of(left_out))
    if len(words) == 1:
        wanted = stem(words[0])
        return any(stem(there.word) == wanted for text in texts for there in placed_words(text))
    return bool(words) and has_all((Row(words, False),), texts)


def _places(row: Row, there: Sequence[Placed]) -> list[tuple[int, int]]:
    """Give from where to where the words stand, each time they do."""
    letter = row.words[0][0]
    starts = [number for number, placed in enumerate(there) if placed[0][0] == letter]
    ends = ((there[start].start, row.end_at(there, start)) for start in starts)
    return [(start, end) for start, end in ends if end is not None]


def _places_in(rows: Sequence[Row], line: str) -> list[list[tuple[int, int]]]:
    """Give for each row of words where it stands in a cleaned line."""
    there: list[Placed] | None = None
    each = []
    for row in rows:
        # Of a single word only those are looked at that begin with its letter: most lines have few.
        few = words_beginning(row.words[0][0], line) if len(row.words) == 1 else None
        if few is None:
            few = there = placed_words(line) if there is None else there
        each.append(_places(row, few))
    return each


def _joined(found: Iterable[tuple[int, int]]) -> Marks:
    """Give ranges in order, none over another."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def in_context(rows: Sequence[Row], text: str, beside: Sequence[Row] = ()) -> Context:
    """Give the line of a text in which most of the words stand, cut to what is shown, with its marks.

    Args:
        rows: What is sought; with nothing the first line that says something is given.
        text: Any text of one or more lines.
        beside: What is marked as well where it stands in the line.
    """
    best, places, most = "", list[tuple[int, int]](), -1
    for line in text.splitlines():
        clean = clean_line(line)
        if not clean:
            continue
        each = _places_in(rows, clean)
        count = sum(map(bool, each))
        if count > most:
            best, most = clean, count
            places = [place for found in each for place in found]
        if count == len(rows):
            break
    if beside:
        places += [place for found in _places_in(beside, best) for place in found]
    return Context(*_cut(best, _joined(places)), max(0, most))


def first_word(line: str, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Give the first mark that is no tag; the beginning of the line where all are tags, or none is."""
    words = (mark for mark in marks if line[mark[0] - 1 : mark[0]] != "#")
    return next(words, (0, 0))


def _cut(line: str, marks: Marks) -> tuple[str, Marks]:
    """Cut a line around the first word, at words, with an ellipsis wherever something is left out."""
    if len(line) <= WIDTH:
        return line, marks
    first = first_word(line, marks)[0]
    begin = max(0, min(first - _BEFORE, len(line) - WIDTH + 1))
    if begin:
        space = line.find(" ", begin, begin + _EDGE)
        begin = space + 1 if 0 <= space < first else begin
    end = min(len(line), begin + WIDTH - 2)
    if end < len(line):
        space = line.rfind(" ", end - _EDGE, end)
        end = space if space > 0 else end
    head, tail = ("…" if begin else ""), ("…" if end < len(line) else "")
    moved = len(head) - begin
    kept = tuple(
        (start + moved, min(stop, end) + moved)
        for start, stop in marks
        if start >= begin and start < end
    )
    return head + line[begin:end] + tail, kept

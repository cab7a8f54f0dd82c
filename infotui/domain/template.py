"""Templates of drafts: reads one, says by line what is wrong with it, fills it; reads only what it is given (S55).

The whole language: comment lines at the top that begin with `#`; `Subject: …` and an empty line; then
the text. `{name}` is a blank. A line that begins with `{?name}` stands only when that is known, one
with `{!name}` only when it is not. Nothing else means anything, and no value is read twice.
"""

import re
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from infotui.domain.blanks import fill
from infotui.domain.draft import KINDS
from infotui.domain.text import clean, clean_line, fold, shorten

MOST_BYTES: Final = 64 * 1024

_EMPTY: Final = "there is no text in it"
_CONDITION: Final = re.compile(r"\{([?!])([a-z][a-z_]*)\}")
_BLANK: Final = re.compile(r"\{([a-z][a-z_]*)\}")
_BRACED: Final = re.compile(r"\{([^{}]*)\}")
_SUBJECT: Final = re.compile(r"[Ss]ubject[ \t]*:(.*)")


class BrokenTemplateError(Exception):
    """A template cannot be used: the line, from 1, and why, without a stop at the end."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


class TemplateLine(NamedTuple):
    """A line, and what must be known (True) or unknown (False) for it to stand."""

    text: str
    conditions: tuple[tuple[str, bool], ...] = ()

    def stands(self, values: Mapping[str, str]) -> bool:
        """Whether it stands with these values."""
        return all(bool(values.get(name, "")) is known for name, known in self.conditions)


class Template(NamedTuple):
    """A template that can be used."""

    kind: str
    subjects: tuple[TemplateLine, ...]
    lines: tuple[TemplateLine, ...]


class Filled(NamedTuple):
    """A subject and a text; blanks that nothing was known for still stand in them."""

    subject: str
    body: str


def decode(raw: bytes) -> str:
    """Give the text of a template's file.

    Raises:
        BrokenTemplateError: It is too large, or no UTF-8.
    """
    if len(raw) > MOST_BYTES:
        raise BrokenTemplateError(1, f"it is larger than {MOST_BYTES // 1024} KB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = raw[: cause.start].count(b"\n") + 1
        raise BrokenTemplateError(line, "this is not UTF-8 text") from cause


def read_template(kind: str, text: str) -> Template:
    """Read a template.

    Args:
        kind: Which kind of draft it is for, one of `KINDS`; that decides the blanks it may use.
        text: The whole file.

    Raises:
        BrokenTemplateError: The first thing that is wrong with it.
    """
    allowed, lines = KINDS[kind].blanks, clean(text).split("\n")
    start = 0
    while start < len(lines) and (lines[start].startswith("#") or not lines[start].strip()):
        start += 1
    if start == len(lines):
        raise BrokenTemplateError(len(lines), _EMPTY)
    subjects, body = [], start
    for number in range(start, len(lines)):
        read = _read_line(lines[number], number + 1, allowed)
        found = _SUBJECT.fullmatch(read.text)
        if found is None:
            break
        subjects.append(read._replace(text=clean_line(found[1])))
        body = number + 1
    if subjects and body < len(lines) and lines[body].strip():
        raise BrokenTemplateError(body + 1, "an empty line must part the subject from the text")
    _check_subjects(kind, subjects, start, body)
    rest = [_read_line(lines[n], n + 1, allowed) for n in range(body, len(lines))]
    if not any(line.text.strip() for line in rest):
        raise BrokenTemplateError(len(lines), _EMPTY)
    return Template(kind, tuple(subjects), tuple(rest))


def _check_subjects(kind: str, subjects: list[TemplateLine], start: int, body: int) -> None:
    is_mail = KINDS[kind].channel == "e-mail"
    if not subjects and is_mail:
        raise BrokenTemplateError(start + 1, "an e-mail begins with a line like “Subject: …”")
    if subjects and not is_mail:
        raise BrokenTemplateError(start + 1, f"a {KINDS[kind].channel} text has no subject")
    if subjects and (subjects[-1].conditions or not subjects[-1].text):
        raise BrokenTemplateError(body, "the last subject must say something in every case")


def _read_line(line: str, number: int, allowed: Collection[str]) -> TemplateLine:
    conditions, text = [], line.rstrip()
    while (found := _CONDITION.match(text)) is not None:
        _check_name(found[2], number, allowed)
        conditions.append((found[2], found[1] == "?"))
        text = text[found.end() :]
    for found in _BRACED.finditer(text):
        _check_blank(found, number, allowed)
    if re.search(r"[{}]", _BRACED.sub("", text)):
        raise BrokenTemplateError(number, "a brace is not closed, or closes nothing")
    return TemplateLine(text.lstrip() if conditions else text, tuple(conditions))


def _check_blank(found: re.Match[str], number: int, allowed: Collection[str]) -> None:
    if found[1][:1] in {"?", "!"}:
        reason = f"{_shown(found[0])} can only stand at the very beginning of a line"
        raise BrokenTemplateError(number, reason if found.start() else _unknown(found[1], allowed))
    if not _BLANK.fullmatch(found[0]):
        raise BrokenTemplateError(number, _unknown(found[1], allowed))
    _check_name(found[1], number, allowed)


def _check_name(name: str, number: int, allowed: Collection[str]) -> None:
    if name not in allowed:
        raise BrokenTemplateError(number, _unknown(name, allowed))


def _unknown(name: str, allowed: Collection[str]) -> str:
    from difflib import get_close_matches  # only when something is wrong: it is slow to load

    asked = fold(name.strip("?! "))[:60].replace(" ", "_").replace("-", "_")
    near = get_close_matches(asked, sorted(allowed), n=1, cutoff=0.6)
    known = f"{{{near[0]}}} is perhaps meant" if near else f"there are {', '.join(sorted(allowed))}"
    return f"there is no blank {_shown(f'{{{name}}}')} here; {known}"


def _shown(braced: str) -> str:
    return shorten(braced, 60)


def render(template: Template, values: Mapping[str, str]) -> Filled:
    """Fill a template.

    A line that falls out takes one of the empty lines around it along.

    Args:
        template: The template.
        values: What is known, by blank; each becomes one line. What the kind of draft may not use is
            not read.
    """
    allowed = KINDS[template.kind].blanks
    known = {name: clean_line(values[name]) for name in allowed if values.get(name)}
    subject = next((fill(s.text, known) for s in template.subjects if s.stands(known)), "")
    kept: list[str] = []
    gap = False  # whether something fell out since the last line that was kept
    for line in template.lines:
        if not line.stands(known):
            gap = True
        elif line.text.strip():
            kept.append(fill(line.text, known))
            gap = False
        elif not gap or (kept and kept[-1]):
            kept.append("")
    return Filled(clean_line(subject), "\n".join(kept).strip("\n"))

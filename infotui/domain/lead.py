"""The words of a lead (M2, S45): who, why, how to reach them, and whether one may be named."""

import re
from typing import Final, NamedTuple

from infotui.domain.note import CONSENTS, Consent
from infotui.domain.text import clean, clean_line

_FIRST: Final = re.compile(r"\s{0,9}(?:[,;·]|:(?!//)|(?<=\s)[-–—](?=\s))\s{0,9}")
_NEXT: Final = re.compile(r"(\s{0,9}[,;·]\s{0,9})")
# Who parted the name off by a dash parts all else so.
_NEXT_DASHED: Final = re.compile(r"(\s{0,9}(?:[,;·]|(?<=\s)[-–—](?=\s))\s{0,9})")
_TAG: Final = re.compile(r"(?<![\w&#/\\])#\w[\w-]*\s{0,9}")  # in the line, not of the person
# The tail by which a line says whether one may be named; tags may stand behind it.
_TAGS: Final = r"(?P<behind>(?:\s+#[\w-]+)*\s*)\Z"
_TAIL: Final = re.compile(
    r"(?<!\w)(?:may\s{1,3}(?:i\s{1,3})?mention(?:\s{1,3}(?:me|you|them|her|him))?\s{0,3}[:?]?\s{0,3}\b(?P<said>yes|no|not\s{1,3}asked)"
    r"|(?P<never>(?:do\s{1,3}not|don['’]t)\s{1,3}mention(?:\s{1,3}me)?))\.?" + _TAGS,
    re.IGNORECASE,
)
_MARKS: Final = ",;·"
_DASHES: Final = "-–—"
_BETWEEN: Final = re.compile(r"\s{0,9}[,;·]?\s{0,9}\Z")
_ROADS: Final = ("via ", "through ", "reach ", "call ", "mail ", "e-mail ", "email ", "write to ")
_MAIL: Final = r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_LINK: Final = r"(?:https?://|www\.)\S{1,500}"
_PATH: Final = r"(?<![\w.@/-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}/\S{1,500}"
_AT: Final = r"(?<![\w.@])@\w[\w.@-]{1,100}"
_ADDRESS: Final = re.compile(rf"{_LINK}|{_PATH}|(?<![\w.+%-]){_MAIL}|{_AT}")
# Before one's own address or number.
_CALL: Final = re.compile(
    r"(?:reach|call|e-?mail|phone|tel|write to)[.:]?\s{1,3}(?:(?:her|him|them)\s{1,3})?(?:at\s{1,3})?",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"(?<![\w.])\+?\(?[0-9][0-9 ()/.\-]{5,30}[0-9](?!\w)")
# Years, a date and a great sum have as many digits as a telephone number.
_YEARS: Final = re.compile(r"(?:19|20)[0-9]{2} ?[-/] ?(?:(?:19|20)[0-9]{2}|[0-9]{2}-[0-9]{2})")
_SUM: Final = re.compile(r"[1-9][0-9]{0,2}(?:[ .][0-9]{3})+")


class LeadWords(NamedTuple):
    """A lead's line taken apart: who, why, how to reach them; what it says of naming me, if so."""

    name: str
    why: str
    reach: str = ""
    consent: Consent | None = None


class Ways(NamedTuple):
    """The ways to reach somebody, told apart; what is none of these stays as words."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def ways_of(reach: str) -> Ways:
    """Tell the ways to reach somebody apart: `jane@x.org, 030 123456, via Ruth` (S50).

    A part that says more than the bare address or number, as `via ruth@x.org` does, is somebody
    else's way and stays as words.
    """
    found: dict[str, list[str]] = {"emails": [], "phones": [], "links": [], "rest": []}
    for piece in re.split(r"[,;·]", clean_line(reach)):
        part = piece.strip(" .<>()")
        bare = _CALL.sub("", part)
        if re.fullmatch(_MAIL, bare):
            found["emails"].append(bare)
        elif re.fullmatch(rf"{_LINK}|{_PATH}", bare):
            found["links"].append(bare)
        elif (number := _telephone(bare)) is not None and number[0] == bare:
            found["phones"].append(bare)
        elif part:
            found["rest"].append(part)
    return Ways(**{kind: tuple(dict.fromkeys(parts)) for kind, parts in found.items()})


def lead_words(words: str) -> LeadWords:
    """Take the words of a lead apart (M2): `Jane Doe, fuel cells, jane@x.org · may mention: yes`.

    The first part is the name. A part with an address, a number, a link or a handle in it, or one
    that begins like `via`, is the way to reach them; every other part is the why. Tags are of the
    line, and in none of these.
    """
    said: Consent | None = None
    while (tail := _tail(words)) is not None:
        said = said or _consent(tail)  # the last one counts
        words = _without(words, tail)
    name, reach, parting = "", [], _NEXT
    rest = words.strip()
    while rest and not name:
        split = _FIRST.search(rest)
        if split is not None and split[0].strip() in _DASHES:
            parting = _NEXT_DASHED
        part, rest = (rest[: split.start()], rest[split.end() :]) if split else (rest, "")
        tagged, part = part.strip(), _untagged(part)
        if tagged and not part:
            continue
        if part.casefold().startswith(_ROADS):
            reach.append(part)
            continue
        name, ways = _name_and_ways(part)
        reach += ways
        break
    why, ways = _why_and_ways(parting.split(rest))
    return LeadWords(name, why, ", ".join(reach + ways), said)


def _why_and_ways(pieces: list[str]) -> tuple[str, list[str]]:
    """Part the ways to reach somebody from the why; `pieces` holds what stands between, too."""
    why, ways, dropped = "", [], False
    between = ["", *pieces[1::2]]
    for before, piece in zip(between, pieces[::2], strict=True):
        bare = _untagged(piece)
        if _is_way(bare):
            ways.append(bare)
        elif bare or not piece.strip():
            why += before + bare
            continue
        dropped = True
    why = why.strip()
    return (why.lstrip(f"{_MARKS}{_DASHES}").strip() if dropped else why), ways


def _untagged(part: str) -> str:
    return _TAG.sub("", part).strip()


def with_consent(line: str, consent: str) -> str:
    """Put into a lead's whole line what it says of naming me, or take it away for `not asked`.

    Nothing else in the line changes, and doing it twice is doing it once.
    """
    line = clean(line)
    tail = _tail(line)
    if consent == "not asked":
        while tail is not None:
            line = _without(line, tail)
            tail = _tail(line)
        return line
    if tail is None:
        body = line.rstrip()
        return f"{body} · may mention: {consent}{line[len(body) :]}"
    if _consent(tail) == consent:
        return line
    return f"{line[: tail.start()]}may mention: {consent}{line[tail.start('behind') :]}"


def next_consent(now: str) -> str:
    """Give the answer that follows in the round: not asked, yes, no, not asked."""
    return {"not asked": "yes", "yes": "no"}.get(now, CONSENTS[-1])


def _tail(words: str) -> re.Match[str] | None:
    """Find the tail; it is looked for at the last `mention` only, so many of them cost little."""
    low = words.lower()
    near = low.rfind("mention") - 12 if len(low) == len(words) else 0
    return _TAIL.search(words, max(0, near))


def _consent(tail: re.Match[str]) -> Consent:
    if tail["never"]:
        return "no"
    said = tail["said"].casefold()
    return "yes" if said == "yes" else "no" if said == "no" else "not asked"


def _without(words: str, tail: re.Match[str]) -> str:
    """Take the tail off with the one separator before it; what stands behind it stays."""
    head = words[: tail.start()]
    near = head[-20:]
    cut = _BETWEEN.search(near)
    kept = head[: len(head) - len(near) + cut.start()] if cut else head
    return kept + tail["behind"]


def _is_way(part: str) -> bool:
    road = part.strip().casefold().startswith(_ROADS)
    return road or _ADDRESS.search(part) is not None or _telephone(part) is not None


def _telephone(part: str) -> re.Match[str] | None:
    """Find a telephone number: seven digits or more that are no years, no date and no sum."""
    for found in _NUMBER.finditer(part):
        digits = sum(letter.isdigit() for letter in found[0])
        alone = found[0] == part.strip()
        other = _YEARS.search(found[0]) or (_SUM.fullmatch(found[0]) and not alone)
        if digits >= 7 and not other:
            return found
    return None


def _name_and_ways(part: str) -> tuple[str, list[str]]:
    """Take an address that stands right behind the name from it: `Jane Doe jane@x.org`."""
    ways = [found[0] for found in _ADDRESS.finditer(part)]
    name = _ADDRESS.sub(" ", part)
    if (number := _telephone(name)) is not None:
        ways.append(number[0])
        name = name.replace(number[0], " ")
    if not ways:
        return part, []
    return " ".join(name.split()).strip(" ()<>") or part, ways

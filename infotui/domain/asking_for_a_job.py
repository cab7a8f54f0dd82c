"""Whether a text asks for a job, which an informational interview never does (S7); it flags, and blocks nothing."""

import re
from functools import cache, lru_cache
from typing import Final

_JOB: Final = r"(?:job|position|post|role|vacancy|vacancies|opening|internship|placement|traineeship|apprenticeship)s?"
_BETWEEN: Final = r"(?:[\w’'-]+ ){0,3}"
_YOURS: Final = r"(?:you|your [\w-]+|\{organization\}|\{unit\})"
_SOMEBODY: Final = r"(?:me\b|(?:someone|somebody|a person|people) (?:like me|such as me|with my\b))"
_HIRE: Final = r"(?:hire|employ|recruit|take on)"
_HIRING: Final = r"(?:hiring|recruiting|taking on (?:people|staff|interns|anybody|anyone|somebody))"
_NOW: Final = r"(?:now|at the moment|right now|currently|at present|this (?:month|spring|summer|autumn|fall|winter|year))"
_OPEN: Final = r"(?: (?:still )?(?:open|free|vacant|available)\b| for me\b| (?:at|in|on|with|within) (?:you\b|your\b|\{)| (?:at|with) (?-i:[A-Z])| at the moment| right now|(?=\s*(?:[.?!,;]|$)))"
_BEGIN: Final = r"(?:(?:^|(?<=[.?!;:,\n(—–]))\s*|\b(?:and|or|but|so|also|ask you|ask|whether|if|know|wonder|wondering|tell me) )"

# Each is a way of asking; bounded everywhere, so that a long text costs no more than its length.
_WAYS: Final = (
    # is there a job for me
    rf"\b(?:have|has|got|know of|be|there|offer|offers|find|create|see|any) (?:a |an |any |some |the )?{_BETWEEN}(?:{_JOB}|work|place|spot|room|something|anything)(?: [\w-]+){{0,4}} for {_SOMEBODY}",
    rf"\bany {_BETWEEN}(?:vacancy|vacancies|openings?|internships?|placements?)\b",
    r"\b(?:open|vacant|unfilled|current|free) (?:job )?(?:positions?|posts?|roles?|jobs?|vacancies|openings)\b(?! (?:of|at the time|like these) )",
    rf"\b(?:do|does|would|might|will) {_YOURS} (?:currently |perhaps |possibly |happen to |still )?(?:have|know of|see|offer) (?:a |an |any |some )?{_BETWEEN}{_JOB}{_OPEN}",
    rf"\b(?:is|are|might|could|would|will) there (?:be )?(?:currently |perhaps |maybe |possibly |still )?(?:a |an |any |some )?{_BETWEEN}{_JOB}{_OPEN}",
    rf"\b(?:is|are) (?:the|that|this|your) {_BETWEEN}{_JOB} (?:still |currently )?(?:open|free|vacant|available)\b",
    rf"\b{_JOB}(?: that| which)? you(?:r [\w-]+)? (?:are|is|have|need) (?:trying |looking |hoping |about )?to fill\b",
    # hire me
    r"\b(?:hire|hiring|employ|employing|recruit|recruiting|engage) me\b",
    r"\btake me on\b",
    rf"\b(?:would|could|can|will|might) (?:you|your [\w-]+|they) (?:[\w-]+ ){{0,2}}{_HIRE} {_SOMEBODY}",
    rf"\b(?:give|offer|find|get|land|secure) me (?:a |an |the |any |some )?{_BETWEEN}(?:{_JOB}|work|trial|job interview|contract)\b",
    rf"\b(?:need|use|use for|room for|place for|space for|looking for) {_SOMEBODY}(?: (?:on|in|at|with) your)?",
    # are you hiring
    rf"{_BEGIN}(?:are|is) (?:you|they|your [\w-]+|anybody here|anyone here|\{{\w+\}}|(?:the )?(?-i:[A-Z])[\w-]*(?: [\w-]+)?) (?:still |currently |now |perhaps |also |by any chance |ever )?{_HIRING}\b",
    rf"\b(?:whether|if) {_YOURS} (?:are|is|were|was|might be|may be) (?:still |currently |now |also )?{_HIRING}\b",
    rf"\bdo {_YOURS} (?:currently )?(?:need|{_HIRE})(?: (?:anybody|anyone|somebody|someone|people|staff|interns|more people))? {_NOW}\b",
    # consider me
    r"\bconsider(?:ing)? (?:me|my application|my candidacy|my r[eé]sum[eé]|my cv)\b(?: for)?",
    r"\b(?:keep|bear|have|keeping) me in mind (?:for|if|when|should|whenever|as soon as)\b",
    rf"\b(?:think|thinking) of me (?:for|if|when|should|whenever) [^.?!\n]{{0,60}}?{_JOB}\b",
    r"\b(?:put|putting) in a (?:good |kind )?word(?: for me)?\b",
    r"\brecommend(?:ing)? me (?:for|to (?:your|the|hr|whoever hires)\b)",
    r"\brefer(?:ring)? me (?:for|to (?:hr|the hiring|your hiring))\b",
    # applying
    r"\b(?:can|could|may|might|should|would|to|how do|i) (?:i )?(?:[\w’'-]+ ){0,3}?apply (?:[\w-]+ ){0,6}?(?:to you|with you|at your|in your|on your|to your|your (?:team|company|organization|office|firm|group|department)|here\b|\{organization\})",
    r"\bi(?: am|['’]m| would| want| wish| hope| write| am writing)(?:[\w’' -]{0,20})? (?:apply|applying) (?:for|to)\b",
    r"\b(?:pass on|pass along|forward|hand in|hand on|submit|attach|attached is|enclose|enclosed is|send you|leave you) (?:you )?my (?:application|r[eé]sum[eé]|cv)\b",
    # working with you
    r"\b(?:can|could|may|might|let me|i(?: would|['’]d)? (?:love|like|want|hope|wish) to|happy to) (?:i )?(?:[\w-]+ ){0,2}?(?:work|intern|start|begin) (?:for|with|at|in|on) (?:you\b|your (?:team|company|organization|office|firm|group|department|lab|unit)|\{organization\})",
    r"\b(?:i|me|my)\b[^.?!\n]{0,40}?\bjoin(?:ing)? your (?:team|company|organization|office|firm|group|department|lab|unit|staff)\b",
    rf"\b(?:{_JOB}|work|employment) (?:with|at|in|on) your (?:team|company|organization|office|firm|group|department|lab|unit) (?:for me|that i could)\b",
    rf"\blooking for (?:a |an |some )?{_BETWEEN}(?:{_JOB}|work|employment) (?:with you|at your|in your|on your|at \{{)",
    # plain
    rf"\bi(?: am|['’]m| would like to| want to| wish to| have to| must|['’]d like to)? (?:[\w-]+ )?(?:ask|asking|beg|begging) (?:you |them )?(?:for|about) (?:a |an |any |some )?{_BETWEEN}(?:{_JOB}|work)\b",
    rf"\b(?:can|could|may|might) i (?:have|get) (?:a |an |the |that |some )?{_BETWEEN}(?:{_JOB}|work)\b(?! (?:description|title))",
    rf"\bhelp me (?:to )?(?:find|get|land|into) (?:a |an |some |any )?{_BETWEEN}(?:{_JOB}|work|employment)\b",
    rf"\bi (?:really |urgently |badly )?need (?:a |an |some )?(?:{_JOB}|work)\b",
    rf"\bchances? of (?:getting|being|landing|finding) (?:[\w-]+ ){{0,3}}?(?:hired|employed|{_JOB}|work) (?:here\b|with you|at your|in your|on your|by you)",
)  # fmt: skip


@cache
def _asks() -> re.Pattern[str]:
    """Put together when it is first needed: it is long."""
    return re.compile("|".join(f"(?:{way})" for way in _WAYS), re.IGNORECASE)


# What takes the asking back, in the same sentence and before it: "I am not asking for a job".
_NOT: Final = re.compile(
    r"(?:\b(?:not|never|without|instead of|rather than|nor|neither|nothing to do with|far from)\b"
    r"|\b(?:am|is|was|do|did|does|would|will|are)n[’']t\b|\b(?:don|won)[’']t\b)",
    re.IGNORECASE,
)
# "Why don't you hire me?" and "Could you not take me on?" ask all the same.
_ASKS_ALL_THE_SAME: Final = re.compile(
    r"\b(?:why (?:not|don[’']t|do you not)|don[’']t you|won[’']t you|wouldn[’']t you"
    r"|(?:could|would|can|will|do) you not|not only|whether or not)\b",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.?!](?=\s|$)|\n\s*\n")
_SPACES: Final = re.compile(r"[ \t\n]+")


def asks_for_a_job(text: str) -> tuple[str, ...]:
    """Give the phrases of a text that ask for a job, each once, in the order they stand (S7).

    "What do you look for when you hire?" is no such phrase, nor is "I am not asking for a job".
    """
    found = [phrase for sentence in _sentences(text) for phrase in _asked_in(sentence)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)  # a key changes one sentence of a text, and the others stay as they were
def _asked_in(sentence: str) -> tuple[str, ...]:
    return tuple(
        asking[0].strip(" ,;:—–(")
        for asking in _asks().finditer(sentence)
        if not _taken_back(sentence[: asking.start()], asking[0])
    )


def _sentences(text: str) -> list[str]:
    """Take a text apart at full stops and empty lines; each sentence is one line."""
    parts, start = [], 0
    for end in _ENDS.finditer(text):
        parts.append(text[start : end.end()])
        start = end.end()
    return [_SPACES.sub(" ", part).strip() for part in (*parts, text[start:])]


def _taken_back(before: str, asking: str) -> bool:
    if _ASKS_ALL_THE_SAME.search(f"{before}{asking}"):
        return False
    # Only what stands in the same breath: "It is not far, and are you hiring?" asks.
    breath = re.split(r"[;:—–]|,(?: (?:and|but|so) |\s*$)", before)[-1]
    return bool(_NOT.search(breath) or _NOT.search(asking))

"""Text from people: cleaned once at the boundary; it leaves the terminal's own guard to the tui."""

import re
import unicodedata

# C0 but tab and line feed, DEL, C1, lone surrogates, and the characters that turn the direction of
# a whole line (overrides, embeddings, isolates). Marks that shape one letter or one emoji stay.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Letters that no decomposition takes apart, though whoever types the name leaves the stroke out.
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})


def clean(text: str) -> str:
    """Give `text` as it may be stored: NFC, line ends as line feeds, nothing a terminal would obey.

    Args:
        text: Anything a person, a file or another program handed in.

    Returns:
        The same words; cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    once = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", once)


def clean_line(text: str) -> str:
    """Give `text` as one line: cleaned, every run of white space one space, none at the ends."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """Give the form in which two spellings are compared: no case, no accents, one space."""
    if text.isascii():
        return clean_line(text).casefold()
    # Taken apart first: what comes out of it may be capitals, spaces or marks itself.
    apart = unicodedata.normalize("NFKD", clean_line(text)).casefold().translate(_STROKES)
    bare = unicodedata.normalize("NFKD", apart)
    return clean_line("".join(letter for letter in bare if not unicodedata.combining(letter)))


def shorten(text: str, limit: int) -> str:
    """Cut `text` to `limit` characters with an ellipsis, at a word where one ends near."""
    line = clean_line(text)
    if len(line) <= limit:
        return line
    cut = line[: max(1, limit - 1)]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut).rstrip(" ,;:") + "…"


def count_of(count: int, thing: str) -> str:
    """Say how many of a thing: `1 talk`, `3 talks`; people are counted as people."""
    if thing == "person":
        return "1 person" if count == 1 else f"{count} people"
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"

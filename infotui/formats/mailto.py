"""A draft as a mailto link (RFC 6068); it opens nothing."""

from typing import Final, NamedTuple
from urllib.parse import quote

from infotui.domain.text import clean, clean_line

# Mail programs and the ways to them cut longer ones.
LONGEST: Final = 1_900


class MailLink(NamedTuple):
    """A link, and whether the text is in it: one that is too long has address and subject alone."""

    url: str
    whole: bool = True


def mail_link(to: str, subject: str, body: str) -> MailLink:
    """Make the link that a mail program opens as a new message.

    Args:
        to: One address, or nothing.
        subject: The subject; it becomes one line, so that nothing in it is taken for a header.
        body: The text; its line ends become CRLF.
    """
    address = f"mailto:{quote(clean_line(to), safe='@')}"
    head = _field("subject", clean_line(subject))
    lines = clean(body).rstrip("\n").split("\n")
    text = _field("body", "\r\n".join(lines))
    whole = _joined(address, head, text)
    if len(whole) <= LONGEST:
        return MailLink(whole)
    short = _joined(address, head)
    return MailLink(short if len(short) <= LONGEST else address, whole=False)


def _field(name: str, value: str) -> str:
    return f"{name}={quote(value, safe='')}" if value.strip() else ""


def _joined(address: str, *fields: str) -> str:
    said = "&".join(field for field in fields if field)
    return f"{address}?{said}" if said else address

"""Shows what a terminal would obey as a picture of itself; for all that is drawn."""

import re
from typing import Final

# C0 but nothing else may pass, nor DEL, C1, and the characters that turn a whole line's direction.
HOSTILE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PICTURES: Final = {**{code: 0x2400 + code for code in range(0x20)}, 0x7F: 0x2421}
_UNKNOWN: Final = 0xFFFD


def harmless(text: str) -> str:
    """Give `text` with every character that a terminal would obey shown as a picture of itself."""
    return HOSTILE.sub(lambda found: chr(_PICTURES.get(ord(found[0]), _UNKNOWN)), text)

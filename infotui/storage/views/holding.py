"""Conditions of a filter, as SQL: whether a text holds a word, whatever its capitals and accents."""


def has(text: str) -> str:
    """Give the condition that a text, which is not stored folded, holds the folded word `?1`.

    SQLite compares ASCII by itself without regard to capitals, several times as fast as `folded` does;
    so only what holds other letters is folded for the comparison.
    """
    return (
        f"({text} LIKE ?1 ESCAPE '\\' OR length({text}) < length(CAST({text} AS BLOB))"
        f" AND folded({text}) LIKE ?1 ESCAPE '\\')"
    )


def pattern(word: str) -> str:
    """Give the LIKE pattern that finds a folded word anywhere in a text."""
    literal = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{literal}%"

"""The SQLModel records, one file a noun; only the writing road imports them, when it first writes."""

from infotui.domain.loading import GATE

with GATE:
    import sqlmodel  # noqa: F401 - whole, before any record needs a part of it

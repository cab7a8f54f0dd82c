"""The SQLModel records, one file a noun; only the writing road imports them, when it first writes."""

# The gate: whoever needs a record first waits here until SQLModel is whole. It imports no module of
# ours, so that two threads which come at once can never hold half of what the other one needs.
import sqlmodel  # noqa: F401

"""The SQLModel records, one file a noun; only the writing road imports them, when it first writes."""

"""Rows out: plain SQL, one file a noun; each function takes the open notebook and gives values."""

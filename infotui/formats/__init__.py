"""Records to text and back, one file a format; pure: nothing here reads or writes a file."""

"""Modal screens that ask one thing and give back a value; they call no service."""

"""The command line: parse, call one service, print; it opens the screens lazily."""

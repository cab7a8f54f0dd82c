"""All SQL: the file, its schema, its locks, the rows that go out and the records that come in."""

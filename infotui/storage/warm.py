"""Loads what the writing road needs, in a thread, while the first screen is looked at."""


def load() -> None:
    """Import SQLModel, the records and the shelves, and make SQLAlchemy think of its mappings once."""
    import dateutil.parser
    import sqlalchemy.dialects.sqlite.pysqlite
    import sqlalchemy.orm

    from infotui.storage import shelves, writing_road

    del dateutil, shelves, writing_road
    sqlalchemy.orm.configure_mappers()

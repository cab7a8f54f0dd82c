"""Loads what the writing road needs, in a thread, while the first screen is looked at."""

from infotui.domain.loading import GATE


def load() -> None:
    """Import SQLModel, then the records and the shelves, and let SQLAlchemy think of its mappings once.

    Libraries are loaded within the gate. Our own modules come after it, since another thread may
    already be within one of them, waiting at the gate.
    """
    with GATE:
        import dateutil.parser
        import sqlalchemy.dialects.sqlite.pysqlite
        import sqlalchemy.orm
        import sqlmodel

    from infotui.storage import shelves, writing_road

    del dateutil, sqlmodel, shelves, writing_road
    sqlalchemy.orm.configure_mappers()

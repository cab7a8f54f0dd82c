"""The desk of resources: what was named to me, who may like it, to whom I passed it on (S48)."""

from infotui.domain.contact import long_text, optional_line
from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.resource import Liking, ResourceRow, telling_words, who_may_like
from infotui.domain.text import clean_line, fold, shorten
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import resources

_GONE = "That resource is no longer in the notebook."


class ResourceDesk:
    """Resources and sharing them."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def rows(self, needle: str = "") -> list[ResourceRow]:
        """Give the resources that have all words of a filter, the latest first."""
        words = fold(needle).split()
        found = resources.resources(self._store.reading())
        return [row for row in found if all(word in _said(row) for word in words)]

    def one(self, resource_id: int) -> ResourceRow:
        """Give one resource.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = resources.resource(self._store.reading(), resource_id)
        if row is None:
            raise NotFoundError(_GONE)
        return row

    def who_may_like(self, resource_id: int) -> list[Liking]:
        """Give who may like a resource with the reasons, best first; none who named it or has it.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = self.one(resource_id)
        words = telling_words(row.text).keys()
        return who_may_like(row, resources.readers(self._store.reading(), words))

    def add(self, text: str, link: str = "", field: str = "") -> int:
        """Store a resource that I found myself.

        Returns:
            Its id.

        Raises:
            BadInputError: It says nothing, or a line is too long; nothing was stored.
        """
        from infotui.domain.records.note import Resource

        said, link, field = _checked(text, link, field)
        with self._store.recorded() as (shelves, done):
            resource_id = shelves.followups.add(Resource(text=said, link=link, field=field)).row_id
        what = f"the resource “{shorten(said, 40)}”"
        self._undo.remember(what, lambda: self._store.turn_back(done))
        return resource_id

    def change(self, resource_id: int, text: str, link: str = "", field: str = "") -> None:
        """Store other words, another link or field of a resource.

        Raises:
            BadInputError: It says nothing, or a line is too long; nothing was changed.
            NotFoundError: It is not there any more.
        """
        from infotui.domain.records.note import Resource

        said, link, field = _checked(text, link, field)
        self.one(resource_id)
        with self._store.recorded() as (shelves, done):
            record = shelves.followups.get(Resource, resource_id)
            record.text, record.link, record.field = said, link, field
        what = f"the change of “{shorten(said, 40)}”"
        self._undo.remember(what, lambda: self._store.turn_back(done))

    def remove(self, resource_id: int) -> None:
        """Take a resource out of the notebook; the line it was caught in stays.

        Raises:
            NotFoundError: It is not there any more.
        """
        from infotui.domain.records.note import Resource

        text = self.one(resource_id).text
        with self._store.recorded() as (shelves, done):
            shelves.followups.remove(Resource, resource_id)
        what = f"deleting “{shorten(text, 40)}”"
        self._undo.remember(what, lambda: self._store.turn_back(done))

    def share(self, resource_id: int, contact_id: int, words: str = "") -> None:
        """Keep that a resource was passed on to somebody, now.

        Raises:
            BadInputError: They have it from me already; `field` is `who`.
            NotFoundError: It, or they, are not there any more.
        """
        from infotui.domain.records.note import ResourceShare

        row, said = self.one(resource_id), long_text("words", words)
        if any(shared.contact_id == contact_id for shared in row.shared):
            raise BadInputError("who", "They have it from you already. Nothing was stored.")
        with self._store.recorded() as (shelves, done):
            name = shelves.contacts.contact(contact_id).name
            shelves.followups.add(ResourceShare(
                resource_id=resource_id, contact_id=contact_id, shared_at=shelves.now, words=said,
            ))  # fmt: skip
        what = f"sharing “{shorten(row.text, 40)}” with {name}"
        self._undo.remember(what, lambda: self._store.turn_back(done))


def _said(row: ResourceRow) -> str:
    whom = " ".join(shared.name for shared in row.shared)
    return fold(f"{row.text} {row.link} {row.field} {row.giver} {row.organization} {whom}")


def _checked(text: str, link: str, field: str) -> tuple[str, str, str]:
    # A line that was caught live may be longer than a name can be, so only no words are refused.
    words = clean_line(long_text("text", text))
    if not words:
        raise BadInputError("text", "A resource needs a few words. Nothing was stored.")
    return words, optional_line("link", link), optional_line("field", field)

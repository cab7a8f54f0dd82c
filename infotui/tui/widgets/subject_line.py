"""The subject of a message: a text of one line, which Enter leaves for the text below."""

from textual import events
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message

from infotui.tui.widgets.kept_area import KeptArea


class SubjectLine(KeptArea):
    """One line that is saved with every key; line ends that are pasted in become spaces."""

    class Finished(Message):
        """Enter was pressed: the subject is done."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Finished())
            return
        await super()._on_key(event)

    def edit(self, edit: Edit) -> EditResult:
        """Change the line and store it."""
        edit.text = " ".join(edit.text.splitlines())
        return super().edit(edit)

"""The errors of infotui, each a sentence for the person; it leaves showing them to screens and cli."""


class InfotuiError(Exception):
    """Something a person can be told: what happened, what is safe, what to do.

    The message is the whole sentence; it never holds a traceback and is shown as plain text.
    """

    @property
    def sentence(self) -> str:
        """The sentence to show."""
        return str(self)


class BadInputError(InfotuiError):
    """What was entered cannot be meant; `field` names the place to show the sentence at."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class IllegalMoveError(InfotuiError):
    """A state cannot follow another one; the sentence says why and what would make it possible."""


class NotebookError(InfotuiError):
    """The notebook's file cannot be used; the sentence says that it was left as it was."""


class ReadOnlyError(InfotuiError):
    """This program only reads the notebook, because another one is writing it."""


class SettingsError(InfotuiError):
    """A file in the config folder is broken; the sentence names the file and the line."""


class NotFoundError(InfotuiError):
    """What was asked for is not in the notebook (any more)."""


class ExportError(InfotuiError):
    """A file to be written could not be, or stands already."""


class NotSavedError(InfotuiError):
    """What was typed could not be stored yet; it is still on the screen and is tried again."""

"""Asks for a few lines at once; what cannot be meant is said beside its field and nothing is lost."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from infotui.domain.errors import BadInputError, InfotuiError
from infotui.tui.dialogs.completing import Completing, Words
from infotui.tui.dialogs.dialog import Dialog

HandIn = Callable[[Mapping[str, str]], Any]
KeepField = Callable[[str, str], object]


class Field(NamedTuple):
    """One line of a form.

    `echo` says what is understood so far, or nothing while it cannot be understood yet; then the
    placeholder stands below the line instead, and no error before Enter.
    """

    name: str
    label: str
    value: str = ""
    placeholder: str = ""
    suggestions: Words = ()
    echo: Callable[[str], str] | None = None
    last_word: bool = False  # complete the last word of the line alone, as of a line of tags


class Form(Dialog[Any]):
    """A form.

    Args:
        title: What it is for.
        fields: Its lines.
        hand_in: Takes the values; raises `BadInputError` for a field that cannot be meant. What it
            gives back is what the form gives back.
        keep: Called with a field's name and words at every key, so that a crash takes nothing.
        note: A sentence above the fields.
        begin_at: The field one begins in, by its name; the first one when it is not given.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="form.leave"),
        Binding("down", "app.focus_next", "Next field", show=False, id="form.next"),
        Binding("up", "app.focus_previous", "Previous field", show=False, id="form.previous"),
    ]
    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form #form-box { width: 76; max-width: 98%; height: auto; max-height: 96%; }
    Form .label { color: $foreground 70%; height: 1; }
    Form .wrong { color: $error; height: auto; display: none; }
    Form .wrong.shown { display: block; }
    Form Input { margin: 0 0 0 0; }
    Form .echo { color: $foreground 85%; height: auto; min-height: 1; }
    Form .echo.unclear { color: $foreground 50%; }
    Form #form-note { color: $foreground 70%; height: auto; margin-bottom: 1; }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        hand_in: HandIn,
        *,
        keep: KeepField | None = None,
        note: str = "",
        begin_at: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._fields = tuple(fields)
        self._hand_in = hand_in
        self._keep = keep
        self._note = note
        self._begin_at = begin_at or fields[0].name
        self._seen = {field.name: field.value for field in fields}  # what needs no keeping

    def compose(self) -> ComposeResult:
        """Lay out the fields, each with room for what is wrong with it."""
        with VerticalScroll(id="form-box", classes="panel") as box:
            box.can_focus = False
            box.border_title = Content(self._title)
            box.border_subtitle = Content("Enter saves · Tab next · Escape leaves")
            if self._note:
                yield Static(Content(self._note), id="form-note")
            for field in self._fields:
                yield Static(Content(field.label), classes="label", id=f"label-{field.name}")
                suggester = Completing(field.suggestions, last_word=field.last_word)
                entry = Input(
                    field.value,
                    placeholder=field.placeholder,
                    id=f"field-{field.name}",
                    suggester=suggester if field.suggestions else None,
                    select_on_focus=False,
                )
                entry.cursor_blink = False
                yield entry
                if field.echo is not None:
                    yield Static(id=f"echo-{field.name}", classes="echo", markup=False)
                yield Static(id=f"wrong-{field.name}", classes="wrong", markup=False)

    def on_mount(self) -> None:
        """Begin with the first line."""
        self.query_one(f"#field-{self._begin_at}", Input).focus()
        self.call_after_refresh(self._echo_all)

    def _echo_all(self) -> None:
        """Say what each line is understood as; after the first paint, because it may load words."""
        for field in self._fields:
            self._say_back(field, self.query_one(f"#field-{field.name}", Input).value)

    def _say_back(self, field: Field, text: str) -> None:
        if field.echo is None:
            return
        understood = field.echo(text)
        said = self.query_one(f"#echo-{field.name}", Static)
        # A line that was long once keeps its room, so that the box does not jump at each key.
        said.styles.min_height = max(said.size.height, 1)
        said.set_class(not understood, "unclear")
        # The line itself shows the placeholder while nothing stands in it.
        said.update(Content(understood or (field.placeholder if text else "")))

    def _values(self) -> dict[str, str]:
        return {f.name: self.query_one(f"#field-{f.name}", Input).value for f in self._fields}

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is typed, and take back a remark about it."""
        name = str(event.input.id).removeprefix("field-")
        self.query_one(f"#wrong-{name}", Static).remove_class("shown")
        if self._keep is not None and event.value != self._seen.get(name):
            self._keep(name, event.value)
        self._seen[name] = event.value
        for field in self._fields:
            if field.name == name:
                self._say_back(field, event.value)

    def on_input_submitted(self) -> None:
        """Hand the form in, once; stay when something cannot be meant."""
        if self._answered:
            return
        try:
            result = self._hand_in(self._values())
        except BadInputError as bad:
            self._complain(bad.field, bad.sentence)
        except InfotuiError as bad:
            self._complain("", bad.sentence)
        else:
            self.answer(result)

    def _complain(self, name: str, sentence: str) -> None:
        known = name if any(f.name == name for f in self._fields) else self._fields[0].name
        remark = self.query_one(f"#wrong-{known}", Static)
        remark.update(Content(sentence))
        remark.add_class("shown")
        self.query_one(f"#field-{known}", Input).focus()
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        """Bring the field that has the focus into sight, with its label and what is said of it."""
        if not isinstance(self.focused, Input):
            return
        name = str(self.focused.id).removeprefix("field-")
        for part in (f"#label-{name}", f"#field-{name}", f"#wrong-{name}"):
            self.query_one(part).scroll_visible(animate=False, immediate=True)

    def on_descendant_focus(self) -> None:
        """Show a field whole where not all of them fit."""
        self.call_after_refresh(self._reveal)

    def on_resize(self) -> None:
        """Show it still when the terminal became smaller."""
        self.call_after_refresh(self._reveal)

    def action_leave(self) -> None:
        """Leave without handing in."""
        self.answer(None)

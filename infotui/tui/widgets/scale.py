"""A few steps of which one is chosen by its digit; what they are about is a value from outside."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from infotui.tui.widgets.lines import Line, Word, paint
from infotui.tui.widgets.looks import LooksOf


class Scale(Widget, can_focus=True):
    """One line: `Confidence  1  2  3 [4] 5  sure`.

    Args:
        title: What is measured.
        steps: The words of each step, by its digit.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(step), f"choose({step})", str(step), show=False, id=f"scale.{step}")
            for step in range(1, 6)
        ),
        Binding("right,up", "step(1)", "More", show=False, id="scale.more"),
        Binding("left,down", "step(-1)", "Less", show=False, id="scale.less"),
        Binding("0,backspace,delete", "choose(0)", "None", show=False, id="scale.none"),
    ]
    DEFAULT_CSS = """
    Scale { height: 1; background: $background; color: $foreground; }
    """

    class Chosen(Message):
        """Another step was chosen; None when the choice was taken back."""

        def __init__(self, scale: "Scale", value: int | None) -> None:
            super().__init__()
            self.scale = scale
            self.value = value

        @property
        def control(self) -> "Scale":
            """The scale."""
            return self.scale

    def __init__(
        self,
        title: str,
        steps: Mapping[int, str],
        value: int | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(id=id)
        self._title = title
        self._steps = dict(steps)
        self._value = value
        self._looks = LooksOf(self)

    @property
    def value(self) -> int | None:
        """The step that is chosen, if one is."""
        return self._value

    def put(self, value: int | None) -> None:
        """Show another step as the chosen one, without saying so."""
        self._value = value
        self.refresh()

    def action_choose(self, step: int) -> None:
        """Choose a step by its digit; 0 takes the choice back."""
        self._take(step if step in self._steps else None)

    def action_step(self, by: int) -> None:
        """Choose the step beside the one that is chosen; the middle one if none is."""
        steps = sorted(self._steps)
        if self._value is None:
            self._take(steps[len(steps) // 2])
            return
        place = steps.index(self._value) + by
        self._take(steps[max(0, min(len(steps) - 1, place))])

    def _take(self, value: int | None) -> None:
        if value != self._value:
            self._value = value
            self.refresh()
            self.post_message(self.Chosen(self, value))

    def _words(self) -> list[Word]:
        """Give what is drawn; the step that is chosen stands in brackets, whatever the colours."""
        words: list[Word] = [
            ("▌" if self.has_focus else " ", "accent"),
            (f"{self._title}  ", "accent" if self.has_focus else "muted"),
        ]
        for step in self._steps:
            chosen = step == self._value
            words.append((f"[{step}]" if chosen else f" {step} ", "strong" if chosen else "muted"))
        said = self._steps[self._value] if self._value is not None else "not said"
        return [*words, (f"  {said}", "" if self._value is not None else "faint")]

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return paint(Line(tuple(self._words())), self.size.width, self._looks(), self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Choose the step that was clicked."""
        start = 0
        for place, (text, _) in enumerate(self._words()):
            start += len(text)
            if event.x < start:
                step = [0, 0, *self._steps, 0][place]
                if step:
                    self.action_choose(step)
                return

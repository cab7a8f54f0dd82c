"""Asks where a text shall be written, and once more before it goes over a file that stands there."""

from collections.abc import Callable, Mapping
from pathlib import Path

from infotui.services.exports import stands
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.telling import TellsErrors

Write = Callable[[str, bool], Path]  # to the file that is named, over what stands there or not


def ask_for_file(
    screen: TellsErrors,
    title: str,
    file: str,
    write: Write,
    tell: Callable[[Path], object],
    *,
    hint: str,
    note: str = "",
) -> None:
    """Ask for a file and write a text there.

    Args:
        screen: Over which it is asked.
        title: What is written.
        file: What stands in the field first.
        write: Writes it; what it refuses is said beside the field.
        tell: Called with where it is, once it is there.
        hint: What stands in the empty field.
        note: A sentence above the field.
    """

    def again(standing: str) -> None:
        ask_for_file(screen, title, standing, write, tell, hint=hint, note=note)

    def hand_in(values: Mapping[str, str]) -> str:
        target = values["file"]
        if stands(target):
            return target
        tell(write(target, False))
        return ""

    def over_it(standing: str | None) -> None:
        if standing:
            _ask_over(
                screen, standing, lambda: tell(write(standing, True)), lambda: again(standing)
            )

    screen.ask(Form(title, [Field("file", "File", file, hint)], hand_in, note=note), over_it)


def _ask_over(
    screen: TellsErrors, standing: str, replace: Callable[[], object], other: Callable[[], object]
) -> None:
    """Ask what shall become of a file that stands there."""

    def back(answer: str | None) -> None:
        (replace if answer == "replace" else other)()

    options = [("other", "Leave it as it is, and name another file"), ("replace", "Replace it")]
    screen.ask(Choice("A file stands there already", options, words=standing), back)

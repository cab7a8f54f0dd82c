"""What the tests of the command line share: the command as a call, a notebook, and screens that only note."""

from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.cli import demo, screens
from infotui.cli.main import main
from infotui.services.desks import Desks
from tests.builders import a_held_interview, open_desks
from tests.fakes import ManualClock


class Screens:
    """Stands in for the screens: notes on what they were opened, and closes the notebook as they do."""

    def __init__(self) -> None:
        self.opened = 0
        self.path = Path()
        self.start = ""
        self.warnings: tuple[str, ...] = ()
        self.in_focus = ""
        self.people: list[str] = []
        self.rehearsed: tuple[int, int] | None = None

    def run_on(
        self,
        desks: Desks,
        start: str,
        warnings: tuple[str, ...],
        *,
        rehearse: tuple[int, int] | None = None,
    ) -> None:
        focus = desks.plans.in_focus()
        self.opened += 1
        self.path, self.start, self.warnings = desks.store.path, start, warnings
        self.rehearsed = rehearse
        self.in_focus = focus.contact if focus else ""
        self.people = [row.name for row in desks.contacts.page("", 0, 100)]
        desks.close()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """Pretend that there is a terminal, and note what is shown on it."""
    stand_in = Screens()
    monkeypatch.setattr(screens, "check_terminal", lambda: None)
    for module in (screens, demo):
        monkeypatch.setattr(module, "run_on", stand_in.run_on)
    return stand_in


@pytest.fixture
def infotui() -> Callable[..., int]:
    """The command: its words in, its exit code out."""

    def run(*words: str | Path) -> int:
        try:
            return main([str(word) for word in words])
        except SystemExit as end:
            return int(end.code or 0)

    return run


@pytest.fixture
def written(notebook: Path, clock: ManualClock) -> Path:
    """A notebook in which one talk was held and two more people stand."""
    desks = open_desks(notebook, clock)
    a_held_interview(desks, "grew up near here", "> Jane Doe, fuel cells · may mention: yes")
    for name in ("Amina Patelnik", "Zoë 日本"):
        desks.contacts.add(desks.contacts.form_of(1)._replace(name=name, organization=""))
    desks.close()
    notebook.with_name(notebook.name + ".lock").unlink()
    return notebook

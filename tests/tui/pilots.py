"""A person at the keyboard of the running app, for tests: presses keys, reads the screen, moves no clock.

It waits until every widget has done its part instead of sleeping, which makes a key cost milliseconds.
An app draws as it would, but for the pictures of its start, each of which is over before it is seen.
"""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import ExitStack, asynccontextmanager, closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual import events
from textual._compositor import Compositor
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.geometry import Region
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets._toast import Toast

from infotui.services.desks import Desks
from infotui.tui.app import InfotuiApp
from infotui.tui.widgets.row_list import RowList

WIDE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)
SIZES = (WIDE, USUAL, SMALL)
MODES = ("today", "contacts", "prepare", "research", "questions", "live", "followup", "review")

_PATIENCE = 1_000  # turns of the loop in which a screen must come to rest; some dozens are much


class Hands:
    """One person in front of one app."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot
        self.app: App[Any] = pilot.app

    async def settle(self) -> None:
        """Wait until nothing is left to do: no message under way, no layout, nothing to draw."""
        for _ in range(_PATIENCE):
            await self._empty_queues()
            # Whatever is still at work on its last message answers when it is done with it.
            if self._has_ended() or not await self.pilot._wait_for_screen():
                return
            await asyncio.sleep(0)
            if self._has_ended() or not (self._has_messages() or self._is_to_draw()):
                return
        raise AssertionError("the screen never came to rest")

    async def _empty_queues(self) -> None:
        for _ in range(_PATIENCE):
            await asyncio.sleep(0)
            if self._has_ended():
                return
            if self._has_messages():
                continue
            if not self._is_to_draw():
                return
            self.app.screen._on_timer_update()  # drawn once when all is said, not after each message

    def _has_ended(self) -> bool:
        return self.app._exit or not self.app.is_running or self.app._exception is not None

    def _has_messages(self) -> bool:
        return any(map(_has_messages, self._pumps()))

    def _is_to_draw(self) -> bool:
        screen = self.app.screen
        if screen._layout_required or screen._repaint_required or screen._scroll_required:
            return True
        return bool(screen._dirty_widgets or screen._callbacks or self.app._batch_count)

    def _pumps(self) -> Iterable[MessagePump]:
        yield self.app
        for screen in self.app.screen_stack:
            yield from screen.walk_children(with_self=True)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each done before the next."""
        for key in keys:
            self._send(_key(key))
            await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys faster than anything can be drawn."""
        for key in keys:
            self._send(_key(key))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Put a text in at the cursor at once, as a terminal does."""
        self._send(events.Paste(text))
        await self.settle()

    async def write(self, text: str) -> None:
        """Replace whatever stands in the line or text that has the focus."""
        field = self.app.focused
        if isinstance(field, Input):
            field.value = ""
        else:
            assert isinstance(field, TextArea), f"the focus is on {field}"
            field.clear()
        await self.paste(text)

    async def click(self, selector: str, *, offset: tuple[int, int], times: int = 1) -> None:
        """Click at a place of a widget, quickly one after the other."""
        region = self.app.screen.query_one(selector).region
        place = (region.x + offset[0], region.y + offset[1])
        for _ in range(times):
            for kind in (events.MouseDown, events.MouseUp):
                self._send(kind(None, *place, 0, 0, 1, False, False, False, *place))
        await self.settle()

    async def resize(self, size: tuple[int, int]) -> None:
        """Make the terminal another size."""
        await self.pilot.resize_terminal(*size)
        await self.settle()

    async def fire(self, timer: Timer | None) -> None:
        """Let a timer of the app fall due now, as it does by itself every second."""
        assert timer is not None
        with self.app._context():
            await timer._tick(next_timer=0.0, count=1)
        await self.settle()

    def _send(self, event: events.Event) -> None:
        event.set_sender(self.app)
        self.app.post_message(event)

    @property
    def mode(self) -> str:
        """Which of the eight screens is shown."""
        return self.app.current_mode

    @property
    def focused(self) -> str:
        """The id of what has the focus."""
        widget = self.app.focused
        return (widget.id or type(widget).__name__) if widget else ""

    def strips(self) -> list[Strip]:
        """The lines of the screen, as the compositor puts them together."""
        return self.app.screen._compositor.render_strips()

    def lines(self) -> list[str]:
        """The lines of the screen as text."""
        return [strip.text for strip in self.strips()]

    @property
    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.lines())

    def seen(self, selector: str) -> str:
        """What stands on the screen where a widget is, as one line of words."""
        return words("\n".join(self.seen_lines(selector)))

    def seen_lines(self, selector: str) -> list[str]:
        """The lines that stand on the screen where a widget is."""
        return self._cut(self.app.screen.query_one(selector))

    def _cut(self, widget: Widget) -> list[str]:
        region = _visible(widget)
        return [
            strip.crop(region.x, region.right).text
            for strip in self.strips()[region.y : region.bottom]
        ]

    @property
    def toasts(self) -> list[str]:
        """What the toasts say, the newest last."""
        return [words("\n".join(self._cut(toast))) for toast in self.app.screen.query(Toast)]

    @property
    def said(self) -> str:
        """What the newest toast says."""
        return self.toasts[-1] if self.toasts else ""

    def row(self, selector: str) -> Any:
        """The row under the cursor of a list."""
        return self.app.screen.query_one(selector, RowList).row

    def rows(self, selector: str) -> list[Any]:
        """All rows of a list."""
        return list(self.app.screen.query_one(selector, RowList).rows)

    def output(self) -> str:
        """What would be sent to the terminal to draw the whole screen."""
        update = self.app.screen._compositor.render_full_update()
        return update.render_segments(self.app.console)


def _has_messages(pump: MessagePump) -> bool:
    if isinstance(pump, DOMNode) and pump._closing:
        return False
    return not pump._message_queue.empty() or bool(pump._next_callbacks)


def _visible(widget: Widget) -> Region:
    try:
        shown = widget.screen.find_widget(widget)
    except NoWidget:  # it is not shown at all
        return Region()
    return shown.region.intersection(shown.clip)


def _key(key: str) -> events.Key:
    """Make the event of a key by its name; a single character is typed."""
    if len(key) == 1:
        return events.Key(key if key.isalnum() else _character_to_key(key), key)
    return events.Key(key, {"space": " ", "enter": "\r", "tab": "\t"}.get(key))


def words(text: str) -> str:
    """Give a text as one line, without the frames around it."""
    return re.sub(r"[\s│╭╮╰╯─▊▌▏▔▁▂▃▄▅▆▇█▎┃▐]+", " ", text).strip()


def _no_delay(_delay: float = 0.0) -> None:
    pass


_parse = Stylesheet._parse_rules
_parsed: dict[object, list[RuleSet]] = {}


def _draw_later(_compositor: Compositor, **_how: object) -> None:
    """Leave what is to be drawn until the app has started."""


def _parse_once(sheet: Stylesheet, *args: Any, **more: Any) -> list[RuleSet]:
    """Read each style sheet once for all apps, instead of several times in each start."""
    key = (*args, *more.items(), *sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *args, **more)
    return _parsed[key]


@asynccontextmanager
async def sitting(app: App[Any], size: tuple[int, int] = WIDE) -> AsyncIterator[Hands]:
    """Run an app and sit down before it."""
    # Textual holds the picture back for a moment when the mode changes, against flicker: a test
    # would wait for that moment with every change.
    app.delay_update = _no_delay  # type: ignore[method-assign]
    with patch.object(Stylesheet, "_parse_rules", _parse_once), ExitStack() as starting:
        starting.enter_context(patch.object(Compositor, "render_update", _draw_later))
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            hands = Hands(pilot)
            await hands.settle()
            starting.close()
            app.screen.refresh()
            await hands.settle()
            yield hands


@asynccontextmanager
async def at(desks: Desks, start: str = "today", size: tuple[int, int] = WIDE,
             warnings: Iterable[str] = ()) -> AsyncIterator[Hands]:  # fmt: skip
    """Run infotui on a notebook and sit down before it."""
    async with sitting(InfotuiApp(desks, start, warnings), size) as hands:
        yield hands


def stored(desks: Desks | Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Read a notebook's file as another program would, whatever our own connection believes."""
    path = desks if isinstance(desks, Path) else desks.store.path
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return db.execute(query, values).fetchall()


def dump(desks: Desks | Path) -> list[str]:
    """Every record that a notebook holds, to see that nothing changed; words half typed are none."""
    path = desks if isinstance(desks, Path) else desks.store.path
    tables = stored(path, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                          " AND sql LIKE '%uuid TEXT%' AND name NOT IN ('unfinished', 'notebook')")  # fmt: skip
    held = [
        f"{table} {row}" for (table,) in tables for row in stored(path, f"SELECT * FROM {table}")
    ]
    return [*held, f"focus {stored(path, 'SELECT focus_id FROM notebook')}"]

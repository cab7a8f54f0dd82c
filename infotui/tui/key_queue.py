"""Hands keys on in turn: each finds the screen and the focus that the one before it led to.

It knows when what a key set going has come to rest; what a key means is left to whoever gets it.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input, TextArea

_PATIENCE: Final = 2.0  # seconds that a key waits for somebody who never comes to rest
HandOn = Callable[[events.Event], Awaitable[None]]

if TYPE_CHECKING:
    _Base = App[Any]
else:
    _Base = object


class KeyQueue:
    """The keys, pastes and clicks that came before it was their turn.

    Textual gives a key to what has the focus when it arrives. Screens and dialogs come up, and the
    focus moves, by messages; of several keys in one read, as over a slow line, the later ones would
    meet the old focus. So one that may find things in motion waits until all is at rest.

    Words behind words for the same text need not wait: they move nothing, and the text takes them
    in their order. Nor does a key that comes while all is at rest, as they do when typed by hand.

    Args:
        app: The program.
        hand_on: Gives an event to whoever has the focus now.
        patience: Seconds after which a key waits no longer for what is still in motion.
    """

    def __init__(self, app: App[Any], hand_on: HandOn, patience: float = _PATIENCE) -> None:
        self._app = app
        self._hand_on_now = hand_on
        self._patience = patience
        self._waiting: deque[events.Event] = deque()
        self._text: Widget | None = (
            None  # since all was at rest, words went into it and nothing else
        )
        self._stuck: WeakSet[MessagePump] = (
            WeakSet()
        )  # waited for in vain; not again until it moves
        self._turn = 0  # of several calls to go on, only the one asked for last counts
        self._watchdog: asyncio.TimerHandle | None = None
        self._at_once = False

    def __len__(self) -> int:
        """Tell how many wait."""
        return len(self._waiting)

    async def take(self, event: events.Event) -> None:
        """Hand an event on, now if it is its turn; called in the app's own task."""
        if not self._waiting and self._may_go(event):
            await self._hand_on(event)
            return
        self._waiting.append(event)
        if len(self._waiting) == 1:
            self._come_back()

    def hand_on_all(self) -> None:
        """Let nothing wait any longer, as the program is about to be ended from outside."""
        self._at_once = True
        self._call_back(self._app)

    def give_up(self) -> None:
        """Go on in spite of what is still in motion; it may be stuck for good."""
        self._watchdog = None
        self._stuck.update(self._in_motion())
        self._call_back(self._app)

    async def _hand_on(self, event: events.Event) -> None:
        text = self._text_for(event)
        moves_nothing = isinstance(event, events.MouseMove)
        if not moves_nothing:
            self._text = None
        await self._hand_on_now(event)
        # Not forwarded means that a key with priority was taken on the way: that may do anything.
        if event.is_forwarded and not moves_nothing:
            self._text = text

    async def _go_on(self, turn: int) -> None:
        if turn != self._turn:
            return
        if self._app._exit and not self._at_once:
            self._waiting.clear()  # what is typed behind the key that quits is not for us
        try:
            while self._waiting and self._may_go(self._waiting[0]):
                self._stop_watchdog()
                await self._hand_on(self._waiting.popleft())
        finally:  # an error belongs to one key, the others are still to come
            self._come_back()

    def _come_back(self) -> None:
        """Have us called when one of those in motion has done what it has to do."""
        if not self._waiting:
            self._stop_watchdog()
            return
        if self._watchdog is None:
            loop = asyncio.get_running_loop()
            self._watchdog = loop.call_later(self._patience, self.give_up)
        for pump in self._in_motion():
            if self._call_back(pump):
                return
        self._call_back(self._app)

    def _call_back(self, pump: MessagePump) -> bool:
        self._turn += 1
        if pump is self._app:
            return pump.call_later(self._go_on, self._turn)
        # By way of its queue, behind what is in it; then in the app's task, as every key.
        return pump.call_later(self._app.call_later, self._go_on, self._turn)

    def _stop_watchdog(self) -> None:
        if self._watchdog is not None:
            self._watchdog.cancel()
            self._watchdog = None

    def _may_go(self, event: events.Event) -> bool:
        if self._at_once or isinstance(event, events.MouseMove):
            return True
        text = self._text_for(event)
        if text is not None and text is self._text:
            return True
        return next(self._in_motion(), None) is None

    def _text_for(self, event: events.Event) -> Widget | None:
        """Give the text which the event would be typed into, if it would."""
        is_letter = isinstance(event, events.Key) and event.is_printable
        if not is_letter and not isinstance(event, events.Paste):
            return None
        focused = self._app.focused
        if isinstance(focused, TextArea):
            return None if focused.read_only else focused
        return focused if isinstance(focused, Input) else None

    def _in_motion(self) -> Iterator[MessagePump]:
        """Find who has still something to do: on the screens that lie on one another, and the app."""
        for screen in reversed(self._app.screen_stack):
            for pump in screen.walk_children(with_self=True):
                if _is_at_rest(pump):
                    self._stuck.discard(pump)
                elif pump not in self._stuck:
                    yield pump
        if not _has_messages(self._app):  # at work it is in any case: it is who asks
            self._stuck.discard(self._app)
        elif self._app not in self._stuck:
            yield self._app


def _has_messages(pump: MessagePump) -> bool:
    # Textual takes a message out of the queue to look whether it replaces the one before.
    looked_at = pump._pending_message is not None
    return looked_at or bool(pump._next_callbacks) or not pump._message_queue.empty()


def _is_at_rest(pump: MessagePump) -> bool:
    """Tell whether a widget waits for its next message; one that is going away counts as well."""
    if pump._closing or pump._closed:
        return True
    # No message alone may mean that the last one is being worked on, or that the widget is not mounted
    # yet; who waits at its queue has done everything.
    queue: asyncio.Queue[Any] = pump._message_queue
    return bool(getattr(queue, "_getters", True)) and not _has_messages(pump)


class TakesKeysInTurn(_Base):
    """Mixed into the app: what a person does reaches the screens through the queue."""

    @cached_property
    def keys(self) -> KeyQueue:
        """Those that wait."""
        return KeyQueue(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        """Take what comes from the keyboard and the mouse; the rest is Textual's."""
        is_input = isinstance(event, events.InputEvent | events.Paste)
        if is_input and not event.is_forwarded:
            await self.keys.take(event)
        else:
            await super().on_event(event)

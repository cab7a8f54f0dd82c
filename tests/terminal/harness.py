"""A pseudo-terminal with a person at it: starts the real program, sends keys, reads the screen; it judges nothing."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pyte

from infotui.domain.clock import SystemClock

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 20.0  # seconds: no test waits so long unless something is broken

KEYS: Final = {
    "enter": "\r", "tab": "\t", "escape": "\x1b", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
    "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~",
    "ctrl+g": "\x07", "ctrl+q": "\x11",
}  # fmt: skip

# What rings; the end of the sequence that sets the mouse pointer's shape looks alike.
BELL: Final = re.compile(rb"(?<!default)\x07")

# A picture is sent between these two, if the terminal said that it can wait for the whole of it.
_CAN_YOU_HOLD: Final = b"\x1b[?2026$p"
_YES_I_CAN: Final = b"\x1b[?2026;2$y"
_HOLD, _SHOW = "\x1b[?2026h", "\x1b[?2026l"

# What pyte would draw as text, or stumble over: private modes with other letters than h and l, queries,
# colours with colons, and the strings that end in BEL or ST.
_UNKNOWN: Final = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\|\x1b\[[<>=][0-9;:]*[@-~]"
    r"|\x1b\[\??[0-9;]*(?:[$!\"' *]+[@-~]|[nctqu])|\x1b[=>]"
)
_UNFINISHED: Final = re.compile(r"\x1b(?:\][^\x07\x1b]*\x1b?|[PX^_][^\x1b]*\x1b?|\[[0-?]*[ -/]*)?$")


class Terminal:
    """A terminal of so many columns and rows in which one program runs.

    Args:
        words: The program's arguments.
        columns: Its width.
        rows: Its height.
        command: What is started; by default infotui as this Python would run it.
        env: What is added to the environment.
    """

    def __init__(
        self,
        *words: str,
        columns: int = 80,
        rows: int = 24,
        command: Sequence[str] = (sys.executable, "-m", "infotui"),
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.raw = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._clock = SystemClock()
        self._ended: int | None = None
        surroundings = {
            **os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT),
            **(env or {}),
        }  # fmt: skip
        for name in ("LINES", "COLUMNS", "TMUX"):
            surroundings.pop(name, None)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            try:
                _set_size(0, columns, rows)
                os.execvpe(command[0], [*command, *words], surroundings)  # noqa: S606
            finally:
                os._exit(127)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self._ended is None:
            # The program leads a group of its own; the whole of it, for it may have been started by another.
            os.killpg(self.pid, signal.SIGKILL)
            self.wait_for_end()
        if self._fd >= 0:
            os.close(self._fd)

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.lines)

    @property
    def is_restored(self) -> bool:
        """Whether the terminal was given back: the other screen left, its own ways switched off."""
        return all(
            self.raw.rfind(b"\x1b[?" + mode + b"l") > self.raw.rfind(b"\x1b[?" + mode + b"h")
            for mode in (b"1049", b"1000", b"1003", b"1006", b"2004")
        ) and self.raw.rfind(b"\x1b[?25h") > self.raw.rfind(b"\x1b[?25l")

    def press(self, *keys: str, then: str = "") -> str:
        """Press keys and wait until the screen shows `then`; give the screen."""
        self.send(*keys)
        return self.wait_for(then)

    def press_and_move(self, key: str) -> None:
        """Press a key and wait until the cursor stands on another line."""
        before = self._screen.cursor.y
        self.send(key)
        self.wait_until(lambda: self._screen.cursor.y != before, f"a move by {key}")

    @property
    def list_has_focus(self) -> bool:
        """Whether keys go to a list: the last line of the screen tells what Enter does there."""
        return re.search("(⏎|Enter) open", self.lines[-1]) is not None

    def to_list(self, key: str, label: str) -> None:
        """Press a key that leads to a list; wait until it has the focus and `label` is among its keys."""
        self.send(key)
        self.wait_until(
            lambda: self.list_has_focus and label in self.lines[-1], f"a list to {label}"
        )

    def go_to(self, digit: str) -> None:
        """Go to one of the eight screens, from wherever one types."""
        self.press("ctrl+g", then=" go to ")
        self.send(digit)
        self.wait_while(" go to ")

    def write(self, words: str, then: str = "") -> str:
        """Type words and wait until they stand there, or until the screen shows `then`."""
        self.send(words)
        return self.wait_for(then or re.escape(words))

    def send(self, *keys: str | bytes) -> None:
        """Press keys: a key's name, else the text or the bytes themselves."""
        data = b"".join(
            key if isinstance(key, bytes) else KEYS.get(key, key).encode() for key in keys
        )
        while data:
            # A program that prints while we type must not fill its side of the line for ever.
            _, writable, _ = select.select([], [self._fd], [], PATIENCE)
            assert writable, "the program reads no keys"
            data = data[os.write(self._fd, data[:1024]) :]

    def wait_for(self, pattern: str, seconds: float = PATIENCE) -> str:
        """Read until the screen shows `pattern`; give the screen."""
        found = re.compile(pattern)
        self.wait_until(lambda: found.search(self.text) is not None, pattern, seconds)
        return self.text

    def wait_while(self, pattern: str, seconds: float = PATIENCE) -> str:
        """Read until the screen shows `pattern` no longer; give the screen."""
        found = re.compile(pattern)
        self.wait_until(lambda: found.search(self.text) is None, f"no {pattern}", seconds)
        return self.text

    def wait_until(
        self, is_so: Callable[[], bool], what: str = "it", seconds: float = PATIENCE
    ) -> None:
        """Read until something is so."""
        # The one clock a test may look at: how long to wait for a program that does not answer.
        end = self._clock.monotonic() + seconds
        while not is_so():
            left = end - self._clock.monotonic()
            if left <= 0 or not self._read(left):
                if is_so():
                    return
                end_code = "" if self._ended is None else f" (it ended with {self._ended})"
                raise AssertionError(f"{what!r} did not come{end_code}; the screen:\n{self.text}")

    def wait_for_end(self, seconds: float = PATIENCE) -> int:
        """Read until the program is gone; give its exit code, negative for the signal that ended it."""
        end = self._clock.monotonic() + seconds
        while self._ended is None:
            left = end - self._clock.monotonic()
            assert left > 0, f"it did not end; the screen:\n{self.text}"
            if self._fd < 0 or not self._read(min(left, 0.05)):
                self._reap()
        return self._ended

    def read_for(self, seconds: float) -> None:
        """Read what comes in so many seconds, as one who looks at the screen does between two keys."""
        end = self._clock.monotonic() + seconds
        while (left := end - self._clock.monotonic()) > 0 and self._ended is None:
            self._read(left)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a window manager does."""
        self._screen.resize(rows, columns)
        _set_size(self._fd, columns, rows)

    def kill(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the window: the program's terminal is gone."""
        os.close(self._fd)
        self._fd = -1

    def _read(self, seconds: float) -> bool:
        """Read what the program wrote; tell whether there was something."""
        readable, _, _ = select.select([self._fd], [], [], seconds)
        if not readable:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux says so when the last holder of the other side is gone
            data = b""
        if not data:
            self._reap()
            return False
        self.raw += data
        if _CAN_YOU_HOLD in data:
            self.send(_YES_I_CAN)
        self._draw(self._decoder.decode(data))
        return True

    def _draw(self, text: str) -> None:
        """Draw what came, but a picture that is still being sent only once it is whole."""
        text = self._rest + text
        end = len(text)
        if (cut := _UNFINISHED.search(text)) is not None:
            end = cut.start()
        if (begun := text.rfind(_HOLD)) > text.rfind(_SHOW):
            end = min(end, begun)
        self._rest = text[end:]
        self._stream.feed(_UNKNOWN.sub("", text[:end]))

    def _reap(self) -> None:
        if self._ended is not None:
            return
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            self._ended = os.waitstatus_to_exitcode(status)


def _set_size(fd: int, columns: int, rows: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

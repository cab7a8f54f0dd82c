"""Small programs that tests start beside themselves, to lock a notebook or to be killed while typing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_ENDLESS: Final = "Grüße, naïve café, 日本の会社; “so it goes” – 100 %_\\ 'x'\n"

HOLD: Final = """
import sys
from pathlib import Path
from infotui.storage.store import Store
from tests.fakes import ManualClock
store = Store.open(Path(sys.argv[1]), ManualClock())
print("reader" if store.read_only else "writer", flush=True)
sys.stdin.read()
"""

TYPE: Final = """
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path
from infotui.domain.kept import Kept, Unfinished
from infotui.services.scribe import Scribe
from infotui.storage.store import Store
from tests.fakes import ManualClock
from tests.storage.programs import said
path, noun, field, key, length = sys.argv[1:]
clock = ManualClock()
scribe = Scribe(Store.open(Path(path), clock))
place = Kept(noun, field, int(key)) if field else Unfinished(key)
for n in count(int(length) + 1):
    clock.advance(timedelta(milliseconds=40))
    if scribe.keep(place, said(n)):
        print(n, flush=True)
"""


def said(length: int) -> str:
    """Give the first characters of a text without end, of all kinds of letters."""
    return (_ENDLESS * (length // len(_ENDLESS) + 1))[:length]


@contextmanager
def running(program: str, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a program of Python's until the block ends; then it is killed, if it still lives."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=env,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()

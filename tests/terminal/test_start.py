"""The first moments: what is loaded beside the first picture does not trip over the first key."""

import os
import subprocess
import sys
from pathlib import Path

from tests.terminal.harness import ROOT

# Loading is made slow, as it is on a slow machine: there the first write meets what warms up by itself.
MEET = """
import sys, threading
from pathlib import Path
from infotui.storage import warm
from infotui.storage.store import Store
from infotui.domain.clock import SystemClock

begun = threading.Event()

class Slow:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("sqlalchemy."):
            begun.set()
            threading.Event().wait(0.004)

store = Store.open(Path(sys.argv[1]), SystemClock())
warming = threading.Thread(target=warm.load)
sys.meta_path.insert(0, Slow())
warming.start()
begun.wait(20)
with store.writing() as shelves:
    print("written", type(shelves).__name__)
warming.join()
store.close()
"""


def test_the_first_write_may_come_while_what_it_needs_is_being_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEET, str(tmp_path / "n.db")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stderr == ""
    assert done.stdout == "written Shelves\n"

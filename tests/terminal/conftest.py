"""Where there are no pseudo-terminals of this kind, these tests are not even collected."""

import sys

collect_ignore_glob = ["*.py"] if sys.platform == "win32" else []

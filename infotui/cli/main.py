"""The `infotui` command: reads the words after it and hands over; it imports no more than it needs."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

import infotui

_WELL, _TOLD = 0, 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="infotui",
        description="A keyboard-driven notebook for informational interviews.",
        epilog="Without a command the notebook opens. Inside, ? shows the keys.",
    )
    parser.add_argument("--version", action="version", version=f"infotui {infotui.__version__}")
    _add_notebook(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    demo = commands.add_parser("demo", help="open a throwaway sample notebook")
    demo.add_argument("--keep", metavar="FILE", help="keep the sample in this new file")

    live = commands.add_parser("live", help="go straight to the live screen")
    live.add_argument("who", nargs="?", metavar="WHO", help="a contact's name, or part of it")
    live.add_argument("--new", metavar="NAME", help="begin with somebody new")
    _add_notebook(live, argparse.SUPPRESS)

    _add_rehearse(commands)
    export = commands.add_parser("export", help="write the notebook to a file")
    export.add_argument(
        "format",
        choices=["json", "paper"],
        help="json: the whole notebook; paper: one plan as a page to print",
    )
    export.add_argument("file", metavar="FILE", help="where to; - for standard output")
    export.add_argument("--force", action="store_true", help="replace a file that stands there")
    export.add_argument(
        "--interview", metavar="WHO", help="paper: with whom; by default the one in focus"
    )
    _add_notebook(export, argparse.SUPPRESS)
    _add_log(commands)
    _add_draft(commands)
    _add_agenda(commands)
    _add_search(commands)
    return parser


def _add_search(commands: Any) -> None:
    search = commands.add_parser(
        "search",
        help="print what has these words, the newest first",
        description='Words, "exact words", and filters: from:NAME org:NAME kind:finding field:energy '
        "after:2026-09 before:2026-10-01 #tag. What begins with - is left out; put -- before it.",
    )
    search.add_argument("query", nargs="+", metavar="QUERY", help="what to look for")
    search.add_argument(
        "--limit", type=_some, default=50, metavar="N", help="how many at most, up to 1000 (50)"
    )
    search.add_argument("--json", action="store_true", help="for programs")
    _add_notebook(search, argparse.SUPPRESS)


def _some(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1000:
        raise argparse.ArgumentTypeError("a number from 1 to 1000")
    return number


def _add_agenda(commands: Any) -> None:
    agenda = commands.add_parser(
        "agenda", help="print what stands today: interviews, your move, their move, losing touch"
    )
    agenda.add_argument("--json", action="store_true", help="for programs")
    _add_notebook(agenda, argparse.SUPPRESS)


def _add_rehearse(commands: Any) -> None:
    rehearse = commands.add_parser("rehearse", help="practise a planned talk; nothing is kept")
    rehearse.add_argument("who", nargs="?", metavar="WHO", help="a contact's name, or part of it")
    rehearse.add_argument(
        "--speed", metavar="N", type=int, choices=range(1, 11), default=1,
        help="the clock runs 1 to 10 times as fast (1)",
    )  # fmt: skip
    _add_notebook(rehearse, argparse.SUPPRESS)


def _add_log(commands: Any) -> None:
    log = commands.add_parser("log", help="keep a talk that took place")
    log.add_argument("who", metavar="WHO", help="a contact's whole name, or that of somebody new")
    log.add_argument("--when", required=True, help='"last tue", "yesterday 15:00", "12 nov"')
    log.add_argument("--organization", default="", help="where they work")
    log.add_argument("--minutes", type=int, default=30, help="how long it lasted (30)")
    log.add_argument(
        "--note", metavar="TEXT", action="append", default=[], help="a note; may be repeated"
    )
    log.add_argument("--notes", choices=["-"], help="- takes notes from standard input, one a line")
    _add_notebook(log, argparse.SUPPRESS)


def _add_draft(commands: Any) -> None:
    from infotui.domain.draft import KINDS

    draft = commands.add_parser(
        "draft", help="print a text for somebody, filled from the notebook; nothing is sent or kept"
    )
    draft.add_argument("kind", choices=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    draft.add_argument("who", metavar="WHO", help="a contact's name, or part of it")
    draft.add_argument(
        "--file", metavar="FILE", default="-", help="where to; - for standard output"
    )
    draft.add_argument("--force", action="store_true", help="replace a file that stands there")
    _add_notebook(draft, argparse.SUPPRESS)


def _add_notebook(parser: argparse.ArgumentParser, default: str | None) -> None:
    # Repeated on each command with SUPPRESS, so that it may stand before or after the command.
    parser.add_argument(
        "--notebook",
        metavar="FILE",
        default=default,
        help="the notebook's file (also INFOTUI_NOTEBOOK); by default one in your data folder",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say.

    Args:
        arguments: The words after the command's name; those of this process if not given.

    Returns:
        0 when it went well, 1 after a sentence on standard error.

    Raises:
        SystemExit: With 2 after wrong usage, with 0 after help or version.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command == "live" and given.who and given.new:
        parser.error("live takes WHO or --new NAME, not both")
    if given.command == "export" and given.interview and given.format != "paper":
        parser.error("--interview is for export paper")
    from infotui.cli import commands
    from infotui.domain.errors import InfotuiError

    try:
        commands.COMMANDS[given.command](given)
    except InfotuiError as bad:
        return _tell(bad.sentence)
    except BrokenPipeError:
        # Whoever read our output went away; nothing more can be told to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _TOLD
    except OSError as bad:
        where = f" ({bad.filename})" if bad.filename else ""
        return _tell(f"{bad.strerror or bad}{where}. What was stored before is untouched.")
    return _WELL


def _tell(sentence: str) -> int:
    """Say a sentence on standard error, without anything a terminal would obey."""
    from infotui.domain.text import clean

    sys.stderr.write(f"infotui: {clean(sentence)}\n")
    return _TOLD


def run() -> None:
    """Be the program: `main` with this process's arguments, its result as exit code."""
    sys.exit(main())

"""The command line: the same work as the window, without one."""

import argparse
import contextlib
import importlib
import os
import re
import sys
from collections.abc import Sequence

from briefer import __version__
from briefer.model.errors import BrieferError, Cancelled

COMMANDS = {
    "extract": "articles as JSON lines or readable text",
    "summarize": "extractive summary of each input",
    "actors": "key actors and quotes of each input",
    "brief": "assemble a briefing and export it",
    "library": "the library that the window shows",
}
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_FLAGS = ("--version", "--help", "-h")


def is_command(arguments: Sequence[str]) -> bool:
    """Whether the arguments are for the command line rather than files for the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0] in _FLAGS)


def main(arguments: Sequence[str]) -> int:
    """Run one command. 0: all done, 1: some input failed, 2: wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser(arguments).parse_args(arguments)
    try:
        return int(options.run(options))
    except Cancelled:
        return 130
    except KeyboardInterrupt:
        return 130
    except BrieferError as error:
        say(error)
        return 1
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python would complain once more at exit.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    # The last boundary: a script that reads standard error meets a line, not a traceback.
    except Exception as error:  # noqa: BLE001
        from briefer import crash

        crash.note(error)
        what = f"Something went wrong in Briefer ({type(error).__name__})."
        say(BrieferError(what, hint="The report is in briefer.log, beside the library."))
        return 1


def say(error: BrieferError, name: str = "") -> None:
    """One line on standard error: what is wrong with which input, and what to do."""
    place = name or error.name
    prefix = f"briefer: {place}: " if place else "briefer: "
    # A file's name may hold line ends and a terminal's commands.
    line = _UNPRINTABLE.sub(
        lambda found: found.group().encode("unicode_escape").decode("ascii"),
        prefix + " ".join(str(error).split()),
    )
    print(line, file=sys.stderr)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefer",
        description="From dropped articles to a briefing in the post, offline.",
        epilog="Without a command: briefer [FILE|URL ...] opens the window and imports what is named.",
    )
    parser.add_argument("--version", action="version", version=f"Briefer {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, text in COMMANDS.items():
        sub = commands.add_parser(name, help=text, description=text.capitalize() + ".")
        # Only the command that is asked for is imported: start-up counts.
        if name in arguments[:1]:
            module = importlib.import_module(f"briefer.cli.{name}")
            module.add_arguments(sub)
            sub.set_defaults(run=module.run)
    return parser

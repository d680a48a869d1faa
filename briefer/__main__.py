"""`briefer` and `python -m briefer`: the window, a command, or a worker; also what is frozen."""

import gc
import sys

# The lists of names and words are a million objects that never go: counted again at every 700 new ones,
# they took two fifths of an analysis.
_GARBAGE = (50_000, 20, 50)


def main(argv: list[str] | None = None) -> int:
    """Run what the arguments ask for; the exit status."""
    gc.set_threshold(*_GARBAGE)
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["--worker"]:
        from briefer.worker import main as work

        return work()
    from briefer.cli import is_command
    from briefer.cli import main as command

    if is_command(arguments):
        return command(arguments)
    from briefer.app import main as window

    return window(arguments)


if __name__ == "__main__":
    sys.exit(main())

"""The child's side of `services.workers`: takes tasks as JSON lines, answers as JSON lines.

It holds the memory limit, so that a file made to explode is stopped by the system before the
machine suffers.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefer import crash
from briefer.model.errors import BrieferError

Plain = dict[str, Any]

# Address space, not resident memory; numpy and lxml with their libraries map about 350 MB, a text of two
# million characters 450 MB. Two workers may meet a hostile file each. A long briefing is the user's own.
READING_LIMIT = 800 << 20
MEMORY_LIMIT = 3 << 30
_HOSTILE = ("read", "paste")


def main() -> int:
    """Answer tasks until standard input ends."""
    _be_modest()
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints must not be taken for an answer.
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        request = json.loads(line)
        _limit_memory(READING_LIMIT if request["task"] in _HOSTILE else MEMORY_LIMIT)
        answer = _answer(request)
        try:
            text = json.dumps(answer)
        except MemoryError:
            text = json.dumps(_failed("UnreadableFile", _TOO_BIG))
        answers.write(text.encode() + b"\n")
        answers.flush()
    return 0


_TOO_BIG = "This file needs more memory than Briefer allows."


def _answer(request: Plain) -> Plain:
    try:
        return TASKS[request["task"]](request)
    except BrieferError as error:
        family = type(error).__name__
        return _failed(family, error.what, name=error.name, hint=error.hint)
    except MemoryError:
        return _failed("UnreadableFile", _TOO_BIG)
    except RecursionError:
        return _failed("UnreadableFile", "This file is nested too deeply to be read.")
    # The boundary of the process: whatever a reader library raises costs this task alone.
    except Exception as error:  # noqa: BLE001
        crash.note(error)
        what = f"This file could not be read ({type(error).__name__})."
        return _failed(
            "UnreadableFile", what, hint="It may be damaged. Open it in its own program."
        )


def _failed(family: str, what: str, *, name: str = "", hint: str = "") -> Plain:
    return {"error": {"family": family, "what": what, "name": name, "hint": hint}}


def _read(request: Plain) -> Plain:
    from briefer.engines import analyser, reader
    from briefer.model.plain import to_plain

    articles = reader().read(Path(request["path"]), origin=request.get("origin", ""))
    if not request.get("analyse"):
        return {"articles": [to_plain(article) for article in articles]}
    analyse = analyser()
    return {
        "articles": [to_plain(article) for article in articles],
        "analyses": [to_plain(analyse(article)) for article in articles],
    }


def _paste(request: Plain) -> Plain:
    from briefer.engines import analyser, reader
    from briefer.model.plain import to_plain

    article = reader().paste(
        request.get("html", ""), request.get("text", ""), request.get("url", "")
    )
    return {"articles": [to_plain(article)], "analyses": [to_plain(analyser()(article))]}


def _analyse(request: Plain) -> Plain:
    from briefer.engines import analyser
    from briefer.model.article import Article
    from briefer.model.plain import from_plain, to_plain

    return {"analysis": to_plain(analyser()(from_plain(Article, request["article"])))}


def _score(request: Plain) -> Plain:
    from briefer.engines import summarizer
    from briefer.model.plain import to_plain

    scores = summarizer(request["method"]).score(
        request["sentences"],
        language=request["language"],
        title=request.get("title", ""),
        focus=request.get("focus", ""),
    )
    return {"scores": to_plain(scores)}


def _export(request: Plain) -> Plain:
    from briefer.engines import export_plain

    return export_plain(request)


TASKS: dict[str, Callable[[Plain], Plain]] = {
    "read": _read,
    "paste": _paste,
    "analyse": _analyse,
    "score": _score,
    "export": _export,
}


def _limit_memory(most: int) -> None:
    # Windows has no rlimits; there the time limit and the readers' own size checks hold.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, MEMORY_LIMIT))


def _be_modest() -> None:
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)

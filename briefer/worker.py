"""The child's side of `services.workers`: takes tasks as JSON lines, answers as JSON lines.

It holds the memory limit, so that a file made to explode is stopped by the system before the
machine suffers.
"""

import base64
import contextlib
import ctypes
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from briefer import crash
from briefer.model.errors import BrieferError, UnreadablePart
from briefer.model.json_text import to_json
from briefer.text.name_models import SPACY

Plain = dict[str, Any]

# Address space, not resident memory; numpy and lxml with their libraries map about 350 MB, a text of two
# million characters 450 MB. Two workers may meet a hostile file each. A long briefing is the user's own.
READING_LIMIT = 800 << 20
MEMORY_LIMIT = 3 << 30
# As in __main__, through which a worker of a checkout does not come.
_GARBAGE = (50_000, 20, 50)
_HOSTILE = ("read", "paste", "feed")
# A worker that holds more than this (bytes) after a task has grown by what one rare file needed; a
# fresh one costs a second.
WEARY = 222 << 20
# The user's own model of names may take many times as much; whoever chose it has room for it.
_WEARY_OF_LARGE = 1_500 << 20
# So much of that must be free again once it gave back what it keeps for later, or it would do so
# after each task.
_SPARE = 6 << 20


def main() -> int:
    """Answer tasks until standard input ends."""
    _be_modest()
    gc.set_threshold(*_GARBAGE)
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints must not be taken for an answer.
    os.dup2(2, 1)
    for asked in sys.stdin.buffer:
        request = json.loads(asked)
        is_large = request.get("engine") == SPACY
        is_tight = request["task"] in _HOSTILE and not is_large
        _limit_memory(READING_LIMIT if is_tight else MEMORY_LIMIT)
        for answer in _answers(request):
            weary = _WEARY_OF_LARGE if is_large else WEARY
            if not answer.get("more") and _held() > weary:
                _give_back()
                answer["weary"] = _held() > weary - _SPARE
            line, is_whole = _line(answer)
            answers.write(line)
            answers.flush()
            if not is_whole:
                # To whoever asked, an error is the last answer.
                break
    return 0


def _held() -> int:
    """Resident memory in bytes; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf(
            "SC_PAGESIZE"
        )
    except (OSError, ValueError, AttributeError):
        return 0


def _give_back() -> None:
    """Hand what the allocator keeps for later back to the system, where it can (glibc)."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _line(answer: Plain) -> tuple[bytes, bool]:
    """The answer as a line, and whether there was memory for it."""
    try:
        return to_json(answer) + b"\n", True
    except MemoryError:
        return to_json(_failed("UnreadableFile", _TOO_BIG, hint=_BY_HAND)) + b"\n", False


_TOO_BIG = "This file needs more memory than Briefer allows."
_BY_HAND = "Open it in its own program, copy the text and paste it here."


def _answers(request: Plain) -> Iterator[Plain]:
    """One answer, or several of which all but the last say "more"."""
    try:
        answer = TASKS[request["task"]](request)
        if isinstance(answer, dict):
            yield answer
        else:
            yield from answer
    except BrieferError as error:
        family = type(error).__name__
        yield _failed(family, error.what, name=error.name, hint=error.hint)
    except MemoryError:
        yield _failed("UnreadableFile", _TOO_BIG, hint=_BY_HAND)
    except RecursionError:
        yield _failed("UnreadableFile", "This file is nested too deeply to be read.", hint=_BY_HAND)
    # The boundary of the process: whatever a reader library raises costs this task alone.
    except Exception as error:  # noqa: BLE001
        crash.note(error)
        what = "This file could not be read."
        yield _failed("UnreadableFile", what, hint="It may be damaged. Open it in its own program.")


def _failed(family: str, what: str, *, name: str = "", hint: str = "") -> Plain:
    return {"error": {"family": family, "what": what, "name": name, "hint": hint}}


def _read(request: Plain) -> Iterator[Plain]:
    """An answer for each article, so that the first of 500 are safe while the last are read."""
    from briefer.engines import analyser, issue_answers, reader

    path = Path(request["path"])
    issue = issue_answers(path) if request.get("issues") else None
    if issue is not None:
        for answer in issue:
            yield {**_NOTHING, **answer, "more": "issue" not in answer}
        return
    analyse = analyser(request.get("engine", "")) if request.get("analyse") else None
    reading = reader()
    is_whole_export = reading.cuts(path)
    for one in reading.each(path, origin=request.get("origin", "")):
        is_export = {"is_export": is_whole_export or reading.is_in_export}
        if isinstance(one, UnreadablePart):
            part: Plain = {"missed": [{"what": one.what, "name": one.name, "hint": one.hint}]}
        else:
            part = {"articles": [one]}
            if analyse is not None:
                part["analyses"] = [analyse(one)]
        yield {**_NOTHING, **is_export, **part, "more": True}
    yield {**_NOTHING, "is_export": is_whole_export}


_NOTHING: Plain = {"articles": [], "analyses": [], "missed": []}


def _paste(request: Plain) -> Plain:
    from briefer.engines import analyser, reader

    article = reader().paste(
        request.get("html", ""), request.get("text", ""), request.get("url", "")
    )
    return {
        **_NOTHING,
        "articles": [article],
        "analyses": [analyser(request.get("engine", ""))(article)],
    }


def _feed(request: Plain) -> Plain:
    from briefer.engines import feed_entries

    raw = base64.b64decode(request["raw"])
    return {"entries": feed_entries(raw, request["name"])}


def _analyse(request: Plain) -> Plain:
    from briefer.engines import analyser
    from briefer.model.article import Article
    from briefer.model.plain import from_plain

    analyse = analyser(request.get("engine", ""))
    return {"analysis": analyse(from_plain(Article, request["article"]))}


def _get_ready(request: Plain) -> Plain:
    from briefer.engines import get_ready

    get_ready(request.get("engine", ""))
    return {}


def _score(request: Plain) -> Plain:
    from briefer.engines import summarizer

    scores = summarizer(request["method"]).score(
        request["sentences"],
        language=request["language"],
        title=request.get("title", ""),
        focus=request.get("focus", ""),
    )
    return {"scores": scores}


def _group(request: Plain) -> Plain:
    from briefer.engines import group_plain

    return {"groups": group_plain(request)}


def _rank_story(request: Plain) -> Plain:
    from briefer.engines import story_scores

    return {"scores": story_scores(request["articles"], request["language"])}


def _export(request: Plain) -> Plain:
    from briefer.engines import export_plain

    return export_plain(request)


def _mail(request: Plain) -> Plain:
    from briefer.engines import mail_plain

    return mail_plain(request)


TASKS: dict[str, Callable[[Plain], Plain | Iterator[Plain]]] = {
    "read": _read,
    "paste": _paste,
    "feed": _feed,
    "analyse": _analyse,
    "score": _score,
    "group": _group,
    "rank_story": _rank_story,
    "export": _export,
    "mail": _mail,
    "get_ready": _get_ready,
}


def _limit_memory(most: int) -> None:
    # Windows has no rlimits; there the time limit and the readers' own size checks hold.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, MEMORY_LIMIT))


def _be_modest() -> None:
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)

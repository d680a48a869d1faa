"""Where the items of a list begin that runs on in one paragraph: "1. … 2. …", "a) … b) …", "• … • …"."""

import re
from collections.abc import Sequence

from briefer.model.text import Span

_MARKER = re.compile(
    r"(?<!\S)(?P<bullet>[•⁃▪‣◦·][ \u00a0]?)?(?:(?P<number>\d{1,3}|[a-z])(?:\.\)|[.)]))?[ \u00a0]+(?=\S)"
)


def list_items(text: str, paragraph: Span) -> Sequence[Span]:
    """The markers of the list that this paragraph is, in order; empty where it is none.

    It is one when it begins with a marker and goes on with the next in order ("2" after "1", "b"
    after "a") or with the same bullet. Markers that do not follow in order are words of the text.
    """
    first = _MARKER.match(text, paragraph.start, paragraph.end)
    if first is None or not (first["bullet"] or first["number"]):
        return ()
    found = [first]
    for marker in _MARKER.finditer(text, first.end(), paragraph.end):
        if _follows(found[-1], marker):
            found.append(marker)
    # A numbered line alone is an item too; a letter alone is more often a word ("a" or initials).
    if len(found) < 2 and not (first["bullet"] or (first["number"] or "").isdigit()):
        return ()
    return tuple(Span(*marker.span()) for marker in found)


def _follows(one: re.Match[str], other: re.Match[str]) -> bool:
    if (one["bullet"] is None) != (other["bullet"] is None):
        return False
    before, after = one["number"], other["number"]
    if before is None or after is None:
        return before is None and after is None and one["bullet"] is not None
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    return not before.isdigit() and not after.isdigit() and ord(after) == ord(before) + 1

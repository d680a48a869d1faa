"""What a person types into the search box, as an FTS5 query that can't be malformed."""

import re

# Words longer than this are no words; FTS5 would search them all the same.
_LONGEST = 80
_TOKENS = re.compile(r'"([^"]*)"|(\S+)')


def query(typed: str) -> str:
    """The FTS5 query for what was typed, or "" when it holds no word.

    All words must be there, each as the beginning of a word; "a phrase" as it stands; -word must
    not be there.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for phrase, word in _TOKENS.findall(typed.replace("\0", " ")):
        text = phrase or word
        negative = bool(word) and word.startswith("-")
        words = re.findall(r"\w+", text)
        if not words or len(text) > _LONGEST:
            continue
        term = '"' + " ".join(words) + '"' + ("" if phrase else "*")
        (unwanted if negative else wanted).append(term)
    if not wanted:
        return ""
    found = " AND ".join(wanted)
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found

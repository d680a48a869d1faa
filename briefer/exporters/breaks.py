"""Where a line may be broken without a hyphen: after hyphens and slashes, between ideographs."""

import re
import unicodedata
from functools import lru_cache

# A word longer than this may be cut anywhere: no line holds more, and shaping stays linear.
LONGEST_WORD = 60
# Characters between which a line may be broken without a blank (ideographs, kana, Thai for want
# of a dictionary) and those that may not begin or end a line (JIS X 4051, GB/T 15834).
_FREE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
    "、。，．：；？！）］｝〉》」』】〕（［｛〈《「『【〔]"
)
_CLOSING = "、。，．：；？！）］｝〉》」』】〕’”…‥ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ％!),.:;?]}»›"
_OPENING = "（［｛〈《「『【〔‘“([{«‹"


# Words recur: in a long document nine of ten are found here.
@lru_cache(maxsize=30_000)
def ends(word: str) -> tuple[int, ...]:
    """The ends of the parts of `word` that are never broken; the last is its length."""
    length = len(word)
    if length <= LONGEST_WORD and word.isascii() and "-" not in word and "/" not in word:
        return (length,)
    found: list[int] = []
    at = cut = 0
    # An address is broken after its slashes, not at hyphens that belong to it.
    address = "/" in word and "." in word
    while at < length:
        at += 1
        if address and at < length and at - cut < LONGEST_WORD:
            breaks = word[at - 1] == "/" and word[at] != "/"
        else:
            breaks = at == length or at - cut >= LONGEST_WORD or _may_break(word, at)
        if breaks:
            # A mark never leaves its letter.
            while at < length and unicodedata.combining(word[at]) and at - cut < 2 * LONGEST_WORD:
                at += 1
            found.append(at)
            cut = at
    return tuple(found)


def _may_break(word: str, at: int) -> bool:
    before, after = word[at - 1], word[at]
    if before in "-–—/":
        # "foreign-policy" may break, "-5" and "2026-03-12" may not.
        return after.isalpha() and at >= 2 and word[at - 2].isalpha()
    if not (_FREE.match(before) or _FREE.match(after)):
        return False
    return after not in _CLOSING and before not in _OPENING

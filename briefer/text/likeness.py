"""How much of one text stands in another: sequences of five words, what is quoted left out.

Containment in the shorter text decides, not resemblance: half of an article is still a copy of it.
"""

import hashlib
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from zlib import crc32

# Raised when prints would come out differently: a library then compares its articles anew.
LIKENESS_VERSION = 3
# From this share of the shorter text on it is a copy: benchmarks/copies.py prints both sides.
COPY = 0.35
# Two texts with less in common than this have nothing to do with one another.
RELATED = 0.03
# Sequences of five words; in scripts without blanks ten letters say about as much.
_WORDS, _LETTERS = 5, 10
# So many sequences begin a text, and this share of them must stand in the other text, unless of the
# whole more than the third does. Without it 44 of 1,797 articles of two newspapers were folded, most of
# them follow-ups and daily pages of one pattern; with it 16, nearly all later versions of one story.
_BEGINNING, _BEGUN, _SURE = 60, 0.2, 0.8
# A text whose every second sentence was rewritten is known by how its own are scattered: over several
# places (parted by more than a few sequences), none of which holds most of them, some in the first third.
# A background that a paper repeats stands in one piece. Of 1,297 news articles this folded one pair more.
_FIRST_PART, _BEGUN_THERE, _FEWEST_PLACES, _MOST_IN_ONE, _GAP = 3, 0.12, 3, 0.6, 5
# What two texts have in common whose beginnings differ.
_BACKGROUND = 0.3
# One sequence in eight is enough to find candidates; the whole texts are compared then.
_SAMPLED = 8
# With fewer sequences than this, chance and set phrases decide.
_FEWEST = 25
# Texts shorter than that (words) are the same only under the same headline: "Subscribe to read on".
_SHORT = 30
# Beyond this an article is a book; its beginning says whose it is (characters).
_MOST = 200_000
# A quotation of some length; two papers that print the same one have not copied each other. None
# holds its own opening mark: a text of such marks alone would be searched again from each.
_QUOTED = re.compile(
    r"“[^“”\n]{20,2000}”|«[^«»\n]{20,2000}»|„[^„“”\n]{20,2000}[“”]|「[^「」\n]{8,1000}」"
    r'|(?<!\w)"[^"\n]{20,2000}"(?!\w)'
)
# Of a text that is a quotation nearly whole, the quotation counts.
_LEAST_UNQUOTED = 0.25
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_LETTER = re.compile(f"[{_UNSPACED}]")
_WORD = re.compile(r"[^\W_]+")
_WORD_OR_LETTER = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Print:
    """What is kept of a text's wording.

    `digest` is equal for texts of the same words; `shingles` are its sequences of words as
    numbers in the order of the text, none for a text too short to be compared.
    """

    digest: str
    shingles: tuple[int, ...]

    @property
    def sample(self) -> list[int]:
        """The part of the sequences by which copies are looked up."""
        return [one for one in self.shingles if one % _SAMPLED == 0]


def print_of(text: str, title: str = "") -> Print:
    """The print of an article's text; its title counts only where the text is a line or two."""
    tokens, counted = _read(text[:_MOST])
    named = _tokens(title) if len(tokens) < _SHORT else []
    # Of a book the length stands for the rest.
    rest = str(len(text)) if len(text) > _MOST else ""
    said = "\x1f".join((" ".join(tokens), " ".join(named), rest))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return Print(digest, _shingles(counted))


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """How much of the shorter text stands in the longer one, from 0 to 1, given their shingles.

    Below COPY where the beginning of neither stands in the other, unless nearly all the rest does:
    a paper's next story tells the background in the same words, and so does its daily page. A text
    of which every second sentence was rewritten is a copy all the same.
    """
    left, right = frozenset(one), frozenset(other)
    if not left or not right:
        return 0.0
    share = len(left & right) / min(len(left), len(right))
    if not COPY <= share < _SURE:
        return share
    begun = max(_share(one[:_BEGINNING], right), _share(other[:_BEGINNING], left))
    if begun >= _BEGUN or (_is_scattered(one, right) and _is_scattered(other, left)):
        return share
    return _BACKGROUND


def _is_scattered(part: Sequence[int], whole: AbstractSet[int]) -> bool:
    """Whether what stands in the other text is spread over this one, from its first third on."""
    first = part[: max(_BEGINNING, len(part) // _FIRST_PART)]
    if _share(first, whole) < _BEGUN_THERE:
        return False
    places: list[int] = []
    last = -_GAP - 2
    for at, one in enumerate(part):
        if one in whole:
            if at - last > _GAP + 1:
                places.append(0)
            places[-1] += 1
            last = at
    return len(places) >= _FEWEST_PLACES and max(places) <= _MOST_IN_ONE * sum(places)


def _share(part: Sequence[int], whole: AbstractSet[int]) -> float:
    return sum(one in whole for one in part) / len(part)


def _tokens(text: str) -> list[str]:
    return _pattern(text).findall(text.lower())


def _pattern(text: str) -> re.Pattern[str]:
    return _WORD_OR_LETTER if _LETTER.search(text) else _WORD


def _read(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, and those of them that count: all but quotations, if enough are left."""
    pattern = _pattern(text)
    words: list[str] = []
    counted: list[str] = []
    at = 0
    for quoted in _QUOTED.finditer(text):
        own = pattern.findall(text[at : quoted.start()].lower())
        counted += own
        words += own
        at = quoted.end()
        words += pattern.findall(quoted[0].lower())
    rest = pattern.findall(text[at:].lower())
    if not at:
        return rest, rest
    words += rest
    counted += rest
    return words, counted if len(counted) >= _LEAST_UNQUOTED * len(words) else words


def _shingles(counted: list[str]) -> tuple[int, ...]:
    said = " ".join(counted)
    # A text without any such letter is spared the counting.
    letters = sum(map(bool, map(_LETTER.match, counted))) if _LETTER.search(said) else 0
    width = _LETTERS if 2 * letters > len(counted) else _WORDS
    encoded = said.encode("utf-8", "surrogatepass").split(b" ") if counted else []
    runs = zip(*(encoded[at:] for at in range(width)), strict=False)
    # Each once, where it is first said.
    found = tuple(dict.fromkeys(map(crc32, map(b" ".join, runs))))
    return found if len(found) >= _FEWEST * width // _WORDS else ()

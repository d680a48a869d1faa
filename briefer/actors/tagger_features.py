"""What the name tagger sees of each word: shape, affixes, lists it is on, and its neighbours.

The training script and the running tagger read features through this one module, so that both see
the same. The templates follow Ratinov and Roth, "Design challenges and misconceptions in named
entity recognition" (2009), without a part-of-speech tagger; a lexicon's commonest part of speech
stands in for it, and classes of words that keep the same company for their clusters.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from briefer.actors.gazetteer import Gazetteer, english_words, gazetteer
from briefer.actors.name_words import BODY_WORDS, CALENDAR, LINKS, TITLES
from briefer.actors.tagger_places import OFFSETS, seen_from
from briefer.actors.word_classes import word_classes

# The training texts have typewriter marks only.
_PLAIN_MARKS = {
    "’s": "'s",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "--",
}
# From features' names to their numbers, one for each; features that the model does not know share one.
Index = Callable[[Iterable[str]], list[int]]

_DIGITS = re.compile(r"\d")
# No list has a longer name.
_LONGEST_NAME = 6
# Shape, class and lists of a word.
Described: TypeAlias = tuple[str, str, str]
NO_WORD = "<>"
# Described thus is what stands beyond a sentence's edge.
EDGE: Described = ("", "", "")
# Words whose features are kept; those of one language's news are mostly among so many.
_MOST_REMEMBERED = 12_000
# Features whose name begins with one of these tell the word itself; training drops them at random.
LEXICAL = ("w", "x", "a", "b")
LISTED = ("g", "h")


class FeatureReader:
    """Turns sentences into rows of feature numbers; remembers what each word is."""

    def __init__(self, index: Index) -> None:
        """`index` gives features' numbers."""
        self._index = index
        self._known = gazetteer()
        self._lexicon = english_words()
        self._classes = word_classes()
        self._words: dict[str, Described] = {}
        self._starts = _starts(self._known)

    def rows(self, words: Sequence[str]) -> list[list[int]]:
        """For each word of a sentence the numbers of its features, its neighbours' among them.

        For training: here a feature has a number for each place that it is seen from.
        """
        words = self.plain(words)
        seen = [self.described(word) for word in words]
        edges = [NO_WORD] * 2
        own = [self._own_names(word) for word in (*edges, *words, *edges)]
        joined = self.joined(range(len(words)), words, seen, self.listed(words))
        return [
            self._index(
                named
                for place, offset in enumerate(OFFSETS)
                for name in own[at + place]
                for named in [seen_from(name, offset)]
                if named
            )
            + together
            for at, together in enumerate(joined)
        ]

    def plain(self, words: Sequence[str]) -> list[str]:
        """The words with the marks of the training texts."""
        return [_PLAIN_MARKS.get(word, word) for word in words]

    def described(self, word: str) -> Described:
        """The word's shape, its class, and the lists it is on."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) > _MOST_REMEMBERED:
                self._words.clear()
            known = self._words[word] = self._describe(word)
        return known

    def own(self, word: str) -> list[int]:
        """The word's own features, without the place they are seen from."""
        return self._index(self._own_names(word))

    def joined(
        self,
        places: Iterable[int],
        words: Sequence[str],
        seen: Sequence[Described],
        lists: Sequence[str],
    ) -> list[list[int]]:
        """What the words at `places` of a sentence are with their neighbours and on which lists."""
        # By classes ("a", "and", adverbs), not by shapes: so the model has learnt it.
        is_mixed = any(kind[:1] == "a" for _, kind, _ in seen)
        found = []
        for at in places:
            names = self._joined(at, seen, lists, is_mixed=is_mixed)
            if lists[at] or seen[at][0][:1] == "A":
                names += self._alike(at, words, seen)
            found.append(self._index(names))
        return found

    def between(self, before: Described, word: Described, after: Described) -> list[int]:
        """What a small word on no list is with its neighbours; beyond a sentence's edge is EDGE.

        Of the words only what `neighbour` and `small_word` leave is asked.
        """
        return self._index(self._joined(1, (before, word, after), ("", "", ""), is_mixed=True))

    def _describe(self, word: str) -> Described:
        shape = shape_of(word)
        low = word.lower()
        kind = self._lexicon.get(low, "")
        if word in _MARKS or low in _FUNCTION:
            return shape, low, ""
        flags = _flags(word, low, self._known)
        return shape, kind or ("?" if word[0].isalpha() else "#"), flags

    def _own_names(self, word: str) -> list[str]:
        if word == NO_WORD:
            return ["e"]
        shape, kind, flags = self.described(word)
        low = _DIGITS.sub("0", word.lower())
        names = ["w" + low, "k" + kind, "s" + shape, f"t{shape[:1]}{kind}", "x" + word, "0"]
        names += ["a" + low[-3:], "b" + low[:3], f"c{low[-2:]}{shape[:2]}"]
        names.append(f"l{min(len(low), 8)}{shape[:2]}")
        if len(low) > 4:
            names.append("a" + low[-4:])
        if flags:
            names += ["g" + flag for flag in flags]
            names.append("h" + flags)
        like = self._classes.get(low)
        if like:
            names += [f"K{like.coarse}", f"C{like.fine}", f"M{like.middle}"]
            names += [f"F{shape[:2]}{like.middle}", f"E{shape[:1]}{like.fine}"]
        if kind in "nsvzdgj":
            names.append("d" + low[-3:])
        return names

    def _joined(
        self, at: int, seen: Sequence[Described], lists: Sequence[str], *, is_mixed: bool
    ) -> list[str]:
        shape, kind, flags = seen[at]
        shape1, kind1, flags1 = seen[at - 1] if at else EDGE
        shape2, kind2, flags2 = seen[at + 1] if at + 1 < len(seen) else EDGE
        first = shape[:2]
        names = [
            f"m{shape1[:2]}{first}{shape2[:2]}",
            f"n{kind1}|{first}",
            f"o{first}|{kind2}",
            f"p{kind1}|{first}|{kind2}",
            f"j{flags}|{kind}|{first}",
        ]
        if first[:1] == "A":
            names += [
                f"q{flags1}|{flags}",
                f"r{flags}|{flags2}",
                f"u{flags1}{shape1[:1]}|{flags}|{flags2}{shape2[:1]}",
            ]
            if at == 0 or kind1 in _OPENING:
                names.append(f"v{kind}|{flags}")
            if not is_mixed:
                names.append("i" + first)
        if lists[at]:
            names += [f"z{lists[at]}", f"y{lists[at]}|{kind1}"]
        # The class of the nearest word on each side that is no part of a capitalised run.
        if first[:1] == "A":
            left = at - 1
            while left >= 0 and seen[left][0][:1] == "A":
                left -= 1
            right = at + 1
            while right < len(seen) and seen[right][0][:1] == "A":
                right += 1
            before = seen[left][1] if left >= 0 else "<"
            after = seen[right][1] if right < len(seen) else ">"
            tail = seen[right - 1][2]
            names += [
                f"B{before}",
                f"A{after}",
                f"R{min(right - left, 6)}",
                f"T{tail}",
                f"D{at - left}{min(right - at, 4)}",
            ]
        return names

    def _alike(self, at: int, words: Sequence[str], seen: Sequence[Described]) -> Iterator[str]:
        """What a capitalised word's run is like: its head, its beginning, and the small words around it."""
        left, right = at, at + 1
        while left > 0 and seen[left - 1][0][:1] == "A":
            left -= 1
        while right < len(seen) and seen[right][0][:1] == "A":
            right += 1
        own = self._class(words, at)
        yield f"G{self._class(words, at - 1)}|{own}"
        yield f"H{own}|{self._class(words, at + 1)}"
        yield f"J{self._class(words, right - 1)}|{right - at > 1}"
        yield f"L{self._class(words, left)}|{at > left}"
        yield f"N{self._class(words, left - 1)}"
        yield f"O{self._class(words, right)}"

    def _class(self, words: Sequence[str], at: int) -> int:
        like = self._classes.get(words[at].lower()) if 0 <= at < len(words) else None
        return like.middle if like else -1

    def listed(self, words: Sequence[str]) -> list[str]:
        """For each word its part in the longest listed name over it: "Bn", "In" (n: a country)."""
        found = [""] * len(words)
        starts, end = self._starts, 0
        # Few words begin such a name.
        for at, most in [(at, starts[word]) for at, word in enumerate(words) if word in starts]:
            if at < end:
                continue
            for length in range(min(most, len(words) - at), 0, -1):
                kind = _list_of(" ".join(words[at : at + length]), self._known)
                if kind:
                    end = at + length
                    size = "1" if length == 1 else "2"
                    found[at:end] = [f"B{kind}{size}", *[f"I{kind}{size}"] * (length - 1)]
                    break
        return found


_MARKS = frozenset(".,;:!?\"'()[]“”‘’-–—/&@#%$")
_OPENING = frozenset(".:\"“'‘([-–—")
_FUNCTION = frozenset(
    (
        "the a an of in on at to from by with for and or but as than that this these those 's ’s s "
        "not is are was were be been has have had will would said says say told tells mr mrs ms dr st "
        "he she it they his her its their who which where when while after before against between "
        "into over under near through during about also"
    ).split()
)


def neighbour(word: Described) -> Described:
    """Of a word what is asked of the neighbours of small words."""
    shape, kind, _ = word
    return shape[:2], kind, ""


def small_word(word: Described) -> Described:
    """Of a small word what is asked of it with its neighbours."""
    shape, kind, flags = word
    return shape[:2], kind, flags


def shape_of(word: str) -> str:
    """The kinds of letters: "Joe" gives "Aa", "U.S." "A.A.", "2021" "0", "McCain" "AaAa": repeats count once."""
    shape: list[str] = []
    for letter in word[:24]:
        sign = (
            "A"
            if letter.isupper()
            else "a"
            if letter.isalpha()
            else "0"
            if letter.isdigit()
            else letter
        )
        if not shape or shape[-1] != sign:
            shape.append(sign)
        elif sign == "A" and len(shape) == 1:
            # "BBC" is not "A": a run of capitals shows as two.
            shape.append("A")
    return "".join(shape[:6])


def _flags(word: str, low: str, known: Gazetteer) -> str:
    flags = ""
    if word[0].isupper() or "-" in word:
        flags += "f" if known.is_first(word) else ""
        flags += "l" if known.is_last(word) else ""
        flags += "n" if word in known.countries and len(word) > 3 else ""
        flags += "d" if word in known.demonyms else ""
        flags += "c" if known.is_place(word) else ""
        flags += "o" if word in known.bodies else ""
    bare = low.rstrip(".")
    flags += "b" if bare in BODY_WORDS else ""
    flags += "t" if bare in TITLES else ""
    flags += "k" if bare in LINKS else ""
    flags += "m" if bare in CALENDAR else ""
    return flags


def _list_of(name: str, known: Gazetteer) -> str:
    if name in known.demonyms:
        return "d"
    if len(name) > 3 and name in known.countries:
        return "n"
    if name in known.bodies:
        return "o"
    if name in known.capitals:
        return "g"
    if name in known.places:
        return "p"
    return "c" if name in known.cities else ""


def _starts(known: Gazetteer) -> dict[str, int]:
    """From the first word of each listed name to the most words such a name has."""
    starts: dict[str, int] = {}
    for names in (
        known.demonyms,
        known.countries,
        known.bodies,
        known.capitals,
        known.places,
        known.cities,
    ):
        for name in names:
            first, *rest = name.split(" ")
            length = 1 + len(rest)
            if length <= _LONGEST_NAME and starts.get(first, 0) < length:
                starts[first] = length
    return starts

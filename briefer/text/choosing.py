"""The sentences of a summary, from any method's scores: length, pins, exclusions, no repetition."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefer.model.summary import LengthUnit, ScoredSentence, Scores, Summary, SummaryLength
from briefer.model.text import Sentence
from briefer.text.quotations import bound
from briefer.text.words import words

# Maximal marginal relevance (Carbonell and Goldstein, 1998): how much of a sentence's score it
# loses when all its words were said already. More than this costs a single article good sentences.
REDUNDANCY = 0.28
# Methods whose order is their whole meaning; only literal repetition is left out of them.
_ORDERED = frozenset({"lead"})
# Comparing is quadratic; a summary of more sentences than this gains nothing by it.
_MOST_COMPARED = 100
# A sentence this share of whose words stand in one chosen sentence says nothing new.
_NOTHING_NEW = 0.9


@dataclass(slots=True)
class _Candidate:
    """A sentence, or several that one quotation binds together; `sentence` is the first of them."""

    sentence: Sentence
    text: str
    score: float
    words: frozenset[str]
    length: int
    members: tuple[Sentence, ...] = ()
    likeness: float = 0.0
    said: float = 0.0

    @property
    def count(self) -> int:
        return len(self.members)


def choose(
    sentences: Sequence[Sentence],
    text: str,
    scores: Scores,
    length: SummaryLength,
    *,
    pins: frozenset[int] = frozenset(),
    exclusions: frozenset[int] = frozenset(),
    redundancy: float = REDUNDANCY,
    more_words: Mapping[int, int] | None = None,
) -> Summary:
    """The summary of `text` in reading order.

    Pinned sentences are always in and count towards the length; excluded ones never are, unless
    pinned too. Sentences that one quotation spans are chosen together or not at all, so that no
    quotation is cut in half unless there is room for nothing else; no sentence is added whose text
    stands in the summary already. A limit in words is kept, except by pins and, where no sentence
    is short enough, by the shortest one. At least one sentence is chosen when any may be.
    `redundancy` (0 to 1) is the weight of likeness to what has been chosen; `more_words` tells by
    how many words sentences are shown longer (or shorter) than they are.
    """
    if scores.method in _ORDERED:
        redundancy = 0.0
    pinned = [_candidate((s,), text, scores) for s in sentences if s.number in pins]
    seen = {_key(c.text) for c in pinned}
    allowed = [s for s in sentences if s.number not in pins | exclusions]
    free = _units(allowed, text, scores, seen)
    _lengthen((*pinned, *free), more_words or {})
    room = _Room(length, len(sentences), pinned)
    chosen = pinned + _picked(_distinct(free, seen), pinned, room, redundancy)
    if not chosen and allowed:
        # Too little room for any: one sentence, be it half of a quotation.
        alone = [_candidate((sentence,), text, scores) for sentence in allowed]
        _lengthen(alone, more_words or {})
        in_words = length.unit is LengthUnit.WORDS
        chosen = [min(alone, key=lambda c: (c.length if in_words else -c.score, c.sentence.number))]
    found = [
        ScoredSentence(sentence, sentence.span.of(text), c.score, sentence.number in pins)
        for c in chosen
        for sentence in c.members
    ]
    return Summary(scores.method, tuple(sorted(found, key=lambda one: one.sentence.number)))


def _lengthen(candidates: Iterable[_Candidate], more_words: Mapping[int, int]) -> None:
    for candidate in candidates:
        candidate.length += sum(more_words.get(one.number, 0) for one in candidate.members)


def _units(
    sentences: Sequence[Sentence], text: str, scores: Scores, seen: set[str]
) -> list[_Candidate]:
    """The sentences as candidates, those that one quotation spans as a single one.

    Where a part of it stands elsewhere too, or in `seen`, its sentences stand for themselves: none
    may be shown twice.
    """
    keys = [_key(sentence.span.of(text)) for sentence in sentences]
    often = Counter(keys)
    runs = {
        run[0]: run
        for run in bound(sentences, text)
        if all(often[keys[index]] == 1 and keys[index] not in seen for index in run)
    }
    inner = {index for run in runs.values() for index in run[1:]}
    return [
        _candidate(tuple(sentences[i] for i in runs.get(index, (index,))), text, scores)
        for index in range(len(sentences))
        if index not in inner
    ]


class _Room:
    """How much more may be chosen."""

    def __init__(self, length: SummaryLength, total: int, chosen: Sequence[_Candidate]) -> None:
        self.words: int | None = None
        self.count = total
        if length.unit is LengthUnit.WORDS:
            self.words = length.amount - sum(c.length for c in chosen)
        elif length.unit is LengthUnit.PERCENT:
            self.count = max(1, round(total * length.amount / 100)) - len(chosen)
        else:
            self.count = max(1, length.amount) - len(chosen)

    def fits(self, candidate: _Candidate) -> bool:
        return self.count >= candidate.count and (
            self.words is None or candidate.length <= self.words
        )

    def take(self, candidate: _Candidate) -> None:
        self.count -= candidate.count
        if self.words is not None:
            self.words -= candidate.length


def _picked(
    free: list[_Candidate], pinned: Sequence[_Candidate], room: _Room, redundancy: float
) -> list[_Candidate]:
    """The best of `free` that fit, in the order they were taken."""
    for pin in pinned[:_MOST_COMPARED]:
        _note_likeness(free, pin)
    left = [c for c in free if room.fits(c)]
    found: list[_Candidate] = []
    while left and redundancy and len(found) < _MOST_COMPARED:
        best = max(left, key=lambda c: (_worth(c, redundancy), -c.sentence.number))
        found.append(best)
        room.take(best)
        left = [c for c in left if c is not best and room.fits(c)]
        _note_likeness(left, best)
    for candidate in sorted(left, key=lambda c: (-_worth(c, redundancy), c.sentence.number)):
        if room.fits(candidate):
            found.append(candidate)
            room.take(candidate)
    return found


def _worth(candidate: _Candidate, redundancy: float) -> float:
    copied = 1.0 if redundancy and candidate.said >= _NOTHING_NEW else 0.0
    return candidate.score - redundancy * candidate.likeness - copied


def _note_likeness(candidates: Iterable[_Candidate], chosen: _Candidate) -> None:
    """Keep for each candidate the highest cosine of its words, and the share of them, with a pick."""
    for candidate in candidates:
        if candidate.words and chosen.words:
            shared = len(candidate.words & chosen.words)
            cosine = shared / (len(candidate.words) * len(chosen.words)) ** 0.5
            candidate.likeness = max(candidate.likeness, cosine)
            candidate.said = max(candidate.said, shared / len(candidate.words))


def _distinct(candidates: Iterable[_Candidate], seen: set[str]) -> list[_Candidate]:
    """The candidates without those whose text stands in `seen` or, better, among themselves."""
    best: dict[str, _Candidate] = {}
    for candidate in candidates:
        key = _key(candidate.text)
        if key not in seen and (key not in best or candidate.score > best[key].score):
            best[key] = candidate
    return sorted(best.values(), key=lambda c: c.sentence.number)


def _candidate(members: tuple[Sentence, ...], text: str, scores: Scores) -> _Candidate:
    own = " ".join(member.span.of(text) for member in members)
    # Scores kept by an older version may be fewer than today's sentences.
    known = [scores.values[m.number] for m in members if m.number < len(scores.values)]
    score = sum(known) / len(members)
    return _Candidate(members[0], own, score, frozenset(words(own)), len(own.split()), members)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())

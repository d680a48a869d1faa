"""Which sentences a summary has: scores, length, and the user's pins and exclusions."""

from collections.abc import Sequence

from briefer.model.summary import LengthUnit, ScoredSentence, Scores, Summary, SummaryLength
from briefer.model.text import Sentence


def choose(
    sentences: Sequence[Sentence],
    text: str,
    scores: Scores,
    length: SummaryLength,
    *,
    pins: frozenset[int] = frozenset(),
    exclusions: frozenset[int] = frozenset(),
) -> Summary:
    """The best sentences under `length`, in reading order.

    Pinned ones are always there, excluded ones never; the same words are never there twice; at
    least one sentence for any text, even when it alone has more words than wished for.
    """
    words = [sentence.span.of(text).split() for sentence in sentences]
    chosen = [number for number in sorted(pins) if number < len(sentences)]
    taken = {_plain(words[number]) for number in chosen}
    room = _room(sentences, length) - _cost(chosen, words, length)
    order = sorted(range(len(sentences)), key=lambda n: (-scores.values[n], n))
    for number in order:
        plain = _plain(words[number])
        if number in exclusions or number in pins or plain in taken or not plain:
            continue
        cost = _cost([number], words, length)
        if cost <= room or not chosen:
            chosen.append(number)
            taken.add(plain)
            room -= cost
    picked = tuple(
        ScoredSentence(sentences[n], sentences[n].span.of(text), scores.values[n], n in pins)
        for n in sorted(chosen)
    )
    return Summary(scores.method, picked)


def _plain(words: Sequence[str]) -> str:
    return " ".join(words).casefold()


def _room(sentences: Sequence[Sentence], length: SummaryLength) -> int:
    if length.unit is LengthUnit.PERCENT:
        return max(1, round(len(sentences) * length.amount / 100))
    return length.amount


def _cost(numbers: Sequence[int], words: Sequence[Sequence[str]], length: SummaryLength) -> int:
    if length.unit is LengthUnit.WORDS:
        return sum(len(words[number]) for number in numbers)
    return len(numbers)

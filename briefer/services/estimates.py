"""How likely something is, or how sure one is of it: fixed words, after ICD 203.

Intelligence Community Directive 203, "Analytic Standards" (2015): one row of likelihood words, each
with its range in percent; confidence is another matter and does not stand in the same sentence.
"""

import re
from functools import cache

from briefer.services.printed_words import PrintedWords

# Keys of the printed words, with the range each stands for (percent).
LIKELIHOODS = {
    "almost_no_chance": (1, 5),
    "very_unlikely": (5, 20),
    "unlikely": (20, 45),
    "even_chance": (45, 55),
    "likely": (55, 80),
    "very_likely": (80, 95),
    "almost_certain": (95, 99),
}
# Where a sentence of the writer's own ends: no blank follows a full stop of Chinese.
_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+|(?<=[。！？])|\n+")
CONFIDENCES = ("low_confidence", "moderate_confidence", "high_confidence")


def scale(words: PrintedWords) -> str:
    """The likelihood words with their ranges, on one line for readers who do not know them."""
    ranges = (f"{words[key].lower()} {low}–{high} %" for key, (low, high) in LIKELIHOODS.items())
    return f"{words['likelihood']}: {', '.join(ranges)}."


def mixes(text: str, words: PrintedWords) -> bool:
    """Whether one sentence of `text` speaks of a likelihood and of a confidence."""
    likely, sure = _patterns(
        words.language,
        tuple(words[key].lower() for key in LIKELIHOODS),
        words["confidence"].lower(),
    )
    return any(
        likely.search(sentence) and sure.search(sentence)
        for sentence in _SENTENCE_END.split(text.lower())
    )


@cache
def _patterns(
    language: str, likelihoods: tuple[str, ...], confidence: str
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    # Scripts without blanks have no borders of words either.
    edge = "" if language in ("zh", "ja") else r"(?<!\w)"
    named = "|".join(re.escape(word) for word in sorted(likelihoods, key=len, reverse=True))
    return re.compile(f"{edge}(?:{named})"), re.compile(edge + re.escape(confidence))

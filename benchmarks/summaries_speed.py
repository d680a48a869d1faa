"""CPU time of a ranking, beside sumy's own code on the same sentences."""

import importlib
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.utils import get_stop_words

from briefer.engines import summarizer
from briefer.services.summarizing import METHODS
from briefer.summarizers.sumy_methods import METHODS as METHODS_OF_SUMY

WORD = re.compile(r"[^\W\d_]+")
SIZES = (20, 100, 500, 2000)
# Where sumy would need longer than this for one text (seconds; its cost grows with the square of the
# sentences), it is left out.
PATIENCE = 45.0


def table() -> None:
    """Milliseconds of CPU for one text of so many sentences; "-" where sumy takes minutes."""
    print("\nCPU milliseconds for one text, from its sentences to all scores (ours | sumy's code)")
    print(f"{'method':11s}" + "".join(f"{f'{size} sentences':>26s}" for size in SIZES))
    for method in METHODS:
        peer = {"auto": "lexrank", "consensus": "lexrank"}.get(method, method)
        cells = []
        theirs: float | None = None if method == "lead" else 0.0
        before = SIZES[0]
        for size in SIZES:
            sentences = made(size)
            ours = timed(partial(ranked, method, sentences), max(1, 1000 // size))
            if theirs is not None and theirs * (size / before) ** 2 > PATIENCE:
                theirs = None
            if theirs is not None:
                theirs = timed(partial(sumys, peer, sentences), 5 if size <= 100 else 0)
            before = size
            cells.append(cell(ours, theirs))
        print(f"{method:11s}" + "".join(f"{text:>26s}" for text in cells), flush=True)


def cell(ours: float, theirs: float | None) -> str:
    if theirs is None:
        return f"{1000 * ours:.1f} | -"
    return f"{1000 * ours:.1f} | {1000 * theirs:.1f} ({theirs / ours:.0f}x)"


def timed(work: Callable[[], object], repeat: int) -> float:
    """Seconds of CPU; the first run, which imports, counts only where it is the only one."""
    start = time.process_time()
    work()
    if not repeat:
        return time.process_time() - start
    start = time.process_time()
    for _ in range(repeat):
        work()
    return (time.process_time() - start) / repeat


def ranked(method: str, sentences: Sequence[str]) -> object:
    return summarizer(method).score(sentences, language="en")


class Tokens:
    """sumy's own tokenizer wants NLTK's data, a download; this one does as well."""

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return (paragraph,)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(WORD.findall(sentence))


def sumys(method: str, sentences: Sequence[str]) -> object:
    """sumy as its readme has it: its document, its stemmer, its stop words."""
    tokens = Tokens()
    body = Paragraph([Sentence(sentence, tokens) for sentence in sentences])
    found = METHODS_OF_SUMY[method]
    module = importlib.import_module(f"sumy.summarizers.{found.module}")
    engine = getattr(module, found.class_name)(Stemmer("english"))
    stops = get_stop_words("english")
    if method == "edmundson":
        engine.bonus_words = frozenset(("kare", "mo", "tan"))
        engine.stigma_words, engine.null_words = frozenset(("hardly",)), stops
    else:
        engine.stop_words = stops
    return engine(ObjectDocumentModel([body]), 3)


def made(count: int) -> list[str]:
    """Sentences of 12 to 30 words, as unequally frequent as in a language."""
    chance = random.Random(7)
    syllables = ["ka", "re", "mo", "li", "tan", "sor", "vi", "del", "pra", "un", "es", "ter"]
    known = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(4000)]
    weights = [1 / (rank + 3) for rank in range(len(known))]
    return [
        " ".join(chance.choices(known, weights, k=chance.randint(12, 30))).capitalize() + "."
        for _ in range(count)
    ]


if __name__ == "__main__":
    sys.exit(table())

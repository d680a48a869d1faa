"""How good the summaries are, and how fast, beside lead, sumy's methods, summa, chance and the oracle.

usage: python benchmarks/summaries.py FILE.jsonl... [--first N] [--no-speed]

Each record: {"id", "text", "title"?, "language", "summary" (one sentence a line) or "summaries", "k"},
or of a story {"id", "docs": [{"id", "text"}], "summaries", "words", "language"}. ROUGE-1, -2 and -Lsum
F1 by rouge-score (stemmed for English, plain Unicode words otherwise) with 95 % bootstrap intervals, and
the paired difference of `auto` to each method with its p (2,000 draws); once with k sentences, once with
as many words at most as the first k sentences have. "Pooled" are all English sets of the run together.

The oracle picks sentences greedily by their ROUGE-1 against the reference: what no method can know.
summa is measured where it is installed, on sentences it splits itself.
"""

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import summaries_speed  # noqa: E402

from briefer.engines import summarizer  # noqa: E402
from briefer.model.summary import LengthUnit, Scores, SummaryLength  # noqa: E402
from briefer.services.summarizing import METHODS  # noqa: E402
from briefer.text.choosing import choose  # noqa: E402
from briefer.text.sentences import paragraphs_of, split_sentences  # noqa: E402
from briefer.text.words import words  # noqa: E402

KINDS = ("rouge1", "rouge2", "rougeLsum")
DRAWS = 2000
Rows = dict[str, list[list[float]]]


@dataclass(frozen=True)
class Text:
    """A record with its sentences, and how long a summary is wanted."""

    record: dict[str, Any]
    sentences: tuple[Any, ...]
    length: SummaryLength

    def by(self, scores: Scores, **how: float) -> str:
        summary = choose(self.sentences, self.record["text"], scores, self.length, **how)
        return "\n".join(chosen.text for chosen in summary.sentences)

    def strings(self) -> list[str]:
        return [sentence.span.of(self.record["text"]) for sentence in self.sentences]


def main() -> int:
    """Print a table for every file; 2 when there is nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--first", type=int, default=0, help="only so many records of each file")
    parser.add_argument("--no-speed", action="store_true")
    options = parser.parse_args()
    pooled: dict[str, Rows] = {"sentences": defaultdict(list), "words": defaultdict(list)}
    for path in options.files:
        records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
        records = records[: options.first or None]
        if "docs" in records[0]:
            import summaries_stories

            summaries_stories.table(path.stem, records, rouge)
            summaries_stories.grouping(path.stem, records)
            continue
        for unit in ("sentences", "words"):
            rows = measured(records, unit)
            show(f"{path.stem}: {len(records)} texts, equal {unit}", rows)
            if records[0].get("language", "en") == "en":
                for method, found in rows.items():
                    pooled[unit][method] += found
    for unit, rows in pooled.items():
        if rows:
            show(f"pooled English: {len(rows['auto'])} texts, equal {unit}", rows)
    if not options.no_speed:
        summaries_speed.table()
    return 0


def measured(records: Sequence[dict[str, Any]], unit: str) -> Rows:
    rows: Rows = defaultdict(list)
    with ProcessPoolExecutor(2) as pool:
        for found in pool.map(partial(scored, unit=unit), records, chunksize=20):
            for method, values in found.items():
                rows[method].append(values)
    return rows


def scored(record: dict[str, Any], unit: str) -> dict[str, list[float]]:
    """ROUGE of every method's summary of one record, in percent."""
    language = record.get("language", "en")
    references = record.get("summaries") or [record["summary"]]
    return {
        method: rouge(language, references, summary)
        for method, summary in summaries(record, unit).items()
    }


def summaries(record: dict[str, Any], unit: str) -> dict[str, str]:
    text, language = record["text"], record.get("language", "en")
    sentences = split_sentences(text, paragraphs_of(text), language)
    length = SummaryLength(amount=record.get("k", 3))
    lead = choose(sentences, text, Scores("lead", falling(len(sentences))), length)
    if unit == "words":
        length = SummaryLength(LengthUnit.WORDS, max(1, lead.words))
    whole = Text(record, sentences, length)
    found = {}
    for method in METHODS:
        scores = summarizer(method).score(
            whole.strings(), language=language, title=record.get("title", "")
        )
        # sumy's methods as sumy picks: by rank alone.
        how = {} if method == "auto" else {"redundancy": 0.0}
        found[method] = whole.by(scores, **how)
    by_summa = summa(record, length)
    if by_summa is not None:
        found["summa"] = by_summa
    chance = random.Random(str(record["id"]))
    found["random"] = whole.by(
        Scores("random", tuple(chance.random() for _ in sentences)), redundancy=0.0
    )
    found["oracle"] = oracle(whole, record.get("summaries") or [record["summary"]])
    return found


def falling(count: int) -> tuple[float, ...]:
    return tuple(1.0 - index / (count + 1) for index in range(count))


def oracle(whole: Text, references: Sequence[str]) -> str:
    """Sentences added while the ROUGE-1 F1 of their words against the first reference grows."""
    wanted = bag(references[0])
    pool = {n: (sentence, bag(sentence)) for n, sentence in enumerate(whole.strings())}
    taken: list[int] = []
    have: dict[str, int] = {}
    best = 0.0
    while pool and room(whole, taken):
        gains = {n: f1(merged(have, found), wanted) for n, (_, found) in pool.items()}
        top = max(gains, key=lambda n: (gains[n], -n))
        if taken and gains[top] <= best:
            break
        best, have = gains[top], merged(have, pool.pop(top)[1])
        taken.append(top)
    strings = whole.strings()
    return "\n".join(strings[n] for n in sorted(taken))


def room(whole: Text, taken: Sequence[int]) -> bool:
    if whole.length.unit is LengthUnit.SENTENCES:
        return len(taken) < whole.length.amount
    strings = whole.strings()
    return sum(len(strings[n].split()) for n in taken) < whole.length.amount * 0.8


def bag(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words(text):
        counts[word] = counts.get(word, 0) + 1
    return counts


def merged(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return {w: one.get(w, 0) + other.get(w, 0) for w in one.keys() | other.keys()}


def f1(one: dict[str, int], other: dict[str, int]) -> float:
    shared = sum(min(count, other.get(word, 0)) for word, count in one.items())
    return 2 * shared / (sum(one.values()) + sum(other.values()) or 1)


def summa(record: dict[str, Any], length: SummaryLength) -> str | None:
    """TextRank as summa does it, or None where it is not installed or knows no such language."""
    try:
        from summa.summarizer import summarize
    except ImportError:
        return None
    names = {"en": "english", "fr": "french", "de": "german", "es": "spanish"}
    name = names.get(record.get("language", "en"))
    if name is None:
        return None
    ranked = summarize(record["text"], ratio=1.0, language=name, split=True, scores=True)
    if not ranked:
        return ""
    order = sorted(range(len(ranked)), key=lambda n: -ranked[n][1])
    taken, left = [], length.amount
    for n in order:
        cost = 1 if length.unit is LengthUnit.SENTENCES else len(ranked[n][0].split())
        if cost <= left:
            taken.append(n)
            left -= cost
    return "\n".join(ranked[n][0] for n in sorted(taken))


def rouge(language: str, references: Iterable[str], summary: str) -> list[float]:
    found = [scorer(language).score(reference, summary) for reference in references]
    return [100 * float(np.mean([f[kind].fmeasure for f in found])) for kind in KINDS]


@cache
def scorer(language: str) -> Any:
    from rouge_score import rouge_scorer, tokenizers

    class Words(tokenizers.Tokenizer):
        def tokenize(self, text: str) -> list[str]:
            return words(text)

    if language == "en":
        return rouge_scorer.RougeScorer(list(KINDS), use_stemmer=True)
    return rouge_scorer.RougeScorer(list(KINDS), tokenizer=Words())


def show(heading: str, rows: Rows, first: str = "auto", say: Callable[[str], None] = print) -> None:
    """A line for each method: means with intervals, and what `first` is ahead by, with its p."""
    say(f"\n{heading}")
    say(
        f"{'method':11s} {'ROUGE-1':>19s} {'ROUGE-2':>19s} {'ROUGE-Lsum':>19s}"
        f"   {first} ahead by (p)"
    )
    arrays = {method: np.array(found) for method, found in rows.items()}
    count = len(arrays[first])
    pick = np.random.default_rng(0).integers(0, count, (DRAWS, count))
    for method, values in arrays.items():
        low, high = np.percentile(values[pick].mean(axis=1), [2.5, 97.5], axis=0)
        line = " ".join(
            f"{m:5.2f} [{a:5.2f},{b:5.2f}]"
            for m, a, b in zip(values.mean(axis=0), low, high, strict=True)
        )
        ahead = ""
        if method != first:
            gain = arrays[first] - values
            p = (gain[pick].mean(axis=1) <= 0).mean(axis=0)
            ahead = "  ".join(
                f"{g:+6.2f} ({q:.3f})" for g, q in zip(gain.mean(axis=0), p, strict=True)
            )
        say(f"{method:11s} {line}   {ahead}")


if __name__ == "__main__":
    sys.exit(main())

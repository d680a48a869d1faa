"""Summaries of several articles on one event, beside the leads of each and sumy's methods."""

import itertools
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from briefer.engines import summarizer
from briefer.model.summary import LengthUnit, Scores, SummaryLength
from briefer.model.text import Sentence, Span
from briefer.services.summarizing import METHODS
from briefer.summarizers.stories import REDUNDANCY, score_story
from briefer.text.choosing import choose
from briefer.text.clustering import Told, clusters
from briefer.text.sentences import paragraphs_of, split_sentences


def table(
    name: str,
    records: Sequence[dict[str, Any]],
    rouge: Callable[[str, Iterable[str], str], list[float]],
) -> None:
    """Print a line for each way of summarizing the stories at their own word limits."""
    rows = defaultdict(list)
    for record in records:
        for method, summary in summaries(record).items():
            rows[method].append(rouge(record["language"], record["summaries"], summary))
    print(f"\n{name}: {len(records)} stories, {records[0]['words']} words")
    print(f"{'method':16s} ROUGE-1 ROUGE-2 ROUGE-Lsum   wins of auto (ROUGE-1)")
    ours = np.array(rows["auto"])
    for method, found in rows.items():
        means = "  ".join(f"{value:6.2f}" for value in np.mean(found, axis=0))
        wins = int((ours[:, 0] > np.array(found)[:, 0]).sum())
        print(f"{method:16s} {means}   {'' if method == 'auto' else f'{wins} of {len(found)}'}")


def summaries(record: dict[str, Any]) -> dict[str, str]:
    language = record["language"]
    articles = []
    for document in record["docs"]:
        text = document["text"]
        found = split_sentences(text, paragraphs_of(text), language)
        articles.append([sentence.span.of(text) for sentence in found])
    strings = [sentence for article in articles for sentence in article]
    text, numbered, at = "\n".join(strings), [], 0
    for number, string in enumerate(strings):
        numbered.append(Sentence(Span(at, at + len(string)), 0, number))
        at += len(string) + 1
    length = SummaryLength(LengthUnit.WORDS, record["words"])

    def by(scores: Scores, redundancy: float) -> str:
        summary = choose(numbered, text, scores, length, redundancy=redundancy)
        return "\n".join(chosen.text for chosen in summary.sentences)

    found = {"auto": by(score_story(articles, language=language), REDUNDANCY)}
    found["lead of each"] = by(Scores("leads", round_robin(articles)), 0.0)
    found["lead of one"] = " ".join(record["docs"][0]["text"].split()[: record["words"]])
    for method in METHODS:
        if method not in ("auto", "lead"):
            found[method] = by(summarizer(method).score(strings, language=language), 0.0)
    return found


def round_robin(articles: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """All first sentences, then all second ones."""
    most = max(len(article) for article in articles)
    total = len(articles)
    return tuple(
        1.0 - (rank * total + number) / (most * total + 1)
        for number, article in enumerate(articles)
        for rank in range(len(article))
    )


def grouping(name: str, records: Sequence[dict[str, Any]]) -> None:
    """Print how well the articles of all stories, thrown together, are grouped by story again.

    F1 over pairs of articles; once with all of them, and as the mean of thirty small heaps (one to
    four stories of one to five articles each), where little is known of which words are common.
    """
    stories = [
        [Told(f"{n}/{d['id']}", d["text"], record["language"]) for d in record["docs"]]
        for n, record in enumerate(records)
    ]
    chance = random.Random(2)
    heaps = [
        [chance.sample(story, chance.randint(1, 5)) for story in chance.sample(stories, size)]
        for size in (chance.randint(1, min(4, len(stories))) for _ in range(30))
    ]
    small = float(np.mean([pairwise(heap) for heap in heaps]))
    print(
        f"{name}: grouped by story, pairwise F1 {pairwise(stories):.3f} on all"
        f" {sum(map(len, stories))} articles, {small:.3f} on small heaps"
    )


def pairwise(stories: Sequence[Sequence[Told]]) -> float:
    texts = [told for story in stories for told in story]
    random.Random(1).shuffle(texts)
    found = {pair for group in clusters(texts) for pair in itertools.combinations(sorted(group), 2)}
    wanted = {
        pair
        for story in stories
        for pair in itertools.combinations(sorted(told.key for told in story), 2)
    }
    both = len(found) + len(wanted)
    return 2 * len(found & wanted) / both if both else 1.0

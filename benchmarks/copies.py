"""How many copies are found among 10,000 made articles, how surely, and in what time.

usage: python benchmarks/copies.py [ARTICLES] [--seed N]

The articles are invented sentence by sentence. Of each hundred, 49 are copies of seven kinds, the
others unrelated; among those are traps: follow-ups that repeat the background of a story, stories that
print the same long quotation, that end on the same lines about the company or the reader's account,
that fill the same table with their own numbers, and roundups of several briefs.

Recall is the share of copies that stand in one group with their origin; precision the share of all
pairs in the groups that truly are of one text. Beside it, in the same run, the same word sequences by
MinHash and Jaccard (datasketch, where installed, else exact Jaccard on a sample of 1,000).
"""

import argparse
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from briefer.model.actors import Findings  # noqa: E402
from briefer.model.analysis import Analysis  # noqa: E402
from briefer.model.article import Article, Source, article_from_paragraphs  # noqa: E402
from briefer.model.summary import Scores  # noqa: E402
from briefer.services.duplicates import Copies  # noqa: E402
from briefer.services.keeping import compare  # noqa: E402
from briefer.services.library import Library  # noqa: E402
from briefer.text.likeness import print_of  # noqa: E402

KINDS = (
    "reprint", "half cut", "light edit", "heavy edit", "half rewritten", "embedded", "updated",
)  # fmt: skip
TRAPS = ("same background", "same quotation", "same last lines", "same table", "roundup")
JACCARD = 0.5
SAMPLE = 1000

Text = list[list[str]]  # sentences of words


class Newsroom:
    """Invents words, sentences and articles; words are as unequally frequent as in a language."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        syllables = ["ka", "re", "mo", "li", "tan", "sor", "vi", "del", "pra", "un", "es", "ter"]
        made = {
            "".join(self.random.choices(syllables, k=self.random.randint(1, 4)))
            for _ in range(9000)
        }
        self._words = sorted(made)
        self.random.shuffle(self._words)
        self._weights = list(
            itertools.accumulate(1 / (rank + 3) for rank in range(len(self._words)))
        )
        self._phrases = [self.words(self.random.randint(2, 5)) for _ in range(400)]

    def words(self, count: int) -> list[str]:
        return self.random.choices(self._words, cum_weights=self._weights, k=count)

    def sentence(self) -> list[str]:
        """With a set phrase in every third, as news has them."""
        words = self.words(self.random.randint(9, 26))
        if self.random.random() < 0.33:
            at = self.random.randrange(len(words))
            words[at:at] = self.random.choice(self._phrases)
        return words

    def text(self, sentences: int = 0) -> Text:
        return [self.sentence() for _ in range(sentences or self.random.randint(7, 34))]

    def edited(self, text: Text, changed: float) -> Text:
        """Each word replaced, left out or joined by another with this chance."""
        edited = []
        for sentence in text:
            words = []
            for word in sentence:
                if self.random.random() >= changed:
                    words.append(word)
                elif self.random.random() < 0.6:
                    words += self.words(self.random.choice((1, 1, 2)))
            edited.append(words or sentence)
        return edited

    def copy(self, text: Text, kind: str) -> Text:
        r = self.random
        if kind == "half cut":
            return text[: max(len(text) // 2, 3)]
        if kind == "light edit":
            return self.edited(text, 0.03)
        if kind == "heavy edit":
            kept = [sentence for sentence in text if r.random() > 0.15] or text
            return self.edited(kept, 0.12)
        if kind == "half rewritten":
            rewritten = set(r.sample(range(len(text)), len(text) // 2))
            return [self.sentence() if n in rewritten else s for n, s in enumerate(text)]
        if kind == "embedded":
            return [*self.text(len(text) // 2), *text, *self.text(len(text))]
        if kind == "updated":
            return [
                self.sentence(),
                *self.edited(text[:2], 0.1),
                *text[2:],
                *self.text(len(text) // 3),
            ]
        return text


def paragraphs(text: Text) -> list[str]:
    sentences = [" ".join(words).capitalize() + "." for words in text]
    return [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]


def made(seed: int, count: int) -> Iterator[tuple[str, int, list[str]]]:
    """(kind, number of the origin, paragraphs); an unrelated article is its own origin."""
    room = Newsroom(seed)
    r = room.random
    quotations = [f"“{' '.join(itertools.chain(*room.text(6)))}”" for _ in range(40)]
    last_lines = [" ".join(room.words(45)) for _ in range(25)]
    backgrounds = [room.text(8) for _ in range(40)]
    table = room.text(9)
    kinds = [*KINDS * 7, *TRAPS * 3, *["unrelated"] * 36]
    origins: list[tuple[int, Text]] = []
    for number in range(count):
        kind = kinds[number % len(kinds)] if number >= 100 else "unrelated"
        if kind in KINDS:
            origin, text = origins[r.randrange(len(origins))]
            yield kind, origin, paragraphs(room.copy(text, kind))
        elif kind == "same quotation":
            yield kind, number, [*paragraphs(room.text(9)), r.choice(quotations)]
        elif kind == "same background":
            text = room.text(8)
            yield kind, number, paragraphs([*text, *r.choice(backgrounds)])
        elif kind == "same last lines":
            yield kind, number, [*paragraphs(room.text(7)), r.choice(last_lines)]
        elif kind == "same table":
            numbered = [
                [word if n % 4 else str(r.randrange(9999)) for n, word in enumerate(s)]
                for s in table
            ]
            yield kind, number, paragraphs(numbered)
        elif kind == "roundup":
            briefs = [origin[1][:4] for origin in r.sample(origins, min(5, len(origins)))]
            yield kind, number, paragraphs(list(itertools.chain(*briefs)))
        else:
            text = room.text()
            origins.append((number, text))
            yield kind, number, paragraphs(text)


def ours(articles: list[Article], path: Path) -> tuple[list[set[int]], float, float, float]:
    """Groups by number of the article, seconds to compare all, to fold the list, to add one more."""
    place = {article.id: number for number, article in enumerate(articles)}
    library = Library(path)
    nothing = Scores("auto", ())
    for article in articles:
        library.facts.add(article, Analysis(article.id, (), nothing, Findings()))
    with library.step("import"):
        for article in articles:
            library.decisions.shelve(article.id)
    singles: list[float] = []
    with library.elsewhere() as view:
        began = time.perf_counter()
        # The last hundred are added one by one, as an import does.
        for at in range(0, len(articles) - 100, 200):
            compare(view, articles[at : min(at + 200, len(articles) - 100)])
        for article in articles[-100:]:
            start = time.perf_counter()
            compare(view, [article])
            singles.append(time.perf_counter() - start)
        compared = time.perf_counter() - began
    began = time.perf_counter()
    shelf = Copies(library).shelf()
    listed = time.perf_counter() - began
    groups: dict[str, set[int]] = defaultdict(set)
    for card in shelf.cards:
        groups[card.copy_of or card.id].add(place[card.id])
    library.close()
    return list(groups.values()), compared, listed, statistics.median(singles)


def by_jaccard(articles: list[Article]) -> tuple[list[set[int]], float, str, int]:
    """Groups, seconds, how, and of how many articles."""
    began = time.perf_counter()
    try:
        import numpy as np
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        return (*_pairwise(articles[:SAMPLE], began), "exact Jaccard", SAMPLE)
    lookup = MinHashLSH(threshold=JACCARD, num_perm=128)
    pairs = []
    for number, article in enumerate(articles):
        sketch = MinHash(num_perm=128, hashfunc=lambda value: value)
        shingles = print_of(article.text).shingles
        if shingles:
            sketch.update_batch(np.fromiter(shingles, dtype=np.uint64))
        pairs += [(number, other) for other in lookup.query(sketch)]
        lookup.insert(number, sketch)
    return _joined(pairs, len(articles)), time.perf_counter() - began, "MinHash", len(articles)


def _pairwise(articles: list[Article], began: float) -> tuple[list[set[int]], float]:
    prints = [frozenset(print_of(article.text).shingles) for article in articles]
    pairs = [
        (one, other)
        for one, other in itertools.combinations(range(len(prints)), 2)
        if prints[one]
        and len(prints[one] & prints[other]) >= JACCARD * len(prints[one] | prints[other])
    ]
    return _joined(pairs, len(articles)), time.perf_counter() - began


def _joined(pairs: list[tuple[int, int]], count: int) -> list[set[int]]:
    cluster = {number: {number} for number in range(count)}
    for one, other in pairs:
        if cluster[one] is not cluster[other]:
            cluster[one] |= cluster[other]
            for number in cluster[other]:
                cluster[number] = cluster[one]
    return list({id(found): found for found in cluster.values()}.values())


def told(
    groups: list[set[int]], truth: list[tuple[str, int]]
) -> tuple[dict[str, float], float, dict[str, int]]:
    """Recall by kind, precision, and how often each kind stands in a wrong pair."""
    where = {number: place for place, group in enumerate(groups) for number in group}
    found, all_ = defaultdict(int), defaultdict(int)
    for number, (kind, origin) in enumerate(truth):
        if kind in KINDS and number in where:
            all_[kind] += 1
            found[kind] += where[number] == where[origin]
    right = wrong = 0
    blamed: dict[str, int] = defaultdict(int)
    for group in groups:
        for one, other in itertools.combinations(group, 2):
            if truth[one][1] == truth[other][1]:
                right += 1
            else:
                wrong += 1
                blamed[truth[one][0]] += 1
                blamed[truth[other][0]] += 1
    return {k: found[k] / all_[k] for k in KINDS if all_[k]}, right / max(right + wrong, 1), blamed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    rows = list(made(options.seed, options.articles))
    truth = [(kind, origin) for kind, origin, _ in rows]
    articles = [
        article_from_paragraphs(
            body, Source(title=f"Article {n}", outlet=f"Outlet {n % 90}"), language="en"
        )
        for n, (_, _, body) in enumerate(rows)
    ]
    with tempfile.TemporaryDirectory(prefix="briefer-copies-") as folder:
        groups, compared, listed, single = ours(articles, Path(folder) / "library.db")
    recall, precision, blamed = told(groups, truth)
    peer_groups, seconds, name, count = by_jaccard(articles)
    peer_recall, peer_precision, _ = told(peer_groups, truth[:count])
    print(f"{len(articles):,} articles{'':14}{'Briefer':>10}{name:>16}")
    for kind in KINDS:
        print(f"recall, {kind:20}{recall.get(kind, 0):>10.1%}{peer_recall.get(kind, 0):>16.1%}")
    print(f"{'precision':28}{precision:>10.1%}{peer_precision:>16.1%}")
    print(f"{'seconds to compare all':28}{compared:>10.1f}{seconds:>16.1f}  ({count:,} articles)")
    print(f"{'ms to add one more':28}{1000 * single:>10.1f}")
    print(f"{'seconds to list, folded':28}{listed:>10.2f}")
    print("in wrong pairs:", ", ".join(f"{k} {n}" for k, n in sorted(blamed.items())) or "none")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Names, actor lists, speakers and aliases of our engines, and of peers where they are installed.

usage: python benchmarks/actors.py FOLDER [--only NAME...] [--compromise FOLDER]

FOLDER holds JSON-lines files whose records bear "text" and one of
- "gold": [start, end, kind] names (PER, ORG, LOC; others are ignored where they coincide), with
  "tokens": [start, end];
- "attributions": {"source", "content"} spans; counted are quoted ones of four words or more;
- "entities": lists of spans that name the same thing.
Spans count code points. Scores are strict F1 in percent; B3 is B-cubed F1 (Bagga and Baldwin 1998).
"""

import argparse
import bisect
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from actor_peers import Finder, peers

from briefer.engines import actor_engines
from briefer.text.language import detect
from briefer.text.sentences import paragraphs_of, split_sentences

Spans = list[tuple[int, int, str]]
KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}
TAILS = ("'s", "’s", "'", "’", ",", ";", ":", '"', "!", "?", "''", ")")
HEADS = (",", ".", '"', "`", "(", "-", "the", "The", "a", "an")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", help="names of the engines to run")
    parser.add_argument(
        "--compromise", type=Path, help="folder in which `npm i compromise` was run"
    )
    options = parser.parse_args()
    for path in sorted(options.folder.glob("*.jsonl")):
        records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        language = records[0].get("language") or detect(records[0]["text"]) or "en"
        print(f"\n{path.stem}: {len(records)} texts, {language}")
        table: dict[str, dict[str, float]] = {}
        for name, find in readers(language, options.compromise, "gold" in records[0]):
            if not options.only or name in options.only:
                began = time.perf_counter()
                answers = find([record["text"] for record in records])
                each = 1000 * (time.perf_counter() - began) / len(records)
                table[name] = dict(scores(records, answers))
                shown = "  ".join(f"{what} {value:5.1f}" for what, value in table[name].items())
                print(f"  {name:12} {each:6.1f} ms  {shown}")
        print_lead(table)


def print_lead(table: dict[str, dict[str, float]]) -> None:
    """By how much our first engine is ahead of the best peer in each score."""
    own, *_ = [engine.name for engine in actor_engines()]
    peer_names = [name for name in table if name not in {e.name for e in actor_engines()}]
    if own in table and peer_names:
        leads = (
            f"{what} {value - max(table[name][what] for name in peer_names):+5.1f}"
            for what, value in table[own].items()
        )
        print(f"  {own + ' ahead':12} {'':9}  {'  '.join(leads)}")


def readers(language: str, folder: Path | None, is_of_names: bool) -> Iterator[tuple[str, Finder]]:
    """Our engines, then, for sets of names, the peers that are there."""
    for engine in actor_engines():
        yield (
            engine.name,
            lambda texts, engine=engine: [ours(engine, text, language) for text in texts],
        )
    for name, find, missing in peers(language, folder) if is_of_names else ():
        if find is None:
            print(f"  {name:12} left out: {missing}")
        else:
            yield name, find


def ours(engine: Any, text: str, language: str = "en") -> Any:
    """(start, end, kind, actor) of each mention and (start, end, speaker's span) of each quote."""
    sentences = split_sentences(text, paragraphs_of(text), language)
    findings = engine.find(text, sentences, language=language)
    names = [
        (m.span.start, m.span.end, KINDS[a.kind.value], a.key)
        for a in findings.actors
        for m in a.mentions
    ]
    quotes = [
        (q.span.start, q.span.end, q.speaker_mention.span if q.speaker_mention else None)
        for q in findings.quotes
    ]
    return names, quotes


def scores(records: list[Any], answers: list[Any]) -> Iterator[tuple[str, float]]:
    if "gold" in records[0]:
        yield from names(records, answers)
    if "attributions" in records[0]:
        yield from quotes(records, answers)
    if "entities" in records[0]:
        yield from aliases(records, answers)


def f1(right: int, offered: int, wanted: int) -> float:
    return 200 * right / max(offered + wanted, 1)


def names(records: list[Any], answers: list[Any]) -> Iterator[tuple[str, float]]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for record, (found, _) in zip(records, answers, strict=True):
        ignored = {(a, b) for a, b, kind in record["gold"] if kind not in KINDS.values()}
        gold = {(a, b, kind) for a, b, kind in record["gold"] if kind in KINDS.values()}
        own = {
            (*span, kind)
            for a, b, kind, _ in found
            if (span := snapped(record, a, b)) and span not in ignored
        }
        listed = [{(record["text"][a:b], kind) for a, b, kind in side} for side in (gold, own)]
        for label, left, right in [("all", gold, own), ("list", *listed)] + [
            (kind, {x for x in gold if x[2] == kind}, {x for x in own if x[2] == kind})
            for kind in KINDS.values()
        ]:
            for at, size in enumerate((len(left & right), len(right), len(left))):
                counts[label][at] += size
    yield from ((label, f1(*counts[label])) for label in ("all", *KINDS.values(), "list"))


def snapped(record: Any, start: int, end: int) -> tuple[int, int] | None:
    """The span over whole tokens, without article and possessive."""
    tokens, text = record["tokens"], record["text"]
    first, last = bisect.bisect_left(tokens, [start, 0]), bisect.bisect_left(tokens, [end, -1]) - 1
    while last >= first and text[slice(*tokens[last])] in TAILS:
        last -= 1
    while first <= last and text[slice(*tokens[first])] in HEADS:
        first += 1
    return (tokens[first][0], tokens[last][1]) if first <= last else None


def quotes(records: list[Any], answers: list[Any]) -> Iterator[tuple[str, float]]:
    right = offered = total = 0
    for record, (_, found) in zip(records, answers, strict=True):
        text = record["text"]
        for one in record["attributions"]:
            if not one["source"] or not one["content"]:
                continue
            start, end = min(s for s, _ in one["content"]), max(e for _, e in one["content"])
            is_quoted = any(
                c in '"“”' for s, e in one["content"] for c in text[max(0, s - 1) : e + 1]
            )
            if not is_quoted or len(text[start:end].split()) < 4:
                continue
            total += 1
            best = max(found, key=lambda q: min(q[1], end) - max(q[0], start), default=None)
            if (
                best is None
                or best[2] is None
                or min(best[1], end) - max(best[0], start) < 0.5 * (end - start)
            ):
                continue
            offered += 1
            right += any(best[2].start < e and s < best[2].end for s, e in one["source"])
    yield "speakers", f1(right, offered, total)
    yield "precision", 100 * right / max(offered, 1)
    yield "recall", 100 * right / max(total, 1)


def aliases(records: list[Any], answers: list[Any]) -> Iterator[tuple[str, float]]:
    precision = recall = count = 0.0
    for record, (found, _) in zip(records, answers, strict=True):
        gold, own = {}, {}
        for number, spans in enumerate(record["entities"]):
            for start, end in map(tuple, spans):
                gold[start, end] = number
                hits = [
                    (min(end, b) - max(start, a), key)
                    for a, b, _, key in found
                    if a < end and start < b
                ]
                own[start, end] = max(hits)[1] if hits else f"alone {start}"
        for one, number in gold.items():
            same = {x for x in gold if gold[x] == number}
            together = {x for x in own if own[x] == own[one]}
            precision += len(same & together) / len(together)
            recall += len(same & together) / len(same)
            count += 1
    yield "aliases B3", 200 * precision * recall / (precision + recall) / count


if __name__ == "__main__":
    main()

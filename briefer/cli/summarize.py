"""`briefer summarize`: an extractive summary of each input, or of all as one story."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefer.cli import say
from briefer.model.errors import UnreadableFile
from briefer.model.summary import LengthUnit, Scores, Summary, SummaryLength
from briefer.model.text import Paragraph, Sentence, Span

HELP = "extractive summary of each input"
METHODS = (
    "auto", "lead", "lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "reduction",
    "edmundson", "consensus",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Text:
    """One text to summarize; `key` is ("id", …) or ("source", …)."""

    key: tuple[str, Any]
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str
    language: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, - or address")
    parser.add_argument("--method", choices=METHODS, default="auto", help="how to rank sentences")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--sentences", type=_count, metavar="N", help="so many sentences (3)")
    length.add_argument("--words", type=_count, metavar="N", help="at most so many words")
    length.add_argument("--percent", type=_percent, metavar="P", help="so much of the sentences")
    parser.add_argument("--language", default="", metavar="CODE", help="such as en; else detected")
    parser.add_argument("--focus", default="", metavar="WORDS", help="what the summary is about")
    parser.add_argument("--title", default="", help="the headline, where the input has none")
    parser.add_argument("--jsonl", action="store_true", help="INPUT is a file of JSON lines")
    parser.add_argument("--json", action="store_true", help="answer in JSON lines")
    parser.add_argument("--together", action="store_true", help="all inputs are one story")


def run(options: argparse.Namespace) -> int:
    """Write the summaries; 0, or 1 when some input failed."""
    if options.together:
        return _together(options)
    if options.jsonl:
        from briefer.cli.jsonl import answer_all

        return answer_all(
            options.inputs,
            lambda record: _plain_summary(_from_record(record, options), options),
        )
    from briefer.cli.inputs import Failures

    failures = Failures()
    for found in _from_inputs(options, failures):
        if options.json:
            from briefer.cli.jsonl import write

            write({found.key[0]: found.key[1], **_plain_summary(found, options)})
        else:
            _show(found.title or str(found.key[1]), _plain_summary(found, options))
    return failures.status


def _plain_summary(found: _Text, options: argparse.Namespace) -> dict[str, Any]:
    from briefer.engines import summarizer
    from briefer.text.choosing import choose

    sentences = _sentences(found)
    scores = summarizer(options.method).score(
        [sentence.span.of(found.text) for sentence in sentences],
        language=found.language,
        title=found.title,
        focus=options.focus,
    )
    summary = choose(sentences, found.text, scores, _length(options))
    return {
        "method": summary.method,
        "language": found.language or None,
        "words": summary.words,
        "sentences": [_plain_sentence(chosen) for chosen in summary.sentences],
    }


def _together(options: argparse.Namespace) -> int:
    """One line (or one text) for all inputs; every sentence bears the input it comes from."""
    from briefer.cli.inputs import Failures

    failures = Failures()
    read = _from_records if options.jsonl else _from_inputs
    texts = list(read(options, failures))
    if not texts:
        if not failures.count:
            say(UnreadableFile("There is nothing to summarize.", hint="Name some articles."))
        return 1
    summary, places = _story(texts, options)
    sentences = []
    for chosen in summary.sentences:
        found, sentence = places[chosen.sentence.number]
        name, value = found.key
        plain = _plain_sentence(chosen)
        plain.update(start=sentence.span.start, end=sentence.span.end, paragraph=sentence.paragraph)
        sentences.append({name: value, **plain})
    result = {
        "method": summary.method,
        "language": texts[0].language or None,
        "words": summary.words,
        "sentences": sentences,
    }
    if options.json or options.jsonl:
        from briefer.cli.jsonl import write

        write(result)
    else:
        _show(options.title or f"{len(texts)} articles", result)
    return failures.status


def _story(
    texts: Sequence[_Text], options: argparse.Namespace
) -> tuple[Summary, list[tuple[_Text, Sentence]]]:
    """The summary over the joined texts, and for each joined sentence where it stands in its own."""
    from briefer.summarizers.stories import REDUNDANCY
    from briefer.text.choosing import choose

    joined: list[Sentence] = []
    places: list[tuple[_Text, Sentence]] = []
    articles: list[list[str]] = []
    at = 0
    for found in texts:
        own = _sentences(found)
        articles.append([sentence.span.of(found.text) for sentence in own])
        for sentence in own:
            span = Span(at + sentence.span.start, at + sentence.span.end)
            joined.append(Sentence(span, sentence.paragraph, len(joined)))
            places.append((found, sentence))
        at += len(found.text) + 2
    text = "\n\n".join(found.text for found in texts)
    scores = _story_scores(articles, texts[0].language, options)
    summary = choose(joined, text, scores, _length(options), redundancy=REDUNDANCY)
    return summary, places


def _story_scores(
    articles: Sequence[Sequence[str]], language: str, options: argparse.Namespace
) -> Scores:
    from briefer.engines import summarizer
    from briefer.summarizers.stories import score_story

    if options.method == "auto":
        return score_story(articles, language=language, title=options.title, focus=options.focus)
    return summarizer(options.method).score(
        [sentence for article in articles for sentence in article],
        language=language,
        title=options.title,
        focus=options.focus,
    )


def _from_inputs(options: argparse.Namespace, failures: Any) -> Iterator[_Text]:
    from briefer.cli.inputs import articles

    for article in articles(options.inputs, failures):
        yield _Text(
            ("source", article.origin),
            article.text,
            article.paragraphs,
            article.source.title or options.title,
            options.language or article.language or "",
        )


def _from_records(options: argparse.Namespace, failures: Any) -> Iterator[_Text]:
    from briefer.cli.jsonl import usable

    for path in options.inputs:
        for record in usable(path, failures):
            try:
                yield _from_record(record, options)
            except UnreadableFile as error:
                failures.add(path, error)


def _from_record(record: dict[str, Any], options: argparse.Namespace) -> _Text:
    """Raises UnreadableFile where there is nothing to summarize."""
    from briefer.text.language import detect
    from briefer.text.sentences import paragraphs_of

    text = record["text"]
    if not text.strip():
        # An empty summary would pass for the summary of something.
        raise UnreadableFile(f"The text of {record.get('id')!r} holds no words.")
    given = record.get("language")
    title = record.get("title")
    language = options.language or (given if isinstance(given, str) else "")
    return _Text(
        ("id", record.get("id")),
        text,
        paragraphs_of(text),
        title if isinstance(title, str) and title else options.title,
        language or detect(text) or "",
    )


def _sentences(found: _Text) -> tuple[Sentence, ...]:
    from briefer.text.sentences import split_sentences

    return split_sentences(found.text, found.paragraphs, found.language or None)


def _plain_sentence(chosen: Any) -> dict[str, Any]:
    return {
        "text": chosen.text,
        "start": chosen.sentence.span.start,
        "end": chosen.sentence.span.end,
        "paragraph": chosen.sentence.paragraph,
        "score": round(chosen.score, 4),
    }


def _length(options: argparse.Namespace) -> SummaryLength:
    for unit in LengthUnit:
        amount = getattr(options, unit.value)
        if amount is not None:
            return SummaryLength(unit, amount)
    return SummaryLength()


def _show(heading: str, result: dict[str, Any]) -> None:
    print(heading)
    for sentence in result["sentences"]:
        print(f"  {' '.join(sentence['text'].split())}")
    print()


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _percent(text: str) -> int:
    number = _count(text)
    if number > 100:
        raise argparse.ArgumentTypeError("must be 100 or less")
    return number

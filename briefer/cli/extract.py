"""`briefer extract`: articles as JSON lines or as text to read."""

import argparse
import json
import sys

from briefer.cli.inputs import Failures, articles
from briefer.model.article import Article

HELP = "articles as JSON lines or readable text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("inputs", metavar="INPUT", nargs="+", help="file, folder, - or address")
    parser.add_argument("--json", action="store_true", help="one JSON line for each article")


def run(options: argparse.Namespace) -> int:
    """Print each article; 1 if any input failed."""
    failures = Failures()
    first = True
    for article in articles(options.inputs, failures):
        if options.json:
            sys.stdout.write(json.dumps(_plain(article), ensure_ascii=False) + "\n")
        else:
            sys.stdout.write(("" if first else "\n\n") + _readable(article))
        sys.stdout.flush()
        first = False
    return failures.status


def _plain(article: Article) -> dict[str, object]:
    source = article.source
    return {
        "source": article.origin,
        "title": source.title,
        "authors": list(source.authors),
        "published": source.published,
        "outlet": source.outlet,
        "url": source.url,
        "language": article.language,
        "paragraphs": [paragraph.span.of(article.text) for paragraph in article.paragraphs],
        "text": article.text,
        "warnings": list(article.warnings),
        "updated": source.updated,
        "section": source.section,
        "page": source.page,
    }


def _readable(article: Article) -> str:
    source = article.source
    facts = (", ".join(source.authors), source.published, source.outlet, source.url)
    head = [source.title, " · ".join(fact for fact in facts if fact)]
    warnings = [f"Note: {warning}" for warning in article.warnings]
    return "\n\n".join([part for part in head if part] + warnings + [article.text]) + "\n"

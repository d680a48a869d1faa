"""`briefer actors`: key actors and quotes of each input."""

import argparse
import json
from typing import Any

from briefer.cli import jsonl
from briefer.cli.inputs import Failures, articles
from briefer.engines import actor_engines
from briefer.model.actors import Findings
from briefer.model.article import ArticleId
from briefer.model.plain import to_plain
from briefer.services.ledger import together
from briefer.text.language import detect
from briefer.text.sentences import paragraphs_of, split_sentences


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """INPUT, --json, --jsonl, --together, --language."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, - or address")
    parser.add_argument("--json", action="store_true", help="JSON lines")
    parser.add_argument("--jsonl", action="store_true", help="INPUT is a file of JSON lines")
    parser.add_argument("--together", action="store_true", help="merge the actors of all inputs")
    parser.add_argument("--language", default="", help="language code of the texts")


def run(options: argparse.Namespace) -> int:
    """Find actors; the exit status."""
    if options.jsonl and not options.together:
        return jsonl.answer_all(options.inputs, lambda record: _record(record, options.language))
    failures = Failures()
    found: list[tuple[Any, Findings, str]] = []
    if options.jsonl:
        for path in options.inputs:
            found += [
                (record.get("id"), *_from_record(record, options.language))
                for record in jsonl.usable(path, failures)
            ]
    for article in articles(options.inputs, failures) if not options.jsonl else ():
        answer = _find(article.text, article.language or options.language, article.source.title)
        if options.together:
            found.append((article.origin, *answer))
        elif options.json:
            jsonl.write({"source": article.origin, **_plain(*answer)})
        else:
            _print(article.source.title or article.origin, answer[0])
    if options.together:
        _print_together(found, "id" if options.jsonl else "source")
    return failures.status


def _record(record: dict[str, Any], language: str) -> dict[str, Any]:
    return _plain(*_from_record(record, language))


def _from_record(record: dict[str, Any], language: str) -> tuple[Findings, str]:
    given, title = record.get("language"), record.get("title")
    known = given if isinstance(given, str) and given else language
    return _find(record["text"], known, title if isinstance(title, str) else "")


def _find(text: str, language: str, title: str) -> tuple[Findings, str]:
    code = language or detect(text) or ""
    sentences = split_sentences(text, paragraphs_of(text), code or None)
    return actor_engines()[0].find(text, sentences, language=code, title=title), code


def _plain(findings: Findings, language: str) -> dict[str, Any]:
    names = {actor.key: actor.name for actor in findings.actors}
    actors = [{k: to_plain(v) for k, v in _fields(actor)} for actor in findings.actors]
    quotes = [
        {
            **_place(quote),
            "kind": quote.kind.value,
            "speaker": names.get(quote.speaker or ""),
            "cue": quote.cue,
            "speaker_mention": _place(quote.speaker_mention) if quote.speaker_mention else None,
        }
        for quote in findings.quotes
    ]
    return {"language": language or None, "actors": actors, "quotes": quotes}


def _fields(actor: Any) -> list[tuple[str, Any]]:
    return [
        ("name", actor.name),
        ("kind", actor.kind.value),
        ("salience", actor.salience),
        ("aliases", actor.aliases),
        ("country", actor.country),
        ("roles", [_place(role) for role in actor.roles]),
        ("mentions", [_place(mention) for mention in actor.mentions]),
    ]


def _place(thing: Any) -> dict[str, Any]:
    return {"text": thing.text, "start": thing.span.start, "end": thing.span.end}


def _print_together(found: list[tuple[Any, Findings, str]], label: str) -> None:
    rows = together(
        # By number: an id may be anything, and stand twice.
        [(ArticleId(str(number)), findings) for number, (_, findings, _) in enumerate(found)]
    )
    actors = []
    for row in rows:
        places: dict[str, list[Any]] = {"roles": [], "mentions": []}
        for name, findings, _ in found:
            for actor in findings.actors:
                if actor.key == row.key:
                    places["roles"] += [{**_place(role), label: name} for role in actor.roles]
                    places["mentions"] += [{**_place(m), label: name} for m in actor.mentions]
        actors.append(
            {
                "name": row.name,
                "kind": row.kind.value,
                "salience": row.salience,
                "aliases": list(row.aliases),
                **places,
            }
        )
    quotes = [
        {**quote, label: name}
        for name, findings, code in found
        for quote in _plain(findings, code)["quotes"]
    ]
    languages = {code for _, _, code in found}
    language = languages.pop() if len(languages) == 1 else None
    print(
        json.dumps(
            {
                label: [name for name, _, _ in found],
                "language": language,
                "actors": actors,
                "quotes": quotes,
            },
            ensure_ascii=False,
        )
    )


def _print(title: str, findings: Findings) -> None:
    print(title)
    for actor in findings.actors:
        roles = ", ".join(dict.fromkeys(role.text for role in actor.roles))
        also = f" (also {', '.join(actor.aliases)})" if actor.aliases else ""
        print(
            f"  {actor.name}{', ' + roles if roles else ''}{also}  {actor.kind.value}, {len(actor.mentions)}"
        )
    names = {actor.key: actor.name for actor in findings.actors}
    for quote in findings.quotes:
        said = quote.speaker_mention.text if quote.speaker_mention else "?"
        print(f"  {names.get(quote.speaker or '', said)} [{quote.kind.value}]: {quote.text}")
    print()

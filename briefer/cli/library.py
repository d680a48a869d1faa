"""`briefer library`: the library that the window shows, without the window."""

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefer import places, settings
from briefer.cli.inputs import Failures, standard_input
from briefer.model.errors import LibraryProblem, UnreadableFile
from briefer.model.plain import to_plain
from briefer.services.crew import Crew
from briefer.services.duplicates import Copies
from briefer.services.importing import Importing, Sent
from briefer.services.issue_opening import CameIn, open_issue
from briefer.services.issue_words import said
from briefer.services.keeping import catch_up
from briefer.services.library import Card, Library, Wanted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """import, list, search, check and backup."""
    acts = parser.add_subparsers(
        dest="act", required=True, metavar="import|list|search|check|backup"
    )
    bring = acts.add_parser("import", help="bring files, folders and addresses into the library")
    bring.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, - or address")
    listing = acts.add_parser("list", help="the articles, newest first")
    finding = acts.add_parser("search", help="the articles that hold all words")
    finding.add_argument("words", nargs="+")
    for one in (listing, finding):
        one.add_argument("--json", action="store_true", help="JSON lines")
    acts.add_parser("check", help="whether the library's file is sound")
    saving = acts.add_parser("backup", help="write a copy of the library")
    saving.add_argument("folder", nargs="?", type=Path, help="where to; by default with the others")


def run(options: argparse.Namespace) -> int:
    """Do what was asked; the exit status."""
    try:
        path = places.library()
    except OSError as error:
        raise LibraryProblem(
            f"The library's folder cannot be made ({error.strerror}).",
            name=str(error.filename or ""),
            hint="Check the rights on the folder it is to stand in.",
        ) from error
    library = Library(path)
    try:
        if options.act in ("import", "list", "search"):
            with library.elsewhere() as view:
                catch_up(view, _Quiet())
        return int(_ACTS[options.act](library, options))
    finally:
        library.close()


class _Quiet:
    def step(self, done: int, total: int, label: str) -> None:
        """Nobody is watching."""


def _import(library: Library, options: argparse.Namespace) -> int:
    crew, failures = Crew(), Failures()
    importing = Importing(library, crew)
    issues: list[CameIn] = []
    try:
        with tempfile.TemporaryDirectory(prefix="briefer-") as folder:
            inputs = list(_inputs(options.inputs, failures, Path(folder)))
            report = importing.bring_in(inputs, _Quiet(), came=issues.append)
    finally:
        crew.close()
    importing.shelve(report.articles, "import articles", "import")
    for name, error in report.failures:
        failures.add(name, error)
    report.texts = _copies(library).texts(report.articles)
    length = settings.load(places.settings()).length
    for came in issues:
        print(f"{came.file}: {said(library, open_issue(library, came, length))}")
    if not issues or report.articles or report.failures:
        print(report.sentence)
    return failures.status


def _inputs(names: Sequence[str], failures: Failures, folder: Path) -> Iterator[Path | str | Sent]:
    for name in names:
        if name == "-":
            try:
                yield Sent(standard_input(folder), name)
            except UnreadableFile as error:
                failures.add(name, error)
        else:
            yield name if name.startswith(("http://", "https://")) else Path(name)


def _list(library: Library, options: argparse.Namespace) -> int:
    _print(_copies(library).shelf().cards, is_json=options.json)
    return 0


def _search(library: Library, options: argparse.Namespace) -> int:
    wanted = Wanted(search=" ".join(options.words))
    _print(_copies(library).shelf(wanted).cards, is_json=options.json)
    return 0


def _check(library: Library, _: argparse.Namespace) -> int:
    found = library.check()
    if found:
        hint = f"Copies of earlier days are in {places.backups()}."
        raise LibraryProblem(f"The library is damaged: {'; '.join(found[:5])}.", hint=hint)
    print(f"{library.path} is sound; it holds {len(library.cards())} articles.")
    return 0


def _back_up(library: Library, options: argparse.Namespace) -> int:
    print(library.back_up(options.folder or places.backups()))
    return 0


def _copies(library: Library) -> Copies:
    """The library's copies, led as the preferences have it."""
    return Copies(library, settings.load(places.settings()).lead_copy)


def _print(cards: Sequence[Card], *, is_json: bool) -> None:
    for card in cards:
        if is_json:
            print(json.dumps(to_plain(card), ensure_ascii=False))
        else:
            source = ", ".join(part for part in (card.outlet, card.published[:10]) if part)
            under = "  copy: " if card.copy_of else ""
            print(f"{under}{card.id}  {card.title}" + (f" ({source})" if source else ""))


_ACTS: dict[str, Any] = {
    "import": _import,
    "list": _list,
    "search": _search,
    "check": _check,
    "backup": _back_up,
}

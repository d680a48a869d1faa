"""The hostile files: each with what it tries and what must come of it. They are made anew for each run.

The modules named in FORMATS hold them, one for each family of formats.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FORMATS = (
    "archives", "office_files", "feeds_and_links", "mails", "pages", "page_sources", "pdfs", "rtfs",
    "texts", "exports_of_databases", "issues",
)  # fmt: skip

STORY = (
    "The port of Varna reopened on Monday after a strike of nine days. Ships had waited off the coast.",
    "The ministry of transport said the agreement would cost 12 million euros a year.",
)
ARTICLE = "article"
# Read or refused in words: what a reader can make of it is not the point.
EITHER = "either"


@dataclass(frozen=True)
class Around:
    """What a hostile file may try to reach: a secret file, and a server that must hear nothing."""

    secret: Path
    server: str


@dataclass(frozen=True)
class Case:
    """One hostile file. `must` is ARTICLE, EITHER, or what the refusal says (a pattern).

    `holds` is what an article must say, `never` what must stand nowhere in the answer.
    """

    name: str
    tries: str
    must: str
    make: Callable[[Path, Around], None]
    holds: str = ""
    never: tuple[str, ...] = ()


CASES: dict[str, Case] = {}


def hostile(name: str, tries: str, must: str, *, holds: str = "", never: tuple[str, ...] = ()):
    """Register a maker: a function of (path, around) that writes the file, or returns its content."""

    def register(make):
        def write(path, around):
            content = make(path, around)
            if content is not None:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())

        assert name not in CASES, name
        CASES[name] = Case(name, tries, must, write, holds, never)
        return make

    return register


def given(name: str, tries: str, must: str, content, **also) -> None:
    """Register a file whose content is known: text, bytes, or a function of the surroundings."""

    def make(_path, around):
        return content(around) if callable(content) else content

    hostile(name, tries, must, **also)(make)


def all_cases() -> list[Case]:
    """All of them, in order of their formats."""
    for module in FORMATS:
        importlib.import_module(f"cases.{module}")
    return list(CASES.values())

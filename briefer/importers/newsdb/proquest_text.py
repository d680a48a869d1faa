"""Reads ProQuest's plain texts: records between rules, "Key: value" lines, the text as one of them."""

import re
from collections.abc import Iterator
from pathlib import Path

from briefer.importers.newsdb.cuts import Cut, articles, one_spelling
from briefer.importers.newsdb.proquest_fields import cut_from_record, field_named
from briefer.importers.sniffing import kind_of, lines_of, start_of
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress
from briefer.text.cleaning import clean, decode

_RULE = re.compile(r"_{40,}\s*")
_COUNT = re.compile(
    r"(?:document|dokument|documento) \d+ (?:of|von|de|di|sur|van) \d+", re.IGNORECASE
)
_KEY = re.compile(r"([^\W\d_][^:\n]{1,58}?) ?: ?(.*)")


class ProQuestText:
    """The importer of ProQuest's plain texts."""

    name = "proquest-txt"
    suffixes = frozenset({".txt"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of records between rules that name a publication and a text."""
        if kind_of(head) != "text":
            return 0.0
        lines = [line.strip() for line in lines_of(start_of(path, head))]
        fields = {_field([line]) for line in lines if line}
        ruled = any(_RULE.fullmatch(line) for line in lines)
        # A little surer than LexisNexis, whose counters in French are like "Document 3 de 500".
        return 0.96 if ruled and fields >= {"text", "outlet"} else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export."""
        progress.step(0, 1, path.name)
        lines = clean(decode(path.read_bytes())).split("\n")
        cuts = [_cut(number, record) for number, record in enumerate(_records(lines), 1)]
        one_spelling(cuts)
        yield from articles(cuts)


def _records(lines: list[str]) -> Iterator[list[str]]:
    record: list[str] = []
    for line in [*lines, "_" * 40]:
        if not _RULE.fullmatch(line):
            record.append(line)
            continue
        # What stands before the first record and after the last names no field of one.
        named = {field_named(hit[1]) for one in record if (hit := _KEY.fullmatch(one))}
        if named & {"outlet", "text", "published"}:
            yield record
        record = []


def _cut(number: int, record: list[str]) -> Cut:
    blocks = _blocks(record)
    start = next((i for i, block in enumerate(blocks) if _field(block) == "text"), len(blocks))
    end = _tail_at(blocks, start + 1)
    fields = [found for block in (*blocks[:start], *blocks[end:]) if (found := _read(block))]
    text = [line for block in blocks[start:end] for line in block]
    if text:
        text[0] = text[0].partition(":")[2].strip()
    head = [block[0] for block in blocks[:start] if _field(block) is None]
    free = [line for line in head if not line.startswith("http") and not _COUNT.fullmatch(line)]
    return cut_from_record(number, free[0] if free else "", fields, text)


def _blocks(record: list[str]) -> list[list[str]]:
    """The record's lines, parted at blank lines and before each known key."""
    blocks: list[list[str]] = [[]]
    for line in record:
        if (not line and blocks[-1]) or (line and _field([line])):
            blocks.append([])
        if line:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _tail_at(blocks: list[list[str]], start: int) -> int:
    """Where the keys under the text begin: all blocks from there on have one, each its own.

    A line of the text itself may look like a key ("Location: …").
    """
    seen: set[str] = set()
    at = len(blocks)
    while at > start:
        key = _KEY.fullmatch(blocks[at - 1][0])
        if key is None or field_named(key[1]) is None or key[1] in seen:
            break
        seen.add(key[1])
        at -= 1
    return at


def _field(block: list[str]) -> str | None:
    key = _KEY.fullmatch(block[0])
    return field_named(key[1]) if key else None


def _read(block: list[str]) -> tuple[str, str, str] | None:
    key = _KEY.fullmatch(block[0])
    field = field_named(key[1]) if key else None
    return (field, key[1], " ".join([key[2], *block[1:]])) if key and field else None

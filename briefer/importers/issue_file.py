"""Reads `.briefer` files: an issue with its articles, each part compared with its digest."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefer.importers.issue_parts import article_in, fitting, issue_in
from briefer.importers.packed import DAMAGE, part_of, refuse_total
from briefer.model.article import Article
from briefer.model.errors import UnreadableFile
from briefer.model.issue import (
    ARTICLES,
    BRIEFING,
    DECISIONS,
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    MARK,
    MEDIA_TYPE,
    SUFFIX,
    Issue,
    IssueArticle,
)
from briefer.plugins import Progress

# The first bytes: a stored part of that name (a local header has 30 bytes before the name).
_BEGIN = f"{MARK}{MEDIA_TYPE}".encode("ascii")
_HEADER = 30
# An issue of a year's articles has fewer; what one file unpacks to must fit a worker.
_MOST_ARTICLES, _MOST_BYTES = 2_000, 400 << 20
_ARTICLE = re.compile(re.escape(ARTICLES) + r"([0-9a-f]{16})\.json")
_ASK = "Ask whoever made it to save it anew."


class IssueFile:
    """The importer of issues, where only their articles are wanted."""

    name = "briefer"
    suffixes = frozenset({SUFFIX})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of the mark every issue begins with; a broken one is claimed by its name."""
        if is_issue(head):
            return 1.0
        return 0.7 if path.suffix.lower() in self.suffixes else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """The articles of the issue. Raises UnreadableFile."""
        reading = IssueReading(path.read_bytes(), path)
        for number, one in enumerate(reading.articles()):
            progress.step(number, len(reading.keys), path.name)
            yield replace(one.article, origin="")


def is_issue(head: bytes) -> bool:
    """Whether a file that begins so is an issue."""
    return head.startswith(b"PK\x03\x04") and head[_HEADER:].startswith(_BEGIN)


class IssueReading:
    """An issue that was found whole: every part is there and is what the manifest says."""

    def __init__(self, content: bytes, path: Path, *, is_carried: bool = False) -> None:
        """`path` is what messages speak of; `is_carried` says that it is a document which holds the
        issue. Raises UnreadableFile."""
        self._path, self.is_carried = path, is_carried
        try:
            self._packed = zipfile.ZipFile(io.BytesIO(content))
        except DAMAGE as error:
            raise self._damaged("The file is cut off or damaged.") from error
        self._refuse_large()
        self._manifest = self._checked_manifest()
        self._digests: dict[str, str] = self._manifest["parts"]
        found = (_ARTICLE.fullmatch(name) for name in sorted(self._digests))
        self.keys = [match[1] for match in found if match]
        # Whether all of it is sound is known before the first article is given out.
        self._lengths = {
            one.article.id: len(one.article.text) for one in self._each(with_analysis=False)
        }

    def issue(self) -> Issue:
        """The issue without its articles. Raises UnreadableFile."""
        briefing, decisions = _sayable(self._part(BRIEFING)), _sayable(self._part(DECISIONS))
        found = fitting(lambda: issue_in(briefing, decisions, self._lengths))
        if found is None:
            raise self._damaged(f"Its part {BRIEFING} or {DECISIONS} does not say what it must.")
        made_by, made = (str(self._manifest.get(name, ""))[:100] for name in ("made_by", "made"))
        return replace(found, made_by=made_by, made=made)

    def articles(self) -> Iterator[IssueArticle]:
        """The articles, one after the other. Raises UnreadableFile."""
        return self._each(with_analysis=True)

    def _each(self, *, with_analysis: bool) -> Iterator[IssueArticle]:
        for key in self.keys:
            name = f"{ARTICLES}{key}.json"
            found = article_in(self._part(name), key, with_analysis=with_analysis)
            if found is None:
                raise self._damaged(f"Its part {name} is not the article it says it is.")
            yield found

    def _refuse_large(self) -> None:
        refuse_total(self._packed, self._path)
        infos = self._packed.infolist()
        names = [info.filename for info in infos]
        if len(names) > _MOST_ARTICLES + 100 or sum(i.file_size for i in infos) > _MOST_BYTES:
            raise UnreadableFile(
                "This issue holds far more than any briefing, so it was not opened.",
                name=str(self._path),
                hint="It may be a trap. Ask the sender what it is.",
            )
        if len(set(names)) < len(names):
            raise self._damaged("It has two parts of one name.")

    def _checked_manifest(self) -> dict[str, Any]:
        told = self._parsed(MANIFEST)
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise self._damaged(f"Its part {MANIFEST} does not say that it is an issue.")
        version = told.get("version")
        if type(version) is int and version > FORMAT_VERSION:
            raise UnreadableFile(
                "This issue was saved by a newer Briefer.",
                name=str(self._path),
                hint="Install the newest version to open it; nothing was changed.",
            )
        parts = told.get("parts")
        if version != FORMAT_VERSION or not isinstance(parts, dict):
            raise self._damaged(f"Its part {MANIFEST} has no list of parts.")
        return told

    def _part(self, name: str) -> Any:
        return self._parsed(name, self._digests.get(name, ""))

    def _parsed(self, name: str, digest: Any = None) -> Any:
        """The values of one part, if it is the very one its digest is of."""
        try:
            content = part_of(self._packed, name, self._path)
        except UnreadableFile as error:
            if "unpacks" in error.what:
                raise
            raise self._damaged(f"Its part {name} is missing or cannot be unpacked.") from error
        if digest is not None and hashlib.sha256(content).hexdigest() != digest:
            raise self._damaged(f"Its part {name} was changed after it was saved.")
        try:
            return json.loads(content, parse_constant=_refused)
        except (ValueError, RecursionError) as error:
            raise self._damaged(f"Its part {name} cannot be understood.") from error

    def _damaged(self, why: str) -> UnreadableFile:
        return UnreadableFile(
            f"This issue cannot be opened. {why}", name=str(self._path), hint=_ASK
        )


def _sayable(plain: Any) -> Any:
    """The same with a question mark for each half of a surrogate pair, which no library keeps."""
    return json.loads(json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace"))


def _refused(constant: str) -> Any:
    raise ValueError(constant)

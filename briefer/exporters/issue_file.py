"""An issue as a `.briefer` file: a zip file of JSON parts with the digest of each."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from briefer.model.document import Document
from briefer.model.errors import ExportFailed
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
from briefer.model.plain import to_plain

# The first moment that a zip file knows: the same issue gives the same bytes whenever it is written.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_OF_THE_BRIEFING = ("details", "sections")
_ELSEWHERE = (*_OF_THE_BRIEFING, "decisions", "made_by", "made", "left_out")


class IssueExporter:
    """Writes the issue it was given; of the document nothing."""

    name = "briefer"
    label = "Issue for Briefer"
    suffix = SUFFIX

    def __init__(self) -> None:
        self.issue: Issue | None = None
        self.articles: Sequence[IssueArticle] = ()

    def write(self, _document: Document, path: Path, /) -> tuple[str, ...]:
        """Write the issue to `path`. Raises OSError."""
        assert self.issue is not None
        path.write_bytes(issue_bytes(self.issue, self.articles))
        return ()

    def verify(self, _document: Document, path: Path, /) -> None:
        """Read the file back and compare the digests. Raises ExportFailed."""
        check_issue(path)


def issue_bytes(issue: Issue, articles: Sequence[IssueArticle]) -> bytes:
    """The file in memory; the same issue gives the same bytes."""
    plain = to_plain(issue)
    parts = {
        BRIEFING: _json({name: plain[name] for name in _OF_THE_BRIEFING}),
        DECISIONS: _json({"articles": plain["decisions"], **_without(plain, _ELSEWHERE)}),
    }
    for one in sorted(articles, key=lambda one: one.article.id):
        parts[f"{ARTICLES}{one.article.id}.json"] = _json(to_plain(one))
    manifest = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "made_by": issue.made_by,
        "made": issue.made,
        "parts": {name: hashlib.sha256(part).hexdigest() for name, part in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        _put(packed, MARK, MEDIA_TYPE.encode("ascii"), zipfile.ZIP_STORED)
        for name, part in {MANIFEST: _json(manifest), **parts}.items():
            _put(packed, name, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def check_issue(path: Path) -> None:
    """Raises ExportFailed unless each part of the file is what its manifest says."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = json.loads(packed.read(MANIFEST))["parts"]
            whole = all(
                hashlib.sha256(packed.read(name)).hexdigest() == digest
                for name, digest in parts.items()
            )
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise _failed(path) from error
    if not whole:
        raise _failed(path)


def _failed(path: Path) -> ExportFailed:
    return ExportFailed(
        "The finished file cannot be read again.", name=path.name, hint="Nothing was replaced."
    )


def _without(plain: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name not in names}


def _json(plain: Any) -> bytes:
    # Escapes keep what is no UTF-8, such as half a pair in a name, as it is.
    return json.dumps(plain, indent=1, sort_keys=True).encode("ascii")


def _put(packed: zipfile.ZipFile, name: str, content: bytes, how: int) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = how
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    packed.writestr(entry, content)

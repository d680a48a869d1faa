"""Document to Markdown (CommonMark with tables) and to plain text."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefer.exporters.links import live
from briefer.exporters.written_text import check_text
from briefer.model.document import (
    Block,
    Box,
    Bullets,
    Document,
    Figures,
    Heading,
    Look,
    Paragraph,
    Picture,
    Run,
    SourceList,
    Table,
    numbered,
)

# Characters Markdown gives a meaning; "<" and "&" would let HTML in.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
# At the start of a line these would begin a list, a heading or a rule.
_LINE_START = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)])(?=\s|$|[-=])")
_PLAIN_WIDTH = 78


class MarkdownExporter:
    """Writes Markdown."""

    name = "markdown"
    label = "Markdown"
    suffix = ".md"
    other_suffixes = (".markdown",)

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the document to `path` as UTF-8."""
        path.write_text(markdown(document), "utf-8", newline="\n")
        return ()

    def verify(self, document: Document, path: Path) -> None:
        """Read the file back. Raises ExportFailed."""
        check_text(_escaped(document.masthead.title), path)


class PlainTextExporter:
    """Writes plain text, lines of 78 characters, as for an e-mail."""

    name = "text"
    label = "Plain text"
    suffix = ".txt"

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the document to `path` as UTF-8."""
        path.write_text(plain_text(document), "utf-8", newline="\n")
        return ()

    def verify(self, document: Document, path: Path) -> None:
        """Read the file back. Raises ExportFailed."""
        check_text(document.masthead.title, path)


def markdown(document: Document) -> str:
    """The whole document as Markdown."""
    parts = list(_head(document))
    for block in document.blocks:
        parts += _block(block)
    if document.furniture.marking:
        parts.append(f"**{_escaped(document.furniture.marking)}**")
    return "\n\n".join(parts) + "\n"


def _head(document: Document) -> Iterator[str]:
    head, marking = document.masthead, document.furniture.marking
    if marking:
        yield f"**{_escaped(marking)}**"
    if head.kicker:
        yield f"*{_escaped(head.kicker)}*"
    yield f"# {_escaped(head.title)}"
    lines = [_escaped(head.date)] if head.date else []
    lines += [f"{_escaped(label)}: {_escaped(value)}" for label, value in head.facts]
    if lines:
        # Two blanks at the end of a line break it.
        yield "  \n".join(lines)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        label = f" *{_escaped(block.tag)}*" if block.tag else ""
        yield f"{'##' if block.level == 1 else '###'} {_escaped(numbered(block.text, block.number))}{label}"
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, Bullets):
        yield "\n".join(f"- {_runs(entry.runs)}" for entry in block.entries)
    elif isinstance(block, Box):
        inner = [f"**{_escaped(numbered(block.label, block.number))}**"] if block.label else []
        for part in block.blocks:
            inner += _block(part)
        yield "\n".join(f"> {line}".rstrip() for line in "\n\n".join(inner).split("\n"))
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, Figures):
        yield "\n".join(f"- **{_escaped(n)}** {_runs(runs)}" for n, runs in block.figures)
    elif isinstance(block, Picture):
        yield _escaped(block.alt)
    elif isinstance(block, SourceList):
        yield "\n\n".join(f"\\[{entry.number}\\] {_runs(entry.runs)}" for entry in block.entries)


def _paragraph(block: Paragraph) -> str:
    text = _LINE_START.sub(r"\1\\\2", _runs(block.runs))
    if block.look is Look.QUOTE:
        return f"> {text}"
    if block.look is Look.SPEAKER:
        return f"— {text}"
    return text


def _table(block: Table) -> str:
    rows = [
        [_escaped(text) for text in block.header],
        ["--:" if n in block.numeric else "---" for n in range(len(block.header))],
        *[[_runs(cell) for cell in row] for row in block.rows],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _escaped(run.text)
    if live(run.link) and not run.link.startswith("#"):
        # Angle brackets allow every character of an address but themselves.
        address = run.link.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
        return f"[{text}](<{address}>)"
    if run.bold and text.strip():
        return f"**{text.strip()}**" + (" " if text.endswith(" ") else "")
    return text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def plain_text(document: Document) -> str:
    """The whole document as plain text."""
    head = document.masthead
    marking = [document.furniture.marking] if document.furniture.marking else []
    top = [*marking, head.kicker, head.title, "=" * min(len(head.title), _PLAIN_WIDTH), head.date]
    top += [f"{label}: {value}" for label, value in head.facts]
    parts = ["\n".join(line for line in top if line)]
    for block in document.blocks:
        parts += _plain_block(block)
    return "\n\n".join([*parts, *marking]) + "\n"


def _plain_block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        line = "=" if block.level == 1 else "-"
        text = numbered(block.text, block.number)
        rule = f"\n{line * min(len(text), _PLAIN_WIDTH)}" if block.level < 3 else ""
        label = f" [{block.tag}]" if block.tag else ""
        yield ("\n" if block.level == 1 else "") + text + label + rule
    elif isinstance(block, Paragraph):
        indent = "    " if block.look in (Look.QUOTE, Look.SPEAKER) else ""
        yield _filled(("— " if block.look is Look.SPEAKER else "") + block.text, indent, indent)
    elif isinstance(block, Bullets):
        yield "\n".join(_filled(entry.text, "- ", "  ") for entry in block.entries)
    elif isinstance(block, Box):
        if block.label:
            text = numbered(block.label, block.number)
            yield f"{text}\n{'=' * len(text)}"
        for part in block.blocks:
            yield from _plain_block(part)
    elif isinstance(block, Table):
        yield "\n".join(_plain_row(row) for row in block.rows)
    elif isinstance(block, Figures):
        yield "\n".join(_filled(f"{n}  {_words(runs)}", "", "    ") for n, runs in block.figures)
    elif isinstance(block, Picture):
        yield _filled(block.alt, "", "")
    elif isinstance(block, SourceList):
        yield "\n".join(
            _filled(f"[{entry.number}] {_addressed(entry.runs)}", "", "    ")
            for entry in block.entries
        )


def _plain_row(row: Sequence[Sequence[Run]]) -> str:
    cells = [_words(cell) for cell in row]
    return _filled(" | ".join(cell for cell in cells if cell), "- ", "  ")


def _words(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _addressed(runs: Sequence[Run]) -> str:
    """Whole addresses: in plain text they are what is clicked."""
    return "".join(
        run.link if run.link and not run.link.startswith("#") else run.text for run in runs
    )


def _filled(text: str, first: str, rest: str) -> str:
    if len(text) <= _PLAIN_WIDTH:
        return first + text
    return textwrap.fill(
        text,
        _PLAIN_WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )

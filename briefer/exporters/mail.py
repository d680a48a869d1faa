"""Document to an e-mail: rich text whose styles stand in the tags, as mail programs want it, and plain text."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path

from briefer.exporters.colors import GREY, INK, RULE
from briefer.exporters.links import live
from briefer.exporters.look import Design, design, marking_color
from briefer.exporters.markdown import plain_text
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
    runs_right_to_left,
)

_SANS = "font-family:Calibri,'Segoe UI',Arial,sans-serif"
_SERIF = "font-family:Cambria,Georgia,serif"
_CELL = f"{_SANS};font-size:10pt;padding:3px 10px 3px 0;border-bottom:1px solid {RULE};vertical-align:top"


def _paragraph_styles(accent: str) -> dict[Look, str]:
    return {
        Look.BODY: f"{_SERIF};font-size:11pt;line-height:1.4;margin:0 0 8px",
        Look.LEAD: f"{_SERIF};font-size:12pt;line-height:1.4;margin:4px 0",
        Look.EXTRACT: f"{_SERIF};font-size:11pt;line-height:1.4;margin:0 0 2px",
        Look.NOTE: f"{_SANS};font-size:10.5pt;font-weight:bold;color:{accent};margin:2px 0",
        Look.SOURCE: f"{_SANS};font-size:9.5pt;color:{GREY};margin:0 0 8px",
        Look.QUOTE: f"{_SERIF};font-size:11.5pt;font-style:italic;margin:10px 0 0;padding:0 12px",
        Look.SPEAKER: f"{_SANS};font-size:10pt;margin:0 0 8px;padding:0 12px",
        Look.SMALL: f"{_SANS};font-size:9pt;color:{GREY};margin:10px 0",
    }


def _heading_styles(accent: str) -> dict[int, str]:
    rule = f"border-bottom:1px solid {accent}"
    return {
        1: f"{_SANS};font-size:15pt;color:{accent};margin:24px 0 8px;{rule}",
        2: f"{_SANS};font-size:13pt;color:{accent};margin:18px 0 4px",
        3: f"{_SANS};font-size:12pt;color:{INK};margin:14px 0 2px",
    }


class MailExporter:
    """Writes an e-mail that opens as a draft, with the briefing as rich and as plain text."""

    name = "mail"
    label = "E-mail draft"
    suffix = ".eml"

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the draft to `path`; the same document gives the same bytes."""
        message = EmailMessage(policy=SMTP)
        message["Subject"] = " ".join(
            part for part in (document.furniture.marking, document.title) if part
        )
        # Outlook and others open it as a message that is still to be sent.
        message["X-Unsent"] = "1"
        message["Date"] = datetime.fromisoformat(document.created)
        message.set_content(plain_text(document), cte="base64")
        message.add_alternative(mail_html(document), subtype="html", cte="base64")
        message.set_boundary("=-briefer-parts-=")
        path.write_bytes(message.as_bytes())
        return ()

    def verify(self, document: Document, path: Path) -> None:
        """Read the file back. Raises ExportFailed."""
        del document
        check_text("multipart/alternative", path)


def mail_html(document: Document) -> str:
    """The body of the message; nothing in it is fetched, runs, or depends on a style sheet."""
    language = escape(document.language or "en")
    direction = "rtl" if runs_right_to_left(document.language) else "ltr"
    letter = _Letter(design(document))
    blocks = (part for block in document.blocks for part in letter.block(block))
    parts = [*letter.head(document), *blocks]
    parts.append(_marking(document.furniture.marking))
    return (
        f'<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title></head>"
        f'<body><div lang="{language}" dir="{direction}" style="max-width:680px;color:{INK}">\n'
        + "\n".join(part for part in parts if part)
        + "\n</div></body></html>\n"
    )


def _marking(marking: str) -> str:
    if not marking:
        return ""
    style = (
        f"{_SANS};font-size:12pt;font-weight:bold;background:#000;color:{marking_color(marking)}"
    )
    return f'<p><span dir="ltr" style="{style};padding:2px 6px">{escape(marking)}</span></p>'


class _Letter:
    """Sets one document in its own colour."""

    def __init__(self, look: Design) -> None:
        self._accent, self._tint = look.accent, look.tint
        self._paragraphs = _paragraph_styles(look.accent)
        self._headings = _heading_styles(look.accent)

    def head(self, document: Document) -> Iterator[str]:
        """Marking, title and facts."""
        head = document.masthead
        yield _marking(document.furniture.marking)
        if head.kicker:
            yield f'<p style="{_SANS};color:{self._accent};margin:0"><b>{escape(head.kicker)}</b></p>'
        yield f'<h1 style="{_SANS};font-size:22pt;margin:0">{escape(head.title)}</h1>'
        if head.date:
            yield f'<p style="{_SANS};color:{GREY};margin:2px 0">{escape(head.date)}</p>'
        facts = " · ".join(
            f"{escape(label)}: <b>{escape(value)}</b>" for label, value in head.facts
        )
        if facts:
            yield f'<p style="{_SANS};font-size:9.5pt;color:{GREY};margin:4px 0 12px">{facts}</p>'

    def block(self, block: Block) -> Iterator[str]:
        """One block."""
        if isinstance(block, Heading):
            tag = "h2" if block.level == 1 else "h3"
            label = f" <small>{escape(block.tag)}</small>" if block.tag else ""
            marks = f'{_language(block.language)} style="{self._headings[block.level]}"'
            yield f"<{tag}{marks}>{_number(block.number)}{escape(block.text)}{label}</{tag}>"
        elif isinstance(block, Paragraph):
            bar = (
                f";border-left:3px solid {RULE}" if block.look in (Look.QUOTE, Look.SPEAKER) else ""
            )
            style = f"{self._paragraphs[block.look]}{bar}"
            yield f'<p{_language(block.language)} style="{style}">{self._runs(block.runs)}</p>'
        elif isinstance(block, Bullets):
            rows = "".join(
                f"<li{_language(e.language)}>{self._runs(e.runs)}</li>" for e in block.entries
            )
            yield f'<ul style="{self._paragraphs[Look.BODY]}">{rows}</ul>'
        elif isinstance(block, Box):
            yield from self._box(block)
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, Figures):
            yield "".join(
                f'<p style="{_SANS};margin:4px 0"><b style="font-size:18pt;color:{self._accent}">'
                f"{escape(number)}</b> {self._runs(runs)}</p>"
                for number, runs in block.figures
            )
        elif isinstance(block, Picture):
            # Mail programs show no drawings: what it says is printed.
            yield f'<p style="{_SANS};font-size:10pt">{escape(block.alt)}</p>'
        elif isinstance(block, SourceList):
            for entry in block.entries:
                text = f"[{entry.number}] {self._runs(entry.runs)}"
                yield f'<p style="{_SANS};font-size:10pt;margin:0 0 5px">{text}</p>'

    def _box(self, block: Box) -> Iterator[str]:
        # Mail programs keep grounds and bars of table cells, and of little else.
        style = f"background:{self._tint};border-left:4px solid {self._accent};padding:10px 14px"
        name = f"{_number(block.number)}{escape(block.label)}"
        label = f'<h2 style="{_SANS};font-size:11pt;color:{self._accent};margin:0">{name}</h2>'
        inner = "".join(part for one in block.blocks for part in self.block(one))
        yield (
            '<table role="presentation" width="100%" cellspacing="0" cellpadding="0">'
            f'<tr><td style="{style}">{label if block.label else ""}{inner}</td></tr></table>'
        )

    def _table(self, block: Table) -> Iterator[str]:
        def cell(tag: str, number: int, text: str) -> str:
            side = ";text-align:right" if number in block.numeric else ""
            scope = ' scope="col" align="left"' if tag == "th" else ""
            return f'<{tag}{scope} style="{_CELL}{side}">{text}</{tag}>'

        head = "".join(cell("th", n, escape(text)) for n, text in enumerate(block.header))
        rows = "".join(
            "<tr>"
            + "".join(cell("td", n, self._runs(runs)) for n, runs in enumerate(row))
            + "</tr>"
            for row in block.rows
        )
        yield f'<table width="100%" cellspacing="0"><tr>{head}</tr>{rows}</table>'

    def _runs(self, runs: Sequence[Run]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        text = escape(run.text)
        # Places in the message itself: mail programs lose them when it is answered or forwarded.
        if live(run.link) and not run.link.startswith("#"):
            text = f'<a href="{escape(run.link)}" style="color:{self._accent}">{text}</a>'
        if run.bold:
            text = f"<b>{text}</b>"
        if run.italic:
            text = f"<i>{text}</i>"
        return f'<span style="color:{GREY}">{text}</span>' if run.quiet else text


def _language(language: str) -> str:
    if not language:
        return ""
    direction = "rtl" if runs_right_to_left(language) else "ltr"
    return f' lang="{escape(language)}" dir="{direction}"'


def _number(number: str) -> str:
    """A heading's number and the gap after it, wide enough not to be lost."""
    return f"{escape(number)}\u2002" if number else ""

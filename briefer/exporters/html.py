"""Document to one HTML file: on a phone, in the dark, on paper, and with nothing fetched."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from briefer.exporters.colors import DARK_PAGE, DARK_TINT, GREY, INK, RULE, lightened
from briefer.exporters.links import live
from briefer.exporters.look import design, marking_color
from briefer.exporters.svg import VARIABLES, svg
from briefer.exporters.written_text import check_text
from briefer.model.document import (
    Block,
    Box,
    Bullets,
    Document,
    Figures,
    Heading,
    Look,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    SourceList,
    Table,
    runs_right_to_left,
)

# So many headings and a reader wants to jump.
_CONTENTS_FROM = 12

_COLORS = """
:root {{ color-scheme: light dark; --ink: {ink}; --grey: {grey}; --accent: {accent};
  --rule: {rule}; --tint: {tint}; --page: #ffffff; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #e4e8ec; --grey: #9fabb7;
  --accent: {light}; --rule: #3a4552; --tint: {dark_tint}; --page: {dark_page}; }} }}"""
_STYLE = """
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem; max-width: 44rem; background: var(--page);
  color: var(--ink); font: 1.0625rem/1.55 "Source Serif 4", "Noto Serif", Georgia, serif;
  overflow-wrap: anywhere; }
h1, h2, h3, header, footer, nav, table, .source, .speaker, .small, .note, .sources, .label
  { font-family: "Source Sans 3", "Segoe UI", system-ui, "Noto Sans", sans-serif; }
h1 { font-size: 2.1rem; line-height: 1.15; margin: .1rem 0 .2rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; padding-bottom: .3rem; color: var(--accent);
  border-bottom: 1px solid var(--accent); }
h3 { font-size: 1.12rem; margin: 1.8rem 0 .4rem; color: var(--accent); }
h3.item { font-size: 1.05rem; line-height: 1.3; margin: 1.4rem 0 .2rem; color: var(--ink); }
h2 small, h3 small { color: var(--grey); font-weight: 600; }
p { margin: .4rem 0; hyphens: auto; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .15em; }
a.cite { font: .85em "Source Sans 3", system-ui, sans-serif; text-decoration: none; }
header { border-top: 3px solid var(--accent); padding-top: .8rem; }
header p { color: var(--grey); }
.kicker { color: var(--accent); font-weight: 600; }
.marking { display: inline-block; background: #000; font: 600 1rem system-ui, sans-serif;
  padding: .2rem .5rem; margin: .5rem 0; }
dl { display: flex; flex-wrap: wrap; gap: .6rem 2rem; margin: .9rem 0; padding-bottom: .9rem;
  border-bottom: 1px solid var(--rule); }
dt { color: var(--grey); font-size: .8rem; } dd { margin: 0; font-weight: 600; }
.box { background: var(--tint); border-inline-start: 3px solid var(--accent);
  padding: .8rem 1.1rem; margin: 1.4rem 0; font-size: 1.1rem; }
.box h2 { border: 0; margin: 0; padding: 0; font-size: 1rem; }
.source, .small, .quiet { color: var(--grey); }
.source, .speaker { font-size: .88rem; } .small { font-size: .85rem; margin-top: 1rem; }
.note { color: var(--accent); font-weight: 600; font-size: .95rem; }
blockquote { margin: 1rem 0 0; padding-inline-start: .9rem; font-style: italic;
  border-inline-start: 3px solid var(--rule); }
.speaker { margin: 0; padding-inline-start: .9rem;
  border-inline-start: 3px solid var(--rule); }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%;
  font-size: .93rem; }
th { text-align: start; color: var(--grey); border-bottom: 2px solid var(--accent); }
td { border-bottom: 1px solid var(--rule); }
th, td { padding: .35rem .6rem .35rem 0; vertical-align: top; }
.number { text-align: end; }
figure { margin: 1rem 0; } svg { width: 100%; height: auto; }
figcaption { font: 600 .9rem "Source Sans 3", system-ui, sans-serif; color: var(--grey); }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
.figures b { display: block; font: 600 1.7rem system-ui, sans-serif; color: var(--accent); }
.sources { font-size: .93rem; list-style: none; padding: 0; }
.sources li { display: flex; gap: .7rem; margin: .4rem 0; }
nav ul { list-style: none; padding: 0; } nav a { text-decoration: none; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: .6rem;
  color: var(--grey); font-size: .88rem; }
@media print { body { font-size: 10.5pt; max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; } .break { break-before: page; } }
"""
_HEADINGS = {2: "", 3: ' class="item"'}
_CLASSES = {
    Look.SOURCE: "source",
    Look.SPEAKER: "speaker",
    Look.SMALL: "small",
    Look.NOTE: "note",
}


class HtmlExporter:
    """Writes one HTML file."""

    name = "html"
    label = "Web page"
    suffix = ".html"
    other_suffixes = (".htm",)

    def write(self, document: Document, path: Path) -> tuple[str, ...]:
        """Write the document to `path` as UTF-8."""
        path.write_text(html(document), "utf-8", newline="\n")
        return ()

    def verify(self, document: Document, path: Path) -> None:
        """Read the file back. Raises ExportFailed."""
        check_text(escape(document.masthead.title), path)


def html(document: Document) -> str:
    """The whole page."""
    language = escape(document.language or "en")
    direction = "rtl" if runs_right_to_left(document.language) else "ltr"
    body = "\n".join([*_head(document), *_contents(document), *_blocks(document.blocks)])
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        # Nothing is fetched and no script runs, whatever the text may hold.
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(document.title)}</title>\n{_meta('author', document.author)}"
        f"{_meta('description', document.subject)}"
        f"{_meta('dcterms.created', document.created)}"
        f"<style>{_colors(document)}{_STYLE}</style>\n</head>\n<body>\n{body}\n{_footer(document)}</body>\n</html>\n"
    )


def _colors(document: Document) -> str:
    look = design(document)
    return _COLORS.format(
        ink=INK,
        grey=GREY,
        accent=look.accent,
        rule=RULE,
        tint=look.tint,
        light=lightened(look.accent),
        dark_tint=DARK_TINT,
        dark_page=DARK_PAGE,
    )


def _meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{escape(value)}">\n' if value else ""


def _marking(marking: str) -> str:
    if not marking:
        return ""
    color = marking_color(marking)
    return f'<p><span class="marking" dir="ltr" style="color:{color}">{escape(marking)}</span></p>'


def _head(document: Document) -> Iterator[str]:
    head = document.masthead
    yield "<header>"
    yield _marking(document.furniture.marking)
    if head.kicker:
        yield f'<p class="kicker">{escape(head.kicker)}</p>'
    yield f"<h1>{escape(head.title)}</h1>"
    if head.date:
        yield f"<p>{escape(head.date)}</p>"
    if head.facts:
        rows = "".join(
            f"<div><dt>{escape(label)}</dt><dd><bdi>{escape(value)}</bdi></dd></div>"
            for label, value in head.facts
        )
        yield f"<dl>{rows}</dl>"
    yield "</header>\n<main>"


def _contents(document: Document) -> Iterator[str]:
    rows = [row for row in document.headings() if row[1] == 1]
    if len(list(document.headings())) < _CONTENTS_FROM or not document.contents:
        return
    yield f'<nav aria-label="{escape(document.contents)}"><ul>'
    for text, _, anchor in rows:
        yield f'<li><a href="#{escape(anchor)}">{escape(text)}</a></li>'
    yield "</ul></nav>"


def _footer(document: Document) -> str:
    text = escape(document.furniture.footer)
    return f"</main>\n<footer>{text}{_marking(document.furniture.marking)}</footer>\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    breaks = False
    for block in blocks:
        if isinstance(block, PageBreak):
            breaks = True
            continue
        if breaks:
            yield '<div class="break"></div>'
            breaks = False
        yield _block(block)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        # Items and texts of the annex both stand right under a section.
        tag, kind = ("h2", "") if block.level == 1 else ("h3", _HEADINGS[block.level])
        label = f" <small>{escape(block.tag)}</small>" if block.tag else ""
        anchor, text = escape(block.anchor), escape(block.text)
        marks = f'{kind} id="{anchor}"{_language(block.language)}'
        return f"<{tag}{marks}>{_number(block.number)}{text}{label}</{tag}>"
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Bullets):
        rows = "".join(f"<li{_language(e.language)}>{_runs(e.runs)}</li>" for e in block.entries)
        return f"<ul>{rows}</ul>"
    if isinstance(block, Box):
        inner = "".join(_block(part) for part in block.blocks)
        title = f"<h2>{_number(block.number)}{escape(block.label)}</h2>" if block.label else ""
        return f'<section class="box" id="{escape(block.anchor)}">{title}{inner}</section>'
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Figures):
        cells = "".join(
            f"<div><b>{escape(number)}</b>{_runs(runs)}</div>" for number, runs in block.figures
        )
        return f'<div class="figures">{cells}</div>'
    if isinstance(block, Picture):
        title = escape(block.title)
        return f"<figure><figcaption>{title}</figcaption>{svg(block, VARIABLES)}</figure>"
    if isinstance(block, SourceList):
        rows = "".join(
            f'<li id="{escape(e.anchor)}"><span>[{e.number}]</span><span>{_runs(e.runs)}</span></li>'
            for e in block.entries
        )
        return f'<ol class="sources">{rows}</ol>'
    return ""


def _number(number: str) -> str:
    """A heading's number and the gap after it, wide enough not to be lost."""
    return f"{escape(number)}\u2002" if number else ""


def _paragraph(block: Paragraph) -> str:
    tag = "blockquote" if block.look is Look.QUOTE else "p"
    name = _CLASSES.get(block.look, "")
    kind = f' class="{name}"' if name else ""
    return f"<{tag}{kind}{_language(block.language)}>{_runs(block.runs)}</{tag}>"


def _table(block: Table) -> str:
    def kind(number: int) -> str:
        return ' class="number"' if number in block.numeric else ""

    head = "".join(
        f'<th scope="col"{kind(n)}>{escape(text)}</th>' for n, text in enumerate(block.header)
    )
    rows = "".join(
        "<tr>" + "".join(f"<td{kind(n)}>{_runs(cell)}</td>" for n, cell in enumerate(row)) + "</tr>"
        for row in block.rows
    )
    return f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _language(language: str) -> str:
    if not language:
        return ""
    direction = "rtl" if runs_right_to_left(language) else "ltr"
    return f' lang="{escape(language)}" dir="{direction}"'


def _runs(runs: Sequence[Run]) -> str:
    several = len(runs) > 1
    return "".join(_run(run, isolated=several) for run in runs)


def _run(run: Run, *, isolated: bool) -> str:
    text = escape(run.text)
    if live(run.link):
        kind = ' class="cite"' if run.cites else ' rel="noreferrer"'
        text = f'<a href="{escape(run.link)}"{kind}>{text}</a>'
    if run.bold:
        text = f"<strong>{text}</strong>"
    if run.italic:
        text = f"<em>{text}</em>"
    if run.quiet:
        text = f'<span class="quiet">{text}</span>'
    # Each run keeps its own direction beside one in another script.
    return f"<bdi>{text}</bdi>" if isolated and run.text.strip() else text

"""Whatever stands in a title, an outlet, a name or a text: every format is written and found sound."""

from dataclasses import replace

import pytest
from newsroom import NOW, issue, newsroom

from briefer.engines import exporters
from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    BriefingId,
    EventItem,
    FigureItem,
    IssueDetails,
    Item,
    ItemId,
    JudgementItem,
    Section,
    SectionId,
    SectionKind,
    TextItem,
)
from briefer.model.text import Span
from briefer.services.checking import check
from briefer.services.composing import compose
from briefer.services.exporting import export
from briefer.services.proof import prove

HOSTILE = {
    "markup": '<script>alert("1")</script><img src=x onerror=y> &amp; ]]> <!-- -->',
    "controls": "a\x00b\x07c\x1bd\x7fe\x85f\ud800g\ufffeh\uffffi",
    "long word": "Donau" * 20_000,
    "overrides": "\u202egnp.exe\u202c \u2066left\u2069 \u200f\u200emarks",
    "emoji": "👩‍👩‍👧 🇧🇬 ☃️ 𝔘𝔫𝔦",
    "formula": '=HYPERLINK("https://evil.example","click")',
    "marks": "Z" + "\u0301" * 300,
    "mixed": "שלום world مرحبا 123 %15 नमस्ते 你好",
    "header": "Subject\r\nBcc: everybody@evil.example",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_format_is_written_and_found_sound(name, tmp_path):
    text = HOSTILE[name]
    material = newsroom(
        ("en", "ar"), times=2, title=text, outlet=text, authors=(text,), section=text, page=text
    )
    material = replace(
        material,
        actors=[replace(a, name=text, roles=(text,), aliases=(text,)) for a in material.actors],
    )

    document = issue(
        material, "situation", title=text, series=text, prepared_by=text, marking=text, annex="full"
    )

    for exporter in exporters():
        path = tmp_path / f"out{exporter.suffix}"
        export(document, path, exporter)
        assert path.stat().st_size
        if exporter.suffix == ".eml":
            assert b"\nBcc:" not in path.read_bytes()


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_person_types_at_the_desk_is_text_in_every_format(name, tmp_path):
    text = HOSTILE[name]
    material = newsroom(("en",))
    (key,) = material.articles
    contents = (
        (SectionKind.KEY_FIGURES, FigureItem(key, Span(0, 3), text)),
        (SectionKind.KEY_FIGURES, TextItem(f"9: {text}")),
        (SectionKind.TIMELINE, EventItem(key, Span(0, 30), text, text)),
        (SectionKind.CALENDAR, EventItem(key, Span(0, 30), "2026-13-45")),
        (SectionKind.JUDGEMENTS, JudgementItem(text, text)),
        (SectionKind.JUDGEMENTS, JudgementItem(text, "likely")),
        (SectionKind.TEXT, TextItem(text, sources=(key,))),
        (SectionKind.DEVELOPMENTS, ArticleItem(key, headline=text, note=text)),
    )
    sections = tuple(
        Section(SectionId(n), kind, text, (Item(ItemId(n), content),))
        for n, (kind, content) in enumerate(contents, 1)
    )
    sources = Section(SectionId(99), SectionKind.SOURCES, text)
    details = IssueDetails(
        title=text, issue=text, version=text, period=text, cutoff=text, next_issue=text,
        acronyms=(text, f"{text}={text}"), template=text, numbered=True, pages=2,
    )  # fmt: skip
    briefing = Briefing(BriefingId(1), details, (*sections, sources))
    document = compose(briefing, material, now=NOW)
    prove(briefing, material, document, {key: material.articles[key].text})

    assert isinstance(check(briefing, material, document, pages=3), list)
    for exporter in exporters():
        path = tmp_path / f"out{exporter.suffix}"
        export(document, path, exporter)
        assert path.stat().st_size

"""Whatever stands in a title, an outlet, a name or a text: every format is written and found sound."""

from dataclasses import replace

import pytest
from newsroom import issue, newsroom

from briefer.engines import exporters
from briefer.services.exporting import export

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

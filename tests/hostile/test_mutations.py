"""Valid files of every importer, damaged by hypothesis: articles with sound offsets, or words."""

import contextlib
import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from exports import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.engines import importers
from briefer.model.article import Article
from briefer.model.errors import BrieferError
from briefer.plugins import Silent

IMPORTERS = {importer.name: importer for importer in importers()}
# What turns up in files that were cut, joined, or sent through the wrong program.
STRANGE = [
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"<", b">", b"&#0;", b"]]>", b"\\", b"{", b"}", b"%", b"\r", b"\n\n",
    b"--B\n", b"=?x?q?", b"=FF", b"\\u-1?", b"\\'", b"\xc2\xb2", b"99999999999999999999", b"-1", b"<!--", b"<div>" * 99, b"obj", b"null",
]  # fmt: skip


@st.composite
def mutations(draw):
    """A few changes, each a place in the file (as a share of its length) and what is done there."""
    place = st.floats(0, 1)
    change = st.one_of(
        st.tuples(st.just("flip"), place, st.integers(0, 255)),
        st.tuples(st.just("cut"), place, place),
        st.tuples(st.just("double"), place, place),
        st.tuples(st.just("move"), place, place),
        st.tuples(
            st.just("put"), place, st.one_of(st.sampled_from(STRANGE), st.binary(max_size=8))
        ),
        st.tuples(st.just("end"), place, st.just(None)),
    )
    return draw(st.lists(change, min_size=1, max_size=6))


def mutated(content, changes):
    """The content with those changes."""
    for kind, place, given_with in changes:
        at = int(place * len(content))
        if kind == "flip" and at < len(content):
            content = content[:at] + bytes([given_with]) + content[at + 1 :]
        elif kind == "put":
            content = content[:at] + given_with + content[at:]
        elif kind == "end":
            content = content[:at]
        elif kind in ("cut", "double", "move"):
            start, end = sorted((at, int(given_with * len(content))))
            piece = content[start:end]
            rest = content[:start] + content[end:]
            content = {
                "cut": rest,
                "double": content[:end] + piece + content[end:],
                "move": piece + rest,
            }[kind]
    return content


def parts_mutated(content, changes):
    """A zip file whose largest part is changed; changed itself, its sums would only say so."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        files = {info.filename: packed.read(info) for info in packed.infolist()}
    largest = max(files, key=lambda name: len(files[name]) if name.endswith("xml") else 0)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, part in files.items():
            packed.writestr(name, mutated(part, changes) if name == largest else part)
    return made.getvalue()


@pytest.fixture(scope="module")
def originals(tmp_path_factory):
    """Importer's name to the bytes of its sample."""
    folder = tmp_path_factory.mktemp("samples")
    return {name: write(folder).read_bytes() for name, (write, _) in SAMPLES.items()}


@pytest.mark.parametrize("name", sorted(IMPORTERS))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=mutations(), inside=st.booleans())
def test_a_damaged_file_gives_articles_or_words(originals, name, changes, inside):
    content = originals[name]
    is_packed = content.startswith(b"PK\x03\x04")
    content = (parts_mutated if is_packed and inside else mutated)(content, changes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"damaged{min(IMPORTERS[name].suffixes)}"
        path.write_bytes(content)
        assert 0 <= IMPORTERS[name].claims(content[:8192], path) <= 1.2
        with contextlib.suppress(BrieferError):
            for one in IMPORTERS[name].read(path, Silent()):
                assert isinstance(one, (Article, BrieferError))
                if isinstance(one, Article):
                    assert_sound(one)


def assert_sound(article):
    """Paragraphs are where they say, none is blank, and all can be written."""
    parts = [paragraph.span.of(article.text) for paragraph in article.paragraphs]
    assert article.text == "\n\n".join(parts)
    assert all(part == part.strip() != "" for part in parts)
    assert article.text.encode()
    source = article.source
    for stated in (
        source.title,
        source.outlet,
        source.section,
        source.page,
        source.url,
        *source.authors,
    ):
        assert not set(stated or "") & set("\x00\u202e\ud800")
    known = [name for name in source.__slots__ if name != "evidence" and getattr(source, name)]
    assert set(known) <= set(source.evidence)

"""What every importer must do, whatever its format."""

import contextlib
import random
import socket
from pathlib import Path

import pytest
from exports import SAMPLES

from briefer.engines import importers, reader
from briefer.model.article import Article
from briefer.model.errors import BrieferError, UnreadableFile
from briefer.plugins import Silent, choose

HEAD = 8192
IMPORTERS = {importer.name: importer for importer in importers()}
every_importer = pytest.mark.parametrize("name", sorted(IMPORTERS))


def sample(name, folder):
    write, articles = SAMPLES[name]
    return write(folder), articles


def chosen(path):
    return choose(importers(), path.read_bytes()[:HEAD], path).name


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refused(*_args, **_options):
        raise AssertionError("an importer reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


def test_every_importer_has_a_sample():
    assert set(SAMPLES) == set(IMPORTERS)


@every_importer
@pytest.mark.parametrize("suffix", ["", ".dat", ".jpg", ".doc"])
def test_content_decides_under_any_suffix(tmp_path, name, suffix):
    path, _ = sample(name, tmp_path)
    renamed = path.rename(tmp_path / f"renamed{suffix}")

    assert chosen(renamed) == name


@every_importer
def test_its_own_suffix_changes_nothing(tmp_path, name):
    path, _ = sample(name, tmp_path)

    assert chosen(path) == name
    assert path.suffix in IMPORTERS[name].suffixes


@every_importer
def test_all_articles_are_found_with_sound_offsets_and_evidence(tmp_path, name):
    path, count = sample(name, tmp_path)
    found = []
    try:
        found = [one for one in reader().each(path) if isinstance(one, Article)]
    except UnreadableFile:
        assert count == 0

    assert len(found) == count
    assert len({article.id for article in found}) == count
    for article in found:
        parts = [paragraph.span.of(article.text) for paragraph in article.paragraphs]
        assert article.text == "\n\n".join(parts)
        assert all(part == part.strip() != "" for part in parts)
        assert article.origin.startswith(str(path))
        known = [
            n for n in article.source.__slots__ if n != "evidence" and getattr(article.source, n)
        ]
        assert set(known) <= set(article.source.evidence)


@pytest.mark.parametrize("name", sorted(name for name, (_, count) in SAMPLES.items() if count))
def test_an_article_read_twice_has_the_same_id(tmp_path, name):
    path, _ = sample(name, tmp_path)

    assert [a.id for a in reader().read(path)] == [a.id for a in reader().read(path)]


def read_or_refuse(importer, path):
    """Whatever the file, articles or one of our own errors."""
    with contextlib.suppress(BrieferError):
        for one in importer.read(path, Silent()):
            assert isinstance(one, (Article, UnreadableFile))


@every_importer
def test_an_empty_file_is_refused_in_words(tmp_path, name):
    path = tmp_path / "empty"
    path.write_bytes(b"")

    read_or_refuse(IMPORTERS[name], path)


@every_importer
@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.85, 0.99])
def test_a_truncated_file_is_read_or_refused(tmp_path, name, share):
    path, _ = sample(name, tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])

    read_or_refuse(IMPORTERS[name], path)


@every_importer
@pytest.mark.parametrize("seed", range(5))
def test_random_and_damaged_bytes_are_read_or_refused(tmp_path, name, seed):
    chance = random.Random(seed)
    path, _ = sample(name, tmp_path)
    content = bytearray(path.read_bytes())
    for _ in range(30):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    read_or_refuse(IMPORTERS[name], path)
    path.write_bytes(chance.randbytes(3_000))
    read_or_refuse(IMPORTERS[name], path)


@every_importer
def test_claims_look_at_any_head_without_failing(tmp_path, name):
    path = Path(tmp_path / "gone.bin")

    for head in (
        b"",
        b"\x00" * 99,
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"{\\rtf1",
        b"<html>",
        b"\xff\xfe<\x00",
    ):
        assert 0 <= IMPORTERS[name].claims(head, path) <= 1.2

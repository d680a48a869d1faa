"""Texts read by the built-in engine."""

import pytest

from briefer.actors.engine import TaggerEngine
from briefer.text.sentences import paragraphs_of, split_sentences


@pytest.fixture(scope="session")
def read():
    """Findings of a text."""

    def findings(text, language="en", title="", engine=None):
        sentences = split_sentences(text, paragraphs_of(text), language)
        return (engine or TaggerEngine()).find(text, sentences, language=language, title=title)

    return findings


@pytest.fixture(scope="session")
def said(read):
    """(speaker's name or words, quote) for each quote of a text."""

    def quotes(text, language="en"):
        findings = read(text, language)
        names = {actor.key: actor.name for actor in findings.actors}
        found = []
        for quote in findings.quotes:
            words = quote.speaker_mention.text if quote.speaker_mention else None
            found.append((names.get(quote.speaker or "", words), quote.text, quote.kind.value))
        return found

    return quotes

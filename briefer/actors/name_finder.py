"""Names in a text without a trained model, by its capitals and what is known of names."""

from collections.abc import Sequence

from briefer.actors.cased_names import cased_names
from briefer.actors.caseless_names import CASELESS, caseless_names
from briefer.actors.lines import Line
from briefer.actors.names import Name


def find_names(text: str, lines: Sequence[Line], language: str) -> list[Name]:
    """All names of `text` in order; `language` is an ISO 639-1 code or empty."""
    if language[:2] in CASELESS:
        return caseless_names(text, lines, language[:2])
    return cased_names(text, lines, language[:2])

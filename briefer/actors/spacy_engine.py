"""Names by a spaCy model that the user has installed; who is who, roles and quotes stay ours."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from briefer.actors.engine import TaggerEngine
from briefer.actors.gazetteer import gazetteer
from briefer.actors.names import Name, name_at
from briefer.model.actors import ActorKind
from briefer.text.name_models import SPACY, spacy_models

if TYPE_CHECKING:
    from briefer.actors.lines import Line

_LOG = logging.getLogger(__name__)
# What models of all languages call these; other entities (dates, works, laws) are no actors.
_KINDS = {
    **dict.fromkeys(("PERSON", "PER", "persName"), ActorKind.PERSON),
    **dict.fromkeys(("ORG", "orgName", "ORGANIZATION"), ActorKind.ORGANISATION),
    **dict.fromkeys(("GPE", "LOC", "FAC", "placeName", "geogName"), ActorKind.PLACE),
    "NORP": ActorKind.PLACE,
}
# Steps of a model that find no names.
_NEEDLESS = ("parser", "tagger", "lemmatizer", "attribute_ruler", "morphologizer", "senter")
_FINDING = frozenset({"ner", "beam_ner", "entity_ruler"})
# A text that takes a model longer (seconds) is read by our own: a worker that is too slow is ended,
# and the article would be lost.
_LONGEST = 10.0
# Words that stand around a name in some models' entities.
_ARTICLES = frozenset({"the", "The", "’s", "'s"})


class SpacyEngine(TaggerEngine):
    """The user's models where there is one for the language, the built-in engine elsewhere."""

    name = SPACY
    label = "spaCy models that you have installed"

    def _names(self, text: str, lines: Sequence[Line], language: str) -> list[Name]:
        package = spacy_models().get(language[:2])
        model = _model(package) if package else None
        if model is None:
            return super()._names(text, lines, language)
        try:
            names: list[Name] = []
            until = time.monotonic() + _LONGEST
            for line in lines:
                entities = model(text[line.span.start : line.span.end]).ents
                names += [name for entity in entities for name in _as_name(text, line, entity)]
                if time.monotonic() > until:
                    _LOG.warning("the model %s is too slow for this text", package)
                    break
            else:
                return names
        # Whatever a model raises on this text, the article is read all the same.
        except Exception:  # noqa: BLE001
            _LOG.exception("the model %s failed", package)
        return super()._names(text, lines, language)


@cache
def _model(package: str) -> Any:
    """The loaded model; None where it cannot be loaded."""
    try:
        import spacy  # type: ignore[import-not-found]

        model = spacy.load(package, exclude=_NEEDLESS)
    # Of another version, or damaged: that is for its own program to say.
    except Exception:  # noqa: BLE001
        _LOG.exception("the model %s cannot be loaded", package)
        return None
    # One that has no step for entities finds none, and says nothing.
    return model if _FINDING & {*model.pipe_names} else None


def _as_name(text: str, line: Line, entity: Any) -> Iterator[Name]:
    """The entity over whole words of ours, if it is an actor's name."""
    kind = _KINDS.get(entity.label_)
    start, end = line.span.start + entity.start_char, line.span.start + entity.end_char
    inside = [at for at, one in enumerate(line.tokens) if one.start < end and start < one.end]
    while inside and line.words[inside[0]] in _ARTICLES:
        inside.pop(0)
    while inside and line.words[inside[-1]] in _ARTICLES:
        inside.pop()
    if kind is None or not inside:
        return
    first, last = inside[0], inside[-1] + 1
    code = gazetteer().country(" ".join(line.words[first:last]))
    if entity.label_ == "NORP" and code is None:
        # A people stands for its country; a party or a faith does not.
        return
    place = code if kind is ActorKind.PLACE else None
    yield name_at(text, line, first, last, kind, place)

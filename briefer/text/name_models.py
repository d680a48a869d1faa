"""Models of names: for which languages one is there, Briefer's own or one that the user has installed."""

from functools import cache
from importlib.metadata import entry_points

# Where spaCy's models say that they are installed.
_GROUP = "spacy_models"
TAGGER, RULES, SPACY = "tagger", "rules", "spacy"
# Where spaCy's packages call a language otherwise than the texts; "xx" is of many languages and of none.
_CALLED = {"nb": "no"}
_OF_NONE = "xx"


@cache
def spacy_models() -> dict[str, str]:
    """Language (ISO 639-1) to the package of its installed spaCy model, the first by name.

    spaCy itself is not loaded for that.
    """
    found: dict[str, str] = {}
    for name in sorted(point.name for point in entry_points(group=_GROUP)):
        if name[:2] != _OF_NONE:
            found.setdefault(_CALLED.get(name[:2], name[:2]), name)
    return found


def has_trained_names(language: str | None, engine: str = TAGGER) -> bool:
    """Whether a trained model finds names in texts of this language; rules and lists alone do else."""
    if engine == RULES:
        return False
    return language == "en" or (engine == SPACY and language in spacy_models())

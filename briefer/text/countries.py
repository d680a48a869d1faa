"""Country names in many languages, from Unicode's CLDR (resources/lists/README.md)."""

import gzip
import json
from functools import cache

from briefer import places


@cache
def country_names() -> dict[str, dict[str, str]]:
    """From an ISO 3166 code to the country's name by language code; loaded at first use."""
    packed = (places.resources() / "lists" / "country_names.json.gz").read_bytes()
    names: dict[str, dict[str, str]] = json.loads(gzip.decompress(packed))
    return names


def country_name(code: str, language: str) -> str:
    """The country's name in the language, else in English, else its code."""
    known = country_names().get(code, {})
    return known.get(language) or known.get(language[:2]) or known.get("en", code)


def is_country_name(name: str, code: str) -> bool:
    """Whether `name` is what the country is called in any language."""
    return name in country_names().get(code, {}).values()

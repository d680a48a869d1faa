"""Whether a given name is a woman's or a man's."""

import gzip
import json
import unicodedata
from functools import cache

from briefer import places


def sex_of(given: str) -> str:
    """The letter f or m for a name that only one sex bears, else nothing."""
    female, male = _lists()
    plain = unicodedata.normalize("NFKD", given.casefold())
    name = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "f" if name in female else "m" if name in male else ""


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    with gzip.open(places.resources() / "lists" / "names.json.gz", "rt", encoding="utf-8") as file:
        kept = json.load(file)
    return frozenset(kept["female"].split("\n")), frozenset(kept["male"].split("\n"))

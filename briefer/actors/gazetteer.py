"""What is known of names before reading: countries, demonyms, cities, bodies, names of persons."""

import gzip
import json
from dataclasses import dataclass
from functools import cache, lru_cache

from briefer import places
from briefer.actors.folding import fold
from briefer.text.countries import country_name, country_names


@dataclass(frozen=True)
class Gazetteer:
    """The compiled lists (resources/lists/README.md says whence).

    `countries`, `demonyms` and `capitals` lead from a name to an ISO 3166 code; `names` from a code
    to the country's name by language; `bodies` from a spelling to the usual name; `elsewhere` from a
    city's name in another script to its English one; `towns` are the smaller of the cities. `first` and `last` hold folded names; `female`
    and `male` the given names that only one sex bears.
    """

    countries: dict[str, str]
    demonyms: dict[str, str]
    adjectives: dict[str, dict[str, str]]
    capitals: dict[str, str]
    names: dict[str, dict[str, str]]
    places: frozenset[str]
    cities: frozenset[str]
    towns: frozenset[str]
    elsewhere: dict[str, str]
    bodies: dict[str, str]
    first: frozenset[str]
    last: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]

    def country(self, name: str) -> str | None:
        """The code of the country that `name` (or a demonym) stands for."""
        return self.countries.get(name) or self.demonyms.get(name)

    def country_name(self, code: str, language: str) -> str:
        """The country's name in the language, or in English."""
        return country_name(code, language)

    def is_place(self, name: str) -> bool:
        """Whether a place other than a country has this name in English or at home."""
        return name in self.places or name in self.cities

    def is_known_place(self, name: str) -> bool:
        """Whether it is a place that any language's papers know: a town's name may be a word elsewhere."""
        return name in self.places or (name in self.cities and name not in self.towns)

    def is_first(self, word: str) -> bool:
        """Whether the word is somebody's given name."""
        return fold(word) in self.first

    def is_last(self, word: str) -> bool:
        """Whether the word is somebody's family name."""
        return fold(word) in self.last


@cache
def gazetteer() -> Gazetteer:
    """The compiled lists, loaded at first use."""
    packed = (places.resources() / "lists" / "names.json.gz").read_bytes()
    kept = json.loads(gzip.decompress(packed))
    towns = frozenset(kept["towns"].split("\n"))
    return Gazetteer(
        countries=kept["countries"],
        demonyms=kept["demonyms"],
        adjectives=kept["adjectives"],
        capitals=kept["capitals"],
        names=country_names(),
        places=frozenset(kept["places"]),
        cities=frozenset(kept["cities"].split("\n")) | towns,
        towns=towns,
        elsewhere=kept["cities_elsewhere"],
        bodies=kept["bodies"],
        first=frozenset(kept["first"].split("\n")),
        last=frozenset(kept["last"].split("\n")),
        female=frozenset(kept["female"].split("\n")),
        male=frozenset(kept["male"].split("\n")),
    )


@cache
def english_words() -> dict[str, str]:
    """English words in lower case, each with a letter for its commonest part of speech."""
    packed = (places.resources() / "lists" / "words" / "en.txt.gz").read_bytes()
    lines = gzip.decompress(packed).decode().split("\n")
    return {line[:-2]: line[-1] for line in lines}


# Two megabytes each, a hundredth of a second to read: those of the languages at hand are kept.
@lru_cache(maxsize=4)
def common_words(language: str) -> frozenset[str]:
    """Words of the language in lower case that are seldom names; empty where no list exists."""
    if language == "en":
        return frozenset(english_words())
    path = places.resources() / "lists" / "words" / f"{language}.txt.gz"
    # Codes come from files and requests: only plain letters may form a file name.
    if not language.isalpha() or not path.is_file():
        return frozenset()
    return frozenset(gzip.decompress(path.read_bytes()).decode().split("\n"))


@cache
def capital_adjectives(language: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Initial to the capitalised forms with their countries, as the lists order them."""
    forms: dict[str, list[tuple[str, str]]] = {}
    for form, code in gazetteer().adjectives.get(language, {}).items():
        if form[0].isupper():
            forms.setdefault(form[0], []).append((form, code))
    return {initial: tuple(found) for initial, found in forms.items()}

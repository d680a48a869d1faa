"""Actors under the names that the reader knows them by."""

import re
from collections.abc import Iterable
from dataclasses import replace

from briefer.model.actors import ActorKind, KeyActor
from briefer.services.rulings import folded
from briefer.text.countries import country_name, is_country_name


def named_for(actors: Iterable[KeyActor], language: str) -> list[KeyActor]:
    """The actors, countries called as the language calls them; what the user renamed stays."""
    return [_named(actor, language) for actor in actors]


def place_name(key: str, name: str) -> str:
    """How the window calls a place that articles of several languages name; others keep `name`."""
    kind, _, place = key.partition(":")
    if kind != ActorKind.PLACE.value or not place:
        return name
    if len(place) == 2 and place.isupper():
        return country_name(place, "en") if is_country_name(name, place) else name
    # A city's key is its English name: "place:the hague" for "Den Haag".
    return name if folded(name) == place else _IN_NAMES.sub(_small, place.title())


def _small(hit: re.Match[str]) -> str:
    return hit[0].lower()


_IN_NAMES = re.compile(r"(?<=[ -])(?:De|Of|Del|La|Les|Au|And|Am|Sur|Upon)(?=[ -])")


def _named(actor: KeyActor, language: str) -> KeyActor:
    code = actor.country
    is_country = actor.kind is ActorKind.PLACE and code is not None and actor.key == f"place:{code}"
    if not is_country or code is None or not is_country_name(actor.name, code):
        return actor
    name = country_name(code, language)
    aliases = dict.fromkeys((actor.name, *actor.aliases))
    return replace(actor, name=name, aliases=tuple(alias for alias in aliases if alias != name))

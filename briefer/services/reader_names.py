"""Actors under the names that the reader of a briefing knows them by."""

from collections.abc import Iterable
from dataclasses import replace

from briefer.model.actors import ActorKind, KeyActor
from briefer.text.countries import country_name, is_country_name


def named_for(actors: Iterable[KeyActor], language: str) -> list[KeyActor]:
    """The actors, countries called as the language calls them; what the user renamed stays."""
    return [_named(actor, language) for actor in actors]


def _named(actor: KeyActor, language: str) -> KeyActor:
    code = actor.country
    is_country = actor.kind is ActorKind.PLACE and code is not None and actor.key == f"place:{code}"
    if not is_country or code is None or not is_country_name(actor.name, code):
        return actor
    name = country_name(code, language)
    aliases = dict.fromkeys((actor.name, *actor.aliases))
    return replace(actor, name=name, aliases=tuple(alias for alias in aliases if alias != name))

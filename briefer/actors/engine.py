"""The built-in actor engines: names found, spellings joined, roles, salience, quotes."""

import math
import re
from collections.abc import Sequence

from briefer.actors.chinese_speech import chinese_quotes
from briefer.actors.english_names import english_names
from briefer.actors.identity import Group, grouped
from briefer.actors.lines import Line, lines_of
from briefer.actors.name_finder import find_names
from briefer.actors.names import Name
from briefer.actors.roles import country_beside, roles_of
from briefer.actors.speech import find_quotes
from briefer.actors.tagger import NameTagger, name_tagger
from briefer.model.actors import Actor, Findings, Mention, Quote, Role
from briefer.model.text import Sentence, Span

# Beyond this much text names add nothing but time (code points).
_MOST_TEXT = 400_000
# A text of more names is a list, not an article; comparing them all would take too long.
_MOST_NAMES = 3_000
# A dateline with its credit ends before this place (code points); what it credits counts so much.
_DATELINE, _CREDITED = 60, 0.3
# An actor who speaks stands before one who is only spoken of (see _actor).
_QUOTED = 0.1


class RuleEngine:
    """Rules and gazetteers alone: what texts in languages without a model are read with."""

    name = "rules"
    label = "Rules and lists"

    def find(
        self, text: str, sentences: Sequence[Sentence], *, language: str, title: str = ""
    ) -> Findings:
        """Actors, most salient first, and quotes of `text`."""
        seen = [sentence for sentence in sentences if sentence.span.end <= _MOST_TEXT]
        lines = lines_of(text, seen)
        names = self._names(text, lines, language)[:_MOST_NAMES]
        groups = grouped(names, text, language)
        roles = roles_of(names, lines, text, language)
        actors = [_actor(group, roles, lines, text, title) for group in groups]
        if language[:2] in ("zh", "ja"):
            quotes = chinese_quotes(text, seen, actors)
        else:
            quotes = find_quotes(text, lines, seen, actors, language)
        actors = [_ranked(actor, quotes) for actor in actors]
        actors.sort(key=lambda actor: (-actor.salience, actor.mentions[0].span))
        return Findings(tuple(actors), tuple(quotes))

    def _names(self, text: str, lines: Sequence[Line], language: str) -> list[Name]:
        return find_names(text, lines, language)


class TaggerEngine(RuleEngine):
    """A trained tagger under the rules for English; other languages by rules and lists."""

    name = "tagger"
    label = "Trained names for English, rules for other languages"

    def _names(self, text: str, lines: Sequence[Line], language: str) -> list[Name]:
        tagger: NameTagger | None = name_tagger() if language == "en" else None
        if tagger is None:
            return super()._names(text, lines, language)
        return english_names(text, lines, tagger)


def _actor(
    group: Group, roles: dict[Span, list[Role]], lines: Sequence[Line], text: str, title: str
) -> Actor:
    """Headline, first position and frequency: the mix that ranked best against editors' choices."""
    surfaces = dict.fromkeys(name.text for name in group.names)
    first = group.names[0].span.start / max(len(text), 1)
    in_title = any(_stands_in(surface, title) for surface in surfaces)
    weight = 0.3 * in_title + 0.25 * (1 - first)
    weight += 0.35 * min(math.log1p(len(group.names)) / 2.5, 1)
    if len(group.names) == 1 and _is_agency(group.names[0].span, text):
        weight *= _CREDITED
    held = {role.text: role for name in group.names for role in roles.get(name.span, ())}
    country = group.country
    for name in group.names:
        if country is None and name.span in roles:
            country = country_beside(name, lines[name.line])
    return Actor(
        key=group.key,
        name=group.name,
        kind=group.kind,
        salience=round(weight, 4),
        # A dateline's capitals are no other name.
        aliases=tuple(one for one in surfaces if one.casefold() != group.name.casefold()),
        roles=tuple(sorted(held.values(), key=lambda role: role.span)),
        mentions=tuple(Mention(name.span, name.text) for name in group.names),
        country=country,
    )


def _is_agency(span: Span, text: str) -> bool:
    """Whether a dateline credits the report to it: "OSLO (Reuters) -" is no news of Reuters."""
    is_bracketed = text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"
    return is_bracketed and span.end < _DATELINE


def _stands_in(surface: str, title: str) -> bool:
    """Whether the title holds the name as words of its own; few names stand in it at all."""
    return surface in title and bool(re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", title))


def _ranked(actor: Actor, quotes: Sequence[Quote]) -> Actor:
    if not any(quote.speaker == actor.key for quote in quotes):
        return actor
    return Actor(
        actor.key, actor.name, actor.kind, round(actor.salience + _QUOTED, 4),
        actor.aliases, actor.roles, actor.mentions, actor.country,
    )  # fmt: skip

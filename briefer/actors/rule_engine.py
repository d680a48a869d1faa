"""The built-in actor engine: names by rules and lists, spellings joined, roles, salience, quotes."""

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefer.actors.gazetteer import gazetteer
from briefer.actors.name_finder import Name, find_names
from briefer.actors.speech import find_quotes
from briefer.model.actors import Actor, ActorKind, Findings, Mention, Role
from briefer.model.text import Sentence, Span

# Scripts without capitals: countries are looked up as they stand in the text.
_NO_CAPITALS = frozenset({"ar", "he", "fa", "zh", "ja", "ko", "hi", "th"})
# Beyond this much text names add nothing but time (code points).
_MOST_TEXT = 400_000


@dataclass
class _Group:
    key: str
    name: str
    kind: ActorKind
    mentions: list[Mention] = field(default_factory=list)
    roles: dict[str, Role] = field(default_factory=dict)
    country: str | None = None

    def add(self, name: Name, text: str) -> None:
        self.mentions.append(Mention(name.span, name.text))
        if name.role is not None:
            self.roles.setdefault(name.role.of(text), Role(name.role, name.role.of(text)))
        self.country = self.country or name.nation


class RuleEngine:
    """Rules and gazetteers; best for English, fair for other languages with capitals."""

    name = "rules"

    def find(
        self, text: str, sentences: Sequence[Sentence], *, language: str, title: str = ""
    ) -> Findings:
        """Actors, most salient first, and quotes of `text`."""
        seen = [sentence for sentence in sentences if sentence.span.end <= _MOST_TEXT]
        names = (
            _listed(text[:_MOST_TEXT], language)
            if language in _NO_CAPITALS
            else find_names(text, seen)
        )
        groups = _grouped(names, text, language)
        actors = [_actor(group, text, title) for group in groups if group.mentions]
        actors.sort(key=lambda actor: (-actor.salience, actor.mentions[0].span))
        return Findings(tuple(actors), tuple(find_quotes(text, seen, actors)))


def _grouped(names: Sequence[Name], text: str, language: str) -> list[_Group]:
    groups: dict[str, _Group] = {}
    surnames: dict[str, str] = {}
    for name in names:
        if name.kind is ActorKind.PERSON and name.code != "?" and " " in name.text:
            surnames.setdefault(fold(name.text.split()[-1]), name.text)
            # In Chinese and Hungarian order the family name stands first: "Xi Jinping", "Xi".
            surnames.setdefault(fold(name.text.split()[0]), name.text)
    for name in names:
        key, shown = _identity(name, surnames, language)
        if key:
            groups.setdefault(key, _Group(key, shown, name.kind)).add(name, text)
    for key, group in groups.items():
        if key.startswith("place:") and len(key) == 8:
            group.country = key[6:]
    return list(groups.values())


def _identity(name: Name, surnames: dict[str, str], language: str) -> tuple[str, str]:
    """The key of the actor that a name stands for, and what to call it; "" for no actor."""
    if name.kind is ActorKind.PLACE and name.code:
        return f"place:{name.code}", gazetteer().country_name(name.code, language or "en")
    if name.kind is ActorKind.PERSON:
        single = " " not in name.text
        full = surnames.get(fold(name.text)) if single else name.text
        if full is None and name.role is not None:
            full = name.text
        return (f"person:{fold(full)}", full) if full else ("", "")
    shown = gazetteer().bodies.get(name.text.casefold(), name.text)
    shown = re.sub(r"^the ", "", shown)
    return f"{name.kind.value}:{fold(shown)}", shown


def _actor(group: _Group, text: str, title: str) -> Actor:
    surfaces = dict.fromkeys(mention.text for mention in group.mentions)
    first = group.mentions[0].span.start / max(len(text), 1)
    in_title = any(re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", title) for surface in surfaces)
    # Headline, first position and frequency: the mix that ranked best against editors' choices.
    weight = (
        0.35 * in_title + 0.25 * (1 - first) + 0.4 * min(math.log1p(len(group.mentions)) / 2.5, 1)
    )
    return Actor(
        key=group.key,
        name=group.name,
        kind=group.kind,
        salience=round(weight, 4),
        aliases=tuple(surface for surface in surfaces if surface != group.name),
        roles=tuple(group.roles.values()),
        mentions=tuple(sorted(group.mentions, key=lambda mention: mention.span)),
        country=group.country,
    )


def _listed(text: str, language: str) -> list[Name]:
    known = gazetteer()
    names = {n[language]: code for code, n in known.names.items() if len(n.get(language, "")) > 1}
    if not names:
        return []
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return [
        Name(Span(*hit.span()), hit[0], ActorKind.PLACE, names[hit[0]])
        for hit in re.finditer(pattern, text)
    ]


def fold(name: str) -> str:
    """The name without case, diacritics and doubled blanks: what two spellings share."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())

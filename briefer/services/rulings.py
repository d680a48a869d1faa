"""The user's rules on actors, obeyed: what an engine found becomes what the person says it is."""

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from briefer.model.actors import Actor, ActorKind, Findings, Mention, Quote, Role
from briefer.model.text import Span
from briefer.storage.decisions import ActorRule
from briefer.text.name_keys import actor_key, person_key

# Written without blanks between words, so a name need not end where a word ends.
_WITHOUT_BLANKS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def key_of(kind: ActorKind, name: str) -> str:
    """The key of an actor that a person names, as an engine would make it."""
    return actor_key(f"{kind.value}:{folded(name)}")


def kind_of(key: str) -> ActorKind:
    """What the key says of the actor's kind."""
    kind = key.partition(":")[0]
    return ActorKind(kind) if kind in set(ActorKind) else ActorKind.ORGANISATION


def folded(name: str) -> str:
    """The name without case, accents and doubled blanks."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def parts(words: str) -> set[str]:
    """What two names that overlap have in common: words, or signs where writing parts no words."""
    return set(words) if _WITHOUT_BLANKS.search(words) else set(words.split())


class Rulings:
    """The actor rules in force, ready to be applied."""

    def __init__(self, rules: Iterable[ActorRule]) -> None:
        """`rules` in the order they were made: later ones win, but nothing joins what is apart."""
        kept = list(rules)
        self._into: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._kinds: dict[str, ActorKind] = {}
        self._hidden: set[str] = set()
        self._by_words: dict[tuple[str, str], str] = {}
        self._by_place: dict[tuple[str, str, int], str] = {}
        self._apart = {(r.actor, r.other) for r in kept if r.rule == "apart"}
        self.roles: dict[str, str] = {}
        self.added: list[ActorRule] = []
        self.watched: frozenset[str] = frozenset()
        for one, other in self._apart:
            self._keep_names_apart(one, other)
        for rule in kept:
            self._learn(rule)
        self.watched = frozenset(self.key(key) for key in self.watched)

    def _keep_names_apart(self, one: str, other: str) -> None:
        """Where one is called by the other's very name, it is the other."""
        for mine, its in ((one, other), (other, one)):
            self._by_words[mine, its.partition(":")[2]] = its

    def _learn(self, rule: ActorRule) -> None:
        if rule.rule == "merge" and not self.are_apart(rule.actor, rule.other):
            self._into[rule.actor] = rule.other
        elif rule.rule == "rename":
            self._names[rule.actor] = rule.value
        elif rule.rule == "kind":
            self._kinds[rule.actor] = ActorKind(rule.value)
        elif rule.rule == "hide":
            self._hidden.add(rule.actor)
        elif rule.rule == "role":
            self.roles[rule.actor] = rule.value
        elif rule.rule == "watch":
            self.watched |= {rule.actor}
        elif rule.rule == "add":
            self.added.append(rule)
            self._names.setdefault(rule.actor, rule.value)
        elif rule.rule == "split":
            if rule.article:
                self._by_place[rule.actor, rule.article, rule.start] = rule.other
            else:
                self._by_words[rule.actor, folded(rule.words)] = rule.other
            self._names.setdefault(rule.other, rule.value)

    def key(self, key: str) -> str:
        """Into which actor `key` was merged in the end; itself when it was not."""
        seen = {key}
        while key in self._into and self._into[key] not in seen:
            key = self._into[key]
            seen.add(key)
        return key

    def are_apart(self, one: str, other: str) -> bool:
        """Whether the person said that these two, or any merged into them, are never one."""
        first, second = self.members(self.key(one)), self.members(self.key(other))
        return any(
            (a in first and b in second) or (a in second and b in first) for a, b in self._apart
        )

    def members(self, key: str) -> set[str]:
        """The actors that were merged into `key`, with itself."""
        return {key} | {one for one in self._into if self.key(one) == key}

    def sources(self, key: str) -> set[str]:
        """The keys under which an engine may have found what is now the actor `key`."""
        found, open_ = set(), {key}
        while open_:
            one = open_.pop()
            found.add(one)
            open_ |= {a for a, into in self._into.items() if into == one} - found
            open_ |= {a for (a, _), into in self._by_words.items() if into == one} - found
            open_ |= {a for (a, _, _), into in self._by_place.items() if into == one} - found
        return found

    def final(self, key: str, words: str, article: str = "", start: int = -1) -> str:
        """Whom a mention of `key` means: splits come before merges, at each actor on its way."""
        seen: set[str] = set()
        while key not in seen:
            seen.add(key)
            onward = (
                self._by_place.get((key, article, start))
                or self._by_words.get((key, folded(words)))
                or self._by_words.get((key, person_key(folded(words))))
                or self._into.get(key)
            )
            if onward is None:
                break
            key = onward
        return key

    def places(self, key: str) -> set[str]:
        """The articles in which single mentions of `key` were split off."""
        return {article for (actor, article, _) in self._by_place if actor == key}

    def is_hidden(self, key: str) -> bool:
        """Whether the user wants to see this actor no more."""
        return self.key(key) in self._hidden

    def name(self, key: str) -> str:
        """The name the person gave the actor; empty if none."""
        return self._names.get(key, "")

    def kind(self, key: str, found: ActorKind) -> ActorKind:
        """The kind the person gave the actor, or what was found."""
        return self._kinds.get(key, found)

    def applied(self, actor: Actor) -> Actor:
        """The actor under the name, kind and role the user gave it."""
        name = self._names.get(actor.key)
        if name and name != actor.name:
            aliases = tuple(dict.fromkeys((actor.name, *actor.aliases)))
            actor = replace(actor, name=name, aliases=tuple(a for a in aliases if a != name))
        role = self.roles.get(actor.key)
        if role:
            stands = next((r for r in actor.roles if r.text == role), None)
            pinned = stands or Role(actor.mentions[0].span, role)
            actor = replace(actor, roles=(pinned, *(r for r in actor.roles if r is not stands)))
        return replace(actor, kind=self.kind(actor.key, actor.kind))


def obeyed(findings: Findings, rulings: Rulings, article: str = "", text: str = "") -> Findings:
    """The findings with every rule in force; `text` is searched for actors a person added."""
    joined: dict[str, Actor] = {}
    for actor in findings.actors:
        for own in _parted(actor, rulings, article):
            _put(joined, own, leads=actor.key == own.key)
    for rule in rulings.added if text else ():
        _add(joined, rule, rulings, article, text)
    seen = [a for a in joined.values() if a.mentions and not rulings.is_hidden(a.key)]
    actors = sorted(map(rulings.applied, seen), key=lambda a: -a.salience)
    quotes = tuple(_spoken(quote, rulings, article, joined) for quote in findings.quotes)
    return Findings(tuple(actors), quotes)


def _put(joined: dict[str, Actor], own: Actor, *, leads: bool) -> None:
    held = joined.get(own.key)
    joined[own.key] = own if held is None else _joined(held, own, leads=leads)


def _parted(actor: Actor, rulings: Rulings, article: str) -> list[Actor]:
    """The actor, or the several that its mentions are of by the person's word."""
    whose: dict[str, list[Mention]] = {}
    for mention in actor.mentions:
        key = rulings.final(actor.key, mention.text, article, mention.span.start)
        whose.setdefault(key, []).append(mention)
    whole = rulings.key(actor.key)
    if not whose or set(whose) == {whole}:
        return [replace(actor, key=whole)]
    roles: dict[str, list[Role]] = {}
    for role in actor.roles:
        # A role belongs to the mention it stands beside.
        nearest = min(
            ((abs(m.span.start - role.span.start), key) for key, ms in whose.items() for m in ms),
        )
        roles.setdefault(nearest[1], []).append(role)
    return [_part(actor, key, ms, roles.get(key, []), whole) for key, ms in whose.items()]


def _part(actor: Actor, key: str, mentions: list[Mention], roles: list[Role], whole: str) -> Actor:
    spelt = tuple(dict.fromkeys(mention.text for mention in mentions))
    keeps = key == whole
    name = actor.name if keeps and (actor.name in spelt or len(spelt) == 0) else spelt[0]
    if keeps and actor.name not in spelt:
        name = max(spelt, key=len)
    return replace(
        actor,
        key=key,
        name=name,
        kind=actor.kind if keeps else kind_of(key),
        aliases=tuple(one for one in spelt if one.casefold() != name.casefold()),
        mentions=tuple(mentions),
        roles=tuple(roles),
        salience=round(actor.salience * (len(mentions) / len(actor.mentions)) ** 0.5, 4),
        country=actor.country if keeps else None,
    )


def _add(
    joined: dict[str, Actor], rule: ActorRule, rulings: Rulings, article: str, text: str
) -> None:
    """Find the words of an added actor. A longer name that holds them keeps them; one of the very
    same place is this actor."""
    key = rulings.final(rule.actor, rule.words, article)
    places = [Span(*found.span()) for found in _pattern(rule.words).finditer(text)]
    mine: list[Mention] = []
    for span in places:
        beside = [a for a in joined.values() if any(m.span.overlaps(span) for m in a.mentions)]
        longer = any(m.span.covers(span) and m.span != span for a in beside for m in a.mentions)
        if longer or any(a.key == key for a in beside):
            continue
        for other in beside:
            left = tuple(m for m in other.mentions if not m.span.overlaps(span))
            joined[other.key] = replace(other, mentions=left)
        mine.append(Mention(span, span.of(text)))
    if mine:
        weight = 0.25 * (1 - mine[0].span.start / max(len(text), 1))
        weight += 0.35 * min(math.log1p(len(mine)) / 2.5, 1)
        name = rule.value or rule.words
        aliases = tuple({m.text for m in mine} - {name})
        found = Actor(key, name, kind_of(key), round(weight, 4), aliases, (), tuple(mine))
        _put(joined, found, leads=False)


def _pattern(words: str) -> re.Pattern[str]:
    """The words as a name of their own, over whatever blanks."""
    inner = r"\s+".join(map(re.escape, words.split())) or r"(?!)"
    if _WITHOUT_BLANKS.search(words):
        return re.compile(inner)
    return re.compile(rf"(?<!\w){inner}(?!\w)")


def _spoken(quote: Quote, rulings: Rulings, article: str, joined: dict[str, Actor]) -> Quote:
    if not quote.speaker:
        return quote
    key = rulings.key(quote.speaker)
    mention = quote.speaker_mention
    if mention is not None:
        key = rulings.final(quote.speaker, mention.text, article, mention.span.start)
        held = (a.key for a in joined.values() if any(m.span == mention.span for m in a.mentions))
        key = next(held, key)
    return replace(quote, speaker=key)


def _joined(one: Actor, other: Actor, *, leads: bool) -> Actor:
    first, second = (other, one) if leads else (one, other)
    names = dict.fromkeys((*first.aliases, second.name, *second.aliases))
    return replace(
        first,
        salience=max(first.salience, second.salience),
        aliases=tuple(name for name in names if name != first.name),
        roles=tuple(sorted((*first.roles, *second.roles), key=lambda role: role.span)),
        mentions=tuple(sorted((*first.mentions, *second.mentions), key=lambda m: m.span)),
        country=first.country or second.country,
    )

"""Actors as the user sees them: what was found, with the user's merges, renames and hidings obeyed."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from briefer.model.actors import Actor, ActorKind, Findings, KeyActor
from briefer.model.article import ArticleId
from briefer.services.library import Library, LibraryView
from briefer.storage.decisions import ActorRule


class Rulings:
    """The actor rules in force, ready to be applied."""

    def __init__(self, rules: Iterable[ActorRule]) -> None:
        """`rules` in the order they were made: later ones win."""
        self._into: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._kinds: dict[str, ActorKind] = {}
        self._hidden: set[str] = set()
        for rule in rules:
            if rule.rule == "merge":
                self._into[rule.actor] = rule.other
            elif rule.rule == "rename":
                self._names[rule.actor] = rule.value
            elif rule.rule == "kind":
                self._kinds[rule.actor] = ActorKind(rule.value)
            elif rule.rule == "hide":
                self._hidden.add(rule.actor)

    def key(self, key: str) -> str:
        """Into which actor `key` was merged in the end; itself when it was not."""
        seen = {key}
        while key in self._into and self._into[key] not in seen:
            key = self._into[key]
            seen.add(key)
        return key

    def is_hidden(self, key: str) -> bool:
        """Whether the user wants to see this actor no more."""
        return self.key(key) in self._hidden

    def applied(self, actor: Actor) -> Actor:
        """The actor under the name and kind the user gave it."""
        name = self._names.get(actor.key)
        if name and name != actor.name:
            aliases = tuple(dict.fromkeys((actor.name, *actor.aliases)))
            actor = replace(actor, name=name, aliases=tuple(a for a in aliases if a != name))
        return replace(actor, kind=self._kinds.get(actor.key, actor.kind))


class Ledger:
    """The actors of the library's articles."""

    def __init__(self, library: Library) -> None:
        """The rules are read anew at each question, so they are always those in force."""
        self._library = library

    def findings(self, article: ArticleId) -> Findings:
        """Actors and quotes of one article, the user's rules obeyed."""
        return findings_of(self._library, article)

    def key_actors(self, articles: Sequence[ArticleId]) -> list[KeyActor]:
        """The actors of several articles together, most salient first."""
        return together([(article, self.findings(article)) for article in articles])

    def name_of(self, key: str, article: ArticleId | None) -> str:
        """By which name an article's actor is shown, the user's rules obeyed; empty if unknown."""
        key = Rulings(self._library.decisions.actor_rules()).key(key)
        found = self.findings(article).actors if article else ()
        return next((actor.name for actor in found if actor.key == key), "")

    def merge(self, actor: str, into: str, name: str) -> None:
        """From now on `actor` is `into`, in every article."""
        rulings = Rulings(self._library.decisions.actor_rules())
        # Only actors that still stand by themselves are merged, so that no circle can arise.
        actor, into = rulings.key(actor), rulings.key(into)
        if actor == into:
            return
        with self._library.step(f"merge actors into {name}"):
            self._library.decisions.add_rule(ActorRule("merge", actor, into))

    def rename(self, actor: str, name: str) -> None:
        """Call an actor by another name; an empty one takes the renaming back."""
        rule = ActorRule("rename", actor, value=name.strip())
        with self._library.step("rename actor"):
            if rule.value:
                self._library.decisions.add_rule(rule)
            else:
                self._library.decisions.drop_rule(rule)

    def hide(self, actor: str) -> None:
        """Show an actor no more."""
        with self._library.step("hide actor"):
            self._library.decisions.add_rule(ActorRule("hide", actor))

    def set_kind(self, actor: str, kind: ActorKind) -> None:
        """Say what an actor is."""
        with self._library.step("change kind of actor"):
            self._library.decisions.add_rule(ActorRule("kind", actor, value=kind.value))

    def forget(self, rule: ActorRule) -> None:
        """Remove one rule."""
        with self._library.step("remove rule on actor"):
            self._library.decisions.drop_rule(rule)


def findings_of(view: LibraryView, article: ArticleId) -> Findings:
    """Actors and quotes of one article, the user's rules obeyed."""
    analysis = view.facts.analysis(article)
    if analysis is None:
        return Findings()
    return obeyed(analysis.findings, Rulings(view.decisions.actor_rules()))


def obeyed(findings: Findings, rulings: Rulings) -> Findings:
    """The findings with merges, renames, kinds and hidings in force."""
    joined: dict[str, Actor] = {}
    for actor in findings.actors:
        if rulings.is_hidden(actor.key):
            continue
        key = rulings.key(actor.key)
        own = replace(actor, key=key)
        joined[key] = _joined(joined[key], own, leads=actor.key == key) if key in joined else own
    actors = sorted(map(rulings.applied, joined.values()), key=lambda a: -a.salience)
    quotes = tuple(
        replace(quote, speaker=rulings.key(quote.speaker)) if quote.speaker else quote
        for quote in findings.quotes
    )
    return Findings(tuple(actors), quotes)


def together(
    found: Sequence[tuple[ArticleId, Findings]], foreign: Collection[ArticleId] = ()
) -> list[KeyActor]:
    """One row for each actor of several articles.

    Where articles agree on nothing, the earlier one's words for a role or an alias come first.
    Roles of `foreign` articles (in another language than the reader's) count for an actor only
    where no other article names one.
    """
    rows: dict[str, list[tuple[ArticleId, Actor]]] = {}
    for article, findings in found:
        for actor in findings.actors:
            rows.setdefault(actor.key, []).append((article, actor))
    actors = [_key_actor(key, seen, len(found), foreign) for key, seen in rows.items()]
    return sorted(actors, key=lambda actor: (-actor.salience, actor.name))


def _key_actor(
    key: str,
    seen: list[tuple[ArticleId, Actor]],
    articles: int,
    foreign: Collection[ArticleId],
) -> KeyActor:
    lead = max((actor for _, actor in seen), key=lambda actor: len(actor.mentions))
    stated = [role.text for at, actor in seen if at not in foreign for role in actor.roles] or [
        role.text for _, actor in seen for role in actor.roles
    ]
    spelt: dict[str, str] = {}
    for text in stated:
        spelt.setdefault(text.casefold(), text)
    roles = Counter(text.casefold() for text in stated)
    aliases = Counter(alias for _, actor in seen for alias in actor.aliases)
    order = sorted(seen, key=lambda pair: -len(pair[1].mentions))
    return KeyActor(
        key=key,
        name=lead.name,
        kind=lead.kind,
        # An actor of many articles stands before one who is prominent in a single one.
        salience=sum(actor.salience for _, actor in seen) / max(articles, 1),
        roles=tuple(spelt[folded] for folded, _ in roles.most_common()),
        aliases=tuple(text for text, _ in aliases.most_common() if text != lead.name),
        mentions=sum(len(actor.mentions) for _, actor in seen),
        articles=tuple(article for article, _ in order),
        country=lead.country,
    )


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

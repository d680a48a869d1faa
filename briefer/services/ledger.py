"""Actors as the user sees them, and the rules made on them: each one step that can be undone."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from briefer.model.actors import Actor, ActorKind, Findings, KeyActor, Mention
from briefer.model.article import ArticleId
from briefer.model.errors import RuledOtherwise
from briefer.services.library import Library, LibraryView
from briefer.services.rulings import Rulings, key_of, obeyed
from briefer.storage.decisions import ActorRule
from briefer.text.name_models import TAGGER, has_trained_names

__all__ = ["ActorRule", "Ledger", "Rulings", "findings_of", "together"]


class Ledger:
    """The actors of the library's articles."""

    def __init__(self, library: Library) -> None:
        """The rules are read anew at each question, so they are always those in force."""
        self._library = library
        # By which actor engine names are found.
        self.engine = TAGGER

    @property
    def rules(self) -> list[ActorRule]:
        """All rules in the order they were made."""
        return self._library.decisions.actor_rules()

    @property
    def rulings(self) -> Rulings:
        """The rules in force, ready to be asked."""
        return Rulings(self.rules)

    def findings(self, article: ArticleId) -> Findings:
        """Actors and quotes of one article, the user's rules obeyed."""
        return findings_of(self._library, article)

    def language_without_model(self, article: ArticleId) -> str | None:
        """The language an article was analysed in, where no trained model finds names in that; empty
        where it is not known. None where there is a model."""
        # As it was read: a correction changes what is shown, not the analysis.
        found = self._library.facts.article(article)
        language = (found.language or "") if found else ""
        return None if has_trained_names(language, self.engine) else language

    def key_actors(self, articles: Sequence[ArticleId]) -> list[KeyActor]:
        """The actors of several articles together, most salient first."""
        found = [(article, self.findings(article)) for article in articles]
        return together(found, pinned=self.rulings.roles)

    def name_of(self, key: str, article: ArticleId | None) -> str:
        """By which name an article's actor is shown, the user's rules obeyed; empty if unknown."""
        key = self.rulings.key(key)
        found = self.findings(article).actors if article else ()
        return next((actor.name for actor in found if actor.key == key), "")

    def merge(self, actor: str, into: str, name: str) -> None:
        """From now on `actor` is `into`, in every article; what was split off so comes back.

        Raises RuledOtherwise when the two were said never to be one.
        """
        rulings = self.rulings
        # Only actors that still stand by themselves are merged, so that no circle can arise.
        actor, into = rulings.key(actor), rulings.key(into)
        if actor == into:
            return
        if rulings.are_apart(actor, into):
            raise RuledOtherwise(
                "You ruled that these two are never merged.",
                hint="Take that rule out first: Actor, Rules on actors.",
            )
        back = [r for r in self.rules if r.rule == "split" and (r.actor, r.other) == (into, actor)]
        with self._library.step(f"merge actors into {name}"):
            for rule in back:
                self._library.decisions.drop_rule(rule)
            self._library.decisions.add_rule(ActorRule("merge", actor, into))

    def keep_apart(self, actor: str, other: str) -> None:
        """Never merge these two; a merge that made them one is taken back."""
        with self._library.step("never merge these actors"):
            self._take_back_merge(actor, other)
            self._library.decisions.add_rule(ActorRule("apart", actor, other))

    def split(
        self, actor: str, words: str, name: str, kind: ActorKind,
        *, mention: tuple[ArticleId, Mention] | None = None,
    ) -> str:  # fmt: skip
        """Make a spelling of an actor, or one `mention` alone, an actor by itself; its key."""
        other = key_of(kind, name)
        if other == actor:
            raise RuledOtherwise(
                "This is the name the actor has already.", hint="Give the other one its own name."
            )
        place = (mention[0], mention[1].span.start) if mention else ("", -1)
        rule = ActorRule("split", actor, other, name.strip(), words, *place)
        with self._library.step(f"split off {name}"):
            self._take_back_merge(actor, other)
            self._library.decisions.add_rule(rule)
        return other

    def add(self, words: str, name: str, kind: ActorKind) -> str:
        """Make words an actor wherever they stand; the actor's key."""
        words = " ".join(words.split())
        key = key_of(kind, name)
        with self._library.step(f"add actor {name}"):
            self._library.decisions.add_rule(ActorRule("add", key, value=name.strip(), words=words))
            # Whom a person adds is wanted, whatever was said before.
            self._library.decisions.drop_rule(ActorRule("hide", key))
        return key

    def rename(self, actor: str, name: str) -> None:
        """Call an actor by another name; an empty one takes the renaming back."""
        self._say(ActorRule("rename", actor, value=name.strip()), "rename actor")

    def pin_role(self, actor: str, role: str) -> None:
        """Show an actor in this role before all others; an empty one takes that back."""
        self._say(ActorRule("role", actor, value=role.strip()), "pin role of actor")

    def hide(self, actor: str) -> None:
        """Show an actor no more."""
        with self._library.step("hide actor"):
            self._library.decisions.add_rule(ActorRule("hide", actor))

    def set_kind(self, actor: str, kind: ActorKind) -> None:
        """Say what an actor is."""
        with self._library.step("change kind of actor"):
            self._library.decisions.add_rule(ActorRule("kind", actor, value=kind.value))

    def watch(self, actor: str, *, wanted: bool) -> None:
        """Mark the articles that name an actor, or no longer."""
        mine = self.rulings.members(actor)
        with self._library.step("watch actor" if wanted else "watch actor no longer"):
            if wanted:
                self._library.decisions.add_rule(ActorRule("watch", actor))
            for key in () if wanted else mine:
                self._library.decisions.drop_rule(ActorRule("watch", key))

    def forget(self, rules: Iterable[ActorRule]) -> None:
        """Remove rules."""
        with self._library.step("remove rule on actor"):
            for rule in rules:
                self._library.decisions.drop_rule(rule)

    def correct(self, rule: ActorRule, value: str) -> None:
        """Give a rule that has one another name, role or kind."""
        kept = ActorRule(
            rule.rule, rule.actor, rule.other, value.strip(), rule.words, rule.article, rule.start
        )
        with self._library.step("edit rule on actor"):
            self._library.decisions.add_rule(kept)

    def take_over(self, rules: Sequence[ActorRule]) -> int:
        """Add the rules of a file to those there are; how many were new."""
        known = set(self.rules)
        new = [rule for rule in rules if rule not in known]
        with self._library.step("import rules on actors"):
            for rule in new:
                self._library.decisions.add_rule(rule)
        return len(new)

    def watched_in(self, articles: Collection[ArticleId]) -> dict[str, int]:
        """Names of watched actors, and how many of these articles each is named in."""
        wanted = set(articles)
        found = Counter(key for article, key in self._watched() if article in wanted)
        names = self._library.actor_index.names(found)
        rulings = self.rulings
        return {rulings.name(key) or names.get(key, key): n for key, n in found.most_common()}

    def _watched(self) -> list[tuple[ArticleId, str]]:
        rulings = self.rulings
        if not rulings.watched:
            return []
        # Two that were merged may both be watched: they are one.
        found = {(a, rulings.key(key)) for a, key in self._library.actor_index.watched()}
        return sorted(pair for pair in found if not rulings.is_hidden(pair[1]))

    def _say(self, rule: ActorRule, label: str) -> None:
        with self._library.step(label):
            if rule.value:
                self._library.decisions.add_rule(rule)
            else:
                self._library.decisions.drop_rule(rule)

    def _take_back_merge(self, actor: str, other: str) -> None:
        """Drop the merges that make these two one."""
        for _ in self.rules:
            rulings = self.rulings
            if rulings.key(actor) != rulings.key(other):
                return
            for rule in self.rules:
                if rule.rule == "merge" and rule.actor in (actor, other):
                    self._library.decisions.drop_rule(rule)
                    break


def findings_of(view: LibraryView, article: ArticleId) -> Findings:
    """Actors and quotes of one article, the user's rules obeyed."""
    analysis = view.facts.analysis(article)
    if analysis is None:
        return Findings()
    rulings = Rulings(view.decisions.actor_rules())
    found = view.facts.article(article) if rulings.added else None
    return obeyed(analysis.findings, rulings, article, found.text if found else "")


def together(
    found: Sequence[tuple[ArticleId, Findings]],
    foreign: Collection[ArticleId] = (),
    pinned: Mapping[str, str] | None = None,
) -> list[KeyActor]:
    """One row for each actor of several articles.

    Where articles agree on nothing, the earlier one's words for a role or an alias come first.
    Roles and names of `foreign` articles (in another language than the reader's) count for an actor
    only where no other article names one; one that the person `pinned` to its key stands first.
    """
    rows: dict[str, list[tuple[ArticleId, Actor]]] = {}
    for article, findings in found:
        for actor in findings.actors:
            rows.setdefault(actor.key, []).append((article, actor))
    pins = pinned or {}
    actors = [
        _key_actor(key, seen, len(found), foreign, pins.get(key)) for key, seen in rows.items()
    ]
    return sorted(actors, key=lambda actor: (-actor.salience, actor.name))


def _key_actor(
    key: str,
    seen: list[tuple[ArticleId, Actor]],
    articles: int,
    foreign: Collection[ArticleId],
    pinned: str | None,
) -> KeyActor:
    # The reader knows the name as it is spelt in the reader's own language.
    lead = max(seen, key=lambda pair: (pair[0] not in foreign, len(pair[1].mentions)))[1]
    stated = [role.text for at, actor in seen if at not in foreign for role in actor.roles] or [
        role.text for _, actor in seen for role in actor.roles
    ]
    spelt: dict[str, str] = {}
    for text in stated:
        spelt.setdefault(text.casefold(), text)
    pin = (pinned,) if pinned else ()
    roles = Counter(text.casefold() for text in stated)
    aliases = Counter(alias for _, actor in seen for alias in actor.aliases)
    order = sorted(seen, key=lambda pair: -len(pair[1].mentions))
    return KeyActor(
        key=key,
        name=lead.name,
        kind=lead.kind,
        # An actor of many articles stands before one who is prominent in a single one.
        salience=sum(actor.salience for _, actor in seen) / max(articles, 1),
        roles=(
            *pin,
            *(one for folded, _ in roles.most_common() if (one := spelt[folded]) not in pin),
        ),
        aliases=tuple(text for text, _ in aliases.most_common() if text != lead.name),
        mentions=sum(len(actor.mentions) for _, actor in seen),
        articles=tuple(article for article, _ in order),
        country=lead.country,
    )

"""Asks the person what is to be ruled on an actor, carries it out and says so, with a way back."""

from collections.abc import Callable, Sequence

from briefer.model.actors import ActorKind, Mention
from briefer.model.article import ArticleId
from briefer.model.errors import BrieferError
from briefer.services.ledger import Ledger
from briefer.ui.notices import Asking, NoticeBar

# (key, name) of the actors that one can be merged with or kept apart from.
Others = Sequence[tuple[str, str]]
_KINDS = {
    ActorKind.PERSON: "a person",
    ActorKind.ORGANISATION: "an organisation",
    ActorKind.PLACE: "a place",
}


class ActorRuling:
    """The person's word on actors."""

    def __init__(
        self, ledger: Ledger, asking: Asking, notice: NoticeBar, undo: Callable[[], object]
    ) -> None:
        """`undo` takes the last step back."""
        self._ledger, self._asking = ledger, asking
        self._notice, self._undo = notice, undo

    def merge(self, key: str, name: str, into: str, other: str) -> None:
        """Make two actors, known by these names, one."""
        said = f"{name} is {other} now, in every article."
        self._carry_out(lambda: self._ledger.merge(key, into, other), said)

    def ask_merge(self, key: str, name: str, others: Others) -> None:
        """Ask whom an actor is the same as."""
        other = self._one_of("Merge actors", f"{name} is the same as", key, others, "Merge")
        if other is not None:
            self.merge(key, name, *other)

    def ask_apart(self, key: str, name: str, others: Others) -> None:
        """Ask with whom an actor is never to be merged."""
        asked = f"{name} is never the same as"
        other = self._one_of("Never merge", asked, key, others, "Keep apart")
        if other is not None:
            said = f"{name} and {other[1]} are never merged."
            self._carry_out(lambda: self._ledger.keep_apart(key, other[0]), said)

    def ask_split(self, key: str, kind: ActorKind, name: str, spelt: Sequence[str]) -> None:
        """Ask which of an actor's spellings is somebody else."""
        asked = f"Which name is not {name}, but somebody else?"
        chosen = self._asking.one_of("Split actor", asked, list(spelt), verb="Go on")
        if chosen is not None:
            words = spelt[chosen]
            self._split(key, kind, words, f"“{words}” in every article is")

    def ask_mention_apart(
        self, key: str, kind: ActorKind, article: ArticleId, mention: Mention
    ) -> None:
        """Ask who one mention is of."""
        asked = f"“{mention.text}” at this place alone is"
        self._split(key, kind, mention.text, asked, (article, mention))

    def _split(
        self,
        key: str,
        kind: ActorKind,
        words: str,
        asked: str,
        mention: tuple[ArticleId, Mention] | None = None,
    ) -> None:
        name = self._asking.line("Split actor", asked, words, verb="Split off")
        if name:
            split = lambda: self._ledger.split(key, words, name, kind, mention=mention)  # noqa: E731
            self._carry_out(split, f"{name} is an actor by itself now.")

    def ask_rename(self, key: str, name: str) -> None:
        """Ask for an actor's name."""
        note = "In every article, and in the briefings."
        given = self._asking.line("Rename actor", "Name", name, verb="Rename", note=note)
        if given:
            said = f"{name} is called {given} now."
            self._carry_out(lambda: self._ledger.rename(key, given), said)

    def pin_role(self, key: str, name: str, role: str) -> None:
        """Show an actor in this role everywhere; an empty one releases it."""
        said = f"{name} is shown as {role}." if role else f"{name} has no pinned role now."
        self._carry_out(lambda: self._ledger.pin_role(key, role), said)

    def ask_role(self, key: str, name: str, role: str) -> None:
        """Ask in which role an actor is to be shown."""
        note = "In every article, and in the briefings."
        given = self._asking.line("Pin a role", f"{name} is", role, verb="Pin", note=note)
        if given:
            self.pin_role(key, name, given)

    def add(self, words: str, kind: ActorKind) -> None:
        """Make words of an article an actor, wherever they stand."""
        words = " ".join(words.split())
        said = f"{words} is an actor now, in every article that has these words."
        self._carry_out(lambda: self._ledger.add(words, words, kind), said)

    def watch(self, key: str, name: str, *, wanted: bool) -> None:
        """Mark the articles that name an actor, or no longer."""
        said = f"{name} is watched: articles that name this actor are marked." if wanted else ""
        said = said or f"{name} is watched no longer."
        self._carry_out(lambda: self._ledger.watch(key, wanted=wanted), said)

    def hide(self, key: str, name: str) -> None:
        """Show an actor no more."""
        self._carry_out(lambda: self._ledger.hide(key), f"{name} is hidden in every article.")

    def set_kind(self, key: str, name: str, kind: ActorKind) -> None:
        """Say what an actor is."""
        said = f"{name} counts as {_KINDS[kind]} now, in every article."
        self._carry_out(lambda: self._ledger.set_kind(key, kind), said)

    def _one_of(
        self, title: str, asked: str, key: str, others: Others, verb: str
    ) -> tuple[str, str] | None:
        fit = [other for other in others if other[0] != key]
        if not fit:
            self._notice.say("There is no other actor here.")
            return None
        chosen = self._asking.one_of(title, asked, [name for _, name in fit], verb=verb)
        return None if chosen is None else fit[chosen]

    def _carry_out(self, rule: Callable[[], object], said: str) -> None:
        try:
            rule()
        except BrieferError as error:
            self._notice.error(error)
            return
        self._notice.say(said, "Undo", lambda: (self._undo(), None)[1])

"""Joins what shows actors with what is ruled on them: the lists, their pages and the network."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefer.model.actors import Actor, ActorKind, Mention
from briefer.model.briefing import ActorItem
from briefer.model.errors import ExportFailed
from briefer.services.dossier import Dossier, Passage, dossier
from briefer.services.network import Network, network, table
from briefer.ui.actor_ruling import ActorRuling
from briefer.ui.actors.network_page import NetworkPage
from briefer.ui.actors.profile_page import ProfilePage

if TYPE_CHECKING:
    from briefer.services.library import Changes
    from briefer.ui.main_window import MainWindow

# What the pages are made of; when it changes they are made anew.
_SHOWN = ("actor_rules", "shelf", "source_fixes")


class ActorDesk:
    """Opens the pages over the text, in a job each, and the way back from them."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._house = window, window.house
        self._room, self._ledger = window.room, window.house.ledger
        self.ruling = ActorRuling(
            self._ledger, window.asking, window.notice, window.house.library.undo
        )
        self.profile, self.network = ProfilePage(), NetworkPage()
        # What is open, the last on top: keys of actors, and "" for the network.
        self.path: list[str] = []
        # What was left for an article; Back returns to it.
        self._left: list[str] = []
        # What was in front before the first page was: the text, or a story.
        self._below = window.middle.currentWidget()
        self._asked = 0
        self._is_closed = False
        window.closing.connect(self._close)
        self._connect()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """What the actions of the menus on actors do."""
        ask = self._on_actor
        return {
            "profile_actor": lambda: ask("profile"),
            "watch_actor": lambda: ask("watch"),
            "add_actor": lambda: ask("briefing"),
            "merge_actor": lambda: ask("merge"),
            "apart_actor": lambda: ask("apart"),
            "split_actor": lambda: ask("split"),
            "rename_actor": lambda: ask("rename"),
            "role_actor": lambda: ask("other role"),
            "hide_actor": lambda: ask("hide"),
            "actor_rules": self.show_rules,
            "network": self.open_network,
            "back": self.back,
        }

    def open_profile(self, key: str, name: str = "") -> None:
        """The page of an actor, over the text."""
        key = self._ledger.rulings.key(key)
        if not self._is_open() or self.path[-1:] != [key]:
            self._go([*(self.path if self._is_open() else []), key])
        self.profile.show_waiting(name)
        self._show()

    def open_network(self) -> None:
        """Who is named together in the selected articles, or in all that the list shows."""
        self._go([*(self.path if self._is_open() else []), ""])
        self._show()

    def back(self) -> None:
        """To the page before, and from the first one to the text; from the text to the last page."""
        if not self._is_open():
            if self._left:
                self._go(self._left)
                self._show()
            return
        self.path.pop()
        if self.path:
            self._show()
        else:
            self._left = []
            self._room.pane.show_text()
            if self._below is not None:
                self._window.middle.setCurrentWidget(self._below)

    def refresh(self, changes: "Changes") -> None:
        """Make the open page anew when what it is made of has changed."""
        if changes.of("actor_rules"):
            self._show_watched()
        if self._is_open() and changes.of(*_SHOWN):
            self._show()

    def dress(self) -> None:
        """Show the pages in the theme in force."""
        self.profile.dress()
        self.network.dress()

    def show_rules(self) -> None:
        """All rules on actors, to be looked through, edited, exported and imported."""
        from briefer.ui.dialogs.actor_rules import ActorRules

        shown = ActorRules(self._house.library, self._ledger, self._window.asking, self._window)
        shown.exec()
        shown.deleteLater()

    def _connect(self) -> None:
        actors = self._room.actors
        actors.asked.connect(self._carry_out)
        actors.merge_wanted.connect(self._merge)
        self._show_watched()
        self._room.text_menu.actor_wanted.connect(
            lambda words, kind: self.ruling.add(words, ActorKind(kind))
        )
        for page in (self.profile, self.network):
            page.back_wanted.connect(self.back)
            page.actor_clicked.connect(self.open_profile)
        self.profile.place_clicked.connect(self._go_to)
        self.profile.asked.connect(self._ask_from_page)
        self.network.changed.connect(self._show)
        self.network.picture_wanted.connect(self._save_picture)
        self.network.table_wanted.connect(self._save_table)

    def _show_watched(self) -> None:
        """Mark watched actors wherever actors are shown."""
        rulings = self._ledger.rulings
        self._room.actors.show_watched(rulings)
        self._room.pane.view.show_watched(rulings.watched)
        self.network.scene.watched = rulings.watched

    def _is_open(self) -> bool:
        is_in_front = self._window.middle.currentWidget() is self._room.pane
        return bool(self.path) and is_in_front and self._room.pane.shows(self._page())

    def _page(self) -> ProfilePage | NetworkPage:
        return self.profile if self.path and self.path[-1] else self.network

    def _go(self, path: list[str]) -> None:
        if not self._is_open():
            self._below = self._window.middle.currentWidget()
        self.path, self._left = list(path), []

    def _show(self) -> None:
        """Bring the page on top of the path to the front, and fill it in a job."""
        if not self.path:
            return
        key, page = self.path[-1], self._page()
        self._window.middle.setCurrentWidget(self._room.pane)
        self._room.pane.show_page(page)
        page.setFocus()
        self._asked += 1
        number, library = self._asked, self._house.library
        if key:
            work: Callable[[Any], Any] = lambda _: _in(library, lambda view: dossier(view, key))  # noqa: E731
        else:
            chosen = self._window.library.selected
            articles = chosen if len(chosen) > 1 else self._window.library.listed_whole
            kinds, least, most = self.network.wanted
            work = lambda _: (  # noqa: E731
                _in(
                    library,
                    lambda view: network(view, articles, kinds=kinds, least=least, most=most),
                ),
                len(articles),
            )
        self._house.jobs.start(work, lambda made: self._made(number, made), self._window.failed)

    def _made(self, number: int, made: "Dossier | tuple[Network, int]") -> None:
        # What was asked for later is what is wanted.
        if self._is_closed or number != self._asked:
            return
        if isinstance(made, Dossier):
            self.profile.show_dossier(made)
        else:
            self.network.show_network(*made)

    def _go_to(self, passage: Passage) -> None:
        """Show a passage in its article; Back returns to the page."""
        path = self.path
        self._window.library.choose(passage.article)
        if self._room.article is None or self._room.article.id != passage.article:
            # The list does not show it just now.
            self._room.show(passage.article)
        self._window.middle.setCurrentWidget(self._room.pane)
        self._room.pane.show_text()
        self._room.jump(passage.span)
        self._left, self.path = path, []

    def _on_actor(self, what: str) -> None:
        """What a menu or key asks for, of the page that is open or the actor that is chosen."""
        if self._is_open() and self._page() is self.profile:
            self._ask_from_page(what)
            return
        if self._is_open():
            self._ask_from_network(what)
            return
        room, actor = self._room, self._room.actors.current
        if actor is not None:
            is_watched = actor.key in room.actors.model.watched
            self._carry_out(what, actor, not is_watched if what == "watch" else None)
        elif room.article is not None:
            room.pane.tabs.setCurrentWidget(room.actors)
            room.actors.list.setFocus()
            self._window.notice.say("Choose an actor first.")

    def _carry_out(self, what: str, actor: Actor, value: object) -> None:
        others = [(one.key, one.name) for one in self._room.actors.model.actors]
        self._rule(what, actor.key, actor.name, actor.kind, others, value)
        article = self._room.article
        if what == "mention" and isinstance(value, Mention) and article is not None:
            self.ruling.ask_mention_apart(actor.key, actor.kind, article.id, value)
        if what == "split":
            spelt = list(dict.fromkeys(mention.text for mention in actor.mentions))
            if len(spelt) > 1:
                self.ruling.ask_split(actor.key, actor.kind, actor.name, spelt)
            else:
                self._window.notice.say("This actor has one name in this article alone.")

    def _ask_from_page(self, what: str) -> None:
        found = self.profile.dossier
        if found is None:
            return
        others = [(one.key, one.name) for one in found.company]
        value = not found.is_watched if what == "watch" else None
        wanted = "other role" if what == "role" else what
        self._rule(wanted, found.key, found.name, found.kind, others, value)
        if what == "split" and len(found.aliases) > 0:
            spelt = [found.name, *found.aliases]
            self.ruling.ask_split(found.key, found.kind, found.name, spelt)

    def _ask_from_network(self, what: str) -> None:
        nodes, place = self.network.scene.network.nodes, self.network.scene.chosen
        if not 0 <= place < len(nodes):
            self._window.notice.say("Choose an actor in the picture first.")
            return
        one = nodes[place]
        others = [(node.key, node.name) for node in nodes]
        is_watched = one.key in self._ledger.rulings.watched
        value = not is_watched if what == "watch" else None
        if what == "split":
            # Which spellings there are is seen on the actor's page.
            self.open_profile(one.key, one.name)
            return
        self._rule(
            "other role" if what == "role" else what, one.key, one.name, one.kind, others, value
        )

    def _rule(
        self, what: str, key: str, name: str, kind: ActorKind, others: list[tuple[str, str]],
        value: object,
    ) -> None:  # fmt: skip
        ruling, article = self.ruling, self._room.article
        pinned = self._ledger.rulings.roles.get(key, "")
        acts: dict[str, Callable[[], None]] = {
            "profile": lambda: self.open_profile(key, name),
            "briefing": lambda: self._window.commands.add_to_briefing(
                [ActorItem(key, name=name, article=article.id if article else None)]
            ),
            "focus": lambda: self._room.summaries.focus_on(key, name),
            "watch": lambda: ruling.watch(key, name, wanted=bool(value)),
            "merge": lambda: ruling.ask_merge(key, name, others),
            "apart": lambda: ruling.ask_apart(key, name, others),
            "rename": lambda: ruling.ask_rename(key, name),
            "role": lambda: ruling.pin_role(key, name, str(value)),
            "other role": lambda: ruling.ask_role(key, name, pinned),
            "kind": lambda: ruling.set_kind(key, name, ActorKind(str(value))),
            "hide": lambda: ruling.hide(key, name),
        }
        if what in acts:
            acts[what]()

    def _merge(self, key: str, into: str) -> None:
        names = {actor.key: actor.name for actor in self._room.actors.model.actors}
        self.ruling.merge(key, names.get(key, key), into, names.get(into, into))

    def _save_picture(self) -> None:
        path = self._window.asking.save_as(
            "Save the picture", "Network of actors.svg", "Drawing (*.svg);;Picture (*.png)"
        )
        if path is not None:
            path = path if path.suffix.lower() in (".svg", ".png") else Path(f"{path}.svg")
            self._write(path, lambda: self.network.save_picture(path))

    def _save_table(self) -> None:
        path = self._window.asking.save_as(
            "Save as a table", "Network of actors.csv", "Table (*.csv)"
        )
        if path is not None:
            # Spreadsheets know by the mark at its beginning that this is UTF-8.
            text = table(self.network.scene.network)
            self._write(path, lambda: path.write_text(text, "utf-8-sig", newline=""))

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except OSError as error:
            problem = ExportFailed(
                f"This could not be written ({error.strerror}).",
                name=str(path),
                hint="Choose another folder, or free some space.",
            )
            self._window.notice.error(problem)
            return
        self._window.notice.say(f"{path.name} written to {path.parent}.")

    def _close(self) -> None:
        self._is_closed = True


def _in(library: Any, ask: Callable[[Any], Any]) -> Any:
    """Ask the library through a connection of the job's own."""
    with library.elsewhere() as view:
        return ask(view)

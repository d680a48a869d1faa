"""What can be done with an actor, as a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget

from briefer.model.actors import Actor, Mention
from briefer.ui.actors.actor_list import ICONS, KIND_NAMES
from briefer.ui.theme import icon

# So much of a name or a role fits a menu (pixels).
_WIDEST = 280
_MOST_ROLES = 6


def actor_menu(
    parent: QWidget,
    actor: Actor,
    ask: Callable[[str, object], None],
    *,
    is_watched: bool,
    pinned: str,
    mention: Mention | None = None,
) -> QMenu:
    """The menu; `ask` is told what was chosen, and the value where there is one.

    Opened at a `mention`, it offers to make that one somebody else.
    """
    menu = QMenu(parent)
    # The name is seen where the menu hangs in another one.
    menu.setTitle(_shown(menu, actor.name))
    menu.setIcon(icon(ICONS[actor.kind], actor.kind.value))

    def offer(text: str, symbol: str, what: str, value: object = None) -> None:
        action = menu.addAction(icon(symbol), text) if symbol else menu.addAction(text)
        action.triggered.connect(lambda _=False: ask(what, value))

    offer("Open the page", "list-details", "profile")
    offer("Add to briefing", "bookmark", "briefing")
    offer("Focus the summary on this", "target", "focus")
    watched = ("Watch no longer", "eye-off") if is_watched else ("Watch this actor", "eye")
    offer(*watched, "watch", not is_watched)
    menu.addSeparator()
    offer("Merge with…", "git-merge", "merge")
    offer("Never merge with…", "", "apart")
    if len({mention.text for mention in actor.mentions}) > 1:
        offer("Split off a name…", "", "split")
    if mention is not None and len(actor.mentions) > 1:
        offer("This one is somebody else…", "", "mention", mention)
    offer("Rename…", "pencil", "rename")
    _offer_roles(menu, list(dict.fromkeys(role.text for role in actor.roles)), pinned, ask)
    kinds = menu.addMenu("Kind")
    for kind, label in KIND_NAMES.items():
        choice = kinds.addAction(label)
        choice.setCheckable(True)
        choice.setChecked(kind is actor.kind)
        choice.triggered.connect(lambda _=False, k=kind: ask("kind", k))
    offer("Hide in every article", "eye-off", "hide")
    return menu


def _offer_roles(
    menu: QMenu, roles: Sequence[str], pinned: str, ask: Callable[[str, object], None]
) -> None:
    """The roles that were found, each to be pinned; another one; or none."""
    shown = menu.addMenu(icon("pin"), "Pin a role")
    for role in roles[:_MOST_ROLES]:
        choice = shown.addAction(_shown(menu, role))
        choice.setCheckable(True)
        choice.setChecked(role == pinned)
        wanted = "" if role == pinned else role
        choice.triggered.connect(lambda _=False, text=wanted: ask("role", text))
    if roles:
        shown.addSeparator()
    shown.addAction("Another…").triggered.connect(lambda _=False: ask("other role", None))
    if pinned:
        shown.addAction("Release").triggered.connect(lambda _=False: ask("role", ""))


def _shown(menu: QMenu, text: str) -> str:
    """As much of the text as fits; an ampersand would underline."""
    metrics = QFontMetrics(menu.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST).replace("&", "&&")

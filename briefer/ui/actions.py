"""One table of all actions: text, shortcut, icon, menu. Menus are made from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from briefer.ui.theme import icon


@dataclass(frozen=True)
class Entry:
    """One action. An empty `text` is a line between two groups of a menu.

    What can be checked has no symbol: its tick stands there.
    """

    id: str = ""
    text: str = ""
    shortcut: str = ""
    symbol: str = ""
    is_checkable: bool = False


_LINE = Entry()
MENUS: dict[str, tuple[Entry, ...]] = {
    "&File": (
        Entry("import_files", "&Import files…", "Ctrl+O", "file-import"),
        Entry("import_folder", "Import &folder…", "Ctrl+Shift+O", "folder-open"),
        Entry("paste", "&Paste article", "Ctrl+Shift+V", "clipboard-text"),
        Entry("open_link", "Open &link…", "Ctrl+L", "link"),
        Entry("samples", "Bring in the &samples", "", "sparkles"),
        Entry("watched", "&Watched places…", "", "eye"),
        _LINE,
        Entry("export", "&Export briefing…", "Ctrl+E", "file-export"),
        Entry("copy_for_mail", "&Copy briefing for a mail", "Ctrl+Shift+E", "copy"),
        Entry("licences", "Licence li&nes of outlets…", "", "quote"),
        Entry("save_issue", "Sa&ve issue as a file…", "Ctrl+S", "file-export"),
        Entry("back_up", "&Back up library…", "", "copy"),
        _LINE,
        Entry("preferences", "P&references…", "Ctrl+,", "settings"),
        Entry("quit", "&Quit", "Ctrl+Q"),
    ),
    "&Edit": (
        Entry("undo", "&Undo", "Ctrl+Z", "arrow-back-up"),
        Entry("redo", "&Redo", "Ctrl+Shift+Z", "arrow-forward-up"),
        _LINE,
        Entry("find", "&Find articles", "Ctrl+F", "search"),
    ),
    "&Article": (
        Entry("add_article", "&Add to briefing", "Ctrl+B", "bookmark"),
        Entry("pin", "&Pin sentence at the cursor", "Ctrl+P", "pin"),
        Entry("exclude", "E&xclude sentence at the cursor", "Ctrl+Shift+P", "ban"),
        Entry("compare_methods", "Compare two me&thods…", "Ctrl+Shift+K", "layout-sidebar"),
        Entry("source", "&Correct the source…", "Ctrl+D", "pencil"),
        Entry("fix_details", "&Fix details of the selected…", "Ctrl+Shift+D", "list-details"),
        _LINE,
        Entry("compare_copies", "C&ompare the copies…", "Ctrl+K", "copy"),
        Entry("lead_copy", "&Let this copy lead", ""),
        Entry("part_copy", "&Mark as different from its copies", ""),
        Entry("join_copy", "Fold with its copies a&gain", ""),
        _LINE,
        Entry("dismiss", "Di&smiss from New", "Ctrl+Shift+M", "check"),
        Entry("remove_article", "&Remove from the list", "Ctrl+Backspace", "trash"),
    ),
    "A&ctor": (
        Entry("profile_actor", "&Open the page", "Ctrl+J", "list-details"),
        Entry("add_actor", "&Add to briefing", "Ctrl+Shift+B", "plus"),
        Entry("watch_actor", "&Watch, or watch no longer", "Ctrl+Shift+W", "eye"),
        _LINE,
        Entry("merge_actor", "&Merge with…", "Ctrl+M", "git-merge"),
        Entry("apart_actor", "&Never merge with…", ""),
        Entry("split_actor", "&Split off a name…", ""),
        Entry("rename_actor", "&Rename…", "Ctrl+R", "pencil"),
        Entry("role_actor", "&Pin a role…", "", "pin"),
        Entry("hide_actor", "&Hide in every article", "Ctrl+H", "eye-off"),
        _LINE,
        Entry("network", "Who is named &together", "Ctrl+Shift+J", "users"),
        Entry("actor_rules", "R&ules on actors…", "", "settings"),
    ),
    "&Briefing": (
        Entry("new_briefing", "&New briefing", "Ctrl+N", "plus"),
        Entry("next_issue", "Ne&xt issue of this one", "Ctrl+Shift+I", "calendar"),
        Entry("templates", "Tem&plates…", "", "list-details"),
        Entry("delete_briefing", "De&lete briefing", "", "trash"),
        _LINE,
        Entry("draft", "Draft &from the articles", "Ctrl+Shift+N", "list-details"),
        Entry("details", "&Details…", "Ctrl+I", "adjustments"),
        Entry("add_text", "Write &text", "Ctrl+T", "notes"),
        Entry("duplicate_item", "D&uplicate item", "Ctrl+Shift+Y", "copy"),
        Entry("remove_item", "&Remove item", "Shift+Del", "trash"),
        _LINE,
        Entry("fit", "&Make it fit…", "", "adjustments"),
        Entry("check", "&Check before sending", "F8", "check"),
        _LINE,
        Entry("keep_version", "&Keep this version", "Ctrl+Shift+S", "bookmark"),
        Entry("versions", "&Versions…", "Ctrl+Shift+H", "list-details"),
    ),
    "&View": (
        Entry("show_library", "&Library", "F2", is_checkable=True),
        Entry("show_briefing", "&Briefing", "F4", is_checkable=True),
        _LINE,
        Entry("by_story", "Articles by s&tory", "Ctrl+G", is_checkable=True),
        Entry("summary_tab", "&Summary", "Alt+1"),
        Entry("actors_tab", "&Actors", "Alt+2"),
        Entry("quotes_tab", "&Quotes", "Alt+3"),
        Entry("back", "Bac&k", "Alt+Left", "arrow-back-up"),
        Entry("pages", "&Pages", "F6"),
        Entry("large_pages", "Pages in the &whole window", "F7", "arrows-maximize"),
        _LINE,
        Entry("larger", "La&rger text", "Ctrl++", "zoom-in"),
        Entry("smaller", "S&maller text", "Ctrl+-", "zoom-out"),
        Entry("dark", "&Dark", is_checkable=True),
    ),
    "&Help": (
        Entry("shortcuts", "&Keyboard shortcuts", "F1", "help-circle"),
        Entry("about", "&About Briefer", "", "info-circle"),
    ),
}


def build(window: QMainWindow, handlers: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """The window's menus; each action calls its handler. The actions by id."""
    actions: dict[str, QAction] = {}
    for title, entries in MENUS.items():
        menu = window.menuBar().addMenu(title)
        for entry in entries:
            if not entry.text:
                menu.addSeparator()
                continue
            action = QAction(entry.text, window)
            if entry.symbol:
                action.setIcon(icon(entry.symbol))
            if entry.shortcut:
                action.setShortcut(QKeySequence(entry.shortcut))
            action.setCheckable(entry.is_checkable)
            handler = handlers[entry.id]
            action.triggered.connect(lambda _=False, call=handler: call())
            menu.addAction(action)
            actions[entry.id] = action
    return actions


# Keys that a sentence of the summary or a row of the outline takes while it has the focus.
_ON_CARDS = (
    ("Summary: Why this sentence?", "? on its card"),
    ("Summary: Edit the sentence", "F2 on its card"),
    ("Summary: Move the sentence", "Alt+Up, Alt+Down on its card"),
    ("Briefing: Move the item or section", "Alt+Up, Alt+Down in the outline"),
)


def shortcuts() -> list[tuple[str, str]]:
    """(menu and text, shortcut) of every action that has one, then keys that cards take."""
    named = ((menu, entry) for menu, entries in MENUS.items() for entry in entries)
    own = [
        (f"{menu}: {entry.text}".replace("&", "").rstrip("…"), entry.shortcut)
        for menu, entry in named
        if entry.shortcut
    ]
    return [*own, *_ON_CARDS]

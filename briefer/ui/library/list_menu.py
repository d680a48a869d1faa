"""What can be done with the selected articles and stories of the list: its menu."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from briefer.model.article import ArticleId
from briefer.ui.library.story_rows import StoryHead
from briefer.ui.theme import icon

if TYPE_CHECKING:
    from briefer.ui.library.library_pane import LibraryPane


def list_menu(pane: "LibraryPane") -> QMenu:
    """The menu for what is selected in the pane's list."""
    menu = QMenu(pane)
    heads = pane.selected_heads
    if heads:
        _add_story_actions(menu, pane, heads[0])
        return menu
    some, whole = pane.selected, pane.selected_whole
    add = QAction(icon("bookmark"), "Add to briefing", menu)
    add.triggered.connect(lambda: pane.wanted_in_briefing.emit(some))
    fix = QAction(icon("list-details"), "Fix details…", menu)
    fix.triggered.connect(lambda: pane.fix_wanted.emit(some))
    remove = QAction(icon("trash"), "Remove from the list", menu)
    remove.triggered.connect(lambda: pane.removal_wanted.emit(whole))
    menu.addActions([add, fix])
    if pane.shows_new:
        dismiss = menu.addAction(icon("check"), "Dismiss from New")
        dismiss.triggered.connect(lambda: pane.dismissal_wanted.emit())
    menu.addAction(remove)
    for action in (add, fix, remove):
        action.setEnabled(bool(some))
    if pane.model.is_by_story and some:
        _add_taking_out(menu, pane, whole)
    _add_copy_actions(menu, pane, some)
    return menu


def _add_story_actions(menu: QMenu, pane: "LibraryPane", head: StoryHead) -> None:
    story = head.story
    menu.addAction(icon("bookmark"), "Add story to briefing").triggered.connect(
        lambda: pane.story_wanted_in_briefing.emit(head.content)
    )
    menu.addAction(icon("pencil"), "Rename story…").triggered.connect(
        lambda: pane.story_rename_wanted.emit(story)
    )
    is_open = bool(pane.model.is_story_open(story))
    fold = menu.addAction("Hide its articles" if is_open else "Show its articles")
    fold.triggered.connect(lambda: pane.fold_story(story, not is_open))


def _add_taking_out(menu: QMenu, pane: "LibraryPane", articles: list[ArticleId]) -> None:
    """Where the selected articles stand under a heading they can be taken from it."""
    story = pane.model.story_of(articles[0])
    if story is None or set(story.articles) <= set(articles):
        return
    menu.addSeparator()
    out = menu.addAction(icon("x"), "Take out of this story")
    out.triggered.connect(lambda: pane.story_leave_wanted.emit(articles))


def _add_copy_actions(menu: QMenu, pane: "LibraryPane", some: list[ArticleId]) -> None:
    """What can be done with copies, where one or its lead is selected."""
    copies = [key for key in some if pane.model.lead_of(key) or pane.model.copies_of(key)]
    if not copies:
        return
    menu.addSeparator()
    key = copies[0]
    lead = pane.model.lead_of(key) or key
    is_open = pane.model.is_open(lead)
    fold = QAction("Hide the copies" if is_open else "Show the copies", menu)
    fold.triggered.connect(lambda: pane.fold(lead, not is_open))
    compare = QAction(icon("copy"), "Compare the copies…", menu)
    compare.triggered.connect(lambda: pane.comparison_wanted.emit(key))
    menu.addActions([fold, compare])
    if key != lead and len(copies) == 1:
        leads = QAction("Let this copy lead", menu)
        leads.triggered.connect(lambda: pane.lead_wanted.emit(key))
        menu.addAction(leads)
    different = QAction("Mark as different", menu)
    different.triggered.connect(lambda: pane.parting_wanted.emit(copies))
    menu.addAction(different)

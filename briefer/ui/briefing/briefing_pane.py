"""The right pane: which briefing, its outline, the editor of one item, and the true pages."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    BriefingId,
    Content,
    ItemId,
    JudgementItem,
    SectionId,
    SectionKind,
    TextItem,
)
from briefer.model.errors import BrieferError
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.issues_before import earlier_uses
from briefer.services.ledger import Ledger
from briefer.services.library import Changes, Library
from briefer.services.publishing import used
from briefer.services.summary_making import SUMMARY_TABLES
from briefer.ui.briefing.briefing_head import BriefingHead
from briefer.ui.briefing.check_tab import CheckTab
from briefer.ui.briefing.item_editor import ItemEditor
from briefer.ui.briefing.item_names import ItemNames
from briefer.ui.briefing.outline import FILLED_ALONE, Outline
from briefer.ui.briefing.page_tab import PageTab
from briefer.ui.briefing.section_menu import SectionMenu, heading_for
from briefer.ui.theme import MEDIUM, SMALL, TIGHT, icon


class BriefingPane(QFrame):
    """Shows one briefing and lets it be assembled."""

    export_wanted = Signal()
    details_wanted = Signal()
    line_wanted = Signal(object, str, str)
    briefing_changed = Signal()
    pages_wanted = Signal()
    draft_wanted = Signal()
    deletion_wanted = Signal()
    next_wanted = Signal()
    # What was put in, once it is there.
    added = Signal(list)

    def __init__(self, library: Library, desk: BriefingDesk, ledger: Ledger) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._library, self._desk = library, desk
        self.briefing: BriefingId = desk.current()
        self._layout: list[dict[str, Any]] = []
        self.head = BriefingHead()
        self.names = ItemNames(library, ledger)
        self.outline = Outline(self.names.of, lambda key: earlier_uses(library, key))
        self.editor = ItemEditor()
        self.pages = PageTab()
        self.preview = self.pages.preview
        self.checks = CheckTab()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.export = QPushButton(icon("file-export", "accent_text"), "Export")
        self.export.setObjectName("primary")
        self.export.clicked.connect(self.export_wanted)
        self._arrange()
        self._connect()
        self.refresh()

    def refresh(self, changes: Changes | None = None) -> None:
        """Show the briefing as it stands, if anything it shows has changed."""
        tables = ("briefings", "sections", "items")
        if changes is not None and not changes.of(*tables):
            if changes.of("source_fixes", "actor_rules", "sentence_edits"):
                self._show_outline()
            if changes.of("source_fixes", "actor_rules", *SUMMARY_TABLES):
                self.briefing_changed.emit()
            return
        briefing = self._desk.get(self.briefing)
        if briefing is None:
            self.briefing = self._desk.current()
            briefing = self._desk.get(self.briefing)
        if briefing is None:
            return
        self.head.show_briefings(self._desk.all(), self.briefing)
        self._show_outline()
        self.briefing_changed.emit()

    def renewed(self, article: ArticleId) -> None:
        """What was found in an article was found anew: the pages that show it follow."""
        if self.briefing in self._library.briefings.using(article):
            self.briefing_changed.emit()

    def open(self, briefing: BriefingId) -> None:
        """Show another briefing."""
        self.editor.commit()
        self.briefing = briefing
        self.refresh()

    def current(self) -> Briefing | None:
        """The briefing as it stands."""
        return self._desk.get(self.briefing)

    def add(self, contents: Sequence[Content]) -> None:
        """Put contents where they belong, or into the chosen section."""
        self._show_added(self._desk.add_where_it_belongs(self.briefing, contents), contents)

    def delete(self) -> None:
        """Delete the briefing that is shown; the newest other one takes its place."""
        self.editor.commit()
        self._desk.remove(self.briefing)

    def _dropped(self, section: int, contents: list[Content], at: int) -> None:
        self._show_added(self._desk.add(SectionId(section), contents, at), contents)

    def _show_added(self, added: Sequence[ItemId], contents: Sequence[Content]) -> None:
        if added:
            self.outline.choose_item(added[-1])
            self.added.emit(list(contents))

    def show_layout(self, layout: list[dict[str, Any]]) -> None:
        """Where each item landed on the pages, for clicks both ways."""
        self._layout = layout

    def _arrange(self) -> None:
        corner = QWidget()
        beside = QHBoxLayout(corner)
        beside.setContentsMargins(0, 0, MEDIUM, TIGHT)
        beside.addWidget(self.export)
        self.tabs.setCornerWidget(corner)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(SMALL, SMALL, SMALL, 0)
        column.setSpacing(0)
        column.addWidget(self.outline, 1)
        column.addWidget(self._make_hint())
        column.addLayout(self._make_foot())
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(upper)
        parts.addWidget(self.editor)
        parts.setStretchFactor(0, 1)
        parts.setSizes([400, 130])
        parts.setChildrenCollapsible(False)
        outlined = QWidget()
        self._desk_half, self._own_place = parts, QVBoxLayout(outlined)
        self._own_place.setContentsMargins(0, 0, 0, 0)
        self._own_place.addWidget(parts)
        self.tabs.addTab(outlined, "Outline")
        self.tabs.addTab(self.pages, "Pages")
        self.tabs.addTab(self.checks, "Check")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.tabs, 1)

    def _make_foot(self) -> QHBoxLayout:
        text = QPushButton(icon("notes"), "Text")
        text.setToolTip("Write a paragraph of your own")
        text.clicked.connect(self.add_text)
        section = QPushButton(icon("section"), "Section")
        self.section_menu = SectionMenu(section)
        self.section_menu.chosen.connect(self._add_section)
        section.setMenu(self.section_menu)
        foot = QHBoxLayout()
        foot.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        foot.setSpacing(SMALL)
        foot.addWidget(text)
        foot.addWidget(section)
        foot.addStretch(1)
        return foot

    def _make_hint(self) -> QWidget:
        said = QLabel("Drag articles, sentences, quotes or actors here, or begin with a draft.")
        said.setObjectName("muted")
        said.setWordWrap(True)
        self._draft = QPushButton(icon("list-details"), "Draft from the articles")
        self._draft.clicked.connect(self.draft_wanted)
        self._hint = QWidget()
        column = QVBoxLayout(self._hint)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(said)
        column.addWidget(self._draft, 0, Qt.AlignmentFlag.AlignLeft)
        return self._hint

    def _connect(self) -> None:
        desk, outline, head = self._desk, self.outline, self.head
        head.chosen.connect(self.open)
        head.new_wanted.connect(lambda name: self.open(desk.new(template=name)))
        head.deletion_wanted.connect(self.deletion_wanted)
        head.next_wanted.connect(self.next_wanted)
        head.details_wanted.connect(self.details_wanted)
        outline.dropped.connect(self._dropped)
        outline.items_moved.connect(
            lambda items, section, at: desk.move_all(items, SectionId(section), at)
        )
        outline.section_moved.connect(desk.order_sections)
        outline.item_chosen.connect(lambda _: self._edit_current())
        outline.customContextMenuRequested.connect(self._open_menu)
        outline.itemDoubleClicked.connect(
            lambda row, _: self._rename_section() if row.parent() is None else None
        )
        self.editor.edited.connect(self._edited)
        self.preview.clicked.connect(self._page_clicked)
        self.preview.size_changed.connect(self.pages_wanted)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.pages.large_wanted.connect(self._read_large)

    def add_text(self) -> None:
        """A text of the user's own in the chosen section, ready to be written."""
        section = self.outline.current_section
        if section is None:
            self.add([TextItem("")])
        else:
            is_judged = section.kind is SectionKind.JUDGEMENTS
            blank = JudgementItem("") if is_judged else TextItem("")
            added = self._desk.add(section.id, [blank])
            self.outline.choose_item(added[-1])
        self.tabs.setCurrentIndex(0)
        self.editor.begin_writing()

    def remove_selected(self) -> None:
        """Remove the selected items, or else the chosen section."""
        items = self.outline.selected_items
        section = self.outline.current_section
        if items:
            self._desk.remove_items(items)
        elif section is not None:
            self._desk.remove_section(section.id)

    def _read_large(self, is_large: bool) -> None:  # noqa: FBT001 - as the signal has it
        """Where the pages have the whole window, the outline stands beside them."""
        if is_large:
            self.pages.put_beside(self._desk_half)
        else:
            self._own_place.addWidget(self._desk_half)

    def duplicate_selected(self) -> None:
        """Set the selected items once more behind themselves."""
        added = self._desk.duplicate(self.outline.selected_items)
        if added:
            self.outline.choose_item(added[-1])

    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is not self.pages:
            self.pages.large.setChecked(False)
        self.pages_wanted.emit()

    def _add_section(self, kind: SectionKind) -> None:
        briefing = self.current()
        if briefing is not None:
            heading = heading_for(kind, briefing.details.language)
            self.outline.choose_section(self._desk.add_section(briefing.id, kind, heading))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        if self.outline.current_item is None and self.outline.current_section is not None:
            menu.addAction(icon("pencil"), "Rename section…").triggered.connect(
                self._rename_section
            )
        menu.addAction(icon("notes"), "Add text here").triggered.connect(self.add_text)
        items = self.outline.selected_items
        if items:
            again = menu.addAction(icon("copy"), "Duplicate")
            again.triggered.connect(self.duplicate_selected)
            self._offer_sections(menu, items)
        menu.addAction(icon("trash"), "Remove").triggered.connect(self.remove_selected)
        menu.exec(self.outline.viewport().mapToGlobal(at))

    def _offer_sections(self, menu: QMenu, items: Sequence[ItemId]) -> None:
        """Where else the items may go."""
        briefing, here = self.current(), self.outline.current_section
        targets = menu.addMenu("Move to")
        for section in briefing.sections if briefing is not None else ():
            if section.kind not in FILLED_ALONE and section != here:
                named = targets.addAction(section.heading)
                named.triggered.connect(
                    lambda _=False, to=section.id: self._desk.move_all(items, to)
                )

    def _rename_section(self) -> None:
        section = self.outline.current_section
        if section is not None:
            rename = lambda text: self._desk.rename_section(section.id, text)  # noqa: E731
            self.line_wanted.emit(rename, "Rename section", section.heading)

    def _edited(self, item: ItemId, content: Content) -> None:
        try:
            self._desk.edit(item, content)
        except BrieferError:
            self.editor.refuse(item, content)
            raise

    def _edit_current(self) -> None:
        item = self.outline.current_item
        title = ""
        if item is not None and isinstance(item.content, ArticleItem):
            article = self._library.article(item.content.article)
            title = article.source.title if article else ""
        if item is not None and isinstance(item.content, TextItem):
            self.editor.offer_sources(self._cited())
        self.editor.edit(item, title)
        self._show_in_pages(item.id if item else None)

    def _cited(self) -> list[tuple[ArticleId, str]]:
        """The articles of the briefing with their names; those that only a text rests on too."""
        briefing = self.current()
        cards = self._library.known(used(briefing) if briefing is not None else ())
        return [(card.id, ", ".join(filter(None, (card.outlet, card.title)))) for card in cards]

    def _show_outline(self) -> None:
        briefing = self.current()
        if briefing is not None:
            self._hint.setHidden(any(section.items for section in briefing.sections))
            self.outline.show_briefing(briefing)
            self._edit_current()

    def _show_in_pages(self, item: ItemId | None) -> None:
        for place in self._layout:
            if item is not None and place["item"] == item:
                self.preview.scroll_to(place["page"] - 1, place["top"])
                return

    def _page_clicked(self, page: int, top: float) -> None:
        for place in self._layout:
            if (
                place["page"] == page + 1
                and place["top"] <= top <= place["bottom"]
                and place["item"]
            ):
                self.outline.choose_item(place["item"])
                return

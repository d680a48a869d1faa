"""The briefing's outline: sections and items as a tree; contents are dropped in and moved about."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    Briefing,
    BriefingId,
    Content,
    Item,
    ItemId,
    Section,
    SectionId,
    SectionKind,
)
from briefer.model.story import Novelty
from briefer.ui import mime, wording
from briefer.ui.theme import NOVELTY_COLOURS, TIGHT, Look, icon

_ID = Qt.ItemDataRole.UserRole
_ICONS = {
    "article": "file-text",
    "quote": "quote",
    "actor": "users",
    "text": "notes",
    "figure": "target",
    "event": "calendar",
    "judgement": "adjustments",
}
# So many characters of an issue's name leave room for the item's ("No. 2026/214").
_SHORT = 12
# What these hold follows from the rest of the briefing.
FILLED_ALONE = (SectionKind.SOURCES, SectionKind.ANNEX)


class Outline(QTreeWidget):
    """Shows a briefing; says what was dropped where."""

    dropped = Signal(int, list, int)
    items_moved = Signal(list, int, int)
    section_moved = Signal(list)
    item_chosen = Signal(object)

    def __init__(
        self,
        naming: Callable[[Content], str],
        used_before: Callable[[BriefingId], Mapping[ArticleId, str]],
    ) -> None:
        """`naming` gives the line a content is shown by, `used_before` the articles that earlier
        briefings used, each with the name of the last."""
        super().__init__()
        self._used_before = used_before
        self._uses: Mapping[ArticleId, str] = {}
        self._naming = naming
        self.setHeaderHidden(True)
        # Beside the name stands what earlier briefings make of it.
        self.setColumnCount(2)
        self.header().setStretchLastSection(False)
        # Where they make nothing of it, the names have that room too.
        self.header().setMinimumSectionSize(0)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._novelty: Mapping[ArticleId, Novelty] = {}
        self.setIndentation(14)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName("Briefing outline")
        self.currentItemChanged.connect(lambda: self.item_chosen.emit(self.current_item))
        self._briefing: Briefing | None = None
        # Where a drop would go: a line between two rows, or the frame of a section.
        self._mark = QRect()

    def show_briefing(self, briefing: Briefing) -> None:
        """Show the briefing as it stands; what was chosen and folded stays so."""
        row = self.currentItem()
        chosen, above = self._key(row), row.parent() if row is not None else None
        place = (self._key(above), above.indexOfChild(row)) if row and above else None
        folded = {self._key(top) for top in self._tops() if not top.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._briefing = briefing
        self._uses = self._used_before(briefing.id)
        for section in briefing.sections:
            if section.kind is SectionKind.ANNEX and briefing.details.annex == "none":
                continue
            top = self._section_row(section)
            self.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            top.setExpanded(self._key(top) not in folded)
            for item in section.items:
                top.addChild(self._item_row(item))
        self.blockSignals(False)
        if not self._choose(chosen) and place is not None:
            self._choose_near(*place)

    def show_novelty(self, novelty: Mapping[ArticleId, Novelty]) -> None:
        """Say of each article's items whether earlier briefings told them."""
        if novelty != self._novelty:
            self._novelty = novelty
            if self._briefing is not None:
                self.show_briefing(self._briefing)

    @property
    def current_item(self) -> Item | None:
        """The chosen item, if it is one."""
        row = self.currentItem()
        return self._item(row) if row is not None else None

    @property
    def current_section(self) -> Section | None:
        """The section that is chosen or holds the chosen item."""
        row = self.currentItem()
        if row is None or self._briefing is None:
            return None
        top = row.parent() or row
        key = top.data(0, _ID)[1]
        return next((s for s in self._briefing.sections if s.id == key), None)

    @property
    def selected_items(self) -> list[ItemId]:
        """The ids of all selected items, in the order of the briefing."""
        rows = [row for top in self._tops() for row in _children(top)]
        return [ItemId(row.data(0, _ID)[1]) for row in rows if row.isSelected()]

    def choose_item(self, item: int) -> None:
        """Put the cursor on an item."""
        self._choose(("item", item))

    def choose_section(self, section: int) -> None:
        """Put the cursor on a section."""
        self._choose(("section", section))

    def mimeTypes(self) -> list[str]:
        return [mime.CONTENTS, mime.PLACES]

    def mimeData(self, items: list[QTreeWidgetItem]) -> QMimeData:  # type: ignore[override]
        data = QMimeData()
        kind, key = items[0].data(0, _ID)
        keys = self.selected_items if kind == "item" else [key]
        data.setData(mime.PLACES, " ".join((kind, *map(str, keys))).encode())
        data.setText(items[0].text(0))
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._accept(event)
        self._show_mark(self._mark_at(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_mark(QRect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_up = event.key() == Qt.Key.Key_Up
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and (
            is_up or event.key() == Qt.Key.Key_Down
        ):
            self._shift(-1 if is_up else 1)
        else:
            super().keyPressEvent(event)

    def _shift(self, by: int) -> None:
        """Move the chosen item within its section, or the chosen section among the others."""
        row = self.currentItem()
        if row is None:
            return
        top = row.parent()
        at = top.indexOfChild(row) if top is not None else self.indexOfTopLevelItem(row)
        to = at + by
        tops = self._tops()
        if top is None and 0 <= to < len(tops):
            other = tops[to].data(0, _ID)[1]
            self._move_section(SectionId(row.data(0, _ID)[1]), SectionId(other))
        elif top is not None and 0 <= to < top.childCount():
            # Downwards it goes before the one behind the next.
            item = ItemId(row.data(0, _ID)[1])
            self.items_moved.emit([item], top.data(0, _ID)[1], to + (by > 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._mark.isNull():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(Look.now().colour("accent"), 2))
            painter.drawRoundedRect(self._mark, TIGHT, TIGHT)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_mark(QRect())
        place = self._place(event.position().toPoint())
        if place is None:
            return
        section, position = place
        data = event.mimeData()
        if data.hasFormat(mime.PLACES):
            kind, *keys = bytes(data.data(mime.PLACES).data()).decode().split()
            if kind == "item":
                self.items_moved.emit([ItemId(int(key)) for key in keys], section, position)
            else:
                self._move_section(SectionId(int(keys[0])), SectionId(section))
        else:
            contents = mime.unpack(data)
            if contents:
                self.dropped.emit(section, list(contents), position)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _accept(self, event: QDragEnterEvent | QDragMoveEvent) -> None:
        data = event.mimeData()
        if data.hasFormat(mime.CONTENTS) or data.hasFormat(mime.PLACES):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _place(self, at: QPoint) -> tuple[int, int] | None:
        """Section id and position among its items for a drop at this point."""
        row = self.itemAt(at)
        if row is None:
            last = self.topLevelItem(self.topLevelItemCount() - 1)
            return (last.data(0, _ID)[1], last.childCount()) if last else None
        top = row.parent()
        if top is None:
            return row.data(0, _ID)[1], row.childCount()
        below = at.y() > self.visualItemRect(row).center().y()
        return top.data(0, _ID)[1], top.indexOfChild(row) + int(below)

    def _mark_at(self, at: QPoint) -> QRect:
        row = self.itemAt(at)
        if row is None:
            return QRect()
        box = self.visualItemRect(row)
        box.setRight(self.viewport().width() - TIGHT)
        if row.parent() is None:
            return box.adjusted(1, 1, -1, -1)
        line = box.bottom() if at.y() > box.center().y() else box.top()
        return QRect(box.left(), line, box.width(), 0)

    def _show_mark(self, mark: QRect) -> None:
        if mark != self._mark:
            self._mark = mark
            self.viewport().update()

    def _move_section(self, moved: SectionId, target: SectionId) -> None:
        if self._briefing is None or moved == target:
            return
        order = [section.id for section in self._briefing.sections]
        goes_down = order.index(moved) < order.index(target)
        order.remove(moved)
        order.insert(order.index(target) + int(goes_down), moved)
        self.section_moved.emit(order)

    def _section_row(self, section: Section) -> QTreeWidgetItem:
        count = len(section.items)
        row = QTreeWidgetItem([section.heading + (f"  {count}" if count else "")])
        row.setData(0, _ID, ("section", section.id))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        if section.kind in FILLED_ALONE:
            font.setWeight(QFont.Weight.Normal)
            row.setForeground(0, Look.now().colour("muted"))
            row.setToolTip(0, "Filled by itself when the pages are made")
        row.setFont(0, font)
        return row

    def _item_row(self, item: Item) -> QTreeWidgetItem:
        name = " ".join(self._naming(item.content).split())
        row = QTreeWidgetItem([name])
        article = getattr(item.content, "article", None) or ArticleId("")
        used = self._uses.get(article, "")
        tip = wording.tip(name) + (wording.tip(f"Already used in {used}.") if used else "")
        row.setToolTip(0, tip)
        row.setToolTip(1, tip)
        row.setIcon(0, icon(_ICONS[item.content.type]))
        row.setData(0, _ID, ("item", item.id))
        novelty = self._novelty.get(article)
        if novelty is None and used:
            row.setText(1, used if len(used) <= _SHORT else "Used")
            row.setForeground(1, Look.now().colour("muted"))
        elif novelty is not None:
            row.setText(1, wording.NOVELTY[novelty])
            row.setForeground(1, Look.now().colour(NOVELTY_COLOURS[novelty]))
        return row

    def _key(self, row: QTreeWidgetItem | None) -> tuple[str, int] | None:
        return row.data(0, _ID) if row is not None else None

    def _item(self, row: QTreeWidgetItem) -> Item | None:
        kind, key = row.data(0, _ID)
        if kind != "item" or self._briefing is None:
            return None
        items = (item for section in self._briefing.sections for item in section.items)
        return next((item for item in items if item.id == key), None)

    def _tops(self) -> list[QTreeWidgetItem]:
        """The rows of the sections."""
        tops = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        return [top for top in tops if top is not None]

    def _choose(self, key: tuple[str, int] | None) -> bool:
        """Put the cursor on the row of that key; whether there is one."""
        for top in self._tops():
            for row in (top, *_children(top)):
                if key is not None and row.data(0, _ID) == key:
                    self.setCurrentItem(row)
                    return True
        return False

    def _choose_near(self, section: tuple[str, int] | None, place: int) -> None:
        """Whose item was removed goes on with the next one; a section never takes its place, as
        the next removal would take that away."""
        for top in self._tops():
            rows = _children(top)
            if top.data(0, _ID) == section and rows:
                self.setCurrentItem(rows[min(place, len(rows) - 1)])


def _children(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The rows of a section's items."""
    rows = (top.child(index) for index in range(top.childCount()))
    return [row for row in rows if row is not None]

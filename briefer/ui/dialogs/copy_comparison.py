"""The copies of one text beside the one that leads: a row for each outlet, and below the differences of one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import ArticleId
from briefer.services.duplicates import Passage, counts, words_by_kind
from briefer.services.library import Card
from briefer.ui import wording
from briefer.ui.theme import LARGE, SERIF, SMALL
from briefer.ui.widgets.changed_text import SIGNS, joined, piece

_SIZE = (940, 720)
# The table shows up to so many outlets without scrolling; a row's height (pixels).
_MOST_ROWS, _ROW = 7, 30
OUTLET, PUBLISHED, KEPT, CUT, ADDED, HEADLINE = range(6)
_TITLES = ("Outlet", "Published", "Words kept", "Left out", "Added", "Headline")
# First widths of all columns but the headline's, which takes the rest (pixels).
_WIDTHS = {OUTLET: 170, PUBLISHED: 130, KEPT: 92, CUT: 78, ADDED: 70}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIRST = "first"
# Enough of a headline to know the article by (characters).
_LONGEST = 200
_ANCHOR = f'<a name="{_FIRST}"></a>'
# In the order in which they are told: sign, word, what stands in the text.
_LEGEND = "−  left out     +  added     ±  changed     ↕  moved"


class CopyComparison(QDialog):
    """All copies in a table, one of them whole; `wanted` is "lead" or "part" for `current` when accepted."""

    def __init__(
        self,
        group: Sequence[Card],
        article: ArticleId,
        differences: Callable[[ArticleId, ArticleId], Sequence[Passage]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Compare the copies")
        self.resize(*_SIZE)
        self._lead, *self._copies = group
        self._differences = differences
        self.wanted = ""
        self._compared: list[int] = []
        head = QLabel(self._lead.title[:_LONGEST])
        head.setObjectName("heading")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        below = QLabel(f"{_name(self._lead)} leads. Choose a copy to see how it differs from that.")
        below.setObjectName("muted")
        below.setTextFormat(Qt.TextFormat.PlainText)
        below.setWordWrap(True)
        self._rows: list[QTreeWidgetItem] = []
        self.table = self._table()
        # Comparing thirty long texts takes a breath; the window is there before.
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill_one)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QTextBrowser()
        self.text.setObjectName("article")
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("Differences")
        self._arrange(head, below)
        self.table.currentItemChanged.connect(lambda: self._show())
        own = [row for row, card in enumerate(self._copies) if card.id == article]
        self.table.setCurrentItem(self._rows[own[0] if own else 0])
        self._filling.start()

    @property
    def current(self) -> ArticleId:
        """The copy that is shown."""
        return self._copies[max(self._row, 0)].id

    @property
    def _row(self) -> int:
        return self.table.currentIndex().row()

    def _table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setAccessibleName("Copies")
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setHeaderLabels(_TITLES)
        for card in self._copies:
            item = QTreeWidgetItem(
                [card.outlet or "Unnamed outlet", wording.moment(card.published)]
            )
            same = _folded(card.title) == _folded(self._lead.title)
            item.setText(HEADLINE, "the same" if same else card.title[:_LONGEST])
            item.setToolTip(HEADLINE, wording.tip(card.title[:_LONGEST]))
            for column in (KEPT, CUT, ADDED):
                item.setTextAlignment(column, _RIGHT)
            self._rows.append(item)
        table.addTopLevelItems(self._rows)
        header = table.header()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
            if column in (KEPT, CUT, ADDED):
                table.headerItem().setTextAlignment(column, _RIGHT)
        header.setSectionResizeMode(HEADLINE, QHeaderView.ResizeMode.Stretch)
        table.setFixedHeight(_ROW * (min(len(self._copies), _MOST_ROWS) + 1) + SMALL)
        return table

    def _fill_one(self) -> None:
        """Compare the next copy with the lead, and tell its words in the table."""
        row = len(self._compared)
        if row >= len(self._copies):
            self._filling.stop()
            return
        passages = self._passages(row)
        self._compared.append(row)
        words, item = words_by_kind(passages), self._rows[row]
        all_ = words["same"] + words["cut"]
        share = f" ({100 * words['same'] // all_} %)" if all_ else ""
        item.setText(KEPT, f"{words['same']:,}{share}")
        item.setText(CUT, f"{words['cut']:,}" if words["cut"] else "–")
        item.setText(ADDED, f"{words['added']:,}" if words["added"] else "–")

    def _passages(self, row: int) -> Sequence[Passage]:
        return self._differences(self._lead.id, self._copies[row].id)

    def _arrange(self, head: QLabel, below: QLabel) -> None:
        legend = QLabel(_LEGEND)
        legend.setObjectName("small")
        buttons = QDialogButtonBox()
        lead = buttons.addButton("Let this copy lead", QDialogButtonBox.ButtonRole.ActionRole)
        part = buttons.addButton("Mark as different", QDialogButtonBox.ButtonRole.ActionRole)
        part.setToolTip(wording.tip("It is no copy: never fold it with these again."))
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        # Return closes: a ruling wants a click of its own.
        for ruling in (lead, part):
            ruling.setAutoDefault(False)
        close.setDefault(True)
        lead.clicked.connect(lambda: self._end("lead"))
        part.clicked.connect(lambda: self._end("part"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(head)
        column.addWidget(below)
        column.addSpacing(SMALL)
        column.addWidget(self.table)
        column.addSpacing(SMALL)
        column.addWidget(self.said)
        column.addWidget(self.text, 1)
        column.addWidget(legend)
        column.addWidget(buttons)

    def _show(self) -> None:
        passages = self._passages(max(self._row, 0))
        self.said.setText(told(passages))
        self.text.setHtml(as_html(passages))
        # The first difference is what a reader came for.
        self.text.scrollToAnchor(_FIRST)

    def _end(self, wanted: str) -> None:
        self.wanted = wanted
        self.accept()


def told(passages: Sequence[Passage]) -> str:
    """What a copy did with the text, in a sentence."""
    number = counts(passages)
    parts = [
        f"{word} {wording.count(number[kind], 'sentence')}"
        for kind, word in (
            ("cut", "leaves out"), ("added", "adds"), ("changed", "changes"), ("moved", "moves"),
        )
        if number[kind]
    ]  # fmt: skip
    if not parts:
        return "Word for word the same text."
    kept = wording.count(number["same"], "sentence")
    *first, last = parts
    return f"Keeps {kept}, {', '.join(first) + ' and ' if first else ''}{last}."


def as_html(passages: Sequence[Passage]) -> str:
    """The text with signs beside and in it; colour says again what signs and lines say."""
    rows: list[tuple[str, str]] = []
    has_changes = any(passage.kind != "same" for passage in passages)
    for passage in passages:
        is_kept = passage.kind == "same" and has_changes
        text = joined([piece(kind, part, is_kept=is_kept) for kind, part in passage.pieces])
        sign = SIGNS[passage.kind]
        if rows and not sign and not rows[-1][0] and not passage.paragraph:
            rows[-1] = ("", f"{rows[-1][1]} {text}")
        else:
            rows.append((sign, text))
    first = next((row for row, (sign, _) in enumerate(rows) if sign), None)
    anchored = max(first - 1, 0) if first is not None else None
    cells = "".join(
        f'<tr><td width="28" align="center">{_ANCHOR if row == anchored else ""}'
        f"{wording.bold(sign)}</td>"
        f"<td>{text}</td></tr>"
        for row, (sign, text) in enumerate(rows)
    )
    return (
        f'<table cellspacing="0" cellpadding="5" width="100%"'
        f" style=\"font-family:'{SERIF}'; font-size:12pt\">{cells}</table>"
    )


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _name(card: Card) -> str:
    day = wording.moment(card.published)
    return f"{card.outlet or 'Unnamed outlet'}{f', {day},' if day else ''}"

"""The copies of one text side by side with the one that leads: what each cut, added and changed."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import ArticleId
from briefer.services.duplicates import Passage, counts
from briefer.services.library import Card
from briefer.ui import wording
from briefer.ui.theme import LARGE, SERIF, SMALL, TIGHT, Look

# Wide enough for a list of outlets and a column of text (pixels).
_SIZE, _LIST = (900, 620), 230
_SIGNS = {"same": "", "cut": "−", "added": "+", "changed": "±", "moved": "↕"}
_FIRST = "first"
# Enough of a headline to know the article by (characters).
_LONGEST = 200
_ANCHOR = f'<a name="{_FIRST}"></a>'
# In the order in which they are told: sign, word, what stands in the text.
_LEGEND = "−  left out     +  added     ±  changed     ↕  moved"


class CopyComparison(QDialog):
    """Shows one copy at a time; `wanted` is "lead" or "part" for `current` when accepted."""

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
        head = QLabel(self._lead.title[:_LONGEST])
        head.setObjectName("heading")
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        below = QLabel(f"{_name(self._lead)} leads. Choose a copy to see how it differs from that.")
        below.setObjectName("muted")
        below.setTextFormat(Qt.TextFormat.PlainText)
        below.setWordWrap(True)
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST)
        self.list.setSpacing(TIGHT)
        self.list.setAccessibleName("Copies")
        for card in self._copies:
            self.list.addItem(f"{card.outlet or 'Unnamed outlet'}\n{self._about(card)}")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QTextBrowser()
        self.text.setObjectName("article")
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("Differences")
        self._arrange(head, below)
        self.list.currentRowChanged.connect(lambda: self._show())
        own = [row for row, card in enumerate(self._copies) if card.id == article]
        self.list.setCurrentRow(own[0] if own else 0)

    @property
    def current(self) -> ArticleId:
        """The copy that is shown."""
        return self._copies[max(self.list.currentRow(), 0)].id

    def _arrange(self, head: QLabel, below: QLabel) -> None:
        legend = QLabel(_LEGEND)
        legend.setObjectName("small")
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        right.addWidget(self.said)
        right.addWidget(self.text, 1)
        right.addWidget(legend)
        middle = QHBoxLayout()
        middle.setSpacing(LARGE)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
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
        column.addLayout(middle, 1)
        column.addWidget(buttons)

    def _about(self, card: Card) -> str:
        more = card.words - self._lead.words
        length = wording.count(card.words, "word")
        if more:
            length += f" ({more:+,})".replace("-", "−")
        return "  ·  ".join(part for part in (wording.moment(card.published), length) if part)

    def _show(self) -> None:
        passages = self._differences(self._lead.id, self.current)
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
        # What stayed steps back, so that what did not is seen.
        is_kept = passage.kind == "same" and has_changes
        pieces = [_piece(kind, piece, is_kept=is_kept) for kind, piece in passage.pieces]
        # A word and the one in its place need a gap between them.
        text = "".join(pieces).replace("</s><u", "</s> <u")
        sign = _SIGNS[passage.kind]
        if rows and not sign and not rows[-1][0] and not passage.paragraph:
            rows[-1] = ("", f"{rows[-1][1]} {text}")
        else:
            rows.append((sign, text))
    first = next((row for row, (sign, _) in enumerate(rows) if sign), None)
    anchored = max(first - 1, 0) if first is not None else None
    cells = "".join(
        f'<tr><td width="28" align="center">{_ANCHOR if row == anchored else ""}<b>{sign}</b></td>'
        f"<td>{text}</td></tr>"
        for row, (sign, text) in enumerate(rows)
    )
    return (
        f'<table cellspacing="0" cellpadding="5" width="100%"'
        f" style=\"font-family:'{SERIF}'; font-size:12pt\">{cells}</table>"
    )


def _piece(kind: str, text: str, *, is_kept: bool) -> str:
    theme, shown = Look.now(), escape(text)
    if kind == "cut":
        style = f"color:{theme.warning}; background-color:{theme.warning_soft}"
        return f'<s style="{style}">{shown}</s>'
    if kind == "added":
        style = f"color:{theme.organisation}; background-color:{theme.accent_soft}"
        return f'<u style="{style}">{shown}</u>'
    if kind == "moved":
        return f'<i style="color:{theme.accent}">{shown}</i>'
    return f'<span style="color:{theme.muted if is_kept else theme.text}">{shown}</span>'


def _name(card: Card) -> str:
    day = wording.moment(card.published)
    return f"{card.outlet or 'Unnamed outlet'}{f', {day},' if day else ''}"

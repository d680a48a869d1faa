"""The article's text with its marks: summary sentences tinted, actors underlined, all clickable."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from briefer.model.actors import Actor
from briefer.model.article import Article, ArticleId
from briefer.model.briefing import ArticleItem, QuoteItem
from briefer.model.summary import Ruling
from briefer.model.text import Sentence, Span
from briefer.ui import mime, wording
from briefer.ui.reader.marks import TextMap
from briefer.ui.theme import LARGE, SERIF, Look
from briefer.ui.widgets.actor_tip import actor_tip

# Beyond this many marks painting gets slow; a text that long is skimmed, not read word by word.
_MOST_MARKS = 4000
# To look for a place to break a word takes Qt four seconds for 200,000 letters, and minutes for
# a million; it need not look where every place will do.
_LONGEST_WORD = 20_000
# The longest line that is read with ease (average letters, with the margins).
_MEASURE = 92


class ArticleView(QTextEdit):
    """Shows one article. Says which sentence or actor was clicked."""

    sentence_clicked = Signal(int)
    actor_clicked = Signal(str)
    menu_wanted = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("article")
        self.setReadOnly(True)
        self.setAccessibleName("Article text")
        self.viewport().setMouseTracking(True)
        self._map = TextMap("", ())
        self._article: ArticleId | None = None
        self._sentences: Sequence[Sentence] = ()
        self._actors: Sequence[Actor] = ()
        self._chosen: frozenset[int] = frozenset()
        self._pinned: frozenset[int] = frozenset()
        self._excluded: frozenset[int] = frozenset()
        self._focus: str | None = None
        self._watched: frozenset[str] = frozenset()
        self._flash: Span | None = None
        self._points = 12

    def show_article(self, article: Article, sentences: Sequence[Sentence]) -> None:
        """Put the article in place of the one before."""
        self._map = TextMap(article.text, article.paragraphs)
        self._article, self._sentences, self._actors = article.id, sentences, ()
        self._chosen = self._pinned = self._excluded = frozenset()
        self._focus = self._flash = None
        # Or the text that goes would be laid out once more, as the new one is to be.
        self.clear()
        document = self.document()
        option = QTextOption()
        is_rtl = wording.is_right_to_left(article.language)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(_wrapping(article.text))
        document.setDefaultTextOption(option)
        font = QFont(SERIF)
        font.setPointSizeF(self._points)
        document.setDefaultFont(font)
        document.setDocumentMargin(LARGE)
        self._keep_measure()
        self.setPlainText("\n".join(self._map.lines))
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        layout = QTextBlockFormat()
        layout.setBottomMargin(0.7 * self._points)
        layout.setLineHeight(138, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(layout)
        self.mark()

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Other sentences of the same text; it stays where it is, without marks."""
        self._sentences = sentences
        self._chosen = self._pinned = self._excluded = frozenset()
        self.mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_measure()

    def _keep_measure(self) -> None:
        """Leave what is wider than a comfortable line empty, at the end of the lines."""
        letter = QFontMetricsF(self.document().defaultFont()).averageCharWidth()
        spare = max(int(self.width() - _MEASURE * letter), 0)
        way = self.document().defaultTextOption().textDirection()
        if way == Qt.LayoutDirection.RightToLeft:
            self.setViewportMargins(spare, 0, 0, 0)
        else:
            self.setViewportMargins(0, 0, spare, 0)

    def set_points(self, points: int) -> None:
        """Change the reading size."""
        self._points = points
        font = self.document().defaultFont()
        font.setPointSizeF(points)
        self.document().setDefaultFont(font)
        self._keep_measure()

    def mark_summary(
        self, chosen: frozenset[int], pinned: frozenset[int], excluded: frozenset[int]
    ) -> None:
        """Tint the chosen sentences, more so the pinned ones; strike the excluded ones."""
        self._chosen, self._pinned, self._excluded = chosen, pinned, excluded
        self.mark()

    def mark_actors(self, actors: Sequence[Actor]) -> None:
        """Underline the mentions of these actors."""
        self._actors = actors
        self.mark()

    def show_watched(self, watched: frozenset[str]) -> None:
        """Make the mentions of watched actors stand out a little, in every article."""
        self._watched = watched
        self.mark()

    def focus_actor(self, key: str | None) -> None:
        """Make one actor's mentions stand out."""
        self._focus = key
        self.mark()

    def jump(self, span: Span) -> None:
        """Scroll to a place and let it stand out."""
        start = self._map.position(span.start)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        rect = self.cursorRect(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)
        self._flash = span
        self.mark()

    def mark(self) -> None:
        """Paint all marks anew."""
        theme = Look.now()
        marks: list[QTextEdit.ExtraSelection] = []
        for sentence in self._sentences:
            number = sentence.number
            form = QTextCharFormat()
            if number in self._chosen:
                form.setBackground(theme.colour("pinned" if number in self._pinned else "mark"))
            elif number in self._excluded:
                form.setFontStrikeOut(True)
                form.setForeground(theme.colour("faint"))
            else:
                continue
            marks.append(self._selection(sentence.span, form))
        for actor in self._actors:
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(theme.colour(actor.kind.value))
            if actor.key in self._watched:
                form.setBackground(theme.colour("accent_soft"))
            if actor.key == self._focus:
                form.setBackground(theme.colour("focus"))
            marks += [self._selection(m.span, form) for m in actor.mentions]
            if len(marks) > _MOST_MARKS:
                break
        if self._flash is not None:
            form = QTextCharFormat()
            form.setBackground(theme.colour("focus"))
            marks.append(self._selection(self._flash, form))
        self.setExtraSelections(marks)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence at an article offset."""
        return next((s for s in self._sentences if s.span.start <= offset < s.span.end), None)

    def selected_span(self) -> Span | None:
        """The article span of the selected text."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        ends = cursor.selectionStart(), cursor.selectionEnd()
        return Span(self._map.offset(ends[0]), self._map.offset(ends[1]))

    def selected_words(self) -> str:
        """The selected text as the article has it; nothing of more than one paragraph."""
        span = self.selected_span()
        words = span.of(self._map.text).strip() if span else ""
        return "" if "\n" in words else words

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection for other programs as text, for the briefing with its place."""
        chosen = self.selected_span()
        text = self.textCursor().selection().toPlainText()
        if chosen is None or self._article is None:
            return mime.pack([], text)
        whole = [s.number for s in self._sentences if _is_mostly_in(s.span, chosen)]
        if whole:
            return mime.pack([ArticleItem(self._article, sentences=tuple(whole))], text)
        return mime.pack([QuoteItem(self._article, chosen, direct=False)], text)

    def text_of(self, sentence: Sentence) -> str:
        """The sentence as the article has it."""
        return sentence.span.of(self._map.text)

    def contents_of(self, sentence: Sentence) -> list[ArticleItem]:
        """The sentence as it goes into a briefing."""
        if self._article is None:
            return []
        return [ArticleItem(self._article, sentences=(sentence.number,))]

    def ruling_of(self, sentence: Sentence) -> Ruling | None:
        """Whether the sentence is shown as pinned or excluded."""
        if sentence.number in self._pinned:
            return "pin"
        return "exclude" if sentence.number in self._excluded else None

    def cursor_offset(self) -> int:
        """The article offset of the text cursor."""
        return self._map.offset(self.textCursor().position())

    def offset_at(self, event: QMouseEvent) -> int:
        """The article offset under the mouse."""
        return self._offset_of(event.position().toPoint())

    def _offset_of(self, at: QPoint) -> int:
        return self._map.offset(self.cursorForPosition(at).position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        offset = self.cursor_offset() if is_key else self._offset_of(event.pos())
        at = self.cursorRect().bottomLeft() if is_key else event.pos()
        self.menu_wanted.emit(offset, self.viewport().mapToGlobal(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        offset = self.offset_at(event)
        actor = self.actor_at(offset)
        sentence = self.sentence_at(offset)
        if actor is not None:
            self.actor_clicked.emit(actor.key)
        elif sentence is not None:
            self.sentence_clicked.emit(sentence.number)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            actor = self.actor_at(self._offset_of(event.pos()))
            tip = actor_tip(actor, self._map.text) if actor else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_link = self.actor_at(self.offset_at(event)) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def actor_at(self, offset: int) -> Actor | None:
        """The actor mentioned at an article offset."""
        for actor in self._actors:
            if any(m.span.start <= offset < m.span.end for m in actor.mentions):
                return actor
        return None

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        start, end = self._map.range(span)
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = form
        return selection


def _wrapping(text: str) -> QTextOption.WrapMode:
    if max(map(len, text.split()), default=0) > _LONGEST_WORD:
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def _is_mostly_in(span: Span, chosen: Span) -> bool:
    shared = min(span.end, chosen.end) - max(span.start, chosen.start)
    return 2 * shared > span.end - span.start

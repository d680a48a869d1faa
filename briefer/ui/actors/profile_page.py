"""The page of one actor: who it is, when it was in the news, what it said and what was said of it."""

from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
)

from briefer.services.dossier import Dossier, Passage
from briefer.ui import wording
from briefer.ui.actors.actor_list import ICONS, KIND_NAMES
from briefer.ui.actors.day_chart import DayChart
from briefer.ui.actors.dossier_text import DossierText
from briefer.ui.actors.key_words import KeyWords
from briefer.ui.theme import LARGE, MEDIUM, SMALL, TIGHT, icon
from briefer.ui.widgets.tool import tool

_MOST_ALIASES = 6
TABS = ("Roles", "Quotes", "Chronology", "With whom", "Said about")


class ProfilePage(QFrame):
    """Shows a dossier; says which place, actor or ruling is wanted."""

    place_clicked = Signal(object)
    actor_clicked = Signal(str)
    back_wanted = Signal()
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.dossier: Dossier | None = None
        self._text: DossierText | None = None
        self._key = ""
        self._by_topic = False
        self._days = ("", "")
        self.picture = QLabel()
        self.name = QLabel()
        self.name.setObjectName("title")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.facts = QLabel()
        self.facts.setObjectName("meta")
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setWordWrap(True)
        self.chart = DayChart()
        self.chart.picked.connect(self._show_days)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.views: dict[str, QTextBrowser] = {}
        for name in TABS:
            view = QTextBrowser()
            view.setOpenLinks(False)
            view.setFrameShape(QFrame.Shape.NoFrame)
            view.document().setDocumentMargin(MEDIUM)
            view.setAccessibleName(name)
            view.anchorClicked.connect(self._follow)
            self.views[name] = view
            self.tabs.addTab(view, name)
        self.words = KeyWords()
        self.words.place_clicked.connect(self.place_clicked)
        self.tabs.addTab(self.words, "In context")
        self.setFocusProxy(self.tabs)
        self._arrange()

    def show_dossier(self, found: Dossier) -> None:
        """Show it; the tab that is read stays."""
        if self._key != found.key:
            self._key, self._days, self._by_topic = found.key, ("", ""), False
            self.show_tab("Roles" if found.roles else "Quotes" if found.quotes else "Chronology")
        self.dossier = found
        self.dress()

    def show_waiting(self, name: str) -> None:
        """Say that the articles are being read."""
        self.dossier = self._text = None
        self.name.setText(name)
        self.picture.clear()
        self.facts.setText("Reading the articles…")
        self.chart.show_days({}, "accent")
        self.words.lines.show(())
        for view in self.views.values():
            view.clear()

    def dress(self) -> None:
        """Write everything in the theme in force."""
        found = self.dossier
        if found is None:
            return
        self.name.setText(found.name or "No article names this actor")
        self.picture.setPixmap(icon(ICONS[found.kind], found.kind.value).pixmap(26, 26))
        self.facts.setText(_facts(found))
        self.watch.setIcon(icon("eye", "accent" if found.is_watched else "muted"))
        self.watch.setChecked(found.is_watched)
        self.watch.setToolTip("Watch no longer" if found.is_watched else "Watch this actor")
        self.chart.show_days(found.days, found.kind.value)
        self.words.lines.show(found.concordance)
        self._write()

    def show_tab(self, name: str = "") -> None:
        """Bring a tab to the front; by default the last, the names in context."""
        self.tabs.setCurrentWidget(self.views.get(name, self.words))

    def _write(self) -> None:
        if self.dossier is None:
            return
        text = self._text = DossierText(self.dossier)
        written = {
            "Roles": text.roles(),
            "Quotes": text.quotes(by_topic=self._by_topic),
            "Chronology": text.chronology(*self._days),
            "With whom": text.company(),
            "Said about": text.about(),
        }
        counts = {
            "Quotes": len(self.dossier.quotes),
            "With whom": len(self.dossier.company),
            "Said about": len(self.dossier.about),
        }
        for place, (name, html) in enumerate(written.items()):
            view = self.views[name]
            at = view.verticalScrollBar().value()
            view.document().setDefaultStyleSheet(text.sheet())
            view.setHtml(html)
            view.verticalScrollBar().setValue(at)
            number = counts.get(name)
            self.tabs.setTabText(place, f"{name} {number}" if number else name)

    def _follow(self, url: QUrl) -> None:
        kind, _, value = url.toString().partition(":")
        if kind == "order":
            self._by_topic = value == "topic"
            self._write()
        elif kind == "all":
            self._days = ("", "")
            self._write()
        elif kind == "to" and self._text is not None:
            target = self._text.targets[int(value)]
            if isinstance(target, Passage):
                self.place_clicked.emit(target)
            else:
                self.actor_clicked.emit(target)

    def _show_days(self, first: str, last: str) -> None:
        self._days = (first, last)
        self._write()
        self.show_tab("Chronology")

    def _arrange(self) -> None:
        self.back = tool("arrow-back-up", "Back (Alt+Left)", self.back_wanted.emit)
        self.watch = tool("eye", "Watch this actor", lambda: self.asked.emit("watch"))
        self.watch.setCheckable(True)
        buttons = [
            self.watch,
            tool("star", "Pin a role…", lambda: self.asked.emit("role")),
            tool("pencil", "Rename…", lambda: self.asked.emit("rename")),
            tool("git-merge", "Merge with another actor…", lambda: self.asked.emit("merge")),
            tool("plus", "Add to briefing", lambda: self.asked.emit("briefing")),
        ]
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.name, 1)
        for button in buttons:
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, LARGE, MEDIUM, SMALL)
        head.setSpacing(TIGHT)
        head.addLayout(top)
        head.addWidget(self.facts)
        head.addWidget(self.chart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)


def _facts(found: Dossier) -> str:
    """Kind, numbers and other names in a line or two."""
    first = [KIND_NAMES[found.kind]]
    first.append(wording.count(found.articles, "article"))
    first.append(wording.count(found.mentions, "mention"))
    if found.read < found.articles:
        first.append(f"the newest {found.read:,} were looked into")
    lines = [" · ".join(first)]
    if found.roles:
        # The role most articles know, of several the latest; a pinned one before all.
        known = max(
            enumerate(found.roles), key=lambda pair: (pair[1].is_pinned, pair[1].articles, pair[0])
        )
        lines.insert(0, known[1].text)
    if found.aliases:
        more = " …" if len(found.aliases) > _MOST_ALIASES else ""
        lines.append("Also " + ", ".join(found.aliases[:_MOST_ALIASES]) + more)
    return "".join(f"<div>{escape(line)}</div>" for line in lines)

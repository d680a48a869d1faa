"""Which articles the list shows: all, the new, the unread, those of a language or an outlet."""

from PySide6.QtWidgets import QComboBox

from briefer.model.article import ArticleId
from briefer.services.library import Changes, Library
from briefer.ui import wording

# Where the New shelf stands among the filters.
NEW_ROW = 1


class ListFilter(QComboBox):
    """Offers the languages and outlets of the shelf."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._languages: set[str] = set()
        self._outlets: set[str] = set()
        # An outlet with a long name must not widen the pane.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(20)
        self.setAccessibleName("Filter of the list")
        self._fill()

    @property
    def wanted(self) -> tuple[str, str]:
        """What is filtered by, and its value; both empty for all articles."""
        return self.currentData() or ("", "")

    def refresh(self, changes: Changes | None = None) -> None:
        """Offer what the shelf holds now; of the `changes` what they touched, if given."""
        if changes is None:
            self._learn(set(self._library.languages()), set(self._library.outlets()))
            return
        touched = changes.of("shelf", "source_fixes")
        if not touched:
            return
        cards = self._library.known(map(ArticleId, touched))
        if changes.of("source_fixes") or len(cards) < len(touched):
            # What an article was filed under before may be gone with it.
            self.refresh()
            return
        languages = self._languages.union(card.language for card in cards if card.language)
        self._learn(languages, self._outlets.union(card.outlet for card in cards if card.outlet))

    def _learn(self, languages: set[str], outlets: set[str]) -> None:
        if (languages, outlets) != (self._languages, self._outlets):
            self._languages, self._outlets = languages, outlets
            self._fill()

    def _fill(self) -> None:
        kept = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem("All articles", ("", ""))
        self.addItem("New", ("fresh", ""))
        self.addItem("Not yet read", ("unopened", ""))
        self.addItem("Names a watched actor", ("watched", ""))
        self.addItem("Not in a briefing", ("unused", ""))
        if any(map(wording.language, self._languages)):
            self.insertSeparator(self.count())
        for code in filter(wording.language, sorted(self._languages)):
            self.addItem(wording.language(code), ("language", code))
        if self._outlets:
            self.insertSeparator(self.count())
        for outlet in sorted(self._outlets):
            self.addItem(outlet, ("outlet", outlet))
        for row in range(self.count()):
            if kept is not None and self.itemData(row) == kept:
                self.setCurrentIndex(row)
        self.blockSignals(False)

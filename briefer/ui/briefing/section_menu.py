"""The menu of sections that can be added to a briefing, each with a heading in its language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from briefer.model.briefing import SectionKind
from briefer.services.printed_words import printed_words

SECTION_KINDS = {
    SectionKind.TEXT: "Text",
    SectionKind.BOTTOM_LINE: "Bottom line",
    SectionKind.TOP_STORIES: "Top stories",
    SectionKind.DEVELOPMENTS: "Articles",
    SectionKind.STATEMENTS: "Key statements",
    SectionKind.JUDGEMENTS: "Points to watch",
    SectionKind.KEY_FIGURES: "Key figures",
    SectionKind.TIMELINE: "Timeline",
    SectionKind.CALENDAR: "Calendar",
    SectionKind.ACTORS: "Key actors",
    SectionKind.WHO_IS_WHO: "Who’s who",
    SectionKind.FACTS: "At a glance",
    SectionKind.CHARTS: "Coverage in pictures",
    SectionKind.OUTLETS: "Index of outlets",
    SectionKind.SOURCES: "Sources",
    SectionKind.ANNEX: "Annex",
}
# Where the heading is not kept under the name of the kind.
_KEYS = {SectionKind.FACTS: "at_a_glance"}


class SectionMenu(QMenu):
    """Says which kind of section is wanted."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        for kind, label in SECTION_KINDS.items():
            action = self.addAction(label)
            action.triggered.connect(lambda _=False, k=kind: self.chosen.emit(k))


def heading_for(kind: SectionKind, language: str) -> str:
    """What a new section is called in a briefing of this language."""
    label, words = SECTION_KINDS[kind], printed_words(language)
    key = _KEYS.get(kind, kind.replace("-", "_"))
    return label if words.language == "en" else words.words.get(key, label)

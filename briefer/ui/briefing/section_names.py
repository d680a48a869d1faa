"""The kinds of section that can be added to a briefing, as the window calls them."""

from briefer.model.briefing import SectionKind

SECTION_KINDS = {
    SectionKind.TEXT: "Text",
    SectionKind.DEVELOPMENTS: "Articles",
    SectionKind.STATEMENTS: "Key statements",
    SectionKind.ACTORS: "Key actors",
    SectionKind.WHO_IS_WHO: "Who’s who",
    SectionKind.JUDGEMENTS: "Points to watch",
    SectionKind.BOTTOM_LINE: "Bottom line",
    SectionKind.KEY_FIGURES: "Key figures",
    SectionKind.TIMELINE: "Timeline",
    SectionKind.CALENDAR: "Calendar",
    SectionKind.OUTLETS: "Index of outlets",
    SectionKind.SOURCES: "Sources",
    SectionKind.ANNEX: "Annex",
}

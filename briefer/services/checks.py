"""What the checks of a briefing are given and what they say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from briefer.model.article import ArticleId
from briefer.model.briefing import Briefing, Content, Item, ItemId, Section, SectionId, SectionKind
from briefer.model.document import Document
from briefer.services.material import Material

# What mends a finding: an item or a section is removed, the source of an article corrected, a role
# pinned, an abbreviation explained, the marking raised, sources listed, extracts shortened, an item
# given its sources or its own words back.
Deed = Literal[
    "remove-item", "remove-section", "source", "role", "acronym", "known", "marking",
    "list-sources", "fit", "edit",
]  # fmt: skip
# These sections fill themselves.
FILLED_ALONE = frozenset(
    {SectionKind.SOURCES, SectionKind.ANNEX, SectionKind.OUTLETS, SectionKind.ACTORS,
     SectionKind.WHO_IS_WHO, SectionKind.CHARTS}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mend:
    """What a click would do: its name on a button, the deed, to what, and what that is called."""

    label: str
    deed: Deed
    to: str = ""
    named: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: a full sentence, where it stands, and what mends it, in
    one way or another."""

    kind: str
    said: str
    section: SectionId | None = None
    item: ItemId | None = None
    mend: Mend | None = None
    other: Mend | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """All that the checks look at."""

    briefing: Briefing
    material: Material
    document: Document
    pages: int
    used_in: Callable[[ArticleId], str]

    def items(self) -> Iterator[tuple[Section, Item, Content]]:
        """All items with their sections, in order."""
        for section in self.briefing.sections:
            for item in section.items:
                yield section, item, item.content


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text, for a sentence that speaks of it."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"

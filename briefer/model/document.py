"""The finished text tree that every exporter writes and nothing else sees."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Document:
    """A composed briefing."""

    title: str
    type: Literal["document"] = "document"

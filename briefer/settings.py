"""Every setting once: its name, default, label and choices; read and written as TOML."""

import contextlib
import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefer.model.briefing import IssueDetails
    from briefer.model.summary import SummaryLength

# The least and the most of each number.
RANGES = {"text_size": (8, 28), "summary_sentences": (1, 15)}


def _setting(
    default: Any, label: str, help_: str = "", choices: dict[str, str] | None = None
) -> Any:
    return field(default=default, metadata={"label": label, "help": help_, "choices": choices})


@dataclass
class Settings:
    """What the user prefers. Fields without a label are remembered, not asked."""

    theme: str = _setting(
        "auto",
        "Appearance",
        choices={"auto": "As the system", "light": "Light", "dark": "Dark"},
    )
    text_size: int = _setting(12, "Reading size", "Points of the article's text.")
    summary_sentences: int = _setting(3, "Summary length", "Sentences in a new summary.")
    pronouns: str = _setting(
        "written",
        "Sentences with “He” or “She”",
        "Where it is sure whom the first word of a sentence means.",
        choices={"written": "Leave as written", "named": "Say whom: He [Name] said"},
    )
    lead_copy: str = _setting(
        "first",
        "Copies of one text",
        "Which copy stands for the others in the list, unless you chose one.",
        choices={"first": "The first published leads", "fullest": "The fullest leads"},
    )
    template: str = _setting(
        "daily",
        "New briefings",
        "Which sections a new briefing has.",
        choices={
            "daily": "Daily brief",
            "press-review": "Press review",
            "situation": "Situation report",
            "actor-profile": "Actor profile",
            "plain": "Plain list",
        },
    )
    actor_engine: str = _setting(
        "tagger",
        "Names are found by",
        "All articles are gone through anew, in the background. What you ruled on actors stays.",
        choices={
            "tagger": "Briefer’s own model and rules",
            "rules": "Rules and lists alone",
            "spacy": "The spaCy models on this computer",
        },
    )
    paper: str = _setting("a4", "Paper", choices={"a4": "A4", "letter": "Letter"})
    prepared_by: str = _setting("", "Prepared by", "Stands at the foot of every page.")
    marking: str = _setting(
        "",
        "Marking",
        "Stands on every page of a new briefing.",
        choices={
            "": "None",
            "TLP:CLEAR": "TLP:CLEAR",
            "TLP:GREEN": "TLP:GREEN",
            "TLP:AMBER": "TLP:AMBER",
            "TLP:AMBER+STRICT": "TLP:AMBER+STRICT",
            "TLP:RED": "TLP:RED",
        },
    )
    # Whether the list is in stories, and how alike the articles of one are.
    by_story: bool = False
    story_tightness: str = field(
        default="usual", metadata={"choices": {"loose": "", "usual": "", "tight": ""}}
    )
    window: str = ""
    panes: str = ""
    last_folder: str = ""
    # The Word document whose styles, header and footer exported ones take, or empty.
    house_style: str = ""
    # Lines "Outlet: what is to be printed with its texts".
    licences: str = ""
    last_article: str = ""

    @property
    def habits(self) -> "IssueDetails":
        """What a new briefing has from the start."""
        from briefer.model.briefing import IssueDetails

        return IssueDetails(
            template=self.template,
            paper=self.paper,
            prepared_by=self.prepared_by,
            marking=self.marking,
        )

    @property
    def length(self) -> "SummaryLength":
        """How long a summary is before the user says otherwise."""
        from briefer.model.summary import LengthUnit, SummaryLength

        return SummaryLength(LengthUnit.SENTENCES, self.summary_sentences)

    @property
    def names_meant(self) -> bool:
        """Whether sentences of a summary say whom "he" means."""
        return self.pronouns == "named"

    def asked(self) -> list[tuple[str, dict[str, Any]]]:
        """(name, label / help / choices) of the settings that preferences show."""
        return [(f.name, dict(f.metadata)) for f in fields(self) if f.metadata.get("label")]


def load(path: Path) -> Settings:
    """The settings kept at `path`; what is missing or makes no sense has its default."""
    settings = Settings()
    kept: dict[str, Any] = {}
    with contextlib.suppress(OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        kept = tomllib.loads(path.read_text("utf-8"))
    for known in fields(settings):
        value = kept.get(known.name)
        choices = known.metadata.get("choices")
        if type(value) is not known.type or (choices and value not in choices):
            continue
        if known.name in RANGES and not _is_between(value, *RANGES[known.name]):
            continue
        setattr(settings, known.name, value)
    return settings


def _is_between(value: Any, low: int, high: int) -> bool:
    return bool(low <= value <= high)


def save(settings: Settings, path: Path) -> None:
    """Keep the settings, whole or not at all. Raises OSError."""
    import tomli_w

    values = {known.name: getattr(settings, known.name) for known in fields(settings)}
    beside = path.with_suffix(".part")
    beside.write_text(tomli_w.dumps(values), "utf-8")
    os.replace(beside, path)  # noqa: PTH105 - atomic on every system

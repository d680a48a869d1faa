"""The briefing templates: readable TOML files, the built-in ones in resources/templates."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefer import places
from briefer.model.briefing import SectionKind
from briefer.model.errors import UnknownChoice

# The order in which they are offered.
TEMPLATE_NAMES = ("daily", "press-review", "situation", "actor-profile", "plain")


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One section of a template.

    `heading` is a key of the printed words. `fill` says what a draft puts in: "leads", "top",
    "rest", "stories", "all", "quotes", "own-quotes", "actors", "about", "figures", "events",
    "upcoming" or nothing; `most` bounds the items (0: no
    bound); `sentences` bounds each extract (0: as long as the summary).
    """

    kind: SectionKind
    heading: str
    fill: str = ""
    most: int = 0
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """A named order of sections.

    `about` is "first-actor" where the briefing is about one actor; with `tags` items say what
    earlier briefings told of them.
    """

    name: str
    label: str
    sections: tuple[SectionPlan, ...]
    about: str = ""
    tags: bool = False


@cache
def template(name: str) -> Template:
    """The built-in template called `name`; raises UnknownChoice for any other name."""
    if name not in TEMPLATE_NAMES:
        raise UnknownChoice(
            f'There is no template "{name}".',
            name=name,
            hint=f"Choose one of: {', '.join(TEMPLATE_NAMES)}.",
        )
    path = places.resources() / "templates" / f"{name}.toml"
    plain: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return Template(
        name=plain["name"],
        label=plain["label"],
        sections=tuple(_plan(section) for section in plain["sections"]),
        about=plain.get("about", ""),
        tags=plain.get("tags", False),
    )


def _plan(plain: dict[str, Any]) -> SectionPlan:
    return SectionPlan(
        kind=SectionKind(plain["kind"]),
        heading=plain["heading"],
        fill=plain.get("fill", ""),
        most=plain.get("most", 0),
        sentences=plain.get("sentences", 0),
    )

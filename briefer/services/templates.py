"""The briefing templates: readable TOML files, the built-in ones and those the user made of them."""

import contextlib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from briefer import places
from briefer.model.briefing import Briefing, IssueDetails, SectionKind
from briefer.model.errors import BrieferError, TemplateFault, UnknownChoice

# The order in which the built-in ones are offered.
TEMPLATE_NAMES = ("daily", "press-review", "situation", "actor-profile", "plain")
# What a draft can put into a section.
FILLS = (
    "leads", "top", "rest", "stories", "all", "quotes", "own-quotes", "actors", "about", "figures",
    "events", "upcoming",
)  # fmt: skip
# No template has more sections, and no number in it is larger.
_MOST = 100


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """One section of a template.

    `heading` is a key of the printed words or the words themselves. `fill` says what a draft puts
    in (see `FILLS`; empty: nothing); `most` bounds the items (0: no bound); `sentences` bounds each
    extract (0: as long as the summary).
    """

    kind: SectionKind
    heading: str
    fill: str = ""
    most: int = 0
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """A named order of sections.

    `label` is a key of the printed words, or what the user called it. `about` is "first-actor" where
    the briefing is about one actor; with `tags` items say what earlier briefings told of them;
    `numbered` numbers the sections; `pages` is the most pages it is to have (0: no bound); `accent`
    is the colour of headings ("#1F4E79", empty: the usual one).
    """

    name: str
    label: str
    sections: tuple[SectionPlan, ...]
    about: str = ""
    tags: bool = False
    numbered: bool = False
    pages: int = 0
    accent: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the user made it."""
        return self.name not in TEMPLATE_NAMES

    def details(self, details: IssueDetails) -> IssueDetails:
        """The details of a briefing after this template; what they say already stays."""
        return replace(
            details,
            template=self.name,
            tags=details.tags or self.tags,
            numbered=details.numbered or self.numbered,
            pages=details.pages or self.pages,
            accent=details.accent or self.accent,
        )


def template(name: str) -> Template:
    """The template called `name`. Raises UnknownChoice, and TemplateFault for a bad file."""
    if name in TEMPLATE_NAMES:
        return _built_in(name)
    path = own_folder() / f"{name}.toml"
    if not _is_name(name) or not path.is_file():
        known = [one.name for one in templates()]
        raise UnknownChoice(
            f'There is no template "{name}".',
            name=name,
            hint=f"Choose one of: {', '.join(known)}.",
        )
    return _read(path)


def template_or_first(name: str) -> Template:
    """The template called `name`, or the first of the built-in ones where it was removed or spoiled:
    what was made after it is still there to be worked on."""
    try:
        return template(name)
    except BrieferError:
        return _built_in(TEMPLATE_NAMES[0])


def templates() -> list[Template]:
    """All templates, the user's own last; those whose file is bad are left out."""
    found = [_built_in(name) for name in TEMPLATE_NAMES]
    with contextlib.suppress(OSError):
        for path in sorted(own_folder().glob("*.toml")):
            with contextlib.suppress(BrieferError):
                found.append(_read(path))
    return found


def made_of(briefing: Briefing, label: str) -> Template:
    """A template like a briefing: its sections in their order, each filled as its own template fills
    one of that kind, its look and its bounds. It is not kept yet."""
    left = list(template_or_first(briefing.details.template).sections)
    plans = []
    for section in briefing.sections:
        like = next((plan for plan in left if plan.kind is section.kind), None)
        if like is not None:
            left.remove(like)
        plans.append(replace(like or SectionPlan(section.kind, ""), heading=section.heading))
    details = briefing.details
    return Template(
        "", label, tuple(plans), tags=details.tags, numbered=details.numbered,
        pages=details.pages, accent=details.accent,
    )  # fmt: skip


def own_folder() -> Path:
    """Where the user's own templates are."""
    return places.home() / "templates"


def keep(wanted: Template) -> Template:
    """Write one of the user's own, whole or not at all; a new one gets a name from its label.

    Raises TemplateFault where it has no section or the folder cannot be written.
    """
    import tomli_w

    if not 0 < len(wanted.sections) <= _MOST:
        raise TemplateFault(
            f"A template has at least one section and at most {_MOST}.",
            name=wanted.label,
            hint="Add or remove some first. Nothing was changed.",
        )

    name = wanted.name or _free_name(wanted.label)
    kept = replace(wanted, name=name)
    path = own_folder() / f"{name}.toml"
    beside = path.with_suffix(".part")
    try:
        own_folder().mkdir(parents=True, exist_ok=True)
        beside.write_text(tomli_w.dumps(_plain(kept)), "utf-8")
        os.replace(beside, path)  # noqa: PTH105 - atomic on every system
    except OSError as error:
        raise TemplateFault(
            "The template could not be written.",
            name=str(path),
            hint=f"Nothing was changed. The system says: {error.strerror or error}.",
        ) from error
    return kept


def remove(name: str) -> None:
    """Take one of the user's own away; its file stays in the folder "removed".

    Raises TemplateFault where the system does not let it go.
    """
    path = own_folder() / f"{name}.toml"
    away = own_folder() / "removed"
    try:
        away.mkdir(parents=True, exist_ok=True)
        # What somebody took away in the folder itself is gone already.
        with contextlib.suppress(FileNotFoundError):
            os.replace(path, away / path.name)  # noqa: PTH105 - over an older one of that name
    except OSError as error:
        raise TemplateFault(
            "The template could not be removed.",
            name=str(path),
            hint=f"Nothing was changed. The system says: {error.strerror or error}.",
        ) from error


@cache
def _built_in(name: str) -> Template:
    return _read(places.resources() / "templates" / f"{name}.toml")


def _read(path: Path) -> Template:
    try:
        plain: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        return _template(plain, path.stem)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _fault(path, str(error)) from error
    except (KeyError, TypeError, ValueError) as error:
        raise _fault(path, f"{error} is not as it should be") from error


def _fault(path: Path, what: str) -> TemplateFault:
    return TemplateFault(
        "This template cannot be used.",
        name=path.name,
        hint=f"{what}. Mend the file {path}, or choose another template.",
    )


def _template(plain: Mapping[str, Any], name: str) -> Template:
    sections = tuple(_plan(section) for section in plain["sections"])
    if not 0 < len(sections) <= _MOST:
        raise ValueError("The number of sections")
    return Template(
        name=name,
        label=_text(plain["label"]),
        sections=sections,
        about="first-actor" if plain.get("about") == "first-actor" else "",
        tags=plain.get("tags") is True,
        numbered=plain.get("numbered") is True,
        pages=_number(plain.get("pages", 0)),
        accent=_colour(plain.get("accent", "")),
    )


def _plan(plain: Mapping[str, Any]) -> SectionPlan:
    fill = plain.get("fill", "")
    if fill and fill not in FILLS:
        raise ValueError(f'"fill" ({fill})')
    return SectionPlan(
        kind=SectionKind(plain["kind"]),
        heading=_text(plain["heading"]),
        fill=fill,
        most=_number(plain.get("most", 0)),
        sentences=_number(plain.get("sentences", 0)),
    )


def _plain(one: Template) -> dict[str, Any]:
    sections = []
    for plan in one.sections:
        section: dict[str, Any] = {"kind": plan.kind.value, "heading": plan.heading}
        optional = {"fill": plan.fill, "most": plan.most, "sentences": plan.sentences}
        sections.append({**section, **{key: value for key, value in optional.items() if value}})
    optional = {
        "about": one.about, "tags": one.tags, "numbered": one.numbered, "pages": one.pages,
        "accent": one.accent,
    }  # fmt: skip
    kept = {key: value for key, value in optional.items() if value}
    return {"label": one.label, **kept, "sections": sections}


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("A text")
    return value.strip()[:200]


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MOST:
        raise ValueError(f"The number {value}")
    return value


def _colour(value: Any) -> str:
    if value and not re.fullmatch(r"#[0-9A-Fa-f]{6}", str(value)):
        raise ValueError(f"The colour {value}")
    return str(value)


def _is_name(name: str) -> bool:
    return re.fullmatch(r"[\w-]{1,80}", name) is not None


def _free_name(label: str) -> str:
    """A file's name made of the label that no template has yet."""
    base = re.sub(r"[^\w]+", "-", label.casefold()).strip("-_")[:60] or "template"
    name, number = base, 1
    while name in TEMPLATE_NAMES or (own_folder() / f"{name}.toml").exists():
        number += 1
        name = f"{base}-{number}"
    return name

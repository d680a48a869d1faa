"""The rules on actors in plain sentences, and as a file that another library can take over."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

from briefer.model.actors import ActorKind
from briefer.model.errors import UnfitRules
from briefer.services.library import Library
from briefer.services.rulings import Rulings
from briefer.storage.decisions import ActorRule, RuleName

# What the file says it is, so that another JSON is not taken for one.
FORMAT, VERSION = "briefer-actor-rules", 1
# What a rule of each name has besides the actor.
_NEEDED = {
    "merge": ("other",),
    "apart": ("other",),
    "rename": ("value",),
    "kind": ("value",),
    "role": ("value",),
    "split": ("other", "value", "words"),
    "add": ("value", "words"),
}
_FIELDS = ("rule", "actor", "other", "value", "words", "article", "start")
# Of a file of rules no more is read: what is larger is none (bytes).
_LARGEST = 20_000_000
_KINDS = {"person": "a person", "organisation": "an organisation", "place": "a place"}


def sentences(library: Library, rules: Sequence[ActorRule]) -> list[str]:
    """Each rule as a person would say it."""
    keys = {key for rule in rules for key in (rule.actor, rule.other) if key}
    names = library.actor_index.names(keys)
    rulings = Rulings(rules)

    def named(key: str) -> str:
        return rulings.name(key) or found(key)

    def found(key: str) -> str:
        return names.get(key) or key.partition(":")[2].title() or key

    return [_sentence(rule, named(rule.actor), named(rule.other), found) for rule in rules]


def _sentence(rule: ActorRule, actor: str, other: str, found: Any) -> str:
    spelt = f"“{rule.words}”"
    return {
        "merge": lambda: f"“{found(rule.actor)}” is {other}.",
        "apart": lambda: f"{actor} and {other} are never merged.",
        "rename": lambda: f"“{found(rule.actor)}” is called {rule.value}.",
        "kind": lambda: f"{actor} is {_KINDS.get(rule.value, rule.value)}.",
        "hide": lambda: f"{actor} is hidden.",
        "role": lambda: f"{actor} is shown as {rule.value}.",
        "watch": lambda: f"{actor} is watched.",
        "add": lambda: f"{spelt} is an actor: {rule.value}, {_kind(rule.actor)}.",
        "split": lambda: (
            f"One mention of {actor}, {spelt}, is {other}."
            if rule.article
            else f"{spelt} is not {actor} but {other}."
        ),
    }[rule.rule]()


def _kind(key: str) -> str:
    return _KINDS.get(key.partition(":")[0], "an actor")


def as_file(library: Library, rules: Sequence[ActorRule]) -> str:
    """The rules as JSON: each with its sentence, for who reads the file."""
    said = sentences(library, rules)
    listed = [
        {"says": sentence, **as_plain(rule)} for rule, sentence in zip(rules, said, strict=True)
    ]
    plain = {"format": FORMAT, "version": VERSION, "rules": listed}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def read(path: Path) -> list[ActorRule]:
    """The rules of a file. Raises UnfitRules: all of them are fit, or none is taken."""
    name = str(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise UnfitRules("This file is too large for one of rules.", name=name, hint=_OTHER)
        told = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise UnfitRules(
            f"The file cannot be read ({error.strerror}).", name=name, hint="Choose another one."
        ) from error
    except (ValueError, RecursionError) as error:
        raise UnfitRules("This is no file of rules on actors.", name=name, hint=_OTHER) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise UnfitRules("This is no file of rules on actors.", name=name, hint=_OTHER)
    if told.get("version") != VERSION:
        raise UnfitRules(
            "These rules were written by another version of Briefer.",
            name=name,
            hint="Install the newest version to import them.",
        )
    listed = told.get("rules")
    if not isinstance(listed, list):
        raise UnfitRules("The file has no list of rules.", name=name, hint=_OTHER)
    return [_rule(number, plain, name) for number, plain in enumerate(listed, start=1)]


_OTHER = "Choose a file that was made with “Export rules”."


def rule_of(plain: Any) -> ActorRule | None:
    """A rule of a file, looked at before it is believed; None for what is none."""
    if isinstance(plain, dict):
        values = {field: plain.get(field, "") for field in _FIELDS[:-1]}
        start = plain.get("start", -1)
        whole = all(isinstance(value, str) for value in values.values())
        if whole and type(start) is int and _is_fit(values, start):
            return ActorRule(**values, start=start)
    return None


def as_plain(rule: ActorRule) -> dict[str, Any]:
    """A rule as a file has it."""
    return {f: v for f in _FIELDS if (v := getattr(rule, f)) not in ("", -1)}


def _rule(number: int, plain: Any, name: str) -> ActorRule:
    found = rule_of(plain)
    if found is not None:
        return found
    raise UnfitRules(
        f"Rule {number} of the file cannot be understood; none was taken over.",
        name=name,
        hint="Mend or remove it in the file, or choose another file.",
    )


def _is_fit(values: dict[str, str], start: int) -> bool:
    rule = values["rule"]
    if rule not in get_args(RuleName) or not _is_key(values["actor"]):
        return False
    if any(not values[field].strip() for field in _NEEDED.get(rule, ())):
        return False
    if values["other"] and (not _is_key(values["other"]) or values["other"] == values["actor"]):
        return False
    if rule == "kind" and values["value"] not in set(ActorKind):
        return False
    return (start >= 0) == bool(values["article"]) and start < 1 << 62


def _is_key(key: str) -> bool:
    kind, _, rest = key.partition(":")
    return kind in set(ActorKind) and bool(rest.strip())


def matching(said: Iterable[str], part: str) -> list[int]:
    """The numbers of the sentences that hold every word of `part`."""
    words = part.casefold().split()
    return [n for n, text in enumerate(said) if all(word in text.casefold() for word in words)]

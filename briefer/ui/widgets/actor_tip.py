"""What is known of an actor in an article at a glance, with the words that prove it."""

from html import escape

from briefer.model.actors import Actor
from briefer.model.text import Span
from briefer.ui import wording
from briefer.ui.theme import Look

# So many pieces of the text, with so much on each side (characters), are read while one points.
_MOST, _CONTEXT = 3, 60


def actor_tip(actor: Actor, text: str) -> str:
    """The tip as markup: name and kind, roles, other names, and pieces of the article's text."""
    muted = Look.now().muted
    lines = [
        f"{wording.bold(escape(actor.name))} <span style='color:{muted}'>{actor.kind.value}</span>"
    ]
    roles = list(dict.fromkeys(role.text for role in actor.roles))
    if roles:
        lines.append(escape("; ".join(roles)))
    if actor.aliases:
        lines.append(escape("Also " + ", ".join(actor.aliases)))
    lines.append(wording.count(len(actor.mentions), "mention"))
    # Roles prove more than names; a role that a person pinned stands nowhere.
    places = [r.span for r in actor.roles if r.text.casefold() == r.span.of(text).casefold()]
    places += [mention.span for mention in actor.mentions]
    shown: list[Span] = []
    for place in places:
        if len(shown) < _MOST and not any(abs(s.start - place.start) < _CONTEXT for s in shown):
            shown.append(place)
    lines += [f"<i>{_piece(text, place)}</i>" for place in sorted(shown)]
    return "".join(f"<p style='margin: 2px 0'>{line}</p>" for line in lines)


def _piece(text: str, span: Span) -> str:
    before = text[max(span.start - _CONTEXT, 0) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
    if len(before) == _CONTEXT:
        before = "…" + before.partition(" ")[2]
    if len(after) == _CONTEXT:
        after = after.rpartition(" ")[0] + "…"
    return f"{escape(before)}{wording.bold(escape(span.of(text)))}{escape(after)}"

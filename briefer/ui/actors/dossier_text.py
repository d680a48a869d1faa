"""A dossier as text to read: each passage with its source, each of them a link to its place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from briefer.services.dossier import Dossier, Passage, RoleSeen
from briefer.ui import wording
from briefer.ui.theme import Look

# A page of so many passages is long enough; the rest is found by the chart or in context.
_MOST = 300
_MOST_PROOFS = 4
_OTHER = "Other"


class DossierText:
    """Writes the parts of a dossier as markup; `targets` are what its links lead to."""

    def __init__(self, found: Dossier) -> None:
        self.targets: list[Passage | str] = []
        self._found = found

    @staticmethod
    def sheet() -> str:
        """The look of the markup in the theme in force."""
        theme = Look.now()
        return (
            f"a {{ color: {theme.text}; text-decoration: none; }}"
            f"a.by, .by {{ color: {theme.muted}; }}"
            f"a.act {{ color: {theme.accent}; }}"
            f"h3 {{ color: {theme.muted}; font-size: 10pt; font-weight: 600;"
            " margin-top: 14px; margin-bottom: 2px; }"
            "p { margin-top: 6px; margin-bottom: 6px; }"
        )

    def roles(self) -> str:
        """The roles in the order of time, each with dates and the places that prove it."""
        parts = [self._role(role) for role in self._found.roles]
        return "".join(parts) or _nothing("No article says in what role.")

    def _role(self, role: RoleSeen) -> str:
        seen = role.passages
        dates = [wording.day(p.date) for p in (seen[:1] + seen[-1:]) if p.date]
        when = " – ".join(dict.fromkeys(dates))
        said = [wording.count(role.articles, "article")] if seen else []
        said += ["pinned by you"] if role.is_pinned else []
        line = " · ".join(part for part in (when, *said) if part)
        proofs = ", ".join(
            self._link(p, p.outlet or "No source yet", "act") for p in _apart(seen)[:_MOST_PROOFS]
        )
        more = " …" if len(_apart(seen)) > _MOST_PROOFS else ""
        return (
            f"<p>{wording.bold(escape(role.text))}<br><span class='by'>{escape(line)}</span>"
            f"{'<br>' if proofs else ''}{proofs}{more}</p>"
        )

    def quotes(self, *, by_topic: bool) -> str:
        """What the actor said, the newest first, or gathered by what it is about."""
        found = self._found
        if not found.quotes:
            return _nothing("Nothing that this actor said was found.")
        ways = (("date", "By date"), ("topic", "By topic"))
        chosen = "topic" if by_topic else "date"
        head = " &nbsp;·&nbsp; ".join(
            wording.bold(text) if way == chosen else f"<a class='act' href='order:{way}'>{text}</a>"
            for way, text in ways
        )
        if not by_topic:
            return f"<p>{head}</p>" + self._passages(found.quotes)
        parts = [
            f"<h3>{escape(name)} ({len(quotes)})</h3>{self._passages(quotes)}"
            for name, quotes in self._by_topic()
        ]
        return f"<p>{head}</p>" + "".join(parts)

    def _by_topic(self) -> list[tuple[str, list[Passage]]]:
        """Quotes by who is named in them or else by a noun that several share; the rest at the end."""
        found = self._found
        shared = Counter(noun for quote in found.quotes if not quote.topic for noun in quote.nouns)
        groups: dict[str, list[Passage]] = {}
        for quote in found.quotes:
            noun = max(quote.nouns, key=lambda one: shared[one], default="")
            name = f"On {found.names[quote.topic]}" if quote.topic else ""
            if not name and shared[noun] > 1:
                name = f"On {noun}"
            groups.setdefault(name or _OTHER, []).append(quote)
        return sorted(groups.items(), key=lambda pair: (pair[0] == _OTHER, -len(pair[1]), pair[0]))

    def chronology(self, first: str = "", last: str = "") -> str:
        """The sentences that name the actor, the newest first; of some days only, if given."""
        if not first:
            return self._passages(self._found.chronology, with_days=True) or _nothing(
                "No sentence names this actor."
            )
        shown = [p for p in self._found.chronology if first <= p.date <= last]
        when = wording.day(first) + (f" to {wording.day(last)}" if last != first else "")
        head = f"<p>{escape(when)} &nbsp;·&nbsp; <a class='act' href='all:'>Show all days</a></p>"
        return head + self._passages(shown)

    def about(self) -> str:
        """What others say of the actor."""
        return self._passages(self._found.about) or _nothing("Nobody is quoted on this actor.")

    def company(self) -> str:
        """Who is named in the same articles."""
        rows = []
        for one in self._found.company[:_MOST]:
            colour = getattr(Look.now(), one.kind.value)
            link = self._to(one.key, one.name)
            count = wording.count(one.articles, "article")
            count += " · watched" if one.is_watched else ""
            rows.append(
                f"<tr><td style='color:{colour}'>●&nbsp;</td><td>{link}&nbsp;&nbsp;</td>"
                f"<td class='by'>{count}</td></tr>"
            )
        table = f"<table cellpadding='3'>{''.join(rows)}</table>"
        return table if rows else _nothing("No other actor is named with this one.")

    def _passages(self, passages: Sequence[Passage], *, with_days: bool = False) -> str:
        parts, day = [], None
        for passage in passages[:_MOST]:
            if with_days and passage.date != day:
                day = passage.date
                parts.append(f"<h3>{escape(wording.day(day) if day else 'Without a date')}</h3>")
            parts.append(self._passage(passage, with_day=not with_days))
        left = len(passages) - _MOST
        if left > 0:
            parts.append(f"<p class='by'>{left:,} older ones are in the articles.</p>")
        return "".join(parts)

    def _passage(self, passage: Passage, *, with_day: bool) -> str:
        is_direct = passage.is_quote and passage.is_direct
        text = f"“{passage.text}”" if is_direct else passage.text
        line = [self._found.names.get(passage.who, "")] if passage.who else []
        line += [passage.outlet, wording.day(passage.date) if with_day else ""]
        line += [] if passage.is_direct else ["reported"]
        line += [f"about {', '.join(passage.nouns)}"] if passage.nouns else []
        below = escape(" · ".join(part for part in line if part))
        return f"<p>{self._link(passage, text)}<br><span class='by'>{below}</span></p>"

    def _link(self, passage: Passage, text: str, look: str = "") -> str:
        self.targets.append(passage)
        return f"<a class='{look}' href='to:{len(self.targets) - 1}'>{escape(text)}</a>"

    def _to(self, key: str, name: str) -> str:
        self.targets.append(key)
        return f"<a class='act' href='to:{len(self.targets) - 1}'>{escape(name)}</a>"


def _apart(passages: Iterable[Passage]) -> list[Passage]:
    """One passage of each article, the newest first."""
    return list({p.article: p for p in passages}.values())[::-1]


def _nothing(text: str) -> str:
    return f"<p class='by'>{text}</p>"

"""Which of its several headlines a web page's article is known by."""

import re
from html import unescape
from typing import Any

from briefer.importers.page_blocks import text_in
from briefer.text.cleaning import clean

_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " :: ", " « ", " » ", " • ")
_SEEN = "the page's headline"
# What parts a kicker from the headline.
_KICKERS = (": ", " - ", " – ", " | ")
# A headline of fewer letters may stand in another by chance.
_SHORTEST = 12


def line(text: str) -> str:
    """One clean line; what was escaped twice is read as it was meant."""
    return " ".join(clean(unescape(unescape(text[:20_000]))).split())


def folded(text: str) -> str:
    """Letters and digits alone, for comparing."""
    return re.sub(r"\W+", "", text).casefold()


def settle_title(tree: Any, stated: dict[str, Any]) -> None:
    """Choose among the headlines that `stated` holds and those that readers of the page see.

    "second title" and "shared titles" (OpenGraph's and Twitter's) are taken out of `stated`. A page
    says its headline in up to five places. The description (JSON-LD) is believed, unless the one
    shared is also the one seen or the description's second one, or differs from all the others,
    which then agree: what somebody took the trouble to state apart. The name of the site is taken
    off.
    """
    second, _ = stated.pop("second title", ("", ""))
    shared, tweeted = stated.pop("shared titles", ("", ""))
    headings = [found for h in tree.iter("h1") if (found := line(text_in(h)))]
    title, why = stated.get("title", ("", ""))
    if not title and len(headings) == 1:
        stated["title"] = (headings[0], _SEEN)
        return
    if not title:
        title = next((line(part.text or "") for part in tree.iter("title")), "")
        why = "the name of the page"
    if not title:
        return
    alone = bool(shared) and folded(title) == folded(shared) and tweeted in ("", shared)
    if alone and title not in headings:
        # Their punctuation may differ; the shared one is set for readers.
        title = shared
    if shared and _is_preferred(title, second, shared, tweeted, headings):
        title, why = shared, 'the page\'s "og:title"'
    stated["title"] = (title, why)
    plain = _plain(title, headings, alone=alone)
    if plain is None:
        _take_off_the_site(title, why, stated)
    elif plain != title:
        stated["title"] = (plain, _SEEN)


def _plain(title: str, headings: list[str], *, alone: bool) -> str | None:
    """The title without what the headings seen show to be none of it; None when they show nothing.

    `alone` says that the title is the only one stated.
    """
    for heading in headings:
        inside = folded(heading)
        if inside == folded(title):
            return title
        if len(inside) > _SHORTEST and inside in folded(title):
            # "Iran says … - The Moscow Times", "SVP: Iran says …": the headline is the plain one;
            # but "After the storm: Iran says …", stated again and again, is so on purpose.
            return title if alone and folded(title).endswith(inside) else heading
        tail = _common_tail(title, heading)
        if tail:
            # "Attack on Israel: X" and "Unrest in the region - X": two kickers of one headline.
            return tail
    return None


def _is_preferred(title: str, second: str, shared: str, tweeted: str, headings: list[str]) -> bool:
    """Whether the shared headline goes before the described one."""
    if shared == title or (folded(title) in folded(shared) and folded(title) != folded(shared)):
        # The same, or the same with the name of the site.
        return False
    if shared in headings:
        return not second or folded(second) != folded(title)
    if second and folded(second) == folded(shared):
        return True
    return tweeted == title and title in headings


def _common_tail(one: str, other: str) -> str:
    """What stands in both behind a kicker, where only the kickers differ; else empty."""
    tail = one.partition(": ")[2]
    tails = (other.partition(mark)[2] for mark in _KICKERS)
    return tail if len(folded(tail)) > 2 * _SHORTEST and folded(tail) in map(folded, tails) else ""


def _take_off_the_site(title: str, why: str, stated: dict[str, Any]) -> None:
    outlet = folded(stated.get("outlet", ("", ""))[0])
    for separator in _SEPARATORS:
        before, found, after = title.rpartition(separator)
        if (
            found
            and outlet
            and folded(after)
            and (folded(after) in outlet or outlet in folded(after))
        ):
            stated["title"] = (before.strip(), why)
            return

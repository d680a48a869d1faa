"""What a web page says of its own source, and where it says so.

Order of evidence: JSON-LD (schema.org), OpenGraph and meta tags, microdata and marked-up bylines and
times, the headline. What none of them states stays empty; nothing is guessed from running text.
"""

import json
import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from briefer.importers.dates import as_date, iso_moment
from briefer.importers.page_blocks import text_in
from briefer.importers.page_byline import is_of_article, marked_authors
from briefer.importers.page_title import folded, line, settle_title
from briefer.importers.source_guess import names_in
from briefer.text.cleaning import clean

_ARTICLE_TYPES = frozenset(
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
        "BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting", "Report",
        "TechArticle", "ScholarlyArticle", "SocialMediaPosting",
    }
)  # fmt: skip
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title"),
    "authors": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
                "sailthru.author", "byl", "cxenseparse:author"),
    "published": ("article:published_time", "og:published_time", "datepublished", "date", "dc.date",
                  "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate", "publishdate",
                  "parsely-pub-date", "sailthru.date", "article.published", "publish-date",
                  "cxenseparse:recs:publishtime", "originalpublicationdate"),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
    "outlet": ("og:site_name", "application-name"),
    "section": ("article:section",),
    "url": ("og:url",),
}  # fmt: skip
# A marked-up byline or time is a short line (characters).
_LONGEST_MARK = 120
_SIGN = re.compile(r"\s*\([^()]*\)$")
# An address or a login in the place of a name.
_DOMAIN = re.compile(r"\w\.\w{2,4}$|^[a-z]+(?:[._][a-z]+)+$")
# Text in these readers do not see.
_UNSEEN = frozenset({"script", "style", "noscript"})


def stated_source(tree: Any, things: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Field to (value, evidence), by what the parsed page (lxml) says of itself.

    `things` are its `article_things`.
    """
    stated: dict[str, Any] = {}
    for thing in things:
        _learn_thing(thing, stated)
    _learn_metas(tree, stated)
    _learn_marks(tree, stated)
    for link in tree.iter("link"):
        address = link.get("href") or ""
        if link.get("rel") == "canonical" and address.startswith("http"):
            stated.setdefault("url", (address, "the page's canonical address"))
    settle_title(tree, stated)
    _settle_authors(tree, stated)
    language = (tree.get("lang") or "")[:2].lower()
    if language:
        stated["language"] = (language, "the page's language")
    return stated


def described_text(things: Sequence[dict[str, Any]]) -> str:
    """The article's text as one of a page's `article_things` repeats it; often empty."""
    texts = [body for thing in things if isinstance(body := thing.get("articleBody"), str)]
    return clean(unescape(max(texts, key=len))) if texts else ""


def _learn_metas(tree: Any, stated: dict[str, Any]) -> None:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = line(meta.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    for field, names in _METAS.items():
        for name in names:
            value: Any = metas.get(name)
            if field in ("published", "updated"):
                value = _moment(value or "")
            elif field == "authors":
                value = names_in(value) if value and "//" not in value else ()
            elif field == "url" and not (value or "").startswith(("http://", "https://")):
                value = None
            if value:
                stated.setdefault(field, (value, f'the page\'s "{name}"'))
    stated["shared titles"] = (metas.get("og:title", ""), metas.get("twitter:title", ""))


def _learn_marks(tree: Any, stated: dict[str, Any]) -> None:
    """Bylines and times that the page marks as such."""
    if "published" not in stated:
        for path in (
            "//*[@itemprop='datePublished']",
            "//time[@pubdate or contains(@class, 'publish') or contains(@class, 'entry-date')]",
            "//article//time",
            "//time",
        ):
            moments = (_moment_of(mark) for mark in tree.xpath(path)[:20] if is_of_article(mark))
            found = next((moment for moment in moments if moment), None)
            if found:
                stated["published"] = (found, "the time that the page marks")
                break


def _moment_of(mark: Any) -> str | None:
    said = mark.get("datetime") or mark.get("content") or text_in(mark)
    return _moment(line(said))


def _moment(text: str) -> str | None:
    return iso_moment(text) or (as_date(text) if 6 <= len(text) <= _LONGEST_MARK else None)


def _settle_authors(tree: Any, stated: dict[str, Any]) -> None:
    """Believe the page's own description (JSON-LD), then names in meta tags that readers see too.

    In meta tags an unseen name is a webmaster's, and a site's name is there on every page. A site
    that its description names has written the article where no byline says otherwise.
    """
    authors, why = stated.pop("authors", ((), ""))
    described = "JSON-LD" in why
    people = tuple(
        name for name in authors if not _DOMAIN.search(name) and not _is_site(name, stated)
    )
    if described and people:
        stated["authors"] = (authors, why)
        return
    if people and _are_shown(people, tree):
        stated["authors"] = (people, why)
        return
    marked = tuple(name for name in marked_authors(tree) if not _DOMAIN.search(name))
    if marked:
        stated["authors"] = (marked, "the byline that the page marks")
    elif authors and described:
        stated["authors"] = (authors, why)


def _are_shown(people: Sequence[str], tree: Any) -> bool:
    """Whether readers of the page see each of the names."""
    # What stands nowhere is not shown; to know where it stands takes longer.
    whole = " ".join(tree.itertext()).casefold()
    folded_names = [name.casefold() for name in people]
    if not all(word in whole for name in folded_names for word in name.split()):
        return False
    seen = " ".join(_shown(tree)).casefold()
    return all(name in seen for name in folded_names)


def _shown(tree: Any) -> list[str]:
    """The texts that readers see above the page's foot, in order."""
    body = tree.find(".//body")
    if body is None or _is_foot(body):
        return []
    texts = [body.text]
    stack = [(body, iter(body))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                texts.append(element.tail)
        elif _is_foot(child):
            texts.append(child.tail)
        else:
            if child.tag not in _UNSEEN:
                texts.append(child.text)
            stack.append((child, iter(child)))
    return [text for text in texts if text]


def _is_foot(element: Any) -> bool:
    if element.tag == "footer":
        return True
    return "footer" in (element.get("class") or "") or "footer" in (element.get("id") or "")


def _is_site(name: str, stated: dict[str, Any]) -> bool:
    own = folded(name)
    outlet = folded(stated.get("outlet", ("", ""))[0])
    address = folded(stated.get("url", ("", ""))[0])
    return (bool(outlet) and (own in outlet or outlet in own)) or (
        len(own) > 6 and own in address[:60]
    )


def article_things(tree: Any) -> list[dict[str, Any]]:
    """The schema.org articles of a page's description of itself (JSON-LD)."""
    articles: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or len(script.text or "") > 1_000_000:
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        things = found if isinstance(found, list) else [found]
        for thing in [*things, *_graph(things)]:
            kinds = thing.get("@type") if isinstance(thing, dict) else None
            listed = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind in _ARTICLE_TYPES for kind in listed):
                articles.append(thing)
    return articles


def _graph(things: list[Any]) -> list[Any]:
    graphs = [thing.get("@graph") for thing in things if isinstance(thing, dict)]
    return [thing for graph in graphs if isinstance(graph, list) for thing in graph]


def _learn_thing(thing: dict[str, Any], stated: dict[str, Any]) -> None:
    why = "the page's own description (JSON-LD)"
    authors = thing.get("author") or []
    listed = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    # "Elena Ober (obe)": the sign in brackets is the paper's own.
    plain = (_SIGN.sub("", one) for one in listed if one)
    names = [name for one in plain if one for name in (names_in(one) or (one,))]
    publisher = thing.get("publisher")
    found = {
        "title": _name(thing.get("headline")),
        "second title": _name(thing.get("alternativeHeadline")),
        "authors": tuple(dict.fromkeys(names)),
        "published": iso_moment(str(thing.get("datePublished") or "")),
        "updated": iso_moment(str(thing.get("dateModified") or "")),
        "outlet": _name(publisher[0] if isinstance(publisher, list) and publisher else publisher),
        "section": _name(thing.get("articleSection")),
    }
    for field, value in found.items():
        if value:
            stated.setdefault(field, (value, why))


def _name(thing: Any) -> str:
    value = thing.get("name") if isinstance(thing, dict) else thing
    return line(value)[:500] if isinstance(value, str) and "//" not in value else ""

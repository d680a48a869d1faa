"""Who signs a web page: the bylines that the page marks as such, nearest to its headline first.

Marks are microdata, rel="author", hCard and classes named after authors or bylines. What stands in
comments, teasers and feet names others and is passed over.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from briefer.importers.page_blocks import text_in
from briefer.importers.source_guess import byline_authors, names_in
from briefer.text.cleaning import clean

# A marked byline is a short line (characters); whoever lists more people lists something else.
_LONGEST, _MOST = 120, 6
# Blocks in which others are named: those who comment, related articles, the foot of the page.
_ELSEWHERE = re.compile(
    r"comment|review|bewertung|rezension|rating|testimonial|respon[ds]|repl(?:y|ies)|related|recommend|teaser|sidebar|newsletter|promo(?!ted)|widget|"
    r"most-?read|popular|trending|carousel|cookie|copyright",
    re.IGNORECASE,
)
# A class that names the writer, or the line the writer's name stands in.
_WRITER = re.compile(
    r"(?:^|[-_ ])(?:authors?|autor(?:en|e|es)?|auteurs?|writers?|redakteur|contributors?|bylines?)"
    r"(?:$|[-_ ]|name)",
    re.IGNORECASE,
)
# Parts of a writer's mark that do not name the writer.
_BESIDE = re.compile(
    r"bio|desc|avatar|image|img|photo|picture|social|follow|role|title|job|twitter|mail|date|time|"
    r"box|info|about|more|all-|contact",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"^\W*(?:(?:post author|posted|published|written|erstellt|verfasst|geschrieben|publié|écrit|escrito|publicado|"
    r"scritto)\s+(?:(?:on|am|le|el)\s+[^|]{6,40}?\s+)?)?(?:by|von|vom|par|por|di|da|af|av|door|przez|autor(?:in|en)?|authors?|auteurs?|"
    r"redaktion|text|story|words|posted|published|veröffentlicht|quelle|source|foto|photo)"
    r"(?:$|[\s:]+)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:[|•·/]|\bam\b|\bon\b|\bum\b|@|\d{1,2}[.:/]).*$")
# Who signs as these does not say who he is.
_NOBODY = re.compile(
    r"admin|wordpress|^(?:red|redaktion|verifizierte|staff|team|user|guest|gast)$", re.IGNORECASE
)
# What parts words in an attribute of HTML.
_BLANKS = re.compile("[ \t\n\f\r]+")
# So many marks of one kind are looked at.
_MOST_MARKS = 20
_NICKNAME = re.compile(r"[^\W_][\w.-]{1,29}")


def marked_authors(tree: Any) -> tuple[str, ...]:
    """The names in the best marked byline of a parsed page (lxml); none where none is marked."""
    for marks, is_sure in _markings(tree):
        for group in _by_holder(mark for mark in marks if is_of_article(mark)):
            names = _names(group, is_sure=is_sure)
            if names:
                return names
    return ()


def _markings(tree: Any) -> Iterator[tuple[Sequence[Any], bool]]:
    """Marks of one kind, the surest kind first; whether nothing but a name stands in them."""
    marked = _Marked(tree)
    yield _inside(marked.names, marked.authors), True
    yield marked.authors[:_MOST_MARKS], False
    yield marked.signed[:_MOST_MARKS], True
    yield _inside(marked.full_names, marked.cards), True
    named = marked.named
    # The innermost mark holds the name, the one around it what the writer does.
    outer = {around for element in named for around in element.iterancestors()}
    inner = [element for element in named if element not in outer]
    yield inner[:_MOST_MARKS], False
    # Or it only says "von", and the name stands beside it.
    yield [element for element in named if element in outer][:_MOST_MARKS], False


class _Marked:
    """The elements that some marks stand on, in the order of the page, gathered in one walk."""

    def __init__(self, tree: Any) -> None:
        self.authors: list[Any] = []
        self.names: list[Any] = []
        self.signed: list[Any] = []
        self.cards: list[Any] = []
        self.full_names: list[Any] = []
        # Classes in the body that sound like those of who wrote the article.
        self.named: list[Any] = []
        in_body = False
        for element in tree.iter():
            for mark, said in element.items():
                if mark == "class":
                    self._learn_class(element, said, in_body=in_body)
                elif mark == "itemprop" and said == "author":
                    self.authors.append(element)
                elif mark == "itemprop" and said == "name":
                    self.names.append(element)
                elif mark == "rel" and "author" in said and "author" in _BLANKS.split(said):
                    self.signed.append(element)
            in_body = in_body or element.tag == "body"

    def _learn_class(self, element: Any, said: str, *, in_body: bool) -> None:
        if "card" in said and ("vcard" in said or "hcard" in said):
            self.cards.append(element)
        if "fn" in said and "fn" in _BLANKS.split(said):
            self.full_names.append(element)
        if in_body and _is_writers(said):
            self.named.append(element)


def _inside(elements: Sequence[Any], outer: Sequence[Any]) -> list[Any]:
    """The first of the elements that are one of the outer ones, or stand in one."""
    holding, outside = set(outer), set[Any]()
    found: list[Any] = []
    for one in elements if holding else ():
        path, around = [], one
        while around is not None and around not in holding and around not in outside:
            path.append(around)
            around = around.getparent()
        if around in holding:
            found.append(one)
        else:
            # Nobody climbs there again.
            outside.update(path)
        if len(found) == _MOST_MARKS:
            break
    return found


@lru_cache(maxsize=4_096)
def _is_writers(named: str) -> bool:
    """Whether classes sound like those of who wrote the article; most stand on many elements."""
    return bool(_WRITER.search(named)) and not _BESIDE.search(named)


def _by_holder(marks: Iterator[Any]) -> Iterator[list[Any]]:
    """Marks that stand together, in the order of the page: two writers of one article."""
    group: list[Any] = []
    holder = None
    for mark in marks:
        around = {mark.getparent(), getattr(mark.getparent(), "getparent", lambda: None)()}
        if group and holder not in around and mark.getparent() is not holder:
            yield group
            group = []
        if not group:
            holder = mark.getparent()
        group.append(mark)
    if group:
        yield group


def _names(marks: Sequence[Any], *, is_sure: bool) -> tuple[str, ...]:
    names: list[str] = []
    for mark in marks:
        links = mark.findall(".//a")
        said = mark.get("content") or text_in(mark)
        line = " ".join(clean(said[:2_000]).split())
        if len(line) > _LONGEST and len(links) == 1:
            line = " ".join(clean(text_in(links[0])).split())
        if not line or len(line) > _LONGEST:
            continue
        called = _CALLED.match(line)
        bare = line[called.end() :] if called else line
        found = byline_authors(line) or names_in(bare) or names_in(_TAIL.sub("", bare))
        if not found and (is_sure or called) and _NICKNAME.fullmatch(_TAIL.sub("", bare)):
            found = (_TAIL.sub("", bare),)
        names += [name for name in found if name not in names and not _NOBODY.search(name)]
    return tuple(names) if len(names) <= _MOST else ()


def is_of_article(mark: Any) -> bool:
    """Whether a mark belongs to the article itself."""
    for level, around in enumerate((mark, *mark.iterancestors())):
        # Far above, a name speaks of the layout of the whole page.
        if around.tag in ("body", "html", "main") or level > 4:
            return True
        if around.tag in ("aside", "footer", "nav"):
            return False
        named = f"{around.get('class') or ''} {around.get('id') or ''}"
        if _ELSEWHERE.search(named) and not (
            around.tag == "article" or around.find(".//h1") is not None
        ):
            return False
    return True

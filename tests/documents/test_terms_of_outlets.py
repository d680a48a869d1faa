"""The annex in copyright mode: beginnings, and what outlets want printed with their texts."""

from dataclasses import replace

from newsroom import issue, newsroom

from briefer.model.document import Look, Paragraph
from briefer.services.annex_setting import read_licences

LINES = "The Daily Quay: Reproduced under licence.\n\n*: For internal use only.\nno colon"


def small(document):
    return [b.text for b in document.blocks if isinstance(b, Paragraph) and b.look is Look.SMALL]


def test_lines_are_read_by_outlet():
    assert read_licences(LINES) == {
        "the daily quay": "Reproduced under licence.",
        "*": "For internal use only.",
    }


def test_a_text_in_the_annex_bears_its_outlets_line():
    material = replace(newsroom(("en", "ru")), licences=read_licences(LINES))

    document = issue(material, "press-review", annex="extract")

    assert (
        small(document).count("Extract; the full text is at the source. Reproduced under licence.")
        == 2
    )
    assert "The Daily Quay: Reproduced under licence." in small(document)


def test_other_outlets_bear_the_line_of_all_others():
    material = replace(newsroom(("en",), outlet="Harbour Post"), licences=read_licences(LINES))

    document = issue(material, "press-review", annex="full")

    assert small(document).count("For internal use only.") == 1
    assert "Harbour Post: For internal use only." in small(document)


def test_without_lines_nothing_is_said():
    assert not any("licence" in text for text in small(issue(newsroom(("en",)), annex="full")))


def test_an_extract_of_a_text_without_blanks_is_a_beginning_too():
    material = newsroom(("zh",))
    key, article = next(iter(material.articles.items()))
    long = article.text[:40] * 30
    paragraph = replace(
        article.paragraphs[0], span=replace(article.paragraphs[0].span, end=len(long))
    )
    longer = replace(article, text=long, paragraphs=(paragraph,))

    document = issue(replace(material, articles={key: longer}), "press-review", annex="extract")

    bodies = [b.text for b in document.blocks if isinstance(b, Paragraph) and b.look is Look.BODY]
    assert len(bodies[-1]) == 242

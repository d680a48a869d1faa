"""A small newsroom: articles in five scripts with sentences, summaries, actors and statements."""

import re
from datetime import UTC, datetime

from briefer.model.actors import ActorKind, KeyActor, Quote, QuoteKind
from briefer.model.article import Source, article_from_paragraphs
from briefer.model.briefing import IssueDetails
from briefer.model.summary import ScoredSentence, Summary
from briefer.model.text import Sentence, Span
from briefer.services.composing import Material, compose
from briefer.services.drafting import draft

NOW = datetime(2026, 3, 12, 8, 15, tzinfo=UTC)
TEXTS = {
    "en": (
        "Ferry line to close",
        (
            "The ferry line between Harwich and Esbjerg will close in May. The operator blamed fuel. "
            'Minister Karen Holt said: "We did not see this coming and we will not accept it." Talks '
            "begin on Monday."
        ),
        ("Karen Holt", "Minister", "GB"),
    ),
    "ru": (
        "Паром закроют в мае",
        (
            "Паромную линию закроют в мае. Компания назвала причиной цены на топливо. «Мы этого не "
            "ожидали и с этим не согласимся», — сказал министр Олег Зимин."
        ),
        ("Олег Зимин", "министр", "RU"),
    ),
    "el": (
        "Κλείνει η γραμμή τον Μάιο",
        (
            "Η γραμμή κλείνει τον Μάιο. Η εταιρεία επικαλέστηκε τα καύσιμα. «Δεν το περιμέναμε και δεν "
            "το δεχόμαστε καθόλου», είπε ο υπουργός Πέτρος Λαζαρής."
        ),
        ("Πέτρος Λαζαρής", "υπουργός", "GR"),
    ),
    "ar": (
        "إغلاق خط العبّارات في مايو",
        (
            "يغلق خط العبّارات في مايو 2026. وعزت الشركة ذلك إلى الوقود بنسبة 15%. وقال الوزير سامي "
            "النجار: «لم نكن نتوقع هذا القرار ولن نقبل به»."
        ),
        ("سامي النجار", "الوزير", "EG"),
    ),
    "zh": (
        "渡轮航线五月停运",
        (
            "渡轮航线将于五月停运。公司称原因是燃料价格上涨。部长李文山说：“我们没有预料到这个决定，"
            "也不会接受。”"
        ),
        ("李文山", "部长", "CN"),
    ),
}


def newsroom(languages=tuple(TEXTS), times=1, **source):
    """Material of `times` articles in each language."""
    parts = {"articles": {}, "sentences": {}, "summaries": {}, "quotes": {}}
    for number in range(times):
        for language in languages:
            title, text, _ = TEXTS[language]
            article = article_from_paragraphs(
                [text, f"Background {number}: the line opened in 1875."],
                Source(
                    **{
                        "title": title + (f" {number + 1}" if number else ""),
                        "authors": ("Ada Reed",),
                        "published": f"2026-03-{10 + number % 9:02d}",
                        "outlet": "The Daily Quay",
                        "url": f"https://www.quay.example/{language}/{number}",
                        **source,
                    }
                ),
                language=language,
            )
            sentences = split(article)
            scored = [
                ScoredSentence(s, s.span.of(article.text), 1 - 0.1 * s.number) for s in sentences
            ]
            quoted = re.search('["«“]([^"»”]{12,})["»”]', article.text)
            parts["articles"][article.id] = article
            parts["sentences"][article.id] = sentences
            parts["summaries"][article.id] = Summary("auto", tuple(scored[:3]))
            parts["quotes"][article.id] = (
                Quote(Span(*quoted.span(1)), quoted[1], QuoteKind.DIRECT, f"person:{language}"),
            )
    actors = [
        KeyActor(
            f"person:{language}",
            TEXTS[language][2][0],
            ActorKind.PERSON,
            0.9 - 0.1 * at,
            roles=(TEXTS[language][2][1],),
            mentions=5 - at,
            articles=tuple(k for k, a in parts["articles"].items() if a.language == language),
            country=TEXTS[language][2][2],
        )
        for at, language in enumerate(languages)
    ]
    return Material(actors=actors, method="Briefer", **parts)


def split(article):
    sentences = []
    for number, paragraph in enumerate(article.paragraphs):
        start = paragraph.span.start
        for match in re.finditer(r"\S[^.。]*[.。]*[\"»”]?[.。]?", paragraph.span.of(article.text)):
            span = Span(start + match.start(), start + match.end())
            sentences.append(Sentence(span, number, len(sentences)))
    return tuple(sentences)


def issue(material, template="daily", **details):
    """The composed document of all the material's articles."""
    known = {"series": "Sea Lanes", "title": "Morning note", "date": "2026-03-12", **details}
    briefing = draft(template, IssueDetails(**known), list(material.articles), material)
    return compose(briefing, material, now=NOW)

"""What a reader would stumble over is found before a briefing is sent, and a click mends it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefer.model.actors import ActorKind, KeyActor
from briefer.model.article import ArticleId, Source, article_from_paragraphs
from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    Briefing,
    BriefingId,
    EventItem,
    IssueDetails,
    Item,
    ItemId,
    JudgementItem,
    QuoteItem,
    Section,
    SectionId,
    SectionKind,
    TextItem,
)
from briefer.model.text import Span
from briefer.services.checking import check
from briefer.services.composing import compose
from briefer.services.material import Material

NOW = datetime(2026, 3, 12, 8, tzinfo=UTC)
ARTICLE = article_from_paragraphs(
    ["The mayor said: “We will open the bridge before the winter comes.” The town paid for it."],
    Source(title="Bridge to open", outlet="Courier", published="2026-03-11"),
    language="en",
)
SPEAKER = KeyActor("person:berg", "Anton Berg", ActorKind.PERSON, 0.5, articles=(ARTICLE.id,))


def looked_over(*sections, actors=(), pages=0, used_in=lambda _: "", **details):
    numbered = iter(range(1, 1000))
    made = tuple(
        Section(
            SectionId(at),
            kind,
            kind.value.title(),
            tuple(Item(ItemId(next(numbered)), content) for content in contents),
        )
        for at, (kind, contents) in enumerate(sections, 1)
    )
    briefing = Briefing(BriefingId(1), IssueDetails(**details), made)
    material = Material({ARTICLE.id: ARTICLE}, actors=actors)
    document = compose(briefing, material, now=NOW)
    return check(briefing, material, document, pages=pages, used_in=used_in)


def kinds(*sections, **how):
    return [finding.kind for finding in looked_over(*sections, **how)]


SOURCES = (SectionKind.SOURCES, [])
TOLD = (SectionKind.DEVELOPMENTS, [ArticleItem(ARTICLE.id)])


def test_a_briefing_in_order_has_nothing_to_mend():
    assert looked_over(TOLD, SOURCES) == []


@pytest.mark.parametrize(
    ("said", "is_altered"),
    [
        ("“We will open the bridge before the winter comes”, he said.", False),
        ("“We shall open the bridge before the winter comes”, he said.", True),
        ("«We will open the bridge»", False),
        ("„We will never open the bridge“", True),
        ("The “bridge” is short enough to be a word.", False),
        ('He wrote "no", and that was nothing like a promise, then "yes".', False),
        ('He said "We shall open the bridge before the winter comes".', True),
        ("“[W]e will open the bridge […] before the winter comes”, he said.", False),
        ("“We will open the bridge … before the spring comes”, he said.", True),
        ("他说「我们将在冬天之前开放大桥」。", True),
    ],
)
def test_a_quotation_in_ones_own_text_is_compared_with_the_articles(said, is_altered):
    text = TextItem(said, sources=(ARTICLE.id,))
    found = kinds((SectionKind.DEVELOPMENTS, [text]), TOLD, SOURCES)

    assert found == (["quotation"] if is_altered else [])


def test_sources_that_are_gone_are_no_sources():
    text = TextItem("The bridge was paid by the town.", sources=(ArticleId("gone"),))

    assert kinds((SectionKind.DEVELOPMENTS, [text]), TOLD, SOURCES) == ["source"]


def test_a_statement_beyond_its_article_is_called_altered():
    gone = QuoteItem(ARTICLE.id, Span(10, 5000))

    assert kinds((SectionKind.STATEMENTS, [gone]), TOLD, SOURCES) == ["quotation"]


def test_ones_own_sentence_among_facts_needs_a_source_and_judgements_do_not():
    own = TextItem("Ten people were hurt.")

    assert kinds((SectionKind.BOTTOM_LINE, [own]), TOLD, SOURCES) == ["source"]
    assert kinds((SectionKind.TEXT, [own]), TOLD, SOURCES) == []
    sourced = replace(own, sources=(ARTICLE.id,))
    assert kinds((SectionKind.BOTTOM_LINE, [sourced]), TOLD, SOURCES) == []


def test_the_sources_of_own_text_are_cited():
    sourced = TextItem("Ten people were hurt.", sources=(ARTICLE.id,))
    briefing = Briefing(
        BriefingId(1),
        IssueDetails(),
        (
            Section(SectionId(1), SectionKind.TEXT, "Text", (Item(ItemId(1), sourced),)),
            Section(SectionId(2), SectionKind.SOURCES, "Sources"),
        ),
    )
    document = compose(briefing, Material({ARTICLE.id: ARTICLE}), now=NOW)

    assert document.blocks[1].text == "Ten people were hurt.\u00a0[1]"


def test_an_article_without_date_and_outlet_is_named_once():
    bare = article_from_paragraphs(["It rained."], Source(title="Rain"), language="en")
    briefing = Briefing(
        BriefingId(1),
        IssueDetails(),
        (
            Section(
                SectionId(1),
                SectionKind.DEVELOPMENTS,
                "News",
                (
                    Item(ItemId(1), ArticleItem(bare.id)),
                    Item(ItemId(2), ArticleItem(bare.id, sentences=(0,))),
                ),
            ),
            Section(SectionId(2), SectionKind.SOURCES, "Sources"),
        ),
    )
    material = Material({bare.id: bare})
    found = check(briefing, material, compose(briefing, material, now=NOW))

    assert [finding.said for finding in found] == ["“Rain” has no date and no outlet."]
    assert found[0].mend.to == bare.id


def test_a_person_without_a_role_is_found_until_a_role_is_known():
    statement = (SectionKind.STATEMENTS, [QuoteItem(ARTICLE.id, Span(16, 60), SPEAKER.key)])

    assert kinds(statement, TOLD, SOURCES, actors=[SPEAKER]) == ["role"]
    known = replace(SPEAKER, roles=("mayor",))
    assert kinds(statement, TOLD, SOURCES, actors=[known]) == []


def test_the_same_item_twice_is_found_and_another_sentence_of_it_is_not():
    again = [ArticleItem(ARTICLE.id), ArticleItem(ARTICLE.id)]
    two = [ArticleItem(ARTICLE.id, sentences=(0,)), ArticleItem(ARTICLE.id, sentences=(1,))]

    assert kinds((SectionKind.DEVELOPMENTS, again), SOURCES) == ["twice"]
    assert kinds((SectionKind.DEVELOPMENTS, two), SOURCES) == []


def test_an_actor_twice_in_one_table_is_found_by_name():
    rows = [ActorItem(SPEAKER.key, "mayor"), ActorItem(SPEAKER.key, "the mayor")]
    (found,) = looked_over(TOLD, (SectionKind.ACTORS, rows), SOURCES, actors=(SPEAKER,))

    assert found.said == "Anton Berg stands in the briefing twice."
    at_a_glance = (SectionKind.FACTS, rows[:1])
    assert not kinds(TOLD, at_a_glance, (SectionKind.ACTORS, rows[1:]), SOURCES, actors=(SPEAKER,))


def test_blank_texts_and_days_worded_apart_are_no_repetition():
    days = [EventItem(ARTICLE.id, Span(0, 20), "2026-03-12", text) for text in ("Opened.", "Paid.")]

    assert not kinds(
        TOLD,
        (SectionKind.TEXT, [TextItem(""), TextItem(" ")]),
        (SectionKind.TIMELINE, days),
        SOURCES,
    )


def test_what_an_earlier_issue_told_is_named_with_it():
    (found,) = looked_over(TOLD, SOURCES, used_in=lambda _: "No. 12")

    assert found.said == "“Bridge to open” was used in No. 12 already."


def test_abbreviations_are_explained_or_known():
    text = (SectionKind.TEXT, [TextItem("The WTO met, and the EU and the OSCE (a body) too.")])

    (found,) = looked_over(text, TOLD, SOURCES)
    assert (found.kind, found.mend.to) == ("acronym", "WTO")
    explained = ("WTO=World Trade Organization",)
    assert looked_over(text, TOLD, SOURCES, acronyms=explained) == []


def test_explained_abbreviations_are_printed_with_the_sources():
    briefing = Briefing(
        BriefingId(1),
        IssueDetails(acronyms=("WTO=World Trade Organization", "OSCE=")),
        (
            Section(SectionId(1), *TOLD_SECTION),
            Section(SectionId(2), SectionKind.SOURCES, "Sources"),
        ),
    )
    document = compose(briefing, Material({ARTICLE.id: ARTICLE}), now=NOW)

    said = [block.text for block in document.blocks if block.type == "paragraph"]
    assert "Abbreviations: WTO – World Trade Organization." in said


TOLD_SECTION = (SectionKind.DEVELOPMENTS, "News", (Item(ItemId(1), ArticleItem(ARTICLE.id)),))


def test_an_empty_section_and_missing_sources_are_found():
    empty = (SectionKind.CALENDAR, [])
    cited = (SectionKind.TEXT, [TextItem("It opens.", sources=(ARTICLE.id,))])

    assert kinds(empty, cited) == ["empty", "links"]


def test_more_pages_than_wanted_are_found():
    assert kinds(TOLD, SOURCES, pages=3) == []
    briefing_of_two = Briefing(BriefingId(1), IssueDetails(pages=2), ())
    material = Material({})
    document = compose(briefing_of_two, material, now=NOW)
    (found,) = check(briefing_of_two, material, document, pages=3)
    assert (found.kind, found.mend.deed) == ("pages", "fit")


@pytest.mark.parametrize(("marking", "is_weak"), [("TLP:GREEN", True), ("tlp red", False)])
def test_a_part_marked_more_strictly_than_the_issue(marking, is_weak):
    text = (SectionKind.TEXT, [TextItem("TLP:AMBER – for members of the group only.")])

    found = looked_over(text, TOLD, SOURCES, marking=marking)
    assert [one.mend.to for one in found] == (["TLP:AMBER"] if is_weak else [])


def test_abbreviations_are_found_in_scripts_without_capitals():
    chinese = TextItem("美国CPI上升。")
    own = (SectionKind.TEXT, [chinese])

    assert kinds(own, TOLD, SOURCES, language="zh") == ["acronym"]
    explained = TextItem("消费物价指数（CPI）上升。")
    assert not kinds((SectionKind.TEXT, [explained]), own, TOLD, SOURCES, language="zh")
    assert not kinds((SectionKind.TEXT, [TextItem("NEWS OF TODAY")]), TOLD, SOURCES)


@pytest.mark.parametrize(
    ("text", "language", "is_mixed"),
    [
        ("很可能下雨。把握程度高。", "zh", False),
        ("很可能下雨，把握程度高。", "zh", True),
        ("Rain is likely\nWe say so with high confidence", "en", False),
    ],
)
def test_sentences_end_where_their_script_ends_them(text, language, is_mixed):
    own = (SectionKind.JUDGEMENTS, [JudgementItem(text)])

    assert kinds(own, TOLD, SOURCES, language=language) == (["estimate"] if is_mixed else [])


def test_likelihood_and_confidence_do_not_stand_in_one_sentence():
    mixed = JudgementItem("We have high confidence that it opens.", "very_likely")
    plain = JudgementItem("It opens before winter.", "very_likely")

    assert kinds((SectionKind.JUDGEMENTS, [mixed]), TOLD, SOURCES) == ["estimate"]
    assert kinds((SectionKind.JUDGEMENTS, [plain]), TOLD, SOURCES) == []


def test_an_item_whose_article_is_gone_is_named():
    gone = article_from_paragraphs(["Gone."], Source(title="Gone"), language="en")

    (found,) = looked_over((SectionKind.DEVELOPMENTS, [ArticleItem(gone.id)]), TOLD, SOURCES)
    assert (found.kind, found.mend.deed) == ("missing", "remove-item")


def test_actors_with_a_note_need_no_role():
    row = (SectionKind.ACTORS, [ActorItem(SPEAKER.key, note="the mayor")])

    assert kinds(row, TOLD, SOURCES, actors=[SPEAKER]) == []


def test_what_may_be_told_to_everybody_asks_for_no_marking():
    assert not kinds((SectionKind.TEXT, [TextItem("TLP:CLEAR, as all know.")]), TOLD, SOURCES)

"""A briefing is assembled step by step, and each step can be undone."""

from dataclasses import replace

from briefer.model.briefing import (
    ActorItem,
    ArticleItem,
    IssueDetails,
    QuoteItem,
    SectionKind,
    TextItem,
)
from briefer.model.text import Span
from briefer.services import templates
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.material import Material


def headings(desk, briefing):
    return {s.kind: [i.content for i in s.items] for s in desk.get(briefing).sections}


def test_contents_go_where_they_belong(library, article):
    desk = BriefingDesk(library)
    briefing = desk.new()
    quote, actor = QuoteItem(article.id, Span(0, 3)), ActorItem("place:varna")

    desk.add_where_it_belongs(briefing, [TextItem("So."), quote, actor])

    found = headings(desk, briefing)
    assert found[SectionKind.BOTTOM_LINE] == [TextItem("So.")]
    assert found[SectionKind.STATEMENTS] == [quote]
    assert found[SectionKind.ACTORS] == [actor]


def test_three_articles_are_top_stories_and_the_fourth_is_a_development(library, article):
    desk = BriefingDesk(library)
    briefing = desk.new()

    desk.add_where_it_belongs(
        briefing, [ArticleItem(article.id, headline=str(n)) for n in range(4)]
    )

    found = headings(desk, briefing)
    assert [c.headline for c in found[SectionKind.TOP_STORIES]] == ["0", "1", "2"]
    assert [c.headline for c in found[SectionKind.DEVELOPMENTS]] == ["3"]
    library.undo()
    assert not any(headings(desk, briefing).values())


def test_items_move_within_and_between_sections(library):
    desk = BriefingDesk(library)
    briefing = desk.new(title="Plain", template="plain")
    first, second, *_ = desk.get(briefing).sections
    a, b, c = desk.add(first.id, [TextItem("a"), TextItem("b"), TextItem("c")])

    desk.move(c, first.id, 0)
    desk.move(a, second.id, 0)

    sections = desk.get(briefing).sections[:2]
    texts = [[i.content.text for i in s.items] for s in sections]
    assert texts == [["c", "b"], ["a"]]
    library.undo()
    library.undo()
    assert [i.id for i in desk.get(briefing).sections[0].items] == [a, b, c]


def test_typing_in_one_item_is_one_step(library):
    desk = BriefingDesk(library)
    briefing = desk.new()
    section = desk.get(briefing).sections[0]
    (item,) = desk.add(section.id, [TextItem("")])
    for text in ("S", "So", "So it is."):
        desk.edit(item, TextItem(text))

    library.undo()

    assert desk.get(briefing).sections[0].items[0].content == TextItem("")


def test_a_briefing_whose_template_was_removed_is_still_drafted_and_followed(library, article):
    own = templates.keep(replace(templates.template("daily"), name="", label="Mine"))
    desk = BriefingDesk(library, IssueDetails(template=own.name))
    briefing = desk.new()
    templates.remove(own.name)

    drafted = desk.draft([article.id], Material({article.id: article}), briefing)

    assert any(s.items for s in desk.get(drafted).sections)
    assert templates.made_of(desk.get(briefing) or desk.get(drafted), "Kept").sections
    assert desk.get(desk.next_issue(drafted)).sections
    assert desk.get(desk.new()).sections


def test_a_template_that_cannot_be_read_does_not_keep_the_first_briefing_from_being_made(library):
    own = templates.keep(replace(templates.template("daily"), name="", label="Mine"))
    (templates.own_folder() / f"{own.name}.toml").write_text("sections = 1", "utf-8")

    desk = BriefingDesk(library, IssueDetails(template=own.name))

    assert desk.get(desk.current()).sections


def test_several_items_go_before_a_place_in_their_order(library):
    desk = BriefingDesk(library)
    briefing = desk.new(title="Plain", template="plain")
    first, second, *_ = desk.get(briefing).sections
    texts = lambda at: [i.content.text for i in desk.get(briefing).sections[at].items]  # noqa: E731
    a, b, c, d, e = desk.add(first.id, [TextItem(name) for name in "abcde"])
    desk.add(second.id, [TextItem("x"), TextItem("y")])

    desk.move_all([a, d], first.id, 3)
    assert texts(0) == ["b", "c", "a", "d", "e"]
    desk.move_all([b, e], second.id, 1)
    assert texts(1) == ["x", "b", "e", "y"]
    desk.move_all([c, a, d], first.id, 3)
    assert texts(0) == ["c", "a", "d"]
    library.undo()
    library.undo()
    assert texts(0) == ["b", "c", "a", "d", "e"]

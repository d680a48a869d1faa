"""The user's rules on actors hold in every article."""

from making import make_analysis, make_article

from briefer.model.actors import Actor, ActorKind, Findings, Mention, Role
from briefer.model.article import ArticleId
from briefer.model.text import Span
from briefer.services.ledger import Ledger, together


def names(ledger, article):
    return [actor.name for actor in ledger.findings(article).actors]


def test_a_merge_joins_mentions_and_aliases_and_can_be_undone(library, article):
    ledger = Ledger(library)

    ledger.merge("person:marinova", "person:elena marinova", "Elena Marinova")

    merged = ledger.findings(article.id).actors[0]
    assert names(ledger, article.id) == ["Elena Marinova", "Varna"]
    assert merged.aliases == ("Marinova",)
    assert len(merged.mentions) == 2
    library.undo()
    assert len(names(ledger, article.id)) == 3


def test_a_circle_of_merges_does_not_hang(library, article):
    ledger = Ledger(library)
    ledger.merge("person:marinova", "person:elena marinova", "E")
    ledger.merge("person:elena marinova", "person:marinova", "M")

    assert len(names(ledger, article.id)) == 2


def test_rules_apply_to_articles_that_come_later(library, article):
    ledger = Ledger(library)
    ledger.hide("place:varna")
    ledger.rename("person:elena marinova", "E. Marinova")
    ledger.set_kind("person:marinova", ActorKind.ORGANISATION)
    later = make_article("Later")
    library.facts.add(later, make_analysis(later))

    found = ledger.findings(later.id).actors

    assert [actor.name for actor in found] == ["E. Marinova", "Marinova"]
    assert "Elena Marinova" in found[0].aliases
    assert found[1].kind is ActorKind.ORGANISATION


def test_actors_of_several_articles_are_one_row_each(library, article):
    later = make_article("Later")
    library.facts.add(later, make_analysis(later))

    rows = Ledger(library).key_actors([article.id, later.id])

    assert {row.name: (row.mentions, len(row.articles)) for row in rows} == {
        "Elena Marinova": (2, 2), "Marinova": (2, 2), "Varna": (2, 2),
    }  # fmt: skip


def test_a_quote_follows_its_speaker_through_a_merge(library, article):
    ledger = Ledger(library)
    ledger.merge("person:elena marinova", "person:marinova", "Marinova")

    assert ledger.findings(article.id).quotes[0].speaker == "person:marinova"


def in_a_role(article, text):
    actor = Actor("p", "Ana", ActorKind.PERSON, 1.0, (), (Role(Span(0, len(text)), text),), ())
    return ArticleId(article), Findings((actor,))


def test_a_role_spelt_with_and_without_a_capital_is_one_role():
    found = [in_a_role("a", "Transport Minister"), in_a_role("b", "transport minister")]

    assert together(found)[0].roles == ("Transport Minister",)


def test_roles_in_foreign_words_stand_only_where_no_other_is_known():
    found = [in_a_role("fr", "ministre des transports"), in_a_role("en", "Transport Minister")]

    assert together(found, foreign={"fr"})[0].roles == ("Transport Minister",)
    assert together(found[:1], foreign={"fr"})[0].roles == ("ministre des transports",)


def test_a_name_in_a_foreign_script_stands_only_where_no_other_is_known():
    def called(article, name, times):
        mentions = tuple(Mention(Span(n, n + 1), "x") for n in range(times))
        actor = Actor("p", name, ActorKind.PERSON, 1.0, mentions, (), ())
        return ArticleId(article), Findings((actor,))

    found = [called("el", "Έλενα Μάρκοβα", 9), called("en", "Elena Markova", 1)]

    assert together(found, foreign={"el"})[0].name == "Elena Markova"
    assert together(found[:1], foreign={"el"})[0].name == "Έλενα Μάρκοβα"

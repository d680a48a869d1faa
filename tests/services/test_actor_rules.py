"""The person's word on actors is law: whatever comes after it, it stays in force."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import make_analysis, make_article

from briefer.model.actors import Actor, ActorKind, Findings, Mention
from briefer.model.analysis import Analysis
from briefer.model.article import Source, article_from_paragraphs
from briefer.model.errors import RuledOtherwise
from briefer.model.summary import Scores
from briefer.model.text import Span
from briefer.services.census import census, named_in
from briefer.services.ledger import Ledger
from briefer.services.library import Library
from briefer.text.sentences import split_sentences

PERSON, ORGANISATION = ActorKind.PERSON, ActorKind.ORGANISATION
ELENA, SHORT, VARNA = "person:elena marinova", "person:marinova", "place:varna"


def names(ledger, article):
    return sorted(actor.name for actor in ledger.findings(article).actors)


def shelve(library, article, analysis=None):
    library.facts.add(article, analysis or make_analysis(article))
    with library.step("import"):
        library.decisions.shelve(article.id)
    return article


def grouped(*names, paragraphs):
    """An article in which an engine took all the names for one actor, called by the first."""
    article = article_from_paragraphs(
        paragraphs, Source(title="T", published="2026-03-02"), language="en"
    )
    text = article.text
    at = [(text.index(name), name) for name in names]
    mentions = tuple(Mention(Span(start, start + len(name)), name) for start, name in at)
    actor = Actor(f"person:{names[0].casefold()}", names[0], PERSON, 0.6, names[1:], (), mentions)
    sentences = split_sentences(text, article.paragraphs, "en")
    scores = Scores("auto", tuple(1.0 for _ in sentences))
    return article, Analysis(article.id, sentences, scores, Findings((actor,)))


TWO = ("Anton Berg spoke first.", "Mr Berg left early, but Berta Berg stayed on.")


def test_an_alias_that_is_split_off_is_an_actor_of_its_own_in_later_articles_too(library):
    ledger = Ledger(library)
    first = shelve(library, *grouped("Anton Berg", "Berta Berg", paragraphs=TWO))
    ledger.split("person:anton berg", "Berta Berg", "Berta Berg", PERSON)
    later = shelve(library, *grouped("Anton Berg", "Berta Berg", paragraphs=(*TWO, "It rained.")))

    assert names(ledger, first.id) == names(ledger, later.id) == ["Anton Berg", "Berta Berg"]
    library.undo(), library.undo()
    assert names(ledger, first.id) == ["Anton Berg"]


def test_one_mention_alone_can_be_somebody_else(library):
    ledger = Ledger(library)
    article = shelve(library, *grouped("Anton Berg", "Mr Berg", paragraphs=TWO))
    second = ledger.findings(article.id).actors[0].mentions[1]

    ledger.split("person:anton berg", "Mr Berg", "Karl Berg", PERSON, mention=(article.id, second))

    assert names(ledger, article.id) == ["Anton Berg", "Karl Berg"]
    assert {one.name for one in census(library)} == {"Anton Berg", "Karl Berg"}
    assert named_in(library, "person:karl berg") == [article.id]


def test_a_merge_of_what_was_split_off_brings_it_back(library):
    ledger = Ledger(library)
    article = shelve(library, *grouped("Anton Berg", "Berta Berg", paragraphs=TWO))
    ledger.split("person:anton berg", "Berta Berg", "Berta Berg", PERSON)

    ledger.merge("person:berta berg", "person:anton berg", "Anton Berg")

    assert names(ledger, article.id) == ["Anton Berg"]


def test_what_is_split_stays_split_when_the_rest_is_merged_on(library):
    ledger = Ledger(library)
    article = shelve(library, *grouped("Anton Berg", "Berta Berg", paragraphs=TWO))
    ledger.split("person:anton berg", "Berta Berg", "Berta Berg", PERSON)
    other = shelve(library, make_article())

    ledger.merge("person:anton berg", ELENA, "Elena Marinova")

    assert "Berta Berg" in names(ledger, article.id)
    assert names(ledger, other.id) == ["Elena Marinova", "Marinova", "Varna"]


def test_two_that_are_never_merged_refuse_a_merge_and_take_one_back(library, article):
    ledger = Ledger(library)
    ledger.merge(SHORT, ELENA, "Elena Marinova")

    ledger.keep_apart(SHORT, ELENA)

    assert names(ledger, article.id) == ["Elena Marinova", "Marinova", "Varna"]
    with pytest.raises(RuledOtherwise, match="never merged"):
        ledger.merge(SHORT, ELENA, "Elena Marinova")


def test_never_merged_holds_over_third_actors_and_against_the_engine(library, article):
    ledger = Ledger(library)
    ledger.keep_apart(SHORT, ELENA)
    ledger.merge(SHORT, VARNA, "Varna")

    with pytest.raises(RuledOtherwise):
        ledger.merge(VARNA, ELENA, "Elena Marinova")
    joined = shelve(library, *grouped("Anton Berg", "Berta Berg", paragraphs=TWO))
    ledger.keep_apart("person:anton berg", "person:berta berg")
    assert len(names(ledger, joined.id)) == 2


def test_a_missed_actor_is_found_by_its_words_in_all_articles(library, article):
    ledger = Ledger(library)
    later = make_article("Later")

    ledger.add("ministry  of transport", "Ministry of Transport", ORGANISATION)
    shelve(library, later)

    for key in (article.id, later.id):
        found = next(a for a in ledger.findings(key).actors if "Ministry" in a.name)
        assert found.kind is ORGANISATION
        assert [m.text for m in found.mentions] == ["ministry of transport"]
    assert set(named_in(library, "organisation:ministry of transport")) == {article.id, later.id}


def test_an_added_actor_is_whole_words_and_gives_way_to_longer_names(library):
    ledger = Ledger(library)
    article = shelve(
        library, *grouped("Anton Berg", paragraphs=("Anton Berg went to Bergamo. Berg is a firm.",))
    )

    ledger.add("Berg", "Berg", ORGANISATION)

    firm = next(a for a in ledger.findings(article.id).actors if a.name == "Berg")
    assert [m.span.start for m in firm.mentions] == [article.text.index("Berg is")]


def test_a_chinese_name_is_found_without_blanks_around_it(library):
    ledger = Ledger(library)
    article = article_from_paragraphs(
        ("昨天北河港务局宣布开放。", "船舶已经等待。"), Source(title="T"), language="zh"
    )
    empty = Analysis(article.id, (), Scores("auto", ()), Findings())
    shelve(library, article, empty)

    ledger.add("北河港务局", "北河港务局", ORGANISATION)

    assert names(ledger, article.id) == ["北河港务局"]
    assert named_in(library, "organisation:北河港务局") == [article.id]


def test_a_pinned_role_stands_first_until_it_is_released(library, article):
    ledger = Ledger(library)

    ledger.pin_role(ELENA, "Union chair")

    assert ledger.findings(article.id).actors[0].roles[0].text == "Union chair"
    assert ledger.key_actors([article.id])[0].roles[:2] == ("Union chair", "leader")
    ledger.pin_role(ELENA, "")
    assert ledger.key_actors([article.id])[0].roles == ("leader",)


def test_articles_that_name_a_watched_actor_are_known_at_once(library, article):
    ledger = Ledger(library)
    ledger.merge(SHORT, ELENA, "Elena Marinova")
    ledger.watch(ELENA, wanted=True)
    later = shelve(library, make_article("Later"))

    assert ledger.watched_in([later.id]) == {"Elena Marinova": 1}
    ledger.watch(ELENA, wanted=False)
    assert ledger.watched_in([article.id, later.id]) == {}


KEYS = st.sampled_from([ELENA, SHORT, VARNA, "person:new one"])
ACTS = st.one_of(
    st.tuples(st.just("merge"), KEYS, KEYS),
    st.tuples(st.just("apart"), KEYS, KEYS),
    st.tuples(
        st.just("split"), KEYS, st.sampled_from(["Marinova leads", "Elena Marinova", "Varna"])
    ),
    st.tuples(st.just("rename"), KEYS, st.sampled_from(["One", "Two"])),
    st.tuples(st.just("hide"), KEYS),
    st.tuples(st.just("role"), KEYS, st.sampled_from(["chair", "envoy"])),
    st.tuples(st.just("add"), st.sampled_from(["ministry", "Ships", "port of Varna"])),
    st.tuples(st.just("watch"), KEYS),
    st.sampled_from([("undo",), ("redo",), ("import",), ("again",)]),
)


def _act(library, ledger, act, imported):
    """Carry out one act; the articles' own text must never change by it."""
    name, *values = act
    if name == "import":
        imported.append(shelve(library, make_article(f"Article {len(imported)}")))
    elif name == "again":
        for article in imported:
            library.facts.renew(make_analysis(article))
    elif name in ("undo", "redo"):
        getattr(library, name)()
    elif name == "merge":
        ledger.merge(*values, "Name")
    elif name == "apart" and values[0] != values[1]:
        ledger.keep_apart(*values)
    elif name == "split":
        ledger.split(*values, "New one", PERSON)
    elif name == "add":
        ledger.add(values[0], values[0], ORGANISATION)
    elif name == "watch":
        ledger.watch(values[0], wanted=True)
    elif name in ("rename", "hide", "role"):
        {"rename": ledger.rename, "hide": ledger.hide, "role": ledger.pin_role}[name](*values)


def _in_force(rulings, rules, findings, text):
    """Every rule of the list is obeyed by the findings."""
    keys = {actor.key for actor in findings.actors}
    mentions = [(m, actor) for actor in findings.actors for m in actor.mentions]
    assert all(m.span.of(text) == m.text for m, _ in mentions)
    assert len({m.span for m, _ in mentions}) == len(mentions)
    for rule in rules:
        if rule.rule == "apart":
            assert rulings.key(rule.actor) != rulings.key(rule.other)
        elif rule.rule in ("merge", "hide") and (
            rule.rule == "merge" or rulings.key(rule.actor) == rule.actor
        ):
            assert rule.actor not in keys
        elif rule.rule == "role":
            shown = [a for a in findings.actors if a.key == rule.actor]
            assert all(a.roles[0].text == rule.value for a in shown)
    return sorted((a.key, a.name, a.mentions) for a in findings.actors)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, max_size=14))
def test_after_any_sequence_the_rules_are_in_force_and_the_articles_untouched(
    tmp_path_factory, acts
):
    path = tmp_path_factory.mktemp("any") / "library.db"
    library = Library(path)
    ledger = Ledger(library)
    imported = [shelve(library, make_article("Article 0"))]
    before = imported[0].text

    for act in acts:
        try:
            _act(library, ledger, act, imported)
        except RuledOtherwise:
            continue

    rules, rulings = ledger.rules, ledger.rulings
    seen = [_in_force(rulings, rules, ledger.findings(article.id), before) for article in imported]
    # Of the same words the same is shown, whether they came before the rules or after them.
    assert all(one == seen[0] for one in seen)
    assert all(library.facts.article(one.id).text == before for one in imported)
    on_shelf = {card.id for card in library.cards()}
    counted = {(one.key, key) for one in census(library) for key in one.mentions}
    shown = {(a.key, k) for k in on_shelf for a in ledger.findings(k).actors}
    assert counted == shown
    while library.undo():
        pass
    assert ledger.rules == []
    library.close()

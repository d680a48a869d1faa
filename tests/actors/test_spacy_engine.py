"""A spaCy model that the user has installed finds the names; without it all is as before."""

import sys
from types import SimpleNamespace

import pytest

from briefer.actors import spacy_engine
from briefer.actors.engine import TaggerEngine
from briefer.engines import actor_engines, analyser
from briefer.model.actors import ActorKind
from briefer.model.article import Source, article_from_paragraphs
from briefer.text import name_models
from briefer.text.sentences import split_sentences

TEXT = (
    "Die Reederei Nordsund hat in Lindhafen zwei Fähren verkauft.",
    "„Wir mussten handeln“, sagte Jette Brandvold. Der Käufer sitzt in Norwegen, die Schweden boten weniger.",
)
# What the model of these tests knows: word, label.
KNOWN = {
    "Reederei Nordsund": "ORG", "in Lindhafen": "LOC", "Jette Brandvold": "PER", "Norwegen": "LOC",
    "Schweden": "NORP", "zwei": "CARDINAL",
}  # fmt: skip


def entities(line):
    found = []
    for words, label in KNOWN.items():
        name = words.removeprefix("in ")
        at = line.find(name)
        if at >= 0:
            found.append(SimpleNamespace(label_=label, start_char=at, end_char=at + len(name)))
    return sorted(found, key=lambda one: one.start_char)


class Model:
    """As spaCy's: a text in, a document with entities out."""

    pipe_names = ("tok2vec", "ner")

    def __call__(self, text):
        return SimpleNamespace(ents=entities(text))


@pytest.fixture
def installed(monkeypatch):
    def install(load):
        points = [SimpleNamespace(name="de_core_news_sm"), SimpleNamespace(name="de_core_news_md")]
        monkeypatch.setattr(
            name_models, "entry_points", lambda group: points if group == "spacy_models" else []
        )
        monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load))
        name_models.spacy_models.cache_clear()
        spacy_engine._model.cache_clear()

    yield install
    name_models.spacy_models.cache_clear()
    spacy_engine._model.cache_clear()


def found(language="de", engine=None):
    article = article_from_paragraphs(TEXT, Source(title="Fähren"), language=language)
    sentences = split_sentences(article.text, article.paragraphs, language)
    return (engine or spacy_engine.SpacyEngine()).find(article.text, sentences, language=language)


def test_its_entities_become_actors_with_our_roles_and_quotes(installed):
    asked = []
    installed(lambda package, exclude: asked.append(package) or Model())

    findings = found()

    kinds = {actor.name: actor.kind for actor in findings.actors}
    assert kinds["Jette Brandvold"] is ActorKind.PERSON
    assert kinds["Reederei Nordsund"] is ActorKind.ORGANISATION
    assert kinds["Lindhafen"] is ActorKind.PLACE
    assert "zwei" not in kinds
    assert {actor.country for actor in findings.actors} >= {"NO", "SE"}
    text = "\n\n".join(TEXT)
    mentions = [mention for actor in findings.actors for mention in actor.mentions]
    assert all(mention.span.of(text) == mention.text for mention in mentions)
    assert [quote.speaker for quote in findings.quotes] == ["person:jette brandvold"]
    assert asked == ["de_core_news_md"]


def test_where_it_has_no_model_the_builtin_engine_reads(installed):
    installed(lambda package, exclude: Model())

    assert found("fr") == found("fr", TaggerEngine())


@pytest.mark.parametrize("fault", ["loading", "reading", "no step for entities"])
def test_a_broken_model_loses_no_article(installed, fault):
    class Broken:
        pipe_names = ("ner",)

        def __call__(self, text):
            raise RuntimeError("shapes do not fit")

    def load(package, exclude):
        if fault == "loading":
            raise OSError("not this version")
        if fault != "reading":
            none = Model()
            none.pipe_names = ("tok2vec",)
            return none
        return Broken()

    installed(load)

    assert found() == found(engine=TaggerEngine())


def test_a_text_that_takes_a_model_too_long_is_read_by_our_own(installed, monkeypatch):
    installed(lambda package, exclude: Model())
    monkeypatch.setattr(spacy_engine, "_LONGEST", -1.0)

    assert found() == found(engine=TaggerEngine())


def test_it_can_be_chosen_only_where_a_model_is_installed(installed, monkeypatch):
    monkeypatch.setattr(name_models, "entry_points", lambda group: [])
    name_models.spacy_models.cache_clear()
    assert [engine.name for engine in actor_engines()] == ["tagger", "rules"]
    article = article_from_paragraphs(TEXT, Source(), language="de")
    assert analyser("spacy")(article) == analyser()(article)

    installed(lambda package, exclude: Model())

    assert [engine.name for engine in actor_engines()] == ["tagger", "rules", "spacy"]
    assert analyser("spacy")(article) != analyser()(article)


def test_the_line_on_rules_alone_follows_the_engine(installed):
    installed(lambda package, exclude: Model())

    assert name_models.has_trained_names("de", "spacy")
    assert not name_models.has_trained_names("fr", "spacy")
    assert not name_models.has_trained_names("de")
    assert name_models.has_trained_names("en")
    assert not name_models.has_trained_names("en", "rules")


def test_a_model_is_found_by_the_language_its_texts_are_said_to_be_in(installed, monkeypatch):
    names = ["xx_ent_wiki_sm", "nb_core_news_sm"]
    points = [SimpleNamespace(name=name) for name in names]
    monkeypatch.setattr(name_models, "entry_points", lambda group: points)
    name_models.spacy_models.cache_clear()

    assert name_models.spacy_models() == {"no": "nb_core_news_sm"}

"""Actors once each with their roles and aliases; quotes with who said them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.actors.engine import TaggerEngine
from briefer.text.sentences import paragraphs_of, split_sentences

TEXT = (
    "Norway's Prime Minister Kari Solheim on Tuesday told her Swedish counterparts that Oslo is ready to share "
    "gas stores with the two countries.\n\n"
    '"Norway is ready to work with Sweden to keep homes warm this winter," Solheim told Sweden\'s Anders Lind '
    "in a phone call.\n\n"
    'She also expressed hope for "calm on the markets" in talks with German President Ute Brandt.\n\n'
    '"We believe all neighbours should work together and end the shortage," she said.\n\n'
    "The American-led talks with NATO and the European Commission go on. U.S. Senator Dana Cole was not there."
)


def found(text=TEXT, language="en", title="Norway Ready to Help Sweden"):
    sentences = split_sentences(text, paragraphs_of(text), language)
    return TaggerEngine().find(text, sentences, language=language, title=title)


def test_each_actor_is_there_once_with_its_kind():
    kinds = {actor.name: actor.kind.value for actor in found().actors}

    wanted = {
        "Norway": "place", "Sweden": "place", "Germany": "place", "United States": "place",
        "Kari Solheim": "person", "Anders Lind": "person", "Ute Brandt": "person", "Dana Cole": "person",
        "NATO": "organisation", "European Commission": "organisation",
    }  # fmt: skip
    assert wanted.items() <= kinds.items()
    assert not {"Tuesday", "American", "Swedish", "Solheim"} & set(kinds)


def test_roles_and_aliases_are_joined_to_the_full_name():
    actors = {actor.name: actor for actor in found().actors}

    assert [role.text for role in actors["Kari Solheim"].roles] == ["Prime Minister"]
    assert actors["Kari Solheim"].aliases == ("Solheim",)
    assert set(actors["United States"].aliases) == {"American", "U.S."}
    assert actors["Dana Cole"].country == "US"


@pytest.mark.parametrize(
    "words", ["Norway is ready to work", "calm on the markets", "We believe all"]
)
def test_a_quote_knows_its_speaker_also_behind_a_pronoun(words):
    quote = next(q for q in found().quotes if q.text.startswith(words))

    assert quote.speaker == "person:kari solheim"
    assert quote.kind.value == "direct"


def test_reported_speech_is_a_quote_too():
    assert any(q.kind.value == "indirect" and "share gas stores" in q.text for q in found().quotes)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [("Le président Emmanuel Dubois a déclaré que la France attend.", "fr", "France"),
     ("中国与日本举行会谈。", "zh", "中国"), ("قالت مصر إن القناة مفتوحة.", "ar", "مصر"),
     ("Президент Иван Петров заявил, что Россия готова.", "ru", "Россия")],
)  # fmt: skip
def test_countries_are_found_in_other_languages(text, language, name):
    assert name in [actor.name for actor in found(text, language, "").actors]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_its_own_characters(text):
    findings = found(text, "en", "")

    for actor in findings.actors:
        assert all(m.span.of(text) == m.text for m in (*actor.mentions, *actor.roles))
    assert all(quote.span.of(text) == quote.text for quote in findings.quotes)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000, "Aa " * 150_000, '"' * 50_000, "A." * 100_000, "“" * 50_000,
        "Anna Bell said " * 5_000, '"we will go home" Anna said. ' * 3_000, "Anna, " * 20_000,
        " ".join(f"The Bank of Zug{i} (BOZ) met." for i in range(2_000)),
    ],
)  # fmt: skip
def test_hostile_texts_do_not_hang(text):
    found(text, "en", "")


def test_capitals_of_a_dateline_are_no_other_name(read):
    text = "BRUSSELS — The mayor spoke. He said that Brussels would wait for the ships to come."
    actors = {actor.name: actor for actor in read(text, "en").actors}

    assert actors["Brussels"].aliases == ()

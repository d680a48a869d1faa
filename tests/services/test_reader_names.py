"""A briefing calls countries as its reader does."""

from briefer.model.actors import ActorKind, KeyActor
from briefer.services.reader_names import named_for


def test_an_english_briefing_shows_a_country_of_a_chinese_article_in_english():
    actor = KeyActor("place:KZ", "哈萨克斯坦", ActorKind.PLACE, 0.5, country="KZ")

    shown = named_for([actor], "en")[0]

    assert shown.name == "Kazakhstan"
    assert shown.aliases == ("哈萨克斯坦",)


def test_a_country_that_the_user_renamed_keeps_that_name():
    actor = KeyActor("place:US", "Washington's side", ActorKind.PLACE, 0.5, country="US")

    assert named_for([actor], "de")[0].name == "Washington's side"


def test_persons_and_towns_are_left_as_they_are():
    actors = [
        KeyActor("person:dana cole", "Dana Cole", ActorKind.PERSON, 0.5, country="US"),
        KeyActor("place:oslo", "Oslo", ActorKind.PLACE, 0.5, country="NO"),
    ]

    assert named_for(actors, "fr") == actors

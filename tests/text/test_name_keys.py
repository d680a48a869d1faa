"""Persons have one key in all spellings of the papers, and none that is another's."""

import pytest

from briefer.actors.folding import fold
from briefer.text.name_keys import actor_key, person_key

SPELT = {
    "vladimir putin": "Vladimir Putin|Владимир Путин|Vladimir Poutine|Wladimir Putin|Βλαντίμιρ Πούτιν",
    "vladimir zelensky": "Volodymyr Zelensky|Volodymyr Zelenskyy|Володимир Зеленський|Владимир Зеленский|Wolodymyr Selenskyj",
    "ebrahim raisi": "Ebrahim Raisi|Ebrahim Raeisi|Ibrahim Raisi",
    "sergei lavrov": "Sergey Lavrov|Сергей Лавров|Sergej Lawrow|Sergueï Lavrov",
}


@pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key, names in SPELT.items() for name in names.split("|")]
)
def test_spellings_of_one_person_have_one_key(key, name):
    assert person_key(fold(name)) == key


@pytest.mark.parametrize(
    "name", ["Andy Warhol", "Will Ferrell", "Tony Blair", "Louise Woodward", "Putin"]
)
def test_other_names_are_their_own_key(name):
    assert person_key(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan Rouhani", "Hossein Rouhani"), ("Ali Khamenei", "Ahmad Khamenei"), ("Иван Петров", "Пётр Иванов"),
        ("Sergei Petrov", "Sergei Petrova"), ("Vladimir Putin", "Vladimir Putilin"), ("Andrei Popov", "Andrei Popko"),
    ],
)  # fmt: skip
def test_two_people_keep_two_keys(one, other):
    assert person_key(fold(one)) != person_key(fold(other))


def test_keys_of_bodies_and_places_stay():
    assert actor_key("organisation:мид") == "organisation:мид"
    assert actor_key("person:владимир путин") == "person:vladimir putin"

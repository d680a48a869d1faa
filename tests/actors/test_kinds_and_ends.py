"""What kind of actor a name is, by what the text says of it, and where it begins and ends."""

import pytest


def kinds(read, text):
    return {actor.name: actor.kind.value for actor in read(text).actors}


def mentions(read, text, name):
    return [m.text for actor in read(text).actors if actor.name == name for m in actor.mentions]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # An apposition, or a noun beside the name, holds for the whole text.
        ("Talks with Halcor went on. Halcor, a mining company, is in debt. Halcor has two pits.",
         "Halcor", "organisation"),
        ("She moved to Belmira. Belmira is a small town on the river. Roads to Belmira are closed.",
         "Belmira", "place"),
        ("The state sold the firm Orvana in May. Orvana owes millions, and Orvana's workers know it.",
         "Orvana", "organisation"),
        ("He told the newspaper “Sabahat” so. Later Sabahat printed it, and Sabahat was fined.",
         "Sabahat", "organisation"),
        ("Police named the student Roni Mahbub. Roni Mahbub was held in Dhaka.", "Roni Mahbub", "person"),
        ("Men died at Abu Ghraib. Abu Ghraib prison was closed in 2014.", "Abu Ghraib", "place"),
        # A family name of several words.
        ("Minister Sarah Al Hashemi opened the line. Trains are safe, Al Hashemi added.", "Sarah Al Hashemi", "person"),
    ],
)  # fmt: skip
def test_what_the_text_says_of_a_name_decides_its_kind(read, text, name, kind):
    assert kinds(read, text).get(name) == kind


def test_one_of_several_is_not_what_the_next_one_is(read):
    found = kinds(read, "She blamed Anna Bell, the party and the press. Anna Bell left on Monday.")

    assert found["Anna Bell"] == "person"


def test_the_speaker_after_a_comma_says_nothing_of_the_name_before_it(read):
    found = kinds(read, "He met President Anna Bell, the ministry said. Anna Bell left on Monday.")

    assert found["Anna Bell"] == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A report of the Regional Panel on Water Change (RPWC) came out.", "Regional Panel on Water Change"),
        ("Help came from the Public Authority for Civil Defence and Rescue (PACDR).",
         "Public Authority for Civil Defence and Rescue"),
        ("He asked the Attorney General's Office for help.", "Attorney General's Office"),
        ("The Supreme People's Court turned her away.", "Supreme People's Court"),
        ("The Episcopal Conference of Nicaragua wrote to him.", "Episcopal Conference of Nicaragua"),
        ("Harlow Chemical Co of the United States will build it.", "Harlow Chemical Co"),
    ],
)  # fmt: skip
def test_bodies_are_whole(read, text, name):
    assert kinds(read, text).get(name) == "organisation"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Minister of Agrarian Development Juan Molina came.", {"Juan Molina"}),
        ("Money went to the CSC and Public Authority of Housing last year.", {"CSC", "Public Authority of Housing"}),
        ("Iranian Foreign Minister Hossein Amir Abdollahian spoke.", {"Hossein Amir Abdollahian"}),
        ("The judge freed Nathan Law on Friday.", {"Nathan Law"}),
    ],
)  # fmt: skip
def test_names_that_stand_together_are_parted(read, text, names):
    assert names <= set(kinds(read, text))


def test_a_surname_that_is_a_word_is_found_inside_sentences(read):
    text = (
        "Jacky So was jailed on Friday. The court told So that he must pay. So's lawyer said nothing. "
        "So the case ended."
    )

    assert mentions(read, text, "Jacky So") == ["Jacky So", "So", "So"]


def test_a_short_name_in_brackets_is_found_though_it_is_a_word(read):
    text = "He ran Sexual Minorities Uganda (SMUG) from home. It was a blow for SMUG, he said."

    assert mentions(read, text, "Sexual Minorities Uganda").count("SMUG") == 2


def test_the_north_of_a_text_on_korea_is_north_korea(read):
    text = "North Korea fired a rocket. South Korea said the North must stop. It flew north."

    assert mentions(read, text, "North Korea") == ["North Korea", "North"]


def test_ranks_alone_name_nobody(read):
    assert kinds(read, "The unit is led by a Lieutenant Colonel now.") == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Results on Saturday:\n\nLuton 4 1 0 3 4 10 3\n\nBristol 4 2 0 2 6 7 6", "organisation"),
        ("Results on Saturday:\n\nLuton 1 Bristol 0", "organisation"),
        ("Luton beat Bristol 3-1 on Saturday.", "organisation"),
        ("Trains from Luton to Bristol run again on Saturday.", "place"),
    ],
)
def test_towns_that_play_are_teams(read, text, kind):
    found = kinds(read, text)

    assert (found["Luton"], found["Bristol"]) == (kind, kind)


def test_countries_that_play_stay_countries(read):
    assert kinds(read, "Norway beat Sweden 2-0 on Monday.") == {
        "Norway": "place",
        "Sweden": "place",
    }

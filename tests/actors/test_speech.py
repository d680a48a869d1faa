"""Who said what, in the ways that newspapers write it."""

import pytest

CASES = [
    # The verb behind the quotation, the subject in front of it or behind.
    ('"The dam will hold through the spring," Maria Novak said on Monday.', "Maria Novak", "The dam will hold"),
    ('"The dam will hold through the spring," said Maria Novak, who runs it.', "Maria Novak", "The dam will hold"),
    ("“The dam will hold through the spring,” the engineer Maria Novak told reporters.", "Maria Novak", "The dam"),
    # Asides between subject and verb.
    ('"It was a long night for us," Rep. Jim Dorsey (R-Ohio), an oversight member, said.', "Jim Dorsey", "It was"),
    ('"It was a long night for us," the minister\'s spokeswoman, Anna Bell, told radio.', "Anna Bell", "It was"),
    # The verb in front.
    ('In a panel in Boston, Mark Morial, the head of the Urban League, said that "this is not the first anger".',
     "Mark Morial", "this is not the first"),
    ('According to Sarah Jones, a spokeswoman for the city, the plan "will be ready for everyone soon".',
     "Sarah Jones", "will be ready"),
    # A question ends the quotation but not the sentence.
    ('David Vitter was there.\n\n"Why is a bank as big as that still too big to fail?" Vitter demanded.',
     "David Vitter", "Why is a bank"),
    # A paragraph that a colon closes.
    ('Ute Brandt was blunt. She said:\n\n"We have waited for this line for eleven years now."', "Ute Brandt", "We have"),
    # Attributed by a dash.
    ("“He never answered a single one of our letters.” ― Clara Sanchez", "Clara Sanchez", "He never"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words"), CASES)
def test_the_speaker_of_a_quotation_is_found(said, text, speaker, words):
    assert speaker in [who for who, quote, _ in said(text) if quote.startswith(words)]


def test_a_quotation_that_he_said_interrupts_is_one(said):
    text = '"The river came up too fast," Anna Bell said. "We lost both boats in an hour."'

    quotes = said(text)

    assert len(quotes) == 1
    assert quotes[0][0] == "Anna Bell"
    assert quotes[0][1].endswith("We lost both boats in an hour.")


def test_she_is_the_last_woman_named(said):
    text = (
        "Maria Novak met Peter Long on Friday. Long left early.\n\n"
        '"I have nothing more to add to that," she said.'
    )

    assert ("Maria Novak", "I have nothing more to add to that", "direct") in said(text)


def test_one_who_speaks_for_an_actor_is_not_the_actor(said):
    quotes = said('"The senator will not resign over this," a spokesman for Dana Cole said.')

    assert quotes[0][0] == "a spokesman for Dana Cole"


def test_an_unnamed_speaker_is_given_in_the_texts_words(said):
    assert said('"We heard two shots in the yard," a neighbour said.')[0][0] == "a neighbour"


def test_people_who_were_told_something_say_nothing(said):
    assert said("Some 40,000 people were told to boil their water until Friday.") == []


def test_words_for_a_title_in_quotation_marks_are_no_speech(said):
    assert said('The film "Night Train" opens on Friday in Oslo.') == []


@pytest.mark.parametrize(
    ("text", "language", "speaker", "words"),
    [
        ("« Le fleuve restera fermé jusqu'à lundi », a déclaré le ministre des transports, Julien Marchetti.", "fr",
         "Julien Marchetti", "Le fleuve"),
        ("„Wir prüfen jeden Pfeiler einzeln“, sagte Geschäftsführerin Sabine Althammer in Ulm.", "de",
         "Sabine Althammer", "Wir prüfen"),
        ("«Мост закрыт до конца недели», — заявил министр транспорта Арман Сериков.", "ru", "Арман Сериков", "Мост"),
        ("«Η γέφυρα θα μείνει κλειστή», δήλωσε ο δήμαρχος, Νίκος Βαλσάμης.", "el", "Νίκος Βαλσάμης", "Η γέφυρα"),
        ("وقال المدير سامح الدمرداش: «نراقب كل طريق جديد عن كثب».", "ar", "سامح الدمرداش", "نراقب"),
        ("发言人林致远说：“企业最关心的不是里程，而是时间。”", "zh", "林致远", "企业最关心"),
    ],
)  # fmt: skip
def test_speakers_are_found_in_other_languages(said, text, language, speaker, words):
    assert speaker in [who for who, quote, _ in said(text, language) if quote.startswith(words)]


def test_words_quoted_in_a_clause_are_those_of_its_speaker(said):
    found = said(
        "Norwegian Prime Minister Kari Solheim said she was “very moved by the news” from Sweden."
    )

    assert {speaker for speaker, _, _ in found} == {"Kari Solheim"}


def test_a_thing_that_adds_something_says_nothing(said):
    assert said("The mobile images add a further dimension to the care of patients.") == []


def test_a_german_sentence_without_a_speaker_reports_nothing(said):
    assert (
        said("Im Entwurf wird gesagt, dass die Lage im Hausrecht nicht verändert werde.", "de")
        == []
    )


def test_french_helping_verbs_are_no_speakers(said):
    found = said(
        "Nicolas Florian avait d’abord déclaré que la ligne était fermée jusqu’à mardi.", "fr"
    )

    assert [speaker for speaker, _, _ in found] == ["Nicolas Florian"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        # Interviews as written down, with and without quotation marks.
        ("Anna Bell spoke to us on Friday.\n\nBELL: We lost both boats in an hour.", "Anna Bell", "We lost both"),
        ('Anna Bell spoke to us.\n\n"BELL: This is no “Shark Week.” We lost both boats, and nobody came.',
         "Anna Bell", "This is no “Shark Week.” We lost both boats"),
        # Who says what "she" thought or knew.
        ('Anna Bell said she recalled thinking, "This is what my mother always spoke about."',
         "Anna Bell", "This is what"),
        ("Anna Bell says she hopes to win, but knows that “the king will always be the king”.",
         "Anna Bell", "she hopes to win"),
        ('Peter Long told the forum he was "against it all along" since March.', "Peter Long", "he was"),
        # The clause begins where it begins, not at a later "that".
        ("Peter Long said the recent wave demands that all of us drive slowly.", "Peter Long", "the recent wave"),
        # A sentence that is quoted in part.
        ("Anna Bell came. With a thousand systems at work, “there is no one point of failure,” Peter Long said.",
         "Peter Long", "With a thousand systems"),
        # Marks of two kinds.
        ('"The town has a huge bill to pay this year,” said Clara Sanchez, who runs it.', "Clara Sanchez", "The town"),
        ('Peter Long scolded her: "You have never once looked at the dam yourself."', "Peter Long", "You have"),
        ('Anna Bell came.\n\nWhen asked why, the mother of three replied, "It is meant to help all of them."',
         "the mother of three", "It is meant"),
    ],
)  # fmt: skip
def test_the_speaker_of_harder_sentences_is_found(said, text, speaker, words):
    assert speaker in [who for who, quote, _ in said(text) if quote.startswith(words)]


def test_a_programmes_title_is_no_speech_and_does_not_part_one(said):
    quotes = said(
        "“There is a rift between the house and the army,” Peter Long said on Friday night on “Fox and Hounds.” "
        "“I mean, there is a lot of anger in the ranks.”"
    )

    assert len(quotes) == 1
    assert quotes[0][1].endswith("a lot of anger in the ranks.")


def test_a_message_that_was_posted_says_nothing_itself(said):
    found = said('In a message posted on Friday, Anna Bell said she had "many a doubt" about it.')

    assert {speaker for speaker, _, _ in found} == {"Anna Bell"}


def test_short_parts_of_one_answer_are_one(said):
    quotes = said("“Here he is, babe,” Anna Bell said. “Donald's here, babe.”")

    assert [quote for _, quote, _ in quotes] == [
        "Here he is, babe,” Anna Bell said. “Donald's here, babe."
    ]


def test_a_heading_with_a_colon_is_no_interview(said):
    assert said("Anna Bell won.\n\nUPDATE: The count of the votes went on until Monday.") == []


@pytest.mark.parametrize(
    ("text", "language", "speaker", "words"),
    [
        ("Am Montag sagte der Minister, die Brücke sei sicher.", "de", "der Minister", "die Brücke sei sicher"),
        ("Nach der Sitzung erklärte Bürgermeisterin Sabine Althammer, man habe lange verhandelt.", "de",
         "Sabine Althammer", "man habe lange verhandelt"),
        ("Die Polizei teilte am Abend mit, dass drei Menschen verletzt worden seien.", "de", "Die Polizei",
         "drei Menschen verletzt worden seien"),
        ("Er glaube nicht an Zufall, sagte ein Sprecher der Stadt Ulm am Montag.", "de",
         "ein Sprecher der Stadt Ulm", "Er glaube nicht an Zufall"),
        ("Selon la préfecture, trois personnes ont été blessées dans la nuit.", "fr", "la préfecture",
         "trois personnes ont été blessées dans la nuit"),
        ("Le pont restera fermé, a indiqué un porte-parole de la ville.", "fr", "un porte-parole de la ville",
         "Le pont restera fermé"),
        ("Interrogé par la radio, Paul Morel a affirmé que rien n'était décidé.", "fr", "Paul Morel",
         "rien n'était décidé"),
    ],
)  # fmt: skip
def test_reported_speech_in_german_and_french_has_its_speaker(said, text, language, speaker, words):
    assert (speaker, words, "indirect") in said(text, language)

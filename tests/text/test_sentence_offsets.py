import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.text.language import detect
from briefer.text.sentences import paragraphs_of, split_sentences
from briefer.text.words import content_stems, words


def split(text, language="en"):
    spans = split_sentences(text, paragraphs_of(text), language)
    return [sentence.span.of(text) for sentence in spans]


odd = st.text(alphabet="aB.!?…\"”'’« »)(\n\t 1é漢。」ñ\u00a0،؟।")


@given(text=st.one_of(odd, st.text()), language=st.sampled_from(["en", "fr", "de", "ja", None]))
def test_sentences_cover_all_that_is_not_blank_once_and_in_order(text, language):
    found = split_sentences(text, paragraphs_of(text), language)
    covered = 0
    for number, sentence in enumerate(found):
        own = sentence.span.of(text)
        assert sentence.number == number
        assert own
        assert own == own.strip()
        assert not text[covered : sentence.span.start].strip()
        covered = sentence.span.end
    assert not text[covered:].strip()


@given(text=st.text())
def test_paragraphs_are_trimmed_and_do_not_overlap(text):
    end = 0
    for paragraph in paragraphs_of(text):
        own = paragraph.span.of(text)
        assert own
        assert own == own.strip()
        assert paragraph.span.start >= end
        end = paragraph.span.end


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            ["Dr. Ana Reyes met the U.S. envoy at 3 p.m. on Tuesday.", "They spoke for an hour."],
        ),
        ("en", ["“We are done.”", "She left the room."]),
        ("fr", ["M. Roche a quitté la salle.", "Il n'a rien dit."]),
        ("de", ["Am 3. Oktober tagte der Rat.", "Dr. Vogt fehlte."]),
        ("es", ["El Sr. Ruiz no asistió.", "¿Por qué faltó?"]),
    ],
)
def test_abbreviations_do_not_end_sentences(language, expected):
    assert split(" ".join(expected), language) == expected


def test_scripts_without_blanks_are_split_at_their_own_stops():
    assert split("会議は終わった。次は来週だ。", "ja") == ["会議は終わった。", "次は来週だ。"]


def test_a_line_in_capitals_is_a_sentence_like_any_other():
    assert split("STORM HITS COAST\n\nFour people were hurt.") == [
        "STORM HITS COAST",
        "Four people were hurt.",
    ]


@pytest.mark.parametrize("unit", ["a", ".", "a.", "\"'", "Mr. ", "A.b", "漢", "\n", "a\n"])
def test_a_megabyte_of_anything_takes_little_time(unit):
    text = unit * (300_000 // len(unit))
    begin = time.process_time()
    split(text)
    assert time.process_time() - begin < 4


def test_words_of_each_script():
    assert words("L'eau — Covid-19!") == ["l", "eau", "covid", "19"]
    assert words("東京都") == ["東京", "京都"]


def test_stop_words_fall_out_unless_there_are_no_others():
    assert content_stems("The ministers of the state", "en") == ["minist", "state"]
    assert content_stems("It is what it is", "en")
    assert content_stems("12 🙂", "tr") == ["12"]
    assert content_stems("🙂 …", "en") == []


def test_languages_are_told_apart():
    assert detect("The council voted on Monday to close the old ferry pier for good.") == "en"
    assert detect("Le conseil a voté lundi la fermeture définitive du vieil embarcadère.") == "fr"
    assert detect("12 34") is None

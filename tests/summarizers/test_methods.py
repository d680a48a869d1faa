import math
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.engines import summarizer, summarizers
from briefer.services.summarizing import METHODS

STORY = [
    "The river Orla burst its banks near Testfeld early on Sunday, flooding some 300 homes.",
    "Firefighters brought 120 people to safety by boat, the district's fire chief Maren Holt said.",
    "Nobody was hurt.",
    "“We have never seen the Orla rise this fast,” Holt told reporters.",
    "The flood also closed the railway between Testfeld and the coast.",
    "Forecasters expect the river to fall from Monday noon.",
    "Is climate change to blame?",
    "The district council meets on Tuesday to decide on help for owners of flooded homes.",
]
ODD = {
    "nothing": [],
    "one": ["Only one sentence stands here."],
    "equal": ["The same sentence again."] * 6,
    "stop words": ["It is what it is.", "And so it was.", "That is all."],
    "digits": ["1 2 3", "4 5 6", "7 8"],
    "emoji": ["🙂🙂", "🎉", "…"],
    "punctuation": ["***", "---", "!?"],
    "capitals": ["STORM HITS COAST", "FOUR HURT", "ROADS CLOSED"],
    "strangers": ["Alpha beta.", "Gamma delta.", "Epsilon zeta."],
    "chinese": ["会议结束了", "下周继续", "没有结果"],
    "empty ones": ["", " ", "A word."],
}
NAMES = [method.name for method in summarizers()]


def whole(scores, sentences):
    assert len(scores.values) == len(sentences)
    assert all(math.isfinite(value) and 0.0 <= value <= 1.0 for value in scores.values)


def test_the_default_comes_first_and_the_window_offers_what_there_is():
    assert NAMES[0] == "auto"
    assert list(METHODS) == NAMES
    assert [method.label for method in summarizers()] == list(METHODS.values())


@pytest.mark.parametrize("name", NAMES)
def test_each_method_scores_every_sentence_of_news(name):
    scores = summarizer(name).score(STORY, language="en", title="River floods 300 homes")
    whole(scores, STORY)
    assert scores.method == name
    assert len(set(scores.values)) > 2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("language", ["en", "tr", ""])
def test_each_method_copes_with_odd_texts(name, kind, language):
    whole(summarizer(name).score(ODD[kind], language=language), ODD[kind])


@pytest.mark.parametrize("name", NAMES)
def test_each_method_gives_the_same_scores_again(name):
    first = summarizer(name).score(STORY, language="en")
    assert summarizer(name).score(STORY, language="en") == first


@pytest.mark.parametrize("name", [name for name in NAMES if name != "lead"])
def test_a_focus_lifts_the_sentences_about_it(name):
    plain = summarizer(name).score(STORY, language="en").values
    focused = summarizer(name).score(STORY, language="en", focus="railway coast").values
    assert focused[4] - focused[2] > plain[4] - plain[2]


@given(st.lists(st.text(max_size=40), max_size=15), st.text(max_size=20))
@settings(deadline=None)
def test_briefers_own_scores_are_whole_for_any_text(sentences, title):
    whole(summarizer("auto").score(sentences, language="en", title=title), sentences)


def test_briefers_own_method_says_why():
    scores = summarizer("auto").score(STORY, language="en", title="River floods 300 homes")
    names = dict(scores.reasons[0])
    assert {"position", "centrality", "title words"} <= set(names)
    assert all(share > 0.0 for _, share in scores.reasons[0])


def test_words_of_the_title_lift_a_sentence():
    plain = summarizer("auto").score(STORY, language="en").values
    titled = summarizer("auto").score(STORY, language="en", title="Railway to the coast").values
    assert titled[4] > plain[4]
    assert titled[2] == plain[2]


def test_the_lead_keeps_the_order():
    values = summarizer("lead").score(STORY, language="en").values
    assert list(values) == sorted(values, reverse=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_very_long_text_is_scored_in_bounded_time(name):
    sentences = [
        f"Ship {i % 13} carried {i} tons of {w} to port {i % 31} in year {i % 57}."
        for i in range(500)
        for w in ("grain", "coal", "timber", "steel")
    ]
    begin = time.process_time()
    whole(summarizer(name).score(sentences, language="en"), sentences)
    assert time.process_time() - begin < 10


def test_briefers_own_method_loads_neither_sumy_nor_numpy():
    code = (
        "import sys; from briefer.engines import summarizers;"
        "summarizers()[0].score(['One two.', 'Three four.'], language='en');"
        "print([m for m in ('sumy', 'nltk', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

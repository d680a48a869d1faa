"""Our rankings beside sumy's own: the same ratings, whatever the text."""

import random
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.summarizers import fast_rankings, greedy_rankings
from briefer.summarizers.sumy_methods import METHODS, SumyMethod
from briefer.summarizers.term_counts import TermCounts
from briefer.text.words import content_stems

GRAPHS = {
    "lexrank": fast_rankings.lex_rank,
    "textrank": fast_rankings.text_rank,
    "reduction": fast_rankings.reduction,
    "lsa": fast_rankings.latent_semantics,
}
GREEDY = {"kl": greedy_rankings.kl_divergence, "sumbasic": greedy_rankings.sum_basic}
PORT = """Dockers at the port of Halsund walked out on Monday over a plan to hand night shifts to robots.
The port handles a third of the country's grain, and six ships were waiting in the bay by noon.
The dockers' union said the plan would cost 240 of its members their work within two years.
The port's director, Ingrid Vasse, said no docker would be dismissed and called the walkout unlawful.
A court in Halsund is to hear the port's complaint on Wednesday.
Grain traders said prices would hold unless the walkout went on beyond the week.
The transport ministry offered to send a mediator, which both the union and the port accepted.
Two of the waiting ships carry wheat bound for Egypt, where reserves cover four months.
The union last stopped work at the port in 2019, over pay, for nine days.
Talks between the port and the union broke down on Friday after eleven hours.
Robots already stack containers at the port's northern quay by day.
The mayor of Halsund asked both sides to keep the ferry quay open for the islands.
Night shifts pay a third more than day shifts, and many dockers count on them."""
BUDGET = """The finance committee approved a smaller budget for the coast guard on Thursday.
Members of the opposition left the room before the vote.
The coast guard will have to sell two of its nine patrol boats, its commander said.
The committee's chair said the navy could take over patrols in the north.
The navy said it had not been asked.
Fishermen in the north fear that smugglers will use the gap.
The budget still has to pass the full parliament, where the government has a majority of three.
A vote is planned for the end of the month.
The coast guard rescued 412 people last year, the highest number in a decade.
The commander said the sale would lengthen the way to an accident by forty minutes on average.
The finance minister promised to look at the numbers again before the vote in parliament."""


def stems(text):
    return [tuple(content_stems(line, "en")) for line in text.splitlines()]


def order(ratings):
    return sorted(range(len(ratings)), key=lambda number: (-ratings[number], number))


def long_text(count):
    """Sentences of words as rare and as frequent as in a report, the same in each run."""
    draw = random.Random(7)
    return [
        tuple(f"w{int(draw.paretovariate(0.6)) % 4000}" for _ in range(draw.randint(5, 25)))
        for _ in range(count)
    ]


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("text", [PORT, BUDGET], ids=["port", "budget"])
def test_ratings_are_sumys(name, text):
    theirs = SumyMethod(name).by_sumy(stems(text), (), "en")

    assert GRAPHS[name](TermCounts(stems(text))).tolist() == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("name", GREEDY)
@pytest.mark.parametrize("text", [PORT, BUDGET], ids=["port", "budget"])
def test_the_same_sentences_are_picked_first(name, text):
    theirs = SumyMethod(name).by_sumy(stems(text), (), "en")

    ours = GREEDY[name](TermCounts(stems(text))).tolist()

    assert order(ours)[:6] == order(theirs)[:6]


words = st.lists(
    st.sampled_from(["port", "ship", "grain", "court", "vote"]), min_size=1, max_size=6
)


@given(st.lists(words, min_size=2, max_size=8))
@settings(deadline=None, max_examples=60)
def test_reduction_of_any_words_is_sumys(sentences):
    found = [tuple(sentence) for sentence in sentences]
    theirs = SumyMethod("reduction").by_sumy(found, (), "en")

    ours = fast_rankings.reduction(TermCounts(found)).tolist()

    assert ours == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("name", ["lexrank", "textrank"])
def test_a_text_of_some_hundred_sentences_is_rated_as_sumy_does(name):
    found = long_text(120)
    theirs = SumyMethod(name).by_sumy(found, (), "en")

    assert GRAPHS[name](TermCounts(found)).tolist() == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize("name", [*GRAPHS, *GREEDY])
def test_two_thousand_sentences_take_no_second(name):
    found = long_text(2000)
    begin = time.process_time()

    {**GRAPHS, **GREEDY}[name](TermCounts(found))

    # A tenth of this on a quiet machine.
    assert time.process_time() - begin < 4


@pytest.mark.parametrize("name", METHODS)
def test_an_article_of_thirty_sentences_is_scored_at_once(name):
    lines = (PORT + "\n" + BUDGET).splitlines() + [f"Ship {n} sailed at noon." for n in range(6)]
    method = SumyMethod(name)
    method.score(lines, language="en")
    begin = time.process_time()

    method.score(lines, language="en")

    assert time.process_time() - begin < 0.05


def test_the_fast_methods_do_without_sumy():
    code = (
        "import sys; from briefer.engines import summarizer;"
        "[summarizer(name).score(['One two.', 'Three two four.', 'Five.'], language='en')"
        " for name in ('lexrank', 'textrank', 'reduction', 'lsa', 'kl', 'sumbasic')];"
        "print([m for m in ('sumy', 'nltk') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"

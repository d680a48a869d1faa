"""sumy's KL and SumBasic, which pick one sentence after the other, without counting all anew.

Both rate a sentence by the turn in which it is picked: 0 for the first, then -1, -2, ...
"""

from typing import Any

from briefer.summarizers.term_counts import TermCounts

# Equal sentences differ by rounding; the earlier of two that agree so far goes first.
_DIGITS = 11
_SAME = 1e-11


def kl_divergence(counts: TermCounts) -> Any:
    """Haghighi and Vanderwende (2009): what brings the summary's words nearest to the text's.

    The divergence of summary and sentence together is a sum over their words. A pick changes it
    only in the words picked, so only the sentences with those are looked at again.
    """
    import numpy as np

    in_text = counts.in_text()
    share = in_text / in_text.sum()
    of_entry = share[counts.term]
    wanted = of_entry * np.log(of_entry)
    said = np.zeros(counts.terms)
    # What a sentence's word adds to the sum over the summary's words, and its share if it is new.
    added = wanted - of_entry * np.log(counts.count)
    fresh = of_entry.copy()
    told, told_share, told_words = 0.0, 0.0, 0.0
    postings = counts.postings()
    ratings = np.zeros(counts.sentences)
    left = np.ones(counts.sentences, dtype=bool)
    for turn in range(counts.sentences):
        new_share = told_share + counts.in_sentences(fresh)
        size = np.log(counts.lengths + told_words)
        divergence = told + counts.in_sentences(added) + new_share * size
        best = int(np.argmin(np.where(left, divergence.round(_DIGITS), np.inf)))
        ratings[best] = -turn
        left[best] = False
        first = counts.starts[best]
        last = counts.starts[best + 1] if best + 1 < counts.sentences else len(counts.term)
        for entry in range(first, last):
            term = counts.term[entry]
            before = said[term]
            said[term] = now = before + counts.count[entry]
            part = share[term]
            if before:
                told += part * (np.log(before) - np.log(now))
            else:
                told += part * (np.log(part) - np.log(now))
                told_share += part
            others = postings[term]
            added[others] = part * (np.log(now) - np.log(now + counts.count[others]))
            fresh[others] = 0.0
        told_words += counts.lengths[best]
    return ratings


def sum_basic(counts: TermCounts) -> Any:
    """Vanderwende et al. (2007): the likeliest words on average; a word said counts squared."""
    import numpy as np

    in_text = counts.in_text()
    share = in_text / in_text.sum()
    ratings = np.zeros(counts.sentences)
    left = np.ones(counts.sentences, dtype=bool)
    for turn in range(counts.sentences):
        means = counts.in_sentences(share[counts.term] * counts.count) / counts.lengths
        means[~left] = -1.0
        best = int(np.argmax(means >= means.max() * (1.0 - _SAME)))
        ratings[best] = -turn
        left[best] = False
        first = counts.starts[best]
        last = counts.starts[best + 1] if best + 1 < counts.sentences else len(counts.term)
        for entry in range(first, last):
            # Squared once for each time the word stands there.
            share[counts.term[entry]] **= 2.0 ** min(counts.count[entry], 60.0)
    return ratings

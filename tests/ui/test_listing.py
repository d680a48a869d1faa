"""The list that is kept up to what changed is the list that is asked for anew."""

import random

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from wires import shelve, story, wire

from briefer.model.actors import ActorKind
from briefer.model.briefing import ArticleItem
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.duplicates import Copies
from briefer.services.ledger import Ledger
from briefer.services.library import Wanted
from briefer.services.listing import Listing
from briefer.services.rulings import key_of
from briefer.ui.library.article_list_model import ArticleListModel

WANTED = [
    Wanted(),
    Wanted(order="published"),
    Wanted(order="title"),
    Wanted(order="outlet"),
    Wanted(outlet="Courier"),
    Wanted(search="headline"),
    Wanted(unopened=True),
    Wanted(unused=True, order="title"),
    Wanted(fresh=True),
    Wanted(watched=True),
]


def some_article(chance, number):
    """One of few stories, whole or in part, now and then of two of them."""
    begun = 20 * chance.randrange(5)
    numbers = [*range(begun, begun + chance.choice([6, 9, 12]))]
    if chance.random() < 0.2:
        numbers += range(200, 206)
    outlet = chance.choice(["Courier", "Post", "Wire", ""])
    day = chance.choice(["2026-03-02", "2026-03-03T06:00:00+00:00", "2026", ""])
    return wire(story(*numbers), f"Headline {number}", outlet=outlet, published=day or None)


def act(library, copies, desk, chance, number):
    """Something that a person or an import does to the shelf."""
    cards = library.cards()
    one = chance.choice(cards).id if cards else None
    kind = chance.choice(["bring", "bring", "bring", "take", "fix", "lead", "part", "join", "use",
                          "undo", "new", "watch", "unwatch"])  # fmt: skip
    if kind == "bring" or one is None:
        shelve(library, some_article(chance, number))
    elif kind == "take":
        with library.step("remove"):
            library.decisions.take_off(one)
    elif kind == "fix":
        with library.step("fix"):
            library.decisions.fix(one, "outlet", chance.choice(["Courier", "Gazette"]))
    elif kind == "lead":
        copies.lead(one)
    elif kind == "part":
        copies.part([one])
    elif kind == "join":
        copies.join(one)
    elif kind == "use":
        desk.add_where_it_belongs(desk.current(), [ArticleItem(one)])
    elif kind == "watch":
        word = chance.choice(library.article(one).text.split()[:20])
        Ledger(library).add(word, word, ActorKind.PERSON)
        Ledger(library).watch(key_of(ActorKind.PERSON, word), wanted=True)
    elif kind == "unwatch":
        for rule in Ledger(library).rules:
            if rule.rule == "watch" and chance.random() < 0.5:
                Ledger(library).watch(rule.actor, wanted=False)
    elif kind == "undo":
        library.undo()
    else:
        with library.step("new", settled=True):
            library.decisions.take_off(one)
            library.decisions.bring(one)


@pytest.mark.parametrize("seed", range(len(WANTED)))
def test_what_is_kept_up_is_what_would_be_asked_for_anew(library, qapp, seed):
    chance, wanted = random.Random(seed), WANTED[seed]
    copies, desk = Copies(library), BriefingDesk(library)
    model = ArticleListModel(Listing(library, copies))
    model.wanted = wanted
    model.refresh()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    library.subscribe(model.refresh)

    for number in range(60):
        act(library, copies, desk, chance, number)

        anew = Copies(library).shelf(wanted)
        assert tuple(model.shelf.cards) == anew.cards
        assert (model.shelf.articles, model.shelf.texts) == (anew.articles, anew.texts)
        shown = [card for card in anew.cards if card.copy_of is None or model.is_open(card.copy_of)]
        assert list(model.cards) == shown
        assert [model.row_of(card.id) for card in shown] == list(range(len(shown)))
        leads = [card.id for card in shown if card.copies]
        if leads:
            some = chance.choice(leads)
            model.unfold(some, is_open=not model.is_open(some))
    del tester

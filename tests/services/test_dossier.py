"""What the articles say of one actor, and who is named together."""

from dataclasses import replace
from itertools import combinations

from making import make_analysis, make_article

from briefer.model.actors import ActorKind
from briefer.services.census import Counted
from briefer.services.dossier import dossier
from briefer.services.ledger import Ledger
from briefer.services.network import Link, laid_out, network, table
from briefer.services.reader_names import place_name

ELENA, SHORT, VARNA = "person:elena marinova", "person:marinova", "place:varna"


def shelve(library, title, date, change=lambda actor: actor):
    made = make_article(title, published=date)
    found = make_analysis(made)
    actors = tuple(map(change, found.findings.actors))
    library.facts.add(made, replace(found, findings=replace(found.findings, actors=actors)))
    with library.step("import"):
        library.decisions.shelve(made.id)
    return made


def test_a_dossier_tells_roles_quotes_days_and_company_newest_first(library):
    old, new = shelve(library, "Old", "2026-03-02"), shelve(library, "New", "2026-04-05T10:00:00")
    ledger = Ledger(library)
    ledger.merge(SHORT, ELENA, "Elena Marinova")
    ledger.watch(SHORT, wanted=True)

    found = dossier(library, SHORT)

    assert (found.key, found.name, found.kind) == (ELENA, "Elena Marinova", ActorKind.PERSON)
    assert (found.articles, found.read, found.mentions, found.is_watched) == (2, 2, 4, True)
    assert found.aliases == ("Marinova",)
    assert found.days == {"2026-03-02": 2, "2026-04-05": 2}
    assert [q.article for q in found.quotes] == [new.id, old.id]
    assert found.quotes[0].text.startswith("We won what")
    assert found.roles[0].text == "leader"
    assert {p.date for p in found.roles[0].passages} == {"2026-03-02", "2026-04-05"}
    assert [(one.name, one.articles) for one in found.company] == [("Varna", 2)]
    assert found.chronology[0].text.endswith("Elena Marinova said.")
    line = found.concordance[0]
    assert line.before.endswith("asked for,”")
    assert line.after.startswith("said.")


def test_a_quote_of_another_that_names_the_actor_is_said_about_the_actor(library):
    shelve(library, "Old", "2026-03-02")
    ledger = Ledger(library)
    ledger.add("won what", "Won What", ActorKind.ORGANISATION)

    found = dossier(library, "organisation:won what")

    assert [p.who for p in found.about] == [ELENA]
    assert found.names[ELENA] == "Elena Marinova"


def test_a_role_in_another_case_is_the_same_role(library):
    def capital(actor):
        return replace(actor, roles=tuple(replace(role, text="Leader") for role in actor.roles))

    shelve(library, "One", "2026-03-02")
    shelve(library, "Two", "2026-03-03", capital)
    shelve(library, "Three", "2026-03-04")

    (role,) = dossier(library, ELENA).roles
    assert (role.text, role.articles) == ("leader", 3)
    Ledger(library).pin_role(ELENA, "Leader")
    (role,) = dossier(library, ELENA).roles
    assert (role.text, role.is_pinned) == ("Leader", True)


def test_company_is_called_by_the_name_most_mentions_go_with(library):
    shelve(library, "One", "2026-03-02")
    shelve(library, "Two", "2026-03-03")
    newest = lambda actor: replace(actor, name="E. M.") if actor.key == ELENA else actor  # noqa: E731
    shelve(library, "Three", "2026-03-04", newest)

    found = dossier(library, VARNA)

    assert "Elena Marinova" in [one.name for one in found.company]


def test_words_around_a_name_are_whole(library):
    shelve(library, "One", "2026-03-02")

    Ledger(library).add("coast", "Coast", ActorKind.PLACE)

    (line,) = dossier(library, "place:coast").concordance

    assert line.before.startswith("port of Varna reopened")


def test_an_actor_no_article_names_has_an_empty_dossier(library):
    assert dossier(library, "person:nobody").articles == 0


def test_the_network_is_the_same_each_time_and_no_name_lies_on_another(library):
    for number in range(3):
        shelve(library, f"No {number}", "2026-03-02")
    for number, words in enumerate(
        ("ministry", "strike of", "Ships", "agreement", "round of talks")
    ):
        Ledger(library).add(words, f"{words} {'x' * 9} {number}", ActorKind.ORGANISATION)

    shown = network(library, None, least=2)

    assert shown == network(library, None, least=2)
    assert {node.name for node in shown.nodes} >= {"Elena Marinova", "Varna"}
    assert all(link.articles == 3 for link in shown.links)
    for i, one in enumerate(shown.nodes):
        for other in shown.nodes[:i]:
            beside = abs(one.x - other.x) >= (len(one.name) + len(other.name)) * 7 / 2
            assert beside or abs(one.y - other.y) >= 44


def test_the_network_keeps_to_kinds_articles_and_the_least_number(library):
    first = shelve(library, "One", "2026-03-02")
    shelve(library, "Two", "2026-03-02")

    people = network(library, None, kinds=[ActorKind.PERSON], least=2)

    assert [node.name for node in people.nodes] == ["Elena Marinova", "Marinova"]
    assert network(library, [first.id], least=2).nodes == ()
    assert len(network(library, [first.id], least=1).nodes) == 3


def test_the_table_has_a_row_a_link_and_no_formula(library):
    shelve(library, "One", "2026-03-02")
    Ledger(library).rename(VARNA, "=SUM(A1)")

    rows = table(network(library, None, least=1)).splitlines()

    assert rows[0] == "actor,kind,articles,with,kind,articles,both"
    assert len(rows) == 4
    assert "'=SUM(A1)" in rows[2]


def test_groups_without_a_link_lie_side_by_side_and_fill_the_page():
    nodes = [Counted(f"person:{n}", f"Person {n}", ActorKind.PERSON) for n in range(8)]
    links = [Link(i, j, 2) for i, j in combinations(range(8), 2) if i // 4 == j // 4]

    spots = laid_out(nodes, links)

    left, right = spots[:4], spots[4:]
    assert max(x for x, _ in left) < min(x for x, _ in right)
    tall = [y for _, y in spots]
    # No group keeps to a corner: both reach over most of the height.
    for group in (left, right):
        assert max(y for _, y in group) - min(y for _, y in group) > 0.8 * (max(tall) - min(tall))


def test_places_are_called_as_the_window_calls_them():
    assert place_name("place:GB", "Royaume-Uni") == "United Kingdom"
    assert place_name("place:the hague", "Den Haag") == "The Hague"
    assert place_name("place:rio de janeiro", "Rio de Janeiro") == "Rio de Janeiro"
    assert place_name("person:londres", "Londres") == "Londres"

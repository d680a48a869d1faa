"""Versions of a briefing are kept, thinned, compared in words, and put back."""

from dataclasses import replace

import pytest

from briefer.model.briefing import ArticleItem, SectionKind, TextItem
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.briefing_differences import differences
from briefer.services.versions import Versions
from briefer.storage import versions as storage


@pytest.fixture
def desk(library):
    return BriefingDesk(library)


@pytest.fixture
def briefing(desk):
    made = desk.new(title="Harbour", template="plain")
    section = desk.get(made).sections[0]
    desk.add(section.id, [TextItem("Ships wait off the coast."), TextItem("Talks go on.")])
    return made


def naming(content):
    return getattr(content, "text", "") or getattr(content, "headline", "") or content.article


def said(old, new):
    """Each difference as sign, place and text; what was cut in [], what was added in {}."""
    marks = {"cut": "[{}]", "added": "{{{}}}", "same": "{}", "moved": "{}"}
    return [
        (
            d.kind,
            d.of,
            "".join(marks[kind].format(text) for kind, text in d.pieces),
            *([d.note] if d.note else []),
        )
        for d in differences(old, new, naming)
    ]


def test_a_version_is_kept_once_and_can_be_undone(library, desk, briefing):
    versions = Versions(library)

    assert versions.keep(briefing)
    assert not versions.keep(briefing)

    assert len(versions.of(briefing)) == 1
    assert library.undo() == "keep version"
    assert versions.of(briefing) == []
    library.redo()
    assert len(versions.of(briefing)) == 1


def test_an_export_keeps_a_version_that_undo_passes_by(library, desk, briefing):
    versions = Versions(library)
    versions.keep_exported(desk.get(briefing), "a.pdf")
    versions.keep_exported(desk.get(briefing), "a.pdf")

    (kept,) = versions.of(briefing)
    assert (kept.label, kept.lasting) == ("Exported as a.pdf", True)
    assert library.undo() == "add 2 items"
    assert len(versions.of(briefing)) == 1


def test_versions_outlive_their_briefing(library, desk, briefing):
    versions = Versions(library)
    versions.keep(briefing)

    desk.remove(briefing)
    library.undo()

    assert len(versions.of(briefing)) == 1


def test_an_older_version_is_restored_in_one_step(library, desk, briefing):
    versions = Versions(library)
    versions.keep(briefing)
    before = desk.get(briefing)
    desk.set_details(briefing, title="Other")
    desk.remove_section(before.sections[0].id)
    changed = desk.get(briefing)

    versions.restore(briefing, versions.of(briefing)[0])

    assert said(before, desk.get(briefing)) == []
    assert versions.of(briefing)[0].label == "Before another version was restored"
    assert library.undo() == "restore version"
    assert desk.get(briefing) == changed


def test_restoring_what_stands_already_is_no_step(library, desk, briefing):
    versions = Versions(library)
    versions.keep(briefing)

    versions.restore(briefing, versions.of(briefing)[0])

    assert library.undo_label == "keep version"


def test_old_versions_are_thinned_but_never_those_of_exports(library, desk, briefing, monkeypatch):
    moments = iter(f"2026-{1 + n // 60:02d}-{1 + n % 60 // 3:02d}T10:00:00" for n in range(400))

    class Clock(storage.datetime):
        @classmethod
        def now(cls, zone=None):
            return cls.fromisoformat(next(moments))

    monkeypatch.setattr(storage, "datetime", Clock)
    versions = Versions(library)
    for number in range(300):
        desk.set_details(briefing, title=f"Title {number}")
        if number % 100 == 0:
            versions.keep_exported(desk.get(briefing), f"{number}.pdf")
        else:
            versions.keep(briefing)

    kept = versions.of(briefing)

    assert sum(version.lasting for version in kept) == 3
    assert [v.briefing.details.title for v in kept[:20]] == [
        f"Title {n}" for n in range(299, 279, -1)
    ]
    assert 40 <= len(kept) <= 63
    older = [version.kept[:10] for version in kept[20:] if not version.lasting]
    assert len(older) == len(set(older))


def test_what_changed_is_told_section_by_section_and_word_by_word(desk, briefing):
    before = desk.get(briefing)
    first = before.sections[0]
    ships, talks = first.items
    desk.edit(ships.id, TextItem("Ships wait off the southern coast."))
    desk.remove_items([talks.id])
    desk.add(first.id, [TextItem("The strike is over after nine days.")])
    desk.add_section(briefing, SectionKind.TEXT, "Outlook")
    desk.set_details(briefing, title="Harbour today")

    assert said(before, desk.get(briefing)) == [
        ("changed", "details", "Title: Harbour{ today}"),
        ("same", "section", first.heading),
        ("changed", "item", "Ships wait off the{ southern} coast."),
        ("added", "item", "{The strike is over after nine days.}"),
        ("cut", "item", "[Talks go on.]"),
        ("added", "section", "{Outlook}"),
    ]


def test_moves_and_new_names_are_told_as_such(desk, briefing):
    first, second, *_ = desk.get(briefing).sections
    desk.add(first.id, [ArticleItem("a", headline="Port opens"), ArticleItem("b", headline="Rail")])
    before = desk.get(briefing)
    desk.move(first.items[1].id, first.id, 0)
    article = before.sections[0].items[2]
    desk.move(article.id, second.id, 0)
    desk.edit(article.id, replace(article.content, length=2, note="It matters."))
    desk.rename_section(first.id, "Seas")

    found = said(before, desk.get(briefing))

    assert ("moved", "item", "Talks go on.", "moved") in found or (
        "moved",
        "item",
        "Ships wait off the coast.",
        "moved",
    ) in found
    assert ("changed", "section", f"[{first.heading}]{{Seas}}", "renamed") in found
    assert (
        "changed",
        "item",
        "Port opens{ · 2 sentences · It matters.}",
        f"from “{first.heading}”",
    ) in found


def test_a_section_that_goes_takes_its_items_along(desk, briefing):
    before = desk.get(briefing)
    desk.remove_section(before.sections[0].id)

    assert said(before, desk.get(briefing)) == [
        ("cut", "section", f"[{before.sections[0].heading}]"),
        ("cut", "item", "[Ships wait off the coast.]"),
        ("cut", "item", "[Talks go on.]"),
    ]


def test_equal_briefings_have_no_differences(desk, briefing):
    assert said(desk.get(briefing), desk.get(briefing)) == []

"""An issue goes out as a file or inside a document, and comes back on another machine."""

import io
import json
import os
import zipfile
from datetime import UTC, datetime

import pytest
from making import make_analysis, make_article, make_older_analysis

from briefer.engines import export_plain
from briefer.exporters.issue_file import issue_bytes
from briefer.importers.carried_issue import issue_reading
from briefer.importers.issue_file import IssueReading
from briefer.model.briefing import ArticleItem, TextItem
from briefer.model.errors import ExportFailed, UnreadableFile
from briefer.model.summary import Focus, LengthUnit, SummaryLength
from briefer.model.text import Span
from briefer.plugins import Silent
from briefer.services.briefing_desk import BriefingDesk
from briefer.services.composing import compose
from briefer.services.crew import Crew
from briefer.services.importing import Importing
from briefer.services.issue_opening import open_issue
from briefer.services.issue_saving import articles_of, gathered, issue_of
from briefer.services.issue_words import said
from briefer.services.library import Library
from briefer.services.material import Material
from briefer.services.versions import Versions
from briefer.storage.decisions import ActorRule

LENGTH = SummaryLength()
NOW = datetime(2026, 3, 12, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def crew():
    made = Crew()
    yield made
    made.close()


@pytest.fixture
def there(tmp_path):
    """Another machine's library."""
    made = Library(tmp_path / "there" / "library.db")
    yield made
    made.close()


def shelve(library, *titles):
    made = [make_article(title) for title in titles]
    for article in made:
        library.facts.add(article, make_analysis(article))
    with library.step("import"):
        for article in made:
            library.decisions.shelve(article.id)
    return [article.id for article in made]


@pytest.fixture
def briefing(library):
    """A briefing of two articles, with decisions on them."""
    first, second = shelve(library, "First", "Second")
    briefing = BriefingDesk(library).new(title="Harbour", template="plain", issue="12")
    section = library.briefings.get(briefing).sections[0]
    BriefingDesk(library).add(
        section.id,
        [ArticleItem(first, sentences=(0, 2)), ArticleItem(second, note="Why"), TextItem("So.")],
    )
    end = library.facts.analysis(first).sentences[1].span
    with library.step("decide"):
        library.decisions.rule_sentence(first, end, "pin")
        library.decisions.fix(first, "outlet", "The Quay")
        library.decisions.fix(first, "authors", ["Ada Reed"])
        library.wishes.edit(first, end, "Ships waited.")
        library.wishes.set_order(second, [Span(0, 5)])
        library.wishes.add_focus(None, Focus("port"))
        library.decisions.choose_summary(second, "lead", SummaryLength(LengthUnit.WORDS, 40))
        library.decisions.add_rule(ActorRule("rename", "place:varna", value="Port of Varna"))
        library.decisions.add_rule(ActorRule("watch", "place:varna"))
        library.decisions.add_rule(ActorRule("rename", "person:nobody here", value="X"))
        library.story_rulings.rule(first, [second], "together")
        library.story_rulings.name(first, "The strike")
    return briefing


def saved(library, briefing, path):
    with library.elsewhere() as view:
        told = gathered(view, briefing, LENGTH, NOW)
    export_plain({"document": None, "path": str(path), "final": True, "issue": told})
    return path


def opened(library, crew, *paths):
    came = []
    report = Importing(library, crew).bring_in(paths, Silent(), came=came.append)
    assert [str(error) for _, error in report.failures] == []
    return [open_issue(library, one, LENGTH) for one in came]


def texts(library, briefing):
    found = library.briefings.get(briefing)
    return found.details, [
        (s.kind, s.heading, [item.content for item in s.items]) for s in found.sections
    ]


def test_an_issue_opens_on_another_machine_with_all_that_was_decided(
    library, briefing, there, crew, tmp_path
):
    path = saved(library, briefing, tmp_path / "Harbour.briefer")

    (found,) = opened(there, crew, path)

    assert found.state == "new"
    assert texts(there, found.briefing) == texts(library, briefing)
    first, second = (card.id for card in sorted(library.cards(), key=lambda card: card.title))
    assert there.article(first).source == library.article(first).source
    assert there.decisions.rulings(first) == library.decisions.rulings(first)
    assert there.wishes.edits(first) == library.wishes.edits(first)
    assert there.wishes.order(second) == library.wishes.order(second)
    assert there.wishes.focus(first) == (Focus("port"),)
    assert there.decisions.summary_choice(second) == library.decisions.summary_choice(second)
    assert there.decisions.summary_choice(first) is None
    assert [rule.value for rule in there.decisions.actor_rules()] == ["Port of Varna"]
    assert there.story_rulings.titles() == {first: "The strike"}
    assert there.facts.analysis(first) == library.facts.analysis(first)
    assert said(there, found) == "No. 12 was opened as a briefing, with 2 articles."


def test_opening_is_one_step_that_can_be_undone(library, briefing, there, crew, tmp_path):
    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    opened(there, crew, path)

    assert there.undo() == "open issue"

    assert there.cards() == []
    assert there.briefings.all() == []
    assert there.decisions.actor_rules() == []
    there.redo()
    assert len(there.cards()) == 2


def test_the_very_same_issue_is_opened_and_nothing_doubled(library, briefing, crew, tmp_path):
    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    before = library.history

    (found,) = opened(library, crew, path)

    assert (found.state, found.briefing) == ("same", briefing)
    assert len(library.cards()) == 2
    assert len(library.briefings.all()) == 1
    assert library.history == before
    assert "here already" in said(library, found)


def test_another_state_of_an_issue_becomes_a_version_of_the_one_that_is_here(
    library, briefing, there, crew, tmp_path
):
    (first,) = opened(there, crew, saved(library, briefing, tmp_path / "a.briefer"))
    section = library.briefings.get(briefing).sections[0]
    BriefingDesk(library).add(section.id, [TextItem("Later.")])

    (second,) = opened(there, crew, saved(library, briefing, tmp_path / "b.briefer"))
    (again,) = opened(there, crew, tmp_path / "b.briefer")

    assert (second.state, second.briefing) == ("version", first.briefing)
    assert again.version == second.version
    (version,) = Versions(there).of(first.briefing)
    assert version.label == "From b.briefer"
    Versions(there).restore(first.briefing, version)
    assert texts(there, first.briefing) == texts(library, briefing)
    there.undo()
    assert len(Versions(there).of(first.briefing)) == 1


def test_what_the_person_decided_wins_over_the_file(library, briefing, there, crew, tmp_path):
    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    first, _ = shelve(there, "First", "Other")
    with there.step("decide"):
        there.decisions.rule_sentence(first, Span(0, 9), "exclude")
        there.decisions.fix(first, "outlet", "Mine")
        there.decisions.add_rule(ActorRule("rename", "place:varna", value="Mine"))

    (found,) = opened(there, crew, path)

    assert there.decisions.rulings(first) == [(Span(0, 9), "exclude")]
    assert there.decisions.fixes(first) == {"outlet": "Mine", "authors": ["Ada Reed"]}
    assert there.wishes.edits(first) == library.wishes.edits(first)
    assert [rule.value for rule in there.decisions.actor_rules()] == ["Mine"]
    assert said(there, found) == (
        "No. 12 was opened as a briefing, with 2 articles. 1 article was here already."
        " Your own pins, source details and rules on actors were kept."
    )


def test_excerpts_follow_where_the_library_splits_sentences_otherwise(
    library, briefing, there, crew, tmp_path
):
    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    article = make_article("First")
    there.facts.add(article, make_older_analysis(article))

    (found,) = opened(there, crew, path)

    item = there.briefings.get(found.briefing).sections[0].items[0]
    assert item.content.sentences == (0, 1)


def test_the_same_issue_gives_the_same_bytes(library, briefing):
    def made():
        with library.elsewhere() as view:
            found = view.briefings.get(briefing)
            articles = articles_of(view, found)
            return issue_bytes(issue_of(view, found, articles, LENGTH, NOW), articles)

    assert made() == made()
    with zipfile.ZipFile(io.BytesIO(made())) as packed:
        assert packed.namelist()[0] == "mimetype"
        assert "/" not in json.loads(packed.read(packed.namelist()[-1]))["article"]["origin"]


def changed(content, **parts):
    """The file with other parts; the manifest names their digests unless it is among them."""
    import hashlib

    with zipfile.ZipFile(io.BytesIO(content)) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    names = {
        "manifest": "manifest.json",
        "briefing": "briefing.json",
        "decisions": "decisions.json",
    }
    for name, change in parts.items():
        key = names.get(name) or next(n for n in kept if n.startswith("articles/"))
        plain = json.loads(kept[key])
        answer = change(plain)
        kept[key] = answer if isinstance(answer, bytes) else json.dumps(plain).encode()
        if name != "manifest":
            manifest = json.loads(kept["manifest.json"])
            manifest["parts"][key] = hashlib.sha256(kept[key]).hexdigest()
            kept["manifest.json"] = json.dumps(manifest).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in kept.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(name), part, how)
    return out.getvalue()


def put(**values):
    return lambda plain: plain.update(values)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"manifest": put(version=2)}, "newer Briefer"),
        ({"manifest": put(format="other")}, "manifest.json"),
        ({"manifest": put(version="1")}, "manifest.json"),
        ({"manifest": put(parts=[])}, "manifest.json"),
        ({"manifest": put(parts={})}, "changed after|missing"),
        ({"manifest": lambda _: b"{"}, "manifest.json"),
        ({"manifest": lambda _: b"[" * 100_000}, "manifest.json"),
        ({"briefing": lambda _: b"not json"}, "briefing.json"),
        ({"briefing": lambda _: b"[]"}, "briefing.json"),
        ({"briefing": put(details={"title": 5})}, "briefing.json"),
        ({"decisions": lambda _: b"{}"}, "decisions.json"),
        ({"decisions": lambda _: b'{"articles": NaN}'}, "decisions.json"),
        ({"article": lambda plain: plain["article"].update(text="Other.")}, "articles/"),
        ({"article": lambda plain: plain["article"].update(id="0" * 16)}, "articles/"),
        ({"article": lambda _: b"{}"}, "articles/"),
        ({"article": lambda _: b"0" * (70 << 20)}, "unpacks to far more"),
    ],
)
def test_a_file_that_is_no_sound_issue_is_refused_in_words(
    library, briefing, tmp_path, parts, words
):
    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    path.write_bytes(changed(path.read_bytes(), **parts))

    with pytest.raises(UnreadableFile, match=words) as failure:
        issue_reading(path).issue()

    assert failure.value.hint
    assert failure.value.name == str(path)


def test_a_part_that_was_changed_by_hand_is_refused(library, briefing, tmp_path):
    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    content = changed(
        path.read_bytes(), manifest=lambda p: p["parts"].update({"briefing.json": "0"})
    )

    with pytest.raises(UnreadableFile, match=r"briefing\.json was changed"):
        IssueReading(content, path).issue()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_file_that_is_cut_off_is_refused(library, briefing, crew, tmp_path, share):
    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])

    report = Importing(library, crew).bring_in([path], Silent())

    ((_, error),) = report.failures
    assert "cannot be opened" in str(error)


def test_names_that_lead_elsewhere_are_never_followed(library, briefing, there, crew, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    path = saved(library, briefing, folder / "Harbour.briefer")
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("../outside.txt", "out")
        packed.writestr("articles/../../outside.json", "{}")

    (found,) = opened(there, crew, path)

    assert found.state == "new"
    assert not (tmp_path / "outside.txt").exists()


def test_what_a_newer_briefer_added_is_left_out_and_said(library, briefing, there, crew, tmp_path):
    def more(plain):
        plain["later"] = 1
        plain["details"]["mood"] = "calm"
        plain["sections"].append({"kind": "hologram", "heading": "H", "items": []})
        plain["sections"][0]["items"].append({"id": 9, "content": {"type": "smell", "of": "sea"}})

    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    path.write_bytes(changed(path.read_bytes(), briefing=more))

    (found,) = opened(there, crew, path)

    assert found.left_out == 2
    assert texts(there, found.briefing) == texts(library, briefing)
    assert "2 parts made by a newer Briefer were left out." in said(there, found)


def test_an_analysis_that_does_not_fit_its_text_is_made_anew(
    library, briefing, there, crew, tmp_path
):
    def far(plain):
        plain["analysis"]["sentences"][0]["span"]["end"] = 10**9

    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    path.write_bytes(changed(path.read_bytes(), article=far))

    opened(there, crew, path)

    for card in there.cards():
        analysis, text = there.facts.analysis(card.id), there.article(card.id).text
        assert all(one.span.end <= len(text) for one in analysis.sentences)


def test_odd_letters_and_places_in_decisions_do_no_harm(library, briefing, there, crew, tmp_path):
    def odd(plain):
        for told in plain["articles"].values():
            told["fixes"] = {"outlet": "half \ud800", "authors": 5, "id": "x", "url": None}
            told["focus"] = [{"word": "\udfff", "actor": "\ud800"}]
            told["method"] = "no such method"
        plain["rules"] = [{"rule": "rename", "actor": "place:\ud800", "value": "V"}, 5, {}]
        plain["titles"] = dict.fromkeys(plain["articles"], "T �")
        plain["together"] = [["x", "y"]]

    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    path.write_bytes(changed(path.read_bytes(), decisions=odd))

    (found,) = opened(there, crew, path)

    assert found.state == "new"
    assert {there.article(card.id).source.outlet for card in there.cards()} == {"half ?"}
    assert there.check() == []


# Carried -----------------------------------------------------------------------------------------


def carrying(library, briefing, path):
    found = library.briefings.get(briefing)
    document = compose(found, Material({}), now=NOW)
    with library.elsewhere() as view:
        told = gathered(view, briefing, LENGTH, NOW)
    from briefer.model.plain import to_plain

    export_plain({"document": to_plain(document), "path": str(path), "final": True, "issue": told})
    return path


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_document_brings_its_issue_back(library, briefing, there, crew, tmp_path, suffix):
    # Letters that cannot be packed: no reader sees the end of it in the file's first bytes.
    noise = "".join(chr(0x4E00 + n * n * 7919 % 5003) for n in range(20_000))
    BriefingDesk(library).set_details(briefing, prepared_by=noise)
    path = carrying(library, briefing, tmp_path / f"Harbour{suffix}")
    assert (
        path.read_bytes() == carrying(library, briefing, tmp_path / f"again{suffix}").read_bytes()
    )

    (found,) = opened(there, crew, path)

    assert texts(there, found.briefing) == texts(library, briefing)
    assert len(there.cards()) == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "carries its issue"), ("de", "enthält ihre Ausgabe"), ("xx", "carries its issue")],
)
def test_the_last_page_says_that_the_issue_is_inside(library, briefing, tmp_path, language, words):
    import pypdfium2

    BriefingDesk(library).set_details(briefing, language=language)
    path = carrying(library, briefing, tmp_path / "Harbour.pdf")

    with pypdfium2.PdfDocument(path) as document:
        assert words in document[len(document) - 1].get_textpage().get_text_bounded()


def test_a_pdf_that_carries_is_sound_and_keeps_its_structure(library, briefing, tmp_path):
    import pikepdf

    path = carrying(library, briefing, tmp_path / "Harbour.pdf")

    with pikepdf.open(path) as document:
        assert document.check_pdf_syntax() == []
        assert "/StructTreeRoot" in document.Root
        assert list(document.attachments) == ["issue.briefer"]


def test_a_word_document_saved_elsewhere_still_carries_its_issue(library, briefing, tmp_path):
    import docx

    path = carrying(library, briefing, tmp_path / "Harbour.docx")

    docx.Document(str(path)).save(str(path))

    assert len(list(issue_reading(path).articles())) == 2


def test_documents_without_an_issue_are_read_as_articles(tmp_path, crew, there):
    from exports import SAMPLES

    for name in ("pdf", "docx", "zip"):
        path = SAMPLES[name][0](tmp_path)
        assert issue_reading(path) is None


def test_a_foreign_attachment_of_that_name_is_no_issue(library, briefing, tmp_path):
    from briefer.exporters.carrying import put_into_pdf, put_into_word

    pdf, word = tmp_path / "a.pdf", tmp_path / "a.docx"
    for path, put_into in ((pdf, put_into_pdf), (word, put_into_word)):
        export_plain_without(library, briefing, path)
        path.write_bytes(put_into(path.read_bytes(), b"no issue at all"))
        assert issue_reading(path) is None


def export_plain_without(library, briefing, path):
    from briefer.model.plain import to_plain

    document = compose(library.briefings.get(briefing), Material({}), now=NOW)
    export_plain({"document": to_plain(document), "path": str(path), "final": True})


# Trouble on the disk ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["old.briefer", "old.pdf", "old.docx"])
@pytest.mark.parametrize(
    ("error", "words"), [(28, "no room left"), (13, "open in another program")]
)
def test_a_failed_save_leaves_the_old_file(
    library, briefing, tmp_path, monkeypatch, name, error, words
):
    from pathlib import Path

    path = tmp_path / name
    path.write_bytes(b"old")
    real = Path.write_bytes

    def full(self, content):
        if self.name.startswith(".briefer-"):
            real(self, content[:100])
            raise OSError(error, "trouble")
        return real(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(ExportFailed, match=words):
        (saved if path.suffix == ".briefer" else carrying)(library, briefing, path)

    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.glob(".briefer-*")] == []


@pytest.mark.parametrize("name", ["old.briefer", "old.pdf"])
def test_a_file_that_is_open_elsewhere_is_left_alone(
    library, briefing, tmp_path, monkeypatch, name
):
    from pathlib import Path

    path = tmp_path / name
    path.write_bytes(b"old")

    def held(self, target):
        raise PermissionError(13, "held open")

    monkeypatch.setattr(Path, "replace", held)

    with pytest.raises(ExportFailed, match="open in another program") as failure:
        (saved if path.suffix == ".briefer" else carrying)(library, briefing, path)

    assert failure.value.name == name
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said(library, briefing, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)

    with pytest.raises(ExportFailed, match="may not write"):
        saved(library, briefing, folder / "Harbour.briefer")


def test_a_file_that_does_not_carry_what_it_should_is_not_put_in_place(
    library, briefing, tmp_path, monkeypatch
):
    from briefer.exporters import carrying as module

    path = tmp_path / "old.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(module, "out_of_pdf", lambda _: b"")

    with pytest.raises(ExportFailed, match="does not carry"):
        carrying(library, briefing, path)

    assert path.read_bytes() == b"old"


def test_a_full_disk_while_an_issue_is_opened_leaves_the_library_as_it_was(
    library, briefing, there, crew, tmp_path
):
    from briefer.model.errors import LibraryProblem

    BriefingDesk(library).set_details(briefing, prepared_by="long " * 200_000)
    path = saved(library, briefing, tmp_path / "Harbour.briefer")
    came = []
    Importing(there, crew).bring_in([path], Silent(), came=came.append)
    (pages,) = there._connection.execute("PRAGMA page_count").fetchone()
    there._connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(LibraryProblem, match="full"):
        open_issue(there, came[0], LENGTH)

    assert there.cards() == []
    assert there.briefings.all() == []

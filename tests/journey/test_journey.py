"""The main job by mouse, in the real window, from the drop to the exported files and back."""

import sys
import zipfile

import journey
import pytest
from pypdf import PdfReader

from briefer import places

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the journey needs an X server")


def test_a_morning_by_mouse_from_three_dropped_files_to_both_documents_and_back(tmp_path):
    assert journey.missing() == []
    samples = sorted((places.resources() / "samples").glob("*"))[:3]

    with journey.Journey(tmp_path / "home") as run:
        seen = journey.morning(run, samples)

    assert len(seen["imported"]["articles"]) == 3
    assert seen["pinned"]["pinned"].count(True) == 1
    assert len(seen["merged"]["actors"]) == len(seen["imported"]["actors"]) - 1
    assert seen["assembled"]["items"] == [["Bottom line", 1], ["Top stories", 1]]
    (pdf,) = (tmp_path / "home").glob("*.pdf")
    (docx,) = (tmp_path / "home").glob("*.docx")
    assert "Top stories" in "".join(page.extract_text() for page in PdfReader(pdf).pages)
    with zipfile.ZipFile(docx) as parts:
        assert "Top stories" in parts.read("word/document.xml").decode()
    assert seen["undone"]["articles"] == []
    assert seen["undone"]["items"] == []


def test_a_story_by_mouse_from_the_switch_to_an_article_dragged_in_and_back(tmp_path):
    samples = places.resources() / "samples"
    names = ("closure.txt", "bulletin.html", "commission.html", "gazette.html")
    articles = [
        samples / "corridor-agreement.docx",
        *(samples / f"danube-{name}" for name in names),
    ]

    with journey.Journey(tmp_path / "home") as run:
        seen = journey.one_story(run, articles)

    assert [count for _, count in seen["story"]["stories"]] == [4]
    assert seen["story"]["story"] == seen["story"]["stories"][0][0]
    assert [count for _, count in seen["moved"]["stories"]] == [5]
    assert seen["moved-back"]["stories"] == seen["story"]["stories"]


def test_a_sentence_is_asked_for_its_reasons_moved_and_compared_by_mouse(tmp_path):
    samples = sorted((places.resources() / "samples").glob("*"))[:3]

    with journey.Journey(tmp_path / "home") as run:
        seen = journey.choosing(run, samples)

    assert any(text.startswith("Rank 1 of") for text in seen["why"]["shown"])
    assert seen["focused"]["focus"] == ["Commission"]
    assert "in common" in seen["comparison"]["compared"]


def test_an_actor_is_opened_by_a_double_click_and_left_by_the_keys(tmp_path):
    samples = sorted((places.resources() / "samples").glob("danube*"))

    with journey.Journey(tmp_path / "home") as run:
        seen = journey.who_is_who(run, samples)

    assert seen["actor"]["page"] in seen["actor"]["actors"]
    assert seen["network"]["nodes"] > 1
    assert seen["back"]["open"]

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

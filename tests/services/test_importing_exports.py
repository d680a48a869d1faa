"""Files of many articles on their way into the library."""

import zipfile
from email.message import EmailMessage

import exports
import pytest

from briefer.plugins import Silent
from briefer.services import fetching
from briefer.services.crew import Crew
from briefer.services.importing import Importing


@pytest.fixture
def importing(library):
    crew = Crew(1)
    yield Importing(library, crew)
    crew.close()


class Labels:
    """A progress that keeps what it is told."""

    def __init__(self):
        self.seen = []

    def step(self, done, total, label):
        self.seen.append(label)


def test_every_article_of_an_export_is_kept_and_each_failure_named(importing, tmp_path):
    path = tmp_path / "export.html"
    path.write_text(exports.lexis_page(broken=True), "utf-8")
    arrived = []

    report = importing.bring_in([path], Silent(), arrived.append)

    assert report.sentence == "1 article imported, 1 could not be read."
    assert arrived == report.articles
    ((name, error),) = report.failures
    assert name == f"{path}, article 2 (“Second day”)"
    assert error.hint


def test_progress_counts_the_articles_of_one_file(importing, tmp_path):
    path = tmp_path / "export.txt"
    path.write_text(exports.lexis_text(articles=5), "utf-8")
    labels = Labels()

    report = importing.bring_in([path], labels)

    assert len(report.articles) == 5
    assert next(filter(None, labels.seen)) == "export.txt"
    assert labels.seen[-1] == "export.txt: 5 articles"


@pytest.mark.parametrize("name", ["link.url", "link.webloc"])
def test_a_link_is_fetched_only_when_it_is_dropped_itself(importing, tmp_path, monkeypatch, name):
    folder = tmp_path / "links"
    folder.mkdir()
    path = folder / name
    shortcut = b"[InternetShortcut]\r\nURL=https://courier.example/1\r\n"
    path.write_bytes(shortcut if name.endswith("url") else exports.webloc())
    asked = []

    def fetch(address):
        asked.append(address)
        return exports.PAGE.encode()

    monkeypatch.setattr(fetching, "fetch", fetch)

    inside = importing.bring_in([folder], Silent())

    assert asked == []
    assert "only a link" in inside.failures[0][1].what

    dropped = importing.bring_in([path], Silent())

    assert asked == ["https://courier.example/1"]
    assert len(dropped.articles) == 1


@pytest.mark.parametrize("packed", ["zip", "mail", "zip in mail"])
def test_an_export_inside_another_file_is_held_back_for_review_too(importing, tmp_path, packed):
    export, note = exports.lexis_text(articles=3), "\n\n".join(("A note", *exports.BODY))
    path = tmp_path / "packed"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("export.txt", export)
        made.writestr("note.txt", note)
    if "mail" in packed:
        mail = EmailMessage()
        mail["From"], mail["Subject"], mail["Date"] = (
            "a@press.example",
            "Articles",
            "Mon, 02 Mar 2026 09:02:03 +0200",
        )
        mail.set_content(note)
        if packed == "mail":
            mail.add_attachment(export, filename="export.txt")
        else:
            mail.add_attachment(
                path.read_bytes(), maintype="application", subtype="zip", filename="a.zip"
            )
        path.write_bytes(bytes(mail))
    held = []

    report = importing.bring_in([path], Silent(), held=held.append)

    assert len(held) == 3
    assert all("export.txt" in found.what.origin for found in held)
    assert len(set(report.articles)) == 1

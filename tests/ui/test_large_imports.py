"""Imports of many files and of links as a person follows them: time left, stopping, again."""

import io
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import docx
import exports
import pytest
from making import make_article
from PySide6.QtCore import QMimeData, QPoint, QUrl
from reportlab.pdfgen import canvas
from wires import shelve, story, wire

from briefer.model.errors import Cancelled
from briefer.plugins import Silent
from briefer.services import fetching
from briefer.services.crew import Crew
from briefer.services.importing import Importing, ImportReport
from briefer.ui import wording
from briefer.ui.library import card_text
from briefer.ui.pace import Pace, Progress

pytestmark = pytest.mark.gui


def many(folder, count):
    folder.mkdir(exist_ok=True)
    for number in range(count):
        text = f"The ferry strike of day {number} ended, the port said. Crews return at {number}.\n"
        (folder / f"story-{number:03}.txt").write_text(text)
    return folder


def bring_in(window, qtbot, inputs, said="."):
    window.commands.bringing_in.bring_in(inputs)
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    qtbot.waitUntil(lambda: said in window.notice.text and "Reading" not in window.notice.text)


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def said_while(seconds, per_second, total=4800, done=0, pace=None, clock=None):
    """What is said each second while so many files a second are read."""
    clock = clock or Clock()
    pace = pace or Pace(clock)
    told = []
    for _ in range(seconds):
        told.append(pace.left(int(done), total))
        clock.now += 1
        done += per_second
    return told


def test_the_time_left_is_said_after_a_few_seconds_and_counts_down():
    told = said_while(300, 16)

    assert told[:4] == [""] * 4
    assert told[5] == "about 5 minutes left"
    assert told[150] == "about 2 minutes left"
    assert told[-1] == "a few seconds left"
    changes = sum(one != other for one, other in pairwise(told))
    assert changes <= 8


def test_the_time_left_does_not_jump_with_each_slow_file():
    clock = Clock()
    pace = Pace(clock)
    told, done = [], 0
    for second in range(120):
        told.append(pace.left(done, 4800))
        clock.now += 1
        done += 0 if second % 10 in (8, 9) else 20
    changes = [one for one, other in pairwise(told) if one != other]

    assert len(changes) <= 6
    assert set(told[6:]) <= {f"about {minutes} minutes left" for minutes in (3, 4, 5)}


def test_what_a_job_tells_is_passed_on_a_few_times_a_second():
    clock, told = Clock(), []
    progress = Progress(lambda *said: told.append(said), clock)

    for number in range(100):
        progress.step(number, 200, "story.txt")
        clock.now += 0.01

    assert [done for done, *_ in told] == [0, 25, 50, 75]


def test_a_repeated_import_adds_nothing_twice_and_says_so(window, qtbot, tmp_path):
    desk = many(tmp_path / "desk", 5)
    bring_in(window, qtbot, [desk])
    (desk / "late.txt").write_text("A sixth story came in late, about the pilots of Constanta.\n")

    bring_in(window, qtbot, [desk], "already")

    assert window.notice.text == "1 article imported, 5 were already here."
    assert window.library.model.shelf.articles == 6

    bring_in(window, qtbot, [desk], "6 articles")

    assert window.notice.text == "6 articles were already here."
    assert window.library.model.shelf.articles == 6


class StopAt:
    """A progress that is cancelled once so many files are done."""

    def __init__(self, most):
        self._most = most

    def step(self, done, total, label):
        if done >= self._most:
            raise Cancelled


def test_a_stopped_import_keeps_what_is_done_and_says_what_is_left(library, tmp_path):
    crew, arrived = Crew(1), []
    importing = Importing(library, crew)
    desk = many(tmp_path / "desk", 20)

    report = importing.bring_in([desk], StopAt(8), arrived.append)

    assert report.stopped
    assert len(report.articles) == 8
    assert arrived == report.articles
    assert all(library.facts.article(key) for key in arrived)
    assert report.sentence == "Stopped. 8 articles imported. 12 files were left."

    again = importing.bring_in([desk], Silent())
    crew.close()

    assert (len(again.articles), again.known) == (20, 8)


def test_stop_in_the_window_says_what_was_kept(window, qtbot, tmp_path, monkeypatch):
    crew, stopped = window.house.importing._crew, threading.Event()
    each = crew.each

    def waiting(*asked, **options):
        for number, answer in enumerate(each(*asked, **options)):
            yield answer
            if number == 20:
                # As long as the person needs to find the button; the list shows what is kept.
                options["idle"]()
                stopped.wait(30)

    monkeypatch.setattr(crew, "each", waiting)
    window.commands.bringing_in.bring_in([many(tmp_path / "desk", 60)])
    qtbot.waitUntil(lambda: window.library.model.rowCount() > 0, timeout=60000)

    window.notice._act()
    stopped.set()

    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)
    qtbot.waitUntil(lambda: "Stopped." in window.notice.text)
    kept = window.library.model.shelf.articles
    assert 0 < kept < 60
    assert window.notice.text.startswith(f"Stopped. {kept} article")
    assert window.notice.text.endswith(f" {60 - kept} files were left.")


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (ImportReport(["a"] * 4813, known=4812), "1 article imported, 4,812 were already here."),
        (ImportReport(["a"], known=1), "1 article was already here."),
        (ImportReport(["a"], known=1, stopped=True, left=1),
         "Stopped. 1 article was already here. 1 file was left."),
        (ImportReport(), "0 articles imported."),
    ],
)  # fmt: skip
def test_an_import_is_told_in_a_sentence(report, said):
    assert report.sentence == said


class Site:
    """A web server of our own: path to (type, content)."""

    def __init__(self, pages):
        class Answering(BaseHTTPRequestHandler):
            def do_GET(self):
                kind, content = pages[self.path]
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


LINES = [
    "The pilots of Constanta accepted the offer of the harbour master on Friday evening.",
    "They will guide ships again from Saturday, three weeks after the first of them stopped.",
]


def word_file():
    document, kept = docx.Document(), io.BytesIO()
    for line in LINES:
        document.add_paragraph(line)
    document.save(kept)
    return kept.getvalue()


def pdf_file():
    kept = io.BytesIO()
    page = canvas.Canvas(kept)
    for number, line in enumerate(LINES):
        page.drawString(40, 700 - 60 * number, line)
    page.save()
    return kept.getvalue()


FEED = (
    "<?xml version='1.0'?><rss version='2.0' xmlns:c='http://purl.org/rss/1.0/modules/content/'>"
    "<channel><title>Courier</title>"
    + "".join(
        f"<item><guid>{n}</guid><title>Story {n}</title><c:encoded><![CDATA[<html><body>"
        f"<p>{line}</p></body></html>]]></c:encoded></item>"
        for n, line in enumerate(LINES)
    )
    + "</channel></rss>"
).encode()


@pytest.fixture
def site():
    found = Site({
        "/offer": ("application/octet-stream", word_file()),
        "/report.pdf": ("application/pdf", pdf_file()),
        "/feed": ("text/xml", FEED),
        "/plain.txt": ("text/plain", "\n\n".join(LINES).encode()),
        "/page": ("text/html", exports.PAGE.encode()),
    })  # fmt: skip
    yield found
    found.close()


@pytest.mark.parametrize(
    ("path", "count"), [("/offer", 1), ("/report.pdf", 1), ("/plain.txt", 1), ("/feed", 2)]
)
def test_a_link_is_read_by_what_it_answers(window, qtbot, site, path, count):
    data = QMimeData()
    data.setUrls([QUrl(site.address + path)])

    window.commands.bringing_in.drop(data)
    qtbot.waitUntil(lambda: window.library.model.rowCount() == count, timeout=60000)
    qtbot.waitUntil(lambda: not window.house.jobs.busy, timeout=60000)

    library = window.house.library
    found = [library.article(card.id) for card in library.cards()]
    assert sorted(line for one in found for line in one.text.split("\n\n")) == LINES
    if count == 1:
        assert found[0].source.url == found[0].origin == site.address + path
        assert library.facts.analysis(found[0].id).article == found[0].id


def test_a_page_at_a_link_knows_its_address(window, qtbot, site):
    bring_in(window, qtbot, [site.address + "/page"], "imported")

    library = window.house.library
    (card,) = library.cards()
    assert exports.BODY[2] in library.article(card.id).text


@pytest.mark.parametrize("code", ["zxx", "und"])
def test_a_code_for_no_language_is_not_shown(code):
    assert wording.language(code) == wording.language_sign(code) == ""
    assert wording.language_sign("fr") == "FR"


def test_a_title_of_one_endless_word_ends_in_dots_on_its_card(window):
    font = card_text.title_font(window.font())

    lines, _ = card_text._lines("Donau" * 80, 180, font.toString())

    metrics = card_text.QFontMetrics(font)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 180 for line in lines)


def test_an_article_whose_kept_analysis_is_none_can_be_opened(window, library):
    from briefer.model.analysis import ToldAnalysis

    made = make_article()
    facts = window.house.library.facts
    facts.add(made, ToldAnalysis(made.id, b'{"sentences": 7, "version": "x"}'))
    with window.house.library.step("import"):
        window.house.library.decisions.shelve(made.id)

    window.library.choose(made.id)

    assert window.room.article.id == made.id


def test_an_address_that_does_not_answer_can_be_given_up(library, monkeypatch):
    asked, given_up = threading.Event(), threading.Event()

    def fetch(_):
        asked.set()
        given_up.wait(30)
        return b""

    class Stop:
        def step(self, done, total, label):
            if asked.is_set():
                raise Cancelled

    monkeypatch.setattr(fetching, "fetch", fetch)
    crew = Crew(1)

    report = Importing(library, crew).bring_in(["https://courier.example/1"], Stop())
    given_up.set()
    crew.close()

    assert report.stopped
    assert report.sentence == "Stopped. 0 articles imported."


def test_what_comes_in_does_not_push_away_what_is_looked_at(window, qtbot):
    library, view = window.house.library, window.library.list
    stories = [wire(story(*range(9 * n, 9 * n + 9)), f"Story {n}") for n in range(40)]
    shelve(library, *stories[:30])
    view.doItemsLayout()
    view.verticalScrollBar().setValue(700)
    seen = window.library.model.card(view.indexAt(QPoint(60, 5))).id
    place = view.visualRect(view.indexAt(QPoint(60, 5))).top()

    shelve(library, *stories[30:])

    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 700)
    assert window.library.model.card(view.indexAt(QPoint(60, 5))).id == seen
    assert view.visualRect(view.indexAt(QPoint(60, 5))).top() == place


def test_what_comes_in_is_seen_at_the_beginning_of_the_list(window):
    library, view = window.house.library, window.library.list
    stories = [wire(story(*range(9 * n, 9 * n + 9)), f"Story {n}") for n in range(20)]
    shelve(library, *stories[:15])
    view.doItemsLayout()

    shelve(library, *stories[15:])
    view.doItemsLayout()

    assert window.library.model.card(view.indexAt(QPoint(60, 5))).id == stories[-1].id

"""Watched folders and feeds: everything new once, nothing twice, failures in one line."""

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import exports
import pytest
from wires import story

from briefer.model.errors import Cancelled, UnreadableFile
from briefer.plugins import Silent
from briefer.services import fetching
from briefer.services.crew import Crew
from briefer.services.duplicates import Copies
from briefer.services.library import Library, Wanted
from briefer.services.watching import Watching

STORY = "The ferry strike ended on Monday, the port of {} said. Crews return to work at noon.\n"


@pytest.fixture(scope="module")
def crew():
    found = Crew(1)
    yield found
    found.close()


@pytest.fixture
def watching(library, crew):
    return Watching(library, crew)


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def look(watching, number=0):
    """One look, shelved: how many articles are new."""
    return watching.settle(watching.look(watching.places[number], Silent()))


def looked(watching, times=2):
    """Looks at the first place until its files have stood still."""
    return sum(look(watching) for _ in range(times))


# -- folders ----------------------------------------------------------------------------------------


def test_nothing_is_watched_until_something_was_added(watching):
    assert watching.places == []
    assert watching.due(datetime.now(UTC)) == []


def test_a_file_comes_in_when_its_size_has_been_stable_and_only_once(watching, library, desk):
    watching.add_folder(desk)
    (desk / "a.txt").write_text(STORY.format("Varna"))

    assert look(watching) == 0
    assert watching.places[0].result == "Waiting for files to be complete."
    assert look(watching) == 1
    assert watching.places[0].result == "1 new article."
    assert look(watching) == 0
    assert [card.id for card in library.cards(Wanted(fresh=True))] == [
        card.id for card in library.cards()
    ]


def test_a_copy_that_a_watched_folder_brings_is_folded(watching, library, desk):
    watching.add_folder(desk)
    (desk / "one.txt").write_text("Port opens\n\n" + "\n\n".join(story(*range(12))))
    (desk / "two.txt").write_text("Ships sail\n\n" + "\n\n".join(story(*range(7))))

    assert looked(watching) == 2

    assert Copies(library).shelf().texts == 1


def test_a_file_that_grows_waits(watching, desk):
    watching.add_folder(desk)
    path = desk / "a.txt"
    for length in range(1, 4):
        path.write_text(STORY.format("Varna") * length)
        assert look(watching) == 0

    assert look(watching) == 1


def test_a_file_that_is_always_written_does_not_keep_the_disk_busy(watching, desk):
    watching.add_folder(desk)
    for length in range(1, 25):
        (desk / "log.txt").write_text("x" * length)
        look(watching)

    assert watching.due(datetime.now(UTC)) == []


def test_after_a_restart_under_another_name_or_touched_nothing_comes_twice(tmp_path, crew, desk):
    path = tmp_path / "own.db"
    (desk / "a.txt").write_text(STORY.format("Varna"))
    library = Library(path)
    watching = Watching(library, crew)
    watching.add_folder(desk)
    assert looked(watching) == 1
    library.close()

    (desk / "a.txt").rename(desk / "b.txt")
    (desk / "c.txt").write_text(STORY.format("Varna"))
    library = Library(path)
    again = Watching(library, crew)

    assert looked(again) == 0
    assert len(library.cards()) == 1
    library.close()


def test_what_the_user_removed_does_not_come_back_even_when_the_place_is_added_anew(
    watching, library, desk
):
    (desk / "a.txt").write_text(STORY.format("Varna"))
    watching.add_folder(desk)
    looked(watching)
    (card,) = library.cards()
    with library.step("remove 1 article"):
        library.decisions.take_off(card.id)

    watching.remove(watching.places[0])
    watching.add_folder(desk)

    assert looked(watching) == 0
    assert library.cards() == []


def test_an_article_that_is_on_the_shelf_already_is_not_new(watching, library, crew, desk):
    from briefer.services.importing import Importing

    path = desk / "a.txt"
    path.write_text(STORY.format("Varna"))
    importing = Importing(library, crew)
    report = importing.bring_in([path], Silent())
    importing.shelve(report.articles, "import", "x")
    watching.add_folder(desk)

    assert looked(watching) == 0
    assert library.fresh == 0


def test_undo_passes_arrivals_by_and_brings_back_what_it_should(watching, library, desk):
    (desk / "a.txt").write_text(STORY.format("Varna"))
    watching.add_folder(desk)
    looked(watching)
    (first,) = library.cards()
    with library.step("remove 1 article"):
        library.decisions.take_off(first.id)
    (desk / "b.txt").write_text(STORY.format("Burgas"))

    assert looked(watching) == 1
    assert library.undo() == "remove 1 article"
    assert len(library.cards()) == 2
    assert library.redo() == "remove 1 article"
    assert library.undo_label == "remove 1 article"
    assert library.check() == []


def test_read_or_dismissed_articles_leave_the_new_shelf_and_stay_in_the_list(
    watching, library, desk
):
    for name in ("Varna", "Burgas", "Sozopol"):
        (desk / f"{name}.txt").write_text(STORY.format(name))
    watching.add_folder(desk)
    looked(watching)
    cards = library.cards(Wanted(fresh=True))
    assert len(cards) == library.fresh == 3

    library.facts.mark_opened(cards[0].id)
    with library.step("dismiss 1 article"):
        library.decisions.dismiss(cards[1].id)

    assert [card.id for card in library.cards(Wanted(fresh=True))] == [cards[2].id]
    assert len(library.cards()) == 3
    library.undo()
    assert library.fresh == 2


def test_unreadable_files_are_one_line_that_stays_until_it_was_seen(watching, desk):
    (desk / "good.txt").write_text(STORY.format("Varna"))
    (desk / "bad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog")
    watching.add_folder(desk)

    assert looked(watching, 3) == 1
    (place,) = watching.places
    assert place.state == "missed"
    assert place.result.startswith("1 new article. bad.pdf: ")

    watching.acknowledge()
    look(watching)
    assert (watching.places[0].state, watching.places[0].result) == ("well", "Nothing new.")


def test_a_folder_that_is_gone_says_so_and_is_well_when_it_is_back(watching, desk):
    watching.add_folder(desk)
    moved = desk.rename(desk.with_name("elsewhere"))

    look(watching)
    assert watching.places[0].state == "failed"
    assert "cannot be reached" in watching.places[0].result
    now = datetime.now(UTC)
    assert watching.due(now + timedelta(minutes=4)) == []
    assert len(watching.due(now + timedelta(minutes=6))) == 1

    moved.rename(desk)
    look(watching)
    assert watching.places[0].state == "well"


def test_half_downloads_hidden_and_empty_files_are_no_articles(watching, desk):
    for name in ("a.part", ".hidden.txt", "~$b.docx", "Thumbs.db", "c.crdownload"):
        (desk / name).write_text(STORY.format("Varna"))
    (desk / "empty.txt").touch()
    watching.add_folder(desk)

    assert looked(watching, 3) == 0
    assert watching.places[0].result == "Nothing new."


def test_an_export_in_a_watched_folder_gives_all_its_articles(watching, desk):
    (desk / "export.txt").write_text(exports.lexis_text(articles=3), "utf-8")
    watching.add_folder(desk)

    assert looked(watching) == 3


def test_places_are_due_when_their_time_has_come(watching, library, desk):
    watching.add_folder(desk)
    assert len(watching.due(datetime.now(UTC))) == 1
    look(watching)
    now = datetime.now(UTC)

    assert watching.due(now) == []
    assert len(watching.due(now + timedelta(minutes=1, seconds=1))) == 1
    watching.change(watching.places[0], minutes=60, whole=False)
    assert watching.due(now + timedelta(minutes=2)) == []
    assert len(watching.due(now - timedelta(days=400))) == 1


def test_the_same_place_is_watched_once(watching, desk):
    watching.add_folder(desk)

    with pytest.raises(UnreadableFile, match="already"):
        watching.add_folder(desk)


# -- feeds ------------------------------------------------------------------------------------------


class Site:
    """A web server of our own: path to (status, headers, content); what was asked is kept."""

    def __init__(self):
        self.pages, self.asked = {}, []
        site = self

        class Answering(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                status, headers, content = site.pages.get(self.path, (404, {}, b""))
                if headers.get("ETag") and self.headers["If-None-Match"] == headers["ETag"]:
                    status, content = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
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

    def feed(self, *entries, etag='"1"'):
        items = "".join(
            f"<item><guid>{guid}</guid><title>{title}</title><link>{self.address}/{guid}</link>"
            f"<description>{text}</description>"
            "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item>"
            for guid, title, text in entries
        )
        whole = f"<rss version='2.0'><channel><title>Courier</title>{items}</channel></rss>"
        self.pages["/feed"] = (200, {"ETag": etag, "Last-Modified": "then"}, whole.encode())

    def close(self):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def site():
    found = Site()
    yield found
    found.close()


ONE = ("1", "Port reopens", "The port of Varna reopened on Monday after a strike of nine days.")
TWO = ("2", "Second day", "Ships that had waited off the coast of Varna came in on Tuesday.")


def test_entries_come_in_with_the_feeds_own_text_and_no_page_is_fetched(watching, library, site):
    site.feed(ONE, TWO)
    watching.add_feed(f"{site.address}/feed")

    assert look(watching) == 2
    assert [path for path, _ in site.asked] == ["/feed"]
    card = next(card for card in library.cards() if card.title == "Port reopens")
    article = library.article(card.id)
    assert (article.source.outlet, article.source.published[:10]) == ("Courier", "2026-03-02")
    assert article.text == ONE[2]
    assert article.warnings == ("The feed gives only the beginning of this article.",)
    assert article.origin == article.source.url == f"{site.address}/1"


def test_a_feed_that_has_not_changed_is_not_sent_again(watching, site):
    site.feed(ONE)
    watching.add_feed(f"{site.address}/feed")
    look(watching)

    assert look(watching) == 0
    _, headers = site.asked[1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"1"', "then")
    assert watching.places[0].result == "Nothing new."


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_be_asked_later_is_left_in_peace_so_long(watching, site, status):
    site.feed(ONE)
    watching.add_feed(f"{site.address}/feed")
    look(watching)
    site.pages["/feed"] = (status, {"Retry-After": "7200"}, b"")

    assert look(watching) == 0

    (place,) = watching.places
    now = datetime.now(UTC)
    assert "left in peace for 120 minutes" in place.result
    assert watching.due(now + timedelta(minutes=110)) == []
    assert watching.due(now + timedelta(minutes=121)) == [place]
    assert place.etag == '"1"'


def test_a_server_says_a_moment_as_well_and_never_puts_itself_off_for_long(watching, site):
    site.pages["/feed"] = (429, {"Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"}, b"")
    watching.add_feed(f"{site.address}/feed")

    look(watching)

    assert watching.due(datetime.now(UTC) + timedelta(hours=23)) == []
    assert watching.due(datetime.now(UTC) + timedelta(hours=25)) == watching.places


@pytest.mark.parametrize("said", ["", "soon", "-5", "Fri, 01 Jan 2010 00:00:00 GMT", "²"])
def test_what_asks_for_no_time_is_tried_again_as_ever(watching, site, said):
    site.pages["/feed"] = (503, {"Retry-After": said} if said.isascii() else {}, b"")
    watching.add_feed(f"{site.address}/feed")

    look(watching)

    assert watching.places[0].later == ""
    assert watching.due(datetime.now(UTC) + timedelta(minutes=31)) == watching.places


def test_entries_whose_pages_are_put_off_come_with_the_next_look(watching, library, site):
    site.feed(ONE, TWO)
    site.pages["/1"] = (200, {"Content-Type": "text/html"}, exports.PAGE.encode())
    site.pages["/2"] = (429, {"Retry-After": "600"}, b"")
    watching.add_feed(f"{site.address}/feed")
    watching.change(watching.places[0], minutes=30, whole=True)

    assert look(watching) == 1
    assert watching.due(datetime.now(UTC) + timedelta(minutes=5)) == []
    assert watching.places[0].etag == ""
    site.pages["/2"] = (
        200,
        {"Content-Type": "text/html"},
        exports.PAGE.replace("Port", "Dock").encode(),
    )

    assert look(watching) == 1
    assert [path for path, _ in site.asked] == ["/feed", "/1", "/2", "/feed", "/2"]


def test_only_entries_that_were_never_seen_come_in_whatever_else_changes(watching, site):
    site.feed(ONE)
    watching.add_feed(f"{site.address}/feed")
    look(watching)
    site.feed(("1", "Port reopens (updated)", "Another text of it."), TWO, etag='"2"')

    assert look(watching) == 1


def test_whole_articles_are_fetched_only_where_that_is_wanted(watching, library, site):
    site.feed(ONE)
    site.pages["/1"] = (200, {"Content-Type": "text/html"}, exports.PAGE.encode())
    watching.add_feed(f"{site.address}/feed")
    watching.change(watching.places[0], minutes=30, whole=True)

    assert look(watching) == 1
    assert [path for path, _ in site.asked] == ["/feed", "/1"]
    (card,) = library.cards()
    article = library.article(card.id)
    assert exports.BODY[2] in article.text
    assert article.source.outlet == "Courier"
    assert article.source.published[:10] == "2026-03-02"
    assert library.facts.analysis(article.id) is not None


def test_where_the_page_is_gone_the_feeds_text_is_kept_and_it_is_said(watching, library, site):
    site.feed(ONE)
    watching.add_feed(f"{site.address}/feed")
    watching.change(watching.places[0], minutes=30, whole=True)

    assert look(watching) == 1
    assert "404" in watching.places[0].result
    assert watching.places[0].state == "missed"
    assert library.article(library.cards()[0].id).text == ONE[2]


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/xml,<rss/>", "app:x"]
)
def test_no_redirect_leads_off_the_web(watching, site, target):
    site.pages["/feed"] = (302, {"Location": target}, b"")
    watching.add_feed(f"{site.address}/feed")

    assert look(watching) == 0
    assert watching.places[0].state == "failed"


def test_redirects_are_followed_but_not_for_ever(watching, site):
    site.feed(ONE)
    site.pages["/old"] = (301, {"Location": "/feed"}, b"")
    site.pages["/round"] = (302, {"Location": "/round"}, b"")
    watching.add_feed(f"{site.address}/old")
    watching.add_feed(f"{site.address}/round")

    assert look(watching, 0) == 1
    assert look(watching, 1) == 0
    assert len([path for path, _ in site.asked if path == "/round"]) <= 10


def test_an_address_of_the_net_never_leads_into_the_users_own_network():
    assert not fetching.may_lead("https://93.184.216.34/feed", "http://127.0.0.1:631/")
    assert not fetching.may_lead("https://93.184.216.34/feed", "http://192.168.0.1/")
    assert not fetching.may_lead("https://93.184.216.34/feed", "http://[::1]/")
    assert fetching.may_lead("http://192.168.0.1/feed", "http://192.168.0.2/")
    assert fetching.may_lead("https://93.184.216.34/feed", "http://93.184.216.35/")
    assert not fetching.may_lead("http://192.168.0.1/feed", "file:///etc/passwd")


def test_a_feed_that_is_too_large_is_given_up(watching, site, monkeypatch):
    site.feed(ONE)
    monkeypatch.setattr("briefer.services.feed_look._MOST_BYTES", 100)
    watching.add_feed(f"{site.address}/feed")

    assert look(watching) == 0
    assert "larger than" in watching.places[0].result


def test_a_page_that_is_no_feed_says_so_and_names_the_feed_it_knows(watching, site):
    page = (
        "<html><head><link rel='alternate' type='application/rss+xml'"
        " href='https://courier.example/rss'></head><body>News</body></html>"
    )
    site.pages["/feed"] = (200, {}, page.encode())
    watching.add_feed(f"{site.address}/feed")

    look(watching)

    (place,) = watching.places
    assert place.result == (
        "There is no feed at this address. The page names its feed: https://courier.example/rss"
    )
    assert place.etag == ""


def test_what_a_look_could_not_finish_is_taken_at_the_next(watching, site, monkeypatch):
    monkeypatch.setattr("briefer.services.feed_look._MOST_ENTRIES", 1)
    site.feed(ONE, TWO)
    watching.add_feed(f"{site.address}/feed")

    assert look(watching) == 1
    assert len(watching.due(datetime.now(UTC))) == 1
    assert look(watching) == 1
    assert watching.due(datetime.now(UTC)) == []


def test_an_entry_without_text_is_said_once(watching, site):
    site.feed(("1", "Only a headline", ""))
    watching.add_feed(f"{site.address}/feed")

    assert look(watching) == 0
    assert watching.places[0].result == "An entry holds no text."


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a.example/x", "two words", ""])
def test_what_is_no_web_address_is_no_feed(watching, address):
    with pytest.raises(UnreadableFile):
        watching.add_feed(address)
    assert watching.places == []


def test_an_address_without_its_scheme_and_one_of_a_podcast_program_are_understood(watching):
    watching.add_feed("courier.example/rss")
    watching.add_feed("feed://herald.example/rss")

    assert [place.address for place in watching.places] == [
        "https://courier.example/rss",
        "https://herald.example/rss",
    ]


def test_a_look_under_way_is_given_up_at_once(watching, site):
    class Impatient:
        def step(self, done, total, label):
            raise Cancelled

    release = threading.Event()

    def ask(*_, progress, **__):
        from briefer.services.patience import wait_for

        return wait_for(release.wait, 60, progress)

    watching._ask = ask
    watching.add_feed(f"{site.address}/feed")

    with pytest.raises(Cancelled):
        watching.look(watching.places[0], Impatient())
    release.set()

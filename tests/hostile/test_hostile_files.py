"""Every hostile file on the real road: a worker process under its limits, reading and analysing."""

import json
import re
import sys
from pathlib import Path

import pytest
from audited_worker import RUN
from corpus import ARTICLE, EITHER, Around, all_cases
from watching_from_outside import WatchedFile, WatchedServer, can_watch_files

from briefer import places
from briefer.model.errors import BrieferError
from briefer.services.crew import Crew
from briefer.services.workers import Worker

ROOT = Path(__file__).parents[2]
CASES = all_cases()
FORMATS = {Path(case.name).suffix for case in CASES}
SECRET = "The canary sings at dawn."
# What only a developer understands.
JARGON = re.compile(
    r"Traceback|Error\b|Exception|\bNone\b|0x[0-9a-f]|<class|Errno|lxml|pdfium|zipfile"
)
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


class Outcome:
    """What became of one file."""

    def __init__(self):
        self.articles, self.missed, self.error = [], [], None

    def take(self, answer):
        if isinstance(answer, BrieferError):
            self.error = answer
        else:
            self.articles += map(json.loads, answer["articles"])
            self.missed += answer["missed"]

    @property
    def told(self):
        """(name, what, hint) of all that was not read."""
        missed = [(one["name"], one["what"], one["hint"]) for one in self.missed]
        error = self.error
        return missed + ([(error.name, error.what, error.hint)] if error else [])


class Desk:
    """All hostile files, read once by two workers; what they reached for."""

    def __init__(self, folder):
        secret = folder / "secret" / "canary.txt"
        secret.parent.mkdir()
        secret.write_text(SECRET)
        self.server, self._reports = WatchedServer(), folder / "reports"
        self.paths = {}
        for number, case in enumerate(CASES):
            path = folder / f"{number:03}" / case.name
            path.parent.mkdir()
            case.make(path, Around(secret, self.server.address))
            self.paths[case.name] = path
        self.log = places.home() / "briefer.log"
        self.files_before = everything_in(folder)
        watched = WatchedFile(secret) if can_watch_files else None
        self.outcomes = {str(path): Outcome() for path in self.paths.values()}
        self._read()
        self.files_after = everything_in(folder) - {self._reports}
        self.secret_opened = watched is not None and watched.was_opened()
        self.server.close()
        if watched is not None:
            watched.close()

    def _read(self):
        command = [sys.executable, "-P", "-c", RUN, str(ROOT), str(self._reports)]
        crew = Crew(2, lambda: Worker(command))
        asked = [
            {"path": path, "name": path, "analyse": True, "issues": True} for path in self.outcomes
        ]
        for payload, answer in crew.each("read", asked):
            self.outcomes[payload["path"]].take(answer)
        crew.close()

    def of(self, case):
        """What became of that case."""
        return self.outcomes[str(self.paths[case.name])]

    @property
    def reaches(self):
        """(path of the case, event, what for) of all that a worker should not have done."""
        text = self._reports.read_text("utf-8") if self._reports.exists() else ""
        return [tuple(line.split("\t", 2)) for line in text.splitlines()]


def everything_in(folder):
    return set(folder.rglob("*"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("hostile")
        patch.setenv("BRIEFER_HOME", str(tmp_path_factory.mktemp("home")))
        yield Desk(folder)


def test_there_are_hostile_files_of_every_kind():
    wanted = ".txt .html .xhtml .svg .mhtml .pdf .docx .rtf .odt .epub .rss .atom .xml .eml .zip .url .webloc .briefer"

    assert len(CASES) > 200
    assert set(wanted.split()) == FORMATS
    assert all(case.tries for case in CASES)


@every_case
def test_it_is_read_or_refused_as_it_must(desk, case):
    found = desk.of(case)

    assert found.articles or found.told
    if case.must == ARTICLE:
        assert found.articles, found.told
        assert case.holds in "".join(article["text"] for article in found.articles)
    elif case.must != EITHER:
        said = " ".join(what for _, what, _ in found.told)
        assert re.search(case.must, said), said or "it was read"


@every_case
def test_what_is_said_of_it_a_person_understands(desk, case):
    for name, what, hint in desk.of(case).told:
        assert case.name in name
        assert what.endswith(".")
        assert hint.endswith(".") or hint.startswith("Paste its address")
        assert not JARGON.search(f"{what} {hint}"), what
        assert len(what) + len(hint) < 800
        assert (what + hint).isprintable()


@every_case
def test_nothing_but_its_own_text_comes_in(desk, case):
    found = desk.of(case)
    kept = json.dumps(found.articles, ensure_ascii=False)

    for forbidden in (SECRET, "canary sings", *case.never):
        assert forbidden not in kept
    for article in found.articles:
        address = article["source"]["url"]
        assert address is None or address.startswith(("http://", "https://"))
        spans = [paragraph["span"] for paragraph in article["paragraphs"]]
        assert "\n\n".join(article["text"][s["start"] : s["end"]] for s in spans) == article["text"]
        assert article["text"].encode()


def test_no_other_file_is_opened_and_no_address_called(desk):
    assert desk.reaches == []
    assert not desk.secret_opened
    assert desk.server.calls == []


def test_nothing_happened_that_was_not_foreseen(desk):
    assert not desk.log.exists(), desk.log.read_text("utf-8")


def test_nothing_is_written_beside_the_files(desk):
    assert desk.files_after == desk.files_before


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are the system's")
def test_memory_stays_within_the_limit(desk):
    import resource

    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_500_000

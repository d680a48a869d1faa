"""Coverage-guided fuzzing of one parser, or of all in turn. How it is run: docs/hostile-files.md.

Whatever bytes come, a parser may give articles with sound offsets, parts it names as unread, or an
error in words. What else happens is kept once for each place it happens at, and the run goes on.
"""

import argparse
import contextlib
import hashlib
import io
import re
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS)]

# One input (seconds); longer ones end the process, and the runner starts another.
LIMIT = 20
# Slower than that and an input is kept to be looked at.
SLOW = 3.0
LONGEST = 20_000
# The part of a zip file that is mutated; bytes of the zip itself would nearly always fail its sums.
MAIN_PARTS = {
    "docx": "word/document.xml",
    "nexis-docx": "word/document.xml",
    "odt": "content.xml",
    "epub": "in/book.opf",
}
LINES = ("dates", "bylines", "page-source", "sentences")


def names():
    """All that can be fuzzed."""
    from exports import SAMPLES

    return (*SAMPLES, *LINES)


def main():
    """Run one target here, or those named each in a process of its own."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("targets", nargs="+", help="names of parsers, or: all")
    asked.add_argument("--minutes", type=float, default=10.0)
    asked.add_argument("--into", type=Path, default=Path("build/fuzz"))
    asked.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options, passed_on = asked.parse_known_args()
    if options.here:
        _fuzz(options.targets[0], options.into, passed_on)
        return
    chosen = names() if options.targets == ["all"] else options.targets
    for name in chosen:
        tried, seconds = _run(name, options.minutes * 60, options.into)
        kept = len(list((options.into / "found").glob(f"{name}--*.txt")))
        print(f"{name:18} {seconds / 60:6.1f} min {tried:10,} inputs {kept:3} found", flush=True)


def _run(name, seconds, into):
    """Fuzz until the time is used up, starting anew after each crash; inputs tried, seconds used."""
    tried, start = 0, time.monotonic()
    corpus = into / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    (into / "found").mkdir(exist_ok=True)
    for number, content in enumerate(_seeds(name)):
        (corpus / f"seed-{number}").write_bytes(content)
    while (left := seconds - (time.monotonic() - start)) > 1:
        command = [
            sys.executable, __file__, name, "--here", "--into", str(into), str(corpus),
            f"-max_total_time={int(left)}", f"-timeout={LIMIT}", f"-max_len={LONGEST}",
            "-rss_limit_mb=2500", "-print_final_stats=1", f"-artifact_prefix={into / 'found'}/{name}--",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, check=False)
        said = done.stderr.decode("utf-8", "replace")
        counts = re.findall(r"number_of_executed_units:\s*(\d+)|^#(\d+)", said, re.MULTILINE)
        tried += max((int(a or b) for a, b in counts), default=0)
        if done.returncode:
            (into / "found" / f"{name}--ended-{int(time.time())}.txt").write_text(said[-20_000:])
    return tried, time.monotonic() - start


def _seeds(name):
    """The sample of that parser, and the hostile files of its format."""
    from exports import SAMPLES

    if name in LINES:
        return [b"By Ana Petrova and Ivan Kolev | 2 March 2026, 10:15", "Von Jörg Müller\n2. März 2026".encode(),
                b'<html><head><meta name="author" content="Ana"><script type="application/ld+json">{"@graph":[]}</script>'
                b'<p class="byline">By Ana Petrova</p><time>2026-03-02</time>']  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        content = SAMPLES[name][0](Path(folder)).read_bytes()
    if name in MAIN_PARTS:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = packed.read(MAIN_PARTS[name])
    return [content]


def _fuzz(name, into, options):
    import atheris

    with atheris.instrument_imports(include=["briefer.importers", "briefer.text"]):
        one_input = _one_input(name)

    def survive(raw):
        start = time.monotonic()
        try:
            one_input(raw)
        except Exception as error:  # noqa: BLE001
            _keep(name, raw, into, error)
        if time.monotonic() - start > SLOW:
            _keep(name, raw, into, None)

    atheris.Setup([sys.argv[0], *options], survive)
    atheris.Fuzz()


def _keep(name, raw, into, error):
    """The input and its traceback, once for each line of ours that it failed at."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    ours = [f for f in frames if "/briefer/" in f.filename] or frames
    place = f"{Path(ours[-1].filename).stem}-{ours[-1].lineno}" if ours else "slow"
    kind = type(error).__name__ if error else hashlib.sha256(raw).hexdigest()[:8]
    path = into / "found" / f"{name}--{place}-{kind}"
    if not path.exists():
        path.write_bytes(raw)
        told = "".join(traceback.format_exception(error)) if error else "slow"
        path.with_name(path.name + ".txt").write_text(told)


def _one_input(name):
    """What reads one input of that target."""
    if name in LINES:
        return _line_reader(name)
    from briefer.engines import importers
    from briefer.plugins import Silent

    importer = next(one for one in importers() if one.name == name)
    folder = Path(
        tempfile.mkdtemp(prefix="fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None)
    )
    path = folder / f"part{min(importer.suffixes)}"

    def read(raw):
        _write(path, raw, MAIN_PARTS.get(name))
        importer.claims(path.read_bytes()[:8192], path)
        _check(importer.read(path, Silent()))

    return read


def _write(path, raw, part):
    if part is None:
        path.write_bytes(raw)
        return
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("META-INF/container.xml", '<c><rootfile full-path="in/book.opf"/></c>')
        packed.writestr("in/a.xhtml", f"<p>{'The port reopened on Monday. ' * 12}</p>")
        packed.writestr(part, raw)


def _check(found):
    """Articles with sound offsets or named parts; our own errors are answers too."""
    from briefer.model.article import Article
    from briefer.model.errors import BrieferError

    with contextlib.suppress(BrieferError):
        for one in found:
            if isinstance(one, Article):
                parts = [paragraph.span.of(one.text) for paragraph in one.paragraphs]
                assert one.text == "\n\n".join(parts), "offsets"
                assert all(part == part.strip() != "" for part in parts), "blank paragraphs"
                one.text.encode()
            else:
                assert isinstance(one, BrieferError), type(one)


def _line_reader(name):
    from briefer.importers import dates, page_source, source_guess
    from briefer.importers.markup import parse_page
    from briefer.model.errors import BrieferError
    from briefer.text.sentences import paragraphs_of, split_sentences

    def read(raw):
        text = raw.decode("utf-8", "replace")
        if name == "dates":
            for reader in (dates.find_date, dates.date_line, dates.iso_moment):
                reader(text)
        elif name == "bylines":
            source_guess.byline_authors(text)
            source_guess.names_in(text)
            source_guess.guess(text.split("\n"))
        elif name == "sentences":
            for one in split_sentences(text, paragraphs_of(text), "en"):
                assert one.span.of(text).strip()
        else:
            with contextlib.suppress(BrieferError):
                tree = parse_page(text)
                things = page_source.article_things(tree)
                page_source.stated_source(tree, things)
                page_source.described_text(things)

    return read


if __name__ == "__main__":
    main()

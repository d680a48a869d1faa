"""Issues of Briefer, by themselves and inside documents: bombs, forgeries, lies of the manifest."""

import hashlib
import io
import json
import warnings
import zipfile

import pikepdf
from corpus import ARTICLE, EITHER, STORY, given

from briefer.exporters.carrying import put_into_word
from briefer.exporters.issue_file import issue_bytes
from briefer.model.article import Source, article_from_paragraphs
from briefer.model.briefing import IssueDetails
from briefer.model.issue import Issue, IssueArticle
from cases.archives import _said_large, zipped
from cases.pdfs import pdf

ONE = article_from_paragraphs(STORY, Source(title="Port of Varna"), language="en")
SOUND = issue_bytes(Issue(IssueDetails(title="Harbour")), [IssueArticle(ONE, None)])
# A Word document needs the parts that another one is written into.
RELATIONS = ("word/_rels/document.xml.rels", "<Relationships></Relationships>")
TYPES = ("[Content_Types].xml", "<Types></Types>")
WORD = zipped([
    TYPES, RELATIONS,
    ("word/document.xml", "<w:document xmlns:w='urn:w'><w:body>"
     + "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in STORY)
     + "</w:body></w:document>"),
])  # fmt: skip
PART = f"articles/{ONE.id}.json"


def issue(change=None, more=(), *, is_told=True):
    """The sound issue after `change` of its parts by name; with `is_told` the manifest has their digests."""
    with zipfile.ZipFile(io.BytesIO(SOUND)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    if change is not None:
        change(parts)
    if is_told and "manifest.json" in parts:
        manifest = json.loads(parts["manifest.json"])
        told = {name for name in parts if name not in ("mimetype", "manifest.json")}
        manifest["parts"] = {n: hashlib.sha256(parts[n]).hexdigest() for n in sorted(told)}
        parts["manifest.json"] = json.dumps(manifest).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, part in (*parts.items(), *more):
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(name), part, how)
    return made.getvalue()


def with_part(name, content):
    return issue(lambda parts: parts.update({name: content}))


def with_article(**values):
    """The article's part with other values, its digest told truly."""
    plain = json.loads(issue_part(PART))
    plain["article"].update(values)
    return with_part(PART, json.dumps(plain).encode())


def issue_part(name):
    with zipfile.ZipFile(io.BytesIO(SOUND)) as packed:
        return packed.read(name)


def attached(content):
    """A PDF of the story with the content as its carried issue."""

    def change(document):
        spec = pikepdf.AttachedFileSpec(document, content, filename="issue.briefer")
        document.attachments["issue.briefer"] = spec

    return pdf(change)


given("bomb.briefer", "an article of 70 MB of zeros", "unpacks to far more",
      lambda _: with_part(PART, b"0" * (70 << 20)))  # fmt: skip
given("many-bombs.briefer", "ten parts that are said to have 60 MB each", "far more than any",
      lambda _: _said_large(issue(
          lambda parts: parts.update({f"{n}.json": b" " for n in range(10)}), is_told=False)))  # fmt: skip
given("many-parts.briefer", "more parts than any briefing has articles", "far more than any briefing",
      lambda _: issue(more=[(f"{n}.json", b"{}") for n in range(3_000)]))  # fmt: skip
given("nested.briefer", "lists in lists, a hundred thousand deep", "cannot be opened",
      lambda _: with_part("briefing.json", b"[" * 100_000))  # fmt: skip
given("numbers.briefer", "a number of a million digits", "cannot be opened",
      lambda _: with_part("decisions.json", b'{"articles": ' + b"9" * 1_000_000 + b"}"))  # fmt: skip
given("twins.briefer", "two parts of one name", "two parts of one name",
      lambda _: issue(more=[("briefing.json", b"{}")]))  # fmt: skip
given("untold.briefer", "a part that was changed after it was saved", "changed after it was saved",
      lambda _: issue(lambda parts: parts.update({"briefing.json": b"{}"}), is_told=False))  # fmt: skip
given("no-manifest.briefer", "no list of its parts", "missing",
      lambda _: issue(lambda parts: parts.pop("manifest.json")))  # fmt: skip
given("forged.briefer", "another text under an article's own number", "not the article it says",
      lambda _: with_article(text="Nothing of it is true.", paragraphs=[
          {"span": {"start": 0, "end": 22}, "page": None, "heading": False}]))  # fmt: skip
given("half-letters.briefer", "a text with half a letter", "not the article it says",
      lambda _: with_article(text="half \ud800"))  # fmt: skip
given("far-places.briefer", "paragraphs far behind the text", "not the article it says",
      lambda _: with_article(paragraphs=[{"span": {"start": 0, "end": 10**18}}]))  # fmt: skip
given("traversal.briefer", "parts that climb out of the file", "cannot be opened",
      lambda around: issue(lambda parts: parts.update({
          f"articles/../../{around.secret.name}": b"{}", "manifest.json": json.dumps({
              "format": "briefer-issue", "version": 1,
              "parts": {f"../{around.secret.name}": "0"}}).encode()}), is_told=False))  # fmt: skip
given("newer.briefer", "a version that is not yet", "newer Briefer",
      lambda _: issue(lambda parts: parts.update({"manifest.json": json.dumps(
          {"format": "briefer-issue", "version": 10**30, "parts": {}}).encode()}), is_told=False))  # fmt: skip
given("cut-off.briefer", "half of an issue", "cannot be opened", lambda _: SOUND[: len(SOUND) // 2])
given("carries-noise.pdf", "an attachment that is no issue", ARTICLE,
      lambda _: attached(b"PK\x03\x04 no issue"), holds="Varna")  # fmt: skip
given("carries-bomb.pdf", "an attachment of 70 MB of zeros", EITHER,
      lambda _: attached(b"0" * (70 << 20)))  # fmt: skip
given("carries-broken.pdf", "half of an issue as attachment", "cannot be opened",
      lambda _: attached(SOUND[: len(SOUND) // 2]))  # fmt: skip
given("carries-noise.docx", "a part that says it is an issue and is none", ARTICLE,
      lambda _: put_into_word(WORD, b"no issue"), holds="Varna")  # fmt: skip
given("carries-bomb.docx", "an issue in it with a bomb inside", "unpacks to far more",
      lambda _: put_into_word(WORD, with_part(PART, b"0" * (70 << 20))))  # fmt: skip


def torn_inside():
    """A Word document whose carried issue was overwritten where it is packed."""
    raw = bytearray(put_into_word(WORD, SOUND))
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        part = packed.getinfo("customXml/item1.xml")
    start = part.header_offset + 30 + len(part.filename)
    raw[start : start + 40] = b"\xff" * 40
    return bytes(raw)


given("torn-inside.docx", "a carried issue that no longer unpacks", ARTICLE,
      lambda _: torn_inside(), holds="Varna")  # fmt: skip

"""PDF and Word documents that carry their whole issue, so that Briefer can open it again."""

import base64
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from briefer.model.document import Document
from briefer.model.errors import ExportFailed
from briefer.model.issue import CARRIED_NAME, CARRIED_NAMESPACE, MEDIA_TYPE
from briefer.plugins import Exporter

_SUFFIXES = (".pdf", ".docx")
_ITEM = re.compile(r"customXml/item(\d+)\.xml")
_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# Word knows its own XML parts by such a number.
_STORE = "{" + str(uuid5(NAMESPACE_URL, CARRIED_NAMESPACE)).upper() + "}"

_RELATION = (
    '<Relationship Id="rIdBriefer{number}" Type="{office}/relationships/customXml"'
    ' Target="../customXml/item{number}.xml"/>'
)
_TYPE = (
    '<Override PartName="/customXml/itemProps{number}.xml" ContentType="'
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'
)


def can_carry(suffix: str) -> bool:
    """Whether documents of that ending can carry an issue."""
    return suffix in _SUFFIXES


class Carrying:
    """Another exporter, whose documents carry the issue `content` (a `.briefer` file)."""

    def __init__(self, exporter: Exporter, content: bytes) -> None:
        self._exporter, self._content = exporter, content
        self.name, self.suffix = exporter.name, exporter.suffix
        self.label = getattr(exporter, "label", exporter.name)

    @property
    def layout(self) -> Sequence[object]:
        """Where items landed, as the exporter tells it."""
        found: Sequence[object] = getattr(self._exporter, "layout", ())
        return found

    def write(self, document: Document, path: Path) -> Sequence[str]:
        """Write the document, then put the issue into it. Raises ExportFailed or OSError."""
        notes = self._exporter.write(document, path)
        put = put_into_pdf if self.suffix == ".pdf" else put_into_word
        path.write_bytes(put(path.read_bytes(), self._content))
        return notes

    def verify(self, document: Document, path: Path) -> None:
        """Check the document as its exporter does, and that it carries the issue. Raises ExportFailed."""
        self._exporter.verify(document, path)
        out = out_of_pdf if self.suffix == ".pdf" else out_of_word
        if out(path) != self._content:
            raise ExportFailed(
                "The finished document does not carry its issue.",
                name=path.name,
                hint="Nothing was replaced. Export again without the issue inside.",
            )


def put_into_pdf(pdf: bytes, content: bytes) -> bytes:
    """The PDF with the issue as an attachment; all else in it stays as it was."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        attached = pikepdf.AttachedFileSpec(
            document,
            content,
            filename=CARRIED_NAME,
            mime_type=MEDIA_TYPE,
            description="The issue with its articles, for Briefer",
        )
        document.attachments[CARRIED_NAME] = attached
        # Readers that open PDF attachments by themselves look for what they are to the document.
        attached.obj.AFRelationship = pikepdf.Name.Source
        # Names stay legible: whether there is an attachment is seen without unpacking anything.
        document.save(
            out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable
        )
    return out.getvalue()


def out_of_pdf(path: Path) -> bytes:
    """The attached issue; nothing where there is none."""
    import pikepdf

    with pikepdf.open(path) as document:
        found = document.attachments.get(CARRIED_NAME)
        return found.get_file().read_bytes() if found is not None else b""


def put_into_word(word: bytes, content: bytes) -> bytes:
    """The document with the issue as a custom XML part, which Word keeps when it saves."""
    with zipfile.ZipFile(io.BytesIO(word)) as old:
        numbers = [int(m[1]) for name in old.namelist() if (m := _ITEM.fullmatch(name))]
        number = max(numbers, default=0) + 1
        added = _parts(number, content)
        changed = {
            _RELATIONS: ("</Relationships>", _RELATION.format(number=number, office=_OFFICE)),
            _TYPES: ("</Types>", _TYPE.format(number=number)),
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                part = old.read(info)
                if info.filename in changed:
                    end, more = changed[info.filename]
                    text = part.decode("utf-8")
                    part = text.replace(end, more + end).encode("utf-8")
                new.writestr(_like(info, info.filename), part)
            for name, text in added.items():
                new.writestr(_like(old.infolist()[0], name), text)
    return out.getvalue()


def _parts(number: int, content: bytes) -> dict[str, str]:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    letters = base64.b64encode(content).decode("ascii")
    return {
        f"customXml/item{number}.xml": (
            f'{head}<issue xmlns="{CARRIED_NAMESPACE}">{letters}</issue>'
        ),
        f"customXml/itemProps{number}.xml": (
            f'{head}<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{_OFFICE}/customXml">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{CARRIED_NAMESPACE}"/></ds:schemaRefs>'
            "</ds:datastoreItem>"
        ),
        f"customXml/_rels/item{number}.xml.rels": (
            f'{head}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps{number}.xml"/>'
            "</Relationships>"
        ),
    }


def _like(info: zipfile.ZipInfo, name: str) -> zipfile.ZipInfo:
    """An entry with the rights and the date of another."""
    entry = zipfile.ZipInfo(name, info.date_time)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = info.create_system, info.external_attr
    return entry


def out_of_word(path: Path) -> bytes:
    """The carried issue; nothing where there is none."""
    mark = f'<issue xmlns="{CARRIED_NAMESPACE}">'
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if _ITEM.fullmatch(name):
                _, found, rest = package.read(name).decode("utf-8", "replace").partition(mark)
                if found:
                    return base64.b64decode(rest.partition("<")[0])
    return b""

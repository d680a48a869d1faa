"""The package of a Word document, the same bytes for the same document."""

import io
import zipfile

from briefer.exporters.word_furniture import created
from briefer.model.document import Document


def repeatable(content: bytes, document: Document) -> bytes:
    """The same package with the document's date on every part, in a fixed order."""
    moment = created(document)
    # ZIP knows no year before 1980.
    year = max(moment.year, 1980)
    stamp = (year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        # The list of content types comes first: some readers take only the beginning of a file.
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return out.getvalue()

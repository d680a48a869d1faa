"""A written DOCX read back by other readers before it may replace anything."""

import zipfile
from pathlib import Path

from briefer.model.document import Document, Heading
from briefer.model.errors import ExportFailed

_PARTS = ("[Content_Types].xml", "word/document.xml", "word/styles.xml")


def check_word(document: Document, path: Path) -> None:
    """Raises ExportFailed unless every XML part parses and title and headings are there."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        with zipfile.ZipFile(path) as package:
            if package.testzip() is not None:
                raise _failed(path, "The finished document is damaged.")
            names = set(package.namelist())
            if not names.issuperset(_PARTS):
                raise _failed(path, "The finished document is not complete.")
            for name in names:
                if name.endswith((".xml", ".rels")):
                    root = etree.fromstring(package.read(name), parser)
                    if name == "word/document.xml":
                        text = "".join(str(part) for part in root.itertext())
    except (OSError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise _failed(path, "The finished document cannot be opened again.") from error
    wanted = [document.masthead.title]
    wanted += [block.text for block in document.blocks if isinstance(block, Heading)]
    if not all(words in text for words in wanted):
        raise _failed(path, "The finished document does not show all its headings.")


def _failed(path: Path, what: str) -> ExportFailed:
    return ExportFailed(
        what,
        name=path.name,
        hint="Nothing was replaced. Export again; if it fails again, choose another format.",
    )

"""A house document as the source of styles, header, footer and paper."""

import zipfile
from pathlib import Path
from typing import Any

from briefer.model.errors import ExportFailed

# A template unpacks to a few megabytes; a bomb made of zeros to thousands.
_LARGEST = 200_000_000
_HINT = "Choose a .docx or .dotx made with Word or LibreOffice, or export without a house style."


def opened_house(path: Path) -> Any:
    """The python-docx document at `path` without its text. Raises ExportFailed."""
    import docx

    try:
        _refuse_bomb(path)
        word = docx.Document(str(path))
        body = word.element.body
        for node in list(body)[:-1]:
            body.remove(node)
        if len(body) and not body[0].tag.endswith("}sectPr"):
            body.remove(body[0])
        if not word.sections:
            word.add_section()
    except ExportFailed:
        raise
    except FileNotFoundError as error:
        raise ExportFailed("The house style was not found.", name=path.name, hint=_HINT) from error
    # python-docx takes a file at its word: one that is no document fails in it in any way.
    except Exception as error:
        raise ExportFailed("The house style cannot be read.", name=path.name, hint=_HINT) from error
    return word


def _refuse_bomb(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        if sum(entry.file_size for entry in package.infolist()) > _LARGEST:
            raise ExportFailed("The house style is too large.", name=path.name, hint=_HINT)

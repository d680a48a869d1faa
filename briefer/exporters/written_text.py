"""Written text files read back before they may replace anything."""

from pathlib import Path

from briefer.model.errors import ExportFailed


def check_text(title: str, path: Path) -> None:
    """Raises ExportFailed unless the file is UTF-8 and holds `title`."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _failed(path, "The finished file cannot be read again.") from error
    if title not in text:
        raise _failed(path, "The finished file does not hold its own title.")


def _failed(path: Path, what: str) -> ExportFailed:
    return ExportFailed(
        what,
        name=path.name,
        hint="Nothing was replaced. Export again; if it fails again, choose another format.",
    )

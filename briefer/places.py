"""Where the library, settings, log, backups and resources are on each system."""

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The folder of icons, fonts, lists, templates and samples, in a checkout and when frozen."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen or Path(__file__).parents[1]) / "resources"


def home() -> Path:
    """The folder that holds the library, settings, log and backups; made when missing.

    BRIEFER_HOME overrides the system's own place (for tests and for a library on a stick).
    """
    chosen = os.environ.get("BRIEFER_HOME")
    if chosen:
        folder = Path(chosen)
    else:
        from platformdirs import user_data_path

        folder = user_data_path("briefer", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def library() -> Path:
    """The library's database."""
    return home() / "library.db"


def settings() -> Path:
    """The settings file."""
    return home() / "settings.toml"


def backups() -> Path:
    """The folder of the library's dated copies."""
    return home() / "backups"

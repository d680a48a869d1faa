"""Colours, fonts and tinted icons from resources/ into palette and style sheet."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from briefer import places

# The one spacing scale of the window (device-independent pixels).
TIGHT, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 32
RADIUS = 6
SANS, SERIF = "Source Sans 3", "Source Serif 4"


@dataclass(frozen=True)
class Theme:
    """The colours by what they are for."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    faint: str
    border: str
    hover: str
    accent: str
    accent_text: str
    accent_soft: str
    mark: str
    pinned: str
    person: str
    organisation: str
    place: str
    focus: str
    warning: str
    warning_soft: str

    def colour(self, name: str) -> QColor:
        """The colour of that name."""
        return QColor(getattr(self, name))


class Look:
    """The theme in force; `now()` is asked by whoever paints."""

    _theme: Theme | None = None

    @classmethod
    def now(cls) -> Theme:
        """The theme in force; light before any was chosen."""
        if cls._theme is None:
            cls._theme = read("light")
        return cls._theme

    @classmethod
    def choose(cls, name: str) -> Theme:
        """Put the theme in force."""
        cls._theme = read(name)
        icon.cache_clear()
        return cls._theme


@cache
def read(name: str) -> Theme:
    """The theme kept as resources/themes/NAME.toml."""
    kept = tomllib.loads((places.resources() / "themes" / f"{name}.toml").read_text("utf-8"))
    return Theme(**{known.name: kept[known.name] for known in fields(Theme)})


def apply(app: QApplication, wanted: str) -> None:
    """Dress the whole application: "light", "dark" or "auto" (as the system)."""
    if wanted == "auto":
        is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        wanted = "dark" if is_dark else "light"
    theme = Look.choose(wanted)
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setStyleSheet(_sheet(theme))


def load_fonts(app: QApplication) -> None:
    """Make the bundled typefaces known and the sans one the window's own."""
    for path in sorted((places.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(SANS)
    font.setPointSizeF(10.5)
    app.setFont(font)


@cache
def icon(name: str, colour: str = "muted") -> QIcon:
    """The icon in a colour of the theme, sharp at every scale."""
    tint = getattr(Look.now(), colour, colour)
    svg = (places.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", tint).encode()))
    found = QIcon()
    for size in (16, 20, 32, 40):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        found.addPixmap(pixmap)
    return found


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.raised,
        role.Text: theme.text,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.faint,
        role.Highlight: theme.accent_soft,
        role.HighlightedText: theme.text,
        role.Link: theme.accent,
        role.Mid: theme.border,
        role.Dark: theme.border,
    }
    palette = QPalette()
    for key, colour in colours.items():
        palette.setColor(key, QColor(colour))
    for key in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.faint))
    return palette


def _sheet(theme: Theme) -> str:
    sheet = (places.resources() / "themes" / "window.qss").read_text("utf-8")
    icons = (places.resources() / "icons").as_posix()
    for known in sorted(fields(Theme), key=lambda f: -len(f.name)):
        sheet = sheet.replace(f"${known.name}", getattr(theme, known.name))
    return sheet.replace("$icons", icons)

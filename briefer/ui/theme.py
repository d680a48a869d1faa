"""Colours, fonts and tinted icons from resources/ into palette and style sheet."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from briefer import places
from briefer.model.story import Novelty

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

# The one spacing scale of the window (device-independent pixels).
TIGHT, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 32
RADIUS = 6
# In which colour the word for it is written.
NOVELTY_COLOURS = {
    Novelty.NEW: "accent",
    Novelty.DEVELOPING: "place",
    Novelty.REPEATED: "faint",
}
SANS, SERIF = "Source Sans 3", "Source Serif 4"


@dataclass(frozen=True)
class Theme:
    """The colours by what they are for; `shade` names the pictures that go with them."""

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
    shade: str

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
        return cls._theme

    @classmethod
    @contextmanager
    def lent(cls, name: str) -> Iterator[None]:
        """Paint in that theme for a while."""
        kept, cls._theme = cls._theme, read(name)
        try:
            yield
        finally:
            cls._theme = kept


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
    palette, sheet = _palette(theme), _sheet(theme)
    # Every widget there is would be dressed anew.
    if app.styleSheet() != sheet or app.palette() != palette:
        app.setStyle("Fusion")
        app.setPalette(palette)
        app.setStyleSheet(sheet)


def load_fonts(app: QApplication) -> None:
    """Make the bundled typefaces known and the sans one the window's own."""
    _know_fonts()
    font = QFont(SANS)
    font.setPointSizeF(10.5)
    app.setFont(font)


@cache
def _know_fonts() -> None:
    for path in sorted((places.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


class _TintedIcon(QIconEngine):
    """Draws an icon in the theme in force at that moment, sharp at every scale."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        is_disabled = mode == QIcon.Mode.Disabled
        tint = getattr(Look.now(), "faint" if is_disabled else self._colour)
        _drawing(self._name, tint).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            # A button that has no room yet asks too.
            return QPixmap()
        is_disabled = mode == QIcon.Mode.Disabled
        tint = getattr(Look.now(), "faint" if is_disabled else self._colour)
        return _picture(self._name, tint, size.width(), size.height())

    def clone(self) -> QIconEngine:
        twin = _TintedIcon(self._name, self._colour)
        _ENGINES.append(twin)
        return twin


# Qt owns an icon's engine, yet asks it in Python: the Python half must live as long.
_ENGINES: list[QIconEngine] = []


@cache
def icon(name: str, colour: str = "muted") -> QIcon:
    """The icon in a colour of the theme; it changes with the theme."""
    engine = _TintedIcon(name, colour)
    _ENGINES.append(engine)
    return QIcon(engine)


@cache
def _drawing(name: str, tint: str) -> "QSvgRenderer":
    from PySide6.QtSvg import QSvgRenderer

    svg = (places.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", tint).encode()))


@lru_cache(maxsize=256)
def _picture(name: str, tint: str, width: int, height: int) -> QPixmap:
    """An icon drawn; lists ask for the same ones at each look."""
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _drawing(name, tint).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap


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
    pictures = (places.resources() / "themes").as_posix()
    for known in sorted(fields(Theme), key=lambda f: -len(f.name)):
        sheet = sheet.replace(f"${known.name}", getattr(theme, known.name))
    return sheet.replace("$pictures", pictures)

"""Colours on paper and screen: those all documents share, and what makes one of the user's readable."""

from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls

ACCENT = "#1b4a72"
INK = "#1c232b"
GREY = "#5b6670"
RULE = "#c8d2dc"
# The ground of boxes beside the usual accent.
TINT = "#eef3f8"
# The ground of a web page, and of a box on it, in the dark.
DARK_PAGE, DARK_TINT = "#151b22", "#1f2a36"
# Web Content Accessibility Guidelines 2.2, 1.4.3; in the dark more, since light type looks thinner.
_READABLE, _READABLE_IN_THE_DARK = 4.5, 7.0
# How much of the accent the ground of a box takes.
_SHARE = 0.075
# A colour comes closer to black or white in so many steps.
_STEPS = 64
_WHITE, _BLACK = (255, 255, 255), (0, 0, 0)


def readable(color: str) -> str:
    """The colour ("#RRGGBB"), or as dark a shade of it as reads on white and on its own tint.

    What is no such colour becomes the usual accent.
    """
    channels = _channels(color)
    if channels is None:
        return ACCENT
    for step in range(_STEPS):
        shade = _mixed(channels, _BLACK, step / _STEPS)
        if min(contrast(shade, "#ffffff"), contrast(shade, tint(shade))) >= _READABLE:
            return shade
    return "#000000"


def lightened(color: str) -> str:
    """As light a shade of the colour as reads on a dark page and on the boxes there."""
    red, green, blue = (channel / 255 for channel in _channels(color) or _WHITE)
    hue, light, saturation = rgb_to_hls(red, green, blue)
    for step in range(_STEPS):
        # Mixed with white it would lose its hue.
        higher = hls_to_rgb(hue, light + (1 - light) * step / _STEPS, saturation)
        shade = _written(255 * channel for channel in higher)
        if contrast(shade, DARK_TINT) >= _READABLE_IN_THE_DARK:
            return shade
    return "#ffffff"


def tint(color: str) -> str:
    """The ground of boxes beside a colour."""
    return TINT if color == ACCENT else _mixed(_channels(color) or _WHITE, _WHITE, 1 - _SHARE)


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    shares = [channel / 255 for channel in _channels(color) or _BLACK]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(color: str) -> tuple[int, int, int] | None:
    digits = color.removeprefix("#")
    if len(digits) != 6 or not color.startswith("#"):
        return None
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        return None
    return red, green, blue


def _mixed(one: tuple[int, int, int], other: tuple[int, int, int], share: float) -> str:
    """`share` of the other colour in the one."""
    return _written(a + (b - a) * share for a, b in zip(one, other, strict=True))


def _written(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)

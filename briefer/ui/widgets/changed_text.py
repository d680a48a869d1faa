"""Words that were cut, added or moved as markup: colour says again what lines and signs say."""

from html import escape

from briefer.ui.theme import Look

SIGNS = {"same": "", "cut": "−", "added": "+", "changed": "±", "moved": "↕"}


def piece(kind: str, text: str, *, is_kept: bool = False) -> str:
    """One piece of a text; with `is_kept` what stayed steps back, so that what did not is seen."""
    theme, shown = Look.now(), escape(text)
    if kind == "cut":
        style = f"color:{theme.warning}; background-color:{theme.warning_soft}"
        return f'<s style="{style}">{shown}</s>'
    if kind == "added":
        style = f"color:{theme.organisation}; background-color:{theme.accent_soft}"
        return f'<u style="{style}">{shown}</u>'
    if kind == "moved":
        return f'<i style="color:{theme.accent}">{shown}</i>'
    return f'<span style="color:{theme.muted if is_kept else theme.text}">{shown}</span>'


def joined(pieces: list[str]) -> str:
    """Pieces in one: a word and the one in its place need a gap between them."""
    return "".join(pieces).replace("</s><u", "</s> <u")

"""What is dragged between the panes: contents of a briefing as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from briefer.model.briefing import Content
from briefer.model.plain import from_plain, to_plain

CONTENTS = "application/x-briefer-contents"
ACTOR = "application/x-briefer-actor"
PLACES = "application/x-briefer-outline"
SENTENCE = "application/x-briefer-sentence"


@dataclass(frozen=True)
class _Bundle:
    contents: tuple[Content, ...]


def pack(contents: Sequence[Content], text: str = "") -> QMimeData:
    """The contents for a drag; `text` is what other programs receive."""
    mime = QMimeData()
    plain = to_plain(_Bundle(tuple(contents)))
    mime.setData(CONTENTS, json.dumps(plain).encode())
    if text:
        mime.setText(text)
    return mime


def unpack(mime: QMimeData) -> tuple[Content, ...]:
    """The contents of a drag, or none."""
    if not mime.hasFormat(CONTENTS):
        return ()
    data = bytes(mime.data(CONTENTS).data())
    return from_plain(_Bundle, json.loads(data)).contents

"""Words of a book where Qt would guess rich text: they stay words, whatever tags stand in them."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt

_LONGEST_TOOLTIP = 600


def plain_tooltip(text: str) -> str:
    """`text` as a tooltip that shows it letter by letter; a long one is cut.

    A tooltip has no text format: Qt looks for tags, and would even load the image that one names.
    """
    if len(text) > _LONGEST_TOOLTIP:
        blank = text.rfind(" ", _LONGEST_TOOLTIP // 2, _LONGEST_TOOLTIP)
        text = text[: blank if blank > 0 else _LONGEST_TOOLTIP] + "…"
    return f"<p>{html.escape(text)}</p>" if Qt.mightBeRichText(text) else text

"""Words of a book where Qt would guess rich text: they stay words, whatever tags stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_TOOLTIP = 600
_WIDEST = 72
"""Letters of a tooltip's line at most."""


def plain_tooltip(text: str) -> str:
    """`text` as a tooltip that shows it letter by letter, in lines of a sensible length; a long one is cut.

    A tooltip has no text format: Qt looks for tags, and would even load the image that one names.
    """
    if len(text) > _LONGEST_TOOLTIP:
        blank = text.rfind(" ", _LONGEST_TOOLTIP // 2, _LONGEST_TOOLTIP)
        text = text[: blank if blank > 0 else _LONGEST_TOOLTIP] + "…"
    if Qt.mightBeRichText(text):
        import html

        return f"<p>{html.escape(text)}</p>"
    return "\n".join(_lines(text)) if len(text) > _WIDEST else text


def _lines(text: str) -> Iterator[str]:
    """The lines of a text, none wider than it should be: Qt would not break them."""
    import textwrap

    for line in text.split("\n"):
        yield from textwrap.wrap(line, _WIDEST, break_long_words=False, break_on_hyphens=False) or [""]

"""A cell of a table that was laid out: a block of words in a column of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from companion.core.document import Block, BlockKind
from companion.ui.reading_view.laid_block import LaidBlock
from companion.ui.reading_view.lines import Column

if TYPE_CHECKING:
    from companion.core.document import Document, Span
    from companion.ui.reading_view.page import Page, Setting


class LaidCell(LaidBlock):
    """The words of one cell. Coordinates are relative to the cell's corner."""

    __slots__ = ("_is_at_right", "_width")

    def __init__(
        self, document: Document, span: Span, page: Page, setting: Setting, width: float, *, is_at_right: bool
    ) -> None:
        self._width, self._is_at_right, self._first_indent = width, is_at_right, 0.0
        self._begin(Block(BlockKind.TABLE, span.start, span.end), page, setting, 0.0)
        self._set(document)

    def _column(self) -> Column:
        return Column(
            left=0.0,
            width=self._width,
            first_indent=0.0,
            is_right_to_left=self.is_right_to_left,
            is_justified=False,
        )

    def _alignment(self) -> Qt.AlignmentFlag:
        at_right = self._is_at_right or self.is_right_to_left
        return Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft

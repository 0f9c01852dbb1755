"""Page: the fonts, indents and distances that the blocks of a text are set with at one size and width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from companion.core.document import Block, BlockKind, Style

if TYPE_CHECKING:
    from companion.ui.look import Look

_SAMPLE = "the winter had come early and nobody in the valley was ready for what it would bring with it "
_HEADING_SIZES = (1.5, 1.2, 1.05, 1.0, 1.0, 1.0)
_MARGIN, _LEAST_MARGIN = 38.0, 14.0


class Page:
    """How wide the column is, where it stands, and how each kind of block is set in it.

    All lengths are logical pixels. `width` is the column's, `left` its distance from the viewport's edge.
    """

    def __init__(self, look: Look, viewport_width: int) -> None:
        self.look = look
        self.font = look.text_font()
        self.em = float(look.type.size)
        self.line_height = self.em * look.type.line_height
        character = QFontMetricsF(self.font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        margin = max(_LEAST_MARGIN, min(_MARGIN, viewport_width * 0.06))
        self.width = max(8 * character, min(look.type.measure * character, viewport_width - 2 * margin))
        self.left = max(margin, (viewport_width - self.width) / 2)
        self.top = 44.0
        self._fonts: dict[tuple[BlockKind, int], QFont] = {}

    def font_of(self, block: Block) -> QFont:
        """The font of a whole block."""
        level = block.level if block.kind is BlockKind.HEADING else 0
        key = (block.kind, level)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(block.kind, level)
        return self._fonts[key]

    def styled(self, font: QFont, style: Style) -> QFont:
        """`font` as it is for a run of that style."""
        if style is Style.CODE:
            return self._fixed(font.pixelSize())
        made = QFont(font)
        if style is Style.EMPHASIS:
            made.setItalic(not font.italic())
        else:
            made.setWeight(QFont.Weight.DemiBold)
        return made

    def indent(self, block: Block) -> float:
        """How far the block's text stands in from the column's leading edge."""
        match block.kind:
            case BlockKind.ITEM:
                return self.em * 1.5 * (block.level + 1)
            case BlockKind.QUOTATION:
                return self.em * 1.5 * max(1, block.level)
            case BlockKind.VERSE:
                return self.em * (2.0 + min(block.level, 6))
            case BlockKind.PARAGRAPH | BlockKind.PREFORMATTED:
                return self.em * 1.5 * block.level
            case _:
                return 0.0

    def line_height_of(self, block: Block) -> float:
        """The distance from line to line in the block."""
        if block.kind is BlockKind.HEADING:
            return self.font_of(block).pixelSize() * 1.3
        if block.kind in (BlockKind.PREFORMATTED, BlockKind.CAPTION):
            return self.font_of(block).pixelSize() * 1.4
        return self.line_height

    def space_above(self, block: Block, before: Block | None) -> float:
        """The empty space between the block and the one before it."""
        if before is None:
            return self.top
        if block.kind is BlockKind.HEADING:
            return self.em * (0.9 if before.kind is BlockKind.HEADING else 1.9)
        if before.kind is BlockKind.HEADING:
            return self.em * 0.55
        close = {BlockKind.VERSE, BlockKind.ITEM, BlockKind.PREFORMATTED}
        if block.kind is before.kind and block.kind in close and block.start - before.end <= 1:
            return self.em * (0.15 if block.kind is BlockKind.ITEM else 0.0)
        if block.kind is BlockKind.ITEM and before.kind is BlockKind.ITEM:
            return self.em * 0.3
        if BlockKind.RULE in (block.kind, before.kind):
            return self.em * 0.9
        return self.em * 0.75

    def _make_font(self, kind: BlockKind, level: int) -> QFont:
        font = QFont(self.font)
        if kind is BlockKind.HEADING:
            factor = _HEADING_SIZES[min(max(level, 1), len(_HEADING_SIZES)) - 1]
            font.setPixelSize(round(self.em * factor))
            font.setWeight(QFont.Weight.DemiBold)
        elif kind is BlockKind.CAPTION:
            font.setPixelSize(max(9, round(self.em * 0.85)))
            font.setItalic(True)
        elif kind is BlockKind.PREFORMATTED:
            return self._fixed(round(self.em * 0.85))
        return font

    @staticmethod
    def _fixed(size: int) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(8, size))
        return font

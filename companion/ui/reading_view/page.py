"""Page: the fonts, indents and distances that the blocks of a text are set with at one size and width."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from companion.core.document import Block, BlockKind, Style
from companion.ui.looks.type_setting import TypeSetting

if TYPE_CHECKING:
    from collections.abc import Collection

    from companion.core.document import Table
    from companion.ui.looks.look import Look
    from companion.ui.reading_view.table_grid import TableGrid

_SAMPLE = "the winter had come early and nobody in the valley was ready for what it would bring with it "
_HEADING_SIZES = (1.5, 1.2, 1.05, 1.0, 1.0, 1.0)
_CODE_SIZE = _SMALL_SIZE = 0.85
_HEADING_LINE, _SMALL_LINE = 1.3, 1.4
_TABLE_SIZES = (0.9, 0.78)
_USUAL = TypeSetting()
_LEAST_MARGIN, _MARGIN_SHARE, _TOP = 14.0, 0.06, 44.0
"""Pixels beside the text in any window; the part of the width that the usual margin takes where it is narrow;
pixels above the text with the usual margin."""
_FIRST_INDENT = 1.5
"""Ems by which the first line of a paragraph stands in."""
_JUSTIFIED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION})
"""Kinds whose lines are filled where the reader wants that; the others' line ends mean something."""
_TAB = 4
_DEEPEST_INDENT = 0.4
"""The part of the column, at most, by which a block stands in."""
_CLOSE = frozenset({BlockKind.VERSE, BlockKind.PREFORMATTED})
"""Kinds whose blocks stand close together when nothing but a line end lies between them."""


class Setting(NamedTuple):
    """The font of a block and, in pixels, the distance from line to line and its parts above and below
    the baseline; both are whole, so that the lines of a page stand at even distances."""

    font: QFont
    above: float
    below: float

    @property
    def step(self) -> float:
        """The distance from line to line."""
        return self.above + self.below


class Page:
    """How wide the column is, where it stands, and how each kind of block is set in it.

    All lengths are logical pixels. `width` is the column's, `left` its distance from the viewport's edge;
    `top` is the margin above the first block and below the last.
    """

    def __init__(self, look: Look, viewport_width: int) -> None:
        self.type = look.type
        self.font = look.text_font()
        self.em = float(look.type.size)
        self.line_height = float(round(self.em * look.type.line_height))
        self.character = QFontMetricsF(self.font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        share = _MARGIN_SHARE * look.type.margin / _USUAL.margin
        measure = look.type.measure * self.character
        spare = (viewport_width - measure) / 2  # margins give way before the measure does
        margin = max(_LEAST_MARGIN, min(look.type.margin, viewport_width * share, spare))
        self.width = float(round(max(8 * self.character, min(measure, viewport_width - 2 * margin))))
        self.left = float(round(max(margin, (viewport_width - self.width) / 2)))
        self.top = float(round(_TOP * look.type.margin / _USUAL.margin))
        self._settings: dict[tuple[BlockKind, int], Setting] = {}
        self.grids: dict[int, tuple[Table, TableGrid]] = {}
        """How the columns of the tables stand that were set already, by where the tables begin."""

    def sets_like(self, other: Page) -> bool:
        """Whether every block is set the same on the other page, which may stand elsewhere."""
        return self.type == other.type and self.width == other.width

    def setting_of(self, block: Block) -> Setting:
        """The font and the line height of a block."""
        return self._setting(block.kind, block.level if block.kind is BlockKind.HEADING else 0)

    def setting_of_cell(self, *, is_heading: bool, is_small: bool) -> Setting:
        """The font and the line height of a table's cell; a wide table is set small."""
        return self._setting(BlockKind.TABLE, 2 * is_small + is_heading)

    def _setting(self, kind: BlockKind, level: int) -> Setting:
        key = (kind, level)
        known = self._settings.get(key)
        if known is None:
            known = self._settings[key] = self._make_setting(kind, level)
        return known

    def styled(self, font: QFont, styles: Collection[Style]) -> QFont:
        """`font` as it is for words of these styles; emphasis in what is italic already is upright."""
        made = self._fixed(round(font.pixelSize() * _CODE_SIZE)) if Style.CODE in styles else QFont(font)
        if Style.EMPHASIS in styles:
            made.setItalic(not font.italic())
        if Style.STRONG in styles:
            is_strong = font.weight() >= QFont.Weight.DemiBold
            made.setWeight(QFont.Weight.Bold if is_strong else QFont.Weight.DemiBold)
        return made

    def indent(self, block: Block) -> float:
        """How far the block's text stands in from the column's leading edge."""
        match block.kind:
            case BlockKind.ITEM:
                wanted = 1.5 * (block.level + 1)
            case BlockKind.QUOTATION:
                wanted = 1.5 * (block.level + 1)
            case BlockKind.VERSE:
                wanted = 2.0 + block.level
            case BlockKind.PARAGRAPH | BlockKind.PREFORMATTED:
                wanted = 1.5 * block.level
            case _:
                wanted = 0.0
        return min(wanted * self.em, self.width * _DEEPEST_INDENT)

    def first_indent(self, block: Block, before: Block | None) -> float:
        """How much further the first line of a paragraph stands in: where that, and no space, parts it from
        the paragraph before it."""
        if not self._runs_on(block, before):
            return 0.0
        return float(round(min(_FIRST_INDENT * self.em, self.width * _DEEPEST_INDENT / 2)))

    def is_justified(self, block: Block) -> bool:
        """Whether the lines of a block are filled."""
        return self.type.justified and block.kind in _JUSTIFIED

    def is_hyphenated(self, block: Block) -> bool:
        """Whether words of a block may be parted at a line's end."""
        return self.type.hyphenated and block.kind in _JUSTIFIED

    def tab(self, font: QFont) -> float:
        """The distance of the tab stops in text of that font."""
        return _TAB * QFontMetricsF(font).horizontalAdvance("0")

    def space_above(self, block: Block, before: Block | None, apart: bool) -> float:
        """The empty space between the block and the one before it; `apart` says that the text has a blank
        line between them."""
        if before is None:
            return self.top
        return 0.0 if self._runs_on(block, before) else float(round(self.em * _space(block, before, apart)))

    def _runs_on(self, block: Block, before: Block | None) -> bool:
        paragraph = BlockKind.PARAGRAPH
        if before is None or not self.type.indented:
            return False
        return block.kind is before.kind is paragraph and block.level == before.level

    def _make_setting(self, kind: BlockKind, level: int) -> Setting:
        font, step = QFont(self.font), self.line_height
        if kind is BlockKind.HEADING:
            font.setPixelSize(round(self.em * _HEADING_SIZES[min(max(level, 1), len(_HEADING_SIZES)) - 1]))
            font.setWeight(QFont.Weight.DemiBold)
            step = font.pixelSize() * _HEADING_LINE
        elif kind in (BlockKind.CAPTION, BlockKind.PICTURE):
            font.setPixelSize(max(9, round(self.em * _SMALL_SIZE)))
            font.setItalic(True)
            step = font.pixelSize() * _SMALL_LINE
        elif kind is BlockKind.TABLE:
            font.setPixelSize(max(9, round(self.em * _TABLE_SIZES[level // 2])))
            font.setWeight(QFont.Weight.DemiBold if level % 2 else font.weight())
            step = font.pixelSize() * _SMALL_LINE
        elif kind is BlockKind.PREFORMATTED:
            font = self._fixed(round(self.em * _SMALL_SIZE))
            step = font.pixelSize() * _SMALL_LINE
        metrics = QFontMetricsF(font)
        lead = (round(step) - metrics.ascent() - metrics.descent()) / 2
        above = round(metrics.ascent() + lead)
        return Setting(font, float(above), float(round(step) - above))

    @staticmethod
    def _fixed(size: int) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(8, size))
        return font


def _space(block: Block, before: Block, apart: bool) -> float:
    """The space between two blocks, in ems."""
    if block.kind is BlockKind.HEADING:
        return 0.9 if before.kind is BlockKind.HEADING else 1.9
    if before.kind is BlockKind.HEADING:
        return 0.55
    if block.kind is BlockKind.ITEM and before.kind is BlockKind.ITEM:
        return 0.3 if apart else 0.15
    if block.kind is before.kind and block.kind in _CLOSE and not apart:
        return 0.0
    if BlockKind.RULE in (block.kind, before.kind):
        return 0.9
    return 0.75

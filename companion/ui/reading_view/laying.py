"""Laying: each block of a text is laid out in the way of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.ui.reading_view.laid_block import LaidBlock
from companion.ui.reading_view.laid_picture import LaidPicture, picture_of

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.ui.reading_view.gallery import Gallery
    from companion.ui.reading_view.page import Page


def lay(
    document: Document, index: int, page: Page, gallery: Gallery | None = None, screen_height: float = 0.0
) -> LaidBlock:
    """The block of that number, laid out for a screen of that height in pixels.

    A table whose cells are not known is shown as it is written, a picture without a gallery by its words.
    """
    block = document.blocks[index]
    if block.kind is BlockKind.PICTURE and gallery is not None:
        picture = picture_of(document, block)
        if picture is not None:
            return LaidPicture(document, index, page, picture, gallery, screen_height)
    if block.kind is BlockKind.TABLE:
        from companion.ui.reading_view.laid_table import LaidTable
        from companion.ui.reading_view.table_grid import table_of
        from companion.ui.reading_view.table_rows import held_cells

        table = table_of(document, block)
        held = held_cells(block, table) if table is not None else []
        if table is not None and held:
            return LaidTable(document, index, page, table, held)
    return LaidBlock(document, index, page)

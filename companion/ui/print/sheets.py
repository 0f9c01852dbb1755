"""Sheets: the pages of a summary, laid out once and drawn one by one, for a preview, a printer or a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from companion.ui.print.paper import MM, POINT, Ink, Paper
from companion.ui.print.setting import Setting
from companion.ui.print.typesetting import Pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.output.summary import Summary
    from companion.ui.print.typesetting import Flow, Placed

_LEFT, _TOP, _BOTTOM = 22 * MM, 20 * MM, 24 * MM
_FOOT = 13 * MM
_SIZE_OF_FOOT = 8.5

_FILLED = 1 / 3
"""A last page that is less full than this is mostly white."""

_CLOSER = (1.0, 0.985, 0.97, 0.955, 1.02, 1.04)
"""How much closer or wider than usual the lines may be set so that the last page is not."""


class Sheets:
    """The pages of a summary; a sheet is drawn in pixels of RESOLUTION, the edge of the paper at 0.

    They are laid out at once, or else bit by bit by who goes through `laying_out`.
    """

    def __init__(
        self, summary: Summary, paper: Paper = Paper.A4, ink: Ink | None = None, *, at_once: bool = True
    ) -> None:
        self.paper = paper
        self._ink = ink or Ink()
        self._width = paper.width - 2 * _LEFT
        self._setting = Setting(summary, self._ink, self._width)
        self._pages: list[list[Placed]] = []
        self._spread = 1.0
        metrics = QFontMetricsF(self._ink.font(_SIZE_OF_FOOT))
        self._advance = metrics.horizontalAdvance
        self.title = " ".join(summary.title.split())
        self._foot = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, self._width - 30 * MM)
        if at_once:
            for _ in self.laying_out():
                pass

    def laying_out(self) -> Iterator[float]:
        """Lays the sheets out bit by bit; gives how much is done, 0 to 1."""
        yield from self._setting.set()
        self._fill(self._setting.flows)

    def __len__(self) -> int:
        return len(self._pages)

    def draw(self, painter: QPainter, number: int) -> None:
        """Draws the sheet of that number, counted from 0."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._ink.ink)
        for line, x, y in self._pages[number]:
            left, top = _LEFT + x, _TOP + y * self._spread
            if line.rule:
                painter.fillRect(QRectF(left, top, line.rule, 0.5 * POINT), self._ink.line)
            line.draw(painter, left, top)
        self._draw_foot(painter, number)

    def _fill(self, flows: Sequence[Flow]) -> None:
        """Fills pages, with the lines as close as usual or a little closer so that the last is well filled.

        `_spread` is by how much all that is below each other comes to stand closer or wider.
        """
        high = self.paper.height - _TOP - _BOTTOM
        most = -1.0
        for spread in _CLOSER:
            pages = Pages(self._width, high / spread)
            for flow in flows:
                pages.flow(flow)
            share = pages.last * spread / high
            if share > most:
                self._pages, self._spread, most = pages.pages, spread, share
            if len(pages.pages) == 1 or share >= _FILLED:
                break

    def _draw_foot(self, painter: QPainter, number: int) -> None:
        painter.setFont(self._ink.font(_SIZE_OF_FOOT))
        painter.setPen(self._ink.dim)
        y = self.paper.height - _FOOT
        count = f"{number + 1} / {len(self)}"
        right = _LEFT + self._width - self._advance(count)
        painter.drawText(QPointF(_LEFT, y), self._foot)
        painter.drawText(QPointF(right, y), count)

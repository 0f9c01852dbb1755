"""Paper: the sheets that are printed on, and the letters and colours of what stands on them."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize

from companion.core.notes import Colour
from companion.output.timeline.lettering import Lettering
from companion.output.timeline.shapes import LABEL_SIZE, SMALL_SIZE, Tone
from companion.ui.looks.look import Look
from companion.ui.looks.theme import Role

if TYPE_CHECKING:
    from companion.output.timeline.lettering import Width

RESOLUTION = 300
"""Pixels an inch. At QPdfWriter's 1,200, long documents end after some 600 pages without a word."""

MM = RESOLUTION / 25.4
POINT = RESOLUTION / 72

UNIT = 8.5 * POINT / LABEL_SIZE
"""Pixels of the page for one unit of a drawing: its labels are set in 8.5 points."""


_BOOKMARKS = {
    Colour.YELLOW: QColor("#d9a400"),
    Colour.GREEN: QColor("#3f8f4f"),
    Colour.BLUE: QColor("#3b6fc4"),
    Colour.ROSE: QColor("#c2517f"),
}
"""The colours of bookmarks as they are printed: dark enough to be seen on white paper."""


_LIGATURES = ("liga", "clig")
"""Not set in print: Qt does not tell a PDF which letters its one sign for "ft" is; none could be found."""


class Paper(Enum):
    """A size of paper, in millimetres."""

    A4 = ("a4", 210.0, 297.0)
    LETTER = ("letter", 215.9, 279.4)

    def __init__(self, key: str, width: float, height: float) -> None:
        self.key = key
        self.width = width * MM
        self.height = height * MM

    @property
    def size(self) -> QPageSize:
        """The size as Qt knows it."""
        return QPageSize(QPageSize.PageSizeId.A4 if self is Paper.A4 else QPageSize.PageSizeId.Letter)

    @classmethod
    def named(cls, key: str) -> Paper:
        """The paper of that name; A4 when there is none."""
        return next((paper for paper in cls if paper.key == key), cls.A4)

    @classmethod
    def usual(cls) -> Paper:
        """What is in the printers of the reader's country."""
        countries = (QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico)
        return cls.LETTER if QLocale.system().territory() in countries else cls.A4


class Ink:
    """The letters and colours of a page. Made in the window's thread; pages may be set with it in another."""

    def __init__(self) -> None:
        look = Look(None, "light")
        self.ink, self.dim, self.line = look[Role.INK], look[Role.DIM], look[Role.LINE]
        self._font = look.text_font()
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self.tones = {
            Tone.INK: self.ink,
            Tone.DIM: self.dim,
            Tone.PALE: QColor(look[Role.CHIP]),
            Tone.LINE: self.line,
            Tone.PAPER: QColor("white"),
        }

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """The letters of the text at a size."""
        made = self._fonts.get((points, bold))
        if made is None:
            made = QFont(self._font)
            made.setPixelSize(round(points * POINT))
            for ligature in _LIGATURES:
                made.setFeature(QFont.Tag(ligature), 0)
            if bold:
                made.setWeight(QFont.Weight.DemiBold)
            self._fonts[points, bold] = made
        return made

    @staticmethod
    def bookmark(colour: Colour) -> QColor:
        """The colour of the band beside a bookmark."""
        return _BOOKMARKS[colour]

    @property
    def label(self) -> QFont:
        """The letters of a drawing's labels."""
        return self.font(LABEL_SIZE * UNIT / POINT)

    @property
    def small(self) -> QFont:
        """The smaller letters of a drawing's axis."""
        return self.font(SMALL_SIZE * UNIT / POINT)

    def lettering(self) -> Lettering:
        """How wide words are in a drawing."""
        return Lettering(_width_in(self.label), _width_in(self.small))


def _width_in(font: QFont) -> Width:
    metrics = QFontMetricsF(font)

    @cache
    def width(words: str) -> float:
        return metrics.horizontalAdvance(words) / UNIT

    return width

"""Type setting: how the page is set, as one value within its limits, and the families of letters for it."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

TEXT_FONT = "Source Serif Pro"
SERIF, SANS_SERIF = "serif", "sans-serif"
"""Stand for the families that the system has for text with serifs and without."""


class Limits(NamedTuple):
    """The least and the most that a number of the type setting can be, both included."""

    least: float
    most: float

    def hold(self, value: float, usual: float) -> float:
        """The value, or the limit that it is beyond; the usual one for what is no number."""
        return min(max(value, self.least), self.most) if not math.isnan(value) else usual


SIZE, LINE_HEIGHT, MEASURE, MARGIN = Limits(10, 48), Limits(1.2, 2.2), Limits(45, 90), Limits(14, 160)


class TypeSetting(NamedTuple):
    """How the page is set.

    `size` is in pixels, `line_height` a factor of it, `measure` the characters of a full line, `margin` the
    pixels that stay free beside the text where the window has them. `indented` paragraphs begin with an
    indent instead of a space above. Hyphens are only ever shown: the text itself has none of them.
    """

    family: str = TEXT_FONT
    size: int = 18
    line_height: float = 1.55
    measure: int = 66
    margin: int = 38
    indented: bool = False
    justified: bool = False
    hyphenated: bool = False

    def within_limits(self) -> TypeSetting:
        """The same with every number within its limits, and a family where none is named."""
        usual = TypeSetting()
        return self._replace(
            family=self.family.strip() or usual.family,
            size=int(SIZE.hold(self.size, usual.size)),
            line_height=round(LINE_HEIGHT.hold(self.line_height, usual.line_height), 2),
            measure=int(MEASURE.hold(self.measure, usual.measure)),
            margin=int(MARGIN.hold(self.margin, usual.margin)),
        )

    def font(self) -> QFont:
        """The font of the page; the text font where the system has not, or no longer, the family."""
        family = self.family
        hint = QFont.StyleHint.SansSerif if family == SANS_SERIF else QFont.StyleHint.Serif
        font = QFont()
        font.setStyleHint(hint)
        if family in (SERIF, SANS_SERIF):
            family = font.defaultFamily()
        font.setFamilies([family, TEXT_FONT])
        font.setPixelSize(self.size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def installed_families() -> list[str]:
    """The families that text can be set in at every size, in the order of their names, without our own."""
    return [
        family
        for family in QFontDatabase.families()
        if QFontDatabase.isSmoothlyScalable(family)
        and not QFontDatabase.isPrivateFamily(family)
        and family != TEXT_FONT
        and not family.startswith("@")  # Windows lists families for vertical writing so
    ]

"""Tones: the colours and letters in which the timeline is drawn, all made from the theme's roles."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from companion.core.direction import isolated
from companion.core.entries import Kind
from companion.output.timeline.boxes import DOT
from companion.output.timeline.lanes import USUAL_LABEL
from companion.ui.looks.theme import Role, contrast, mixed
from companion.ui.parts.lettering import SMALL, lettered
from companion.ui.timeline.words import events_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from companion.ui.looks.look import Look

_SEEN = 3.1
"""The contrast that even a receding dot has with what is behind it; 3 is asked for by WCAG 2.2, 1.4.11."""

_LONGEST = 2 * USUAL_LABEL
"""A label is never wider than this, in pixels."""

_ROUND_NUMBER = 32.0
"""The pixels of a crowd round the words of its number."""

_MOST_KEPT = 20_000


@dataclass(frozen=True)
class Tones:
    """Colours by what they are for; `ground` is what all stands on.

    `marks` are those of the dots of each kind of entry: as they are, and beside a focus.
    """

    ground: QColor
    ink: QColor
    dim: QColor
    line: QColor
    chip: QColor
    event: QColor
    receding: QColor
    accent: QColor
    focus: QColor
    passage: QColor
    axis: QColor
    marks: Mapping[Kind, tuple[QColor, QColor]]


def tones_of(look: Look, ground: QColor) -> Tones:
    """The colours of the timeline in the present theme, on a ground of the theme's."""
    passage, event = look[Role.PASSAGE], look[Role.EVENT]
    return Tones(
        ground=ground,
        ink=look[Role.INK],
        dim=look[Role.DIM],
        line=mixed(look[Role.LINE], ground, 0.5 if look.theme.is_strong else 0.0),  # it crosses words
        chip=look[Role.CHIP],
        event=event,
        receding=_receding(event, ground, passage),
        accent=look[Role.ACCENT],
        focus=look[Role.FOCUS],
        passage=mixed(passage, ground, 0.35),
        axis=mixed(look[Role.DIM], ground, 0.35),
        marks={
            kind: (look.colour_of(kind), _receding(look.colour_of(kind), ground, passage)) for kind in Kind
        },
    )


def _receding(event: QColor, ground: QColor, passage: QColor) -> QColor:
    """The palest mix of the event's colour and the ground's that is seen on the ground and on a passage."""
    for percent in range(60, 0, -2):
        made = mixed(event, ground, percent / 100)
        if min(contrast(made, ground), contrast(made, passage)) >= _SEEN:
            return made
    return event


class Letters:
    """The letters of the timeline, and how wide words are in them; `counted` says a number of events."""

    def __init__(self, font: QFont, counted: Callable[[int], str] = events_in_words) -> None:
        self.counted = counted
        self.label = lettered(font)
        self.strong = lettered(font, bold=True)
        self.tick = lettered(font, size=SMALL, figures=True)
        self.label_metrics = QFontMetricsF(self.label)
        self.strong_metrics = QFontMetricsF(self.strong)
        self._tick_metrics = QFontMetricsF(self.tick)
        self._shortened: dict[tuple[str, float, bool], str] = {}
        self._crowds: dict[int, float] = {}

    @property
    def line(self) -> float:
        """The height of a line of labels, in whole pixels of the grid."""
        return 4.0 * math.ceil(self.strong_metrics.height() / 4)

    def label_width(self, title: str) -> float:
        """How wide a label would like to be; it is semibold when its event is strong."""
        return min(_LONGEST, self.strong_metrics.horizontalAdvance(title) + 2)

    def width(self, title: str, *, strong: bool) -> float:
        """How wide a label is as it is drawn."""
        metrics = self.strong_metrics if strong else self.label_metrics
        return metrics.horizontalAdvance(title)

    def tick_width(self, label: str) -> float:
        """The width of a label of the axis, or of a crowd."""
        return self._tick_metrics.horizontalAdvance(label)

    def crowd_width(self, count: int) -> float:
        """The width in which a number of events is drawn: of a dot for one, else of the words."""
        known = self._crowds.get(count)
        if known is None:
            words = self.counted(count)
            known = DOT if count == 1 else self.tick_width(words) + _ROUND_NUMBER
            self._crowds[count] = known
        return known

    def shortened(self, title: str, width: float, *, strong: bool) -> str:
        """`title`, with an ellipsis where it is cut to `width` pixels."""
        known = self._shortened.get((title, width, strong))
        if known is None:
            if len(self._shortened) > _MOST_KEPT:
                self._shortened.clear()
            metrics = self.strong_metrics if strong else self.label_metrics
            cut = metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)
            known = cut if cut == title else isolated(cut)
            self._shortened[title, width, strong] = known
        return known

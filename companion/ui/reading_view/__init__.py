"""The reading view: one continuous, anchored scroll over the whole text, laid out only where it is seen."""

from companion.ui.reading_view.view import ReadingView

__all__ = ["ReadingView"]

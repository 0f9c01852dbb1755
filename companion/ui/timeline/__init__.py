"""The timeline: the events of a companion drawn by story date, and the same as a plain list."""

from companion.ui.timeline.panel import TimelinePanel

__all__ = ["TimelinePanel"]

"""Signs: by what a drawn timeline shows how exactly a date is known."""

from __future__ import annotations

from enum import StrEnum


class Sign(StrEnum):
    """What has a sign of its own in the drawing, told apart by shape and pattern, never by colour alone."""

    DAY = "day"
    WHILE = "while"
    APPROXIMATE = "approximate"
    UNCERTAIN = "uncertain"
    OPEN = "open"
    BREAK = "break"

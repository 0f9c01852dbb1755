"""Quest: whether the people, terms and dates of the open text are being looked for, or have been."""

from __future__ import annotations

from enum import StrEnum


class Quest(StrEnum):
    """NONE was begun, one is UNDER_WAY, is DONE, or was BROKEN_OFF before it came to its end."""

    NONE = "none"
    UNDER_WAY = "under way"
    DONE = "done"
    BROKEN_OFF = "broken off"

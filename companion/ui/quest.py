"""Quest: whether the people, terms and dates of the open text are being read or looked for, or have been."""

from __future__ import annotations

from enum import StrEnum


class Quest(StrEnum):
    """NONE was begun, one is UNDER_WAY, is DONE, or was BROKEN_OFF before it came to its end.

    While a companion file is READ there is none, but nobody need say so; before that, while not all of the
    TEXT is there, nobody knows.
    """

    NONE = "none"
    TEXT = "text"
    READ = "read"
    UNDER_WAY = "under way"
    DONE = "done"
    BROKEN_OFF = "broken off"

"""Direction: whether words run from left to right or from right to left."""

from __future__ import annotations

import unicodedata


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left.

    By rule P2 of Unicode's bidirectional algorithm (UAX 9): what stands between isolates is passed over.
    """
    depth = 0
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("LRI", "RLI", "FSI"):
            depth += 1
        elif direction == "PDI":
            depth = max(0, depth - 1)
        elif not depth and direction in ("L", "R", "AL"):
            return direction != "L"
    return False

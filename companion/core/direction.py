"""Direction: whether words run from left to right or from right to left."""

from __future__ import annotations

import unicodedata

_FIRST_STRONG, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def isolated(text: str) -> str:
    """`text` between signs that are not seen, by which it runs in its own direction wherever it stands.

    Without them an English title that was cut would have its dots at the left among Hebrew words (UAX 9).
    """
    return f"{_FIRST_STRONG}{text}{_END}" if text else ""


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

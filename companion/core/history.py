"""History: the places a reader jumped from, so that every jump can be taken back."""

from __future__ import annotations

_MOST = 500


class History:
    """Two stacks of places (offsets of the first code point on the screen)."""

    def __init__(self) -> None:
        self._behind: list[int] = []
        self._ahead: list[int] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a jump to take back."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether a jump was taken back that can be made again."""
        return bool(self._ahead)

    def leave(self, place: int) -> None:
        """Remembers `place`, from which the reader jumps now; what lay ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_MOST]
        self._ahead.clear()

    def back(self, place: int) -> int | None:
        """The place before the last jump, when the reader is at `place`, or None."""
        if not self._behind:
            return None
        self._ahead.append(place)
        return self._behind.pop()

    def forward(self, place: int) -> int | None:
        """The place before the jump was taken back, when the reader is at `place`, or None."""
        if not self._ahead:
            return None
        self._behind.append(place)
        return self._ahead.pop()

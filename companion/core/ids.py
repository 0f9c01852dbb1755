"""Ids: every entry of a companion gets an id made from its heading, and no two get the same."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.core.entries import Kind


class Ids:
    """The ids that were given out in one companion."""

    def __init__(self) -> None:
        self._asked: dict[str, int] = {}

    def new(self, kind: Kind, heading: str) -> str:
        """An id like ``person:enver-hoxha``, with a number when that was given out already."""
        wanted = entry_id = f"{kind}:{_slug(heading)}"
        while entry_id in self._asked:
            self._asked[wanted] += 1
            entry_id = f"{wanted}-{self._asked[wanted]}"
        self._asked[entry_id] = 1
        return entry_id


def _slug(heading: str) -> str:
    """Letters, marks and digits of the heading in small letters, all else one hyphen."""
    folded = unicodedata.normalize("NFC", heading).casefold()
    kept = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in folded)
    return "-".join(kept.split()) or "-".join(f"{ord(sign):x}" for sign in folded)

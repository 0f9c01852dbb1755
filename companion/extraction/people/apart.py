"""Apart: names that stand side by side in one clause, which the names of one person hardly ever do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle

_WITHIN = 80
"""How many code points may lie between two names of one clause."""

_CLAUSE = re.compile(r"[^.!?;:\"“”‘\n]*(?:\n[^.!?;:\"“”‘\n]+)*")
_LISTED = re.compile(r"(?:’s|'s)?,?\s(?:and|or|with|to|than|from|for|nor|but|upon|by|of)\s(?:the\s)?")
_ALIAS = re.compile(r",?\s(?:or|as|called|alias)\s")


class Apart:
    """How often each two handles stood side by side."""

    def __init__(self, text: str, names: Sequence[Name], owners: Sequence[Handle | None]) -> None:
        self._beside: defaultdict[Handle, Counter[Handle]] = defaultdict(Counter)
        earlier: Handle | None = None
        end = 0
        for name, handle in zip(names, owners, strict=True):
            if handle is None:
                continue
            if earlier is not None and handle is not earlier and 0 < name.start - end <= _WITHIN:
                weight = _weight(text[end : name.start])
                if weight:
                    self._beside[earlier][handle] += weight
                    self._beside[handle][earlier] += weight
            earlier, end = handle, name.end

    def between(self, one: Bearer | Handle, other: Bearer | Handle) -> int:
        """How often names of the two stood side by side; a list ("A and B") counts double."""
        ones = getattr(one, "handles", None) or [one]
        others = getattr(other, "handles", None) or [other]
        return sum(
            beside[handle]
            for beside in (self._beside.get(handle) for handle in ones)
            if beside
            for handle in others
            if handle in beside
        )


def _weight(gap: str) -> int:
    if _LISTED.fullmatch(gap) and not _ALIAS.fullmatch(gap):
        return 2
    return 1 if _CLAUSE.fullmatch(gap) else 0

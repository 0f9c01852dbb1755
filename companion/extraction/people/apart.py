"""Apart: names that stand together in one sentence, which the names of one person hardly ever do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle

_WITHIN = 200
"""How many code points may lie between two names of one sentence."""

_BACK = 4
"""How many names before one are compared with it."""

_STRETCH = 3000
"""How many code points of text make a stretch."""

_SENTENCE = re.compile(r"[^.!?\"“”‘\n]*(?:\n[^.!?\"“”‘\n]+)*")


class Apart:
    """How often each two handles stood in one sentence, neither in other quotation marks than the other."""

    def __init__(self, text: str, names: Sequence[Name], owners: Sequence[Handle | None]) -> None:
        self._beside: defaultdict[Handle, Counter[Handle]] = defaultdict(Counter)
        before: deque[tuple[int, Handle]] = deque(maxlen=_BACK)
        for name, handle in zip(names, owners, strict=True):
            if handle is None:
                continue
            while before and (name.start - before[0][0] > _WITHIN or not self._joins(text, before, name.start)):
                before.popleft()
            for other in {other for _, other in before if other is not handle}:
                self._beside[other][handle] += 1
                self._beside[handle][other] += 1
            before.append((name.end, handle))

    @staticmethod
    def _joins(text: str, before: deque[tuple[int, Handle]], start: int) -> bool:
        return _SENTENCE.fullmatch(text, before[0][0], start) is not None

    def between(self, one: Bearer | Handle, other: Bearer | Handle) -> int:
        """How often names of the two stood side by side."""
        ones = getattr(one, "handles", None) or [one]
        others = getattr(other, "handles", None) or [other]
        return sum(
            beside[handle]
            for beside in (self._beside.get(handle) for handle in ones)
            if beside
            for handle in others
            if handle in beside
        )


class Company:
    """In which stretches of the text handles stand; names of one person keep each other company."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self._stretches = max(1, names[-1].start // _STRETCH + 1) if names else 1

    def lift(self, one: Bearer, other: Bearer) -> float:
        """How much oftener the two share a stretch than chance would have it: 1 is chance."""
        ones, others = self._of(one), self._of(other)
        return len(ones & others) * self._stretches / (len(ones) * len(others))

    def share(self, one: Bearer, other: Bearer) -> float:
        """What share of the stretches of the rarer one holds the other too, from 0 to 1."""
        ones, others = self._of(one), self._of(other)
        return len(ones & others) / min(len(ones), len(others))

    def likeness(self, one: Bearer, other: Bearer) -> float:
        """How alike the stretches of the two are, from 0 to 1 (the cosine)."""
        ones, others = self._of(one), self._of(other)
        return len(ones & others) / (len(ones) * len(others)) ** 0.5

    def _of(self, bearer: Bearer) -> set[int]:
        return {self._names[p].start // _STRETCH for handle in bearer.handles for p in handle.places}

"""Company: which names stand together, by which it shows whether they may be one person's."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict, deque
from types import MappingProxyType
from typing import TYPE_CHECKING

from companion.extraction.people.calling import is_call, presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.bearers import Bearer
    from companion.extraction.people.handles import Handle

_WITHIN = 200
"""How many code points may lie between two names of one sentence."""

_BACK = 4
"""How many names before one are compared with it."""

_STRETCH = 3000
"""How many code points of text make a stretch."""

_APART = ((3, 0.06), (6, 0.03))
"""Names that stand together so many times, and in so large a share of their places, are of two persons."""

_NO_LINES: Mapping[Handle, int] = MappingProxyType({})

_SENTENCE = re.compile(r"[^.!?\"“”‘\n]*+(?:\n[^.!?\"“”‘\n]++)*+")


class Company:
    """Who stands beside whom in one sentence, and in which stretches of the text each name stands.

    One sentence hardly ever names a person in two ways; but the ways to name one person share stretches.
    `lines` are those of the text's own list of its persons, which are of one each.
    """

    def __init__(
        self,
        text: str,
        names: Sequence[Name],
        owners: Sequence[Handle | None],
        lines: Mapping[Handle, int] = _NO_LINES,
    ) -> None:
        self._lines = lines
        self._text = text
        self._names = names
        self._length = max(1, len(text))
        self._stretches = max(1, names[-1].start // _STRETCH + 1) if names else 1
        self._beside: defaultdict[Handle, Counter[Handle]] = defaultdict(Counter)
        before: deque[tuple[int, Handle]] = deque(maxlen=_BACK)
        for name, handle in zip(names, owners, strict=True):
            if handle is None:
                continue
            while before and not _is_one_sentence(text, before[0][0], name.start):
                before.popleft()
            for other in {other for _, other in before if other is not handle}:
                self._beside[other][handle] += 1
                self._beside[handle][other] += 1
            before.append((name.end, handle))

    def beside(self, one: Iterable[Handle], other: Iterable[Handle]) -> int:
        """How often one of the handles stands in a sentence with one of the others."""
        known = [beside for beside in map(self._beside.get, one) if beside]
        return sum(beside[handle] for beside in known for handle in other if handle in beside) if known else 0

    def are_apart(self, handle: Handle, bearer: Bearer) -> bool:
        """Whether the handle stands beside the bearer's so often that it must be another's."""
        count = self.beside([handle], bearer.handles)
        fewer = min(handle.count, bearer.count)
        return any(count >= times and count > share * fewer for times, share in _APART)

    def are_listed_apart(self, one: Iterable[Handle], other: Iterable[Handle]) -> bool:
        """Whether the text's own list of its persons has the handles in two lines."""
        lines = {self._lines[handle] for handle in one if handle in self._lines} if self._lines else ()
        return bool(lines) and any(self._lines.get(handle, -1) not in (-1, *lines) for handle in other)

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
        return len(ones & others) / math.sqrt(len(ones) * len(others))

    def behind(self, word: str, handles: Iterable[Handle]) -> int:
        """How often one of the handles stands behind the word, which is in small letters."""
        return sum(self._names[place].before == word for handle in handles for place in handle.places)

    def at(self, place: int) -> float:
        """Where in the text the name at `place` stands, from 0 to 1."""
        return self._names[place].start / self._length

    def form_at(self, place: int) -> str:
        """The form of the name at `place`."""
        return self._names[place].form

    def is_near(self, words: re.Pattern[str], place: int, near: int) -> bool:
        """Whether one of the words stands so many code points at most from the name at `place`."""
        name = self._names[place]
        return words.search(self._text, max(0, name.start - near), name.end + near) is not None

    def is_between(self, before: re.Pattern[str], place: int, behind: re.Pattern[str], near: int) -> bool:
        """Whether what stands so near before the name at `place` or behind it fits the one or the other."""
        name = self._names[place]
        if before.search(self._text, max(0, name.start - near), name.start):
            return True
        return behind.match(self._text, name.end) is not None

    def is_call(self, place: int) -> bool:
        """Whether the name at `place` calls upon somebody."""
        return is_call(self._text, self._names[place])

    def presence(self, place: int, bearer: Bearer) -> float:
        """How near to the call at `place` the bearer is named outside speech, from 0 to 1."""
        sure = sorted(other for handle in bearer.handles for other in handle.places)
        return presence(self._text, place, sure, self._names)

    def since(self, bearer: Bearer, share: float) -> float:
        """From where in the text on the bearer is named, but for a `share` of the places, from 0 to 1."""
        places = sorted(place for handle in bearer.handles for place in handle.places)
        return self.at(places[int(share * len(places))])

    def _of(self, bearer: Bearer) -> set[int]:
        return {self._names[place].start // _STRETCH for handle in bearer.handles for place in handle.places}


def _is_one_sentence(text: str, end: int, start: int) -> bool:
    """Whether no end of a sentence and no quotation mark lies between two names."""
    return start - end <= _WITHIN and _SENTENCE.fullmatch(text, end, start) is not None

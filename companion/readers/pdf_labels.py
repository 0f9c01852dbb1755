"""The names of a PDF's pages: as the file labels them, else as they are printed, else counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from companion.readers.stating import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST = 3


def labels_of(labels: Sequence[str], printed: Sequence[str]) -> list[str]:
    """A name for each page, empty for none, given what the file and the pages themselves call it.

    Printed numbers count when they go up with the pages for at least half of those that have one; the
    pages between get theirs by counting.
    """
    if any(labels):
        return [one_line(label) for label in labels]
    offset = counted_from(printed)
    if offset is None:
        return [str(page + 1) for page in range(len(labels))]
    return [
        str(page + offset) if page + offset > 0 else number if not number.isdecimal() else ""
        for page, number in enumerate(printed)
    ]


def counted_from(printed: Sequence[str]) -> int | None:
    """What most printed numbers are more than the indices of their pages; None when they do not go up so."""
    offsets = Counter(int(number) - page for page, number in enumerate(printed) if number.isdecimal())
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    return offset if count >= max(_FEWEST, offsets.total() / 2) else None

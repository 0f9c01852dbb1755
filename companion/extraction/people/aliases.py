"""Aliases: where the text says that two names are one person's ("Dawkins, otherwise the Artful Dodger")."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from companion.extraction.people.given_names import gender_of
from companion.extraction.people.ranks import RANKS, RULERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.extraction.names import Name
    from companion.extraction.people.handles import Handle

_LONGEST = 60
"""Code points between two names that a phrase may take."""

_SAYING = re.compile(
    r"[,;]?\s\(?(?:also|better|commonly|familiarly|formerly|generally|later|now|usually|sometimes|or|and)?\s?"
    r"(?:(?:well\s)?known\sas|alias|otherwise|nicknamed|aka|a\.k\.a\.|née|nee|alias\sfor|short\sfor"
    r"|(?:whom\s\w+\s)?(?<=[,(] )(?:called|named)|(?<=also )called)"
    r"\s(?:simply\s|just\s|plain\s|the\s)?[“\"‘'_]?"
)


_STYLED = re.compile(r",\s")
_STYLED_OFTEN = 2
"""What stands between a first name and a rank with the surname, and how often it must not be a mere row."""

_THE = "-the-"
"""What joins a name and a byname."""


def bynames(handles: Sequence[Handle]) -> Iterator[tuple[Handle, Handle]]:
    """Each two handles of which one is the other's name with a byname, "Peter-the-Bold" and "Bold"."""
    lone = {handle.lone: handle for handle in handles if handle.lone and not handle.titles}
    for name, handle in lone.items():
        if _THE in name:
            first, byname = name.split(_THE, 1)
            yield from ((handle, lone[part]) for part in (byname, first) if part in lone)


def told_aliases(
    text: str, names: Sequence[Name], owners: Sequence[Handle | None]
) -> Iterator[tuple[Handle, Handle]]:
    """Each two handles that the text says are one person's; `owners` are the handles of `names`, or None."""
    end, earlier = 0, None
    styled: Counter[tuple[Handle, Handle]] = Counter()
    for name, handle in zip(names, owners, strict=True):
        if handle is None:
            continue
        if earlier is not None and earlier is not handle and 0 < name.start - end <= _LONGEST:
            gap = text[end : name.start]
            if _SAYING.fullmatch(gap):
                yield earlier, handle
            elif _STYLED.fullmatch(gap) and _are_styled(earlier, handle):
                styled[earlier, handle] += 1
        end, earlier = name.end, handle
    for pair, times in styled.items():
        yield from [pair] * (times if times >= _STYLED_OFTEN else 0)


def _are_styled(one: Handle, other: Handle) -> bool:
    """Whether two handles may be one as in "Laura, Lady Glyde": a first name, and a rank before a surname."""
    if not one.lone or one.titles or other.is_full or not (RANKS - RULERS).issuperset(other.titles):
        return False
    return bool(other.titles) and gender_of(one.lone) == other.gender

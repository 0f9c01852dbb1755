"""Listed: a text's own list of its persons tells which names are one person's, and which are not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.people.cast import lists_of, names_end
from companion.extraction.people.given_names import are_nicknames
from companion.extraction.people.handles import folded
from companion.extraction.people.roles import kin, roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from companion.core.document import Block, Document
    from companion.extraction.names import Name
    from companion.extraction.people.handles import Handle

_LEAST = 3
"""Lines that begin with a person, without which it is no such list."""

_ALSO = re.compile(r";|\b(?:afterwards|later|formerly|called|née|alias|or)\s*$")
"""What parts other names of somebody from the first, where a comma alone may part two persons."""


_BRACKETED = re.compile(r"\([^()]*\)")


class Listed(NamedTuple):
    """What lists of persons tell: pairs of handles that are one person's; the line of each handle."""

    same: tuple[tuple[Handle, Handle], ...]
    lines: Mapping[Handle, int]


def listed(document: Document, names: Sequence[Name], owners: Sequence[Handle | None]) -> Listed:
    """What the document's lists of its persons tell of the handles, which are the `owners` of `names`.

    A name that several lines have tells nothing.
    """
    lines = list(_lines(document, names, owners))
    times = Counter(handle for line in lines for handle in set(line))
    known = {handle: number for number, line in enumerate(lines) for handle in line if times[handle] == 1}
    same = [(head, other) for head, *others in lines for other in others if {head, other} <= known.keys()]
    return Listed(tuple(same), known)


def only_roles(document: Document, names: Sequence[Name]) -> set[str]:
    """The forms that stand nowhere but in lists of persons, and there say who somebody is ("Butler")."""
    inside: Counter[str] = Counter()
    for _, there in _named(document, names):
        inside.update(names[place].form for place in there[1:] if _is_role(names[place].form))
    counts = Counter(name.form for name in names if name.form in inside) if inside else inside
    return {form for form, count in inside.items() if counts[form] == count}


def _is_role(form: str) -> bool:
    key = folded(form)
    return not {key, key.removesuffix("s")}.isdisjoint(roles().keys() | kin())


def _lines(
    document: Document, names: Sequence[Name], owners: Sequence[Handle | None]
) -> Iterator[tuple[Handle, ...]]:
    """For each line the handle with which it begins, and those of the same person."""
    for line, there in _named(document, names):
        head = owners[there[0]]
        if head is None:
            continue
        end = names_end(document.text, line, names[there[0]].end)
        known = [(place, owners[place]) for place in there[1:] if names[place].start < end]
        others = [
            h
            for p, h in known
            if h and h is not head and _is_also(document.text, names, there[0], p, h, head)
        ]
        yield (head, *others)


def _is_also(text: str, names: Sequence[Name], first: int, place: int, handle: Handle, head: Handle) -> bool:
    """Whether a name of the line is another of the first one's."""
    gap = _BRACKETED.sub("", text[names[first].end : names[place].start])
    if _ALSO.search(gap):
        return True
    return bool(head.given) and are_nicknames(handle.lone or "".join(handle.given[:1]), head.given[0])


def _named(document: Document, names: Sequence[Name]) -> Iterator[tuple[Block, range]]:
    """The lines of all lists that begin with a name, and the places of the names in each."""
    starts: list[int] = []
    for lines in lists_of(document):
        starts = starts or [name.start for name in names]
        found = [(line, range(*(bisect_left(starts, at) for at in (line.start, line.end)))) for line in lines]
        found = [(line, there) for line, there in found if there and starts[there[0]] == line.start]
        if len(found) >= _LEAST:
            yield from found

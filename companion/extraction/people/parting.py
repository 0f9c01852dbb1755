"""Parting: names of two persons that only stand side by side are taken for two names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.people.forms import is_title, parse_form
from companion.extraction.people.gathering import LIKELY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from companion.extraction.names import Name

_OFTENER = 8
"""Two words that stand alone so many times as often as side by side, are two names."""


def part_names(names: Sequence[Name], scores: Mapping[str, float]) -> list[Name]:
    """`names`, with each that is two names glued together replaced by the two."""
    counts = Counter(name.form for name in names)
    families = _families({form: count for form, count in counts.items() if scores.get(form, 0.0) >= LIKELY})
    others = {form for form in counts if scores.get(form, 0.0) < LIKELY}
    found = ((form, _cut(form, counts, families, others)) for form in counts)
    cuts = {form: cut for form, cut in found if cut}
    if not cuts:
        return list(names)
    parted: list[Name] = []
    for name in names:
        cut = cuts.get(name.form, 0)
        if cut and name.end - name.start == len(name.form):
            middle = name.start + cut
            parted.append(name._replace(end=middle, form=name.form[:cut], after="", is_possessive=False))
            parted.append(
                name._replace(start=middle + 1, form=name.form[cut + 1 :], before="", is_initial=False)
            )
        else:
            parted.append(name)
    return parted


def _families(counts: Mapping[str, int]) -> Counter[str]:
    """How often each word is a surname: behind a title or another name."""
    found: Counter[str] = Counter()
    for form, count in counts.items():
        parsed = parse_form(form)
        if parsed.surname or (parsed.titles and parsed.lone):
            found[(parsed.surname or parsed.lone).rsplit(" ", 1)[-1]] += count
    return found


def _cut(form: str, counts: Mapping[str, int], families: Mapping[str, int], others: Set[str]) -> int:
    """Where `form` falls into two names, 0 if nowhere; `others` are names of what is no person."""
    words = form.split(" ")
    count = counts[form]
    for place in range(1, len(words)):
        left, right = " ".join(words[:place]), " ".join(words[place:])
        if counts.get(left, 0) < _OFTENER * count or not counts.get(right):
            continue
        titled = is_title(words[0])
        if titled and place > 1 and len(words) - place > 1:
            return len(left)
        if titled or len(words) > 2 or counts[right] < _OFTENER * count:
            continue
        if left in others and right not in others and left.lower() in lexicon.places():
            return len(left)
        if families.get(right, 0) <= count and not families.get(left):
            return len(left)
    return 0

"""Spelling: rare spellings of a name that differ in one letter from one that the text uses all the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHORTEST = 6
_RARE = 2
_OFTENER = 8
"""A name of so many letters that stands so rarely, where another stands so many times as often."""

_UNCOMMON = 2000
"""The rank from which on few bear a surname."""

_LONG = 10
_OFTENER_THAN_LONG = 3
"""So long a name may stand oftener, where another stands but so many times as often: "Buonaparte"."""

_CUT = re.compile(r"[^\W\d_]{2,12}'[^\W\d_]{1,12}+")
_LONGEST, _LEFT_OUT = 15, 2
"""Letters of a name that may be cut short by an apostrophe, and how many of them it stands for."""

_SPOKEN, _SOFT, _DOUBLE = re.compile("th|w"), re.compile("c(?=[eiy])"), re.compile(r"(.)\1")
_TIMES, _TIMES_KNOWN = 2.0, 0.5
"""A name as it is written stands so many times as often as it is spoken otherwise, also if it is known."""


def usual_spellings(counts: Mapping[str, int], doubtful: Mapping[str, int] | None = None) -> dict[str, str]:
    """For rare names of `counts` the far commoner ones they are misspellings of: "rachel" for "rachael".

    Both begin with the same letter and end with the same two, in which languages tell gender and number.
    Linear in the number of names (deletion neighbours, as in SymSpell). Of `doubtful` names only those are
    looked at that are written as somebody speaks them.
    """
    common: dict[str, str] = {}
    for name, count in sorted(counts.items(), key=lambda item: item[1]):
        if len(name) >= _SHORTEST - 1 and count >= _OFTENER:
            common.update(dict.fromkeys(_neighbours(name), name))
    found: dict[str, str] = {}
    for name, count in counts.items():
        is_rare = count <= _RARE and not _is_common(name)
        if (is_rare or len(name) >= _LONG) and _SHORTEST <= len(name) <= 30:
            others = (common.get(neighbour, name) for neighbour in _neighbours(name))
            usual = next((other for other in others if other != name), name)
            much = _OFTENER_THAN_LONG if len(name) >= _LONG else _OFTENER
            if usual != name and counts[usual] >= much * count and _is_near(name, usual):
                found[name] = usual
    together = {**(doubtful or {}), **counts}
    return found | _in_full(together) | _as_written(together)


def _in_full(counts: Mapping[str, int]) -> dict[str, str]:
    """For names with an apostrophe for letters that are not spoken the name in full: "berry" for "be'y"."""
    cut = {name for name in counts if _CUT.fullmatch(name)}
    found: dict[str, str] = {}
    for name, count in counts.items() if cut else ():
        if name.isalpha() and len(name) <= _LONGEST:
            for short in cut.intersection(_cut_short(name)):
                if count > max(counts[short], counts.get(found.get(short, ""), 0)):
                    found[short] = name
    return found


def _as_written(counts: Mapping[str, int]) -> dict[str, str]:
    """For names as those speak them who lisp or have no R, as they are written: "rostov" for "wostov"."""
    spoken = {n for n in counts if len(n) >= _SHORTEST and _SPOKEN.search(n) and not _is_known(n)}
    written: dict[str, str] = {}
    for name in counts.keys() - spoken if spoken else ():
        key = _as_spoken(name)
        if (counts[name], name) > (counts.get(written.get(key, ""), 0), written.get(key, "")):
            written[key] = name
    usual = {name: written.get(_as_spoken(name), name) for name in spoken}
    usual = {name: other for name, other in usual.items() if other != name}
    return {name: other for name, other in usual.items() if counts[other] >= _least(other) * counts[name]}


def _least(written: str) -> float:
    return _TIMES_KNOWN if _is_known(written) else _TIMES


def _is_known(name: str) -> bool:
    return name in lexicon.first_names() or name in lexicon.surnames()


def _is_common(name: str) -> bool:
    """Whether many bear the surname, so that it is no misspelling: "Miller" beside "Muller"."""
    return lexicon.surnames().get(name, _UNCOMMON) < _UNCOMMON


def _as_spoken(name: str) -> str:
    """A name with one letter for all that sound alike to one who lisps or has no R."""
    return _DOUBLE.sub(r"\1", _SOFT.sub("s", name.replace("th", "s").replace("w", "r")))


def _cut_short(name: str) -> Iterator[str]:
    for left_out in range(1, _LEFT_OUT + 1):
        for place in range(2, len(name) - left_out):
            yield f"{name[:place]}'{name[place + left_out :]}"


def _neighbours(name: str) -> Iterator[str]:
    yield name
    for place in range(1, len(name) - 1):
        yield name[:place] + name[place + 1 :]


def _is_near(one: str, other: str) -> bool:
    """Whether the two differ in one letter only, not in the first nor in the last two."""
    if one[0] != other[0] or one[-2:] != other[-2:] or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, of_other = one[start:], other[start:]
    return rest[1:] in (of_other, of_other[1:]) or rest == of_other[1:]

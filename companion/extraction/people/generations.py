"""Generations: what the text says beside a name to tell one from another of it: the elder, Jr., a birth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.extraction.people.forms import parse_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from companion.extraction.names import Name

_BEHIND = re.compile(
    r"(?P<comma>,?)\s(?P<word>the\s(?:[Ee]lder|[Yy]ounger)|der\s(?:Ältere|Jüngere)"
    r"|[JS]r\b\.?|(?:[Jj]un|[Ss]en)ior|père|fils)(?!\w|\s(?:brother|sister|son|daughter|than|of)s?\b)"
)
"""What stands behind a name and tells a generation, and not: "Tom, the younger brother"."""

_SIGNS = frozenset(",.;:)!?—\n")
"""What is behind such a word in small letters that a comma parts from the name."""

_BORN = re.compile(r"\s?\((?:born|b\.)\s[^()\d]{0,20}(\d{3,4})\b")
_KIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|\w+[’']s)\s(?:\w+\s){0,2}"
    r"(?:son|daughter|grandson|granddaughter|nephew|niece|father|mother|grandfather|grandmother),?\s$"
)
_LOOKED_BACK = 60
"""How many code points before a name kin is looked for."""

_NEAR = 200
"""How many code points before a name its namesake stands whose kin one is."""

_AGES = {"elder": "sr", "younger": "jr"}
_OTHERS = frozenset({"miss", "aunt", "uncle"})


def with_generations(
    text: str, names: Sequence[Name], scores: Mapping[str, float]
) -> tuple[list[Name], Mapping[str, float]]:
    """`names` of `text` as "Pliny the Younger" and "Weller, senior" where that stands, and scores for all."""
    longer = _longer(text, names)
    if not longer:
        return list(names), scores
    known = dict(scores)
    found: list[Name] = []
    for place, name in enumerate(names):
        new = longer.get(place, name)
        if found and new.start < found[-1].end:
            continue  # "Jr." that stands behind a comma was a name of its own
        if new is not name:
            known[new.form] = max(known.get(new.form, 0.0), scores.get(name.form, 0.0))
        found.append(new)
    return found, known


def _longer(text: str, names: Sequence[Name]) -> dict[int, Name]:
    longer: dict[int, Name] = {}
    for place, name in enumerate(names):
        behind = _BEHIND.match(text, name.end)
        if behind and not name.is_possessive:
            end, words = behind.end(), behind["word"]
            if behind["comma"] and words.islower() and " " in words and text[end : end + 1] not in _SIGNS:
                continue
            form = f"{name.form}{behind['comma']} {words}".replace("\n", " ")
            longer[place] = name._replace(end=end, form=form, after="")
    return longer


def marks_of(text: str, names: Sequence[Name]) -> dict[int, str]:
    """What tells one from others of the name at some indexes of `names`, as a suffix does.

    That is that the name stands behind "the elder" or "the younger", or that one who is but called by a
    first name is told as another's child or with a year of birth where others of the name were told before.
    """
    marks = {
        place: _AGES[name.before]
        for place, name in enumerate(names)
        if name.before in _AGES and text.endswith(f"he {name.before} ", 0, name.start) and _is_head(name.form)
    }
    marks.update(_newcomers(text, names))
    return marks


def _is_head(form: str) -> bool:
    return _OTHERS.isdisjoint(title.lower() for title in parse_form(form).titles)


def _newcomers(text: str, names: Sequence[Name]) -> Iterator[tuple[int, str]]:
    full: dict[str, int] = {}
    for place, name in enumerate(names):
        form = name.form
        if " " in form:
            given = parse_form(form).given
            if given:
                full[given[0]] = name.end
        elif form in full:
            born = _BORN.match(text, name.end)
            if born:
                yield place, born[1]
            elif name.start - full[form] < _NEAR and _is_kin(text, name.start):
                yield place, "kin"


def _is_kin(text: str, start: int) -> bool:
    return _KIN.search(text, max(0, start - _LOOKED_BACK), start) is not None

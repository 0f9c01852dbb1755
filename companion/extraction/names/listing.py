"""Listing: names in lists put right: turned round in a bibliography, behind the letter of an answer."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.people.forms import is_initial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.names.finding import Name

_TURNED = ", "
_BEHIND = re.compile(r"(?:(?<=\.)|\.|,? ?\(?\d{4}[a-z]?\b|,? (?:and|&|eds?\.) )")
"""What stands between a surname and the first names behind it, and behind these."""

_LEAST = 2
"""So many lines at least begin with a name that is turned round, or with a letter and a name."""

_LETTERED = re.compile(r"[A-H]\. ")


def put_right(text: str, names: Sequence[Name]) -> list[Name]:
    """`names` of `text`, without the first name of "Austen, Jane. Emma" and the letter of "B. Maya" in lists.

    A surname that stands so is all that is left of the name. A letter is only taken off where it and the name
    are a line, and another line begins with another letter.
    """
    turned = {given.start for surname, given in pairwise(names) if _is_turned(text, surname, given)}
    lettered = {name.start for name in names if _is_lettered(text, name)}
    if len(turned) < _LEAST and len(lettered) < _LEAST:
        return list(names)
    found: list[Name] = []
    for name in names:
        if len(turned) >= _LEAST and name.start in turned:
            continue
        found.append(_without_letter(name) if len(lettered) >= _LEAST and name.start in lettered else name)
    return found


def _begins_line(text: str, start: int) -> bool:
    return not start or text[start - 1] == "\n"


def _is_turned(text: str, surname: Name, given: Name) -> bool:
    if (
        given.start - surname.end != len(_TURNED)
        or " " in surname.form
        or not _begins_line(text, surname.start)
    ):
        return False
    if not text.startswith(_TURNED, surname.end) or _BEHIND.match(text, given.end) is None:
        return False
    first, *more = given.form.split(" ")
    return (first.lower() in lexicon.first_names() or is_initial(first)) and len(more) < _LEAST


def _is_lettered(text: str, name: Name) -> bool:
    if _LETTERED.match(name.form) is None or not _begins_line(text, name.start):
        return False
    return text[name.end : name.end + 1] in ("", "\n") and name.form.count(" ") == 1


def _without_letter(name: Name) -> Name:
    letter, _, form = name.form.partition(" ")
    return name._replace(start=name.start + len(letter) + 1, form=form, before="")
